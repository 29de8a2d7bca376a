"""Due dates and the next meeting for a calendar (iCalendar, RFC 5545).

Due dates are all-day events and not to-dos: Google and Outlook leave the to-dos of a file out.
An identifier never changes, so a file that is taken in again moves what is there.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from recorder.domain.recommendation import Recommendation
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Stage, Status
from recorder.language.direction import clean
from recorder.minutes.edition import Edition, in_one_language
from recorder.minutes.material import Material
from recorder.minutes.stream import write_text_file

_LONGEST = 75  # octets of a line, the break not counted (3.1)
_OPEN = "BEGIN:VCALENDAR VERSION:2.0 PRODID:-//Mahdar//Minutes//{language} CALSCALE:GREGORIAN"


def write_calendar(record: MeetingRecord, edition: Edition, path: Path, now: datetime) -> Path:
    """Write the due dates of open recommendations and the next meeting.

    Args:
        record: the meeting.
        edition: the language of what the program words.
        path: the file.
        now: the instant that stands in each entry as that of its making.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    material = Material(record, in_one_language(edition))
    return write_text_file(calendar(material, now), path)


def calendar(material: Material, now: datetime) -> Iterator[str]:
    """The lines of the file."""
    language = material.edition.language
    yield from (f"{each}\r\n" for each in _OPEN.format(language=language.upper()).split(" "))
    yield from _next_meeting(material, now)
    record = material.everybody.without_private_notes()
    rows = [*material.numbered(record.recommendations), *(("", each) for each in record.earlier)]
    for number, each in rows:
        is_open = record.status_of(each.id) not in (Status.DONE, Status.DROPPED)
        is_open = is_open and each.stage != Stage.REJECTED
        if each.due and each.text.strip() and is_open:
            yield from _due(material, number, each, now)
    yield "END:VCALENDAR\r\n"


def _due(material: Material, number: str, row: Recommendation, now: datetime) -> Iterator[str]:
    words = material.words
    lead = material.names.organisation(row.lead_id)
    told = (
        (words.pgettext("column", "Lead"), lead),
        (words.pgettext("column", "Indicator"), clean(row.indicator.strip())),
        (words.pgettext("column", "Evidence"), clean(row.evidence.strip())),
        (words.pgettext("calendar", "Meeting"), clean(material.meeting.title.strip())),
        (words.pgettext("calendar", "Recommendation no."), number),
    )
    yield from _event(
        f"{row.id}-due", row.due, now,
        SUMMARY=words.gettext("Due: {text}").format(text=row.text.strip()),
        DESCRIPTION="\n".join(f"{name}: {value}" for name, value in told if value),
    )  # fmt: skip


def _next_meeting(material: Material, now: datetime) -> Iterator[str]:
    meeting, words = material.meeting, material.words
    if not meeting.next_date:
        return
    series = material.record.series
    name = series.title if series else meeting.title
    yield from _event(
        f"{meeting.id}-next", meeting.next_date, now,
        SUMMARY=words.gettext("Next meeting: {title}").format(title=name.strip()),
        LOCATION=meeting.next_venue.strip(),
    )  # fmt: skip


def _event(identity: str, day: str, now: datetime, **texts: str) -> Iterator[str]:
    """An entry of a whole day, during which nobody is shown as busy."""
    first = date.fromisoformat(day)
    lines = [
        "BEGIN:VEVENT", f"UID:{_text(identity)}@mahdar.invalid",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}",
        *(f"{name}:{_text(text)}" for name, text in texts.items() if text),
        "TRANSP:TRANSPARENT", "END:VEVENT",
    ]  # fmt: skip
    yield from (_folded(each) for each in lines)


def _text(text: str) -> str:
    """A text as a value (3.3.11)."""
    said = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return said.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets that cut no letter (3.1)."""
    pieces, length = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if length + octets > _LONGEST:
            pieces.append("")
            length = 1  # the space that a continued line begins with
        pieces[-1] += letter
        length += octets
    return "\r\n ".join(pieces) + "\r\n"
