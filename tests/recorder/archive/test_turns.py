"""The queue of speakers and the floor, as they are written, undone, merged and opened again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from recorder import (
    Archive,
    Meeting,
    Note,
    NotFoundError,
    Place,
    Speaker,
    Turn,
    read_floor,
    seconds_of,
    seconds_spoken,
)
from recorder.domain.clock import instant_text
from tests.recorder.archive.laptops import deliver, exchange_all

WASSIM, HUDA, RANA = (Speaker(each) for each in ("wassim", "huda", "rana"))
NINE = "2026-11-23T09:00:00Z"


def after(seconds: int) -> str:
    return instant_text(datetime.fromisoformat(NINE) + timedelta(seconds=seconds))


def ask(archive: Archive, *speakers: Speaker) -> None:
    for each in speakers:
        archive.turns.ask(Turn(id=str(each.person_id), meeting_id="m", speaker=each))


def waiting(archive: Archive) -> list[str]:
    return [each.id for each in read_floor(archive.turns.all("m")).waiting]


def speaking(archive: Archive) -> str:
    turn = read_floor(archive.turns.all("m")).speaking
    return turn.id if turn else ""


@pytest.fixture
def queue(archive: Archive) -> Archive:
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    ask(archive, WASSIM, HUDA, RANA)
    return archive


def test_who_asks_stands_at_the_end_of_the_queue(queue: Archive) -> None:
    assert waiting(queue) == ["wassim", "huda", "rana"]
    assert not queue.turns.ask(Turn(id="again", meeting_id="m", speaker=HUDA))
    assert waiting(queue) == ["wassim", "huda", "rana"]
    changes = queue.turns.put_after("rana", None)
    assert changes.action == "turn.move"
    assert waiting(queue) == ["rana", "wassim", "huda"]
    queue.turns.delete("wassim")
    assert waiting(queue) == ["rana", "huda"]


def test_the_queue_is_one_whatever_item_somebody_asked_about(queue: Archive) -> None:
    about = Turn(id="about", meeting_id="m", speaker=Speaker("sami"), place=Place("item", "zz"))
    queue.turns.write(about)
    assert waiting(queue) == ["wassim", "huda", "rana", "about"]
    queue.turns.put_after("about", "wassim")
    assert waiting(queue) == ["wassim", "about", "huda", "rana"]
    queue.turns.put_after("wassim", "rana")
    assert waiting(queue) == ["about", "huda", "rana", "wassim"]
    queue.turns.write(replace(about, id="late", speaker=Speaker("lina")))
    ask(queue, Speaker("omar"))
    assert waiting(queue)[-2:] == ["late", "omar"]


def test_two_turns_of_one_key_are_parted_by_whoever_is_put_between(queue: Archive) -> None:
    key = queue.turns.get("huda").place
    queue.turns.write(replace(queue.turns.get("rana"), place=key))
    queue.turns.put_after("wassim", "huda")
    order = waiting(queue)
    assert order.index("huda") < order.index("wassim")


def test_giving_the_floor_takes_it_from_whoever_had_it_in_one_action(queue: Archive) -> None:
    queue.turns.give(queue.turns.get("wassim"), NINE, limit_seconds=180, item_id="i")
    changes = queue.turns.give(queue.turns.get("huda"), after(60))
    assert changes.action == "turn.begin"
    assert (speaking(queue), waiting(queue)) == ("huda", ["rana"])
    first = queue.turns.get("wassim")
    assert (first.ended_at, first.limit_seconds, first.place.parent_id) == (after(60), 180, "i")


def test_one_undo_gives_the_floor_back_and_the_place_in_the_queue(queue: Archive) -> None:
    queue.turns.give(queue.turns.get("wassim"), NINE, item_id="i")
    queue.turns.give(queue.turns.get("rana"), after(60), item_id="i")
    undone = queue.undo()
    assert undone is not None
    assert undone.action == "turn.begin"
    assert (speaking(queue), waiting(queue)) == ("wassim", ["huda", "rana"])
    queue.undo()
    assert (speaking(queue), waiting(queue)) == ("", ["wassim", "huda", "rana"])


def test_the_clock_that_follows_the_writing_stands_in_no_way_of_undo(queue: Archive) -> None:
    queue.notes.append(Note(id="n", meeting_id="m", text="الماء"))
    queue.turns.follow(Turn(id="t", meeting_id="m", speaker=HUDA), NINE)
    queue.turns.rest("t", after(30))
    undone = queue.undo()
    assert undone is not None
    assert undone.action == "note.write"
    assert queue.turns.get("t").ended_at == after(30)


def test_a_turn_whose_beginning_was_taken_back_later_waits_again(queue: Archive) -> None:
    queue.turns.give(queue.turns.get("wassim"), NINE)
    queue.turns.follow(Turn(id="t", meeting_id="m", speaker=HUDA), after(20))
    queue.undo()
    assert (speaking(queue), "wassim" in waiting(queue)) == ("t", True)
    queue.turns.give(queue.turns.get("wassim"), after(100))
    again = queue.turns.get("wassim")
    assert (again.began_at, again.ended_at) == (after(100), "")


def test_a_paused_turn_has_the_same_clock_after_a_restart(queue: Archive) -> None:
    queue.turns.give(queue.turns.get("wassim"), NINE, limit_seconds=120)
    queue.turns.pause("wassim", after(50))
    queue._file.close()  # as by a power cut
    with Archive.open(queue.path) as again:
        now = seconds_of(after(4000)) or 0
        assert seconds_spoken(again.turns.get("wassim"), now) == 50
        again.turns.resume("wassim", after(4000))
        turn = again.turns.get("wassim")
        assert seconds_spoken(turn, now + 10) == 60
        assert again.check().ok


def test_two_laptops_show_the_same_floor_once_they_have_met(
    make_archive: Callable[[str], Archive],
) -> None:
    here, there = make_archive("هنا"), make_archive("هناك")
    here.meetings.write(Meeting(id="m", title="لقاء"))
    ask(here, WASSIM, HUDA, RANA)
    deliver(here, there)
    here.turns.give(here.turns.get("wassim"), NINE)
    here.turns.pause("wassim", after(30))
    there.turns.give(there.turns.get("huda"), after(20))
    exchange_all([here, there])
    assert here.turns.all("m") == there.turns.all("m")
    for archive in (here, there):
        assert (speaking(archive), waiting(archive)) == ("huda", ["rana"])
    there.turns.end("m", after(90))  # all that is open ends with it
    exchange_all([here, there])
    assert (speaking(here), speaking(there)) == ("", "")
    assert here.turns.get("wassim").ended_at == after(90)
    assert here.conflicts("m") == []


def test_an_ended_turn_of_a_slip_says_who_it_was(queue: Archive) -> None:
    queue.turns.follow(Turn(id="t", meeting_id="m", speaker=HUDA), NINE)
    queue.turns.correct("t", RANA)
    assert queue.turns.get("t").speaker == RANA
    queue.turns.limit("t", 300)
    assert queue.turns.get("t").limit_seconds == 300
    with pytest.raises(NotFoundError):
        queue.turns.pause("gone", NINE)


def test_the_notes_tell_who_spoke_before_anybody_kept_a_queue(queue: Archive) -> None:
    said = [
        ("1", HUDA, NINE),
        ("2", HUDA, after(9)),
        ("3", RANA, after(20)),
        ("4", HUDA, after(30)),
    ]
    for name, speaker, moment in said:
        queue.notes.append(Note(id=name, meeting_id="m", speaker=speaker, said_at=moment, text="."))
    queue.notes.append(
        Note(id="5", meeting_id="m", speaker=WASSIM, said_at=after(40), text="سرّ", kind="private")
    )
    heard = queue.turns.heard("m")
    assert heard.turns == {HUDA: 2, RANA: 1}
    assert heard.last_at == after(30)
