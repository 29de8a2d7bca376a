"""What JSON allows and a meeting file may not hold, found before anything is read from it."""

import re
from collections import Counter
from typing import Any

from recorder.domain.values import clean_text
from recorder.errors import MeetingFileError

MAX_DEPTH = 32
_LONGEST_KEY = 40
_SURROGATE = re.compile("[\ud800-\udfff]")


class RepeatedKey(dict[str, Any]):
    """An object of the file in which a key stands twice; `key` is the first such."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs)
        self.key = next(key for key, count in counts.items() if count > 1)


class NoNumber:
    """What stands in the file as NaN or Infinity, which JSON does not have."""


def path_to(path: str, key: str) -> str:
    """The path of an object's member, its key made fit to be shown on a screen."""
    shown = " ".join(clean_text(key).split())[:_LONGEST_KEY]
    return f"{path}.{shown}" if path else shown


def check_whole(value: object, path: str = "", depth: int = 0) -> None:
    """Walks through everything in the document, unknown fields too.

    Raises:
        MeetingFileError: a repeated key, NaN, text that is no Unicode, or absurd nesting.
    """
    if depth > MAX_DEPTH:
        raise MeetingFileError(path=path, expected="shallow")
    if isinstance(value, str):
        _check_text(value, path)
    elif isinstance(value, NoNumber | float) and not _is_finite(value):
        raise MeetingFileError(path=path, expected="number")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            check_whole(each, f"{path}[{index}]", depth + 1)
    elif isinstance(value, dict):
        _check_object(value, path, depth)


def _check_object(value: dict[str, Any], path: str, depth: int) -> None:
    if isinstance(value, RepeatedKey):
        raise MeetingFileError(path=path_to(path, value.key), expected="unique_key")
    for key, each in value.items():
        below = path_to(path, key)
        _check_text(key, below)
        check_whole(each, below, depth + 1)


def _check_text(text: str, path: str) -> None:
    if not text.isascii() and _SURROGATE.search(text):
        raise MeetingFileError(path=path, expected="unicode")


def _is_finite(value: object) -> bool:
    return isinstance(value, float) and value - value == 0
