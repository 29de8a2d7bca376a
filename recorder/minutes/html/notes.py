"""Footnotes of a web page: marks in the text, the notes at its end, links both ways."""

from collections.abc import Iterator
from typing import NamedTuple

from recorder.language.direction import Direction
from recorder.minutes.html.texts import attribute, direction_of, escaped, inline
from recorder.minutes.model import Footnote, Noted


class Mark(NamedTuple):
    """The mark of a note, and behind how many characters of its text it stands."""

    shown: str
    length: int

    def put(self, text: str, own: Direction) -> str:
        """The text with the mark in it."""
        return inline(text[: self.length], own) + self.shown + inline(text[self.length :], own)


class Notes:
    """The footnotes of one page, gathered while it is written."""

    def __init__(self, base: Direction) -> None:
        self._base = base
        self._notes: list[Footnote] = []

    def mark(self, note: Footnote | None) -> str:
        """The mark of a note; nothing where there is none."""
        if note is None:
            return ""
        self._notes.append(note)
        number = len(self._notes)
        return f'<sup><a id="r{number}" href="#n{number}">{_shown(note, number)}</a></sup>'

    def marked(self, noted: Noted | None) -> dict[int, Mark]:
        """The mark of a row's note by its cell."""
        return {noted.place: Mark(self.mark(noted.note), noted.length)} if noted else {}

    def listed(self) -> Iterator[str]:
        """What each of them says, behind everything else."""
        if not self._notes:
            return
        yield '<section class="notes">\n'
        for number, note in enumerate(self._notes, start=1):
            back = f'<a id="n{number}" href="#r{number}">{_shown(note, number)}</a> '
            for text, said in note.lines:
                own = said or direction_of(text, self._base)
                yield f"<p{attribute(own, self._base)}>{back}{inline(text, own)}</p>\n"
                back = ""
        yield "</section>\n"


def _shown(note: Footnote, number: int) -> str:
    return escaped(note.number or str(number))
