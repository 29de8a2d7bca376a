"""Names inside a text: where somebody is named, however the name is spelled or joined.

Both sides are written as a search folds them. A word of a text may bear و، ف، ب، ك، ل and the
article before it; parts of a name may be written as one word or apart; the middle of a name may
be missing. A part of a name alone counts too, unless it is an ordinary word as well («أمل») and no
form of address stands before it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from recorder.language.folding import fold_softly
from recorder.language.name_words import BETWEEN_NAMES, TITLES, TITLES_OR_NAMES
from recorder.language.word_forms import plain

_WORD = re.compile(
    r"[^\W_]+(?:[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]+[^\W_]*)*"
)
_SPLIT = re.compile("(عبد|ابو|ام|بنت|ابن|بن)(.{3,})|(.{2,})(الدين|الله|الاسلام|العابدين)")
_PARTICLES = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ف", "ب", "ك", "ل")
_SHORTEST_PART = 3
_LONGEST = 8  # words of a name that are looked at


def _key(word: str) -> str:
    """A word as both sides write it: softly folded, hamza on any carrier, without its article."""
    folded = plain(fold_softly(word))
    bare = folded.removeprefix("ال")
    return bare if len(bare) > 1 else folded


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_key(each) for each in words)


_ADDRESS = _keys(TITLES | TITLES_OR_NAMES | {"السيد", "سيد"})
_ORDINARY = """
    أمل أماني إيمان فرح سلام صالح كامل كريم جميل جمال نور نورا هدى هناء وفاء ولاء رضا
    رياض ضياء جهاد نضال كمال صلاح علاء عماد سعيد سعد سليم سالم أمين ناصر نبيل طارق عادل
    عامر ماهر حازم حسن محسن خالد رشيد راشد رفيق مجد منير معين عزيز حميد مسعود زكي صادق
    صفاء شهد بشرى براءة بتول غادة سناء سحر منال منى عبير دعاء رغد هبة خلود حلا جنى آية
    إلهام ابتسام حنان عام علي ندى سمر ملك فداء غنى هادي حكيم عمار عمر فايز فائز باسم
    بسام تمام توفيق ثائر حاتم حبيب مالك معاذ مؤيد وسام وائل أسعد أشرف أكرم أمجد أنور
    أسماء إسراء آلاء شيماء ياسمين حلب سوريا دمشق شامي مصري عراقي لبناني تركي
