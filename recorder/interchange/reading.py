"""From a document to the meeting: strict about what is there, patient with what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from recorder.domain.columns import COMPOUNDS, Column, Shape
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.domain.values import InvalidValueError
from recorder.errors import MeetingFileError
from recorder.interchange.document import (
    FORMAT,
    HEADER,
    VERSION,
    Part,
    is_owner,
    may_belong_elsewhere,
    names_its_meeting,
    names_of_parts,
    parts_of_document,
)
from recorder.interchange.faults import check_whole, path_to


@dataclass(frozen=True)
class Loaded:
    """A meeting that was read, and the paths of the fields that this release does not know."""

    record: MeetingRecord
    unknown: list[str]


def load_record(document: object, file: str = "") -> Loaded:
    """The meeting of a document, as `dump_record` writes it.

    Fields that are missing read as empty; unknown ones are collected with their paths, since
    a later release may have written them. Text is cleaned as the domain cleans it (FORMAT 7).

    Args:
        document: what a JSON parser answers.
        file: the name to give in errors.

    Raises:
        MeetingFileError: with the path of the fault ("agenda[2].title") and what was expected.
    """
    try:
        return _Reader().load(document)
    except MeetingFileError as fault:
        fault.data["file"] = file
        raise


@dataclass
class _Reader:
    """One reading: the ids seen so far and what was not understood."""

    unknown: list[str] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    meeting_id: str = ""

    def load(self, document: object) -> Loaded:
        check_whole(document)
        whole = _as_object(document, "")
        _check_header(whole)
        parts = parts_of_document()
        self._note_unknown(whole, "", {*HEADER, *(part.name for part in parts)})
        values = {part.name: value for part in parts for value in self._part(part, whole)}
        return Loaded(MeetingRecord(**values), self.unknown)

    def _part(self, part: Part, whole: dict[str, Any]) -> Iterator[Any]:
        """The part's value, or nothing where it is left out: its default holds then."""
        value = whole.get(part.name)
        if value is None and part.is_required:
            raise MeetingFileError(path=part.name, expected="present")
        if value is None:
            return
        if not part.is_list:
            yield self._row(part, value, part.name)
        elif isinstance(value, list):
            yield tuple(
                self._row(part, each, f"{part.name}[{index}]") for index, each in enumerate(value)
            )
        else:
            raise MeetingFileError(path=part.name, expected="list")

    def _row(self, part: Part, value: object, path: str) -> Row:
        given = _as_object(value, path)
        columns = part.row_type.registers()
        self._note_unknown(given, path, {"id", *(column.name for column in columns)})
        try:
            row = part.row_type(**self._values(part, given, path), id=_required(given, "id", path))
        except InvalidValueError as fault:
            raise _fault(part.row_type, fault, path) from None
        self._check_place_in_file(part, row, path)
        return row

    def _values(self, part: Part, given: dict[str, Any], path: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column in part.row_type.registers():
            below = path_to(path, column.name)
            if column.name in given:
                values[column.name] = self._value(column, given[column.name], below)
            elif is_owner(column):
                if names_its_meeting(part):
                    raise MeetingFileError(path=below, expected="present")
                values[column.name] = self.meeting_id
        return values

    def _value(self, column: Column, value: Any, path: str) -> Any:  # noqa: ANN401 - JSON
        if column.shape not in COMPOUNDS:
            if is_owner(column) and value is None:
                raise MeetingFileError(path=path, expected="identity")
            return value
        given = _as_object(value, path)
        names = names_of_parts(column.shape)
        self._note_unknown(given, path, set(names))
        return COMPOUNDS[column.shape](**{name: given[name] for name in names if name in given})

    def _check_place_in_file(self, part: Part, row: Row, path: str) -> None:
        if part.name == "meeting":
            self.meeting_id = row.id
        if (row.TABLE, row.id) in self.seen:
            raise MeetingFileError(path=path_to(path, "id"), expected="unique_id")
        self.seen.add((row.TABLE, row.id))
        owner = getattr(row, "meeting_id", self.meeting_id)
        if owner != self.meeting_id and not may_belong_elsewhere(part):
            raise MeetingFileError(path=path_to(path, "meeting_id"), expected="this_meeting")

    def _note_unknown(self, given: dict[str, Any], path: str, known: set[str]) -> None:
        self.unknown.extend(path_to(path, key) for key in given if key not in known)


def _check_header(whole: dict[str, Any]) -> None:
    if whole.get("format") != FORMAT:
        raise MeetingFileError(path="format", expected="format")
    version = whole.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise MeetingFileError(path="version", expected="integer")
    if version > VERSION:
        raise MeetingFileError(path="version", expected="version")


def _as_object(value: object, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise MeetingFileError(path=path, expected="object")
    return value


def _required(given: dict[str, Any], key: str, path: str) -> Any:  # noqa: ANN401 - JSON
    if key not in given:
        raise MeetingFileError(path=path_to(path, key), expected="present")
    return given[key]


def _fault(row_type: type[Row], fault: InvalidValueError, path: str) -> MeetingFileError:
    shapes = {column.name: column.shape for column in row_type.registers()}
    is_token = shapes.get(fault.field) is Shape.TOKEN
    return MeetingFileError(
        path=path_to(path, fault.field), expected="token" if is_token else fault.expected
    )
