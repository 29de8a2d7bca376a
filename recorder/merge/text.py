"""Three-way merge of a note's text: never a word lost, never a sentence that nobody wrote.

Sequence CRDTs converge on texts that no one wrote («10» edited to 15 and to 12 becomes «152»).
A merge by word does so too, only more quietly: where one laptop has «لم يوافق المجلس على الخطة»
and the other «وافق المجلس على الخطة كاملة», words that do not touch would make «لم يوافق المجلس
على الخطة كاملة», which neither heard. No list of negations and numbers makes that safe («رفض» for
«وافق» beside «بالإجماع» is the same trap), and a flag does not travel into the minutes. So:

* Different sentences are merged.
* Where two people changed what one sentence says, each one's sentence stays whole, on a line of
  its own. That is seen at once, by everybody who reads the text, and tidied in a moment.
* Words are mixed only where all but one changed no more than the spelling (`said_by`): the
  result says what that one wrote.

A paragraph without full stops is one sentence, and stands twice when two people edit it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from recorder.merge.matcher import matches
from recorder.merge.sentences import (
    Sentence,
    Text,
    join_sentences,
    sentence,
    split_sentences,
    words_of,
)
from recorder.merge.spelling import said_by


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge's text, and whether somebody should look: sentences stand twice or were mixed."""

    text: str
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class _Hunk:
    """What one side put in the place of `base[start:end]`."""

    start: int
    end: int
    put: Text


@dataclass(frozen=True, slots=True)
class _Side:
    """One side's text, where it stands in the base, and what it changed there."""

    text: Text
    kept: dict[int, int]
    hunks: list[_Hunk]

    def version(self, start: int, end: int) -> Text:
        """What the side has in the place of a stretch of the base."""
        out: list[Sentence] = []
        at = start
        for each in self.hunks:
            if _lies_in((start, end), each):
                out += [self.text[self.kept[index]] for index in range(at, each.start)]
                out += each.put
                at = each.end
        return (*out, *(self.text[self.kept[index]] for index in range(at, end)))


def merge_texts(base: str, sides: Collection[str]) -> Merged:
    """One text out of several that were made from `base`, the same in whatever order they come.

    Laws: merging a side with its base gives the side; merging equal sides gives that side; each
    word that a side inserted stands in the result; each sentence of the result was written by
    somebody, but for the spelling of its words.
    """
    changed = sorted(set(sides) - {base})
    if len(changed) <= 1:
        return Merged(changed[0] if changed else base)
    original = split_sentences(base)
    edited = [_compared(original, split_sentences(each)) for each in changed]
    out: list[Sentence] = []
    needs_review = False
    at = 0
    for start, end in _regions(edited):
        out += _untouched(original, at, start, edited)
        versions = [side.version(start, end) for side in edited]
        merged, flagged = _merge_region(original[start:end], versions)
        out += merged
        needs_review |= flagged
        at = end
    out += _untouched(original, at, len(original), edited)
    return Merged(join_sentences(out), needs_review or _is_doubled(out, original, edited))


## What each side changed


def _compared(base: Text, text: Text) -> _Side:
    kept = dict(matches([each.key for each in base], [each.key for each in text]))
    hunks: list[_Hunk] = []
    left = right = 0
    for one, other in (*sorted(kept.items()), (len(base), len(text))):
        if one > left or other > right:
            hunks += _told_apart(base, _Hunk(left, one, text[right:other]))
        left, right = one + 1, other + 1
    return _Side(text, kept, hunks)


def _told_apart(base: Text, hunk: _Hunk) -> list[_Hunk]:
    """Neighbouring sentences that were each edited or deleted are changes of their own.

    What was newly put beside an edited one is not: it may hang from it.
    """
    if hunk.end - hunk.start <= 1:
        return [hunk]
    apart: list[_Hunk] = []
    at = hunk.start
    for new in hunk.put:
        like = next((old for old in range(at, hunk.end) if _is_alike(base[old], new)), None)
        if like is None:
            return [hunk]
        apart += [_Hunk(at, like, ())] if like > at else []
        apart.append(_Hunk(like, like + 1, (new,)))
        at = like + 1
    return [*apart, _Hunk(at, hunk.end, ())] if hunk.end > at else apart


