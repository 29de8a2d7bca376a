"""The contents as Word's own field: links without page numbers, ready before Word computes it.

Word asks nobody whether it may update them, and page numbers could only be guessed here. Whoever
wants them takes the switch n out of the field and updates it.
"""

from collections.abc import Iterator

from recorder.language.direction import Direction
from recorder.minutes.anchors import Anchors
from recorder.minutes.docx.paragraphs import gap_after, heading_runs, line, opening
from recorder.minutes.docx.runs import field_end, field_start
from recorder.minutes.model import DEEPEST_IN_CONTENTS, Contents, Heading

INSTRUCTION = rf'TOC \o "1-{DEEPEST_IN_CONTENTS}" \n \h \z \u'
_START = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
)
_END = "</w:sdtContent></w:sdt>"
_FIRST = 8_000_000  # marks.py counts its bookmarks below
HIDDEN = "_Toc7"  # Word hides such names, and uses them again when it updates its field


class Bookmarks:
    """The bookmarks of the headings that the contents lead to, numbered from behind `after`."""

    def __init__(self, after: int = 0) -> None:
        self._after = after
        self._anchors = Anchors()

    def contents(self, block: Contents, base: Direction) -> Iterator[str]:
        """The field with its entries."""
        self._anchors.promise(block)
        yield f"{_START}{line('TOCHeading', block.title, base)}"
        start = field_start(INSTRUCTION, base)
        for number, each in enumerate(block.headings, start=1):
            style = f"TOC{min(max(each.level, 1), DEEPEST_IN_CONTENTS)}"
            link = f'<w:hyperlink w:anchor="{self._name(number)}" w:history="1">'
            entry = f"{link}{heading_runs(each, base)}</w:hyperlink>"
            yield f"{opening(style, base)}{start}{entry}</w:p>"
            start = ""
        yield f"{gap_after(field_end(base), base)}{_END}"

    def around(self, block: Heading) -> tuple[str, str]:
        """What stands before and behind a heading's text; nothing where nothing leads to it."""
        number = self._anchors.of(block)
        if not number:
            return "", ""
        identity = f'w:id="{_FIRST + self._after + number}"'
        start = f'<w:bookmarkStart {identity} w:name="{self._name(number)}"/>'
        return start, f"<w:bookmarkEnd {identity}/>"

    def _name(self, number: int) -> str:
        return f"{HIDDEN}{self._after + number:08}"
