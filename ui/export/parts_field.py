"""Which parts of the document are shown: a button that says so and opens the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recorder import DocumentKind, Section
from ui.export.parts import arranged, kept_of
from ui.export.parts_popup import PartsPopup
from ui.i18n import _
from ui.widgets.buttons import make_button

if TYPE_CHECKING:
    from ui.bridge import ArchiveBridge
    from ui.export.choice import Choice
    from ui.services import Services


class PartsField(QWidget):
    """The parts of the document that is chosen.

    Signals:
        edited: they were arranged otherwise.
    """

    edited = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = services.wording.number
        self._of: dict[str, tuple[str, ...]] = {}
        self._own: tuple[str, ...] = ()
        self._choice: Choice | None = None
        self.kept: list[str] = []
        self.button = make_button("", services.theme, self, icon="list-checks")
        self.button.clicked.connect(lambda _checked=False: self.open())
        self.popup = PartsPopup(services, self)
        self.popup.rearranged.connect(lambda: self._take(kept_of(self._own, self.popup.list.parts)))
        self.popup.reset.connect(lambda: self._take([]))
        self.popup.left.connect(lambda: self.button.setFocus(Qt.FocusReason.PopupFocusReason))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        bridge.request(lambda _archive: _parts(), self._on_parts, origin=self)
        self._refresh()

    def show_choice(self, choice: Choice) -> None:
        """Show the parts of a document as they were arranged."""
        self._choice = choice
        self.kept = choice.parts.get(choice.document, [])
        hidden = () if choice.photographs and choice.has_pictures else (Section.PHOTOGRAPHS,)
        own = self._of.get(choice.document, ())
        self._own = tuple(each for each in own if each not in hidden)
        self._refresh()

    def open(self) -> None:
        """Open the list."""
        self.popup.open_under(self.button)

    def _take(self, kept: list[str]) -> None:
        self.kept = kept
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        parts = arranged(self._own, self.kept)
        self.popup.list.show_parts(parts)
        self.button.setEnabled(bool(parts))
        words = _("All")
        if self.kept:
            shown = sum(each.is_shown for each in parts)
            words = _("All, in another order")
            if shown < len(parts):
                words = _("{count} of {all}").format(
                    count=self._number(shown), all=self._number(len(parts))
                )
        self.button.setText(words)
        said = _("Parts of the document: {parts}").format(parts=words)
        self.button.setAccessibleName(said)
        self.button.setToolTip(said)

    def _on_parts(self, parts: dict[str, tuple[str, ...]]) -> None:
        self._of = parts
        if self._choice is not None:
            self.show_choice(self._choice)


def _parts() -> dict[str, tuple[str, ...]]:
    from recorder import parts_of  # draws in what writes documents

    return {each.value: parts_of(each) for each in DocumentKind}
