"""Who began the notes of a meeting, as each laptop tells it."""

from dataclasses import replace

import pytest

from recorder import Archive, Meeting, Note
from tests.recorder.archive.laptops import deliver, exchange_all


@pytest.fixture
def pair(make_archive):
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m"))
    here.notes.append(Note(id="own", meeting_id="m", text="من هنا"))
    deliver(here, there)
    there.notes.append(Note(id="theirs", meeting_id="m", text="من هناك"))
    return here, there


def told(archive, meeting_id="m"):
    read = archive.notes.authors(meeting_id)
    return {note_id: read.names[author] for note_id, author in read.others.items()}


def test_each_laptop_tells_what_the_other_began(pair):
    here, there = pair
    assert told(here) == {}
    exchange_all([here, there])
    assert told(here) == {"theirs": "هناك"}
    assert told(there) == {"own": "هنا"}


def test_who_writes_on_in_a_note_has_not_begun_it(pair):
    here, there = pair
    there.notes.write(replace(there.notes.get("own"), text="من هنا وهناك"))
    exchange_all([here, there])
    here.notes.write(replace(here.notes.get("theirs"), text="من هناك وهنا"))
    exchange_all([here, there])
    assert told(here) == {"theirs": "هناك"}
    assert told(there) == {"own": "هنا"}


def test_what_came_from_somebody_by_way_of_another_is_still_theirs(pair, make_archive):
    here, there = pair
    third = make_archive("ثالث")
    exchange_all([here, there])
    deliver(here, third)
    assert told(third) == {"own": "هنا", "theirs": "هناك"}


def test_another_meeting_has_its_own(pair):
    here, there = pair
    there.meetings.write(Meeting(id="k"))
    there.notes.append(Note(id="far", meeting_id="k", text="كلمة"))
    exchange_all([here, there])
    assert told(here, "k") == {"far": "هناك"}
    assert told(here) == {"theirs": "هناك"}


def test_a_restored_copy_knows_its_own_notes_again(pair, tmp_path):
    here, there = pair
    exchange_all([here, there])
    path, author = here.path, here.author
    here.close()
    with Archive.open(path, author=author, machine=tmp_path / "new machine") as moved:
        assert moved.is_new_copy
        assert told(moved) == {"theirs": "هناك"}


def test_it_is_asked_once_and_by_an_index(pair):
    here, there = pair
    exchange_all([here, there])
    plans = []
    database = here._file.database.conn
    statements = []
    database.set_trace_callback(statements.append)
    told(here)
    database.set_trace_callback(None)
    begun = [each for each in statements if "secret_key IS NULL" in each]
    assert len(begun) == 1
    plans = [row[-1] for row in database.execute(f"EXPLAIN QUERY PLAN {begun[0]}")]
    assert not [each for each in plans if each.startswith("SCAN log")]
