"""The styles of the document: every look has a name that an office can change in Word.

Each rule of a run is written twice where Word keeps two: `b`+`bCs`, `sz`+`szCs`, `ascii`+`cs`
fonts, `lang` and its `bidi`; a single one leaves Arabic regular, small or in another face.
"""

from dataclasses import dataclass

from recorder.language.direction import Direction

INK = "1F2A33"
BLUE = "1D4E6B"
QUIET = "5B6B76"
RULE = "C3CFD7"
SHADE = "E8EFF3"

BODY_FONT = "Times New Roman"
HEADING_FONT = "Arial"

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Look:
    """A paragraph or character style.

    Attributes:
        name: as Word's list of styles shows it.
        parent: the style it is based on.
        size: of Latin letters in half points; Arabic is written one point larger, since naskh
            faces look smaller at the same size.
        paragraph: the inside of pPr, in the order of the schema.
    """

    name: str
    parent: str = "Normal"
    size: int = 0
    is_bold: bool = False
    color: str = ""
    font: str = ""
    paragraph: str = ""
    following: str = ""
    is_character: bool = False


def _spacing(before: int, after: int, line: int = 0) -> str:
    pitch = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{pitch}/>'


def _hanging(left: int, hanging: int) -> str:
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


_KEEP = "<w:keepNext/><w:keepLines/>"
_CENTRE = '<w:jc w:val="center"/>'
_LINE_BELOW = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="{RULE}"/></w:pBdr>'


def _stop(position: int, kind: str = "left", leader: str = "") -> str:
    dots = f' w:leader="{leader}"' if leader else ""
    return f'<w:tabs><w:tab w:val="{kind}"{dots} w:pos="{position}"/></w:tabs>'


TEXT_WIDTH = 9298
"""The width of the text in twentieths of a point: A4 less two margins of 2.3 cm."""

PARAGRAPHS: dict[str, Look] = {
    "Title": Look(
        "Title", size=40, is_bold=True, color=BLUE, font=HEADING_FONT,
        paragraph=_KEEP + _spacing(240, 60, 264) + _CENTRE, following="MinutesReference",
    ),
    "MinutesReference": Look(
        "Minutes Reference", size=26, color=QUIET, font=HEADING_FONT,
        paragraph=_KEEP + _spacing(0, 60) + _CENTRE,
    ),
    "Subtitle": Look(
        "Subtitle", size=28, is_bold=True, color=INK, font=HEADING_FONT,
        paragraph=_KEEP + _spacing(120, 60, 288) + _CENTRE,
    ),
    "MinutesState": Look(
        "Minutes State", size=22, color=QUIET, font=HEADING_FONT,
        paragraph=_KEEP + _spacing(0, 120) + _CENTRE,
    ),
    "Heading1": Look(
        "heading 1", size=28, is_bold=True, color=BLUE, font=HEADING_FONT,
        paragraph=_KEEP + _LINE_BELOW + _spacing(400, 160) + '<w:outlineLvl w:val="0"/>',
        following="MinutesBody",
    ),
    "Heading2": Look(
        "heading 2", size=25, is_bold=True, color=INK, font=HEADING_FONT,
        paragraph=_KEEP + _spacing(280, 100) + '<w:outlineLvl w:val="1"/>',
        following="MinutesBody",
    ),
    "Heading3": Look(
        "heading 3", size=23, is_bold=True, color=QUIET, font=HEADING_FONT,
        paragraph=_KEEP + _spacing(200, 80) + '<w:outlineLvl w:val="2"/>',
        following="MinutesBody",
    ),
    "MinutesBody": Look("Minutes Body", paragraph=_spacing(0, 120, 312)),
    "MinutesLead": Look("Minutes Lead", "MinutesBody", paragraph=_spacing(160, 160, 336)),
    "MinutesNote": Look("Minutes Note", "MinutesBody", paragraph=_spacing(0, 140, 312)),
    "MinutesQuote": Look(
        "Minutes Quote", "MinutesBody",
        paragraph=_spacing(0, 140, 312) + '<w:ind w:left="397" w:right="397"/>',
    ),
    "MinutesItem": Look(
        "Minutes Item", "MinutesBody",
        paragraph=_stop(567) + _spacing(0, 90, 300) + _hanging(567, 567),
    ),
    "MinutesSubitem": Look(
        "Minutes Subitem", "MinutesBody",
        paragraph=_stop(1134) + _spacing(0, 60, 288) + _hanging(1134, 567),
    ),
    "MinutesRemark": Look(
        "Minutes Remark", "MinutesBody", size=20, color=QUIET, paragraph=_spacing(0, 120, 276)
    ),
    "MinutesCredit": Look(
        "Minutes Credit", "MinutesBody", size=20, color=QUIET, paragraph=_spacing(120, 60, 276)
    ),
    "MinutesCell": Look("Minutes Cell", size=21, paragraph=_spacing(40, 40, 264)),
    "MinutesCellCentre": Look("Minutes Cell Centre", "MinutesCell", paragraph=_CENTRE),
    "MinutesCellHead": Look(
        "Minutes Cell Head", "MinutesCell", is_bold=True, color=BLUE, font=HEADING_FONT, size=19,
        paragraph="<w:keepNext/>" + _spacing(80, 80) + _CENTRE,
    ),
    "MinutesKey": Look(
        "Minutes Key", "MinutesCell", is_bold=True, color=BLUE, font=HEADING_FONT, size=20,
        paragraph=_spacing(60, 60),
    ),
    "MinutesValue": Look("Minutes Value", "MinutesCell", size=23, paragraph=_spacing(60, 60)),
    "MinutesHost": Look(
        "Minutes Host", is_bold=True, color=INK, font=HEADING_FONT, size=22,
        paragraph=_spacing(0, 20) + _CENTRE,
    ),
    "MinutesHostRole": Look(
        "Minutes Host Role", color=QUIET, size=19, font=HEADING_FONT,
        paragraph=_spacing(0, 20) + _CENTRE,
    ),
    "MinutesSignatory": Look(
        "Minutes Signatory", is_bold=True, color=BLUE, font=HEADING_FONT, size=22,
        paragraph=_KEEP + _spacing(80, 40) + _CENTRE,
    ),
    "MinutesSignatoryName": Look(
        "Minutes Signatory Name", paragraph=_KEEP + _spacing(0, 40) + _CENTRE
    ),
    "MinutesSignatureLine": Look(
        "Minutes Signature Line", size=21, color=QUIET,
        paragraph=_KEEP + _stop(2750, leader="dot") + _spacing(200, 40),
    ),
    "MinutesGap": Look("Minutes Gap", size=12, paragraph=_spacing(0, 0)),
    "Header": Look(
        "header", size=19, color=QUIET, font=HEADING_FONT,
        paragraph=_LINE_BELOW + _stop(TEXT_WIDTH, "right"),
    ),
    "Footer": Look("footer", size=19, color=QUIET, font=HEADING_FONT, paragraph=_CENTRE),
}  # fmt: skip

