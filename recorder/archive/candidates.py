"""Which entries of the directory may be one: their names, and what speaks for it or against."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import starmap
from typing import TYPE_CHECKING, Any, NamedTuple

from recorder.domain.directory import Organisation, Person
from recorder.domain.likeness import Candidate, Kind, Likeness
from recorder.language.bodies import BodyName, compare_bodies
from recorder.language.names import PersonName, compare_people
from recorder.language.pairing import pairs

if TYPE_CHECKING:
    from recorder.storage.mentions import Mentions

LEAST_STRENGTH = 50
"""Below it a pair is not worth a question."""

_SAME_BODY, _OTHER_BODY = 10, -10
_SAME_ADDRESS = 25
_OTHER_SEX, _SEEN_TOGETHER, _OTHER_SECTOR = -40, -40, -15
_LEAST_DIGITS = 6


class Pair(NamedTuple):
    """Two entries with like names."""

    one: Any
    other: Any
    likeness: Likeness
    strength: int

    def and_also(self, more: int) -> "Pair":
        """The pair, stronger or weaker."""
        return self._replace(strength=self.strength + more)


def like_people(people: Sequence[Person], mentions: "Mentions") -> list[Pair]:
    """People who may be one: by their names, then by what else is known of them."""
    found = [
        pair.and_also(_of_people(pair.one, pair.other))
        for pair in _compared(people, PersonName.of, compare_people)
    ]
    found = [pair for pair in found if pair.strength >= LEAST_STRENGTH]
    came = mentions.came_for({each.id for pair in found for each in pair[:2]})
    return [
        pair.and_also(_SEEN_TOGETHER * _were_there_apart(came, pair.one.id, pair.other.id))
        for pair in found
    ]


def like_bodies(bodies: Sequence[Organisation]) -> list[Pair]:
    """Organisations that may be one."""
    return [
        pair.and_also(_OTHER_SECTOR * _differ(pair.one.sector, pair.other.sector))
        for pair in _compared(bodies, BodyName.of, compare_bodies)
    ]


def strongest(
    found: Iterable[Pair], is_apart: Callable[[str, str], bool], limit: int
) -> list[Pair]:
    """The pairs worth a question that nobody has answered, the likeliest first."""
    asked = [
        pair
        for pair in found
        if pair.strength >= LEAST_STRENGTH and not is_apart(pair.one.id, pair.other.id)
    ]
    asked.sort(key=lambda pair: (-pair.strength, pair.one.name, pair.one.id, pair.other.id))
    return asked[:limit]


def as_candidates(table: Kind, found: Iterable[Pair], mentions: "Mentions") -> list[Candidate]:
    """The pairs with the number of meetings that name each, the more often named one first."""
    chosen = list(found)
    meetings = mentions.meetings(table, {each.id for pair in chosen for each in pair[:2]})
    counts = {row_id: len(each) for row_id, each in meetings.items()}

    def candidate(one: Any, other: Any, likeness: Likeness, strength: int) -> Candidate:  # noqa: ANN401
        first, second = sorted((one, other), key=lambda each: (-counts.get(each.id, 0), each.id))
        return Candidate(
            table=table, first=first, second=second, likeness=likeness,
            strength=min(strength, 100),
            first_meetings=counts.get(first.id, 0), second_meetings=counts.get(second.id, 0),
        )  # fmt: skip

    return list(starmap(candidate, chosen))


def _compared(
    entries: Sequence[Any],
    name_of: Callable[[Any], Any],
    compare: Callable[[Any, Any], tuple[Likeness, int] | None],
) -> Iterator[Pair]:
    names = [name_of(each) for each in entries]
    for one, other in pairs([list(each.keys()) for each in names]):
        if found := compare(names[one], names[other]):
            yield Pair(entries[one], entries[other], *found)


def _of_people(one: Person, other: Person) -> int:
    """What speaks for two people being one, or against it, beside their names."""
    more = _OTHER_SEX * _differ(one.sex, other.sex)
    if one.organisation_id and other.organisation_id:
        is_same = one.organisation_id == other.organisation_id
        more += _SAME_BODY if is_same else _OTHER_BODY
    return more + _SAME_ADDRESS * bool(_addresses(one) & _addresses(other))


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _addresses(person: Person) -> set[str]:
    digits = "".join(each for each in person.phone if each.isdecimal())[-_LEAST_DIGITS:]
    known = {person.email.strip().casefold()} - {""}
    return known | {digits} if len(digits) == _LEAST_DIGITS else known


def _were_there_apart(came: dict[str, dict[str, str | None]], one: str, other: str) -> bool:
    """Whether both were present at one meeting, for two organisations: then they are two."""
    mine, theirs = came.get(one, {}), came.get(other, {})
    return any(
        _differ(body, theirs[meeting_id]) for meeting_id, body in mine.items()
        if meeting_id in theirs
    )  # fmt: skip