def _is_alike(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences have half of their words in common."""
    words, others = _counted(one.key), _counted(other.key)
    common = sum(min(count, others.get(word, 0)) for word, count in words.items())
    return 2 * common >= max(sum(words.values()), sum(others.values()))


@lru_cache(maxsize=256)
def _counted(key: str) -> dict[str, int]:
    """How often each word stands in a sentence; one sentence is compared with several."""
    counts: dict[str, int] = {}
    for word in words_of(key):
        counts[word] = counts.get(word, 0) + 1
    return counts


def _regions(sides: Sequence[_Side]) -> list[tuple[int, int]]:
    """The stretches of the base that somebody changed, overlapping ones as one.

    What is put between two sentences is a change of its own, even when both are changed.
    """
    regions: list[tuple[int, int]] = []
    for start, end in sorted({(each.start, each.end) for side in sides for each in side.hunks}):
        if regions and start < regions[-1][1]:
            regions[-1] = (regions[-1][0], max(regions[-1][1], end))
        else:
            regions.append((start, end))
    return regions


def _lies_in(region: tuple[int, int], hunk: _Hunk) -> bool:
    start, end = region
    if hunk.start == hunk.end:
        return start < hunk.start < end or region == (hunk.start, hunk.end)
    return start <= hunk.start and hunk.end <= end


## One stretch of the base


def _untouched(base: Text, start: int, end: int, sides: Sequence[_Side]) -> Iterator[Sentence]:
    """Sentences that nobody changed, with the full stops and the space that somebody did."""
    for at in range(start, end):
        here = [side.text[side.kept[at]] for side in sides]
        cores = {each.core for each in here} - {base[at].core}
        core = max(cores, key=lambda each: (len(each), each)) if cores else base[at].core
        yield sentence(core, _gap(base[at], here))


def _gap(original: Sentence, others: Iterable[Sentence]) -> str:
    # What stands last in a text has no gap; nobody took one away there.
    changed = {each.gap for each in others} - {original.gap, ""}
    return max(changed, key=_rank) if changed else original.gap


def _rank(gap: str) -> tuple[int, int, str]:
    return gap.count("\n"), len(gap), gap


def _merge_region(base: Text, versions: list[Text]) -> tuple[Text, bool]:
    changed = _distinct(each for each in versions if _keys(each) != _keys(base))
    if not base:
        # Different sentences put at one place: both are news, neither contradicts the other.
        return _in_turn([each for each in changed if each]), False
    edited = [each for each in changed if each]
    if len(changed) <= 1 or len(edited) == 1:
        # Where one deleted what the other edited, the edit stays.
        chosen = edited[0] if edited else changed[0] if changed else base
        return _with_gap(chosen, base, versions), len(changed) > 1
    if len(base) == 1 and all(len(each) == 1 for each in edited):
        mixed = _mixed(base[0], [each[0] for each in edited])
        if mixed is not None:
            return _with_gap((sentence(mixed),), base, versions), True
    return tuple(each for version in edited for each in _on_own_lines(version)), True


def _with_gap(chosen: Text, base: Text, versions: Iterable[Text]) -> Text:
    if not chosen:
        return chosen
    gap = _gap(base[-1], [each[-1] for each in (chosen, *versions) if each])
    return (*chosen[:-1], replace(chosen[-1], gap=gap))


def _on_own_lines(version: Text) -> Iterator[Sentence]:
    for at, each in enumerate(version):
        is_last = at == len(version) - 1
        gap = "\n" if is_last and "\n" not in each.gap else each.gap
        yield replace(each, gap=gap, on_own_line=at == 0)


def _in_turn(blocks: list[Text]) -> Text:
    """Blocks one behind the other; what several begin with stands once.

    What they have in common further on stays in each: «نعم.» behind two questions is two answers.
    """
    out: list[Sentence] = []
    for key in sorted({each[0].key for each in blocks}):
        group = [each for each in blocks if each[0].key == key]
        shared = 0
        while len({each[shared].key if shared < len(each) else None for each in group}) == 1:
            if shared == len(group[0]):
                break
            out.append(max((each[shared] for each in group), key=_by_core))
            shared += 1
        out += _in_turn([rest for each in group if (rest := each[shared:])])
    return tuple(out)


def _mixed(base: Sentence, versions: list[Sentence]) -> str | None:
    """One person's sentence in everybody's spelling, None where two changed what it says."""
    original = words_of(base.key)
    respelled: list[list[str]] = []
    reworded: list[Sentence] = []
    for each in versions:
        words = words_of(each.key)
        if _say_the_same(original, words):
            respelled.append(words)
        else:
            reworded.append(each)
    if len(reworded) > 1:
        return None
    target = words_of(reworded[0].key) if reworded else list(original)
    kept = dict(matches(original, target))
    for at, word in enumerate(original):
        spellings = {words[at] for words in respelled} - {word}
        if len(spellings) > 1 or (spellings and at not in kept):
            return None
        if spellings:
            target[kept[at]] = spellings.pop()
    mixed = " ".join(target) + "." * any(each.is_closed for each in reworded or versions)
    # Dots that somebody put behind a word may have come to stand in the middle.
    return mixed if len(split_sentences(mixed)) == 1 else None


def _say_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(
        word == its or said_by(word) == said_by(its) for word, its in zip(one, other, strict=True)
    )


def _distinct(versions: Iterable[Text]) -> list[Text]:
    found: dict[tuple[str, ...], Text] = {}
    for each in versions:
        keys = _keys(each)
        known = found.get(keys)
        if known is None or [*map(_by_core, each)] > [*map(_by_core, known)]:
            found[keys] = each
    return [found[keys] for keys in sorted(found)]


def _by_core(each: Sentence) -> tuple[int, str, tuple[int, int, str]]:
    return len(each.core), each.core, _rank(each.gap)


def _keys(text: Text) -> tuple[str, ...]:
    return tuple(each.key for each in text)


def _is_doubled(out: Iterable[Sentence], base: Text, sides: Sequence[_Side]) -> bool:
    """Whether a sentence stands more often than anybody wrote it: two people moved it."""
    most = Counter(_keys(base))
    for side in sides:
        most |= Counter(_keys(side.text))
    return any(count > most[key] for key, count in Counter(map(_key, out)).items() if most[key])


def _key(each: Sentence) -> str:
    return each.key
