"""How fairly the floor is shared: speaking time against the share of the room. Pure."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from recorder.domain.columns import Speaker
from recorder.domain.directory import Organisation, Person
from recorder.domain.floor import Measured, measure
from recorder.domain.meeting import Attendance, Meeting, Turn
from recorder.domain.tokens import Capacity, Presence

_NOT_ASKED = frozenset(
    {Capacity.FACILITATOR, Capacity.RAPPORTEUR, Capacity.OBSERVER, Capacity.MEDIA}
)
"""Capacities in which nobody is expected to take the floor."""


@dataclass(frozen=True)
class Room:
    """Who is there, as the balance needs to know it.

    Attributes:
        attendance: the meeting's list in its order.
        people, organisations: the directory by id.
        shown_for: the entry that shows for one that was merged away.
        apart: who leads the meeting or watches it: their time is told, and compared with nobody's.
    """

    attendance: Sequence[Attendance] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    shown_for: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    def shown(self, person_id: str | None) -> str:
        """The id under which a person shows; "" for nobody."""
        return self.shown_for.get(person_id or "", person_id or "")

    def person(self, person_id: str | None) -> Person | None:
        """The person as the directory shows them."""
        return self.people.get(self.shown(person_id))

    def organisation(self, person_id: str) -> Organisation | None:
        """For whom a person stands that day: as the attendance says, else their own."""
        person = self.person(person_id)
        stood_for = self._stood_for.get(self.shown(person_id)) or (
            person.organisation_id if person else None
        )
        return self.organisations.get(self.shown(stood_for))

    @cached_property
    def _stood_for(self) -> dict[str, str | None]:
        return {self.shown(each.person_id): each.organisation_id for each in self.attendance}

    def organisation_key(self, person_id: str) -> str:
        """The id of the organisation that a person stands for, "" for none."""
        body = self.organisation(person_id)
        return body.id if body else ""

    def sector_key(self, person_id: str) -> str:
        """The sector that a person stands for, "" where nobody said."""
        body = self.organisation(person_id)
        return str(body.sector or "") if body else ""

    def sex_key(self, person_id: str) -> str:
        """The sex of a person, "" where nobody said."""
        person = self.person(person_id)
        return str(person.sex or "") if person else ""

    def present(self) -> list[str]:
        """The people who are marked present, each once, in the order of the list."""
        ids = [
            self.shown(each.person_id)
            for each in self.attendance
            if each.person_id and each.presence == Presence.PRESENT
        ]
        return list(dict.fromkeys(ids))

    def left(self) -> set[str]:
        """Who of those has left: part of the room, and not to be asked any more."""
        return {self.shown(each.person_id) for each in self.attendance if each.departed}


def apart_from_floor(meeting: Meeting, attendance: Iterable[Attendance]) -> frozenset[str]:
    """The ids of those who lead a meeting, write its minutes or watch it."""
    by_capacity = {each.person_id for each in attendance if each.capacity in _NOT_ASKED}
    ids = {meeting.facilitator_id, meeting.rapporteur_id, *by_capacity}
    return frozenset(each for each in ids if each)


@dataclass(frozen=True)
class Share:
    """What a part of the room had of the floor.

    Attributes:
        key: the id of an organisation, or a token of sex or sector; "" where it is not known, and
            for groups and voices that nobody named.
        present: how many of those present belong to it.
        seconds, turns: what it had of the floor.
    """

    key: str
    present: int
    seconds: int
    turns: int


@dataclass(frozen=True)
class Balance:
    """How the floor is shared.

    Attributes:
        seconds, turns: the whole, those apart included.
        voices: what each speaker had, who had most first.
        apart: what those had who lead or watch.
        by_organisation, by_sector, by_sex: what the others had, part by part.
        present: how many of those present are not apart.
        silent: who is present, not apart, has not spoken and not left, in the order of the list.
    """

    seconds: int
    turns: int
    voices: tuple[Measured, ...]
    apart: Share
    by_organisation: tuple[Share, ...]
    by_sector: tuple[Share, ...]
    by_sex: tuple[Share, ...]
    present: int
    silent: tuple[str, ...]

    def room_percent(self, share: Share) -> int:
        """The part's share of the room in whole percent."""
        return _percent(share.present, self.present)

    def floor_percent(self, share: Share) -> int:
        """The part's share of the floor in whole percent: of the time, or of turns without one."""
        seconds, turns = self.seconds - self.apart.seconds, self.turns - self.apart.turns
        return _percent(share.seconds, seconds) if seconds else _percent(share.turns, turns)


class Said(NamedTuple):
    """A note, as far as it tells that somebody took the floor; `person_id` None is a group."""

    moment: str
    sort_key: str
    id: str
    person_id: str | None
    label: str


@dataclass(frozen=True)
class Heard:
    """Who took the floor, as the notes tell it.

    Attributes:
        turns: how often each speaker did: once for each run of notes.
        last_at: the instant of the latest note, "" before the first.
        last: who said it.
    """

    turns: Mapping[Speaker, int] = field(default_factory=dict)
    last_at: str = ""
    last: Speaker | None = None

    def and_then(self, speaker: Speaker, moment: str) -> "Heard":
        """The same after one note more; an earlier one that was edited tells nothing new."""
        if moment <= self.last_at:
            return self
        more = int(speaker != self.last)
        turns = {**self.turns, speaker: self.turns.get(speaker, 0) + more}
        return Heard(turns, moment, speaker)


