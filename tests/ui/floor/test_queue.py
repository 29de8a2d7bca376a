"""The queue of speakers by keyboard, and the turns that come of it."""

import pytest
from PySide6.QtCore import Qt

from recorder import Speaker, seconds_spoken
from tests.ui.typing_hand import type_text
from ui.meeting.agenda_dragging import DraggedModel

KEY, HELD = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = HELD.ControlModifier, HELD.ShiftModifier, HELD.AltModifier


def ask(room, *letters) -> None:
    room.press(KEY.Key_F10, CTRL | SHIFT)
    for each in letters:
        room.type(each)
        room.press(KEY.Key_Return)
    room.settle()


def step(room, key, held=CTRL) -> None:
    room.press(key, held)
    room.settle()


@pytest.fixture
def queue(room):
    room.part.board.choices.limit_seconds = 120
    ask(room, "dcaf", "احمد", "هبة")
    return room


def test_a_few_letters_and_enter_put_somebody_into_the_queue(queue) -> None:
    assert queue.waiting() == ["ayoub", "ahmad", "hiba"]
    assert [each.name for each in queue.pane.queue.queue.rows] == [
        "أيمن أيوب", "أحمد الشيخ", "هبة القاضي",
    ]  # fmt: skip
    assert queue.pane.finder.words == ""
    assert queue.focus is queue.pane.finder  # the next name can follow at once
    ask(queue, "احمد")  # who waits already stays where they are
    assert queue.waiting() == ["ayoub", "ahmad", "hiba"]


def test_somebody_nobody_knew_asks_to_speak(room) -> None:
    ask(room, "زينب حمود")
    (person,) = [each for each in room.ask(lambda archive: archive.people.all())
                 if each.name == "زينب حمود"]  # fmt: skip
    assert room.waiting() == [person.id]


def test_next_ends_a_turn_begins_another_and_turns_the_box_to_its_speaker(queue) -> None:
    step(queue, KEY.Key_F11)
    assert queue.speaking() == "ayoub"
    assert queue.workspace.capture.presenter.entry.note.speaker == Speaker("ayoub")
    queue.wait(50)
    step(queue, KEY.Key_F11)
    assert (queue.speaking(), queue.waiting()) == ("ahmad", ["hiba"])
    first = next(each for each in queue.turns() if each.speaker.person_id == "ayoub")
    assert seconds_spoken(first, 0) == 50
    assert (first.limit_seconds, first.place.parent_id) == (120, "a")
    assert queue.workspace.capture.presenter.entry.note.speaker == Speaker("ahmad")
    step(queue, KEY.Key_F11)
    step(queue, KEY.Key_F11)  # nobody waits any more: the turn ends
    assert (queue.speaking(), queue.waiting()) == ("", [])


def test_what_was_typed_when_the_floor_goes_on_is_of_whoever_had_it(queue) -> None:
    step(queue, KEY.Key_F11)
    assert queue.focus is queue.box
    queue.type("المياه مقطوعة")
    step(queue, KEY.Key_F11)
    (note,) = queue.ask(lambda archive: archive.notes.all("m"))
    assert (note.text, note.speaker) == ("المياه مقطوعة", Speaker("ayoub"))
    assert queue.workspace.capture.presenter.entry.note.speaker == Speaker("ahmad")
    assert queue.workspace.capture.box.words == ""


def test_the_queue_is_reordered_and_left_by_keys(queue) -> None:
    queue.press(KEY.Key_Return)  # from the empty field into the list
    listed = queue.pane.queue
    assert listed.hasFocus()
    listed.choose(listed.queue.rows[2].id)
    step(queue, KEY.Key_Up, ALT)
    step(queue, KEY.Key_Up, ALT)
    assert queue.waiting() == ["hiba", "ayoub", "ahmad"]
    step(queue, KEY.Key_Down, ALT)
    assert queue.waiting() == ["ayoub", "hiba", "ahmad"]
    step(queue, KEY.Key_Delete, HELD.NoModifier)
    assert queue.waiting() == ["ayoub", "ahmad"]
    listed.choose(listed.queue.rows[1].id)
    step(queue, KEY.Key_Return, HELD.NoModifier)  # out of turn
    assert (queue.speaking(), queue.waiting()) == ("ahmad", ["ayoub"])


