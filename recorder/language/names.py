"""Names of people as Syrians write them: with a title or without, joined or apart, in two scripts.

What is compared is what stands in lists of attendance: «م. محمد أحمد خليلو» and «محمد خليلو»,
«عبدالله الخطيب» and «د. عبد الله خطيب», «أنطوان بصمه جي» and "Antoun Basmaji".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from recorder.domain.directory import Person
from recorder.domain.likeness import Likeness
from recorder.language.likeness import (
    is_slip,
    is_spelt_alike,
    looked_up,
    sounds,
    without_article,
    without_one,
)
from recorder.language.name_words import (
    BETWEEN_NAMES,
    GIVEN,
    JOINED_TO_THE_LAST,
    JOINED_TO_THE_NEXT,
    TITLES,
    TITLES_OR_NAMES,
    words,
)

Words = tuple[str, ...]
Found = tuple[Likeness, int]

_LATIN_SERVANT = re.compile(r"\babd(?:[\s-]*(?:ul|al|el|ur|ar|er|il)?(?=[\s-]|[a-z]{3}))?[\s-]*")
_LATIN_ARTICLE = re.compile(r"\b(al|el)[\s-]+(?=[a-z])")
_COMPOUND = re.compile("^(عبد|ابو)ال(?=..)")
_WHOLE = 2  # words that make a name: a given one and another
_LEAST_SOUNDS, _MANY_SOUNDS = 3, 5


def name_words(name: str) -> Words:
    """The words of a name that tell who it is: no titles, compounds in one word."""
    if name.isascii():
        joined = _LATIN_SERVANT.sub("abd", name.casefold())
        found = words(_LATIN_ARTICLE.sub(r"\1", joined.replace("'", "")))
    else:
        found = words(name)
    kept = [each for each in _joined(_untitled(found)) if each not in BETWEEN_NAMES]
    return tuple(kept)


def _untitled(found: list[str]) -> list[str]:
    while len(found) > 1 and (
        found[0] in TITLES or (found[0] in TITLES_OR_NAMES and len(found) > _WHOLE)
    ):
        found = found[1:]
    return found


def _joined(found: list[str]) -> list[str]:
    """The words with those in one that many write apart: «عبد الله», «نور الدين», «بصمه جي»."""
    kept: list[str] = []
    waiting = ""
    for at, word in enumerate(found):
        if waiting:
            kept.append(_COMPOUND.sub(r"\1", waiting + word))
            waiting = ""
        elif word in JOINED_TO_THE_NEXT and at + 1 < len(found):
            waiting = JOINED_TO_THE_NEXT[word]
        elif word in JOINED_TO_THE_LAST and kept:
            stem = kept.pop()
            kept.append((stem.rstrip("هةا") if word == "جي" else stem) + word)
        else:
            kept.append(_COMPOUND.sub(r"\1", word))
    return kept


@dataclass(frozen=True)
class PersonName:
    """A person's name as it is compared; `body` is the id of their organisation."""

    plain: Words
    latin: tuple[Words, ...]
    body: str | None = None

    @classmethod
    def of(cls, person: Person) -> "PersonName":
        """The name of an entry of the directory."""
        names = [name_words(each) for each in (person.name, person.name_en)]
        latin = tuple(each for each in names if each and "".join(each).isascii())
        return cls(names[0] if names[0] not in latin else (), latin, person.organisation_id)

    @cached_property
    def heard(self) -> tuple[Words, ...]:
        """The sounds of the name in each script, where they are enough to tell it by."""
        forms = (self.plain, *self.latin)
        heard = (tuple(filter(None, map(sounds, each))) for each in forms)
        return tuple(
            each for each in heard if len(each) >= _WHOLE and sum(map(len, each)) >= _LEAST_SOUNDS
        )

    def keys(self) -> Iterator[tuple[str, ...]]:
        """Under what the name is looked up: two that may be alike share one of these."""
        found = [looked_up(each) for each in self.plain]
        if found:
            yield ("name", "".join(found))
            yield ("joined", looked_up("".join(self.plain)))
            if self.body:
                yield ("first", found[0], self.body)
        if len(found) >= _WHOLE:
            yield ("ends", found[0], found[-1])
            yield ("order", *sorted(found))
            for each in without_one(found[-1]):
                yield ("slip", found[0], each)
            for each in without_one(found[0]):
                yield ("slip first", each, found[-1])
        for heard in self.heard:
            yield ("heard", heard[0], heard[-1])


