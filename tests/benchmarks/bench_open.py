"""Opening a meeting of 5,000 notes: the whole record against the bare SELECT of its notes."""

import tempfile
from pathlib import Path

from recorder import AgendaItem, Archive, Meeting, Note, Person, Place, Speaker
from tests.benchmarks.raw_database import TEXT, in_turns
from tests.benchmarks.row import Row

NOTES = 5_000
TIMES = 15


def measure() -> list[Row]:
    """The rows of a meeting as values of the domain, and the whole record."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder) / "archive.mahdar") as archive,
    ):
        archive.write(*_meeting())
        connection = archive._file.database.conn
        select = (
            "SELECT id, meeting_id, place_parent_id, place_sort_key, kind, speaker_person_id,"
            " speaker_label, verb, text, said_at, attribution FROM note"
            " WHERE meeting_id = 'm' AND deleted = 0 ORDER BY place_sort_key, id"
        )
        floor, notes, record = in_turns(
            TIMES,
            lambda _: connection.execute(select).fetchall(),
            lambda _: archive.notes.all("m"),
            lambda _: archive.meetings.record("m"),
        )
    return [
        Row("open a meeting of 5,000 notes", record / 1e3, floor / 1e3, record / floor, 1.5, "ms"),
        Row("…and every note as a value", notes / 1e3, floor / 1e3, notes / floor, 2.5, "ms"),
    ]


def _meeting() -> list[Meeting | AgendaItem | Person | Note]:
    people = [Person(id=f"p{number}", name=f"مشارك {number}") for number in range(40)]
    notes = [
        Note(
            id=f"n{number}", meeting_id="m", place=Place("i", f"{number:06}"),
            speaker=Speaker(people[number % 40].id, ""), text=f"{TEXT} {number}",
            said_at="2026-11-23T08:00:00Z",
        )
        for number in range(NOTES)
    ]  # fmt: skip
    item = AgendaItem(id="i", meeting_id="m", title="الخدمات الأساسية", place=Place(None, "a0"))
    return [Meeting(id="m", title="لقاء"), item, *people, *notes]
