"""How one note is painted: who, in what role, when, what kind, and the words themselves."""

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.capture.kinds import has_pill, tone_of
from ui.capture.mixed_text import lay_mixed
from ui.i18n import _
from ui.meeting.workspace_notes_model import NoteLine, NoteRole, NotesModel
from ui.theme.theme import BODY, CAPTION, NOTE, Theme
from ui.widgets.paint import LINE_STEP, LaidText, RowPainter, flip

_Index = QModelIndex | QPersistentModelIndex
_LAID_KEPT = 400
_TYPICAL = "وتعزيز التعاون بين المؤسسات المحلية والجهات الداعمة في المدينة"


class NoteDelegate(QStyledItemDelegate):
    """Paints rows and knows how high they are.

    Laid-out texts are kept for the rows seen last only, heights for all rows that were measured
    at this width: that keeps the memory of 20,000 notes flat (measured).
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known_width = 0
        self._words: dict[str, str] = {}
        self._heights: dict[str, int] = {}
        self._laid: OrderedDict[tuple[str, str, int], LaidText] = OrderedDict()
        metrics = QFontMetrics(theme.font(NOTE))
        self._line = round(metrics.height() * LINE_STEP)
        self._letter = metrics.horizontalAdvance(_TYPICAL) / len(_TYPICAL)

    ## Measures

    @property
    def _head(self) -> int:
        return self._theme.px(26)

    @property
    def _padding(self) -> int:
        return self._theme.px(9)

    @property
    def _indent(self) -> int:
        return self._theme.px(12 + 32 + 12)

    @property
    def _end(self) -> int:
        return self._theme.px(12)

    @property
    def _heading(self) -> int:
        return self._theme.px(34)

    def estimates(self, model: NotesModel, width: int) -> list[int]:
        """About how high each row is; exact for those measured at this width."""
        self._know_for(width)
        known, line, around = self._heights.get, self._line, self._around(0)
        room = max(int((width - self._indent - self._end) / self._letter), 1)
        heights: list[int] = []
        for heading, entries in model.headed_sections():
            first = len(heights)
            heights += [
                known(note_id) or around + line * max(-(-letters // room), 1)
                for _key, note_id, letters in entries
            ]
            if heading and entries:
                heights[first] += self._heading
        return heights

    def height(self, model: NotesModel, row: int, width: int) -> int:
        """How high a row is."""
        self._know_for(width)
        line = model.line(row)
        note_id, words = line.note.id, line.words
        if self._words.get(note_id) != words:
            self._words[note_id] = words
            self._heights[note_id] = self._around(self._lay(note_id, words, width).height)
        return self._heights[note_id] + (self._heading if line.heading else 0)

    def _know_for(self, width: int) -> None:
        if width != self._known_width:
            self._known_width = width
            self._words.clear()
            self._heights.clear()

    def _around(self, text_height: int) -> int:
        return 2 * self._padding + self._head + text_height

    def _lay(self, note_id: str, text: str, width: int) -> LaidText:
        key = (note_id, text, width)
        laid = self._laid.get(key)
        if laid is None:
            room = width - self._indent - self._end
            laid = lay_mixed(text, self._theme.font(NOTE), room, self._theme.direction)
            self._laid[key] = laid
            if len(self._laid) > _LAID_KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(key)
        return laid

    ## Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row: its heading if it has one, its ground, its head line, its text."""
        area: QRect = QRect(option.rect)
        line: NoteLine = index.data(NoteRole.LINE)
        painter.save()
        row = RowPainter(painter, self._theme)
        if line.heading:
            top = QRect(area.left(), area.top(), area.width(), self._heading)
            self._paint_heading(row, top, line.heading)
            area.setTop(area.top() + self._heading)
        self._paint_ground(row, area, line, option.state)
        if line.author:
            self._paint_author(row, area, line)
        self._paint_head(row, area, line)
        laid = self._lay(line.note.id, line.words, area.width())
        left = area.left() + (self._end if self._theme.is_rtl else self._indent)
        top_of_text = area.top() + self._padding + self._head
        painter.setPen(self._theme.colour("ink"))
        laid.layout.draw(painter, QPointF(left, top_of_text), self._verb_format(line))
        painter.restore()

    def _verb_format(self, line: NoteLine) -> list[QTextLayout.FormatRange]:
        """The verb in the accent: it is the recorder's word, the rest is the speaker's."""
        if not line.verb:
            return []
        shown = QTextLayout.FormatRange()
        shown.start, shown.length = 0, len(line.verb)
        shown.format.setForeground(self._theme.colour("accent"))
        return [shown]

    def _paint_heading(self, row: RowPainter, area: QRect, title: str) -> None:
        inner = area.adjusted(self._end, self._theme.px(8), -self._end, 0)
        font = self._theme.font(CAPTION, 600)
        taken = row.line(inner, title, font, "accent") + self._theme.px(12)
        rule = QRect(inner.left(), inner.center().y(), max(inner.width() - taken, 0), 1)
        row.painter.fillRect(
            rule.translated(0 if self._theme.is_rtl else taken, 0), self._theme.colour("line")
        )

    def _paint_ground(
        self, row: RowPainter, area: QRect, line: NoteLine, state: QStyle.StateFlag
    ) -> None:
        inset, radius = self._theme.px(3), self._theme.px(8)
        ground = area.adjusted(inset, inset // 2, -inset, -inset // 2)
        if line.state == "editing":
            row.ground(ground, "warn_soft", radius)
        elif line.state == "unsaved":
            row.ground(ground, "bad_soft", radius)
        elif state & QStyle.StateFlag.State_Selected:
            row.ground(ground, "accent_soft", radius)
        if state & QStyle.StateFlag.State_HasFocus:
            row.painter.setBrush(Qt.BrushStyle.NoBrush)
            row.painter.setPen(QColor(self._theme.tokens.accent))
            row.painter.drawRoundedRect(ground, radius, radius)

    def _paint_author(self, row: RowPainter, area: QRect, line: NoteLine) -> None:
        """A thin mark at the start: somebody else wrote this down."""
        px, inks = self._theme.px, self._theme.tokens.avatars
        bar = QRect(area.left() + px(4), area.top() + px(8), px(3), max(area.height() - px(16), 1))
        row.painter.setPen(Qt.PenStyle.NoPen)
        row.painter.setBrush(QColor(inks[line.author_at % len(inks)][1]))
        row.painter.drawRoundedRect(flip(self._theme.direction, area, bar), 1, 1)

    def _paint_head(self, row: RowPainter, area: QRect, line: NoteLine) -> None:
        theme = self._theme
        size = theme.px(32)
        avatar = QRect(area.left() + theme.px(12), area.top() + self._padding, size, size)
        row.avatar(flip(theme.direction, area, avatar), line.speaker or "؟")
        head = QRect(
            area.left() + self._indent,
            area.top() + self._padding,
            max(area.width() - self._indent - self._end, 0),
            self._head - theme.px(4),
        )
        left = head.left()
        right = self._paint_end(row, area, head, line)
        room = max(right - left, 0)
        name = QRect(left, head.top(), room, head.height())
        bold, small = theme.font(BODY, 600), theme.font(CAPTION)
        shown = line.speaker or _("Speaker not named")
        tint = "ink" if line.speaker else "faint"
        taken = row.line(flip(theme.direction, area, name), shown, bold, tint) + theme.px(8)
        detail = QRect(left + taken, head.top(), max(room - taken, 0), head.height())
        if detail.width() > theme.px(24):
            row.line(flip(theme.direction, area, detail), line.detail, small, "faint")

    def _paint_end(self, row: RowPainter, area: QRect, head: QRect, line: NoteLine) -> int:
        """The clock, the pill and the state at the row's end; returns where they begin."""
        theme = self._theme
        right = head.right() + 1
        small = theme.font(CAPTION, tabular=True)
        if line.clock:
            clock = QRect(right - theme.px(44), head.top(), theme.px(44), head.height())
            row.line(flip(theme.direction, area, clock), line.clock, small, "faint", at_end=True)
            right = clock.left()
        for word, tone in self._pills(line):
            width = row.pill_width(word)
            height = theme.px(20)
            top = head.top() + (head.height() - height) // 2
            row.pill(
                flip(theme.direction, area, QRect(right - width, top, width, height)), word, tone
            )
            right -= width + theme.px(6)
        return right - theme.px(8)

    def _pills(self, line: NoteLine) -> list[tuple[str, str]]:
        states = {"editing": (_("Being edited"), "warn"), "unsaved": (_("Not saved"), "bad")}
        pills = [states[line.state]] if line.state in states else []
        if line.kind and has_pill(line.note.kind):
            pills.append((line.kind, tone_of(line.note.kind)))
        if line.rule:
            pills.append((line.rule, "neutral"))
        return pills
