"""Recommendations are read back to the room in a second window, one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from recorder import Stage
from tests.ui.typing_hand import type_text
from tests.ui.window_survey import cut_texts, nameless_controls
from ui.edits import delete
from ui.meeting.form_screens import RecommendationsScreen
from ui.meeting.workspace_readback import ReadbackPart
from ui.readback.placing import Placing

KEY, HELD = Qt.Key, Qt.KeyboardModifier


def until(back, condition):
    back.room.qtbot.waitUntil(condition, timeout=10_000)


def test_they_come_in_the_order_of_the_minutes_with_their_numbers(back):
    back = back()
    assert back.window.isVisible()
    assert [(each.number, each.id) for each in back.window._reading.rows] == [
        ("1", "r0"), ("2", "r1"), ("3", "r2"),
    ]  # fmt: skip
    assert back.text == "فتح مركز"
    pane = back.room.workspace.recommendations
    assert [line.id for line in pane._model.rows] == ["r0", "r1", "r2"]


@pytest.mark.parametrize(
    ("language", "forth", "back_key"),
    [("ar", KEY.Key_Left, KEY.Key_Right), ("en", KEY.Key_Right, KEY.Key_Left)],
)
def test_arrows_turn_over_in_the_reading_direction(back, language, forth, back_key):
    back = back(language=language)
    back.press(forth)
    assert back.text == "إصلاح الشبكة"
    back.press(KEY.Key_PageDown)
    back.press(KEY.Key_PageDown)  # there is nothing behind the last
    assert back.text == "تدريب الشباب"
    back.press(KEY.Key_PageUp)
    back.press(back_key)
    assert back.text == "فتح مركز"


def test_one_key_adopts_and_takes_the_adoption_back(back):
    back = back()
    back.press(KEY.Key_F5)
    assert back.row("r0").stage is Stage.ADOPTED
    assert back.window.count.words == "اعتُمدت اثنتان"
    back.press(KEY.Key_F5)
    assert back.row("r0").stage is Stage.PRELIMINARY


def test_what_is_rejected_keeps_the_reason_until_it_is_adopted(back):
    back = back()
    back.press(KEY.Key_F8)
    type_text(back.window.why.line, "لا تمويل")
    back.press(KEY.Key_Return)
    row = back.row("r0")
    assert (row.stage, row.reason) == (Stage.REJECTED, "لا تمويل")
    assert back.window.one.reason.isVisible()
    back.press(KEY.Key_F5)
    row = back.row("r0")
    assert (row.stage, row.reason) == (Stage.ADOPTED, "")


def test_what_is_returned_is_preliminary_again_with_the_reason(back):
    back = back()
    back.press(KEY.Key_PageDown)
    back.press(KEY.Key_PageDown)
    back.press(KEY.Key_F8)
    type_text(back.window.why.line, "صياغة أوضح")
    back.press(KEY.Key_Return, HELD.ControlModifier)
    row = back.row("r2")
    assert (row.stage, row.reason) == (Stage.PRELIMINARY, "صياغة أوضح")
    back.press(KEY.Key_F8)
    back.press(KEY.Key_Escape)
    assert back.window.isVisible()
    assert back.row("r2").stage is Stage.PRELIMINARY


def test_what_is_typed_for_the_room_shows_in_the_main_window_at_once(back):
    back = back()
    back.press(KEY.Key_F2)
    assert back.window.one.box.hasFocus()
    type_text(back.window.one.box, " للنساء")
    pane = back.room.workspace.recommendations._model
    until(back, lambda: pane.rows[0].text == "فتح مركز للنساء")
    assert back.window._drafting.is_pending  # it is a draft still
    back.press(KEY.Key_Escape)
    assert back.window.isVisible()
    assert back.row("r0").text == "فتح مركز للنساء"
    assert not back.window._drafting.is_pending


def test_what_is_typed_in_the_main_window_shows_to_the_room_at_once(back):
    back = back()
    window = back.room.window
    window.show_recommendation("r0")
    back.room.settle()
    screen = window.screen_named("recommendations")
    assert isinstance(screen, RecommendationsScreen)
    box = screen.form.what.text
    box.setFocus()
    box.moveCursor(box.textCursor().MoveOperation.End)
    type_text(box, " في الحي")
    until(back, lambda: back.text == "فتح مركز في الحي")


def test_a_hand_in_the_text_is_not_disturbed(back):
    back = back()
    back.press(KEY.Key_F2)
    type_text(back.window.one.box, "ثم ")
    shown = back.text
    back.room.bridge.request(delete("recommendation", "r2"), saves=True)
    back.room.settle()
    assert back.text == shown
    assert back.window.one.box.hasFocus()


def test_typing_survives_going_on_and_closing(back):
    back = back()
    back.press(KEY.Key_F2)
    type_text(back.window.one.box, "أ")
    back.press(KEY.Key_PageDown)
    assert back.row("r0").text == "فتح مركزأ"
    back.press(KEY.Key_F2)
    type_text(back.window.one.box, "ب")
    back.window.close()
    back.room.settle()
    assert back.row("r1").text == "إصلاح الشبكةب"


def test_the_list_shows_all_and_enter_shows_one_alone(back):
    back = back()
    back.press(KEY.Key_F4)
    assert back.window.stack.currentWidget() is back.window.all
    back.press(KEY.Key_Down)
    back.press(KEY.Key_F5)
    assert back.row("r1").stage is Stage.ADOPTED
    back.press(KEY.Key_Return)
    assert back.window.stack.currentWidget() is back.window.one
    assert back.text == "إصلاح الشبكة"


def test_one_that_is_deleted_gives_way_to_its_neighbour(back):
    back = back()
    for gone, shown in (("r0", "إصلاح الشبكة"), ("r1", "تدريب الشباب")):
        back.room.bridge.request(delete("recommendation", gone), saves=True)
        back.room.settle()
        assert back.text == shown
    back.room.bridge.request(delete("recommendation", "r2"), saves=True)
    back.room.settle()
    assert back.window.stack.currentWidget() is back.window.none
    for key in (KEY.Key_F5, KEY.Key_F8, KEY.Key_F2, KEY.Key_F4, KEY.Key_PageDown):
        back.press(key)  # and there is nothing to do


def test_the_size_of_the_type_and_the_place_are_remembered(back):
    back = back()
    before = back.window.one.type_size()
    back.press(KEY.Key_Plus, HELD.ControlModifier)
    back.press(KEY.Key_Equal, HELD.ControlModifier)
    assert back.window.one.type_size() > before
    assert Placing().text_size == 120
    back.press(KEY.Key_Minus, HELD.ControlModifier)
    assert Placing().text_size == 110
    back.window.resize(900, 600)
    back.press(KEY.Key_Escape)
    assert not back.window.isVisible()
    back.room.window.services.actions.action("show.readback").trigger()
    back.room.settle()
    assert back.window.isVisible()
    assert (back.window.width(), back.window.height()) == (900, 600)


def test_nothing_private_and_no_speaker_is_on_it(back):
    back = back()
    shown = " ".join(each.text() for each in back.window.findChildren(QLabel))
    shown += " ".join(str(each) for each in back.window._reading.rows) + back.text
    assert "سرّ" not in shown
    assert "مؤسسة المياه" in back.window._reading.rows[1].lead


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (640, 400)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_fits_every_projector(back, size, language):
    back = back(language=language)
    back.window.resize(*size)
    back.room.settle()
    assert (back.window.width(), back.window.height()) == size
    assert cut_texts(back.window) == []
    assert nameless_controls(back.window) == []
    assert back.window.layoutDirection() == back.room.window.services.theme.direction


def test_a_long_text_scrolls_inside_the_window(back):
    back = back()
    back.window.resize(1024, 768)
    back.press(KEY.Key_F2)
    type_text(back.window.one.box, "كلمة طويلة " * 120)
    back.room.settle()
    assert back.window.height() == 768
    box = back.window.one.box
    assert box.verticalScrollBar().maximum() > 0
    assert back.window.rect().contains(box.geometry())


def test_turning_to_another_meeting_turns_the_window(back):
    back = back()
    back.room.window.open_meeting("other")
    back.room.settle()
    assert back.window.stack.currentWidget() is back.window.none


def test_the_last_step_is_taken_back_from_here_too(back):
    back = back()
    back.press(KEY.Key_F5)
    back.press(KEY.Key_F10)
    assert back.row("r0").stage is Stage.PRELIMINARY


def test_it_stays_open_when_the_windows_are_built_anew(back):
    back = back()
    back.press(KEY.Key_F2)
    type_text(back.window.one.box, " آخر")
    back.room.window.rebuild()
    back.room.settle()
    window = back.room.workspace.part(ReadbackPart).window
    until(back, lambda: window is not None and window.one.box.words == "فتح مركز آخر")
    assert window.isVisible()