"""
"""Names that a text may hold without meaning anybody; also those of places."""

_COMMON = _ADDRESS | _keys(BETWEEN_NAMES) | _keys(_ORDINARY.split())
_BEFORE_A_PART = _keys({"عبد", "أبو", "أم", "آل"})
_AFTER_A_PART = _keys({"الدين", "الله"})


@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> frozenset[str]:
    """What a word of a text may be, what may be written before it taken off."""
    folded = plain(fold_softly(word))
    found = {folded}
    waiting = [folded]
    while waiting:
        form = waiting.pop()
        for each in _PARTICLES:
            rest = form[len(each) :]
            if form.startswith(each) and len(rest) > 1 and rest not in found:
                found.add(rest)
                waiting.append(rest)
    return frozenset(found)


@dataclass(frozen=True)
class Mention:
    """A name in a text.

    Attributes:
        key: whose name it is.
        start, end: where it stands in the text, what is written before it included.
        is_whole: whether the name stands there, not just a part of it.
    """

    key: str
    start: int
    end: int
    is_whole: bool


class NameFinder:
    """Finds the names of some people or bodies in any number of texts.

    Args:
        names: their names by key, aliases and spellings among them.
        parts: the keys of which a part of a name counts too; the words of a body's name are
            those of every other body.
    """

    def __init__(self, names: Mapping[str, Iterable[str]], parts: Iterable[str] = ()) -> None:
        self._whole: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._addressed: dict[str, set[str]] = defaultdict(set)
        partial = set(parts)
        for key, spellings in names.items():
            for each in spellings:
                self._learn(key, each, in_parts=key in partial)

    def _learn(self, key: str, name: str, *, in_parts: bool) -> None:
        words = [_key(each) for each in _WORD.findall(name)][:_LONGEST]
        while len(words) > 1 and words[0] in _ADDRESS and words[0] not in _keys(TITLES_OR_NAMES):
            words.pop(0)
        for each in dict.fromkeys(_variants(words)) if in_parts else [tuple(words)]:
            if each and (len(each) > 1 or len(each[0]) >= _SHORTEST_PART or not in_parts):
                self._whole[each[0]].append((each, key))
        if in_parts and len(words) > 1:
            for word in _own_words(words):
                if word not in _COMMON:
                    self._parts[word].add(key)
                if word not in _ADDRESS:
                    self._addressed[word].add(key)

    def find(self, text: str) -> Iterator[Mention]:
        """Every mention in its order; the longest of those that begin at a word."""
        words = list(_WORD.finditer(text))
        forms = [_forms(each[0]) for each in words]
        at = 0
        while at < len(words):
            found = self._whole_at(forms, at)
            if found:
                length, keys = found
                for key in sorted(keys):
                    yield Mention(
                        key, words[at].start(), words[at + length - 1].end(), is_whole=True
                    )
                at += length
                continue
            for key in sorted(self._part_at(forms, at)):
                yield Mention(key, words[at].start(), words[at].end(), is_whole=False)
            at += 1

    def _whole_at(self, forms: list[frozenset[str]], at: int) -> tuple[int, set[str]] | None:
        longest, keys = 0, set[str]()
        for form in forms[at] | {_bare(each) for each in forms[at]}:
            for words, key in self._whole.get(form, ()):
                length = len(words)
                if length < longest or at + length > len(forms):
                    continue
                rest = zip(words[1:], forms[at + 1 :], strict=False)
                if all(word in has or word in {_bare(each) for each in has} for word, has in rest):
                    keys = keys | {key} if length == longest else {key}
                    longest = length
        return (longest, keys) if longest else None

    def _part_at(self, forms: list[frozenset[str]], at: int) -> set[str]:
        has = forms[at] | {_bare(each) for each in forms[at]}
        found: set[str] = set()
        is_addressed = at > 0 and bool(_ADDRESS & {_bare(each) for each in forms[at - 1]})
        for each in has:
            found |= self._parts.get(each, set())
            if is_addressed:
                found |= self._addressed.get(each, set())
        return found


def _own_words(words: list[str]) -> Iterator[str]:
    """The words that tell somebody alone: not «قادر» of «عبد القادر»."""
    for place, each in enumerate(words):
        joins = {*words[place - 1 : place]} & _BEFORE_A_PART or {
            *words[place + 1 :][:1]
        } & _AFTER_A_PART
        if (
            not joins
            and not each.isdigit()
            and len(each) >= _SHORTEST_PART
            and each not in _BEFORE_A_PART | _AFTER_A_PART
        ):
            yield each


def _bare(form: str) -> str:
    bare = form.removeprefix("ال")
    return bare if len(bare) > 1 else form


def _variants(words: list[str]) -> Iterator[tuple[str, ...]]:
    """A name in the ways that people write it: its parts as one or apart, without its middle."""
    ways = [words]
    for place in range(len(words) - 1):
        joined = [*words[:place], words[place] + words[place + 1], *words[place + 2 :]]
        with_article = [*words[:place], words[place] + "ال" + words[place + 1], *words[place + 2 :]]
        ways += [joined, with_article]
    for place, word in enumerate(words):
        if split := _SPLIT.fullmatch(word):
            first, second = (each for each in split.groups() if each)
            ways.append([*words[:place], _bare(first), _bare(second), *words[place + 1 :]])
    for each in ways:
        yield tuple(each)
        if len(each) > len(("given", "family")):
            yield (each[0], each[-1])
