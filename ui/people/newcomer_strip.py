"""Who somebody is that just walked in: the sex by one key, the organisation by another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from recorder import Organisation, Person, Sex, new_id
from ui.bridge import ArchiveBridge
from ui.edits import edit
from ui.i18n import _, isolate, label
from ui.people.door import give_organisation
from ui.services import Services
from ui.widgets.buttons import IconButton, make_chip
from ui.widgets.label import ElidedLabel
from ui.widgets.name_field import NameField
from ui.wording import ascii_digits

MOST = 4
"""How many organisations are offered by a key of their own."""
_SEXES = (Sex.FEMALE, Sex.MALE)
_WIDEST, _FIELD, _GAP = 170, 170, 6


class NewcomerStrip(QFrame):
    """It asks for the sex, then for the organisation, and can be passed over at any moment.

    Signals:
        finished(str): nothing more is asked; a letter that was typed begins the next name.
    """

    finished = Signal(str)

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._person: Person | None = None
        self._asks_sex = True
        self._chips: list[QPushButton] = []
        self._answers: list[Sex | Organisation] = []
        theme = services.theme
        self.setProperty("class", "Well")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_("A digit answers, Enter passes over, Esc ends the questions"))
        self.question = ElidedLabel("", self, role="strong")
        self.field = NameField(_("Organisation"), theme, self, placeholder=_("Organisation"))
        self.field.setFixedWidth(theme.px(_FIELD))
        self._close = IconButton("x", _("No more questions"), theme, self)
        head, self._row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self._close)
        self._row.setSpacing(theme.px(_GAP))
        self._row.addWidget(self.field)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(4), theme.px(6), theme.px(8))
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addLayout(self._row)
        self._close.clicked.connect(lambda _checked=False: self._finish())
        self.field.chosen.connect(self._on_organisation)
        self.field.unknown.connect(self._on_new_organisation)
        self.hide()

    def stop(self) -> None:
        """Ask no more: another list is shown."""
        self._person = None
        self.hide()

    def ask(self, person: Person, organisations: Sequence[Organisation]) -> None:
        """Ask who somebody is; the organisations are offered by a key each."""
        self._person, self._usual = person, list(organisations)[:MOST]
        self.field.offer(self._services.directory.organisation_choices())
        self.field.show_value(None)
        self.show()
        self._ask_sex()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self, at: int) -> None:
        """Take the answer of a digit, counted from 1; of another one nothing happens."""
        if not 1 <= at <= len(self._answers) or self._person is None:
            return
        if self._chips[at - 1].isHidden():
            return  # nobody could read what it stands for
        answer = self._answers[at - 1]
        if isinstance(answer, Organisation):
            self._on_organisation(answer.id)
        else:
            self._bridge.request(edit(self._person, sex=answer), origin=self, saves=True)
            self._ask_organisation()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap = self._services.theme.px(_GAP)
        room = self.contentsRect().width() - 4 * gap
        if not self._asks_sex:
            room -= self.field.width() + gap
        for chip in self._chips:
            room -= chip.sizeHint().width() + gap
            chip.setVisible(room >= 0 or chip is self._chips[0])

    def event(self, event: QEvent) -> bool:
        """Keep its keys from becoming commands of the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _is_answer(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers; Enter passes over; Esc ends; a letter goes where it belongs."""
        key, text = event.key(), event.text()
        digit = ascii_digits(text)
        if digit.isascii() and digit.isdigit():
            self.answer(int(digit))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pass_over()
        elif key == Qt.Key.Key_Escape:
            self._finish()
        elif text and text.isprintable() and not text.isspace():
            self._on_letter(text)
        else:
            super().keyPressEvent(event)

    ## Asking

    def _ask_sex(self) -> None:
        self._asks_sex = True
        self._show(_("{name}: sex?"), list(_SEXES))

    def _ask_organisation(self) -> None:
        self._asks_sex = False
        self._show(_("{name}: for whom?"), list(self._usual))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, words: str, answers: Sequence[Sex | Organisation]) -> None:
        name = self._person.name if self._person else ""
        self.question.show_words(words.format(name=isolate(name)))
        self.setAccessibleName(self.question.words)
        self.field.setVisible(not self._asks_sex)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._answers = list(answers)
        self._chips = [self._make_chip(at, each) for at, each in enumerate(answers, 1)]
        for at, chip in enumerate(self._chips):
            self._row.insertWidget(at, chip)
        self._fit()

    def _make_chip(self, at: int, answer: Sex | Organisation) -> QPushButton:
        words = _words(answer)
        chip = make_chip("", self._services.theme, self)
        chip.setCheckable(False)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        figure = self._services.wording.number(at)
        room = self._services.theme.px(_WIDEST - 40)
        shown = chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        chip.setText(f"{figure}  {shown}")
        chip.setAccessibleName(words)
        chip.setToolTip(f"{words}  {figure}")
        chip.clicked.connect(lambda _checked=False: self.answer(at))
        return chip

    ## Answers

    def _pass_over(self) -> None:
        if self._asks_sex:
            self._ask_organisation()
        else:
            self._finish()

    def _on_letter(self, text: str) -> None:
        if self._asks_sex:  # the next one stands at the door already
            self._finish(text)
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.setText(text)
            self.field.textEdited.emit(text)

    def _on_organisation(self, organisation_id: str) -> None:
        if self._person is not None and organisation_id:
            call = give_organisation(self._person.id, organisation_id)
            self._bridge.request(call, origin=self, saves=True)
        self._finish()

    def _on_new_organisation(self, name: str) -> None:
        if self._person is not None:
            call = give_organisation(self._person.id, new_id(), name)
            self._bridge.request(call, origin=self, saves=True)
        self._finish()

    def _finish(self, letter: str = "") -> None:
        if self._person is None:
            return
        self._person = None
        self.hide()
        self.finished.emit(letter)


def _words(answer: Sex | Organisation) -> str:
    return label(answer) if isinstance(answer, Sex) else answer.acronym or answer.name


def _is_answer(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and (bool(event.text()) or event.key() == Qt.Key.Key_Escape)
