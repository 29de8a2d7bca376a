"""The styles of the document: everything about its look is here, the body only names them.

An organisation that redefines these styles redefines its minutes. Each property that Word keeps
apart for complex scripts is written in pairs (b and bCs, sz and szCs, ascii and cs): the first
alone leaves Arabic regular and small (measured).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from recorder.language.direction import Direction
from recorder.minutes.docx.look import (
    ACCENT,
    BODY_FONT,
    CAUTION,
    HEADING_FONT,
    INK,
    QUIET,
    TINT,
    rule,
    size_pair,
)
from recorder.minutes.docx.table_styles import SIDE, table_styles
from recorder.minutes.model import Emphasis, ParagraphKind

PARAGRAPH_STYLES = {
    ParagraphKind.BODY: "MinutesBody",
    ParagraphKind.LEAD: "MinutesLead",
    ParagraphKind.NOTE: "MinutesNote",
    ParagraphKind.QUOTE: "MinutesQuote",
    ParagraphKind.REMARK: "MinutesRemark",
    ParagraphKind.CREDIT: "MinutesCredit",
    ParagraphKind.CARD_HEAD: "MinutesCardHead",
    ParagraphKind.CARD_TITLE: "MinutesCardTitle",
    ParagraphKind.CARD_LINE: "MinutesCardLine",
}
LABEL_STYLES = {
    ParagraphKind.ITEM: ("MinutesItemPlain", "MinutesItem", "MinutesItemWide"),
    ParagraphKind.SUBITEM: ("MinutesSubitemPlain", "MinutesSubitem", "MinutesSubitemWide"),
}
"""The styles of a list's line without a label, with a short one, with a wide one."""

CHARACTER_STYLES = {Emphasis.STRONG: "MinutesStrong", Emphasis.QUIET: "MinutesQuiet"}


@dataclass(frozen=True)
class ParagraphStyle:
    """A paragraph style; lengths in twentieths of a point, sizes in half points.

    Attributes:
        id: its `w:styleId`.
        name: what Word lists; the names of built-in styles are fixed and lower case.
        base: the style it is based on.
        latin, arabic: the sizes of both scripts; 0: those of the base.
        before, after, line: spacing; `line` in 240ths of a line. None: that of the base.
        is_exact: `line` is a length, whatever stands on it.
        indent, hanging: from the side where reading begins.
        level: the heading level of the navigation pane, from 1.
        border, shade: lines above or below, and the colour behind; "" for none.
        tabs: tab stops as XML.
        follower: the style of the paragraph that Word begins after one of this style.
    """

    id: str
    name: str
    base: str = "Normal"
    latin: int = 0
    arabic: int = 0
    bold: bool = False
    colour: str = ""
    font: str = ""
    before: int | None = None
    after: int | None = None
    line: int | None = None
    is_exact: bool = False
    indent: int = 0
    hanging: int = 0
    centred: bool = False
    keeps_next: bool = False
    level: int = 0
    border: str = ""
    shade: str = ""
    tabs: str = ""
    follower: str = ""

    def xml(self) -> str:
        """The style as Word reads it."""
        follower = f'<w:next w:val="{self.follower}"/>' if self.follower else ""
        return (
            f'<w:style w:type="paragraph"{self._custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/><w:basedOn w:val="{self.base}"/>{follower}'
            f"<w:qFormat/><w:pPr>{''.join(self._paragraph())}</w:pPr>"
            f"<w:rPr>{''.join(self._characters())}</w:rPr></w:style>"
        )

    @property
    def _custom(self) -> str:
        is_known = self.name[0].islower() or self.id in ("Title", "TOCHeading")
        return "" if is_known else ' w:customStyle="1"'

    def _paragraph(self) -> Iterator[str]:
        if self.keeps_next:
            yield "<w:keepNext/><w:keepLines/>"
        if self.border:
            yield f"<w:pBdr>{self.border}</w:pBdr>"
        if self.shade:
            yield f'<w:shd w:val="clear" w:color="auto" w:fill="{self.shade}"/>'
        if self.tabs:
            yield f"<w:tabs>{self.tabs}</w:tabs>"
        yield self._spacing()
        if self.indent or self.hanging:
            hanging = f' w:hanging="{self.hanging}"' if self.hanging else ""
            yield f'<w:ind w:left="{self.indent}"{hanging}/>'
        if self.centred:
            yield '<w:jc w:val="center"/>'
        if self.level:
            yield f'<w:outlineLvl w:val="{self.level - 1}"/>'

    def _spacing(self) -> str:
        values = {"before": self.before, "after": self.after, "line": self.line}
        set_here = "".join(
            f' w:{name}="{value}"' for name, value in values.items() if value is not None
        )
        rule = "exact" if self.is_exact else "auto"
        rule_of_line = f' w:lineRule="{rule}"' if self.line is not None else ""
        return f"<w:spacing{set_here}{rule_of_line}/>" if set_here else ""

    def _characters(self) -> Iterator[str]:
        if self.font:
            yield f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>'
        if self.bold:
            yield "<w:b/><w:bCs/>"
        if self.colour:
            yield f'<w:color w:val="{self.colour}"/>'
        if self.latin:
            yield size_pair(self.latin, self.arabic)


