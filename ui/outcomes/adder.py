"""The line that adds a point or a decision; what is typed in it is drafted at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from recorder import Agreement, Place, new_id
from ui.bridge import ArchiveBridge
from ui.i18n import _, label, pgettext
from ui.services import Services
from ui.widgets.buttons import make_chip
from ui.widgets.drafting import Drafting, DraftKey
from ui.widgets.flow import FlowLayout
from ui.widgets.line_field import LineField

_KINDS = (Agreement.AGREED, Agreement.CONTESTED, None)
"""What a new one is; None is a decision."""


class OutcomeAdder(QWidget):
    """Type, Enter, the next; F4 says what it is: agreed, contested, decided.

    Signals:
        added(str): one of that id is on its way.
        escaped: the focus may go home.
        left_upwards: the arrow went up, into the list.
    """

    added = Signal(str)
    escaped = Signal()
    left_upwards = Signal()

    def __init__(
        self,
        bridge: ArchiveBridge,
        services: Services,
        place: Callable[[], tuple[str, str | None]],
        parent: QWidget,
    ) -> None:
        """Prepare; `place` tells the meeting and the item that new ones belong to."""
        super().__init__(parent)
        self._place, self._new_id, self._kind = place, new_id(), 0
        self._look = services.theme
        self._drafting = Drafting(bridge, services.saved, "form.outcome", self)
        look = services.theme
        self.line = LineField(
            _("New point or decision"), look, self, placeholder=_("What came of it? Enter adds it")
        )
        self.line.installEventFilter(self)
        self.line.edited.connect(self._on_typed)
        self.chips = [
            self._chip(at, label(kind) if kind else pgettext("outcome", "Decision"))
            for at, kind in enumerate(_KINDS)
        ]
        ground = QWidget(self)
        row = FlowLayout(look.px(4), ground)
        for chip in self.chips:
            row.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(ground)
        column.addWidget(self.line)
        self._choose(0)

    def take_focus(self, *, decides: bool | None = None) -> None:
        """Let the next keys write one."""
        if decides is not None:
            self._choose(2 if decides else 0)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Make one of what was typed."""
        if self.line.words:
            self._add()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds, F4 says what it is, Escape and the arrow up lead out."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        handlers: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.leave,
            Qt.Key.Key_Enter: self.leave,
            Qt.Key.Key_F4: lambda: self._choose((self._kind + 1) % len(_KINDS)),
            Qt.Key.Key_Escape: self._on_escaped,
            Qt.Key.Key_Up: self.left_upwards.emit,
        }
        is_plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        }  # fmt: skip
        handler = handlers.get(event.key()) if is_plain else None
        if handler is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            handler()
            return True
        return super().eventFilter(watched, event)

    def _chip(self, at: int, words: str) -> QPushButton:
        chip = make_chip(words, self._look, self)
        chip.setToolTip(f"{words}  \u2066F4\u2069")
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(lambda _checked=False: self._on_chip(at))
        return chip

    def _on_chip(self, at: int) -> None:
        self._choose(at)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, kind: int) -> None:
        before, self._kind = self._kind, kind
        for at, chip in enumerate(self.chips):
            chip.setChecked(at == kind)
        if self.line.words and before != kind:
            self._drafting.forget(self._draft_key(before))
            self._on_typed()

    def _draft_key(self, kind: int) -> DraftKey:
        meeting_id, item_id = self._place()
        agreement = _KINDS[kind]
        fields: dict[str, object] = {"meeting_id": meeting_id, "place": Place(item_id)}
        if agreement is None:
            return DraftKey("decision", self._new_id, "text", fields)
        return DraftKey("issue", self._new_id, "text", {**fields, "agreement": agreement})

    def _on_typed(self) -> None:
        self._drafting.typed(self._draft_key(self._kind), lambda: self.line.words)

    def _add(self) -> None:
        self._drafting.leave()
        made, self._new_id = self._new_id, new_id()
        self.line.clear()
        self.added.emit(made)

    def _on_escaped(self) -> None:
        if self.line.words:
            self._drafting.forget(self._draft_key(self._kind))
            self.line.clear()
        self.escaped.emit()
