"""A strip in which an item is left for a later meeting: why, and a few words."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from recorder import AgendaItem, Postponed
from ui.i18n import _, isolate, label
from ui.theme.theme import Theme
from ui.widgets.buttons import make_button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.label import Label
from ui.widgets.line_field import LineField

_REASONS = [each for each in Postponed if each is not Postponed.PARKED]


class PostponeStrip(QFrame):
    """Choose the reason with the arrows, write a word if need be, Enter.

    Signals:
        confirmed(str, Postponed, str): an item, why, and in which words.
        closed: the strip has gone, whichever way.
    """

    confirmed = Signal(str, object, str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._item_id = ""
        self.setProperty("class", "Well")
        self._title = Label("", self, role="strong", wrap=True)
        choices = [(each.value, label(each)) for each in _REASONS]
        self.reason = ChoiceField(_("Why it is postponed"), theme, choices, self)
        self.words = LineField(
            _("The reason in words"), theme, self, placeholder=_("In words, if need be")
        )
        self.confirm = make_button(_("Postpone"), theme, self, kind="primary")
        self.confirm.setToolTip(_("Postpone") + "  \u2066Enter\u2069")
        self.cancel = make_button(_("Cancel"), theme, self, kind="quiet")
        self.cancel.setToolTip(_("Cancel") + "  \u2066Esc\u2069")
        column = QVBoxLayout(self)
        inset = theme.px(10)
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(theme.px(8))
        for part in (self._title, self.reason, self.words):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.confirm, 1)
        foot.addWidget(self.cancel)
        column.addLayout(foot)
        for control in (self.reason, self.words, self.confirm, self.cancel):
            control.installEventFilter(self)
        self.confirm.clicked.connect(lambda _checked=False: self._on_confirmed())
        self.cancel.clicked.connect(lambda _checked=False: self.close_strip())
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it asks for a reason."""
        return bool(self._item_id)

    def ask(self, item: AgendaItem) -> None:
        """Ask why an item is left for later."""
        self._item_id = item.id
        title = isolate(item.title or _("Untitled item"))
        self._title.show_words(_("Postpone “{title}”").format(title=title))
        self.reason.show_value(_REASONS[0].value)
        self.words.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_strip(self) -> None:
        """Leave everything as it was."""
        if self.is_open:
            self._item_id = ""
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter confirms and Escape leaves, wherever the focus is in the strip."""
        kinds = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
        if not isinstance(event, QKeyEvent) or event.type() not in kinds:
            return super().eventFilter(watched, event)
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if watched is self.cancel or (not is_enter and event.key() != Qt.Key.Key_Escape):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif is_enter:
            self._on_confirmed()
        else:
            self.close_strip()
        return True

    def _on_confirmed(self) -> None:
        item_id, why = self._item_id, Postponed(self.reason.value or Postponed.OTHER)
        words = self.words.words
        self.close_strip()
        if item_id:
            self.confirmed.emit(item_id, why, words)