def right_tab(place: int, leader: str = "") -> str:
    """A tab stop measured from the leading side at which text ends."""
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tab w:val="right"{dots} w:pos="{place}"/>'


def styles_xml(direction: Direction, text_width: int) -> str:
    """The styles part: in a right-to-left edition `Normal` is bidi and all others inherit it."""
    bidi = "<w:bidi/>" if direction == "rtl" else ""
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{BODY_FONT}" w:eastAsia="{BODY_FONT}" w:hAnsi="{BODY_FONT}"'
        f' w:cs="{BODY_FONT}"/>{size_pair(23, 27)}'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SY"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr><w:widowControl/>{bidi}<w:spacing w:before="0" w:after="0"'
        f' w:line="276" w:lineRule="auto"/></w:pPr>'
        f'<w:rPr><w:color w:val="{INK}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        + "".join(style.xml() for style in paragraph_styles(text_width))
        + _character_styles()
        + table_styles()
    )


def paragraph_styles(text_width: int) -> Iterator[ParagraphStyle]:
    """All paragraph styles but `Normal`."""
    yield from _title_styles()
    yield from _heading_styles()
    yield from _contents_styles()
    yield from _body_styles()
    yield from _table_text_styles()
    yield from _card_styles(text_width)
    yield from _frame_styles(text_width)


def _title_styles() -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        "Title", "Title", latin=36, arabic=40, bold=True, colour=ACCENT, font=HEADING_FONT,
        before=240, after=60, line=264, centred=True, keeps_next=True,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesSubject", "Minutes Subject", latin=26, arabic=30, bold=True, font=HEADING_FONT,
        before=40, after=60, line=264, centred=True, keeps_next=True,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesReference", "Minutes Reference", latin=22, arabic=25, colour=QUIET,
        after=40, centred=True, keeps_next=True,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesState", "Minutes State", latin=22, arabic=25, bold=True, colour=CAUTION,
        after=40, centred=True, keeps_next=True,
    )  # fmt: skip


def _heading_styles() -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        "Heading1", "heading 1", latin=28, arabic=32, bold=True, colour=ACCENT, font=HEADING_FONT,
        before=400, after=140, line=252, keeps_next=True, level=1, border=rule("bottom", 4, 4),
        follower="MinutesBody",
    )  # fmt: skip
    yield ParagraphStyle(
        "Heading2", "heading 2", latin=25, arabic=29, bold=True, font=HEADING_FONT,
        before=300, after=100, line=252, keeps_next=True, level=2, follower="MinutesBody",
    )  # fmt: skip
    yield ParagraphStyle(
        "Heading3", "heading 3", latin=23, arabic=27, bold=True, colour=QUIET, font=HEADING_FONT,
        before=220, after=80, line=252, keeps_next=True, level=3, follower="MinutesBody",
    )  # fmt: skip


def _contents_styles() -> Iterator[ParagraphStyle]:
    """Their title is no heading, or it would name itself."""
    yield ParagraphStyle(
        "TOCHeading", "TOC Heading", latin=24, arabic=28, bold=True, colour=ACCENT,
        font=HEADING_FONT, before=240, after=80, line=252, keeps_next=True,
    )  # fmt: skip
    yield ParagraphStyle("TOC1", "toc 1", latin=21, arabic=25, bold=True, before=60, line=259)
    yield ParagraphStyle("TOC2", "toc 2", latin=21, arabic=25, before=20, line=259, indent=340)


def _body_styles() -> Iterator[ParagraphStyle]:
    yield ParagraphStyle("MinutesBody", "Minutes Body", after=120, line=300)
    yield ParagraphStyle("MinutesLead", "Minutes Lead", "MinutesBody", before=120, after=160)
    yield ParagraphStyle("MinutesNote", "Minutes Note", "MinutesBody")
    yield ParagraphStyle(
        "MinutesQuote", "Minutes Quote", "MinutesBody", before=40, after=160, indent=454, shade=TINT
    )
    yield from _list_styles()
    yield ParagraphStyle(
        "MinutesRemark", "Minutes Remark", "MinutesBody", latin=20, arabic=23, colour=QUIET
    )
    yield ParagraphStyle("MinutesCredit", "Minutes Credit", "MinutesRemark", before=160)
    yield ParagraphStyle(
        "MinutesPicture", "Minutes Picture", before=160, after=80, line=240, centred=True
    )
    yield ParagraphStyle("Caption", "caption", latin=20, arabic=23, after=40, centred=True)
    yield ParagraphStyle(
        "MinutesPictureCredit", "Minutes Picture Credit", "Caption", latin=18, arabic=20,
        colour=QUIET, after=160,
    )  # fmt: skip
    yield ParagraphStyle("FootnoteText", "footnote text", latin=18, arabic=21, line=252)
    # A point high, and its air behind it: after a table that fills its page it begins no new one.
    yield ParagraphStyle(
        "MinutesGap", "Minutes Gap", latin=2, arabic=2, line=20, is_exact=True, after=120
    )


