"""The contents of a long document: what it is in Word a field of links, on a web page a list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recorder.domain.documents import Section
from recorder.minutes.documents.plan import Builder, Part, chosen
from recorder.minutes.material import Material
from recorder.minutes.model import DEEPEST_IN_CONTENTS, Block, Contents, Heading

_FEWEST = 10  # headings; with fewer, the samples' documents have two to four pages


def with_contents(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a document with its contents right behind what is known of the meeting."""
    (head, *rest) = parts
    return (head, (Section.CONTENTS, _ContentsOf(parts)), *rest)


@dataclass(frozen=True)
class _ContentsOf:
    """The contents of the parts that follow it, where they have ten headings or more.

    A document of so many headings has three pages at the least; who reads a shorter one turns
    the page.
    """

    parts: tuple[Part, ...]

    def __call__(self, material: Material) -> Iterator[Block]:
        outlined = material.outlined()
        sections = tuple(tuple(_headings(outlined, each)) for each in self._following(material))
        contents = Contents(material.words.gettext("Contents"), sections)
        if len(contents.headings) >= _FEWEST:
            yield contents

    def _following(self, material: Material) -> list[Builder]:
        """The sections behind the contents, in the order of the edition."""
        ordered = chosen(with_contents(self.parts), material.edition)
        place = [section for section, _builder in ordered].index(Section.CONTENTS)
        return [builder for _section, builder in ordered[place + 1 :]]


def _headings(material: Material, builder: Builder) -> Iterator[Heading]:
    for block in builder(material):
        if isinstance(block, Heading) and block.level <= DEEPEST_IN_CONTENTS:
            yield replace(block, note=None)
