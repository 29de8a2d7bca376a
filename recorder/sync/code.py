"""The code that makes two laptops one team: 20 digits, read aloud once, typed once.

Nineteen digits are random (63 bits; each guess costs Argon2id's quarter of a second and 64 MiB),
the last one is Damm's check digit: it finds every wrong digit and every swapped pair of
neighbours (H. M. Damm, 2004), so that a slip is told at once and not as a wrong code.
"""

import secrets
import unicodedata

from recorder.errors import CodeMistypedError

LENGTH = 20
_GROUP = 4

_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
_BETWEEN = frozenset("-‐‑‒–—.·ـ٬,،\u200e\u200f\u061c")


def new_code() -> str:
    """A code that nobody had before, as 20 Latin digits."""
    random = "".join(secrets.choice("0123456789") for _ in range(LENGTH - 1))
    return random + str(_check(random))


def read_code(typed: str) -> str:
    """What was typed as 20 Latin digits: in groups or not, in Arabic or Latin digits.

    Raises:
        CodeMistypedError: it is no code (data: reason: letters, length or check).
    """
    kept = [each for each in typed if not (each.isspace() or each in _BETWEEN)]
    digits = [unicodedata.decimal(each, None) for each in kept]
    if None in digits:
        raise CodeMistypedError(reason="letters")
    if len(digits) != LENGTH:
        raise CodeMistypedError(reason="length", count=len(digits), whole=LENGTH)
    code = "".join(map(str, digits))
    if _check(code):
        raise CodeMistypedError(reason="check")
    return code


def in_groups(code: str) -> str:
    """A code as people read it aloud: five groups of four digits."""
    return " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def _check(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return interim
