from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from recorder.domain.balance import (
    Balance,
    Room,
    Said,
    apart_from_floor,
    hear,
    suggested_speakers,
    weigh,
)
from recorder.domain.columns import Speaker
from recorder.domain.directory import Organisation, Person
from recorder.domain.meeting import Attendance, Meeting
from tests.recorder.domain.test_floor import GROUP, HUDA, NOW, START, WASSIM, at, turn, turns

BODIES = {
    "gloca": Organisation(id="gloca", name="غلوكا", sector="civil_society"),
    "city": Organisation(id="city", name="البلدية", sector="government"),
}
PEOPLE = {
    "wassim": Person(id="wassim", name="وسيم", sex="male", organisation_id="gloca"),
    "huda": Person(id="huda", name="هدى", sex="female", organisation_id="city"),
    "rana": Person(id="rana", name="رنا", sex="female", organisation_id="gloca"),
    "sami": Person(id="sami", name="سامي"),
}


def came(person_id: str, presence: str = "present", **more) -> Attendance:
    row_id = Attendance.id_for("m", person_id)
    return Attendance(id=row_id, meeting_id="m", person_id=person_id, presence=presence, **more)


def room(*ids: str, **more) -> Room:
    return Room([came(each) for each in ids or PEOPLE], PEOPLE, BODIES, **more)


def by_key(shares) -> dict[str, tuple[int, int, int]]:
    return {each.key: (each.present, each.seconds, each.turns) for each in shares}


def said(name: str, speaker: Speaker, second: int) -> Said:
    return Said(at(second), "", name, speaker.person_id, speaker.label)


def test_time_and_turns_stand_beside_the_share_of_the_room() -> None:
    rows = [turn("1", WASSIM, 0, 90), turn("2", HUDA, 90, 120)]
    balance = weigh(rows, {}, room(), NOW)
    assert by_key(balance.by_sex) == {"male": (1, 90, 1), "female": (2, 30, 1), "": (1, 0, 0)}
    assert by_key(balance.by_organisation)["gloca"] == (2, 90, 1)
    assert by_key(balance.by_sector)["government"] == (1, 30, 1)
    women = next(each for each in balance.by_sex if each.key == "female")
    assert (balance.room_percent(women), balance.floor_percent(women)) == (50, 25)
    assert balance.silent == ("rana", "sami")


def test_who_has_notes_and_no_turn_has_spoken_unmeasured() -> None:
    notes = [said("1", HUDA, 0), said("2", HUDA, 5), said("3", GROUP, 9), said("4", HUDA, 12)]
    heard = hear(notes)
    assert (heard.turns, heard.last_at) == ({HUDA: 2, GROUP: 1}, at(12))
    balance = weigh([], heard.turns, room(), NOW)
    assert (balance.seconds, balance.turns) == (0, 3)
    women = next(each for each in balance.by_sex if each.key == "female")
    assert balance.floor_percent(women) == 67  # of turns, since no time was measured
    assert by_key(balance.by_sex)[""] == (1, 0, 1)  # the group, beside somebody of unknown sex
    assert "huda" not in balance.silent
    assert "wassim" in balance.silent


def test_notes_of_somebody_who_has_turns_add_nothing() -> None:
    balance = weigh([turn("1", HUDA, 0, 30)], {HUDA: 7}, room(), NOW)
    assert [(each.speaker, each.seconds, each.turns) for each in balance.voices] == [(HUDA, 30, 1)]


def test_who_leads_the_meeting_is_told_apart() -> None:
    meeting = Meeting(id="m", facilitator_id="wassim")
    attendance = [came("wassim"), came("huda"), came("rana", capacity="media")]
    apart = apart_from_floor(meeting, attendance)
    assert apart == {"wassim", "rana"}
    rows = [turn("1", WASSIM, 0, 90), turn("2", HUDA, 90, 120)]
    balance = weigh(rows, {}, Room(attendance, PEOPLE, BODIES, {}, apart), NOW)
    assert (balance.apart.seconds, balance.seconds, balance.present) == (90, 120, 1)
    assert by_key(balance.by_sex) == {"female": (1, 30, 1)}
    assert balance.silent == ()


def test_people_who_were_merged_are_one_voice() -> None:
    older = Speaker("wassim2")
    rows = [turn("1", WASSIM, 0, 60), turn("2", older, 60, 90), turn("3", HUDA, 90, 99)]
    balance = weigh(rows, {older: 3}, room(shown_for={"wassim2": "wassim"}), NOW)
    assert [(each.speaker, each.seconds, each.turns) for each in balance.voices] == [
        (WASSIM, 90, 2), (HUDA, 9, 1),
    ]  # fmt: skip


def test_what_somebody_stands_for_that_day_counts() -> None:
    attendance = [came("rana", organisation_id="city")]
    balance = weigh([turn("1", Speaker("rana"), 0, 9)], {}, Room(attendance, PEOPLE, BODIES), NOW)
    assert by_key(balance.by_organisation) == {"city": (1, 9, 1)}


