"""The words that menus offer, on a hidden sheet: a list in a cell's rule ends at 255 letters."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_col_to_name


class Menus:
    """Collects the lists; they are written when all sheets are."""

    def __init__(self, book: Workbook, name: str) -> None:
        self._book, self._name = book, name
        self._lists: dict[tuple[str, ...], tuple[int, str]] = {}

    def range_of(self, title: str, choices: Sequence[str]) -> str:
        """The cells where the choices stand, once for the same ones."""
        words = tuple(each for each in choices if each)
        column, _title = self._lists.setdefault(words, (len(self._lists), title))
        letter = xl_col_to_name(column)
        return f"={quote_sheetname(self._name)}!${letter}$2:${letter}${len(words) + 1}"

    def write(self) -> None:
        """The hidden sheet, if there is any list."""
        if not self._lists:
            return
        paper = self._book.add_worksheet(self._name)
        for words, (column, title) in self._lists.items():
            paper.write_string(0, column, title)
            for row, word in enumerate(words, start=1):
                paper.write_string(row, column, word)
        paper.hide()
