"""The minutes as a document: what every writer writes, in words and figures that are ready.

A writer knows no archive, no catalogue and no calendar: dates, numbers and labels are text here,
in the language and the digits of the edition. Texts hold no direction marks; a writer splits
and fences them (recorder.language.direction).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from recorder.language.direction import Direction, paragraph_direction


class Emphasis(StrEnum):
    """How a span of a paragraph stands out."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


class ParagraphKind(StrEnum):
    """What a paragraph is; a writer gives each kind one style."""

    BODY = "body"
    LEAD = "lead"  # the opening and the closing sentence
    NOTE = "note"  # what somebody said
    QUOTE = "quote"  # what somebody said, in their own language
    ITEM = "item"  # a line of a list, with its label before it
    SUBITEM = "subitem"  # a line of a list inside a list
    REMARK = "remark"  # an explanation, small
    CREDIT = "credit"  # who took down, photographed, reported
    CARD_HEAD = "card_head"  # the number of a card, and at the other side when it is its turn
    CARD_TITLE = "card_title"  # what a card says across a room
    CARD_LINE = "card_line"  # what it says to whoever stands before it


class Alignment(StrEnum):
    """Where the text of a column stands."""

    START = "start"
    CENTRE = "centre"


@dataclass(frozen=True)
class Origin:
    """The row of the record that a text was written from; a screen can lead there."""

    table: str
    row_id: str


@dataclass(frozen=True)
class Span:
    """Text of one emphasis inside a paragraph; a newline in it breaks the line.

    `origin` is the row that it tells, where its paragraph runs several together.
    """

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    origin: Origin | None = None


@dataclass(frozen=True)
class Footnote:
    """An aside that would disturb the text, at the foot of its page or at the end.

    Attributes:
        text: what it says.
        english: the same in English, where a document has two languages.
        number: which one of the document it is, from 1. Word counts its own.
    """

    text: str
    english: str = ""
    number: str = ""

    @property
    def lines(self) -> list[tuple[str, Direction | None]]:
        """Its texts, each with its direction if that is not the document's."""
        lines: list[tuple[str, Direction | None]] = [(self.text, None)]
        if self.english:
            lines.append((self.english, paragraph_direction(self.english, "ltr")))
        return lines


@dataclass(frozen=True)
class Heading:
    """The title of a section.

    Attributes:
        text: the title.
        level: 1 for a section of the minutes, 2 for an agenda item, 3 below it.
        label: its number in words or figures, «أولاً», "" for none.
        origin: the row that it tells, if it is one.
        note: what is added to it.
    """

    text: str
    level: int = 1
    label: str = ""
    origin: Origin | None = None
    note: Footnote | None = None


DEEPEST_IN_CONTENTS = 2
"""The level of the lowest headings that the contents name."""


@dataclass(frozen=True)
class Contents:
    """What follows, section by section, for whoever looks for a place.

    A writer that can lead there gives the headings behind it their names in their order.

    Attributes:
        title: «المحتويات».
        sections: the headings of each section down to `DEEPEST_IN_CONTENTS`.
    """

    title: str
    sections: tuple[tuple[Heading, ...], ...]

    @property
    def headings(self) -> list[Heading]:
        """All of them, as they follow each other."""
        return [each for section in self.sections for each in section]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of spans.

    Attributes:
        spans: the text; empty spans are nothing.
        kind: what it is.
        label: the number or sign that hangs before an item.
        direction: its own, where it is not that of the document.
        keeps_next: stays on the page of the block that follows.
        origin: the row that it tells, if it is one.
        wording: the text of its origin as somebody wrote it, with which its spans begin; what a
            colleague may reword. "" where nobody needs to know.
        note: what is added to it; its mark stands behind the last word.
    """

    spans: tuple[Span, ...]
    kind: ParagraphKind = ParagraphKind.BODY
    label: str = ""
    direction: Direction | None = None
    keeps_next: bool = False
    origin: Origin | None = None
    wording: str = ""
    note: Footnote | None = None


@dataclass(frozen=True)
class KeyValues:
    """The data block: names and what they stand for, in two columns."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Column:
    """A column of a table; `width` is its share of the text's width beside the others'."""

    title: str
    width: int
    alignment: Alignment = Alignment.START


