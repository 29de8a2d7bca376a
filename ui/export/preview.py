"""About what the document will look like: on white paper in every look, and nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser

from ui.i18n import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

_PAPER, _INK, _MARGIN = "#ffffff", "#1d2733", 26


class Preview(QTextBrowser):
    """A page to read and to scroll through by the arrows; Tab leaves it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Approximate preview"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            f"Preview {{ background: {_PAPER}; color: {_INK};"
            f" border: 1px solid {theme.tokens.line}; border-radius: 4px; }}"
            f"Preview:focus {{ border: 2px solid {theme.tokens.accent}; }}"
        )
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, _INK)
        self.setPalette(palette)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures that stand in the document itself, and nothing else."""
        is_here = isinstance(name, QUrl) and name.scheme() == "data"
        return super().loadResource(kind, name) if is_here else None

    def show_html(self, html: str, *, is_rtl: bool) -> None:
        """Show a document; the place of reading is kept where it was already in view."""
        at = self.verticalScrollBar().value()
        document = QTextDocument(self)
        option = QTextOption()
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        document.setDefaultTextOption(option)
        document.setDefaultFont(self._theme.font(14))
        document.setDocumentMargin(self._theme.px(_MARGIN))
        document.setUndoRedoEnabled(False)
        document.setHtml(html)
        self.setDocument(document)  # which deletes the former one
        self.verticalScrollBar().setValue(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and the arrows scroll, as in every page."""
        bar = self.verticalScrollBar()
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = bar.singleStep() * 3
            bar.setValue(bar.value() + (step if event.key() == Qt.Key.Key_Down else -step))
        else:
            super().keyPressEvent(event)
