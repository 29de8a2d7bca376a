"""What a written word is found by: the terms that an index keeps of it.

A text is taken apart at spaces and quotation marks. What stands between two of them (a word with
its punctuation, a number, a date, an acronym with dots) gives a sequence of terms in which a
phrase is sought, and further forms under which each word is found as well.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from recorder.language.folding import HAMZA, ON_ALEF, ON_WAW, ON_YA, fold_softly
from recorder.language.stems import ARTICLES, bare, stems

QUOTATION_MARKS = '"«»“”„'
"""Between two units of a text, as spaces are."""

_SIGNS = ON_WAW + ON_YA + ON_ALEF
# A word is of one script: «عام2026» and «الـDCAF» are two words each.
_PART = re.compile(
    rf"\d+|(?:(?=[^\W\d_])[\u0620-\u06ff]|[{_SIGNS}])+|(?:(?![\u0620-\u06ff])[^\W\d_])+"
)
_DATE = re.compile(r"\W*(?:(\d{4})([-/.])(\d\d?)\2(\d\d?)|(\d\d?)([-/.])(\d\d?)\6(\d{4}))\W*")
_GROUPS = re.compile(r"(?<![\d.])\d{1,3}(?:[,٬،']\d{3})+(?!\d)")
_DOTTED_GROUPS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")
_ACRONYM = re.compile(r"\W*[^\W\d_](?:\.[^\W\d_])+\W*")
_ATTACHED_SERVANT = re.compile(r"([وف]?[بلك]?)(عبد)(ال..+)")
_LETTER_AT_START = re.compile(f"^([وف]?[بكل]?(?:ال|ل)?){ON_ALEF}")

_ATTACHED = {*ARTICLES, *"وفبلك"}

_PLAIN = str.maketrans({ON_WAW: "و", ON_YA: "ي", ON_ALEF: "ا", HAMZA: ""})
_ONE_HAMZA = str.maketrans(dict.fromkeys(_SIGNS, HAMZA))
_CARRIED = re.compile(f"[{_SIGNS}]|{HAMZA}.")
_SHORT = 3  # letters of «ماء», which is not «ما»
_LONGEST = 40

# Words in which a long alef or a letter that nobody hears is left out or put in.
_SPELLED = {
    "هاذا": "هذا", "هاذه": "هذه", "ذالك": "ذلك", "لاكن": "لكن", "الرحمان": "الرحمن",
    "اللذي": "الذي", "اللذين": "الذين", "اسحاق": "اسحق", "هارون": "هرون", "اسماعيل": "اسمعيل",
    "ابراهيم": "ابرهيم", "ماية": "ميه",
}  # fmt: skip
_HUNDRED = re.compile(f"ما[{ON_YA}ي](ه|تين|تان)$")


@dataclass(frozen=True)
class Forms:
    """The terms of one written unit.

    Attributes:
        sequence: its words without what is attached to them, in their order.
        others: the further forms under which it is found.
    """

    sequence: tuple[str, ...]
    others: tuple[str, ...] = ()

    @cached_property
    def all(self) -> frozenset[str]:
        """Everything that it is found by."""
        return frozenset((*self.sequence, *self.others))


def index_terms(text: str) -> str:
    """What the index keeps of a text: its sequence, then the other forms of its words."""
    sequence: list[str] = []
    others: set[str] = set()
    for mark in QUOTATION_MARKS:  # six looks are ten times faster than str.translate
        if mark in text:
            text = text.replace(mark, " ")
    for unit in text.split():
        forms = forms_of(unit)
        sequence += forms.sequence
        if forms.others:
            others.update(forms.others)
    return " ".join((*sequence, *sorted(others.difference(sequence))))


@lru_cache(maxsize=1 << 14)
def forms_of(unit: str) -> Forms:
    """The terms of what stands between two spaces."""
    folded = fold_softly(unit)
    others: set[str] = set()
    if date := _DATE.fullmatch(folded):
        return _date_forms(date)
    if any(letter.isdigit() for letter in folded):
        folded = _with_whole_numbers(folded, others)
    parts = parts_of(folded)
    sequence: list[str] = []
    for part in _without_article_of_another_script(parts):
        _add_word(part, sequence, others)
    if _ACRONYM.fullmatch(folded):
        others.update(sequence)
        sequence = joined_forms(parts)
    else:
        others.update(joined_forms(parts))
    return Forms(tuple(sequence), tuple(others.difference(sequence)))


def parts_of(folded: str) -> list[str]:
    """The words of a softly folded unit; an alef at the beginning of a word has no hamza."""
    return [
        _LETTER_AT_START.sub(r"\1ا", part) if ON_ALEF in part else part
        for part in _PART.findall(folded)
    ]


def joined_forms(parts: list[str]) -> list[str]:
    """The words of a unit written as one, with and without an article before a Latin one."""
    ways = [parts, _without_article_of_another_script(parts)]
    joined = [plain("".join(each)) for each in ways if len(each) > 1]
    return [each for each in dict.fromkeys(joined) if not each.isdigit() and len(each) <= _LONGEST]


def plain(word: str) -> str:
    """A softly folded word as those write it who leave the hamza out: «نتايج», «موتمر»."""
    return word.translate(_PLAIN).replace("وو", "و")


def key_of(word: str) -> str:
    """The one term of a bare word in a sequence."""
    if word.isdigit():
        return _number(word)
    return word if _is_short_with_hamza(word) else plain(word)


def spellings(word: str) -> list[str]:
    """A bare word in each way that people write its hamza, the plain one first."""
    found = [] if _needs_its_hamza(word) else [plain(word)]
    if _is_short_with_hamza(word):
        found.insert(0, word)
    if _CARRIED.search(word):
        found += [word.translate(_ONE_HAMZA), plain(word).replace("يي", "ي")]
    return [each for each in dict.fromkeys(found) if each]


def as_usually_spelled(word: str) -> str:
    """A softly folded word without the slips of spelling that everybody makes."""
    return _HUNDRED.sub(r"مي\1", _SPELLED.get(word, word))


def _without_article_of_another_script(parts: list[str]) -> list[str]:
    """The words without «الـ» before Latin letters or digits: «الـDCAF» is DCAF."""
    is_attached = len(parts) > 1 and parts[0] in _ATTACHED and not parts[1][0] > "\u05ff"
    return parts[1:] if is_attached else parts


def _add_word(part: str, sequence: list[str], others: set[str]) -> None:
    if part.isdigit():
        sequence.append(_number(part))
        return
    usual = as_usually_spelled(part)
    if usual != part:  # somebody is typing it, and has not come to its end
        others.update(plain(form) for form in stems(part))
        part = usual
    if servant := _ATTACHED_SERVANT.fullmatch(part):
        # «عبدالله» is «عبد الله».
        sequence += [servant[2], key_of(bare(servant[3]))]
        others.update((plain(part), servant[2] + plain(servant[3])))
        return
    if key := key_of(bare(part)):
        sequence.append(key)
    for form in stems(part):
        others.update(spellings(form))


def _date_forms(found: re.Match[str]) -> Forms:
    year, month, day = (
        (found[1], found[3], found[4]) if found[1] else (found[8], found[7], found[5])
    )
    return Forms(tuple(_number(each) for each in (day, month, year)))


def _with_whole_numbers(folded: str, others: set[str]) -> str:
    """The text with «12,500» as 12500; the parts of such a number are found as well."""

    def joined(found: re.Match[str]) -> str:
        parts = re.findall(r"\d+", found[0])
        others.update(parts)
        return "".join(parts)

    for found in _DOTTED_GROUPS.finditer(folded):
        others.add(found[0].replace(".", ""))
    return _GROUPS.sub(joined, folded)


def _number(digits: str) -> str:
    """A number as it is sought: the day «05» is 5."""
    return digits[1:] if len(digits) == len("05") and digits[0] == "0" else digits


def _is_short_with_hamza(word: str) -> bool:
    return len(word) == _SHORT and word[-1] == HAMZA


def _needs_its_hamza(word: str) -> bool:
    """«ماء» and «جزء» would be other words without it; «شي» is «شيء»."""
    return _is_short_with_hamza(word) and word[1] not in "وي"
