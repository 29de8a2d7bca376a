"""The code of a new team, large enough to be read across a table; it is shown this once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from recorder import in_groups
from ui.exchange.page import ExchangePage
from ui.exchange.parts import words_of_part
from ui.i18n import _, explain, isolate_ltr, sync_lines
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.exchange.sharing import StickSharing
    from ui.services import Services

_DIGITS, _HIGH = 30, 64


class CodePage(ExchangePage):
    """The code, what to do with it, and how far the stick is."""

    def __init__(self, services: Services, sharing: StickSharing, parent: QWidget) -> None:
        super().__init__(services, sharing, parent)
        self.title(_("The code of your team"), "users")
        self.say(_("Plug this stick into your colleague's laptop, open “Share by USB stick” there "
                   "and type the code. Once is enough."))  # fmt: skip
        self.column.addWidget(self._make_groups())
        self.say(
            _("It is shown only now. Write it on paper if more laptops are to join, and never keep "
              "the paper with the stick.")
        )  # fmt: skip
        self.said = self.say("", "strong")
        self.done = self.button(_("The code is noted"), sharing.dismiss, kind="primary")
        self.copy = self.button(_("Copy the code"), self._copy, icon="copy")
        self.again = self.button(_("Try again"), sharing.try_again)
        self.refresh()

    def refresh(self) -> None:
        """How far the stick is."""
        state = self.sharing.state
        self.again.setVisible(state.error is not None and not self.sharing.is_running)
        if state.error is not None:
            said = explain(state.error)
        elif state.report is not None:
            said = sync_lines(state.report)[-1]
        else:
            said = words_of_part(state.part or "write")
        self.put_words(self.said, said)

    def _make_groups(self) -> QWidget:
        """Five groups from left to right, in either language."""
        theme = self.services.theme
        whole = QFrame(self)
        whole.setProperty("class", "Well")
        whole.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        whole.setFixedHeight(theme.px(_HIGH))
        row = QHBoxLayout(whole)
        row.setSpacing(theme.px(24))
        row.addStretch(1)
        self.groups = []
        for group in in_groups(self.sharing.state.code).split():
            label = Label(self.services.wording.figures(group), whole)
            label.setFont(theme.font(_DIGITS, 600, tabular=True))
            row.addWidget(label)
            self.groups.append(label)
        row.addStretch(1)
        said = in_groups(self.sharing.state.code)
        whole.setAccessibleName(_("The code: {code}").format(code=isolate_ltr(said)))
        return whole

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(in_groups(self.sharing.state.code))
        self.copy.setText(_("Copied"))
