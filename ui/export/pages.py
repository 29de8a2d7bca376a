"""A document as it will be printed: its sheets under each other, on the ground of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.export.page_drawer import PageDrawer
from ui.export.sheets import Sheets, lay_sheets

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from recorder import Pages
    from ui.bridge import ArchiveBridge
    from ui.theme.theme import Theme

_PAPER = Qt.GlobalColor.white
_GAP, _STEP = 12, 60
_LARGEST = 96 / 72
"""Pixels a point at text size 100: paper in its own size."""

_OVERLAP = 0.9
_BACKWARDS = Qt.KeyboardModifier.ShiftModifier


class PagesView(QAbstractScrollArea):
    """Sheets to scroll through by the arrows, Page, Space, Home and End; Tab leaves them.

    Signals:
        turned: another page is in the middle, or it has been drawn, or another document is shown.
    """

    turned = Signal()

    def __init__(self, bridge: ArchiveBridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._sheets = Sheets()
        self._page = self._aside = 0
        self._drawer = PageDrawer(bridge, self)
        self._drawer.drawn.connect(self._on_drawn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet(  # an edge of one width: with the focus it must not lay all out anew
            "PagesView { background: transparent; border: 2px solid transparent;"
            " border-radius: 4px; }"
            f"PagesView:focus {{ border: 2px solid {theme.tokens.accent}; }}"
        )
        self.verticalScrollBar().valueChanged.connect(self._look)

    ## What is shown

    def show_pages(self, pages: Pages | None, *, in_place: bool = False) -> None:
        """Show a document, from its beginning or, `in_place`, where the former one was read."""
        spot = self._sheets.spot(self.verticalScrollBar().value())
        self._pages = pages
        self._drawer.take(pages)
        self._lay()
        self.verticalScrollBar().setValue(self._sheets.height_of(spot) if in_place else 0)
        self._look()
        self.turned.emit()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets.places)

    @property
    def page(self) -> int:
        """The number of the page in the middle, as people count; 0 without any."""
        return self._page + 1 if self.count else 0

    @property
    def text(self) -> str:
        """What is written on the page in the middle."""
        return self._drawer.picture(self._page).text

    ## Measures

    def _lay(self) -> None:
        theme = self._theme
        # As wide with the bar as without it: else its coming could send it away again.
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        self._aside = max(self.viewport().width() - room, 0) // 2
        sizes = self._pages.sizes if self._pages else ()
        largest = _LARGEST * theme.text_size / 100
        self._sheets = lay_sheets(sizes, room, theme.px(_GAP), largest)
        seen = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, self._sheets.height - seen))
        self.verticalScrollBar().setPageStep(round(seen * _OVERLAP))
        self.verticalScrollBar().setSingleStep(theme.px(_STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place of reading in another width."""
        super().resizeEvent(event)
        spot = self._sheets.spot(self.verticalScrollBar().value())
        self._lay()
        self.verticalScrollBar().setValue(self._sheets.height_of(spot))
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """A screen of another sharpness wants other pictures."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Have drawn what is in view."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no pictures that nobody sees."""
        super().hideEvent(event)
        self._drawer.want({})

    ## Drawing

    def _look(self) -> None:
        """Have the pages in view drawn, and then those beside them."""
        if not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        middle = self._sheets.at(top + self.viewport().height() // 2)
        seen = self._sheets.between(top, top + self.viewport().height())
        beside = {seen.start - 1, seen.stop} & set(range(self.count))
        ratio = self.devicePixelRatioF()
        places = self._sheets.places
        self._drawer.want({at: round(places[at].width() * ratio) for at in (*seen, *beside)})
        self.viewport().update()
        if middle != self._page:
            self._page = middle
            self.turned.emit()

    def _on_drawn(self, number: int) -> None:
        self.viewport().update(self._place(number))
        if number == self._page:
            self.turned.emit()

    def _place(self, number: int) -> QRect:
        return self._sheets.places[number].translated(
            self._aside, -self.verticalScrollBar().value()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """White sheets with a fine edge, and on them what has been drawn."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = self.verticalScrollBar().value()
        area = event.rect().translated(0, top)
        for number in self._sheets.between(area.top() - 1, area.bottom() + 2):
            place = self._place(number)
            painter.fillRect(place, _PAPER)
            if (image := self._drawer.picture(number).image) is not None:
                self._paint_image(painter, place, image)
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _paint_image(self, painter: QPainter, place: QRect, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        if image.width() == round(place.width() * ratio):  # pixel upon pixel, so it is crisp
            image.setDevicePixelRatio(ratio)
            painter.drawImage(place.topLeft(), image)
        else:
            painter.drawImage(place, image)

    ## Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End too, and Space as in every page."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Space:
            is_back = bool(event.modifiers() & _BACKWARDS)
            bar.setValue(bar.value() + (-bar.pageStep() if is_back else bar.pageStep()))
        else:
            super().keyPressEvent(event)