def hear(said: Iterable[Said]) -> Heard:
    """Who took the floor, from the notes that are not private, in whatever order they come."""
    in_order = sorted(said, key=lambda each: each[:3])
    turns: dict[tuple[str | None, str], int] = {}
    for speaker, _run in groupby(in_order, key=lambda each: (each.person_id, each.label)):
        turns[speaker] = turns.get(speaker, 0) + 1
    counted = {Speaker(*each): count for each, count in turns.items()}
    if not in_order:
        return Heard()
    last = in_order[-1]
    return Heard(counted, last.moment, Speaker(last.person_id, last.label))


def weigh(turns: Iterable[Turn], by_notes: Mapping[Speaker, int], room: Room, now: int) -> Balance:
    """The balance at `now` (seconds since 1970), whatever the order of the rows.

    Args:
        turns: the turns of the meeting; those that have not begun do not count.
        by_notes: what `hear` counted, for whoever has notes and no turn: they spoke, unmeasured.
        room: who is there.
        now: until when a turn that goes on counts.
    """
    voices = _voices(turns, by_notes, room, now)
    apart = [each for each in voices if _is_apart(each.speaker, room)]
    others = [each for each in voices if not _is_apart(each.speaker, room)]
    present = [each for each in room.present() if each not in room.apart]
    heard = {each.speaker.person_id for each in voices} | room.left()

    return Balance(
        sum(each.seconds for each in voices),
        sum(each.turns for each in voices),
        tuple(voices),
        _share("", 0, apart),
        _shares(others, present, room.organisation_key),
        _shares(others, present, room.sector_key),
        _shares(others, present, room.sex_key),
        len(present),
        tuple(each for each in present if each not in heard),
    )


def suggested_speakers(
    balance: Balance, room: Room, passed_over: Collection[str] = (), most: int = 3
) -> tuple[str, ...]:
    """Who might be asked next: people who have not spoken, from the least heard parts first.

    Args:
        balance: how the floor is shared.
        room: the room that it was weighed for.
        passed_over: who waits in the queue already, or whom the facilitator dismissed.
        most: how many at the most.
    """
    sexes = _hearings(balance, balance.by_sex)
    bodies = _hearings(balance, balance.by_organisation)

    def rank(person_id: str) -> tuple[float, float]:
        sex, body = room.sex_key(person_id), room.organisation_key(person_id)
        return sexes.get(sex, 1.0), bodies.get(body, 1.0)

    left = [each for each in balance.silent if each not in passed_over]
    return tuple(sorted(left, key=rank)[:most])


def _hearings(balance: Balance, shares: Iterable[Share]) -> dict[str, float]:
    """How much each known part was heard for its size: below 1 is less than its share."""
    return {
        each.key: balance.floor_percent(each) / room
        for each in shares
        if each.key and (room := balance.room_percent(each))
    }


def _voices(
    turns: Iterable[Turn], by_notes: Mapping[Speaker, int], room: Room, now: int
) -> list[Measured]:
    measured = measure((_led(each, room) for each in turns), now)
    heard = {each.speaker for each in measured}
    noted: dict[Speaker, int] = {}
    for speaker, count in by_notes.items():
        shown = _shown(speaker, room)
        if shown not in heard:
            noted[shown] = noted.get(shown, 0) + count
    only_noted = [Measured(each, 0, count) for each, count in noted.items()]
    return [*measured, *sorted(only_noted, key=lambda each: (-each.turns, _name(each.speaker)))]


def _led(turn: Turn, room: Room) -> Turn:
    shown = _shown(turn.speaker, room)
    return turn if shown == turn.speaker else Turn.trusted({**vars(turn), "speaker": shown})


def _shown(speaker: Speaker, room: Room) -> Speaker:
    shown = room.shown(speaker.person_id)
    return Speaker(shown) if shown else Speaker(None, speaker.label)


def _is_apart(speaker: Speaker, room: Room) -> bool:
    return speaker.person_id is not None and speaker.person_id in room.apart


def _shares(
    voices: Sequence[Measured], present: Sequence[str], key_of: Callable[[str], str]
) -> tuple[Share, ...]:
    """The parts of the room and of the floor by a key, the largest part of the room first."""
    parts: dict[str, list[Measured]] = {}
    counts: dict[str, int] = {}
    for person_id in present:
        key = key_of(person_id)
        counts[key] = counts.get(key, 0) + 1
    for each in voices:
        key = key_of(each.speaker.person_id) if each.speaker.person_id else ""
        parts.setdefault(key, []).append(each)
    shares = [_share(key, counts.get(key, 0), parts.get(key, ())) for key in {**counts, **parts}]
    return tuple(sorted(shares, key=lambda each: (not each.key, -each.present, each.key)))


def _share(key: str, present: int, voices: Iterable[Measured]) -> Share:
    told = list(voices)
    return Share(key, present, sum(each.seconds for each in told), sum(each.turns for each in told))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole > 0 else 0


def _name(speaker: Speaker) -> tuple[str, str]:
    return speaker.person_id or "", speaker.label
