"""Undo and redo in the window: the archive's steps, named, on every screen."""

import pytest
from PySide6.QtCore import Qt

from recorder import Note
from ui.header import Header
from ui.meeting.workspace_notes import NotesPart
from ui.notices import NoticeStrip
from ui.past.undo_buttons import UndoButtons
from ui.widgets.buttons import IconButton

KEY, HELD = Qt.Key, Qt.KeyboardModifier


def titles(room):
    return room.ask(lambda archive: [each.title for each in archive.meetings.summaries()])


def notes(room):
    return room.ask(lambda archive: [each.text for each in archive.notes.all("m")])


def said(room):
    return room.window.findChild(NoticeStrip).texts


@pytest.mark.parametrize("keys", [(KEY.Key_Z, HELD.ControlModifier), (KEY.Key_F10,)])
def test_a_step_is_taken_back_on_any_screen_and_named(room, keys):
    room = room("trash")
    room.press(*keys)
    room.settle()
    assert notes(room) == ["كلمة أولى"]
    assert said(room) == ["جرى التراجع عن كتابة مداخلة."]


def test_what_was_taken_back_is_done_again_by_the_notice_or_a_key(room):
    room = room("library")
    for key in (KEY.Key_F10, KEY.Key_F10):
        room.press(key)
        room.settle()
    assert notes(room) == []
    room.press(KEY.Key_F10, HELD.ControlModifier)
    room.settle()
    assert notes(room) == ["كلمة أولى"]
    assert said(room) == ["أُعيد ما كان: كتابة مداخلة."]
    room.press(KEY.Key_Z, HELD.ControlModifier | HELD.ShiftModifier)
    room.settle()
    assert notes(room) == ["كلمة أولى", "كلمة ثانية"]


def test_the_buttons_tell_what_they_would_do(room):
    room = room("library", language="en")
    undo, redo = room.window.findChild(Header).findChild(UndoButtons).findChildren(IconButton)
    assert undo.toolTip().startswith("Undo: writing a note")
    assert not redo.isEnabled()
    undo.click()
    room.settle()
    assert redo.toolTip().startswith("Redo: writing a note")
    assert redo.accessibleName() == "Redo: writing a note"


def test_steps_outlive_the_building_of_another_look(room):
    room = room("library")
    room.window.take_settings({"theme": "dark"})
    room.qtbot.wait(50)
    room.settle()
    room.press(KEY.Key_F10)
    room.settle()
    assert notes(room) == ["كلمة أولى"]


def test_the_key_is_the_editors_while_what_it_holds_is_not_saved(room):
    room = room("workspace")
    room.workspace.capture.take_focus()
    room.type("نصف")
    room.press(KEY.Key_Z, HELD.ControlModifier)
    assert room.box.words == ""
    room.settle()
    assert notes(room) == ["كلمة أولى", "كلمة ثانية"]
    room.type("نصف")
    room.press(KEY.Key_F10)
    assert room.box.words == ""
    room.press(KEY.Key_F10)
    room.settle()
    assert notes(room) == ["كلمة أولى"]


def test_a_half_written_note_stays_in_its_box_when_a_step_is_taken_back_elsewhere(room):
    room = room("workspace")
    room.workspace.capture.take_focus()
    room.type("نصف كلمة")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F10)
    room.settle()
    assert room.box.words == "نصف كلمة"
    assert notes(room) == ["كلمة أولى"]


def test_an_edit_that_waits_in_the_box_is_saved_and_then_taken_back(room):
    room = room("workspace")
    room.workspace.part(NotesPart).edit("ثانية")
    room.type(" بزيادة")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F10)
    room.settle()
    assert notes(room) == ["كلمة أولى", "كلمة ثانية"]
    assert room.box.words == ""


def test_a_field_shows_its_former_value_after_a_step_back_and_keeps_the_hand(room):
    room = room("meeting")
    title = room.window.screen_named("meeting").details.field("title")
    title.setFocus()
    title.selectAll()
    room.type("عنوان آخر")
    room.press(KEY.Key_Return)
    room.window.screen_named("meeting").leave()
    room.settle()
    assert titles(room) == ["عنوان آخر"]
    room.press(KEY.Key_Z, HELD.ControlModifier)
    room.settle()
    room.settle()
    assert titles(room) == ["لقاء حلب"]
    assert title.words == "لقاء حلب"
    assert title.hasFocus()


def test_a_recommendation_made_of_a_note_goes_in_one_step(room):
    room = room("workspace")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F3)
    room.settle()
    assert len(room.ask(lambda archive: archive.recommendations.all("m"))) == 1
    room.press(KEY.Key_F10)
    room.settle()
    assert room.ask(lambda archive: archive.recommendations.all("m")) == []
    assert len(notes(room)) == 2


def test_nothing_to_take_back_holds_the_command_back(room, qtbot):
    room = room("library")
    action = room.window.services.actions.action("undo")
    for _step in range(3):
        room.press(KEY.Key_F10)
        room.settle()
    assert titles(room) == []
    assert not action.isEnabled()
    assert action.text() == "تراجع"


def test_what_somebody_else_went_on_with_is_told_to_stay(room, tmp_path):
    from recorder import Archive

    room = room("library", language="en")
    with Archive.open(tmp_path / "b", author="هناك", machine=tmp_path / "machine") as there:
        there.receive(room.ask(lambda archive: archive.changes_since({})))
        there.notes.write(Note(id="ثانية", meeting_id="m", place=there.notes.get("ثانية").place,
                               text="كلمة ثالثة"))  # fmt: skip
        arrived = there.changes_since({})
    room.ask(lambda archive: archive.receive(arrived))
    room.press(KEY.Key_F10)
    room.settle()
    (words,) = said(room)
    assert words.endswith("Some of it stays, because somebody else has gone on from there.")
