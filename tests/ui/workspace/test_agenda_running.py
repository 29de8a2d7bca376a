"""The agenda while the meeting runs: it is gone through by keys, and time is told."""

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt

from recorder import AgendaItem, Meeting, Place, Postponed
from tests.ui.conftest import NOW
from ui.edits import edit
from ui.meeting.agenda_lines import LINE, ItemState
from ui.meeting.workspace_agenda import AgendaPart

KEY, HELD = Qt.Key, Qt.KeyboardModifier


class Watch:
    """A clock that is set by hand."""

    now = NOW

    def __call__(self):
        return self.now

    def go_on(self, minutes):
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock():
    return Watch()


@pytest.fixture
def running(enter, prepare, clock):
    """A room in which the meeting is held today: first item planned 30 minutes, sub-items."""

    def open_room(**look):
        prepare(
            Meeting(id="m", title="لقاء", date="2026-11-24", planned_start="10:40"),
            AgendaItem(id="b", meeting_id="m", title="التعاون", planned_minutes=20,
                       place=Place(None, "a2")),
            AgendaItem(id="b1", meeting_id="m", title="التنسيق", place=Place("b", "a1")),
            AgendaItem(id="c", meeting_id="m", title="الختام", place=Place(None, "a3")),
        )  # fmt: skip
        return enter(**look)

    return open_room


def stored(room, item_id):
    return room.ask(lambda archive: archive.agenda.get(item_id))


def times(room, item_id):
    item = stored(room, item_id)
    return item.started_at, item.ended_at


def order(room):
    items = room.ask(lambda archive: archive.agenda.all("m"))
    return [(each.id, each.place.parent_id) for each in items]


def line(room, item_id):
    model = room.workspace.agenda.list.model()
    return model.index(model.place_of(item_id), 0).data(LINE)


def part(room):
    return room.workspace.part(AgendaPart)


def tick(room):
    part(room).tick()
    room.settle()


def start(room):
    room.press(KEY.Key_F5, HELD.ControlModifier)
    room.settle()


def test_one_key_starts_the_item_and_the_next_one_follows_the_room(running, clock):
    room = running()
    start(room)
    assert times(room, "a") == ("10:42", "")
    clock.go_on(25)
    room.press(KEY.Key_F8)
    room.settle()
    assert times(room, "a") == ("10:42", "11:07")
    assert times(room, "b") == ("11:07", "")
    assert room.workspace.board.item_id == "b"
    clock.go_on(1)
    start(room)  # the key ends what runs
    assert times(room, "b") == ("11:07", "11:08")


def test_a_beginning_is_never_written_over(running, clock):
    room = running()
    start(room)
    clock.go_on(10)
    start(room)
    clock.go_on(5)
    start(room)
    item = stored(room, "a")
    assert (item.started_at, item.ended_at, item.paused_minutes) == ("10:42", "", 5)


def test_without_a_running_item_the_next_one_is_only_looked_at(running):
    room = running()
    room.press(KEY.Key_F8)
    room.settle()
    assert room.workspace.board.item_id == "b"
    assert times(room, "b") == ("", "")


def test_looking_elsewhere_says_so_and_one_key_leads_back(running):
    room = running()
    start(room)
    strip = part(room).elsewhere
    assert not strip.isVisible()
    room.workspace.agenda.list.chosen.emit("c")
    room.settle()
    assert strip.isVisible()
    assert "الأولويات" in strip.words.words
    assert times(room, "c") == ("", "")
    room.type("تحت بند آخر")
    room.press(KEY.Key_Return)
    room.settle()
    notes = room.ask(lambda archive: archive.notes.all("m"))
    assert [(each.text, each.place.parent_id) for each in notes] == [("تحت بند آخر", "c")]
    room.press(KEY.Key_F8, HELD.ShiftModifier)
    room.press(KEY.Key_F8)  # the room does not follow a look elsewhere
    room.settle()
    assert times(room, "c") == ("", "")
    room.press(KEY.Key_F6, HELD.ControlModifier)
    room.settle()
    assert room.workspace.board.item_id == "a"
    assert not strip.isVisible()


def test_an_overrun_is_told_in_words_and_colour(running, clock):
    room = running()
    start(room)
    clock.go_on(12)
    tick(room)
    shown = line(room, "a")
    assert (shown.state, shown.facts, shown.share) == (
        ItemState.RUNNING, "\u206612\u2069 من \u206630\u2069 د", 40,
    )  # fmt: skip
    assert shown.remark == ""
    clock.go_on(25)
    tick(room)
    shown = line(room, "a")
    assert (shown.remark, shown.tone) == ("متجاوز بـ\u20667\u2069 د", "bad")
    assert shown.share > 100


def test_the_strip_above_tells_how_late_the_meeting_is(running, clock):
    room = running()
    drift = part(room).drift
    assert not drift.isVisible()
    start(room)
    clock.go_on(37)
    tick(room)
    assert drift.isVisible()
    assert drift.accessibleName() == "متأخّرون \u20669\u2069 دقائق"
    clock.go_on(30)
    tick(room)
    assert drift._tone == "bad"


