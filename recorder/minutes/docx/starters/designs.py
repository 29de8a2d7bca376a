"""The three papers: what stands at the head and at the foot of their pages.

Each is right to left; an English edition keeps the head as the organisation made it.
"""

from collections.abc import Iterator

from recorder.minutes.docx.look import ACCENT, HEADING_FONT, QUIET, rule
from recorder.minutes.docx.page import TEXT_WIDTH, shares
from recorder.minutes.docx.paragraphs import gap, opening
from recorder.minutes.docx.runs import field_runs, tab_run, text_runs
from recorder.minutes.docx.starters.controls import Controls
from recorder.minutes.docx.styles import ParagraphStyle, right_tab
from recorder.minutes.docx.table_styles import BARE
from recorder.minutes.docx.tables import ROW, ROW_END, TABLE_END, table_start

LOGO = "rLogo"
_NAME, _SHORT = "اسم الجهة", "الاسم المختصر"
_ADDRESS = "العنوان · الهاتف · البريد الإلكتروني"


def styles() -> Iterator[ParagraphStyle]:
    """The styles of head and foot, to be changed in Word as the organisation likes."""
    yield ParagraphStyle(
        "LetterheadName", "Letterhead Name", latin=30, arabic=34, bold=True, colour=ACCENT,
        font=HEADING_FONT, centred=True, line=252,
    )  # fmt: skip
    yield ParagraphStyle(
        "LetterheadPartner", "Letterhead Partner", "LetterheadName", latin=23, arabic=27
    )
    yield ParagraphStyle(
        "LetterheadShort", "Letterhead Short", latin=20, arabic=22, bold=True, colour=QUIET,
        font=HEADING_FONT, centred=True, before=30,
    )  # fmt: skip
    yield ParagraphStyle(
        "LetterheadBand", "Letterhead Band", latin=28, arabic=32, bold=True, colour="FFFFFF",
        font=HEADING_FONT, before=120, after=120, line=252,
    )  # fmt: skip
    yield ParagraphStyle("LetterheadLogo", "Letterhead Logo", centred=True, before=40, after=40)
    yield ParagraphStyle(
        "LetterheadRule", "Letterhead Rule", latin=6, arabic=6, line=240,
        border=rule("bottom", 12, 1, ACCENT),
    )  # fmt: skip
    yield ParagraphStyle(
        "LetterheadAddress", "Letterhead Address", latin=17, arabic=19, colour=QUIET,
        border=rule("top", 4, 4), tabs=right_tab(TEXT_WIDTH), before=60,
    )  # fmt: skip


def official(controls: Controls) -> str:
    """One organisation: its logo in the middle, its name under it, a line."""
    return (
        _line("LetterheadLogo", controls.logo("الشعار", LOGO, 2.2))
        + _line("LetterheadName", controls.ours("organiser", "الجهة المنظِّمة", _NAME))
        + _line("LetterheadShort", controls.ours("organiser.short", "اسمها المختصر", _SHORT))
        + _line("LetterheadRule", "")
        + gap("rtl")
    )


def joint(controls: Controls) -> str:
    """Two organisations at the two sides, each under its logo."""
    sides = (
        ("organiser", "الجهة المنظِّمة", "شعار الجهة المنظِّمة", "logo"),
        ("partners", "الجهات الشريكة", "شعار الجهة الشريكة", "logo.partner"),
    )
    cells = [
        _line("LetterheadLogo", controls.logo(logo, LOGO, 1.8, place))
        + _line("LetterheadPartner", controls.ours(tag, title, title))
        + _line("LetterheadShort", controls.ours(f"{tag}.short", "الاسم المختصر", _SHORT))
        for tag, title, logo, place in sides
    ]
    hosts = _table([44, 12, 44], [cells[0], _line("LetterheadName", ""), cells[1]])
    return hosts + _line("LetterheadRule", "") + gap("rtl")


def band(controls: Controls) -> str:
    """A band of colour across the page with the name in it, the logo at its end."""
    name = _line("LetterheadBand", controls.ours("organiser", "الجهة المنظِّمة", _NAME))
    logo = _line("LetterheadLogo", controls.logo("الشعار", LOGO, 1.4))
    return _table([80, 20], [name, logo], fill=ACCENT) + gap("rtl")


def running_head(controls: Controls) -> str:
    """Title and number of the minutes on all later pages."""
    title = controls.ours("title", "عنوان المحضر", "عنوان المحضر")
    number = controls.ours("reference", "رقم المحضر", "رقم المحضر")
    return _line("Header", f"{title}{tab_run('rtl')}{number}")


def foot(controls: Controls) -> str:
    """The address of the organisation, and the number of the page at the other side."""
    address = controls.theirs("address", "عنوان الجهة", _ADDRESS)
    space = text_runs(" ", "rtl")
    page = controls.ours("page", "كلمة «صفحة»", "صفحة") + space + field_runs("PAGE", "1", "rtl")
    of = controls.ours("of", "كلمة «من»", "من") + space + field_runs("NUMPAGES", "1", "rtl")
    return _line("LetterheadAddress", f"{address}{tab_run('rtl')}{page}{space}{of}")


def _line(style: str, runs: str) -> str:
    return f"{opening(style, 'rtl')}{runs}</w:p>"


def _table(parts: list[int], cells: list[str], fill: str = "") -> str:
    widths = shares(parts)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{each}</w:tc>"
        for width, each in zip(widths, cells, strict=True)
    )
    return f"{table_start(BARE, widths, 'rtl')}{ROW}{row}{ROW_END}{TABLE_END}"
