"""The logos of the hosts: chosen beside each name, seen there, printed over the minutes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from recorder import Attachment, Host, Subject, new_id
from ui.edits import delete, restore
from ui.i18n import _, explain, isolate
from ui.photos.incoming import SUFFIXES
from ui.photos.thumbnails import Sight, Thumbnails
from ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recorder import Changes, RecorderError
    from ui.bridge import ArchiveBridge
    from ui.services import Services

_PLATE, _EDGE, _NOTICE = QSize(60, 28), 2, "logo"
_PAPER = "#FFFFFF"  # what a logo is made for, in a dark look too


class HostLogos(QObject):
    """Knows the logos of one meeting's hosts and makes the buttons that show and change them.

    Signals:
        moved: a logo came, went or can be seen now.
    """

    moved = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._services, self._window = bridge, services, window
        self._meeting_id = ""
        self._dialog: QFileDialog | None = None
        self._logos: dict[str, list[Attachment]] = {}
        self._thumbnails = Thumbnails(bridge, self)
        self._thumbnails.arrived.connect(lambda _sha256: self.moved.emit())
        bridge.changed.connect(self._on_changed)

    def show_meeting(self, meeting_id: str) -> None:
        """Turn to a meeting."""
        self._meeting_id, self._logos = meeting_id, {}
        self._read()

    def buttons(self, host: Host, name: str, parent: QWidget) -> list[IconButton]:
        """One that shows the logo of a host and changes it, and one that takes it away."""
        theme, kept = self._services.theme, self._logos.get(host.id, [])
        words = _("Change the logo of {name}") if kept else _("Add the logo of {name}")
        choose = IconButton("image-plus", words.format(name=isolate(name)), theme, parent)
        choose.clicked.connect(lambda _checked=False: self._choose(host, name))
        if not kept:
            return [choose]
        self._show_logo(choose, kept[-1])
        words = _("Remove the logo of {name}").format(name=isolate(name))
        remove = IconButton("image-off", words, theme, parent)
        remove.clicked.connect(lambda _checked=False: self._remove(kept, name, choose))
        return [choose, remove]

    def _show_logo(self, button: IconButton, logo: Attachment) -> None:
        sight, drawn = self._thumbnails.of(logo)
        if sight is Sight.SEEN:
            theme = self._services.theme
            size = QSize(theme.px(_PLATE.width()), theme.px(_PLATE.height()))
            button.setIcon(QIcon(_on_paper(drawn, size, button.devicePixelRatioF())))
            button.setIconSize(size)
            button.setFixedSize(size + QSize(theme.px(4), theme.px(4)))

    ## What is done

    def _choose(self, host: Host, name: str) -> None:
        if self._dialog is not None and shiboken6.isValid(self._dialog):
            self._dialog.close()
        title = _("Add the logo of {name}").format(name=name)
        self._dialog = dialog = QFileDialog(self._window.window(), title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(f"{_('Pictures')} ({patterns})")
        dialog.fileSelected.connect(lambda path: self.add(host, Path(path), name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)
        dialog.show()

    def add(self, host: Host, path: Path, name: str) -> None:
        """Keep a picture as the logo of a host; the one before comes back when this one goes."""
        row = Attachment(
            id=new_id(), meeting_id=host.meeting_id, subject=Subject(Host.TABLE, host.id),
            name=path.name,
        )  # fmt: skip
        said = _("The logo of {name} was added.").format(name=isolate(name))
        self._bridge.request(
            lambda archive: archive.attachments.add(row, path),
            lambda _changes: self._offer(said, partial(self._write_away, [row.id])),
            origin=self, failed=self._on_refused,  # a picture that is refused is nothing unsaved
        )  # fmt: skip

    def _remove(self, kept: Sequence[Attachment], name: str, choose: IconButton) -> None:
        choose.setFocus()  # this button goes
        ids = [each.id for each in kept]
        self._write_away(ids)
        back = partial(self._bridge.request, restore(Attachment.TABLE, *ids), saves=True)
        self._offer(_("The logo of {name} was removed.").format(name=isolate(name)), back)

    def _write_away(self, ids: Sequence[str]) -> None:
        self._bridge.request(delete(Attachment.TABLE, *ids), saves=True)

    def _offer(self, said: str, undo: partial[None]) -> None:
        self._services.notices.post(said, "blue", key="undo", answers=((_("Undo"), undo),))

    def _on_refused(self, error: RecorderError) -> None:
        self._services.notices.post(explain(error), "bad", key=_NOTICE, stays=True)

    ## Reading

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self._meeting_id and changes.touches(Attachment.TABLE):
            self._thumbnails.forget_missing()
            self._read()

    def _read(self) -> None:
        meeting_id = self._meeting_id
        if meeting_id:
            self._bridge.request(
                lambda archive: archive.attachments.all(meeting_id),
                lambda found: self._on_read(meeting_id, found), origin=self,
            )  # fmt: skip

    def _on_read(self, meeting_id: str, found: list[Attachment]) -> None:
        if meeting_id != self._meeting_id:
            return
        self._logos = {}
        for each in found:
            if each.subject.table == Host.TABLE and each.mime.startswith("image/"):
                self._logos.setdefault(each.subject.row_id or "", []).append(each)
        self.moved.emit()


def _on_paper(drawn: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """A logo as large as it can be on a white plate."""
    plate = QPixmap(size * ratio)
    plate.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plate)
    painter.setRenderHints(
        QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
    )
    whole = plate.rect()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_PAPER))
    painter.drawRoundedRect(whole, 4 * ratio, 4 * ratio)
    inner = whole.size() - QSize(2, 2) * _EDGE * ratio
    area = QRect(0, 0, *drawn.size().scaled(inner, Qt.AspectRatioMode.KeepAspectRatio).toTuple())
    area.moveCenter(whole.center())
    painter.drawPixmap(area, drawn)
    painter.end()
    plate.setDevicePixelRatio(ratio)
    return plate
