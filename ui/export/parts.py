"""Which parts of a document are shown, in which order: as somebody arranged them, and kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

OFF = "-"
"""Stands before a part that is left out; it keeps its place for the day it comes back."""


@dataclass(frozen=True)
class Part:
    """A part of a document: its token, and whether it is shown."""

    token: str
    is_shown: bool = True

    @property
    def kept(self) -> str:
        """As the settings keep it."""
        return self.token if self.is_shown else f"{OFF}{self.token}"


def arranged(own: Sequence[str], kept: Iterable[str]) -> list[Part]:
    """The parts that a document has, as they were arranged before.

    Parts that it does not have are passed over; those that nobody arranged follow what they follow
    in the document itself.

    Args:
        own: the parts in the document's own order.
        kept: what `kept_of` wrote, empty where nothing was arranged.
    """
    said = (Part(each.removeprefix(OFF), not each.startswith(OFF)) for each in kept)
    parts = list({each.token: each for each in said if each.token in own}.values())
    for at, token in enumerate(own):
        tokens = [each.token for each in parts]
        if token not in tokens:
            follows = tokens.index(own[at - 1]) + 1 if at else 0
            parts.insert(follows, Part(token))
    return parts


def kept_of(own: Sequence[str], parts: Sequence[Part]) -> list[str]:
    """What is kept of an arrangement; nothing where it is the document's own."""
    kept = [each.kept for each in parts]
    return [] if kept == list(own) else kept
