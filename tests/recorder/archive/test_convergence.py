"""Laptops that have seen the same changes show the same tables, whatever the order."""

import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder import Archive, ChangeRefusedError, Meeting, Note, Recommendation, new_id
from recorder.domain.log import LoggedValue
from recorder.storage.codec import CODECS
from recorder.storage.log import Entry

LAPTOPS = 3


def tables(archive: Archive) -> dict[str, list[Any]]:
    database = archive._file.database
    contents = {table: list(database.table(table).rows_where(order_by="id")) for table in CODECS}
    conflicts = [(each.table, each.row_id, each.column, each.sides)
                 for each in archive.conflicts()]  # fmt: skip
    return {**contents, "conflicts": sorted(conflicts, key=str)}


def deliver(source: Archive, target: Archive, chance: random.Random | None = None) -> None:
    changes = source.changes_since({})
    if chance is not None:
        chance.shuffle(changes)
        changes += chance.sample(changes, len(changes) // 2)
    target.receive(changes)


def exchange_all(archives: list[Archive]) -> None:
    for _ in range(2):
        for source in archives:
            for target in archives:
                if source is not target:
                    deliver(source, target)


def test_a_meeting_written_on_one_laptop_is_there_on_the_other(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    meeting = Meeting(id=new_id(), title="لقاء")
    here.meetings.write(meeting)
    here.notes.append(Note(id=new_id(), meeting_id=meeting.id, text="كلمة"))
    deliver(here, there)
    assert there.meetings.get(meeting.id) == meeting
    assert [hit.table for hit in there.search("كلمه")] == ["note"]
    deliver(there, here)
    assert tables(here) == tables(there)


def test_two_titles_written_apart_are_both_kept_and_the_same_one_shows(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    meeting = Meeting(id=new_id(), title="لقاء")
    here.meetings.write(meeting)
    deliver(here, there)
    here.meetings.write(replace(meeting, title="لقاء حلب"))
    there.meetings.write(replace(meeting, title="لقاء تشاوري"))
    exchange_all([here, there])
    (conflict,) = here.conflicts(meeting.id)
    assert {side.value for side in conflict.sides} == {"لقاء حلب", "لقاء تشاوري"}
    assert {side.author for side in conflict.sides} == {"هنا", "هناك"}
    assert conflict.sides[0].value == here.meetings.get(meeting.id).title
    assert tables(here) == tables(there)


def test_writing_once_more_settles_a_conflict_everywhere(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    meeting = Meeting(id=new_id(), title="لقاء")
    here.meetings.write(meeting)
    deliver(here, there)
    here.meetings.write(replace(meeting, title="أ"))
    there.meetings.write(replace(meeting, title="ب"))
    exchange_all([here, there])
    here.meetings.write(replace(meeting, title="أ وب"))
    exchange_all([here, there])
    assert there.conflicts() == []
    assert there.meetings.get(meeting.id).title == "أ وب"


def test_texts_of_one_note_written_apart_both_stay_on_lines_of_their_own(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="بنسبة 10 بالمئة")
    here.notes.append(note)
    deliver(here, there)
    here.notes.write(replace(here.notes.get(note.id), text="بنسبة 15 بالمئة"))
    there.notes.write(replace(there.notes.get(note.id), text="بنسبة 12 بالمئة"))
    exchange_all([here, there])
    text = here.notes.get(note.id).text
    assert sorted(text.split("\n")) == ["بنسبة 12 بالمئة", "بنسبة 15 بالمئة"]
    assert there.notes.get(note.id).text == text


def test_deleting_an_edited_note_keeps_the_edit(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    here.notes.append(note)
    deliver(here, there)
    here.notes.delete(note.id)
    there.notes.write(replace(there.notes.get(note.id), text="كلمة مهمة"))
    exchange_all([here, there])
    assert here.notes.get(note.id).text == "كلمة مهمة"
    assert tables(here) == tables(there)


def test_a_deletion_that_everybody_saw_stays_one(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    here.notes.append(note)
    deliver(here, there)
    there.notes.delete(note.id)
    deliver(there, here)
    assert here.notes.find(note.id) is None


def test_private_notes_do_not_travel(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id=new_id(), meeting_id="m", text="سرّ", kind="private"))
    here.notes.append(Note(id=new_id(), meeting_id="m", text="علني"))
    deliver(here, there)
    assert [note.text for note in there.notes.all("m")] == ["علني"]


def test_changes_wait_for_what_they_hang_from(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    note = Note(id=new_id(), meeting_id="m", text="كلمة")
    here.notes.append(note)
    first, *rest = [each for each in here.changes_since({}) if each.change.scope == "m"]
    there.receive(rest)
    assert there.count_waiting() == len(rest)
    assert there.notes.all("m") == []
    there.receive([first])
    assert there.count_waiting() == 0
    assert there.notes.all("m") == here.notes.all("m")


@pytest.mark.parametrize(
    "forge",
    [
        lambda each: LoggedValue(each.change, each.salt, '"شيء لم يقله أحد"'),
        lambda each: LoggedValue(replace(each.change, table="note; DROP"), each.salt, each.value),
        lambda each: LoggedValue(replace(each.change, lamport=0), each.salt, each.value),
        lambda each: LoggedValue(replace(each.change, row_id="x"), each.salt, each.value),
    ],
    ids=["value", "name", "count", "rewritten"],
)
def test_a_forged_change_is_refused_and_nothing_of_its_kind_arrives(
    make_archive: Callable[[str], Archive], forge: Callable[[LoggedValue], LoggedValue]
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.notes.append(Note(id=new_id(), meeting_id="m", text="كلمة"))
    deliver(here, there)
    here.notes.append(Note(id=new_id(), meeting_id="m", text="أخرى"))
    here.notes.append(Note(id=new_id(), meeting_id="m", text="ثالثة"))
    changes = here.changes_since(there.vector())
    before = tables(there)
    changes[0] = forge(changes[0])
    with pytest.raises(ChangeRefusedError):
        there.receive(changes)
    assert tables(there) == before
    assert there.check().ok


def test_an_unknown_table_of_a_later_release_is_kept_and_passed_on(
    make_archive: Callable[[str], Archive],
) -> None:
    later, here, other = make_archive("لاحق"), make_archive("هنا"), make_archive("آخر")
    log = later._writer.log
    with later._writer.transaction():
        action = later._writer.begin(new_id(), "applause.write")
        entry = Entry("m", "applause", new_id(), "loudness", "9")
        log.append(later._writer.sites.public, action, entry)
    deliver(later, here)
    deliver(here, other)
    assert "applause" in {each.change.table for each in other.changes_since({})}
    assert other.check().ok


step = st.tuples(
    st.integers(0, LAPTOPS - 1),
    st.sampled_from(["write", "edit", "delete", "restore", "move", "title", "send", "clock"]),
    st.integers(0, 10_000),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(step, max_size=40), st.integers(0, 2**32))
def test_laptops_that_saw_the_same_changes_show_the_same(
    steps: list[tuple[int, str, int]], seed: int
) -> None:
    folder = Path(tempfile.mkdtemp())
    chance = random.Random(seed)
    moments = [datetime(2026, 1, 1, tzinfo=UTC)] * LAPTOPS
    archives = [
        Archive.open(folder / f"{at}.mahdar", author=str(at), clock=lambda at=at: moments[at])
        for at in range(LAPTOPS)
    ]
    try:
        for at, verb, number in steps:
            if verb == "send":
                deliver(archives[at], archives[number % LAPTOPS], chance)
            elif verb == "clock":
                moments[at] += timedelta(days=number - 5_000)
            else:
                play(archives[at], verb, number)
        exchange_all(archives)
        shown = [tables(archive) for archive in archives]
        assert shown[0] == shown[1] == shown[2]
        for archive in archives:
            assert archive.check().problems == ()
    finally:
        for archive in archives:
            archive.close()
        shutil.rmtree(folder)


def play(archive: Archive, verb: str, number: int) -> None:
    notes = archive.notes.all("m")
    if verb == "write" or not notes:
        archive.notes.append(Note(id=new_id(), meeting_id="m", text=f"مداخلة {number}"))
        archive.recommendations.append(
            Recommendation(id=new_id(), meeting_id="m", text=f"توصية {number}")
        )
        return
    note = notes[number % len(notes)]
    match verb:
        case "edit":
            archive.notes.write(replace(note, text=f"{note.text} {number}"))
        case "delete":
            archive.notes.delete(note.id)
        case "restore":
            archive.notes.restore(note.id)
        case "move":
            archive.notes.move(note.id)
        case "title":
            (first, *_) = archive.recommendations.all("m") or [None]
            if first is not None:
                archive.recommendations.write(replace(first, text=f"نص {number}"))
