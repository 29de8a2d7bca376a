"""Text from Word, from a browser, from a dictation program, as words and lines alone."""

import re
from dataclasses import dataclass

_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n") | {"\r": "\n"})
# Narrow and wide spaces; what a line may not break at means nothing in a note.
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphens, zero-width marks, bidi controls, object replacements, byte-order marks. The joiner
# and the non-joiner stay only between letters, where Persian and Kurdish words need them.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_LETTER = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff"
_STRAY_JOINER = re.compile(f"(?<![{_LETTER}])[\u200c\u200d]+|[\u200c\u200d]+(?![{_LETTER}])")
_HARD_HYPHEN = "\u2011"
_BULLET = re.compile(
    r"^\s*(?:[•‣◦⁃∙·▪▫■□●○◆◇➢➤►▶✓✔❖\uf0a7\uf0b7\uf0d8\uf0fc]+\s*|[*o\-–—]\s+)(?=\S)"
)
_ORDINALS = (
    "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً",
)  # fmt: skip
_NUMBER = re.compile(
    rf"^(?:\(?([0-9٠-٩۰-۹]{{1,3}})[.)\-–](?![0-9٠-٩۰-۹])|({'|'.join(_ORDINALS)})\s*[:.\-–])\s*(?=\S)"
)
_LEAST_LINES = 2


@dataclass(frozen=True)
class Pasted:
    """What was pasted.

    Attributes:
        text: the words, a line for each paragraph.
        is_list: whether it was a list, whose lines may be notes of their own.
    """

    text: str
    is_list: bool = False


def clean_pasted(text: str) -> Pasted:
    """The words without what Word puts around them; no letter and no mark of the words is lost.

    Quotation marks stay as they are. Bullets go; so do numbers that count the lines: any other
    belongs to its sentence.
    """
    broken = text.replace("\r\n", "\n").translate(_BREAKS).split("\n")
    lines = [each for each in map(_line, broken) if each]
    bare = [_BULLET.sub("", each) for each in lines]
    if len(bare) >= _LEAST_LINES and _are_counted(bare):
        bare = [_NUMBER.sub("", each) for each in bare]
    return Pasted("\n".join(bare), len(bare) >= _LEAST_LINES)


def _are_counted(lines: list[str]) -> bool:
    found = [_NUMBER.match(each) for each in lines]
    counts = [int(each[1]) if each[1] else _ORDINALS.index(each[2]) + 1 for each in found if each]
    return counts == list(range(counts[0], counts[0] + len(lines))) if counts else False


def _line(raw: str) -> str:
    seen = _UNSEEN.sub("", _SPACES.sub(" ", raw)).replace(_HARD_HYPHEN, "-")
    return re.sub(" {2,}", " ", _STRAY_JOINER.sub("", seen)).strip()