CHARACTERS: dict[str, Look] = {
    "MinutesStrong": Look("Minutes Strong", is_bold=True, color=BLUE, is_character=True),
    "MinutesQuiet": Look("Minutes Quiet", color=QUIET, is_character=True),
}

_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/>'
_BUILT_IN = {"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Header", "Footer"}


def styles_xml(direction: Direction, language: str) -> str:
    """The styles part for a document of the direction; `language` is that of its Latin text."""
    bidi = "<w:bidi/>" if direction == "rtl" else ""
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'{_fonts(BODY_FONT)}<w:color w:val="{INK}"/>{_sizes(23)}'
        f'<w:lang w:val="{language}" w:eastAsia="en-GB" w:bidi="ar-SY"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + _default("paragraph", "Normal", f"<w:qFormat/><w:pPr><w:widowControl/>{bidi}</w:pPr>")
        + _default("character", "Default Paragraph Font", _HIDDEN)
        + _default("numbering", "No List", _HIDDEN)
        + "".join(_style(each, look) for each, look in (PARAGRAPHS | CHARACTERS).items())
        + _table_styles()
        + "</w:styles>"
    )


def _default(kind: str, name: str, rest: str, identity: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:default="1" w:styleId="{identity or name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/>{rest}</w:style>'
    )


def _style(identity: str, look: Look) -> str:
    kind = "character" if look.is_character else "paragraph"
    custom = "" if identity in _BUILT_IN else ' w:customStyle="1"'
    parent = "DefaultParagraphFont" if look.is_character else look.parent
    following = f'<w:next w:val="{look.following}"/>' if look.following else ""
    properties = f"<w:pPr>{look.paragraph}</w:pPr>" if look.paragraph else ""
    run = _run_properties(look)
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{identity}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="{parent}"/>{following}<w:qFormat/>{properties}'
        f"{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
    )


def _run_properties(look: Look) -> str:
    return (
        (_fonts(look.font) if look.font else "")
        + ("<w:b/><w:bCs/>" if look.is_bold else "")
        + (f'<w:color w:val="{look.color}"/>' if look.color else "")
        + (_sizes(look.size) if look.size else "")
    )


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _sizes(latin: int) -> str:
    return f'<w:sz w:val="{latin}"/><w:szCs w:val="{latin + 2}"/>'


def _border(side: str, size: int, color: str = RULE) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'


def _table_styles() -> str:
    rules = (
        _border("top", 8, BLUE)
        + _border("bottom", 8, BLUE)
        + _border("insideH", 4)
        + _border("insideV", 4)
    )
    lines = _border("top", 4) + _border("bottom", 4) + _border("insideH", 4)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr>'
    )
    indent = f'{_HIDDEN}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0)}</w:tblPr>'
    return (
        _default("table", "Normal Table", indent, "TableNormal")
        + _table_style("Minutes Table", rules, _margins(20), head)
        + _table_style("Minutes Data", lines, _margins(0))
        + _table_style("Minutes Letterhead", _border("bottom", 12, BLUE), _margins(40))
        + _table_style("Minutes Signatures", "", _margins(40))
    )


def _margins(height: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="{height}" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        f'<w:bottom w:w="{height}" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    )


def _table_style(name: str, borders: str, margins: str, head: str = "") -> str:
    bordered = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    cells = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' if head else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{bordered}{margins}</w:tblPr>{cells}{head}</w:style>"
    )
