"""The table styles: hairlines between rows, a tinted header, alternate rows barely tinted.

`w:bidiVisual` is not here: Word ignores it in a style, so each table has its own.
"""

from recorder.minutes.docx.look import ACCENT, HEAD_TINT, QUIET, TINT, rule

ROWS, VALUES, BARE = "MinutesTable", "MinutesValues", "MinutesBare"
CARDS = "MinutesCards"

SIDE = 85  # 1.5 mm, in each cell


def table_styles() -> str:
    """`Normal Table`, which Word expects, and ours: rows, names with values, no lines at all."""
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f"<w:tblPr>{_margins(0)}</w:tblPr></w:style>"
        + _style(ROWS, "Minutes Table", _box(), _header_and_bands())
        + _style(VALUES, "Minutes Values", _box(), _names())
        + _style(BARE, "Minutes Bare", "", "")
        + _style(CARDS, "Minutes Cards", _cuts(), "")
    )


def _style(identity: str, name: str, borders: str, parts: str) -> str:
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/>{lines}{_margins(SIDE)}</w:tblPr>'
        f"{parts}</w:style>"
    )


def _margins(side: int) -> str:
    return (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


def _box() -> str:
    return rule("top", 8, colour=ACCENT) + rule("bottom", 8, colour=ACCENT) + rule("insideH", 4)


def _cuts() -> str:
    """Where the scissors go."""
    return f'<w:insideH w:val="dashed" w:sz="4" w:space="0" w:color="{QUIET}"/>'


def _header_and_bands() -> str:
    lines = f"<w:tcBorders>{rule('bottom', 8, colour=ACCENT)}</w:tcBorders>"
    return (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{lines}{_fill(HEAD_TINT)}'
        '<w:vAlign w:val="center"/></w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="band2Horz"><w:tcPr>{_fill(TINT)}</w:tcPr></w:tblStylePr>'
    )


def _names() -> str:
    return f'<w:tblStylePr w:type="firstCol"><w:tcPr>{_fill(TINT)}</w:tcPr></w:tblStylePr>'


def _fill(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
