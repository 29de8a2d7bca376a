"""Footnotes: their marks in the text, and the part of the package that holds what they say.

Word counts them itself, in the digits of its reader.
"""

from collections.abc import Iterator

from recorder.language.direction import Direction, paragraph_direction
from recorder.minutes.docx.paragraphs import opening
from recorder.minutes.docx.runs import raw_run, text_runs
from recorder.minutes.model import Footnote, Minutes

FOOTNOTES = "word/footnotes.xml"
SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The lines above the notes, by their kinds: their ids."""


class Footnotes:
    """The footnotes of one document, gathered while its body is written.

    They are numbered from behind `after`: a letterhead may have some of its own.
    """

    def __init__(self, minutes: Minutes, after: int = 0) -> None:
        self._base = minutes.direction
        self._last = after
        self._entries: list[str] = []

    @property
    def is_used(self) -> bool:
        """Whether anything was noted so far."""
        return bool(self._entries)

    def mark(self, note: Footnote | None, own: Direction | None = None) -> str:
        """The mark of a note in a line of a direction; nothing where there is none."""
        if note is None:
            return ""
        self._last += 1
        self._entries.append(self._entry(note))
        return _mark(f'<w:footnoteReference w:id="{self._last}"/>', own or self._base)

    def entries(self) -> Iterator[str]:
        """What each of them says."""
        yield from self._entries

    def part(self) -> Iterator[str]:
        """The content of a part that has no notes yet."""
        for kind, number in SEPARATORS.items():
            line = f"{opening('FootnoteText', self._base)}{raw_run(f'<w:{kind}/>', self._base)}"
            yield f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:p></w:footnote>'
        yield from self._entries

    def _entry(self, note: Footnote) -> str:
        lines = "".join(
            self._line(text, own or paragraph_direction(text, self._base), is_first=not place)
            for place, (text, own) in enumerate(note.lines)
        )
        return f'<w:footnote w:id="{self._last}">{lines}</w:footnote>'

    def _line(self, text: str, own: Direction, *, is_first: bool) -> str:
        mark = _mark("<w:footnoteRef/>", own) + text_runs(" ", own) if is_first else ""
        return f"{opening('FootnoteText', self._base, own=own)}{mark}{text_runs(text, own)}</w:p>"


def _mark(content: str, own: Direction) -> str:
    style = '<w:rStyle w:val="FootnoteReference"/>'
    return f"<w:r><w:rPr>{style}{'<w:rtl/>' if own == 'rtl' else ''}</w:rPr>{content}</w:r>"
