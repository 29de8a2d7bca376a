"""A note and an item may have a rule of attribution of their own: chosen, seen, obeyed, undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from recorder import AgendaItem, Attribution, Note, Place, Section, Speaker
from ui.export.choice import Choice
from ui.export.writing import order_of
from ui.meeting.workspace_notes_model import NoteRole

KEY = Qt.Key
SAID = Note(id="n", meeting_id="m", text="أن الماء لا يصل", speaker=Speaker("ayoub"),
            place=Place("a", "a1"))  # fmt: skip
NAME, BODY = "أيمن أيوب", "مركز جنيف"


def menu():
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def choose(room, key):
    """Ask for the rules and take one by its digit."""
    room.command("note.attribution")
    shown = menu()
    assert [each.isChecked() for each in shown.actions()].count(True) == 1
    room.qtbot.keyClick(shown, key)
    room.window.activateWindow()  # the offscreen platform gives it to nobody after a menu
    room.settle()


def rules(room):
    return [each.attribution for each in room.ask(lambda archive: archive.notes.all("m"))]


def discussion(room):
    """What the minutes tell of it, as the screen of export would have them written."""
    order = order_of("m", "لقاء", Choice(), room.window.settings)
    edition = replace(order.edition(), sections=(Section.DISCUSSION,))
    return room.ask(lambda archive: archive.preview("m", edition))[0]


@pytest.fixture
def said(enter, prepare):
    """A meeting in which one note was said, selected in the list."""
    room = enter()
    prepare(SAID)
    room.settle()
    room.press(KEY.Key_F6)
    assert room.workspace.notes.shown[0].id == "n"
    return room


@pytest.mark.parametrize(
    ("key", "rule", "sign"),
    [
        (KEY.Key_1, Attribution.NAMED, "بالاسم"), (KEY.Key_2, Attribution.ORGANISATION, "بالجهة"),
        (KEY.Key_3, Attribution.SECTOR, "بالقطاع"), (KEY.Key_4, Attribution.NONE, "دون إسناد"),
    ],
)  # fmt: skip
def test_the_selected_note_gets_a_rule_and_shows_it(said, key, rule, sign):
    choose(said, key)
    assert rules(said) == [rule]
    row = said.workspace.notes.index(0)
    assert row.data(NoteRole.LINE).rule == sign
    assert sign in row.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said.box.hasFocus()


def test_the_documents_obey_the_rule_that_was_chosen_here(said):
    assert NAME in discussion(said)
    choose(said, KEY.Key_2)
    assert NAME not in discussion(said)
    assert BODY in discussion(said)


def test_it_is_taken_back_as_one_step_and_its_past_is_kept(said):
    choose(said, KEY.Key_4)
    assert said.ask(lambda archive: archive.undoable()) == "note.attribute"
    said.press(KEY.Key_F10)
    said.settle()
    assert rules(said) == [None]
    said.press(KEY.Key_F6)
    choose(said, KEY.Key_4)
    said.press(KEY.Key_F6)
    choose(said, KEY.Key_0)
    assert rules(said) == [None]


def test_a_note_that_is_being_written_takes_its_rule_along(room):
    room.type("أن الماء لا يصل")
    choose(room, KEY.Key_3)
    sign = room.workspace.capture.sign.rule
    assert sign.isVisible()
    assert "بالقطاع" in sign.accessibleName()
    room.press(KEY.Key_Return)
    room.settle()
    assert rules(room) == [Attribution.SECTOR]
    assert not sign.isVisible()  # the next one is as its item again
    room.type("نعم")
    room.press(KEY.Key_Return)
    room.settle()
    assert rules(room)[1:] == [None]


def test_words_do_not_come_under_a_milder_rule_by_joining(said, prepare):
    prepare(
        Note(id="o", meeting_id="m", text="سرّ", speaker=Speaker("ayoub"), place=Place("a", "a2"),
             attribution=Attribution.NONE)
    )  # fmt: skip
    said.settle()
    said.press(KEY.Key_End)
    said.command("note.join")
    said.settle()
    assert len(rules(said)) == 2
    assert "قاعدة إسناد" in "\n".join(said.window.frame.strip.texts)


def test_parts_of_a_note_keep_its_rule(said):
    choose(said, KEY.Key_3)
    said.ask(lambda archive: archive.notes.split("n", ["أن الماء", "لا يصل"], ["n2"]))
    assert rules(said) == [Attribution.SECTOR] * 2


def test_an_item_with_a_rule_of_its_own_says_so_while_the_meeting_runs(room, prepare):
    prepare(AgendaItem(id="b", meeting_id="m", title="التعاون", place=Place(None, "a2"),
                       attribution=Attribution.ORGANISATION))  # fmt: skip
    room.settle()
    model = room.workspace.agenda.list.model()
    told = [model.index(at, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
            for at in range(model.rowCount())]  # fmt: skip
    assert "بالجهة" not in told[0]
    assert told[1].startswith("بالجهة")
