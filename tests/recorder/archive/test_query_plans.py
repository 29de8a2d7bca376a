"""What is read often is found by an index: no hot read goes through a table that grows.

Every statement that runs while the work is done is caught, and SQLite is asked how it would find
its rows.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

import pytest
import sqlcipher3.dbapi2 as sqlite

from recorder import Archive, Attachment, Draft, Note
from tests.benchmarks.large_archive import Shape, id_of, make_archive

GROWING = {
    "agenda_item", "attachment", "attendance", "blob", "blob_chunk", "carried", "decision", "deed",
    "follow_up", "host", "issue", "log", "logged_row", "note", "position", "recommendation", "seal",
    "search_row", "source", "standing", "support", "turn", "waiting",
}  # fmt: skip
"""Tables that grow with each meeting. People, themes and meetings are lists that screens show."""

LAST_ROW = "SELECT max(no) FROM log"
"""The end of the table itself: its plan reads as a look at all rows, and is one at the last."""

MEETING = id_of("meeting", 1)
NOTE = id_of("note", 1, 0)


Statement = tuple[str, Sequence[object]]


class TellingConnection(sqlite.Connection):
    """A connection that remembers what it was asked; a value in the text would change the plan."""

    asked: ClassVar[list[Statement]] = []

    def execute(self, statement: str, values: Sequence[object] = ()) -> sqlite.Cursor:
        self.asked.append((statement, values))
        return super().execute(statement, values)

    def executemany(self, statement: str, values: Iterable[Sequence[object]]) -> sqlite.Cursor:
        rows = list(values)
        self.asked.extend((statement, row) for row in rows[:1])
        return super().executemany(statement, rows)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("plans") / "archive.mahdar"
    make_archive(path, Shape(meetings=3, notes=12))
    connect = sqlite.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "connect", partial(connect, factory=TellingConnection))
        with Archive.open(path, author="ليلى", machine=path.parent) as opened:
            yield opened


def plans(archive: Archive, work: Callable[[Archive], object]) -> dict[str, list[str]]:
    """How SQLite finds the rows of each statement that the work asks."""
    TellingConnection.asked.clear()
    work(archive)
    asked = {
        statement: values
        for statement, values in TellingConnection.asked
        if statement != LAST_ROW
        and re.match(r"\s*(?:SELECT|WITH|UPDATE|DELETE|INSERT)\b", statement)
    }
    assert asked, "nothing was asked"
    explain = archive._file.database.conn.execute
    return {
        statement: [
            line[-1] for line in explain(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
        ]
        for statement, values in asked.items()
    }


def scanned(plan: str) -> str | None:
    """The growing table that a line of a plan goes through; SEARCH without an index does too."""
    found = re.match(r"(SCAN|SEARCH) (\w+)( USING)?", plan)
    if found is None or found[2] not in GROWING:
        return None
    return found[2] if found[1] == "SCAN" or not found[3] else None


def note(archive: Archive) -> Note:
    return archive.notes.get(NOTE)


def save_a_draft(archive: Archive) -> None:
    for number in range(2):
        archive.drafts.save(
            Draft(window="w", table="note", row_id=NOTE, column="text", text=f"يُكتب {number}")
        )
    archive.drafts.commit("w", "note", NOTE, "text")


def save_the_first_change_after_opening(archive: Archive) -> None:
    archive._writer.log.forget_caches()
    archive.notes.write(replace(note(archive), text="أول كلمة"))


HOT: dict[str, Callable[[Archive], object]] = {
    "the library": lambda archive: archive.meetings.summaries(),
    "a meeting": lambda archive: archive.meetings.record(MEETING),
    "its notes": lambda archive: archive.notes.all(MEETING),
    "a note": note,
    "a draft": save_a_draft,
    "a change": lambda archive: archive.notes.write(replace(note(archive), text="كلمة أخرى")),
    "the first change after opening": save_the_first_change_after_opening,
    "a new note": lambda archive: archive.notes.append(
        Note(id="new", meeting_id=MEETING, text="جديدة", place=note(archive).place)
    ),
    "a new note under no item": lambda archive: archive.notes.append(
        Note(id="loose", meeting_id=MEETING, text="بلا بند")
    ),
    "a moved note": lambda archive: archive.notes.move(
        NOTE, parent_id=note(archive).place.parent_id, after=id_of("note", 1, 10)
    ),
    "a deleted note": lambda archive: archive.notes.delete(id_of("note", 1, 3)),
    "what can be undone": lambda archive: archive.undoable(),
    "what can be done again": lambda archive: archive.redoable(),
    "undo and redo": lambda archive: (archive.undo(), archive.redo()),
    "the history of a note": lambda archive: archive.history("note", NOTE),
    "the trash of a meeting": lambda archive: archive.trash(MEETING),
    "the story of a meeting": lambda archive: archive.story(MEETING),
    "the last export": lambda archive: archive.last_export(MEETING),
    "the changes beyond a vector": lambda archive: archive.changes_since(archive.vector()),
    "a search": lambda archive: archive.search("الماء"),
    "conflicts of a meeting": lambda archive: archive.conflicts(MEETING),
    "open recommendations": lambda archive: archive.meetings.open_recommendations(MEETING),
    "files of a meeting": lambda archive: archive.attachments.all(MEETING),
    "the state of a file": lambda archive: archive.attachments.state("file"),
}


@pytest.fixture(scope="module", autouse=True)
def attached(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("files") / "تقرير.pdf"
    path.write_bytes(b"%PDF")
    archive.attachments.add(Attachment(id="file", meeting_id=MEETING), path)


@pytest.mark.parametrize("work", HOT.values(), ids=HOT.keys())
def test_no_hot_read_goes_through_a_table_that_grows(
    archive: Archive, work: Callable[[Archive], object]
) -> None:
    found = {
        (table, statement)
        for statement, lines in plans(archive, work).items()
        for line in lines
        if (table := scanned(line))
    }
    assert found == set()


def test_a_note_under_no_item_is_placed_without_a_look_at_other_meetings(
    archive: Archive,
) -> None:
    """The notes without an item of all meetings stand together in the index of items."""
    note = Note(id="loose2", meeting_id=MEETING, text="بلا بند")
    asked = plans(archive, lambda archive: archive.notes.append(note))
    (plan,) = [lines for statement, lines in asked.items() if "max(place_sort_key)" in statement]
    assert "(meeting_id=? " in plan[0]


def test_meetings_are_counted_without_reading_their_rows(archive: Archive) -> None:
    asked = plans(archive, lambda archive: archive.meetings.summaries())
    (plan,) = [lines for statement, lines in asked.items() if "count(*)" in statement]
    counted = [line for line in plan if re.match("SEARCH (?:note|attendance)", line)]
    assert len(counted) == 3
    assert all("COVERING INDEX" in line for line in counted)