def test_of_a_meeting_of_another_day_no_clock_runs(running):
    room = running()
    start(room)
    assert line(room, "a").state is ItemState.RUNNING
    meeting = room.ask(lambda archive: archive.meetings.get("m"))
    room.bridge.request(edit(meeting, date="2026-11-20"), saves=True)
    room.settle()
    assert line(room, "a").state is ItemState.AHEAD
    assert not part(room).drift.isVisible()


def test_an_item_is_postponed_with_a_reason_and_comes_back_by_the_same_key(running):
    room = running()
    room.press(KEY.Key_F8, HELD.ControlModifier | HELD.ShiftModifier)
    strip = room.workspace.agenda.strip
    assert strip.reason.hasFocus()
    room.press(KEY.Key_Down)
    room.press(KEY.Key_Tab)
    room.type("غاب المدير")
    room.press(KEY.Key_Return)
    room.settle()
    item = stored(room, "a")
    assert (item.postponed, item.postponed_reason) == (Postponed.ABSENT, "غاب المدير")
    assert line(room, "a").remark == "مؤجّل: \u2068غاب المدير\u2069"
    assert room.box.hasFocus()
    room.press(KEY.Key_F8, HELD.ControlModifier | HELD.ShiftModifier)
    room.settle()
    assert stored(room, "a").postponed is None


def test_escape_leaves_an_item_where_it_was(running):
    room = running()
    room.press(KEY.Key_F8, HELD.ControlModifier | HELD.ShiftModifier)
    room.press(KEY.Key_Escape)
    room.settle()
    assert stored(room, "a").postponed is None
    assert room.box.hasFocus()
    assert not room.workspace.agenda.strip.isVisible()


def test_the_next_item_is_one_that_is_not_postponed(running):
    room = running()
    item = stored(room, "b")
    room.bridge.request(edit(item, postponed=Postponed.NO_TIME), saves=True)
    room.settle()
    room.press(KEY.Key_F8)
    room.press(KEY.Key_F8)
    assert room.workspace.board.item_id == "c"


def test_a_topic_is_put_aside_without_leaving_the_box_for_long(running):
    room = running()
    room.press(KEY.Key_F12, HELD.ControlModifier)
    room.type("ترميم المدرسة")
    room.press(KEY.Key_Return)
    room.settle()
    items = room.ask(lambda archive: archive.agenda.all("m"))
    topic = next(each for each in items if each.title == "ترميم المدرسة")
    assert topic.postponed is Postponed.PARKED
    assert room.box.hasFocus()
    shown = line(room, topic.id)
    assert (shown.number, shown.state, shown.heads_parked) == ("", ItemState.PARKED, True)
    room.press(KEY.Key_Insert, HELD.AltModifier)
    room.type("بند عادي")
    room.press(KEY.Key_Return)
    room.settle()
    items = room.ask(lambda archive: archive.agenda.all("m"))
    assert next(each for each in items if each.title == "بند عادي").postponed is None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_alt_and_the_arrows_move_an_item_in_the_reading_direction(running, language):
    room = running(language=language)
    agenda = room.workspace.agenda.list
    agenda.setFocus()
    agenda.setCurrentIndex(agenda.model().index(agenda.model().place_of("c"), 0))
    inwards = KEY.Key_Left if language == "ar" else KEY.Key_Right
    outwards = KEY.Key_Right if language == "ar" else KEY.Key_Left
    room.press(inwards, HELD.AltModifier)
    room.settle()
    assert dict(order(room))["c"] == "b"
    room.press(outwards, HELD.AltModifier)
    room.settle()
    assert dict(order(room))["c"] is None
    for _press in range(2):  # quicker than the archive answers
        room.press(KEY.Key_Up, HELD.AltModifier)
    room.settle()
    tops = [item_id for item_id, parent in order(room) if parent is None]
    assert tops == ["c", "a", "b"]
    assert agenda.current_id == "c"
    assert agenda.hasFocus()


def test_an_item_is_dragged_between_others(running):
    room = running()
    model = room.workspace.agenda.list.model()
    data = model.mimeData([model.index(model.place_of("c"), 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0)
    room.settle()
    assert [item_id for item_id, parent in order(room) if parent is None] == ["c", "a", "b"]


def test_the_agenda_fits_when_everything_is_told_at_once(running, clock):
    room = running()
    start(room)
    clock.go_on(40)
    room.press(KEY.Key_F12, HELD.ControlModifier)
    room.type("موضوع")
    room.press(KEY.Key_Return)
    room.settle()
    tick(room)
    agenda = room.workspace.agenda.list
    count = agenda.model().rowCount()
    rows = [agenda.visualRect(agenda.model().index(at, 0)) for at in range(count)]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rows))
    assert agenda.indexAt(QPoint(20, rows[-1].center().y())).row() == count - 1
