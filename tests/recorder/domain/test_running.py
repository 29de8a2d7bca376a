"""The agenda of a meeting that runs: beginnings are never lost, and time adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder import AgendaItem, Meeting, Place, Postponed, RunningAgenda, is_running, minutes_spent

MEETING = Meeting(id="m", planned_start="10:00")


def item(name, minutes=None, under=None, **more):
    return AgendaItem(
        id=name, meeting_id="m", place=Place(under, name), planned_minutes=minutes, **more
    )


ITEMS = (item("a", 30), item("b", 20), item("b1", 5, "b"), item("b2", under="b"), item("c", 10))


class Day:
    """An agenda to which things happen."""

    def __init__(self, items=ITEMS):
        self.items = {each.id: each for each in items}

    @property
    def agenda(self):
        return RunningAgenda(list(self.items.values()))

    def take(self, rows):
        self.items |= {each.id: each for each in rows}

    def times(self, name):
        return self.items[name].started_at, self.items[name].ended_at


def test_an_item_that_begins_ends_the_one_before():
    day = Day()
    day.take(day.agenda.start("a", "10:00"))
    day.take(day.agenda.start("b", "10:25"))
    assert (day.times("a"), day.times("b")) == (("10:00", "10:25"), ("10:25", ""))
    assert day.agenda.current.id == "b"


def test_a_sub_item_runs_with_the_item_above_it():
    day = Day()
    day.take(day.agenda.start("b1", "10:00"))
    assert day.agenda.current.id == "b1"
    day.take(day.agenda.start("b2", "10:05"))
    assert (day.times("b1"), day.times("b")) == (("10:00", "10:05"), ("10:00", ""))
    day.take(day.agenda.end("b", "10:15"))
    assert (day.times("b"), day.times("b2")) == (("10:00", "10:15"), ("10:05", "10:15"))
    assert day.agenda.current is None


def test_an_item_taken_up_again_keeps_its_beginning_and_the_pause_is_no_time_of_its_own():
    day = Day()
    day.take(day.agenda.start("a", "10:00"))
    day.take(day.agenda.start("b", "10:10"))
    day.take(day.agenda.start("a", "10:40"))
    assert day.times("a") == ("10:00", "")
    assert minutes_spent(day.items["a"], "10:45") == 15
    assert day.agenda.current.id == "a"


def test_starting_what_runs_already_writes_nothing():
    day = Day()
    day.take(day.agenda.start("a", "10:00"))
    assert day.agenda.start("a", "10:20") == []
    assert day.agenda.start("gone", "10:20") == []


def test_a_meeting_over_midnight_counts_on():
    assert minutes_spent(item("a", started_at="23:50"), "00:20") == 30


def test_a_postponed_item_ends_and_comes_back_when_it_is_started():
    day = Day()
    day.take(day.agenda.start("b1", "10:00"))
    day.take(day.agenda.postpone("b", Postponed.NO_TIME, "ضاق الوقت", "10:08"))
    assert day.times("b1") == ("10:00", "10:08")
    assert (day.items["b"].postponed, day.items["b"].ended_at) == (Postponed.NO_TIME, "10:08")
    assert day.agenda.current is None
    day.take(day.agenda.start("b", "10:30"))
    assert day.items["b"].postponed is None
    assert day.items["b"].postponed_reason == ""
    day.take(day.agenda.postpone("c", Postponed.ABSENT, "", "10:31"))
    day.take(day.agenda.resume("c"))
    assert day.items["c"].postponed is None
    assert day.times("c") == ("", "")


@pytest.mark.parametrize(
    ("happened", "clock", "late"),
    [
        ([], "10:20", None),
        (["a 10:00"], "10:20", 0),
        (["a 10:07"], "10:10", 7),
        (["a 10:00"], "10:37", 7),
        (["a 10:00", "b 10:25"], "10:30", -5),
        (["a 09:55", "b 10:25"], "10:26", -5),
        (["a 10:00", "b 10:30", "c 10:55"], "10:56", 5),
        (["a 10:00", "b 10:30", "c 10:55", "end 11:00"], "13:00", 0),
    ],
)
def test_drift_is_how_much_later_than_planned_the_meeting_would_end(happened, clock, late):
    day = Day()
    for each in happened:
        name, when = each.split()
        turn = day.agenda.end("c", when) if name == "end" else day.agenda.start(name, when)
        day.take(turn)
    assert day.agenda.minutes_late(MEETING, clock) == late


def test_postponing_an_item_wins_its_time_back():
    day = Day()
    day.take(day.agenda.start("a", "10:00"))
    assert day.agenda.minutes_late(MEETING, "10:50") == 20
    day.take(day.agenda.postpone("b", Postponed.NO_TIME, "", "10:50"))
    assert day.agenda.minutes_late(MEETING, "10:50") == 0


def test_without_a_planned_beginning_the_first_item_is_the_beginning():
    day = Day()
    day.take(day.agenda.start("a", "11:10"))
    assert day.agenda.minutes_late(Meeting(id="m"), "11:30") == 0


def test_what_nobody_planned_makes_nobody_late():
    day = Day((item("a", 30), item("x"), item("parked", 15, postponed=Postponed.PARKED)))
    day.take(day.agenda.start("a", "10:00"))
    day.take(day.agenda.start("x", "10:30"))
    assert day.agenda.minutes_late(MEETING, "11:30") == 0
    assert Day((item("x", started_at="10:00"),)).agenda.minutes_late(MEETING, "12:00") is None


def test_a_ring_of_items_is_no_trap():
    ring = Day((item("a", under="b"), item("b", under="a")))
    ring.take(ring.agenda.start("a", "10:00"))
    assert ring.agenda.current.id in {"a", "b"}
    assert ring.agenda.minutes_late(MEETING, "10:10") is None


names = st.sampled_from([each.id for each in ITEMS])
steps = st.lists(
    st.tuples(st.sampled_from(["start", "end", "postpone", "resume"]), names, st.integers(0, 9)),
    max_size=30,
)


@given(steps)
def test_whatever_happens_beginnings_stay_and_one_path_at_most_runs(happened):
    day, now = Day(), 600
    for verb, name, minutes in happened:
        now += minutes
        clock = f"{now // 60:02}:{now % 60:02}"
        before = dict(day.items)
        if verb == "postpone":
            rows = day.agenda.postpone(name, Postponed.AGREED, "", clock)
        elif verb == "resume":
            rows = day.agenda.resume(name)
        else:
            rows = getattr(day.agenda, verb)(name, clock)
        day.take(rows)
        for each in before.values():
            assert each.started_at in {"", day.items[each.id].started_at}
            spent = minutes_spent(day.items[each.id], clock)
            assert spent is None or 0 <= spent <= now - 600
        running = [each for each in day.items.values() if is_running(each)]
        assert len([each for each in running if each.place.parent_id is None]) <= 1
        assert verb != "start" or day.agenda.current.id == name
