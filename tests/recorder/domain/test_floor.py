from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.domain.clock import instant_text
from recorder.domain.columns import Place, Speaker
from recorder.domain.floor import (
    began,
    ended,
    measure,
    paused,
    read_floor,
    resumed,
    seconds_left,
    seconds_of,
    seconds_spoken,
)
from recorder.domain.meeting import Turn

START = 1_790_000_000
WASSIM, HUDA, GROUP = Speaker("wassim"), Speaker("huda"), Speaker(None, "ممثلون عن المؤسسات")
SPEAKERS = [WASSIM, HUDA, GROUP, Speaker()]


def at(seconds: int) -> str:
    return instant_text(datetime.fromtimestamp(START + seconds, UTC))


def turn(name: str, speaker: Speaker = WASSIM, start=None, end=None, **more) -> Turn:
    times = {
        "began_at": "" if start is None else at(start),
        "ended_at": "" if end is None else at(end),
    }
    return Turn(id=name, meeting_id="m", speaker=speaker, **times, **more)


@st.composite
def turns(draw: st.DrawFn) -> list[Turn]:
    """Turns of few speakers that wait, run, pause, end and overlap, within ten minutes."""
    made = []
    for no in range(draw(st.integers(0, 8))):
        start = draw(st.none() | st.integers(0, 600))
        lasts = draw(st.none() | st.integers(0, 300))
        end = None if start is None or lasts is None else start + lasts
        pauses = draw(st.none() | st.integers(0, 400))
        halted = draw(st.none() | st.integers(0, 900)) if start is not None else None
        made.append(
            turn(f"t{no}", draw(st.sampled_from(SPEAKERS)), start, end, paused_seconds=pauses,
                 paused_at="" if halted is None else at(halted))
        )  # fmt: skip
    return made


NOW = START + 900


## The clock of one turn


def test_the_time_of_a_turn_is_what_lies_between_its_instants() -> None:
    assert seconds_spoken(turn("t", start=10, end=100), NOW) == 90
    assert seconds_spoken(turn("t", start=10), START + 40) == 30
    assert seconds_spoken(turn("t"), NOW) == 0


def test_a_pause_stops_the_clock_and_it_goes_on_where_it_stood() -> None:
    running = began(turn("t"), at(0), 120)
    halted = paused(running, at(50))
    assert seconds_spoken(halted, START + 500) == 50
    assert paused(halted, at(70)) is halted
    goes_on = resumed(halted, at(80))
    assert (goes_on.paused_at, goes_on.paused_seconds) == ("", 30)
    assert seconds_spoken(goes_on, START + 100) == 70
    again = resumed(paused(goes_on, at(100)), at(110))
    assert seconds_spoken(ended(again, at(130)), NOW) == 90


def test_a_pause_in_which_a_turn_ends_is_none_of_its_time() -> None:
    over = ended(paused(began(turn("t"), at(0), None), at(20)), at(400))
    assert seconds_spoken(over, NOW) == 20
    assert read_floor([over]).speaking is None


def test_the_limit_is_overrun_below_nothing() -> None:
    running = began(turn("t"), at(0), 120)
    assert seconds_left(running, START + 90) == 30
    assert seconds_left(running, START + 150) == -30
    assert seconds_left(began(turn("t"), at(0), None), NOW) is None


def test_a_clock_that_was_set_back_makes_no_time_negative() -> None:
    assert seconds_spoken(turn("t", start=100), START) == 0
    assert resumed(turn("t", start=0, paused_at=at(50)), at(10)).paused_seconds == 0


@pytest.mark.parametrize("broken", ["", "2026-11-24T09:00:99Z", "2026-11-24T25:00:00Z", "morgen"])
def test_an_instant_that_cannot_be_one_is_none(broken: str) -> None:
    assert seconds_of(broken) is None


## The queue


def test_who_waits_stands_in_the_order_of_places_and_who_began_last_speaks() -> None:
    rows = [
        turn("b", HUDA, place=Place(None, "b")),
        turn("a", place=Place(None, "a")),
        turn("old", start=0, end=10),
        turn("here", start=20),
        turn("there", HUDA, start=30),
    ]
    floor = read_floor(rows)
    assert [each.id for each in floor.waiting] == ["a", "b"]
    assert floor.speaking is not None
    assert floor.speaking.id == "there"
    assert [each.id for each in floor.open] == ["here", "there"]


## What everybody had


def had(rows: list[Turn], now: int = NOW) -> dict[str, tuple[int, int]]:
    return {each.speaker.person_id or each.speaker.label: (each.seconds, each.turns)
            for each in measure(rows, now)}  # fmt: skip


def test_times_and_turns_are_summed_for_each_speaker() -> None:
    rows = [turn("1", start=0, end=60), turn("2", HUDA, 60, 90), turn("3", start=90, end=100)]
    assert had(rows) == {"wassim": (70, 2), "huda": (30, 1)}


def test_two_laptops_that_kept_one_queue_count_nobody_twice() -> None:
    here = [turn("a1", start=0, end=100), turn("a2", HUDA, 100, 160)]
    there = [turn("b1", start=3, end=101), turn("b2", HUDA, 101, 162)]
    assert had(here + there) == {"wassim": (100, 1), "huda": (62, 1)}


def test_who_interrupts_has_the_floor_and_then_it_goes_back() -> None:
    rows = [turn("long", start=0, end=100), turn("short", HUDA, 40, 50)]
    assert had(rows) == {"wassim": (90, 1), "huda": (10, 1)}


@given(turns())
def test_parts_of_the_floor_are_no_more_than_the_time_that_passed(rows: list[Turn]) -> None:
    spans = [(seconds_of(each.began_at), spoken_until(each)) for each in rows if each.began_at]
    passed = len({second for first, last in spans for second in range(first, last)})
    assert sum(each.seconds for each in measure(rows, NOW)) <= passed


def spoken_until(row: Turn) -> int:
    ends = [seconds_of(each) for each in (row.ended_at, row.paused_at) if each]
    return max([min(ends, default=NOW), seconds_of(row.began_at)])


@given(turns())
def test_nobody_is_counted_twice_and_no_turn_is_lost(rows: list[Turn]) -> None:
    measured = measure(rows, NOW)
    assert len({each.speaker for each in measured}) == len(measured)
    assert {each.speaker for each in measured} == {e.speaker for e in rows if e.began_at}
    for each in measured:
        mine = [row for row in rows if row.speaker == each.speaker and row.began_at]
        assert 1 <= each.turns <= len(mine)
        assert each.seconds <= sum(seconds_spoken(row, NOW) for row in mine)


@given(turns().flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_the_rows_does_not_matter(both: tuple[list[Turn], list[Turn]]) -> None:
    rows, shuffled = both
    assert measure(rows, NOW) == measure(shuffled, NOW)
    assert read_floor(rows) == read_floor(shuffled)


@given(turns())
def test_turns_that_do_not_overlap_sum_to_all_that_was_spoken(rows: list[Turn]) -> None:
    begun = [each for each in rows if each.began_at and each.ended_at]
    apart, free = [], 0
    for each in sorted(begun, key=lambda row: row.began_at):
        if (seconds_of(each.began_at) or 0) >= free:
            apart.append(each)
            free = seconds_of(each.ended_at) or 0
    assert sum(each.seconds for each in measure(apart, NOW)) == sum(
        seconds_spoken(each, NOW) for each in apart
    )
