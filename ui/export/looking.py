"""A look at a document before it goes out: what it says, what is missing, whose names stand there.

All of it is read in the archive's thread; the screen gets words and places that are ready.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recorder import Gap
from ui.export.choice import DATA
from ui.export.wording import gap_words
from ui.i18n import _, isolate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recorder import Finding, Leak, MeetingRecord, Row
    from ui.bridge import ArchiveType
    from ui.export.choice import Order

_LONGEST = 70


@dataclass(frozen=True)
class Place:
    """Where something is put right: a table and a row of it that a screen can show."""

    table: str
    row_id: str
    part: str = ""


@dataclass(frozen=True)
class Line:
    """Something that somebody should look at, in words, and its place."""

    words: str
    place: Place
    is_leak: bool = False


@dataclass(frozen=True)
class Look:
    """What the screen shows of an order.

    Attributes:
        html: the document, "" where there is nothing to look at.
        is_whole: whether all of it is there.
        lines: names against the rule first, then what is missing.
    """

    html: str
    is_whole: bool
    lines: tuple[Line, ...]


def look_at(order: Order, archive: ArchiveType) -> Look:
    """Read all of it; raises NotFoundError where the meeting has gone."""
    gaps = archive.checklist(order.meeting_id)
    record = archive.meetings.record(order.meeting_id)
    rows = {each.id: each for each in record.rows()}
    missing = [_line_of_gap(each, rows, record) for each in gaps]
    if order.choice.form in DATA:
        return Look("", is_whole=True, lines=tuple(missing))
    edition = order.edition()
    html, is_whole = archive.preview(order.meeting_id, edition)
    leaks = archive.find_leaks(order.meeting_id, edition)
    standing = [_line_of_leak(each, rows, record) for each in leaks]
    return Look(html, is_whole, (*dict.fromkeys(standing), *missing))


def _line_of_leak(leak: Leak, rows: Mapping[str, Row], record: MeetingRecord) -> Line:
    """Led to where the name was typed; where nobody typed it, to whose name it is."""
    name = isolate(leak.found)
    origin = rows.get(leak.origin.row_id) if leak.origin else None
    if origin is None:
        said = _("The name “{name}” still stands in the document")
        return Line(said.format(name=name), Place(leak.table, leak.row_id), is_leak=True)
    said = (
        _("The name “{name}” still stands here: {what}")
        if leak.is_whole
        else _("“{name}” stands here and may be part of a name: {what}")
    )
    words = said.format(name=name, what=isolate(_text_of(origin, record)))
    return Line(words, _place_of(origin, record), is_leak=True)


def _line_of_gap(finding: Finding, rows: Mapping[str, Row], record: MeetingRecord) -> Line:
    row = rows.get(finding.row_id)
    words = gap_words(finding.gap)
    if row is None or finding.table == "meeting":
        part = "people" if finding.gap == Gap.ATTENDANCE else finding.field
        return Line(words, Place("meeting", finding.row_id, part))
    said = words.format(what=isolate(_text_of(row, record)))
    return Line(said, _place_of(row, record, finding.field))


def _place_of(row: Row, record: MeetingRecord, part: str = "") -> Place:
    table = row.TABLE
    if table == "attendance":
        return Place("person", getattr(row, "person_id", None) or "", part)
    if table in {"issue", "decision"}:
        return Place("agenda_item", getattr(row, "place").parent_id or "", part)  # noqa: B009
    if table in {"note", "recommendation", "agenda_item", "person", "organisation"}:
        return Place(table, row.id, part)
    return Place("meeting", record.meeting.id, part)


def _text_of(row: Row, record: MeetingRecord) -> str:
    """How people know it: its text or title, or the name of whom it is about."""
    for column in ("text", "title", "name", "caption"):
        if said := " ".join(str(getattr(row, column, "") or "").split()):
            return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"
    person = record.person_by_id.get(getattr(row, "person_id", None) or "")
    return person.name if person else _("Untitled")
