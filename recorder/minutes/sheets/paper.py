"""How a sheet stands on paper, and how high its rows are: office programs do not wrap by asking."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from recorder.minutes.sheets.columns import Kind, Sheet, SheetColumn, Value

_A4 = 9
_WIDEST = 190  # characters that are still read on one landscape page
_LINE, _LEAST, _MOST = 13.5, 20.0, 400.0  # points


def set_paper(paper: Worksheet, sheet: "Sheet[Any]") -> None:
    """A4, its long side down; a wide sheet is two pages wide, numbers and texts on both."""
    last = len(sheet.items)
    shown = [each for each in sheet.columns if each.kind is not Kind.QUIET]
    paper.set_landscape()
    paper.set_paper(_A4)
    paper.set_margins(0.5, 0.5, 0.8, 0.7)
    paper.print_area(0, 0, max(last, 1), len(shown) - 1)
    paper.repeat_rows(0)
    is_wide = sum(each.width for each in shown) > _WIDEST
    if is_wide:
        paper.repeat_columns(0, 1)
    paper.fit_to_pages(2 if is_wide else 1, 0)
    paper.set_footer("&C&P / &N")


def row_height(columns: "Sequence[SheetColumn[Any]]", values: Sequence[Value]) -> float:
    """The height in points in which the longest text of a row is seen."""
    lines = 1
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str) and column.kind is Kind.TEXT:
            lines = max(lines, sum(1 + len(each) // column.width for each in value.split("\n")))
    return min(max(_LEAST, _LINE * lines + 4), _MOST)
