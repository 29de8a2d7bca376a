"""Arabic as people type it: one folded form for completion, a finer one for the search.

It is the normalisation of Lucene's ArabicNormalizer, widened by what Persian and Kurdish
keyboards produce. `fold` drops the carriers of hamza («مسئول» is «مسؤول»); `fold_softly` keeps
them as signs of their own, so that the search can tell «نتائج» from «نتاج».
"""

import re
import unicodedata

ON_WAW, ON_YA, ON_ALEF, HAMZA = "\ue001", "\ue002", "\ue003", "ء"
"""How `fold_softly` writes ؤ, ئ, أ and ء; the first three are of the private use area."""

_LETTERS = (
    dict.fromkeys("أإآٱٲٳ", "ا")
    | dict.fromkeys("ىیېۍێے", "ي")
    | dict.fromkeys("ةہۃھە", "ه")
    | dict.fromkeys("کڪگ", "ك")
    | {"ۆ": "و", "ۇ": "و", "ۋ": "و", "ڵ": "ل", "ڕ": "ر", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز"}
    | {chr(first + digit): str(digit) for first in (0x660, 0x6F0) for digit in range(10)}
)
_COARSE = str.maketrans(_LETTERS | dict.fromkeys("ءؤئ", ""))
_FINE = str.maketrans(
    _LETTERS
    | dict.fromkeys((ON_WAW, ON_YA, ON_ALEF), "")  # what a text holds of them stands for nothing
    | {"ؤ": ON_WAW, "ئ": ON_YA, "أ": ON_ALEF}
)
_REST = str.maketrans(_LETTERS)

UNSEEN = (
    "\u0300-\u036f\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
"""What a reader does not see, as the inside of a regular expression's class: accents, tashkeel,
superscript alef, tatweel, joiners, bidi marks."""

_UNSEEN = re.compile(f"[{UNSEEN}]")


def fold(text: str) -> str:
    """The text with spellings that readers take for the same made the same.

    Compatibility forms, hamza and its carriers, alef, ya, ta marbuta, Persian and Kurdish
    letters, tashkeel, tatweel, invisible marks, digits, accents and case. Idempotent.
    """
    composed = unicodedata.normalize("NFKC", text).translate(_COARSE).casefold()
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", composed)).translate(_COARSE)


def fold_softly(text: str) -> str:
    """As `fold`, but hamza and its carriers stay, as ON_WAW, ON_YA, ON_ALEF and HAMZA."""
    composed = unicodedata.normalize("NFKC", text).translate(_FINE).casefold()
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", composed)).translate(_REST)
