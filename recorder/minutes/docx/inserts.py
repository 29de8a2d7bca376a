"""What a document leads to from its text: pictures, footnotes, bookmarks, and their numbers."""

from dataclasses import dataclass, field

from recorder.minutes.docx.contents import Bookmarks
from recorder.minutes.docx.footnotes import Footnotes
from recorder.minutes.docx.marks import Marks
from recorder.minutes.docx.pictures import Pictures


@dataclass(frozen=True)
class Inserts:
    """Of one document, counted while its body is written; a letterhead has some of its own.

    Attributes:
        pictures: those that are drawn.
        footnotes: what is said at the foot of its pages.
        bookmarks: those of the headings that the contents lead to.
        marks: those of wordings that may come back reworded.
    """

    pictures: Pictures
    footnotes: Footnotes
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    marks: Marks = field(default_factory=Marks)
