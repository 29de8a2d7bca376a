"""The photographs of a meeting as rows: what is seen, what it shows, where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.i18n import _
from ui.photos.thumbnails import Sight, Thumbnails
from ui.theme.theme import BODY, CAPTION, Theme
from ui.widgets.block_text import cut_to_two_lines, draw_block
from ui.widgets.keyed_model import Index, KeyedModel
from ui.widgets.paint import RowPainter, flip, lay_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recorder import Attachment

_HEIGHT, _INSET, _GAP, _LINE = 92, 8, 10, 24
_THUMB = QSize(96, 72)


@dataclass(frozen=True)
class PhotoLine:
    """A photograph with the words for what it belongs to."""

    photo: Attachment
    about: str

    @property
    def title(self) -> str:
        """Its caption, else the name of its file."""
        return self.photo.caption or self.photo.name

    def remark(self, sight: Sight) -> str:
        """What is to be said of its bytes, "" when all is well."""
        if sight is Sight.MISSING:
            return _("The picture is not on this laptop yet")
        return _("The picture cannot be shown") if sight is Sight.UNREADABLE else ""


class PhotosModel(KeyedModel[PhotoLine]):
    """The photographs in the order of the agenda."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(lambda line: line.photo.id, 1, parent)
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self._on_arrived)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, for painting and for screen readers."""
        line = self.row(index)
        if line is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            sight, _drawn = self._thumbnails.of(line.photo)
            return ". ".join(filter(None, (line.about, line.photo.credit, line.remark(sight))))
        return None

    def _on_arrived(self, sha256: str) -> None:
        for at, line in enumerate(self.rows):
            if line.photo.sha256 == sha256:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))


class PhotoDelegate(QStyledItemDelegate):
    """A thumbnail at the start, caption, place and credit beside it."""

    def __init__(
        self, theme: Theme, model: PhotosModel, thumbnails: Thumbnails, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._model, self._thumbnails = theme, model, thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one photograph."""
        line = self._model.row(index)
        if line is None:
            return
        theme, area = self._theme, QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        row = RowPainter(painter, theme)
        if state & QStyle.StateFlag.State_Selected:
            row.ground(area.adjusted(2, 2, -2, -2), "accent_soft", theme.px(8))
        inset = theme.px(_INSET)
        inner = area.adjusted(inset, inset, -inset, -inset)
        wide, high = theme.px(_THUMB.width()), theme.px(_THUMB.height())
        place = QRect(inner.left(), inner.top(), wide, high)
        sight, drawn = self._thumbnails.of(line.photo)
        self._paint_picture(row, flip(theme.direction, inner, place), sight, drawn)
        words = inner.adjusted(wide + theme.px(_GAP), 0, 0, 0)
        self._paint_words(row, flip(theme.direction, inner, words), line, sight)
        painter.restore()

    def _paint_picture(self, row: RowPainter, place: QRect, sight: Sight, drawn: QPixmap) -> None:
        radius = self._theme.px(6)
        row.ground(place, "neutral_soft", radius)
        if sight is Sight.SEEN:
            edge = QPainterPath()
            edge.addRoundedRect(QRectF(place), radius, radius)
            row.painter.save()
            row.painter.setClipPath(edge)
            row.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            row.painter.drawPixmap(place, drawn, _middle_of(drawn, place.size()))
            row.painter.restore()
            return
        side = self._theme.px(26)
        middle = QRect(0, 0, side, side)
        middle.moveCenter(place.center())
        row.icon(middle, "image" if sight is Sight.LOADING else "image-off", "faint")

    def _paint_words(self, row: RowPainter, place: QRect, line: PhotoLine, sight: Sight) -> None:
        theme = self._theme
        font = theme.font(BODY, 500)
        if not line.photo.caption:  # a file's name is no sentence to be wrapped
            first = QRect(place.left(), place.top(), place.width(), theme.px(_LINE))
            row.line(first, line.title, theme.font(BODY), "faint")
        else:
            shown = cut_to_two_lines(line.title, font, place.width(), theme.direction)
            laid = lay_text(shown, font, place.width(), theme.direction)
            top = QRect(place.left(), place.top(), place.width(), laid.height)
            draw_block(row, top, laid, "ink")
        step = theme.px(18)
        foot = QRect(place.left(), place.bottom() - step + 1, place.width(), step)
        remark = line.remark(sight)
        told = remark or " · ".join(filter(None, (line.about, line.photo.credit)))
        row.line(foot, told, theme.font(CAPTION), "warn" if remark else "faint")


def _middle_of(drawn: QPixmap, wanted: QSize) -> QRect:
    """The middle of a picture, as large as it can be in the shape of what it is shown in."""
    shape = QSize(wanted).scaled(drawn.size(), Qt.AspectRatioMode.KeepAspectRatio)
    part = QRect(0, 0, shape.width(), shape.height())
    part.moveCenter(drawn.rect().center())
    return part


def in_agenda_order(photos: Sequence[Attachment], places: Sequence[int]) -> list[Attachment]:
    """Photographs by the place in the agenda that each belongs to, those of none (-1) first."""
    pairs = sorted(zip(places, photos, strict=True), key=lambda pair: pair[0])
    return [photo for _place, photo in pairs]
