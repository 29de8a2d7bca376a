"""The kinds of note as a row of small switches, chosen by pointer, digit or arrows."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from recorder import NoteKind
from ui.capture.kinds import KINDS
from ui.capture.trailing_icon import put_icon_after
from ui.i18n import _, isolate_ltr, label
from ui.services import Services
from ui.widgets.buttons import make_chip
from ui.wording import ascii_digits

_GAP, _PADDING = 6, 12


class KindBar(QWidget):
    """One kind is chosen; those for which there is no room are in a menu at the end.

    With the focus on it (F4) a digit chooses, so do the arrows, and Enter goes back to writing.

    Signals:
        picked(NoteKind): the user chose.
        left: the choosing is over.
    """

    picked = Signal(object)
    left = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._kind = NoteKind.STATEMENT
        theme = services.theme
        self.setAccessibleName(_("Kind of note"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._chips = {kind: self._make(at, kind) for at, kind in enumerate(KINDS, 1)}
        self._more = make_chip(_("More"), theme, self)
        self._more.setCheckable(False)
        put_icon_after(self._more, theme, "chevron-down", 14)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._open_menu)
        self.setFixedHeight(self._more.height())
        self.show_kind(NoteKind.STATEMENT)

    @property
    def kind(self) -> NoteKind:
        """The kind that is chosen."""
        return self._kind

    def show_kind(self, kind: str | None) -> None:
        """Show which kind is chosen; one of a later release shows as none of these."""
        for each, chip in self._chips.items():
            chip.setChecked(each == kind)
            chip.setFocusPolicy(
                Qt.FocusPolicy.TabFocus if each == kind else Qt.FocusPolicy.ClickFocus
            )
        if kind in self._chips:
            self._kind = NoteKind(kind)
        self._lay_out()

    def take_focus(self) -> None:
        """Let the next key choose; a second time: go on to the next kind."""
        chip = self._chips[self._kind]
        if chip.hasFocus():
            self._step(1)
        else:
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sizeHint(self) -> QSize:
        """All chips beside each other."""
        gap = self._services.theme.px(_GAP)
        width = sum(self._width_of(chip) + gap for chip in self._chips.values())
        return QSize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        """A chip and the menu."""
        return QSize(self._services.theme.px(180), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys come here before a chip moves the focus by itself."""
        return isinstance(event, QKeyEvent) and self._on_key(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        digit = ascii_digits(event.text())
        forward = Qt.Key.Key_Left if self._services.theme.is_rtl else Qt.Key.Key_Right
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: -1, forward: 1}
        if digit.isdecimal() and 0 < int(digit) <= len(KINDS):
            self._pick(KINDS[int(digit) - 1])
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.left.emit()
        else:
            return False
        return True

    def _make(self, digit: int, kind: NoteKind) -> QPushButton:
        chip = make_chip(label(kind), self._services.theme, self)
        chip.installEventFilter(self)
        key = isolate_ltr(f"{self._services.actions.key_text('note.kind')} {digit}")
        chip.setToolTip(f"{label(kind)}  {key}")
        chip.clicked.connect(lambda _checked=False: self._pick(kind))
        return chip

    def _pick(self, kind: NoteKind) -> None:
        self.show_kind(kind)
        self.picked.emit(kind)
        self.left.emit()

    def _step(self, step: int) -> None:
        kind = KINDS[(KINDS.index(self._kind) + step) % len(KINDS)]
        self.show_kind(kind)
        self._chips[kind].setFocus(Qt.FocusReason.TabFocusReason)
        self.picked.emit(kind)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, chip in self._chips.items():
            if chip.isHidden():
                action = menu.addAction(label(kind))
                action.triggered.connect(lambda _checked=False, kind=kind: self._pick(kind))
        menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()))

    def _width_of(self, chip: QPushButton) -> int:
        metrics = chip.fontMetrics()
        icon = chip.iconSize().width() + 4 if chip is self._more else 0
        padding = 2 * self._services.theme.px(_PADDING) + 4
        return metrics.horizontalAdvance(chip.text()) + padding + icon

    def _lay_out(self) -> None:
        gap = self._services.theme.px(_GAP)
        widths = {kind: self._width_of(chip) for kind, chip in self._chips.items()}
        shown = list(self._chips)
        room = self.width()
        if sum(widths.values()) + gap * (len(widths) - 1) > room:
            room -= self._width_of(self._more) + gap
            shown = [kind for kind in shown if kind != self._kind]
            used = widths[self._kind] + gap
            fitting = []
            for kind in shown:
                used += widths[kind] + gap
                if used > room:
                    break
                fitting.append(kind)
            shown = [kind for kind in self._chips if kind in fitting or kind == self._kind]
        left = 0
        for kind, chip in self._chips.items():
            chip.setVisible(kind in shown)
            if kind in shown:
                left = self._put(chip, left, widths[kind])
        self._more.setVisible(len(shown) < len(self._chips))
        self._put(self._more, left, self._width_of(self._more))

    def _put(self, chip: QPushButton, left: int, width: int) -> int:
        x = self.width() - left - width if self._services.theme.is_rtl else left
        chip.setGeometry(x, 0, width, chip.height())
        return left + width + self._services.theme.px(_GAP)
