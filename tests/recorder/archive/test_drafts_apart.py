"""Typing that others write across: after a crash, in two windows, in rows that went meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recorder import Archive, Draft, Meeting, Note, Person, Recommendation, new_id
from recorder.storage import writer
from tests.recorder.archive.laptops import deliver


def typed(text: str, window: str = "one", row_id: str = "n", **fields: object) -> Draft:
    return Draft(
        window=window, table="note", row_id=row_id, column="text", text=text, fields=fields
    )


def put_note(archive: Archive, text: str = "الماء. الكهرباء.") -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text=text))


def edit(archive: Archive, text: str) -> None:
    archive.notes.write(replace(archive.notes.get("n"), text=text))


## A crash, and an import before the words are taken up again


def test_words_from_before_a_crash_are_joined_with_what_was_imported_after_it(
    tmp_path: Path, make_archive: Callable[[str], Archive]
) -> None:
    path, there = tmp_path / "here.mahdar", make_archive("هناك")
    here = Archive.open(path, author="هنا")
    put_note(here)
    deliver(here, there)
    here.drafts.save(typed("الماء منقطع. الكهرباء."))
    here._file.close()  # as a crash leaves it
    edit(there, "الماء. الكهرباء ضعيفة.")
    with Archive.open(path) as here:
        deliver(there, here)
        (draft,) = here.drafts.pending()
        assert draft.text == "الماء منقطع. الكهرباء."
        here.drafts.commit("one", "note", "n", "text")
        assert here.notes.get("n").text == "الماء منقطع. الكهرباء ضعيفة."
        assert here.check().problems == ()


def test_typing_on_after_a_crash_and_an_import_still_takes_nothing_away(
    tmp_path: Path, make_archive: Callable[[str], Archive]
) -> None:
    path, there = tmp_path / "here.mahdar", make_archive("هناك")
    here = Archive.open(path, author="هنا")
    put_note(here)
    deliver(here, there)
    here.drafts.save(typed("الماء منقطع. الكهرباء."))
    here._file.close()
    edit(there, "الماء. الكهرباء ضعيفة.")
    with Archive.open(path) as here:
        deliver(there, here)
        here.drafts.save(typed("الماء منقطع اليوم. الكهرباء."))
        here.drafts.commit("one", "note", "n", "text")
        assert here.notes.get("n").text == "الماء منقطع اليوم. الكهرباء ضعيفة."


def test_words_committed_under_a_hand_that_types_on_take_nothing_away_that_came_meanwhile(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    put_note(here)
    here.drafts.save(typed("الماء منقطع. الكهرباء."))
    deliver(here, there)  # a sync makes a change of the draft; the editor does not know
    edit(there, "الماء منقطع. الكهرباء ضعيفة.")
    deliver(there, here)
    here.drafts.save(typed("الماء منقطع اليوم. الكهرباء."))
    here.drafts.commit("one", "note", "n", "text")
    assert here.notes.get("n").text == "الماء منقطع اليوم. الكهرباء ضعيفة."


def test_an_editor_that_was_left_reads_anew_and_may_remove_what_it_shows(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    put_note(here)
    here.drafts.save(typed("الماء منقطع. الكهرباء."))
    here.drafts.commit("one", "note", "n", "text")
    deliver(here, there)
    edit(there, "الماء منقطع. الكهرباء ضعيفة.")
    deliver(there, here)
    here.drafts.save(typed("الماء منقطع."))
    here.drafts.commit("one", "note", "n", "text")
    assert here.notes.get("n").text == "الماء منقطع."


## Bursts


def test_one_burst_is_one_change_however_often_it_was_kept(archive: Archive) -> None:
    put_note(archive)
    before = len(archive.history("note", "n", "text"))
    for length in range(1, 20):
        archive.drafts.save(typed("كلمة طويلة جداً جداً"[:length]))
    archive.drafts.commit_all()
    assert len(archive.history("note", "n", "text")) == before + 1


def test_a_burst_that_ends_where_it_began_is_no_change(archive: Archive) -> None:
    put_note(archive)
    archive.drafts.save(typed("غير ذلك"))
    archive.drafts.save(typed("الماء. الكهرباء."))
    assert not archive.drafts.commit_all()
    assert len(archive.history("note", "n", "text")) == 1


## Two windows


def test_one_note_in_two_windows_keeps_the_words_of_both(archive: Archive) -> None:
    put_note(archive)
    archive.drafts.save(typed("الماء منقطع. الكهرباء.", "one"))
    archive.drafts.save(typed("الماء. الكهرباء ضعيفة.", "two"))
    archive.drafts.commit("one", "note", "n", "text")
    assert archive.notes.get("n").text == "الماء. الكهرباء ضعيفة."  # as it is being typed
    archive.drafts.commit("two", "note", "n", "text")
    assert archive.notes.get("n").text == "الماء منقطع. الكهرباء ضعيفة."
    assert archive.check().problems == ()


def test_the_same_words_changed_in_two_windows_stand_both(archive: Archive) -> None:
    put_note(archive, "عشرة بالمئة.")
    archive.drafts.save(typed("خمسة بالمئة.", "one"))
    archive.drafts.save(typed("تسعة بالمئة.", "two"))
    archive.drafts.commit_all()
    assert sorted(archive.notes.get("n").text.split("\n")) == ["تسعة بالمئة.", "خمسة بالمئة."]


def test_two_fields_of_one_row_that_are_being_typed_both_show(archive: Archive) -> None:
    archive.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة"))
    for column, text in (("text", "خطة عمل"), ("indicator", "عدد")):
        archive.drafts.save(
            Draft(window="form", table="recommendation", row_id="r", column=column, text=text)
        )
    row = archive.recommendations.get("r")
    assert (row.text, row.indicator) == ("خطة عمل", "عدد")
    archive.drafts.commit_all()
    assert archive.recommendations.get("r") == row


## Rows that went meanwhile


def test_words_typed_into_a_row_that_was_deleted_elsewhere_keep_it_in_sight_and_say_so(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    put_note(here)
    deliver(here, there)
    here.drafts.save(typed("الماء منقطع."))
    there.notes.delete("n")
    here.receive(there.changes_since(here.vector()))
    assert here.notes.find("n") is None
    here.drafts.commit("one", "note", "n", "text")
    assert here.notes.get("n").text == "الماء منقطع."
    assert [(each.row_id, each.column) for each in here.conflicts()] == [("n", "deleted")]
    deliver(here, there)
    assert there.notes.get("n").text == "الماء منقطع."
    assert here.check().problems == there.check().problems == ()


def test_a_draft_that_says_nothing_new_brings_no_deleted_row_back(archive: Archive) -> None:
    put_note(archive)
    archive.drafts.save(typed("الماء. الكهرباء."))
    archive.notes.delete("n")
    archive.drafts.commit_all()
    assert archive.notes.find("n") is None
    assert archive.drafts.pending() == []


def test_a_name_typed_for_a_person_who_was_deleted_meanwhile_is_kept(archive: Archive) -> None:
    archive.people.write(Person(id="p", name="وسيم"))
    archive.drafts.save(
        Draft(window="form.person", table="person", row_id="p", column="name", text="وسيم الحاج")
    )
    archive.people.delete("p")
    archive.drafts.commit_all()
    assert archive.people.get("p").name == "وسيم الحاج"


def test_a_name_typed_for_a_person_who_was_merged_into_another_meanwhile_stays_known(
    archive: Archive,
) -> None:
    archive.people.write(Person(id="p", name="وسيم"), Person(id="q", name="وسيم الحاج"))
    archive.drafts.save(
        Draft(window="form.person", table="person", row_id="p", column="name", text="م. وسيم")
    )
    archive.duplicates.merge("person", "p", "q")
    archive.drafts.commit_all()
    assert archive.duplicates.names_of("person", "q") == ("وسيم الحاج", "م. وسيم")
    assert archive.drafts.pending() == []
    archive.undo()
    assert archive.duplicates.names_of("person", "q") == ("وسيم الحاج", "وسيم")
    archive.undo()
    assert archive.people.get("p").name == "وسيم"


## Before anything leaves


def test_what_is_being_typed_travels_with_a_sync(make_archive: Callable[[str], Archive]) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m"))
    here.drafts.save(typed("آخر كلمة", row_id=new_id(), meeting_id="m"))
    deliver(here, there)
    assert [note.text for note in there.notes.all("m")] == ["آخر كلمة"]


## Undo while something is being typed


@pytest.fixture
def hurried_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "GROUPED_WITHIN", 0.0)


def test_an_undo_elsewhere_leaves_a_half_written_note_in_its_box(archive: Archive) -> None:
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    draft = typed("نصف كلمـ", row_id="new", meeting_id="m")
    archive.drafts.save(draft)
    archive.undo()
    assert archive.drafts.pending() == [draft]
    assert archive.notes.all("m") == []


@pytest.mark.usefixtures("hurried_clock")
def test_typing_in_the_row_that_would_be_undone_is_undone_first(archive: Archive) -> None:
    put_note(archive, "أ")
    edit(archive, "أ ب")
    archive.drafts.save(typed("أ ب ج"))
    archive.undo()
    assert archive.notes.get("n").text == "أ ب"
    archive.undo()
    assert archive.notes.get("n").text == "أ"
