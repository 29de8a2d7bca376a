"""With which verb the minutes will report a note: offered in the form that fits who speaks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from recorder import NoteKind, ReportingVerb
from ui.capture.trailing_icon import put_icon_after
from ui.i18n import _, verb_label
from ui.services import Services
from ui.widgets.buttons import make_chip

_V = ReportingVerb
_COMMON = (_V.POINTED_OUT, _V.AFFIRMED, _V.CLARIFIED, _V.STRESSED, _V.SUGGESTED, _V.EXPRESSED)
_FITTING: dict[str, tuple[ReportingVerb, ...]] = {
    NoteKind.QUESTION: (_V.WONDERED,),
    NoteKind.ANSWER: (_V.ANSWERED, _V.CLARIFIED, _V.EXPLAINED, _V.ADDED),
    NoteKind.NEED: (_V.CALLED_FOR, _V.POINTED_OUT, _V.STRESSED, _V.AFFIRMED),
    NoteKind.CHALLENGE: (_V.POINTED_OUT, _V.STRESSED, _V.EXPRESSED, _V.REVEALED),
    NoteKind.OPPORTUNITY: (_V.POINTED_OUT, _V.SUGGESTED, _V.AFFIRMED),
    NoteKind.COMMITMENT: (_V.COMMITTED, _V.AFFIRMED),
    NoteKind.RESERVATION: (_V.RESERVED, _V.EXPRESSED, _V.VOICED),
}
"""The verbs that a kind of note mostly takes."""


class VerbButton(QWidget):
    """A small button that shows the verb and opens the list of verbs.

    Signals:
        picked(ReportingVerb | None): the user chose; None leaves it to the kind of the note.
    """

    picked = Signal(object)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._verb: str | None = None
        self._form, self._kind = "masculine", ""
        self.button: QPushButton = make_chip("", services.theme, self)
        self.button.setCheckable(False)
        put_icon_after(self.button, services.theme, "chevron-down", 14)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.open_menu)
        self.show_verb(None)

    @property
    def words(self) -> str:
        """What the button says."""
        return self.button.text()

    def show_verb(self, verb: str | None, form: str = "masculine", kind: str | None = None) -> None:
        """Show a verb as it follows the speaker's name.

        Args:
            verb: the verb, None where the kind of the note decides.
            form: of which sex and number the speaker is.
            kind: the kind of the note; the verbs that fit it are offered first.
        """
        self._verb, self._form, self._kind = verb, form, kind or ""
        words = self._said(verb) if isinstance(verb, ReportingVerb) else verb or _("Verb")
        self.button.setText(words)
        self.button.setAccessibleName(_("Reporting verb: {verb}").format(verb=words))
        self.button.setToolTip(self._services.actions.tooltip("note.verb"))
        metrics = self.button.fontMetrics()
        width = metrics.horizontalAdvance(words) + self._services.theme.px(46)
        self.button.setFixedWidth(width)
        self.setFixedSize(width, self.button.height())

    def open_menu(self) -> None:
        """Offer the verbs, those that fit the kind of note first; a digit takes one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = _FITTING.get(self._kind, _COMMON)
        others = [each for each in ReportingVerb if each not in first]
        for at, verb in enumerate(first, 1):
            self._add(menu, verb, f"&{at}  {self._said(verb)}")
        menu.addSeparator()
        for verb in others:
            self._add(menu, verb, self._said(verb))
        menu.addSeparator()
        words = _("By the kind of note")
        self._add(menu, None, f"&0  {words}")
        menu.popup(self.button.mapToGlobal(self.button.rect().topLeft()))

    def _add(self, menu: QMenu, verb: ReportingVerb | None, words: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(verb == self._verb)
        action.triggered.connect(lambda _checked=False: self.picked.emit(verb))

    def _said(self, verb: ReportingVerb) -> str:
        return verb_label(verb, form=self._form)
