"""How alike two words of names are, as people write and mistype them."""

import re
from functools import cache

from recorder.language.name_words import GIVEN

_LOOSE = str.maketrans({"ظ": "ض", "ذ": "د", "ث": "ت", "ء": ""})
_DOUBLED = re.compile(r"(.)\1+")
_LEAST_LETTERS = 4
_LEAST_STEM = 2
_OPEN_ENDS = "اىيهةوت"
_OWN_NAMES = {"علاء": "علاء"}
"""«علاء» is a man and «علا» a woman, though many leave the hamza out elsewhere."""


@cache
def spellings(word: str) -> frozenset[str]:
    """The forms under which a word is the same name, written with more or less care.

    «رنة» is «رنا», «يحيى» is «يحيا» or «يحيي», «رفعة» is «رفعت», «عثمان» is «عتمان».
    """
    if word in _OWN_NAMES:
        return frozenset({_OWN_NAMES[word]})
    plain = _DOUBLED.sub(r"\1", word.translate(_LOOSE)) or word
    stem, end = plain[:-1], plain[-1]
    if end == "ى":
        return frozenset({stem + "ا", stem + "ي"})
    if end == "ة" and len(stem) > 1:
        return frozenset({stem + "ا", stem + "ت"})
    if end == "ه" and len(stem) > 1:
        return frozenset({stem + "ا", stem + "و"} if stem.startswith("عبد") else {stem + "ا"})
    return frozenset({plain})


@cache
def looked_up(word: str) -> str:
    """What all spellings of a word begin with, the article left out: for finding, not for telling.

    Others begin so too; `is_spelt_alike` decides.
    """
    bare = without_article(word)
    plain = _DOUBLED.sub(r"\1", bare.translate(_LOOSE)) or bare
    return plain[:-1] if len(plain) > _LEAST_STEM and plain[-1] in _OPEN_ENDS else plain


def without_article(word: str) -> str:
    """«الحاج» as «حاج»."""
    return word[2:] if word.startswith("ال") and len(word) > _LEAST_LETTERS else word


def is_spelt_alike(one: str, other: str) -> bool:
    """Whether two words are one name in two spellings."""
    return one == other or bool(spellings(one) & spellings(other))


@cache
def without_one(word: str) -> frozenset[str]:
    """The word, and the word without any one of its letters: two that share a form are near.

    Short ones too: `looked_up` may have left three letters of «عبدالله».
    """
    if len(word) == 1:
        return frozenset({word})
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


def is_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or otherwise, or two changed about, makes the one the other.

    Short words, names that are both given to people, and the feminine of a word («جميل»,
    «جميلة») are never slips of each other.
    """
    if min(len(one), len(other)) < _LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    if (one in GIVEN and other in GIVEN) or _is_feminine_of(one, other):
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )


def _is_feminine_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in {short + "ة", short + "ه"}


_ARABIC_SOUNDS = str.maketrans(
    dict(zip("بتجحخدذرزسشصضطظغفقكلمن", "btjhxddrzs$sdtzgfkklmn", strict=True))
    | {"ث": "t", "ه": "h", **dict.fromkeys("اويىةعء", "")}
)
_LATIN_PAIRS = {"kh": "x", "gh": "g", "sh": "$", "ch": "$", "th": "t", "dh": "d", "dj": "j",
                "ph": "f", "ck": "k"}  # fmt: skip
_LATIN_SOUNDS = str.maketrans(
    {"q": "k", "c": "k", "p": "b", "v": "f", **dict.fromkeys("aeiouyw'", "")}
)
_PAIR = re.compile("|".join(_LATIN_PAIRS))
_LATIN_ARTICLE = re.compile(r"^(?:al|el|ul)(?=[^aeiou])")


_MAHMOUD = re.compile("^(?:محمود|mahm[ou]+d)$")


@cache
def sounds(word: str) -> str:
    """The consonants of a word in either script: «وسيم», Wassim and Waseem are all "wsm".

    Only Mahmoud keeps a vowel, or it would be Mohammad.
    """
    if _MAHMOUD.match(word):
        return "mhmod"
    if word.isascii():
        bare = _LATIN_ARTICLE.sub("", word) if len(word) > _LEAST_LETTERS else word
        bare = _PAIR.sub(lambda found: _LATIN_PAIRS[found[0]], bare)
        heard = bare.translate(_LATIN_SOUNDS)
        first = "w" if bare.startswith("w") else "y" if bare.startswith("y") else ""
    else:
        bare = without_article(word)
        heard = bare.translate(_ARABIC_SOUNDS)
        first = "w" if bare.startswith("و") else "y" if bare.startswith("ي") else ""
    heard = _DOUBLED.sub(r"\1", heard)
    return first + (heard[:-1] if len(heard) > 1 and heard.endswith("h") else heard)
