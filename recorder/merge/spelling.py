"""What a word says, whatever way it is written.

Frozen with RESOLVER, since it decides what a merge reads: not the folding of the search, which
may grow with every release.
"""

import re

_DROPPED = dict.fromkeys(
    [*range(0x064B, 0x0653), 0x0670, 0x0640, 0x061C, *range(0x200B, 0x2010), *range(0x2066, 0x206A)]
)
_FOLDED = _DROPPED | str.maketrans("أإآٱىیئؤةک", "ااااييءءهك")
_CLOSING = ".،,؛;:"
_DIGIT = re.compile("[0-9٠-٩۰-۹]")
_WEIGHTY = frozenset(["لا", "لم", "لن", "ما", "الا", "بلا", "دون", "بدون", "غير", "عدا", "سوى"])
"""Words that turn a sentence round; «ألا» for «إلا» is no matter of spelling."""


def said_by(word: str) -> str:
    """What two spellings of one word have in common; different words differ in it.

    Hamza, ta marbuta, ya, vowel signs, tatweel, invisible marks and a comma or full stop behind
    the word do not count. A question mark does, and in numbers and negations every sign.
    """
    plain = word.rstrip(_CLOSING)
    if _DIGIT.search(plain):
        return plain
    folded = plain.translate(_FOLDED)
    if folded in _WEIGHTY or folded[1:] in _WEIGHTY:
        return plain
    return folded or word
