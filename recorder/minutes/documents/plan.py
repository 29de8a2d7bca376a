"""What makes one kind of document: its title, its parts, its sheet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from recorder.domain.documents import Detail, Section
from recorder.minutes.edition import Edition
from recorder.minutes.material import Material
from recorder.minutes.model import Block

Builder = Callable[[Material], Iterator[Block]]
Part = tuple[Section, Builder]


@dataclass(frozen=True)
class Plan:
    """A kind of document.

    Attributes:
        title: what it is called.
        parts: its sections in their order; each leaves itself out when it has nothing to tell.
        detail: how much of the discussion it tells where the edition does not say.
        is_landscape: whether its sheet lies on its long side.
        is_stated: whether it says that it is a draft.
        is_headed: whether letterhead and title stand before it.
        is_numbered: whether it bears the number of the minutes.
    """

    title: Callable[[Material], str]
    parts: tuple[Part, ...]
    detail: Detail = Detail.FULL
    is_landscape: bool = False
    is_stated: bool = False
    is_numbered: bool = True
    is_headed: bool = True

    def builders(self, edition: Edition) -> list[Builder]:
        """The sections that an edition asks for, in its order."""
        return [builder for _section, builder in chosen(self.parts, edition)]


def chosen(parts: Sequence[Part], edition: Edition) -> list[Part]:
    """The parts that an edition asks for, in its order."""
    if edition.sections is None:
        return list(parts)
    wanted = dict.fromkeys(edition.sections)
    return [part for each in wanted for part in parts if part[0] == each]
