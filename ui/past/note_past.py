"""The past of a note beside the box: its versions, what each changed, and any of them back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from recorder import Changes, Mark, Version, differences
from ui.bridge import ArchiveBridge
from ui.i18n import _, deed
from ui.past.moments import moment_words
from ui.services import Services
from ui.theme.theme import BODY, NOTE, Theme
from ui.widgets.buttons import IconButton, make_button
from ui.widgets.direction import direction_of, joined
from ui.widgets.escaping_list import EscapingList
from ui.widgets.keyed_model import Index, KeyedModel
from ui.widgets.label import ElidedLabel
from ui.widgets.paint import RowPainter
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

_PAGE, _ROW, _TEXT_LINES = 200, 40, 150


class VersionsModel(KeyedModel[Version]):
    """The versions of one field, the latest first."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(lambda each: (each.id, each.parents), 1, parent)
        self._services = services

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """When, who and how, in one line."""
        version = self.row(index)
        if version is None or role not in {
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole,
        }:  # fmt: skip
            return None
        parts = (
            moment_words(version.wall, self._services),
            _("joined by the program") if version.is_merge else version.author,
            "" if version.is_merge else deed(version.action),
            _("shown now") if self.is_in_sight(version) else "",
        )
        return joined(parts, self._services.theme.direction)

    def is_in_sight(self, version: Version) -> bool:
        """Whether the field reads so now; each of several that were joined is not the whole."""
        return version.is_shown and version.value == self.rows[0].value


class _VersionDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        painter.save()
        row = RowPainter(painter, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            row.ground(option.rect.adjusted(0, 1, 0, -1), "accent_soft", px(7))
        inner = option.rect.adjusted(px(12), 0, -px(12), 0)
        row.line(inner, str(index.data() or ""), theme.font(BODY), "ink")
        painter.restore()


class VersionsList(EscapingList):
    """Enter brings a version back, Escape leaves the past."""

    wanted = Signal()

    def __init__(self, services: Services, model: VersionsModel, parent: QWidget) -> None:
        super().__init__(_("Versions of the note"), parent)
        self.setModel(model)
        self.setItemDelegate(_VersionDelegate(services.theme, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter; Escape and arrows as in every such list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class NotePast(Card):
    """Takes the place of the list of notes while it is open; writing goes on below."""

    def __init__(
        self, bridge: ArchiveBridge, services: Services, notes: QWidget, parent: QWidget
    ) -> None:
        """Prepare; `notes` is the pane that gives way, and gets the focus back."""
        super().__init__(services.theme, parent, padding=12)
        self._notes = notes
        self._bridge, self._services = bridge, services
        self._note_id, self._asked = "", _PAGE
        self.model = VersionsModel(services, self)
        self.list = VersionsList(services, self.model, self)
        self.text = self._make_text()
        self.restore_button = make_button(
            _("Restore this version"), services.theme, self, icon="rotate-ccw"
        )
        self.restore_button.setToolTip(_("Restore this version") + "  \u2066Enter\u2069")
        self.earlier = make_button(_("Earlier versions"), services.theme, self, kind="quiet")
        self.column.addLayout(self._make_head())
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.text)
        self._connect()
        self.hide()

    @property
    def note_id(self) -> str:
        """The note whose past is shown, "" when none is."""
        return self._note_id

    def open_note(self, note_id: str) -> None:
        """Show the past of a note."""
        self._note_id, self._asked = note_id, _PAGE
        self.model.show_rows([])
        self._read()
        self._notes.hide()
        self.show()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_note(self) -> None:
        """Give the notes their place again."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._note_id = ""
        self.hide()
        self._notes.show()
        if had_focus:
            self._notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restore(self) -> None:
        """Let the note be what it was in the chosen version; Undo takes it back."""
        version = self.model.row(self.list.currentIndex())
        if version is not None and not self.model.is_in_sight(version):
            self._bridge.request(_restoring(version), origin=self, saves=True)
            self.close_note()

    ## Inside

    def _make_head(self) -> QHBoxLayout:
        theme = self._services.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(ElidedLabel(_("The past of this note"), self, role="section"), 1)
        row.addWidget(self.earlier)
        row.addWidget(self.restore_button)
        close = IconButton("x", _("Back to the notes"), theme, self,
                           tip=_("Back to the notes") + "  \u2066Esc\u2069")  # fmt: skip
        close.clicked.connect(lambda _checked=False: self.close_note())
        row.addWidget(close)
        return row

    def _make_text(self) -> QTextEdit:
        theme = self._services.theme
        box = QTextEdit(self)
        box.setReadOnly(True)
        box.setAcceptRichText(False)
        box.setTabChangesFocus(True)
        box.setFont(theme.font(NOTE))
        box.setFixedHeight(theme.px(_TEXT_LINES))
        box.setAccessibleName(_("What this version changed"))
        box.setToolTip(_("Added words are marked, removed words are struck through."))
        return box

    def _connect(self) -> None:
        self.list.wanted.connect(self.restore)
        self.list.escaped.connect(self.close_note)
        self.list.doubleClicked.connect(lambda _index: self.restore())
        self.restore_button.clicked.connect(lambda _checked=False: self.restore())
        self.earlier.clicked.connect(lambda _checked=False: self._read_more())
        self.list.selectionModel().currentChanged.connect(lambda *_indexes: self._show_text())
        self._bridge.changed.connect(self._on_changed)

    def _read_more(self) -> None:
        self._asked += _PAGE
        self._read()

    def _read(self) -> None:
        note_id = self._note_id
        if note_id:
            self._bridge.request(
                _reading(note_id, self._asked),
                lambda versions: self._on_read(note_id, versions), origin=self,
            )  # fmt: skip

    def _on_read(self, note_id: str, versions: Sequence[Version]) -> None:
        if note_id != self._note_id:
            return
        self.model.show_rows(versions)
        self.earlier.setVisible(len(versions) >= self._asked)
        if not self.list.currentIndex().isValid() and versions:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_text()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._note_id and changes.touches("note", self._note_id):
            self._read()

    def _show_text(self) -> None:
        index = self.list.currentIndex()
        version = self.model.row(index)
        self.restore_button.setEnabled(False)
        self.text.clear()
        if version is None:
            return
        self.restore_button.setEnabled(not self.model.is_in_sight(version))
        older = self.model.row(self.model.index(index.row() + 1, 0))
        before = str(older.value) if older is not None else ""
        self._paint_text(before, str(version.value))

    def _paint_text(self, before: str, after: str) -> None:
        theme = self._services.theme
        option = self.text.document().defaultTextOption()
        option.setTextDirection(direction_of(before + after, theme.direction))
        self.text.document().setDefaultTextOption(option)
        cursor = QTextCursor(self.text.document())
        for span in differences(before, after):
            look = QTextCharFormat()
            if span.mark is not Mark.SAME:
                ink, ground = theme.tokens.tone("good" if span.mark is Mark.ADDED else "bad")
                look.setForeground(QColor(ink))
                look.setBackground(QColor(ground))
                look.setFontStrikeOut(span.mark is Mark.REMOVED)
                look.setFontUnderline(span.mark is Mark.ADDED)
            cursor.insertText(span.text, look)


def _reading(note_id: str, limit: int) -> "Callable[[ArchiveType], list[Version]]":
    return lambda archive: archive.history("note", note_id, "text", limit=limit)


def _restoring(version: Version) -> "Callable[[ArchiveType], Changes]":
    return lambda archive: archive.restore_version(version)
