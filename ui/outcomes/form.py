"""One point or decision: its words, whether the room agreed, hands if they were counted."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from recorder import Agreement, Decision, Issue
from ui.bridge import ArchiveBridge
from ui.i18n import _, pgettext
from ui.outcomes.positions import PositionsField
from ui.outcomes.reading import Outcome, Outcomes
from ui.services import Services
from ui.widgets.buttons import IconButton
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.form import RowForm
from ui.widgets.label import ElidedLabel
from ui.widgets.line_field import LineField
from ui.widgets.notebox import NoteBox
from ui.widgets.time_fields import NumberField


class OutcomeForm(QWidget):
    """It saves by itself, field by field.

    Signals:
        closed: the user is done with it.
    """

    closed = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, look = services, services.theme
        self.row: Outcome | None = None
        self.title = ElidedLabel("", self, role="section")
        tip = _("Close  {key}").format(key="\u2066Esc\u2069")
        close = IconButton("x", _("Close"), look, self, tip=tip)
        close.clicked.connect(lambda _checked=False: self.closed.emit())
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.issue = self._make_form(bridge, "form.issue", is_issue=True)
        self.decision = self._make_form(bridge, "form.decision", is_issue=False)
        self.positions = PositionsField(bridge, services, self)
        page = self._make_page()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(head)
        column.addWidget(page, 1)

    def show_row(self, row: Outcome | None, outcomes: Outcomes) -> None:
        """Show a point or a decision; a field that is being written in keeps what is in it."""
        self.row = row
        self.issue.show_row(row if isinstance(row, Issue) else None)
        self.decision.show_row(row if isinstance(row, Decision) else None)
        self.issue.setVisible(isinstance(row, Issue))
        self.decision.setVisible(isinstance(row, Decision))
        self.positions.show_positions(row, outcomes)
        is_decision = isinstance(row, Decision)
        decision = pgettext("outcome", "Decision")
        self.title.show_words(decision if is_decision else _("Point of the discussion"))

    def enter(self) -> None:
        """Begin in the text."""
        form = self.decision if isinstance(self.row, Decision) else self.issue
        form.field("text").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Make changes of what was typed."""
        self.issue.leave()
        self.decision.leave()
        self.positions.leave()

    def event(self, event: QEvent) -> bool:
        """Escape is its own, wherever the focus is in it."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _make_page(self) -> QScrollArea:
        page, inner = QScrollArea(self), QWidget(self)
        page.setFrameShape(QScrollArea.Shape.NoFrame)
        page.setWidgetResizable(True)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._services.theme.px(12))
        for part in (self.issue, self.decision, self.positions):
            column.addWidget(part)
        column.addStretch(1)
        page.setWidget(inner)
        inner.setAutoFillBackground(False)  # the card shows through
        return page

    def _make_form(self, bridge: ArchiveBridge, window: str, *, is_issue: bool) -> RowForm:
        look, wording = self._services.theme, self._services.wording
        form = RowForm(bridge, self._services, window, self)
        text = NoteBox(look, form, lines=(3, 8))
        name = _("The point in words") if is_issue else _("The decision in words")
        text.setAccessibleName(name)
        text.setToolTip(name)
        form.add("text", text)
        if is_issue:
            choices = token_choices(Agreement, none=True)
            form.add("agreement", ChoiceField(_("Agreed or contested"), look, choices, form))
        else:
            form.add("number", LineField(_("Number, once it is approved"), look, form))
        for column, words in (
            ("hands_for", _("For")),
            ("hands_against", _("Against")),
            ("hands_abstained", _("Abstained")),
        ):
            field = NumberField(words, look, wording, form)
            field.setMinimumWidth(look.px(44))
            form.add(column, field, 2)
        return form
