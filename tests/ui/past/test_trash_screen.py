"""The trash and the past of a note on the screen, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.window_survey import cut_texts, nameless_controls, unreachable
from ui.notices import NoticeStrip

KEY, HELD = Qt.Key, Qt.KeyboardModifier


def trash(room):
    return room.window.screen_named("trash")


def in_trash(room):
    return [each.row_id for each in trash(room).model.rows]


def texts(room):
    return room.ask(lambda archive: [each.text for each in archive.notes.all("m")])


def test_an_empty_trash_says_so_in_words(room):
    room = room("trash")
    assert trash(room).is_empty


def test_what_was_deleted_is_listed_and_comes_back_by_enter(room):
    room = room("library")
    room.ask(lambda archive: archive.notes.delete("أولى"))
    room.press(KEY.Key_F11, HELD.ShiftModifier)
    room.settle()
    assert in_trash(room) == ["أولى"]
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room) == ["كلمة أولى", "كلمة ثانية"]
    assert trash(room).is_empty
    assert room.window.findChild(NoticeStrip).texts == ["استُعيد محذوف واحد."]


def test_several_come_back_at_once_and_go_again_at_once(room):
    room = room("library")
    room.ask(lambda archive: archive.notes.delete("أولى"))
    room.ask(lambda archive: archive.notes.delete("ثانية"))
    room.window.show_screen("trash")
    room.settle()
    room.press(KEY.Key_Down, HELD.ShiftModifier)
    room.press(KEY.Key_Return)
    room.settle()
    assert len(texts(room)) == 2
    room.press(KEY.Key_F10)
    room.settle()
    assert texts(room) == []
    assert set(in_trash(room)) == {"أولى", "ثانية"}


def test_the_trash_is_searched_as_people_write(room):
    room = room("library")
    room.ask(lambda archive: archive.notes.delete("أولى", "ثانية"))
    room.window.show_screen("trash")
    room.settle()
    trash(room).search.setText("اولي")
    assert in_trash(room) == ["أولى"]


def test_a_meeting_is_deleted_in_the_library_without_a_question_and_comes_back(room):
    room = room("library")
    room.press(KEY.Key_Delete)
    room.settle()
    assert room.ask(lambda archive: archive.meetings.summaries()) == []
    assert room.window.findChild(NoticeStrip).texts == ["حُذف «\u2068لقاء حلب\u2069»."]
    room.press(KEY.Key_F10)
    room.settle()
    assert len(room.ask(lambda archive: archive.meetings.summaries())) == 1


def test_delete_in_the_search_field_deletes_no_meeting(room):
    room = room("library")
    room.window.screen_named("library").search.setFocus()
    room.press(KEY.Key_Delete)
    room.settle()
    assert len(room.ask(lambda archive: archive.meetings.summaries())) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_the_trash_fits_and_every_control_is_named_and_reached(room, language, size):
    room = room("library", language=language, size=size)
    room.ask(lambda archive: archive.notes.delete("أولى"))
    room.window.show_screen("trash")
    room.settle()
    assert cut_texts(room.window) == []
    assert nameless_controls(room.window) == []
    assert unreachable(room.window) == []


## The past of a note


@pytest.fixture
def past(room):
    room = room("workspace")

    def edit(archive):
        from dataclasses import replace

        archive.notes.write(replace(archive.notes.get("ثانية"), text="كلمة ثالثة"))

    room.ask(edit)
    room.settle()
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F2, HELD.ControlModifier)
    room.settle()
    return room


def test_the_past_of_a_note_takes_the_place_of_the_notes_while_writing_goes_on(past):
    pane = past.workspace.past
    assert pane.isVisible()
    assert not past.workspace.pane.isVisible()
    assert past.workspace.capture.box.isVisible()
    assert pane.list.hasFocus()
    assert [each.value for each in pane.model.rows] == ["كلمة ثالثة", "كلمة ثانية"]
    assert nameless_controls(past.window) == []


def test_what_a_version_changed_is_marked_and_said_without_colour_alone(past):
    cursor = past.workspace.past.text.textCursor()
    looks = {}
    document = past.workspace.past.text.document()
    for at in range(document.characterCount() - 1):
        cursor.setPosition(at + 1)
        look = cursor.charFormat()
        kind = "removed" if look.fontStrikeOut() else "added" if look.fontUnderline() else "same"
        looks[kind] = looks.get(kind, "") + document.characterAt(at)
    assert looks == {"same": "كلمة ", "removed": "ثانية", "added": "ثالثة"}


def test_an_earlier_version_comes_back_by_enter_and_goes_by_undo(past):
    past.press(KEY.Key_Down)
    past.press(KEY.Key_Return)
    past.settle()
    assert texts(past) == ["كلمة أولى", "كلمة ثانية"]
    assert past.workspace.pane.list.hasFocus()
    past.press(KEY.Key_F10)
    past.settle()
    assert texts(past) == ["كلمة أولى", "كلمة ثالثة"]


def test_escape_leads_back_to_the_notes(past):
    past.press(KEY.Key_Escape)
    assert past.workspace.pane.list.hasFocus()
    assert not past.workspace.past.isVisible()
    assert past.workspace.past.note_id == ""


def test_of_a_text_that_was_joined_one_side_can_be_taken(room, tmp_path):
    from dataclasses import replace

    from recorder import Archive

    room = room("workspace")
    with Archive.open(tmp_path / "b", author="هناك", machine=tmp_path / "machine") as there:
        there.receive(room.ask(lambda archive: archive.changes_since({})))
        for each, text in ((there, "كلمة من هناك"), (None, "كلمة من هنا")):

            def edit(archive, text=text):
                archive.notes.write(replace(archive.notes.get("ثانية"), text=text))

            edit(there) if each else room.ask(edit)
        arrived = there.changes_since({})
    room.ask(lambda archive: archive.receive(arrived))
    room.settle()
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F2, HELD.ControlModifier)
    room.settle()
    pane = room.workspace.past
    assert [pane.model.is_in_sight(each) for each in pane.model.rows] == [True, False, False, False]
    room.press(KEY.Key_Down)
    taken = pane.model.row(pane.list.currentIndex()).value
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room)[-1] == taken
    assert room.ask(lambda archive: archive.conflicts()) == []
