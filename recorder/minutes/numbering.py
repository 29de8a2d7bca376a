"""The numbers of pictures and of footnotes, in the order of reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from recorder.language.formatting import Formatter
from recorder.minutes.model import Block, Facing, Footnote, Heading, Paragraph, Picture, Table


@dataclass(frozen=True)
class Numbered:
    """The blocks of a document with their numbers, counted anew each time they are read."""

    blocks: Iterable[Block]
    formatter: Formatter

    def __iter__(self) -> Iterator[Block]:
        count = _Count(self.formatter)
        for block in self.blocks:
            if isinstance(block, Paragraph):  # the most of them, and few have a note
                yield block if block.note is None else count.paragraph(block)
            else:
                yield count.numbered(block)


@dataclass
class _Count:
    formatter: Formatter
    _notes: int = field(default=0, init=False)
    _pictures: int = field(default=0, init=False)

    def paragraph(self, block: Paragraph) -> Paragraph:
        return replace(block, note=self._note(block.note))

    def numbered(self, block: Block) -> Block:
        match block:
            case Picture():
                self._pictures += 1
                return replace(block, number=self.formatter.number(self._pictures))
            case Heading() if block.note:
                return replace(block, note=self._note(block.note))
            case Table() if block.notes:
                return replace(block, notes=tuple(map(self._note, block.notes)))
            case Facing():
                sides = (block.arabic, block.english)
                arabic, english = (tuple(map(self.paragraph, side)) for side in sides)
                return Facing(arabic, english)
            case _:
                return block

    def _note(self, note: Footnote | None) -> Footnote | None:
        if note is None:
            return None
        self._notes += 1
        return replace(note, number=self.formatter.number(self._notes))
