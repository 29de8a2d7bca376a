"""That two entries of the directory are one, or are not: rows of their own, so that both stay.

Merging rewrites nothing (FORMAT 17). The rows travel as others do; they are in no meeting's
file, since a file is written with the one entry that stands for all.
"""

from dataclasses import dataclass
from typing import ClassVar

from recorder.domain import columns
from recorder.domain.identity import derived_id
from recorder.domain.row import Row


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonAlias(Row):
    """That the person `from_id` is the person `into_id`, whose entry shows for both."""

    TABLE: ClassVar[str] = "person_alias"
    from_id: str | None = columns.reference("person")
    into_id: str | None = columns.reference("person")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class OrganisationAlias(Row):
    """That the organisation `from_id` is the organisation `into_id`."""

    TABLE: ClassVar[str] = "organisation_alias"
    from_id: str | None = columns.reference("organisation")
    into_id: str | None = columns.reference("organisation")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonDistinction(Row):
    """That two people with like names are two, so that nobody is asked again."""

    TABLE: ClassVar[str] = "person_distinction"
    first_id: str | None = columns.reference("person")
    second_id: str | None = columns.reference("person")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class OrganisationDistinction(Row):
    """That two organisations with like names are two."""

    TABLE: ClassVar[str] = "organisation_distinction"
    first_id: str | None = columns.reference("organisation")
    second_id: str | None = columns.reference("organisation")


AnyAlias = PersonAlias | OrganisationAlias
AnyDistinction = PersonDistinction | OrganisationDistinction

ALIASES: dict[str, type[AnyAlias]] = {"person": PersonAlias, "organisation": OrganisationAlias}
"""The rows that merge entries of a table."""

DISTINCTIONS: dict[str, type[AnyDistinction]] = {
    "person": PersonDistinction,
    "organisation": OrganisationDistinction,
}
"""The rows that keep entries of a table apart."""

ALIAS_TYPES: tuple[type[Row], ...] = (*ALIASES.values(), *DISTINCTIONS.values())


def alias(table: str, from_id: str, into_id: str) -> AnyAlias:
    """The row that merges one entry into another; every laptop gives it the same id (FORMAT 4)."""
    row_type = ALIASES[table]
    row_id = derived_id(row_type.TABLE, from_id, into_id)
    return row_type(id=row_id, from_id=from_id, into_id=into_id)


def distinction(table: str, one: str, other: str) -> AnyDistinction:
    """The row that keeps two entries apart, whichever of them is named first."""
    row_type = DISTINCTIONS[table]
    first, second = sorted((one, other))
    row_id = derived_id(row_type.TABLE, first, second)
    return row_type(id=row_id, first_id=first, second_id=second)
