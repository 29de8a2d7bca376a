"""Names of organisations as people write them: the full one, the short one, the acronym."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from recorder.domain.directory import Organisation
from recorder.domain.likeness import Likeness
from recorder.language.likeness import is_slip, is_spelt_alike, looked_up
from recorder.language.name_words import (
    BETWEEN_WORDS,
    KINDS_OF_BODY,
    OF_A_PLACE,
    bracketed,
    words,
)

Words = tuple[str, ...]
Found = tuple[Likeness, int]

_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 10
_ATTACHED = ("وال", "بال", "لل", "ال")
_LEAST_STEM = 3
_LONGEST_OWN_LAM = 5  # «لجنة» and «لبنان» begin with their own letter
_ENOUGH, _MANY = 3, 4
_MOST_WORDS = 8


def _bare(word: str) -> str:
    """A word without its article and what is written before it: «للنهوض», «بالمجتمع»."""
    for each in _ATTACHED:
        if word.startswith(each) and len(word) - len(each) >= _LEAST_STEM:
            return word[len(each) :]
    return word[1:] if word[0] == "ل" and len(word) > _LONGEST_OWN_LAM else word


_KINDS = frozenset(looked_up(_bare(each)) for each in KINDS_OF_BODY)
_PLACES = frozenset(map(_bare, OF_A_PLACE))


@dataclass(frozen=True)
class BodyName:
    """An organisation's name as it is compared.

    Attributes:
        kind: what it calls itself, «منظمة», where it does.
        plain: the other words that tell which it is.
        latin: the same of its English name.
        acronyms: its acronym, also one in brackets or one that stands for the name.
    """

    kind: str
    plain: Words
    latin: Words
    acronyms: frozenset[str]

    @classmethod
    def of(cls, body: Organisation) -> "BodyName":
        """The name of an entry of the directory."""
        kind, plain = _told_apart(body.name)
        _, latin = _told_apart(body.name_en)
        short = [body.acronym, *bracketed(body.name), *bracketed(body.name_en), body.name]
        return cls(kind, plain, latin, frozenset(filter(None, map(_acronym, short))))

    @cached_property
    def initials(self) -> str:
        """The first letters of the English name: UNDP for United Nations Development Programme."""
        return "".join(each[0] for each in self.latin).upper()

    def keys(self) -> Iterator[tuple[str, ...]]:
        """Under what the name is looked up: two that may be alike share one of these."""
        for name in {self.plain, self.latin} - {()}:
            found = [looked_up(each) for each in name][:_MOST_WORDS]
            yield ("words", *sorted(found))
            yield ("begins", *found[:2])
            told = [key for key, each in zip(found, name, strict=False) if each not in _PLACES]
            yield ("words", *sorted(told or found))
            for missing in range(1, 3 if len(found) > _MANY else 2):
                if len(found) > missing + 1:
                    for kept in combinations(found, len(found) - missing):
                        yield ("words", *sorted(kept))
        for each in self.acronyms | {self.initials}:
            if len(each) >= _SHORTEST_ACRONYM:
                yield ("acronym", each)


def _told_apart(name: str) -> tuple[str, Words]:
    """The kind of body that a name begins with, and its other words."""
    found = [_bare(each) for each in words(name) if each not in BETWEEN_WORDS]
    if found and looked_up(found[0]) in _KINDS:
        return found[0], tuple(found[1:])
    if found and found[-1].isascii() and looked_up(found[-1]) in _KINDS:
        return found[-1], tuple(found[:-1])
    return "", tuple(found)


def _acronym(text: str) -> str:
    """The text as an acronym, "" when it is none: one Latin word in capitals."""
    bare = text.replace(".", "").replace("-", "").strip()
    fits = _SHORTEST_ACRONYM <= len(bare) <= _LONGEST_ACRONYM
    return bare.upper() if fits and bare.isascii() and bare.isalpha() and bare.isupper() else ""


def compare_bodies(one: BodyName, other: BodyName) -> Found | None:
    """Why two names may be one organisation's, and how strong that is; None: not alike."""
    if one.acronyms and other.acronyms:
        return (Likeness.ACRONYM, 85) if one.acronyms & other.acronyms else None
    if one.kind and other.kind and not is_spelt_alike(one.kind, other.kind):
        return None
    found = _compare(one.plain, other.plain, same_kind=one.kind == other.kind)
    return found or _compare_latin(one, other)


def _compare_latin(one: BodyName, other: BodyName) -> Found | None:
    if _is_named_in_latin(one, other) or _is_named_in_latin(other, one):
        return Likeness.LATIN, 78
    if _compare(one.latin, other.latin, same_kind=True):
        return Likeness.LATIN, 75
    if {one.initials} & _long(other.acronyms) or {other.initials} & _long(one.acronyms):
        return Likeness.ACRONYM, 70
    return None


def _is_named_in_latin(one: BodyName, other: BodyName) -> bool:
    return bool(one.plain) and one.plain == other.latin


def _long(acronyms: Iterable[str]) -> set[str]:
    return {each for each in acronyms if len(each) > _SHORTEST_ACRONYM}


def _compare(one: Words, other: Words, *, same_kind: bool) -> Found | None:
    if not one or not other:
        return None
    mine, theirs = _unmatched(one, other)
    if not mine and not theirs:
        if not same_kind:
            return Likeness.KIND_OF_BODY, 82 if len(one) > 1 else 64
        return (Likeness.SAME_NAME, 92) if one == other else (Likeness.SPELLING, 86)
    if not mine or not theirs:
        short, long = sorted((one, other), key=len)
        return _compare_longer(short, long, mine or theirs)
    slips = 2 if min(len(one), len(other)) >= _MANY else 1
    is_near = len(mine) == len(theirs) <= slips < min(len(one), len(other))
    if is_near and all(_is_slip(*pair) for pair in zip(mine, theirs, strict=True)):
        return Likeness.ONE_LETTER, 62
    return None


def _is_slip(one: str, other: str) -> bool:
    """One letter otherwise, or the relation for the thing: «القطاع الأمني», «قطاع الأمن»."""
    short, long = sorted((one, other), key=len)
    return is_slip(one, other) or long == short + "ي"


def _unmatched(one: Words, other: Words) -> tuple[list[str], list[str]]:
    """The words of each that have none like them in the other, in their order."""
    left = list(other)
    mine = []
    for word in one:
        found = next((each for each in left if is_spelt_alike(word, each)), None)
        if found is None:
            mine.append(word)
        else:
            left.remove(found)
    return mine, left


def _compare_longer(short: Words, long: Words, more: list[str]) -> Found | None:
    """A name without its place, or without its end where enough of it is left."""
    if all(each in _PLACES for each in more) and (len(short) > 1 or len(more) == 1):
        is_only_a_place = all(each in _PLACES for each in short)
        return None if is_only_a_place else (Likeness.SHORTER, 60)
    begins = all(is_spelt_alike(*pair) for pair in zip(short, long, strict=False))
    is_enough = len(short) >= _ENOUGH and len(more) <= len(short)
    return (Likeness.SHORTER, 54) if begins and is_enough else None
