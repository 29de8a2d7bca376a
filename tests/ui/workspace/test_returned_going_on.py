"""A comparison with a Word file goes on: nothing that was settled comes again, no look loses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.recorder.archive.test_returning import said
from tests.recorder.archive.test_returning_lists import line_after
from tests.ui.workspace.test_returned import (
    TEXTS,
    came_back,
    choose,
    compared,
    left,
    part,
    progress,
    text_of,
    to,
)

__all__ = ["came_back"]

KEY, HELD = Qt.Key, Qt.KeyboardModifier
TWO = to({0: "فتح عيادتين.", 2: "ترميم المدارس."})


def write_ours(room):
    room.press(KEY.Key_Return)
    room.type(" ثم ثالثة.")
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.settle()


def test_a_wording_of_ones_own_is_not_asked_about_again_until_it_is_undone(came_back):
    room = compared(came_back, TWO)
    write_ours(room)
    assert text_of(room, 0) == "فتح عيادتين. ثم ثالثة."
    assert left(room) == ["r2"]
    assert progress(room) == "2 من 2"
    assert "صياغتك" in "\n".join(room.window.frame.strip.texts)
    room.command("undo")
    room.settle()
    assert text_of(room, 0) == TEXTS[0]
    assert left(room) == ["r0", "r2"]


@pytest.mark.parametrize("is_open", [True, False], ids=["open", "left for later"])
def test_letters_of_another_size_lose_neither_the_file_nor_what_was_settled(came_back, is_open):
    room = compared(came_back, TWO)
    room.press(KEY.Key_1)
    room.settle()
    if not is_open:
        room.press(KEY.Key_Escape)
    room.window.rebuild()
    room.settle()
    assert left(room) == ["r2"]
    assert progress(room) == "2 من 2"
    assert part(room).desk.is_open is is_open
    assert part(room).strip.isHidden() is is_open
    assert room.focus is (part(room).desk.list if is_open else room.box)


def test_a_window_that_asks_for_a_file_does_not_outlive_who_would_hear_its_answer(came_back):
    room, _path = came_back(TWO)
    room.command("recommendation.compare")
    room.window.rebuild()
    room.settle()
    assert room.window.findChildren(QFileDialog) == []


def test_the_last_one_that_was_kept_is_looked_at_again_at_once(came_back):
    room = compared(came_back, to({0: "فتح عيادتين."}))
    room.press(KEY.Key_1)
    room.settle()
    assert not part(room).desk.is_open
    buttons = room.window.frame.strip.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "النظر فيها ثانيةً").click()
    room.settle()
    assert part(room).desk.is_open
    assert left(room) == ["r0"]


def test_what_was_added_in_word_is_said_to_be_left_out_and_not_to_stay(came_back):
    room = compared(came_back, line_after(3, said("صندوق للطوارئ.")))
    room.press(KEY.Key_1)
    room.settle()
    assert "لم تؤخذ" in "\n".join(room.window.frame.strip.texts)
    assert len(room.ask(lambda archive: archive.recommendations.all("m"))) == len(TEXTS)


def test_the_next_one_is_read_from_its_head_in_a_small_window(came_back):
    room = compared(came_back, TWO, size=(911, 512))
    bar = part(room).desk._area.verticalScrollBar()
    room.press(KEY.Key_Return)
    assert bar.value() > 0  # the box below the versions
    write_ours(room)
    assert left(room) == ["r2"]
    assert bar.value() == 0


def test_a_file_that_is_chosen_again_gives_the_notes_their_place_back(came_back):
    room, path = came_back(TWO)
    choose(room, path)
    part(room).open_desk()
    choose(room, path)
    room.press(KEY.Key_Escape)
    assert room.workspace.pane.isVisible()