def compare_people(one: PersonName, other: PersonName) -> Found | None:
    """Why two names may be one person's, and how strong that is; None: they are not alike."""
    if one.plain and other.plain and (found := _compare(one.plain, other.plain)):
        return found
    return _compare_latin(one, other)


def _compare(one: Words, other: Words) -> Found | None:
    if "".join(one) == "".join(other):
        return Likeness.SAME_NAME, _rarity(one, other)
    if len(one) == len(other):
        return _compare_in_pairs(one, other) or _compare_order(one, other)
    if _is_alike("".join(one), "".join(other)):
        return Likeness.SPELLING, _rarity(one, other) - 8
    short, long = sorted((one, other), key=len)
    return _compare_shorter(short, long)


def _rarity(one: Words, other: Words) -> int:
    """How strong equality is: «أحمد» alone and «محمد علي» are names of many."""
    length = min(len(one), len(other))
    if length < _WHOLE:
        return 60
    if length == _WHOLE and any(map(_is_given, (one, other))):
        return 75
    return 90 if length == _WHOLE else 95


def _is_given(name: Words) -> bool:
    """Whether a name is made of given ones alone."""
    return all(without_article(each) in GIVEN for each in name)


def _compare_in_pairs(one: Words, other: Words) -> Found | None:
    """Word by word: alike but for spelling, an article, or one slip of the hand."""
    unlike = [pair for pair in zip(one, other, strict=True) if not is_spelt_alike(*pair)]
    if not unlike:
        return Likeness.SPELLING, _rarity(one, other) - 8
    if all(_differs_by_article(*pair) for pair in unlike):
        return Likeness.ARTICLE, 70
    if len(one) >= _WHOLE and len(unlike) == 1:
        pair = [without_article(each) for each in unlike[0]]
        if is_slip(*pair):
            return Likeness.ONE_LETTER, 60 if len(one) > _WHOLE else 56
    return None


def _differs_by_article(one: str, other: str) -> bool:
    """«الحاج» and «حاج» may be one family; «علي» is a given name and «العلي» another family."""
    bare = without_article(one)
    return is_spelt_alike(bare, without_article(other)) and bare not in GIVEN


def _is_alike(one: str, other: str) -> bool:
    return is_spelt_alike(one, other) or _differs_by_article(one, other)


def _compare_order(one: Words, other: Words) -> Found | None:
    """The family first; two given names change about between father and son."""
    if len(one) < _WHOLE or all(each in GIVEN for each in one):
        return None
    left = list(other)
    for word in one:
        found = next((each for each in left if is_spelt_alike(word, each)), None)
        if found is None:
            return None
        left.remove(found)
    return Likeness.ORDER, 60


def _compare_shorter(short: Words, long: Words) -> Found | None:
    """A name without its middle, or without its end."""
    if not is_spelt_alike(short[0], long[0]):
        return None
    if len(short) == 1:
        return Likeness.SHORTER, 42
    if _is_alike(short[-1], long[-1]) and _stand_in(short[1:-1], long[1:-1]):
        return Likeness.MIDDLE_NAME, 74
    return (Likeness.SHORTER, 45) if _stand_in(short, long[: len(short)]) else None


def _stand_in(few: Words, many: Words) -> bool:
    """Whether words stand among others in the same order."""
    rest = iter(many)
    return all(any(is_spelt_alike(word, each) for each in rest) for word in few)


def _compare_latin(one: PersonName, other: PersonName) -> Found | None:
    if same := set(one.latin) & set(other.latin):
        if one.plain or other.plain:
            return Likeness.LATIN, 80
        shared = max(same, key=len)
        return Likeness.SAME_NAME, _rarity(shared, shared)
    if one.plain and other.plain:
        return None  # what was written in Arabic tells more than what it sounds like
    for mine in one.heard:
        for theirs in other.heard:
            if mine == theirs:
                return Likeness.LATIN, 68 if sum(map(len, mine)) >= _MANY_SOUNDS else 54
            if _lacks_the_middle(mine, theirs):
                return Likeness.LATIN, 56
    return None


def _lacks_the_middle(one: Words, other: Words) -> bool:
    short, long = sorted((one, other), key=len)
    is_shorter = len(short) < len(long)
    return is_shorter and (short[0], short[-1]) == (long[0], long[-1])