@dataclass(frozen=True)
class Table:
    """Rows under a header that is repeated on each page.

    Attributes:
        columns: from the side where reading begins.
        rows: one text for each column; iterated once by each writing, so not an iterator.
        origins: for each row what it tells; empty where nobody needs to know.
        is_for_pen: its rows are as high as a hand writes.
        wordings: for each row the text of its origin as somebody wrote it, with which one of its
            cells begins; what a colleague may reword. Empty where nobody needs to know.
        notes: for each row what is added to its wording; empty for none.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[str]]
    origins: Sequence[Origin | None] = ()
    is_for_pen: bool = False
    wordings: Sequence[str] = ()
    notes: Sequence[Footnote | None] = ()

    def noted(self, number: int, row: Sequence[str]) -> "Noted | None":
        """The note of a row and where its mark stands; None for none."""
        note = self.notes[number] if number < len(self.notes) else None
        if note is None:
            return None
        wording, place = self.worded(number, row)
        return Noted(note, 0, len(row[0])) if place is None else Noted(note, place, len(wording))

    def worded(self, number: int, row: Sequence[str]) -> tuple[str, int | None]:
        """The wording of a row, and which of its cells begins with it; None for none."""
        wording = self.wordings[number] if number < len(self.wordings) else ""
        places = (place for place, text in enumerate(row) if wording and text.startswith(wording))
        return wording, next(places, None)


class Noted(NamedTuple):
    """A note of a row: its mark stands in the cell `place` behind so many of its characters."""

    note: Footnote
    place: int
    length: int


@dataclass(frozen=True)
class Signatory:
    """Somebody who signs: in what capacity, under which name (may be ""), from where."""

    capacity: str
    name: str = ""
    role: str = ""


@dataclass(frozen=True)
class SignatureBlock:
    """Room for signatures, kept on one page.

    Attributes:
        signatories: in the order of signing.
        labels: the words before the dotted lines: signature, date.
    """

    signatories: tuple[Signatory, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Facing:
    """One thing said in both languages, Arabic at the right of English."""

    arabic: tuple[Paragraph, ...]
    english: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Cards:
    """Cards to be cut apart, two on a sheet, each of which holds together.

    Attributes:
        cards: the paragraphs of each, most of them of the kinds of a card.
    """

    cards: tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A photograph under what it shows.

    Attributes:
        sha256: its key in `Minutes.media`.
        kind: "jpeg" or "png".
        width, height: in pixels.
        caption: what stands under it; may be "".
        credit: who took it, ready to be printed; may be "".
        label: the word before its number, «الصورة»; "" where pictures have no numbers.
        number: which one of the document it is, from 1.
        alternative: what is said of it to whoever does not see it.
        origin: its attachment.
    """

    sha256: str
    kind: str
    width: int
    height: int
    caption: str = ""
    credit: str = ""
    alternative: str = ""
    origin: Origin | None = None
    label: str = ""
    number: str = ""


Block = (
    Heading
    | Contents
    | Paragraph
    | KeyValues
    | Table
    | SignatureBlock
    | PageBreak
    | Facing
    | Cards
    | Picture
)


def notes_of(block: Block) -> list[Footnote]:
    """The footnotes of a block in the order of reading."""
    match block:
        case Heading() | Paragraph():
            notes: Sequence[Footnote | None] = (block.note,)
        case Table():
            notes = block.notes
        case Facing():
            notes = [each.note for each in (*block.arabic, *block.english)]
        case _:
            notes = ()
    return [each for each in notes if each]


@dataclass(frozen=True)
class LetterheadHost:
    """An organisation in the letterhead: its name, its short Latin name, what it is here.

    `logo` is drawn above it where its bytes are in `Minutes.media`.
    """

    name: str
    acronym: str = ""
    role: str = ""
    logo: Picture | None = None


@dataclass(frozen=True)
class Letterhead:
    """The top of the first page: the organiser first, then those who held the meeting with it."""

    hosts: tuple[LetterheadHost, ...] = ()


@dataclass(frozen=True)
class PageWords:
    """The words around the page numbers: «صفحة» 3 «من» 12."""

    page: str
    of: str


@dataclass(frozen=True)
class Minutes:
    """A whole document.

    Attributes:
        language: "ar", "en" or "both", of what the program worded; "both" is laid out as Arabic
            is, and a line break in a cell parts its two languages.
        title: «محضر لقاء حواري تشاوري».
        subject: the meeting's title; "" when it has none.
        reference: the number of the minutes, "" before it has one.
        state: «مسودّة» and the like, printed under the title; "" once approved.
        letterhead: the hosts.
        page_words: for the foot of each page.
        blocks: the body. Iterating again gives the same blocks again.
        is_landscape: whether the sheet lies on its long side.
        media: the bytes of its pictures by sha256, read when they are asked for.
        is_headed: whether letterhead and title stand before the body; cards have no room for them.
    """

    language: str
    title: str
    page_words: PageWords
    subject: str = ""
    reference: str = ""
    state: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)
    blocks: Iterable[Block] = ()
    is_landscape: bool = False
    media: Mapping[str, bytes] = field(default_factory=dict)
    is_headed: bool = True

    @property
    def direction(self) -> Direction:
        """The direction of the document."""
        return "ltr" if self.language == "en" else "rtl"

    @property
    def is_bilingual(self) -> bool:
        """Whether Arabic and English stand beside one another."""
        return self.language == "both"

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)
