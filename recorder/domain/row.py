"""What every stored thing has in common."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

from recorder.domain.columns import Column, check_identity, check_value, columns_of
from recorder.domain.identity import DIRECTORY


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Row:
    """A row of one table; its constructor cleans and checks every field (FORMAT 7).

    Raises:
        InvalidValueError: a field was given a value that it cannot hold.
    """

    TABLE: ClassVar[str] = ""
    id: str

    def __post_init__(self) -> None:
        # A frozen dataclass is filled through object.__setattr__ by its own __init__ too.
        object.__setattr__(self, "id", check_identity("id", self.id))
        for column in columns_of(type(self)):
            object.__setattr__(self, column.name, check_value(column, getattr(self, column.name)))

    # Made once here and not by the decorator for each of twenty types: code that is generated at
    # import is a tenth of the time to the first painted window.

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((self.TABLE, self.id))

    def __repr__(self) -> str:
        """Names the row and leaves out what it holds: a log or a traceback may show it."""
        return f"{type(self).__name__}(id={self.id!r})"

    @property
    def scope(self) -> str:
        """The scope whose chain holds the row: a meeting's id, or the directory (FORMAT 2)."""
        return str(getattr(self, "meeting_id", None) or DIRECTORY)

    @classmethod
    def registers(cls) -> tuple[Column, ...]:
        """The registers of the row."""
        return columns_of(cls)

    @classmethod
    def trusted(cls, values: Mapping[str, Any]) -> Self:
        """A row from values for every one of its fields, checked when they were written.

        A 5,000-note meeting is opened through here; checking again would double the time.
        """
        row = object.__new__(cls)
        row.__dict__.update(values)
        return row

    def differences(self, other: Self) -> tuple[str, ...]:
        """The names of the fields in which two versions of one row differ."""
        return tuple(
            each.name
            for each in fields(self)
            if getattr(self, each.name) != getattr(other, each.name)
        )