def _list_styles() -> Iterator[ParagraphStyle]:
    """A hanging indent leads to the text; a line without a label stands where texts stand."""
    narrow, wide = 482, 1134
    for kind, start in ((ParagraphKind.ITEM, 0), (ParagraphKind.SUBITEM, narrow)):
        plain, short, long = LABEL_STYLES[kind]
        name = f"Minutes {kind.capitalize()}"
        yield ParagraphStyle(
            short, name, "MinutesBody", after=80, indent=start + narrow, hanging=narrow
        )
        yield ParagraphStyle(long, f"{name} Wide", short, indent=start + wide, hanging=wide)
        yield ParagraphStyle(
            plain, f"{name} Plain", "MinutesBody", after=80, indent=max(start, narrow)
        )


def _table_text_styles() -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        "MinutesCell", "Minutes Cell", latin=20, arabic=23, before=50, after=50, line=259
    )
    yield ParagraphStyle("MinutesCellCentred", "Minutes Cell Centred", "MinutesCell", centred=True)
    yield ParagraphStyle(
        "MinutesColumn", "Minutes Column", "MinutesCell", latin=19, arabic=22, bold=True,
        font=HEADING_FONT, before=70, after=70, keeps_next=True,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesColumnCentred", "Minutes Column Centred", "MinutesColumn", centred=True
    )
    yield ParagraphStyle(
        "MinutesName", "Minutes Name", "MinutesCell", before=66, latin=19, arabic=22, bold=True,
        colour=QUIET, font=HEADING_FONT,
    )  # fmt: skip
    yield ParagraphStyle("MinutesValue", "Minutes Value", "MinutesCell", latin=22, arabic=25)
    yield ParagraphStyle(
        "MinutesCapacity", "Minutes Capacity", latin=21, arabic=24, bold=True,
        font=HEADING_FONT, before=220, after=40, colour=ACCENT,
    )  # fmt: skip
    yield ParagraphStyle("MinutesSignatory", "Minutes Signatory", latin=22, arabic=25, bold=True)
    yield ParagraphStyle(
        "MinutesSignatoryRole", "Minutes Signatory Role", latin=20, arabic=23, colour=QUIET
    )
    yield ParagraphStyle(
        "MinutesSignatureLine", "Minutes Signature Line", latin=20, arabic=23, before=220,
        tabs=right_tab(2700, "dot") + right_tab(4400, "dot"),  # behind words in two languages
    )  # fmt: skip


def _card_styles(text_width: int) -> Iterator[ParagraphStyle]:
    """Read from the end of a room: the number and the time at the two sides, then the title."""
    yield ParagraphStyle(
        "MinutesCardHead", "Minutes Card Head", latin=44, arabic=48, colour=ACCENT,
        font=HEADING_FONT, before=120, after=120, line=264, tabs=right_tab(text_width - 2 * SIDE),
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesCardTitle", "Minutes Card Title", latin=68, arabic=80, bold=True,
        font=HEADING_FONT, after=200, line=264,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesCardLine", "Minutes Card Line", latin=28, arabic=32, after=60, line=276
    )


def _frame_styles(text_width: int) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        "MinutesHostRole", "Minutes Host Role", latin=18, arabic=20, colour=QUIET, centred=True,
        after=40,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesHost", "Minutes Host", latin=23, arabic=27, bold=True, font=HEADING_FONT,
        centred=True, line=252,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesHostShort", "Minutes Host Short", latin=20, arabic=23, bold=True, colour=ACCENT,
        font=HEADING_FONT, centred=True, before=40,
    )  # fmt: skip
    yield ParagraphStyle(
        "MinutesLetterheadRule", "Minutes Letterhead Rule", latin=8, arabic=8, line=240,
        border=rule("bottom", 8, 1, ACCENT),
    )  # fmt: skip
    yield ParagraphStyle(
        "Header", "header", latin=18, arabic=21, colour=QUIET, tabs=right_tab(text_width),
        border=rule("bottom", 4, 4),
    )  # fmt: skip
    yield ParagraphStyle("Footer", "footer", latin=18, arabic=21, colour=QUIET, centred=True)


def _character_styles() -> str:
    strong, quiet = CHARACTER_STYLES[Emphasis.STRONG], CHARACTER_STYLES[Emphasis.QUIET]
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{strong}">'
        '<w:name w:val="Minutes Strong"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{quiet}">'
        '<w:name w:val="Minutes Quiet"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{QUIET}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:style>'
    )
