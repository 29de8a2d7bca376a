"""The workbook: sheets in the direction of the edition, every text a text, dates as dates.

What somebody wrote never becomes a formula or a link, whatever it begins with: texts are
written as strings. The file tells nobody's name and the same content gives the same bytes.
"""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from recorder.domain.record import MeetingRecord
from recorder.language.direction import clean, paragraph_direction
from recorder.minutes.docx.look import ACCENT, HEAD_TINT, INK, LINE, QUIET
from recorder.minutes.edition import Edition, in_one_language
from recorder.minutes.material import Material
from recorder.minutes.sheets.columns import Kind, Sheet, SheetColumn
from recorder.minutes.sheets.contents import sheets
from recorder.minutes.sheets.menus import Menus
from recorder.minutes.sheets.paper import row_height, set_paper
from recorder.replacing import replacing

_LONGEST = 32_767  # characters of a cell, a limit of Excel's
_UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a stamp must stand there; it says nothing
_DATES = {"ar": "[$-2801]d mmmm yyyy", "en": "[$-809]d mmmm yyyy"}
_LATE = "9C2A10"
_ALIGNED = {Kind.TEXT: "", Kind.QUIET: ""}  # all others stand in the middle


def write_workbook(record: MeetingRecord, edition: Edition, path: Path) -> Path:
    """Write recommendations and attendance as a workbook (.xlsx).

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    material = Material(record, in_one_language(edition))
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    with replacing(path) as stream, Workbook(stream, options) as book:
        book.set_properties({"title": _title(material), "created": _UNDATED})
        writer = _Writer(book, material)
        for sheet in sheets(material):
            writer.write(sheet)
        writer.menus.write()
    return path


def _title(material: Material) -> str:
    meeting = material.meeting
    title = meeting.title if material.is_arabic else meeting.title_en or meeting.title
    return " ".join(clean(title).split())[:200]


class _Writer:
    """Writes sheets of one workbook, in its formats."""

    def __init__(self, book: Workbook, material: Material) -> None:
        self.book, self.material = book, material
        self.is_rtl = material.is_arabic
        self.menus = Menus(book, material.words.pgettext("sheet", "Menus"))
        self._formats: dict[tuple[Kind, bool], Format] = {}
        self._head = book.add_format(
            self._look(bold=True, bg_color=f"#{HEAD_TINT}", align="center", valign="vcenter")
            | {"bottom": 2, "bottom_color": f"#{ACCENT}"}
        )
        self._late = book.add_format({"font_color": f"#{_LATE}", "bold": True})

    def write(self, sheet: "Sheet[Any]") -> None:
        """Write one sheet."""
        paper = self.book.add_worksheet(sheet.name)
        last = len(sheet.items)
        self._set_up(paper, sheet)
        for column, each in enumerate(sheet.columns):
            look = self._format(each.kind, is_rtl=self.is_rtl)
            paper.set_column(column, column, each.width, look)
            paper.write_string(0, column, each.title, self._head)
            self._restrict(paper, column, each, max(last, 1))
        for row, item in enumerate(sheet.items, start=1):
            values = [each.value(item) for each in sheet.columns]
            paper.set_row(row, row_height(sheet.columns, values))
            for column, value in enumerate(values):
                self._write_cell(paper, (row, column), sheet.columns[column].kind, value)
        paper.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
        if sheet.is_late and last:
            rule = {"type": "formula", "criteria": f"={sheet.is_late}", "format": self._late}
            due = _first_date(sheet)
            paper.conditional_format(1, due, last, due, rule)

    def _set_up(self, paper: Worksheet, sheet: "Sheet[Any]") -> None:
        """Direction, frozen head, and what stands above the sheet on paper."""
        if self.is_rtl:
            paper.right_to_left()
        paper.set_row(0, 30)
        paper.freeze_panes(1, 2)
        set_paper(paper, sheet)
        title = _title(self.material).replace("&", "&&")
        name = sheet.name.replace("&", "&&")
        paper.set_header(f'&C&"Arial,Bold"{name}{" – " if title else ""}{title[:150]}')
        paper.ignore_errors({"number_stored_as_text": "A1:Z1048576"})

    def _write_cell(
        self, paper: Worksheet, place: tuple[int, int], kind: Kind, value: str | int | None
    ) -> None:
        if value in (None, ""):
            return
        look = self._format(kind, is_rtl=self.is_rtl)
        if isinstance(value, int):
            paper.write_number(*place, value / 100 if kind is Kind.PERCENT else value, look)
        elif value and kind is Kind.DATE:
            day = date.fromisoformat(value)
            paper.write_datetime(*place, datetime(day.year, day.month, day.day), look)  # noqa: DTZ001
        elif value and kind is Kind.CLOCK:
            paper.write_datetime(*place, time.fromisoformat(value), look)
        elif value:
            self._write_text(paper, place, kind, value)

    def _write_text(self, paper: Worksheet, place: tuple[int, int], kind: Kind, value: str) -> None:
        """A text in its own direction, at the side of its column."""
        text = clean(value)
        own = paragraph_direction(text, "rtl" if self.is_rtl else "ltr")
        cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        paper.write_string(*place, cut, self._format(kind, is_rtl=own == "rtl"))

    def _format(self, kind: Kind, *, is_rtl: bool) -> Format:
        found = self._formats.get((kind, is_rtl))
        if found is None:
            look = self._look(text_wrap=kind is not Kind.QUIET, valign="top")
            look["align"] = _ALIGNED.get(kind, "center") or ("right" if self.is_rtl else "left")
            look["indent"] = int(kind is Kind.TEXT)
            look["reading_order"] = 2 if is_rtl else 1
            look |= self._numbers(kind)
            found = self._formats[kind, is_rtl] = self.book.add_format(look)
        return found

    def _numbers(self, kind: Kind) -> dict[str, Any]:
        match kind:
            case Kind.DATE:
                return {"num_format": _DATES.get(self.material.edition.language, "yyyy-mm-dd")}
            case Kind.CLOCK:
                return {"num_format": "hh:mm"}
            case Kind.PERCENT:
                return {"num_format": "0%"}
            case Kind.NUMBER:
                return {"num_format": "0"}
            case Kind.QUIET:
                return {"num_format": "@", "font_color": f"#{QUIET}", "font_size": 8}
            case Kind.TEXT | Kind.CENTRED:
                return {"num_format": "@"}  # what is typed over it stays a text as well

    def _look(self, **more: object) -> dict[str, Any]:
        return {
            "font_name": "Arial", "font_size": 10, "font_color": f"#{INK}", "bottom": 1,
            "bottom_color": f"#{LINE}", **more,
        }  # fmt: skip

    def _restrict(self, paper: Worksheet, column: int, each: "SheetColumn[Any]", last: int) -> None:
        """What may be typed into the column."""
        rule: dict[str, Any] = {}
        if each.choices:
            rule = {"validate": "list", "source": self.menus.range_of(each.title, each.choices)}
            if each.is_open:
                rule |= {"show_error": False}
        elif each.kind is Kind.DATE:
            rule = {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1)}
        elif each.kind is Kind.PERCENT:
            rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        if rule:
            paper.data_validation(1, column, last, column, rule)


def _first_date(sheet: "Sheet[Any]") -> int:
    return next(place for place, each in enumerate(sheet.columns) if each.kind is Kind.DATE)
