"""Three-way merge of a note's text: by sentence, then by word, and never a word nobody said.

Sequence CRDTs converge on texts that no one wrote («10» edited to 15 and to 12 becomes «152»).
Here different sentences are merged; words of one sentence that do not touch are merged; where
two people changed the same words both sentences stay, each on a line of its own.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recorder.merge.matcher import matches

# A sentence ends where a mark is followed by space: «0.2» is one word. Closing quotes belong to it.
_END = re.compile(r"[.!?؟؛۔…]+[»”’\"')\]]*(?=\s)[^\S\n]*\n*|\n+")


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge's text, and whether somebody should look: sentences stand twice or were mixed."""

    text: str
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence and the white space behind it."""

    core: str
    gap: str = ""
    on_own_line: bool = False


_Chunk = tuple[_Piece, ...]


def merge_texts(base: str, sides: Collection[str]) -> Merged:
    """One text out of several that were made from `base`, the same in whatever order they come.

    Laws: merging a side with its base gives the side; merging equal sides gives that side; each
    word that a side inserted stands in the result.
    """
    changed = sorted(set(sides) - {base})
    if len(changed) <= 1:
        return Merged(changed[0] if changed else base)
    pieces = [_sentences(each) for each in (base, *changed)]
    out: list[_Piece] = []
    needs_review = False
    for original, versions in _chunks(pieces[0], pieces[1:], apart=0):
        merged, flagged = _merge_chunk(original, versions)
        needs_review |= flagged
        out.extend(merged)
    return Merged(_joined(out), needs_review)


def _sentences(text: str) -> _Chunk:
    cuts = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    parts = (text[start:end] for start, end in pairwise(cuts))
    return tuple(
        _Piece(core, part[len(part.rstrip()) :]) for part in parts if (core := part.strip())
    )


@dataclass(frozen=True, slots=True)
class _Hunk:
    """What one side put in the place of `base[start:end]`."""

    start: int
    end: int
    put: _Chunk


def _chunks(
    base: _Chunk, sides: Sequence[_Chunk], *, apart: int
) -> Iterator[tuple[_Chunk, list[_Chunk]]]:
    """The text cut where nobody changed it: (of the base, of each side), in order.

    `apart` untouched pieces must lie between two changes that are independent: none for
    sentences, one for the words of a sentence.
    """
    maps = [
        dict(matches([piece.core for piece in base], [piece.core for piece in side]))
        for side in sides
    ]
    hunks = [_hunks(base, side, pairs) for side, pairs in zip(sides, maps, strict=True)]
    at = 0
    for start, end in _regions([each for side in hunks for each in side], apart):
        yield from ((agreed, [agreed]) for agreed in _untouched(base[at:start], at, sides, maps))
        here = [
            [
                each
                for each in side
                if start <= each.start <= each.end <= end
                and _belongs((start, end), each.start, apart)
            ]
            for side in hunks
        ]
        yield base[start:end], [_applied(base, start, end, side) for side in here]
        at = end
    yield from ((agreed, [agreed]) for agreed in _untouched(base[at:], at, sides, maps))


def _hunks(base: _Chunk, side: _Chunk, pairs: dict[int, int]) -> list[_Hunk]:
    found: list[_Hunk] = []
    left = right = 0
    for one, other in (*sorted(pairs.items()), (len(base), len(side))):
        if one > left or other > right:
            found.append(_Hunk(left, one, side[right:other]))
        left, right = one + 1, other + 1
    return found


def _regions(hunks: list[_Hunk], apart: int) -> list[tuple[int, int]]:
    """The stretches of the base that changes cover, those that belong together as one."""
    regions: list[tuple[int, int]] = []
    for start, end in sorted({(each.start, each.end) for each in hunks}):
        if regions and _belongs(regions[-1], start, apart):
            regions[-1] = (regions[-1][0], max(regions[-1][1], end))
        else:
            regions.append((start, end))
    return regions


def _belongs(region: tuple[int, int], start: int, apart: int) -> bool:
    return start == region[0] or start < region[1] + apart


def _applied(base: _Chunk, start: int, end: int, hunks: list[_Hunk]) -> _Chunk:
    out: list[_Piece] = []
    at = start
    for each in hunks:
        out += (*base[at : each.start], *each.put)
        at = each.end
    return (*out, *base[at:end])


def _untouched(
    pieces: _Chunk, offset: int, sides: Sequence[_Chunk], maps: list[dict[int, int]]
) -> Iterator[_Chunk]:
    for at, piece in enumerate(pieces, offset):
        gaps = [side[pairs[at]].gap for side, pairs in zip(sides, maps, strict=True)]
        yield (_Piece(piece.core, max((piece.gap, *gaps), key=_rank)),)


def _rank(gap: str) -> tuple[int, int, str]:
    return gap.count("\n"), len(gap), gap


def _merge_chunk(base: _Chunk, versions: list[_Chunk]) -> tuple[_Chunk, bool]:
    changed = _distinct(each for each in versions if _cores(each) != _cores(base))
    if len(changed) <= 1:
        return (changed[0] if changed else versions[0]), False
    if not base:
        # Different sentences put at one place: both are news, neither contradicts the other.
        return _distinct_pieces(changed), False
    edited = [each for each in changed if each]
    if len(edited) == 1:
        return edited[0], True  # one deleted what the other edited: the edit stays
    mixed = _merge_words(_said(base), [_said(each) for each in edited])
    if mixed is None:
        return _stacked(edited), True
    return (_Piece(mixed, max((each[-1].gap for each in edited), key=_rank)),), True


def _merge_words(base: str, sides: Sequence[str]) -> str | None:
    """The sentence with everybody's words, None where two people changed the same ones."""
    words = [tuple(_Piece(word) for word in each.split()) for each in (base, *sides)]
    out: list[str] = []
    for original, versions in _chunks(words[0], words[1:], apart=1):
        changed = _distinct(each for each in versions if _cores(each) != _cores(original))
        if len(changed) > 1:
            return None
        out.extend(_cores(changed[0] if changed else original))
    return " ".join(out)


def _stacked(versions: list[_Chunk]) -> _Chunk:
    return tuple(_Piece(_said(each), "\n", on_own_line=True) for each in versions)


def _distinct(chunks: Iterable[_Chunk]) -> list[_Chunk]:
    found: dict[tuple[str, ...], _Chunk] = {}
    for each in chunks:
        found.setdefault(_cores(each), each)
    return [found[cores] for cores in sorted(found)]


def _distinct_pieces(chunks: list[_Chunk]) -> _Chunk:
    found: dict[str, _Piece] = {}
    for each in chunks:
        for piece in each:
            found.setdefault(piece.core, piece)
    return tuple(found.values())


def _cores(chunk: _Chunk) -> tuple[str, ...]:
    return tuple(piece.core for piece in chunk)


def _said(chunk: _Chunk) -> str:
    return " ".join(_cores(chunk))


def _joined(pieces: list[_Piece]) -> str:
    text = ""
    for piece in pieces:
        if piece.on_own_line and text and not text.endswith("\n"):
            text = text.rstrip() + "\n"
        elif text and not text[-1].isspace():
            text += " "
        text += piece.core + piece.gap
    return text.rstrip()
