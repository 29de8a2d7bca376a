"""A text of the archive with the words found in it marked, wrapped into a few lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from ui.i18n import with_foreign_parts
from ui.theme.theme import Theme
from ui.widgets.direction import RTL, direction_of
from ui.widgets.paint import LINE_STEP, LaidText

Span = tuple[int, int]
_CUT = "…"
_STEP = 4  # letters fewer at each try


@dataclass(frozen=True)
class Measure:
    """How wide and how high a text may be, and in which font it is set."""

    font: QFont
    width: int
    lines: int


def lay_marked(text: str, spans: Sequence[Span], measure: Measure, theme: Theme) -> LaidText:
    """Wrap a text, its found words marked; what does not fit is cut with «…».

    Foreign parts keep their own direction, as in notes.
    """
    direction = direction_of(text, theme.direction)
    shown = with_foreign_parts(text, is_rtl=direction == RTL)
    marks = [_mark(shown, span, theme) for span in _moved(text, shown, spans)]
    laid = _lay(shown, marks, measure, direction)
    end = _end_of(laid, measure.lines)
    while 0 < end < len(shown):
        # The sign takes room of its own: try with fewer letters until the lines are enough.
        cut = shown[:end].rstrip() + _CUT
        laid = _lay(cut, marks, measure, direction)
        if laid.layout.lineCount() <= measure.lines:
            break
        end -= _STEP
    return laid


def _lay(
    text: str,
    marks: Sequence[QTextLayout.FormatRange],
    measure: Measure,
    direction: Qt.LayoutDirection,
) -> LaidText:
    option = QTextOption()
    option.setTextDirection(direction)
    option.setAlignment(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, measure.font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    whole = _units(text)
    layout.setFormats([each for each in marks if each.start + each.length <= whole])
    step = round(QFontMetrics(measure.font).height() * LINE_STEP)
    top = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(measure.width, 1))
        line.setPosition(QPointF(0, top))
        top += step
    layout.endLayout()
    return LaidText(layout, top)


def _mark(text: str, span: Span, theme: Theme) -> QTextLayout.FormatRange:
    """The found word on the ground of a selection: seen in both looks, and without colour bold."""
    start, end = (_units(text[:at]) for at in span)
    form = QTextCharFormat()
    form.setBackground(theme.colour("selection"))
    form.setForeground(theme.colour("ink"))
    form.setFontWeight(QFont.Weight.DemiBold)
    shown = QTextLayout.FormatRange()
    shown.start, shown.length, shown.format = start, end - start, form
    return shown


def _units(text: str) -> int:
    """How many of Qt's UTF-16 units a text takes."""
    return len(text.encode("utf-16-le")) // 2


def _end_of(laid: LaidText, lines: int) -> int:
    """Behind which character the last line that is shown ends."""
    layout = laid.layout
    if layout.lineCount() <= lines:
        return len(layout.text())
    line = layout.lineAt(lines - 1)
    units = layout.text().encode("utf-16-le")[: 2 * (line.textStart() + line.textLength())]
    return len(units.decode("utf-16-le", "ignore"))


def _moved(text: str, shown: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Places in a text as places in the same text with marks of direction put in."""
    places = [0] * (len(text) + 1)
    at = 0
    for number, letter in enumerate(text):
        found = shown.find(letter, at)
        at = found if found >= 0 else at
        places[number] = at
        at += found >= 0
    places[len(text)] = len(shown)
    for start, end in spans:
        yield places[start], places[end - 1] + 1
