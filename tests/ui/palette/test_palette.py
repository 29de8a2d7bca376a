import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.typing_hand import type_text
from tests.ui.window_survey import nameless_controls
from ui.palette.panel import Palette

CTRL = Qt.KeyboardModifier.ControlModifier


def pressed(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, held)


@pytest.fixture
def opened(room):
    """The palette over a meeting, opened by its key."""

    def open_it():
        pressed(Qt.Key.Key_Space, CTRL)
        palette = room.window.frame.findChild(Palette)
        assert palette is not None
        assert palette.isVisible()
        return palette

    return open_it


def titles(palette):
    return [row.title for row in palette.model.rows]


def test_escape_brings_the_hand_back_into_the_middle_of_the_sentence(room, opened):
    room.type("قالت إن المياه مقطوعة")
    box = room.workspace.capture.box
    cursor = box.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    palette = opened()
    type_text(palette.field, "توصية")
    pressed(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert room.focus is box
    assert box.words == "قالت إن المياه مقطوعة"
    assert (box.textCursor().anchor(), box.textCursor().position()) == (5, 9)


def test_half_a_name_in_the_field_of_the_speaker_waits_there(room, opened):
    pressed(Qt.Key.Key_F9)
    room.type("هب")
    palette = opened()
    pressed(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert room.focus is room.workspace.capture.speaker
    assert room.workspace.capture.speaker.words == "هب"


def test_the_key_that_opens_it_closes_it_too(room, opened):
    palette = opened()
    pressed(Qt.Key.Key_Space, CTRL)
    assert not palette.isVisible()
    assert room.focus is room.box


@pytest.mark.parametrize("typed", ["التوصيات", "recomm", "RECOMM", "shift+f7"])
def test_a_command_is_found_by_its_words_in_either_language_and_by_its_key(opened, typed):
    palette = opened()
    type_text(palette.field, typed)
    assert "التوصيات" in titles(palette)


def test_hamza_and_marks_make_no_difference(opened):
    palette = opened()
    type_text(palette.field, "اعدادات")
    assert titles(palette) == ["الإعدادات"]


def test_enter_runs_the_command_where_the_hand_was(room, opened):
    room.type("ملاحظة طويلة")
    palette = opened()
    type_text(palette.field, "save the note")
    pressed(Qt.Key.Key_Return)
    room.settle()
    assert not palette.isVisible()
    assert [note.text for note in room.ask(lambda archive: archive.notes.all("m"))] == [
        "ملاحظة طويلة"
    ]
    assert room.focus is room.box


def test_the_key_of_another_command_runs_it_as_if_the_palette_were_not_there(room, opened):
    palette = opened()
    pressed(Qt.Key.Key_F9)
    assert not palette.isVisible()
    assert room.focus is room.workspace.capture.speaker


def test_only_what_works_here_is_offered_and_never_the_palette_itself(room, opened):
    room.window.show_screen("library")
    found = titles(opened())
    assert "لقاء جديد" in found
    assert "حفظ المداخلة" not in found
    assert room.window.services.actions.action("palette.open").text() not in found


def test_the_arrows_walk_round_and_the_wheel_of_results_never_runs_dry(opened):
    palette = opened()
    pressed(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    pressed(Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0


def test_words_that_mean_nothing_are_answered_and_enter_does_nothing(room, opened):
    palette = opened()
    type_text(palette.field, "خخخخ")
    assert titles(palette) == []
    pressed(Qt.Key.Key_Return)
    assert palette.isVisible()
    pressed(Qt.Key.Key_Escape)
    assert room.focus is room.box


def test_a_click_elsewhere_puts_it_away(room, opened):
    palette = opened()
    QTest.mouseClick(room.workspace.capture.box.viewport(), Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert room.focus is room.box


def test_it_is_no_dialog_and_has_names(room, opened):
    palette = opened()
    assert not palette.isWindow()
    assert QApplication.activeModalWidget() is None
    assert room.window.findChildren(QDialog) == []
    assert nameless_controls(room.window) == []


def test_it_stays_inside_a_small_window(enter):
    room = enter(size=(911, 512))
    pressed(Qt.Key.Key_Space, CTRL)
    palette = room.window.frame.findChild(Palette)
    assert room.window.frame.rect().contains(palette.geometry())


def test_a_few_letters_lead_to_an_item_a_meeting_or_a_person(room, opened):
    palette = opened()
    type_text(palette.field, "التعاون")
    assert titles(palette) == ["التعاون"]
    pressed(Qt.Key.Key_Return)
    room.settle()
    assert room.workspace.board.item_id == "b"
    palette = opened()
    type_text(palette.field, "لقاء اخر")
    assert titles(palette) == ["لقاء آخر"]
    pressed(Qt.Key.Key_Return)
    room.settle()
    assert room.workspace.meeting_id == "other"


def test_a_person_is_shown_on_the_list_of_the_meeting(room, opened):
    palette = opened()
    type_text(palette.field, "هبه القاضي")
    assert titles(palette) == ["هبة القاضي"]
    pressed(Qt.Key.Key_Return)
    room.settle()
    assert room.window.screen_name == "people"
    people = room.window.screen_named("people")
    room.qtbot.waitUntil(lambda: people.list.table.current is not None, timeout=5000)
    assert people.list.table.current.person.id == "hiba"


def test_commands_come_before_places(room, opened):
    palette = opened()
    type_text(palette.field, "ا")
    kinds = [bool(row.key) for row in palette.model.rows]
    assert kinds[0]
    assert "هبة القاضي" in titles(palette)
