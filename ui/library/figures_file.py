"""All meetings in figures, for whoever analyses them: a file without anybody's name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.file_places import ask_for_file, open_place
from ui.i18n import _, explain, isolate

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from recorder import RecorderError
    from ui.bridge import ArchiveBridge
    from ui.services import Services

_NOTICE = "figures"


class FiguresFile(QObject):
    """Asks for a file, has the figures written to it, and says where they are."""

    def __init__(self, bridge: ArchiveBridge, services: Services, screen: QWidget) -> None:
        super().__init__(screen)
        self._bridge, self._services, self._screen = bridge, services, screen

    def ask(self) -> None:
        """Ask where to put them."""
        name = _("Meetings in figures")
        ask_for_file(
            self._screen, _("Save the figures of all meetings"),
            _("Figures for analysis (JSON Lines)"), f"{name}.jsonl", self.write,
        )  # fmt: skip

    def write(self, path: Path) -> None:
        """Have them written to a file."""
        self._bridge.request(
            lambda archive: archive.export_figures(path), self._on_written, origin=self,
            failed=partial(self._on_failed, path),
        )  # fmt: skip

    def _on_written(self, path: Path) -> None:
        said = _("The figures of all meetings are in {file}; nobody is named in it.")
        self._services.notices.post(
            said.format(file=isolate(path.name)), "good", key=_NOTICE, stays=True,
            answers=((_("Open the folder"), partial(open_place, path.parent)),),
        )  # fmt: skip

    def _on_failed(self, path: Path, error: RecorderError) -> None:
        again = (_("Try again"), partial(self.write, path))
        self._services.notices.post(
            explain(error), "bad", key=_NOTICE, answers=(again,), stays=True
        )
