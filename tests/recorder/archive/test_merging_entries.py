"""Two entries of one person or organisation are read as one, and nothing is rewritten for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from recorder import (
    Archive,
    Attendance,
    Draft,
    Host,
    HostRole,
    Note,
    Person,
    Presence,
    SearchFilter,
    Speaker,
    Support,
)
from recorder.storage import writer
from tests.recorder.archive.doubled_entries import ROWS, merge_both
from tests.recorder.archive.laptops import tables


@pytest.fixture(autouse=True)
def hurried_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 0.0)


@pytest.fixture
def doubled(archive: Archive) -> Archive:
    archive.write(*ROWS)
    return archive


def named_by_rows(archive: Archive) -> set[str]:
    """Every person and organisation that a reading of the meeting names."""
    record = archive.meetings.record("m")
    found = set()
    for row in record.rows():
        for column in row.registers():
            value = getattr(row, column.name)
            if isinstance(value, Speaker):
                found.add(value.person_id)
            elif column.table in {"person", "organisation"}:
                found.add(value)
    return found - {None}


## What is read


def test_every_reference_of_a_meeting_names_the_entry_that_shows(doubled: Archive) -> None:
    assert {"wassim2", "gloca2"} <= named_by_rows(doubled)
    merge_both(doubled)
    assert named_by_rows(doubled) == {"wassim", "gloca"}
    record = doubled.meetings.record("m")
    assert [each.id for each in record.people] == ["wassim"]
    assert [each.id for each in record.organisations] == ["gloca"]


def test_who_only_spoke_is_among_the_people_of_the_meeting_once_merged(doubled: Archive) -> None:
    doubled.people.write(Person(id="guest", name="ضيف"))
    doubled.notes.append(Note(id="g", meeting_id="m", text="قول", speaker=Speaker("guest")))
    doubled.duplicates.merge("person", "guest", "ayman")
    assert "ayman" in {each.id for each in doubled.meetings.record("m").people}


def test_each_subject_reads_the_same_references_as_the_whole_meeting(doubled: Archive) -> None:
    merge_both(doubled)
    assert doubled.notes.get("n").speaker == Speaker("wassim")
    assert doubled.notes.all("m")[0].speaker == Speaker("wassim")
    assert doubled.meetings.get("m").chair_id == "wassim"
    assert doubled.people.get("ayman").organisation_id == "gloca"
    assert doubled.recommendations.get("r").lead_id == "gloca"
    assert doubled.positions.get("p").holder == Speaker("wassim")
    assert doubled.turns.get("t").speaker == Speaker("wassim")
    assert doubled.agenda.get("i").presenter_id == "wassim"
    assert doubled.attendance.all("m")[0].organisation_id == "gloca"


def test_an_entry_that_was_merged_away_is_found_as_the_one_that_shows(doubled: Archive) -> None:
    merge_both(doubled)
    assert doubled.people.get("wassim2") == doubled.people.get("wassim")
    assert doubled.people.get("wassim2").name == "وسيم الحاج"
    assert [each.id for each in doubled.people.all()] == ["ayman", "wassim"]
    assert [each.id for each in doubled.organisations.all()] == ["gloca"]


def test_all_names_stay_known_and_a_rule_that_hides_names_hides_the_old_ones(
    doubled: Archive,
) -> None:
    merge_both(doubled)
    names = ("وسيم الحاج", "أبو أحمد وسيم حاج")
    assert doubled.duplicates.names_of("person", "wassim") == names
    assert doubled.duplicates.names_of("person", "wassim2") == names
    assert doubled.meetings.record("m").other_names == {
        "wassim": ("أبو أحمد وسيم حاج",), "gloca": ("غلوكا", "GLOCA"),
    }  # fmt: skip


def test_a_search_for_the_old_name_leads_to_the_entry_that_shows(doubled: Archive) -> None:
    merge_both(doubled)
    assert [(hit.table, hit.row_id) for hit in doubled.search("ابو احمد")] == [("person", "wassim")]
    assert [hit.row_id for hit in doubled.search("وسيم")] == ["wassim"]
    assert [hit.row_id for hit in doubled.search("غلوكا")] == ["gloca"]
    (said,) = doubled.search("الماء")
    assert said.who == "وسيم الحاج"


def test_a_search_for_what_somebody_said_finds_what_is_stored_under_either_entry(
    doubled: Archive,
) -> None:
    doubled.notes.append(Note(id="n2", meeting_id="m", text="الماء", speaker=Speaker("wassim")))
    assert len(doubled.search("الماء", SearchFilter(speaker="wassim"))) == 1
    merge_both(doubled)
    for each in ("wassim", "wassim2"):
        assert len(doubled.search("الماء", SearchFilter(speaker=each))) == 2
    assert len(doubled.search("الماء", SearchFilter(organisation_id="gloca"))) == 2


def test_a_search_within_a_body_finds_what_is_stored_under_a_merged_entry_without_one(
    doubled: Archive,
) -> None:
    doubled.people.write(Person(id="guest", name="ضيف"))
    doubled.notes.append(Note(id="g", meeting_id="m", text="الكهرباء", speaker=Speaker("guest")))
    of_gloca = SearchFilter(organisation_id="gloca")
    assert doubled.search("الكهرباء", of_gloca) == []
    doubled.duplicates.merge("person", "guest", "wassim")
    assert [hit.row_id for hit in doubled.search("الكهرباء", of_gloca)] == ["g"]


def test_a_file_of_the_meeting_holds_one_entry_and_none_of_the_links(
    doubled: Archive, tmp_path: Path
) -> None:
    merge_both(doubled)
    path = doubled.export_json("m", tmp_path / "m.json")
    text = path.read_text("utf-8")
    assert "wassim2" not in text
    assert "gloca2" not in text
    assert "other_names" not in text
    with Archive.open(tmp_path / "other.mahdar") as other:
        other.import_json(path)
        assert [each.id for each in other.people.all()] == ["wassim"]


def test_both_on_one_list_are_one_line_and_count_once(doubled: Archive) -> None:
    invited = Attendance(
        id=Attendance.id_for("m", "wassim"), meeting_id="m", person_id="wassim", remark="يتأخر"
    )
    doubled.attendance.append(invited)
    merge_both(doubled)
    (line,) = doubled.attendance.all("m")
    assert line.presence == Presence.PRESENT  # the row that says more, whoever's it is
    assert line.person_id == "wassim"
    assert doubled.meetings.record("m").attendance == [line]
    (summary,) = doubled.meetings.summaries()
    assert (summary.people, summary.present) == (1, 1)
    doubled.undo()
    doubled.undo()
    assert len(doubled.attendance.all("m")) == 2
    assert doubled.meetings.summaries()[0].people == 2


def test_both_present_count_as_one_present(doubled: Archive) -> None:
    doubled.attendance.append(
        Attendance(id="second", meeting_id="m", person_id="wassim", presence=Presence.PRESENT)
    )
    assert doubled.meetings.summaries()[0].present == 2
    merge_both(doubled)
    assert doubled.meetings.summaries()[0].present == 1


def test_two_hosts_that_are_one_are_one_and_so_are_two_supporters(doubled: Archive) -> None:
    doubled.write(
        Host(id="h", meeting_id="m", organisation_id="gloca", role=HostRole.DONOR),
        Support(id="s", meeting_id="m", recommendation_id="r", organisation_id="gloca"),
    )
    merge_both(doubled)
    (host,) = doubled.meetings.record("m").hosts
    assert (host.organisation_id, host.role) == ("gloca", HostRole.ORGANISER)
    assert len(doubled.meetings.record("m").supports) == 1


## What is written


def test_merging_writes_one_row_and_touches_nothing_that_is_there(doubled: Archive) -> None:
    before = tables(doubled)
    merge_both(doubled)
    after = tables(doubled)
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"person_alias", "organisation_alias"}


def test_a_note_of_a_merged_speaker_that_is_edited_writes_its_text_alone(doubled: Archive) -> None:
    merge_both(doubled)
    before = len(doubled.changes_since({}))
    note = doubled.notes.get("n")
    doubled.notes.write(replace(note, text="الماء منقطع منذ شهر"))
    written = [each.change.column for each in doubled.changes_since({})[before:]]
    assert written == ["text"]


def test_a_row_that_is_written_back_as_it_was_read_writes_nothing(doubled: Archive) -> None:
    merge_both(doubled)
    before = len(doubled.changes_since({}))
    record = doubled.meetings.record("m")
    doubled.write(*(row for row in record.rows() if row.TABLE != "series"))
    assert len(doubled.changes_since({})) == before


def test_typing_into_a_note_of_a_merged_speaker_writes_its_text_alone(doubled: Archive) -> None:
    merge_both(doubled)
    before = len(doubled.changes_since({}))
    fields = {"speaker": doubled.notes.get("n").speaker}
    draft = Draft(window="w", table="note", row_id="n", column="text", text="نص", fields=fields)
    doubled.drafts.save(draft)
    doubled.drafts.commit("w", "note", "n", "text")
    assert [each.change.column for each in doubled.changes_since({})[before:]] == ["text"]


def test_a_speaker_that_is_really_another_one_is_written(doubled: Archive) -> None:
    merge_both(doubled)
    doubled.notes.write(replace(doubled.notes.get("n"), speaker=Speaker("ayman")))
    assert doubled.notes.get("n").speaker == Speaker("ayman")
    doubled.notes.write(replace(doubled.notes.get("n"), speaker=Speaker(None, "المنظمون")))
    assert doubled.notes.get("n").speaker.label == "المنظمون"


def test_what_is_changed_in_the_one_line_of_two_holds_for_both(doubled: Archive) -> None:
    doubled.attendance.append(
        Attendance(id="second", meeting_id="m", person_id="wassim", presence=Presence.PRESENT)
    )
    merge_both(doubled)
    (line,) = doubled.attendance.all("m")
    doubled.attendance.write(replace(line, presence=Presence.EXCUSED))
    (line,) = doubled.attendance.all("m")
    assert line.presence == Presence.EXCUSED
    doubled.undo()
    assert doubled.attendance.all("m")[0].presence == Presence.PRESENT


def test_the_one_line_of_two_is_taken_off_the_list_whole_and_comes_back_whole(
    doubled: Archive,
) -> None:
    doubled.attendance.append(Attendance(id="second", meeting_id="m", person_id="wassim"))
    merge_both(doubled)
    doubled.attendance.delete(doubled.attendance.all("m")[0].id)
    assert doubled.attendance.all("m") == []
    doubled.undo()
    assert doubled.attendance.all("m")[0].presence == Presence.PRESENT
    doubled.duplicates.separate("person", "wassim2")
    assert len(doubled.attendance.all("m")) == 2


def test_undoing_one_line_leaves_its_twin(doubled: Archive) -> None:
    merge_both(doubled)
    doubled.attendance.write(Attendance(id="second", meeting_id="m", person_id="wassim"))
    doubled.undo()
    assert [each.presence for each in doubled.attendance.all("m")] == [Presence.PRESENT]
