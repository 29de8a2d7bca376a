"""Before this laptop shares with anybody: begin, or come along by a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ui.exchange.code_field import WIDTH as FIELD
from ui.exchange.code_field import CodeField
from ui.exchange.drive_choice import DriveChoice
from ui.exchange.page import TALL, ExchangePage
from ui.i18n import _
from ui.theme.theme import restyle
from ui.widgets.buttons import make_button
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.surfaces import Rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from ui.exchange.sharing import StickSharing
    from ui.services import Services


class FirstPage(ExchangePage):
    """The stick, and the two ways: whichever fits the stick is the coloured one."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        self.title(_("Two laptops, one stick, the same minutes"), "usb")
        self.say(_("No internet and no account. Whoever finds the stick can read nothing of it."))
        self.column.addWidget(Label(_("The stick"), self, role="section"))
        self.drives = DriveChoice(services, sharing, self)
        self.column.addWidget(self.drives)
        self._add_name()
        self._add_beginning()
        self._add_joining()
        self.refresh()
        self._remember()

    def refresh(self) -> None:
        """Offer what can be done with the chosen stick."""
        self.drives.refresh()
        chosen = self.sharing.state.chosen
        shared = chosen is not None and chosen.was_shared
        for button, kind in (
            (self.begin, "" if shared else "primary"),
            (self.join, "primary" if shared else ""),
        ):
            button.setEnabled(chosen is not None)
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                restyle(button)
        begin = self.drives.folder if chosen is None else self.begin
        self.begin_with(self.field if shared else begin)

    def _add_name(self) -> None:
        """Whoever has not said a name yet is asked for one, since colleagues will see it."""
        self.name = LineField(_("Your name"), self.services.theme, self)
        self.name.holds_words = True
        self.name.setFixedWidth(self.services.theme.px(FIELD))
        if not self.sharing.needs_name:
            self.name.hide()
            return
        self.column.addWidget(Label(_("Your name"), self, role="section"))
        self.column.addWidget(self.name)
        self.say(_("Your colleagues see it beside what you wrote."))

    def _add_beginning(self) -> None:
        self.column.addWidget(Rule(self))
        self.column.addWidget(Label(_("You are the first"), self, role="section"))
        self.say(_("A code of 20 digits is shown. Your colleague types it once, and that is all."))
        self.begin = self._big_button(_("Begin to share"))
        self.begin.clicked.connect(lambda _checked=False: self._begin())
        row = QHBoxLayout()
        row.addWidget(self.begin)
        row.addStretch(1)
        self.column.addLayout(row)

    def _add_joining(self) -> None:
        self.column.addWidget(Rule(self))
        self.column.addWidget(Label(_("A colleague has begun"), self, role="section"))
        self.say(_("Plug in the stick that comes from there, and type the code that was shown."))
        self.field = CodeField(self.services, self)
        self.field.entered.connect(self._join)
        self.field.judged.connect(self._show_judgement)
        self.join = self._big_button(_("Join"))
        self.join.clicked.connect(lambda _checked=False: self.field.returnPressed.emit())
        row = QHBoxLayout()
        row.setSpacing(self.services.theme.px(12))
        row.addWidget(self.field)
        row.addWidget(self.join)
        row.addStretch(1)
        self.column.addLayout(row)
        self.said = self.say("")
        self._show_judgement("")

    def _big_button(self, text: str) -> QPushButton:
        button = make_button(text, self.services.theme, self)
        button.setFixedHeight(self.services.theme.px(TALL))
        return button

    def _remember(self) -> None:
        """What was typed here before and refused stands there still, with the reason."""
        state = self.sharing.state
        if state.typed:
            self.field.show_code(state.typed)
        if state.error is not None:
            self.field.show_wrong_code(state.error)
            self.first = self.field

    def _begin(self) -> None:
        self.sharing.take_name(self.name.words)
        self.sharing.found()

    def _join(self) -> None:
        if self.sharing.state.chosen is not None:
            self.sharing.take_name(self.name.words)
            self.sharing.join(self.field.code)

    def _show_judgement(self, said: str) -> None:
        count = self.services.wording.number(self.field.count)
        whole = self.services.wording.number(20)
        if said:
            words = said
        elif self.field.code:
            words = _("The code is complete.")
        elif self.field.count:
            words = _("{count} of {whole} digits").format(count=count, whole=whole)
        else:
            words = _("Arabic or Latin digits; the gaps come by themselves.")
        self.said.set_role("wrong" if said else "soft")
        self.put_words(self.said, words)