def test_who_is_dragged_stands_where_they_were_let_go(queue) -> None:
    model = queue.pane.queue.queue
    assert isinstance(model, DraggedModel)
    dragged = model.mimeData([model.index(2, 0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0)
    queue.settle()
    assert queue.waiting() == ["hiba", "ayoub", "ahmad"]
    dragged = model.mimeData([model.index(0, 0)])
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, 3, 0)
    queue.settle()
    assert queue.waiting() == ["ayoub", "ahmad", "hiba"]


def test_undo_names_what_it_takes_back_and_gives_the_floor_back(queue) -> None:
    step(queue, KEY.Key_F11)
    step(queue, KEY.Key_F11)
    undo = queue.window.services.actions.action("undo")
    assert "إعطاء الكلمة" in undo.text()
    step(queue, KEY.Key_F10, HELD.NoModifier)
    assert (queue.speaking(), queue.waiting()) == ("ayoub", ["ahmad", "hiba"])
    assert queue.workspace.capture.presenter.entry.note.speaker == Speaker("ayoub")
    queue.box.setFocus()
    queue.type("و")
    queue.settle()
    assert (queue.speaking(), queue.waiting()) == ("ayoub", ["ahmad", "hiba"])


def test_the_last_words_of_a_turn_that_ended_begin_no_other(room) -> None:
    ask(room, "dcaf")
    step(room, KEY.Key_F11)
    room.wait(60)
    step(room, KEY.Key_F12, CTRL | SHIFT)
    room.box.setFocus()
    room.type("بقية الكلام")
    room.settle()
    assert room.speaking() == ""
    assert len(room.turns()) == 1


def test_the_clock_warns_and_overruns_without_a_sound(queue) -> None:
    step(queue, KEY.Key_F11)
    clock, over = queue.strip.clock, queue.strip.over
    queue.wait(61)
    assert "1:01" in clock.words
    assert not over.isVisible()
    queue.wait(69)
    assert "2:10" in clock.words
    assert over.isVisible()
    assert "0:10" in over.accessibleName()


def test_a_pause_stops_the_clock_and_a_restart_goes_on_with_it(queue, open_room) -> None:
    step(queue, KEY.Key_F11)
    queue.wait(30)
    step(queue, KEY.Key_F11, CTRL | SHIFT)
    queue.wait(600)
    assert "0:30" in queue.strip.clock.words
    again = open_room()  # another window over the same archive, as after a restart
    assert "0:30" in again.strip.clock.words
    assert again.workspace.capture.presenter.entry.note.speaker == Speaker("ayoub")
    step(again, KEY.Key_F11, CTRL | SHIFT)
    again.wait(15)
    assert "0:45" in again.strip.clock.words
    step(again, KEY.Key_F12, CTRL | SHIFT)
    assert again.speaking() == ""
    assert again.waiting() == ["ahmad", "hiba"]


def test_a_limit_of_ones_own_holds_for_the_turn_that_runs(queue) -> None:
    step(queue, KEY.Key_F11)
    field = queue.pane.limit
    field.choices.setCurrentIndex(field.choices.findData("own"))
    field.choices.edited.emit()
    for words in ("كثير", "٢:٣٠"):
        field.own.setText("")
        type_text(field.own, words)
        field.own.left.emit()
    queue.settle()
    assert [each.limit_seconds for each in queue.turns() if each.began_at] == [150]
    assert field.choices.value == "150"
    assert not field.own.isVisible()
    field.choices.setCurrentIndex(0)
    field.choices.edited.emit()
    queue.settle()
    assert [each.limit_seconds for each in queue.turns() if each.began_at] == [None]


def test_the_strip_takes_no_room_while_there_is_nothing_to_say(room) -> None:
    assert not room.strip.isVisible()
    ask(room, "dcaf")
    assert room.strip.isVisible()
    assert room.strip.next.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (1180, 700), (911, 512)])
def test_the_strip_fits_every_width(open_room, size) -> None:
    room = open_room(size=size)
    ask(room, "dcaf", "احمد")
    step(room, KEY.Key_F11)
    assert room.strip.next.isVisible()
    assert room.strip.clock.isVisible()
    shown = room.strip.clock
    assert shown.width() >= shown.sizeHint().width()
    if size[0] == 911:
        room.workspace.panes.show_pane("recommendations", shown=True)
        room.settle()
    assert room.pane.queue.isVisible()
    assert room.pane.balance.isVisible()