def test_who_is_not_there_is_not_missed() -> None:
    attendance = [came("huda", "excused"), came("rana", "invited"), came("sami")]
    assert weigh([], {}, Room(attendance, PEOPLE, BODIES), NOW).silent == ("sami",)


def test_who_has_left_counts_in_the_room_and_is_asked_no_more() -> None:
    attendance = [came("huda", departed="11:00"), came("rana")]
    balance = weigh([], {}, Room(attendance, PEOPLE, BODIES), NOW)
    assert (balance.present, balance.silent) == (2, ("rana",))


def test_the_least_heard_part_is_suggested_first_and_who_was_dismissed_is_not() -> None:
    rows = [turn("1", WASSIM, 0, 300)]
    here = room("sami", "wassim", "rana", "huda")
    balance = weigh(rows, {}, here, NOW)
    # Both are women; of the two organisations GLOCA has been heard already.
    assert suggested_speakers(balance, here) == ("huda", "rana", "sami")
    assert suggested_speakers(balance, here, {"huda"}, 1) == ("rana",)


def test_one_note_more_is_counted_as_if_all_were_read_again() -> None:
    notes = [said("1", HUDA, 0), said("2", HUDA, 5), said("3", GROUP, 9), said("4", HUDA, 12)]
    heard = hear([])
    for each in notes:
        heard = heard.and_then(Speaker(each.person_id, each.label), each.moment)
    assert heard == hear(notes)
    assert heard.and_then(WASSIM, at(3)) is heard  # an earlier note that was edited


## Laws

SOUNDS = st.lists(
    st.builds(
        lambda no, speaker, second: said(f"n{no}", speaker, second),
        st.integers(0, 99), st.sampled_from([WASSIM, HUDA, GROUP, Speaker("rana"), Speaker()]),
        st.integers(0, 50),
    ),
    max_size=8, unique_by=lambda each: each.id,
)  # fmt: skip
PRESENCES = st.lists(
    st.tuples(st.sampled_from([*PEOPLE, "gone"]), st.sampled_from(["present", "absent", "x"]),
              st.sampled_from(["participant", "facilitator"])),
    max_size=6, unique_by=lambda each: each[0],
)  # fmt: skip


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    rows = [came(one, presence, capacity=what) for one, presence, what in draw(PRESENCES)]
    led = draw(st.sampled_from([{}, {"rana": "huda"}, {"wassim": "sami"}]))
    return Room(rows, PEOPLE, BODIES, led, apart_from_floor(Meeting(id="m"), rows))


@given(turns(), SOUNDS, rooms())
def test_the_parts_are_the_whole(rows, notes, here) -> None:
    balance = weigh(rows, hear(notes).turns, here, NOW)
    for parts in (balance.by_sex, balance.by_organisation, balance.by_sector):
        assert sum(each.seconds for each in parts) + balance.apart.seconds == balance.seconds
        assert sum(each.turns for each in parts) + balance.apart.turns == balance.turns
        assert sum(each.present for each in parts) == balance.present
        assert len({each.key for each in parts}) == len(parts)
    assert sum(each.seconds for each in balance.voices) == balance.seconds
    assert sum(each.turns for each in balance.voices) == balance.turns


@given(turns(), SOUNDS, rooms())
def test_everybody_in_the_room_is_heard_or_silent_or_apart(rows, notes, here) -> None:
    balance = weigh(rows, hear(notes).turns, here, NOW)
    heard = {each.speaker.person_id for each in balance.voices}
    assert not heard & set(balance.silent)
    assert set(here.present()) <= heard | set(balance.silent) | set(here.apart)
    assert set(suggested_speakers(balance, here)) <= set(balance.silent)


@given(turns(), SOUNDS, rooms(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, notes, here, chance) -> None:
    def shuffled(each):
        return chance.sample(each, len(each))

    first = weigh(rows, hear(notes).turns, here, NOW)
    other = weigh(shuffled(rows), hear(shuffled(notes)).turns, here, NOW)
    assert first == other


@given(turns(), rooms(), st.integers(0, 900))
def test_time_never_runs_backwards(rows, here, moment) -> None:
    earlier, later = (weigh(rows, {}, here, START + each).seconds for each in (moment, 900))
    begun = [each for each in rows if each.began_at and each.began_at <= at(moment)]
    if len(begun) == len([each for each in rows if each.began_at]):
        assert earlier <= later


def test_the_whole_room_is_weighed_in_no_time() -> None:
    """Four hundred people with two turns each: what is told once a second may not be felt."""
    people = {f"p{no}": Person(id=f"p{no}", name=f"{no}", sex="male") for no in range(400)}
    here = Room([came(each) for each in people], people, {})
    rows = list(chain.from_iterable(
        (turn(f"{name}a", Speaker(name), 0, 5), turn(f"{name}b", Speaker(name), 9, 12))
        for name in people
    ))  # fmt: skip
    balance = weigh(rows, {}, here, NOW)
    assert isinstance(balance, Balance)
    assert balance.turns == 800
