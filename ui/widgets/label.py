"""Labels that show plain text from the side where the interface begins."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.theme import restyle
from ui.widgets.direction import framed


class Label(QLabel):
    """A QLabel for words of ours and of the data alike.

    Qt takes a label's side from its first letter, so «DCAF: التعاون» would go to the left, and
    it opens files that rich text names: here the text is plain and starts with a mark.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        wrap: bool = False,
    ) -> None:
        """Make a label; `role`: title, page, section, strong, soft, wrong, small or field."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._words = ""
        if role:
            self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            self.setMinimumWidth(1)
        if text:
            self.show_words(text)

    @property
    def words(self) -> str:
        """The text without the marks that steer its direction."""
        return self._words

    def show_words(self, text: str) -> None:
        """Show another text."""
        self._words = text
        self.setText(framed(text, self.layoutDirection()))
        self.setAccessibleName(text)

    def set_role(self, role: str) -> None:
        """Give the label another look."""
        self.setProperty("role", role)
        restyle(self)


class ElidedLabel(Label):
    """A one-line label that gives way: what does not fit is cut with «…» and told in a tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(text, parent, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tip when it is cut."""
        super().resizeEvent(event)
        self.setToolTip(self.words if self._elided() != self.text() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits, from the side where the interface begins."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), flags, self._elided())

    def _elided(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
