"""Many meetings in figures, for whoever analyses them: JSON Lines, an object on each line.

A first line says what the file is; then each meeting is followed by its recommendations. There
are counts, stable English tokens and what the meeting asks for, but nobody's name and nothing that
somebody said: a program reads it line by line, however many meetings there are.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from recorder.domain.meeting import Attendance
from recorder.domain.recommendation import Recommendation
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Presence
from recorder.replacing import replacing

FORMAT, VERSION = "mahdar.figures", 1


def write_figures(records: Iterable[MeetingRecord], path: Path) -> Path:
    """Write the figures of meetings, one meeting in memory at a time.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    with replacing(path) as stream:
        for each in figures(records):
            line = json.dumps(each, ensure_ascii=False, separators=(",", ":"))
            stream.write(f"{line}\n".encode())
    return path


def figures(records: Iterable[MeetingRecord]) -> Iterator[dict[str, Any]]:
    """The objects of the file, in its order."""
    yield {"kind": "file", "format": FORMAT, "version": VERSION}
    for each in records:
        record = each.without_private_notes()
        yield _meeting(record)
        for place, row in enumerate(record.recommendations, start=1):
            if row.text.strip():
                yield _recommendation(record, row, place)


def _meeting(record: MeetingRecord) -> dict[str, Any]:
    meeting = record.meeting
    came = [each for each in record.attendance if each.presence == Presence.PRESENT]
    return {
        "kind": "meeting", "id": meeting.id, "number": meeting.number, "title": meeting.title,
        "type": meeting.kind, "date": meeting.date, "city": meeting.city, "state": meeting.state,
        "series": record.series.title if record.series else "",
        "people": _counted(each.presence for each in record.attendance),
        "present_by_sex": _counted(_sex(record, each) for each in came),
        "present_by_sector": _counted(_sector(record, each) for each in came),
        "organisations_present": len({_body(record, each) for each in came} - {None}),
        "notes": _counted(each.kind for each in record.notes),
        "issues": _counted(each.agreement for each in record.issues),
        "decisions": len(record.decisions), "recommendations": len(record.recommendations),
        "carried": len(record.carried),
    }  # fmt: skip


def _recommendation(record: MeetingRecord, row: Recommendation, place: int) -> dict[str, Any]:
    lead = record.organisation_by_id.get(row.lead_id or "")
    theme = record.theme_by_id.get(row.theme_id or "")
    latest = record.progress_of(row.id)
    return {
        "kind": "recommendation", "id": row.id, "meeting": record.meeting.id,
        "meeting_date": record.meeting.date, "number": row.number or str(place),
        "text": row.text, "theme": theme.title if theme else "", "lead": lead.name if lead else "",
        "lead_sector": lead.sector if lead else None, "priority": row.priority, "due": row.due,
        "stage": row.stage, "status": record.status_of(row.id),
        "percent": record.percent_of(row.id), "last_follow_up": latest.date if latest else "",
    }  # fmt: skip


def _counted(tokens: Iterable[str | None]) -> dict[str, int]:
    """How many of each token there are; `unknown` where nobody said."""
    counts = Counter(str(each) if each else "unknown" for each in tokens)
    return dict(sorted(counts.items()))


def _sex(record: MeetingRecord, row: Attendance) -> str | None:
    person = record.person_by_id.get(row.person_id or "")
    return person.sex if person else None


def _sector(record: MeetingRecord, row: Attendance) -> str | None:
    body = record.organisation_of(row.person_id or "")
    return body.sector if body else None


def _body(record: MeetingRecord, row: Attendance) -> str | None:
    body = record.organisation_of(row.person_id or "")
    return body.id if body else None
