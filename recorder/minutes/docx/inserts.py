"""What a document leads to from its text: pictures, bookmarks, and their numbers."""

from dataclasses import dataclass, field

from recorder.minutes.docx.contents import Bookmarks
from recorder.minutes.docx.marks import Marks
from recorder.minutes.docx.pictures import Pictures


@dataclass(frozen=True)
class Inserts:
    """Of one document, counted while its body is written; a letterhead has some of its own.

    Attributes:
        pictures: those that are drawn.
        bookmarks: those of the headings that the contents lead to.
        marks: those of wordings that may come back reworded.
    """

    pictures: Pictures
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    marks: Marks = field(default_factory=Marks)
