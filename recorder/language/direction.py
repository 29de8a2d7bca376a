"""Which characters of a text run left to right and which right to left, for writers and editors.

Word knows a run's direction by its `w:rtl` alone: it overrides every weak and neutral character
of the run (ECMA-376 Part 1, 17.3.2.30), whereas other programs resolve neutrals by UAX #9. A
text reads the same in both when each neutral sits in a run of the direction wanted for it, when
what begins or ends a foreign run without a strong letter is fenced by LRM or RLM, and when a run
that follows a foreign one with a number or nothing strong first begins with a mark of its own.
Where Word's rule leaves open whether a sign belongs to a number («35%»), a mark decides.

The marks are for documents only; they are never stored.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

Direction = Literal["rtl", "ltr"]

LRM = "\u200e"
RLM = "\u200f"
NBSP = "\u00a0"


class Run(NamedTuple):
    """A stretch of text of one direction, marks included."""

    text: str
    is_rtl: bool


_Makes = Callable[[str], Run]
_Finds = Callable[[str, int], re.Match[str] | None]


## Character classes, for the inside of [...]

_RTL_LETTERS = (
    "\u05be\u05c0\u05c3\u05c6\u05d0-\u05f4\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f"
    "\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u070d\u0710\u0712-\u072f\u074d-\u07a5\u07b1"
    "\u07c0-\u07ea\u07f4\u07f5\u07fa\u0800-\u0815\u0840-\u0858\u0860-\u086a\u0870-\u088e"
    "\u08a0-\u08c9\ufb1d\ufb1f-\ufb28\ufb2a-\ufd3d\ufd50-\ufdfc\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_RTL_FIGURES = "\u0600-\u0605\u0660-\u0669\u066b\u066c\u06dd\u06f0-\u06f9\u08e2"
_RTL_SIGNS = "\u0609\u060a\u060c\u066a«»"
_RTL = _RTL_LETTERS + _RTL_FIGURES + _RTL_SIGNS
_BRACKETS = (
    r"()\[\]{}\u2045\u2046\u207d\u207e\u208d\u208e\u2308-\u230b\u2329\u232a\u2768-\u2775"
    r"\u27c5\u27c6\u27e6-\u27ef\u2983-\u2998\u29d8-\u29db\u29fc\u29fd\u2e22-\u2e29\u2e55-\u2e5c"
    r"\u3008-\u3011\u3014-\u301b\ufe59-\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f-\uff63"
)
_ENCLOSED = (
    r"\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2080-\u2089\u2150-\u215f\u2189"
    r"\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"
)

## Single characters

# A letter of a left-to-right script; Indic vowel signs and lettered circles are strong too.
_L = (
    rf"(?:[^\W\d_{_RTL_LETTERS}{_ENCLOSED}]"
    r"|[\u0482\u055a-\u055f\u0589\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u24b6-\u24e9\u2800-\u28ff])"
)
_R = f"[{_RTL_LETTERS}]"
_MARKS = "[\u0300-\u036f\u200c\u200d\ufe00-\ufe0f]*"

## Units that read from left to right whatever stands around them

PHONE = re.compile(
    r"(?:\+|(?<![0-9])00?)[0-9]{1,3}(?:[ \u00a0.-]?\([0-9]{1,4}\))?"
    r"(?:[ \u00a0.-]?[0-9]{2,4}){2,5}\b"
)
_URL = rf"(?:https?://|www\.)[^\s{_RTL}{_BRACKETS}]*[^\s{_RTL}{_BRACKETS}.,:;!?'\"]"
_HYPHENATED = r"(?<![0-9])[0-9]+(?:[/.:,][0-9]+)*[-+][0-9]+(?:[-+/.:,][0-9]+)*"
_UNIT = rf"{_URL}|{PHONE.pattern}|{_HYPHENATED}"

## Foreign segments in a right-to-left text: units and Latin, with what stands between them

_WORD = (
    r"(?:(?<![\w.])[@#~$€£\\.]|(?<![0-9])[0-9][0-9.,:/%&+-]*)?"
    rf"{_L}(?:[^\s{_RTL}{_BRACKETS}]*(?:{_L}|[0-9]))?{_MARKS}(?:(?:\+\+?|\#)(?!\w))?"
)
_IN_BRACKETS = rf"[^\n\t{_RTL}{_BRACKETS}]*"
_BRACKETED = "|".join(
    rf"\{opening}(?={_IN_BRACKETS}(?:[(\[]{_IN_BRACKETS})?{_L})"
    rf"{_IN_BRACKETS}(?:[(\[]{_IN_BRACKETS}[)\]]{_IN_BRACKETS})?\{closing}"
    for opening, closing in ("()", "[]", "{}")
)
_LATIN = rf"(?:{_UNIT}|{_WORD}|{_BRACKETED})"
_TRAILING_NUMBER = r"(?:[ \u00a0][0-9]+(?:[.,:/][0-9]+)*%?(?![\w+-]))?"
_LTR_SEGMENT = rf"{_LATIN}(?:[^\n\t{_RTL}{_BRACKETS}]*{_LATIN})*{_TRAILING_NUMBER}"

## Foreign segments in a left-to-right text: Arabic, with its numbers and quotation marks

# Nothing is given back once it was taken (++, *+): words and numbers could be cut in as many ways
# as they have characters, and a bracket that nobody closed would have each of them tried.
_NUMBER = rf"(?!{_HYPHENATED}|{PHONE.pattern})[0-9]++(?:[.,:/][0-9]++)*+"
# A Latin comma parts what an English sentence lists: each stands for itself, so that they follow
# one another from left to right. Arabic within one of them has a comma of its own.
_BETWEEN_RTL = (
    rf"(?:(?!{_L}|[,;][ \u00a0])[^\n\t0-9{_RTL_LETTERS}{_RTL_FIGURES}{_BRACKETS}]|{_NUMBER})*"
)
_RA = f"[{_RTL_LETTERS}{_RTL_FIGURES}]"
_ARABIC_WORDS = rf"{_RA}++(?:{_BETWEEN_RTL}{_RA}++)*+"
_RTL_SEGMENT = (
    rf"(?:«{_BETWEEN_RTL})?{_ARABIC_WORDS}"
    rf"(?:{_BETWEEN_RTL}\({_BETWEEN_RTL}{_ARABIC_WORDS}{_BETWEEN_RTL}\)"
    rf"(?:{_BETWEEN_RTL}{_ARABIC_WORDS})?)*"
    rf"(?:[\u064b-\u065f\u0670]|[ \u00a0]?{_NUMBER}|[%\u066a])*[»،]*"
    rf"|\({_BETWEEN_RTL}{_ARABIC_WORDS}{_BETWEEN_RTL}\)"
)

_TERMINATORS = (
    "#$%\u0609\u060a\u066a\u00a2-\u00a5\u00b0\u00b1\u2030-\u2034\u20a0-\u20cf\u212e\u2213"
)
_HAS_L = re.compile(_L)
_HAS_R = re.compile(_R)
# Nothing between the start of a run and its first letter that could join the run before it.
_FIGURES = f"0-9{_RTL_FIGURES}{_TERMINATORS}"
_STARTS_RTL = re.compile(rf"[^{_FIGURES}{_RTL_LETTERS}]*{_R}")
_STARTS_LTR = re.compile(rf"(?:(?!{_L})[^{_FIGURES}{_RTL_LETTERS}])*{_L}")
_WORD_BEGINS = frozenset("ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهوي")
# Where a segment may begin: one class of characters, which the engine looks for ten times faster
# than for the segment itself.
_BEGINNINGS: dict[Direction, str] = {
    "rtl": rf"[^\s{_RTL}\u064b-\u065f\u0670,:;!?%&…–—\-\"'/)\]}}]",
    "ltr": rf"[(«{_RTL_LETTERS}{_RTL_FIGURES}]",
}
_SEGMENTS: dict[Direction, str] = {"rtl": _LTR_SEGMENT, "ltr": _RTL_SEGMENT}
_PLAIN_NUMBER = re.compile("[0-9]+(?:[.,:/][0-9]+)*")
# A number that begins no phone's and touches nothing: told at once, it is most of them.
_LONE_NUMBER = re.compile(rf"[1-9][0-9]*+(?:[.,:/][0-9]++)*+(?=[\s{_RTL}]|$)")
# Signs beside a number, and where a number of one kind meets one of the other: «٢٠٢٦/5».
_ARABIC_FIGURES, _JOINT = "\u0660-\u0669\u06f0-\u06f9", "[,./:\u00a0\u060c]"
_HAS_SIGN = re.compile(f"[{_TERMINATORS}{_ARABIC_FIGURES}]")
_SIGN_AT_NUMBER = re.compile(  # it begins with one class, for the same reason as below
    f"[0-9{_TERMINATORS}{_ARABIC_FIGURES}](?:(?<=[0-9])(?=[{_TERMINATORS}])"
    f"|(?<=[{_TERMINATORS}])(?=[0-9])|(?<=[{_ARABIC_FIGURES}]){_JOINT}(?=[0-9])"
    f"|(?<=[0-9]){_JOINT}(?=[{_ARABIC_FIGURES}]))"
)
_MARKED = rf"\g<0>{RLM}"
_LTR_UNIT = re.compile(_UNIT)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def clean(text: str) -> str:
    """The text without direction marks of its own and without what XML 1.0 cannot hold.

    Pasted marks would fight with those of the writer; a control character makes the file
    unreadable (Word, LibreOffice and the SDK all refuse it; measured). Other programs' ends of
    lines, the vertical tab of Word among them, become newlines.
    """
    if text.isprintable() or not _UNWANTED.search(text):  # no unwanted one can be printed
        return text
    return _UNWANTED.sub("", _LINE_END.sub("\n", text))


def split_runs(text: str, base: Direction = "rtl") -> list[Run]:
    """A cleaned text as runs of one direction each, for a paragraph of the base direction.

    Without the added marks, and with NBSP in phone numbers as spaces, the runs joined are the
    text. Neighbouring runs differ in direction.
    """
    if not text:
        return []
    if base == "ltr" and _is_arabic_alone(text):
        return [_arabic(text)]
    begin, segment = _scanner(base)
    (own, later), other = _OWN[base], _OTHER[base]
    runs: list[Run] = []
    at = end = 0
    while candidate := begin(text, at):
        start = candidate.start()
        if lone := _LONE_NUMBER.match(text, start):
            at = lone.end()
            continue
        found = segment(text, start)
        if found is None:
            at = (_PLAIN_NUMBER.match(text, start) or candidate).end()
            continue
        if start > end:
            runs.append(own(text[end:start]))
        at = end = found.end()
        own = later
        runs.append(other(text[start:end]))
    if end < len(text):
        runs.append(own(text[end:]))
    return runs


def paragraph_direction(text: str, base: Direction) -> Direction:
    """The direction of a paragraph in a document: its own if all its letters are of one side."""
    own, other = (_HAS_R, _HAS_L) if base == "rtl" else (_HAS_L, _HAS_R)
    if own.search(text) or not other.search(text):
        return base
    return "ltr" if base == "rtl" else "rtl"


@cache
def _scanner(base: Direction) -> tuple[_Finds, _Finds]:
    """What finds where a segment may begin, and the segment there."""
    # Compiling takes longer than an editor that asks for a direction alone should wait.
    return re.compile(_BEGINNINGS[base]).search, re.compile(_SEGMENTS[base]).match


def _is_arabic_alone(text: str) -> bool:
    """Whether a line of a left-to-right document is one Arabic sentence, its full stop included."""
    if "\n" in text or "\t" in text or not _HAS_R.search(text):
        return False
    return not (_HAS_L.search(text) or _LTR_UNIT.search(text))


def _rtl_later(text: str) -> Run:
    """A run of a right-to-left text after Latin: it may need a mark before its number."""
    goes_on = text[0] == " " and text[1:2] in _WORD_BEGINS  # nearly always, and told at once
    return _rtl(text if goes_on or _STARTS_RTL.match(text) else RLM + text)


def _ltr(text: str) -> Run:
    """A run of a left-to-right text."""
    return Run(text, is_rtl=False)


def _ltr_later(text: str) -> Run:
    """The same after Arabic."""
    return Run(text if _STARTS_LTR.match(text) else LRM + text, is_rtl=False)


@lru_cache(maxsize=4096)
def _latin(text: str) -> Run:
    """A run of Latin or a unit, fenced where it does not begin or end in a word.

    Kept, since a meeting names the same few acronyms again and again.
    """
    last = text[-1]
    ends_in_word = _HAS_L.match(last) or (last in "0123456789" and _HAS_L.search(text))
    start, end = "" if _HAS_L.match(text[0]) else LRM, "" if ends_in_word else LRM
    unbroken = PHONE.sub(lambda phone: phone.group().replace(" ", NBSP), text)
    return Run(f"{start}{unbroken}{end}", is_rtl=False)


def _arabic(text: str) -> Run:
    """A run of Arabic in a left-to-right text, fenced where it does not begin or end in a word."""
    start = "" if _HAS_R.match(text[0]) else RLM
    end = "" if _HAS_R.match(text[-1]) else RLM
    return _rtl(f"{start}{text}{end}")


def _rtl(text: str) -> Run:
    """A right-to-left run whose signs stand apart from its numbers, whoever orders them."""
    return Run(_SIGN_AT_NUMBER.sub(_MARKED, text) if _HAS_SIGN.search(text) else text, is_rtl=True)


# A text's own runs, the one that begins it and those that follow a foreign one; the foreign ones.
_OWN: dict[Direction, tuple[_Makes, _Makes]] = {
    "rtl": (_rtl, _rtl_later),
    "ltr": (_ltr, _ltr_later),
}
_OTHER: dict[Direction, _Makes] = {"rtl": _latin, "ltr": _arabic}
