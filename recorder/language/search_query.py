"""What somebody typed into a search field, as the terms that it seeks."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from recorder.language.folding import fold_softly
from recorder.language.stems import ARTICLES, bare, without_articles, without_particle
from recorder.language.word_forms import (
    QUOTATION_MARKS,
    as_usually_spelled,
    forms_of,
    joined_forms,
    parts_of,
    plain,
    spellings,
)

SHORTEST_PREFIX = 3
"""Letters from which on the last word is also a beginning: one and two begin everything."""

_QUOTED = re.compile(f"[{QUOTATION_MARKS}]")
_OPENERS = ("لا", "ما", "ابو", "راس")  # written apart or as one: «لا سيما», «أبوظبي», «رأسمال»
_PAIRED = {*_OPENERS, "عبد"}
_LEFT_BY_OPENER = 3

IsNoun = Callable[[str], bool]
"""Whether the archive knows a word with its article: then its first letter is its own."""


@dataclass(frozen=True)
class Sought:
    """One thing that must be found: any of some sequences of terms.

    `is_prefix`: the last term of each is also the beginning of longer ones.
    """

    sequences: tuple[tuple[str, ...], ...]
    is_prefix: bool = False


def read_query(typed: str, *, is_noun: IsNoun = lambda _word: False) -> list[Sought]:
    """All that must be found, in the order of the words; empty where no word was typed.

    Quoted words are sought as a phrase, a single quoted word without its stems. The last word
    is also a beginning, unless a space or a quotation mark ended it.
    """
    sought: list[Sought] = []
    pieces = _QUOTED.split(typed)
    for at, piece in enumerate(pieces):
        is_open = at == len(pieces) - 1 and piece == piece.rstrip()
        units = piece.split()
        if at % 2:
            sought += _phrase(units, is_open=is_open)
        else:
            sought += _words(units, is_open=is_open, is_noun=is_noun)
    return [each for each in sought if each.sequences]


def _words(units: list[str], *, is_open: bool, is_noun: IsNoun) -> Iterator[Sought]:
    at = 0
    while at < len(units):
        pair = units[at : at + 2]
        is_last = is_open and at + len(pair) == len(units)
        if len(pair) > 1 and _is_opener(pair[0]) and (both := _pair(*pair, is_open=is_last)):
            yield both
            at += len(pair)
        else:
            yield from _unit(units[at], is_open=is_open and at == len(units) - 1, is_noun=is_noun)
            at += 1


def _is_opener(unit: str) -> bool:
    return "".join(forms_of(unit).sequence) in _PAIRED


def _pair(opener: str, following: str, *, is_open: bool) -> Sought | None:
    """A short word and the next one, which many write as one: «لا سيما», «لاسيما»."""
    rest = forms_of(following).sequence
    first = forms_of(opener).sequence
    joined = plain("".join(parts_of(fold_softly(opener + following))))
    if not rest:
        return None
    together = ("".join((*first, *rest)),)
    return _sought([(*first, *rest), (joined,), together], is_open=is_open)


def _unit(unit: str, *, is_open: bool, is_noun: IsNoun) -> Iterator[Sought]:
    sequence = forms_of(unit).sequence
    parts = parts_of(fold_softly(unit))
    if not parts:
        return
    if len(parts) > 1 or len(sequence) != 1:
        joined = joined_forms(parts) if len(parts) > 1 else [plain(parts[0])]
        yield _sought([sequence, *((each,) for each in joined)], is_open=is_open)
        return
    word = as_usually_spelled(parts[0])
    sequences: list[tuple[str, ...]] = [(each,) for each in _alternatives(word, is_noun)]
    sequences = sequences or [sequence]
    if word != parts[0]:
        sequences.append((plain(parts[0]),))
    opener = next((each for each in _OPENERS if plain(word).startswith(each)), None)
    if opener and len(plain(word)) >= len(opener) + _LEFT_BY_OPENER:
        rest = plain(word)[len(opener) :]
        sequences.append((opener, plain(bare(rest))))
    yield _sought(sequences, is_open=is_open)


def _alternatives(word: str, is_noun: IsNoun) -> list[str]:
    if word.isdigit():
        return []
    light = without_articles(word)
    found = spellings(light)
    had_article = light != word
    if not had_article and without_particle(light) and not is_noun(plain(light)):
        found += spellings(bare(light))
    return found


def _phrase(units: list[str], *, is_open: bool) -> Iterator[Sought]:
    parts = [part for unit in units for part in parts_of(fold_softly(unit))]
    if len(parts) == 1 and not parts[0].isdigit():
        yield _sought([(each,) for each in spellings(parts[0])], is_open=is_open)
    elif parts:
        sequence = tuple(term for unit in units for term in forms_of(unit).sequence)
        yield _sought([sequence], is_open=is_open)


def _sought(sequences: Iterable[tuple[str, ...]], *, is_open: bool) -> Sought:
    kept = tuple(dict.fromkeys(each for each in sequences if each and all(each)))
    is_prefix = is_open and any(len(each[-1]) >= SHORTEST_PREFIX for each in kept)
    return Sought(kept, is_prefix)


def with_article(word: str) -> str:
    """A plain word as it is written with its article."""
    return f"{ARTICLES[-1]}{word}"
