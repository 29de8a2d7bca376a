"""A text as sentences, and back: the units that a merge keeps whole.

Frozen with RESOLVER: where a sentence ends decides what two laptops read. What counts as white
space, a letter or a digit is written out here, since Unicode's tables grow with each Python.

In doubt a sentence goes on, since what is one unit is never mixed: «د. أحمد» is one name, «0.2»
one number, «2. الكهرباء» one line of a list, and what follows «؛» gives the reason of what
stands before it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_SPACE = "\t\n \u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_WORD = re.compile(f"[^{_SPACE}]+")
_GAP = re.compile(f"[{_SPACE}]+")
_UNSEEN = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"  # bidi marks and isolates
_CLOSING = "»”’\"')]" + _UNSEEN
_MARKS = ".!?؟۔…"
_LETTER = "[A-Za-z\u0621-\u064a]\u0640?"  # with tatweel: «هـ.»
_GOES_ON = re.compile(
    rf"[«“‘\"'(\[{_UNSEEN}]*"
    rf"(?:و?(?:{_LETTER}\.)+"  # «د.», «أ.د.», «ود.», «ص.ب.», "U.N."
    r"|[0-9٠-٩۰-۹]{1,2}\."  # the number of a line in a list
    r"|(?:Dr|Eng|Mr|Mrs|Ms|No|Prof|St|vs|الخ|إلخ)\.)"
    rf"[{_UNSEEN}]*\Z"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the white space behind it.

    Two are the same one when their `key` is: their words, whatever the space between them and
    whether or not a full stop closes them. An unfinished line gets its full stop when somebody
    goes on behind it, and is not another one for that.
    """

    core: str
    gap: str
    key: str
    on_own_line: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether it ends with the full stop that is no part of its key."""
        return self.core.endswith(".") and not self.core.endswith("..")


Text = tuple[Sentence, ...]


def words_of(core: str) -> list[str]:
    """The words of a sentence, marks and all."""
    return _WORD.findall(core)


def sentence(core: str, gap: str = "", *, on_own_line: bool = False) -> Sentence:
    """A sentence with its key."""
    key = _GAP.sub(" ", core)
    is_closed = key.endswith(".") and not key.endswith("..")
    return Sentence(core, gap, key[:-1] if is_closed else key, on_own_line)


def split_sentences(text: str) -> Text:
    """The sentences of a text; white space before the first and behind the last is dropped."""
    text = text.strip(_SPACE)
    found: list[Sentence] = []
    start = word = 0
    for gap in _GAP.finditer(text):
        if "\n" in gap[0] or _ends(text[word : gap.start()]):
            found.append(sentence(text[start : gap.start()], gap[0]))
            start = gap.end()
        word = gap.end()
    return (*found, sentence(text[start:])) if text else ()


def join_sentences(sentences: Iterable[Sentence]) -> str:
    """The text of sentences; `split_sentences` finds the same ones in it.

    One that stood last in its text and has no mark at its end gets a line end, lest the next
    one be read as its continuation.
    """
    parts: list[str] = []
    before: Sentence | None = None
    for each in sentences:
        if before is not None:
            parts.append(_gap_between(before, each))
        parts.append(each.core)
        before = each
    return "".join(parts)


def _gap_between(before: Sentence, each: Sentence) -> str:
    if "\n" in before.gap:
        return before.gap
    if each.on_own_line or not _ends(words_of(before.core)[-1]):
        return "\n"
    return before.gap or " "


@lru_cache(maxsize=4_096)
def _ends(word: str) -> bool:
    """Whether a word with space behind it is the last one of its sentence."""
    # No pattern looks for the mark: one that is tried at each of many dots takes their square.
    closed = word.rstrip(_CLOSING)
    return closed[-1:] in _MARKS and closed != "" and _GOES_ON.match(word) is None
