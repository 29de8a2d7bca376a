"""With which verb the minutes will report a note: offered in the form that fits who speaks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from recorder import ReportingVerb
from ui.capture.trailing_icon import put_icon_after
from ui.i18n import _, verb_label
from ui.services import Services
from ui.widgets.buttons import make_chip


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
        self._is_feminine = False
        self.button: QPushButton = make_chip("", services.theme, self)
        self.button.setCheckable(False)
        put_icon_after(self.button, services.theme, "chevron-down", 14)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.open_menu)
        self.show_verb(None, is_feminine=False)

    @property
    def words(self) -> str:
        """What the button says."""
        return self.button.text()

    def show_verb(self, verb: str | None, *, is_feminine: bool) -> None:
        """Show a verb in the form for a man, a group or a woman."""
        self._verb, self._is_feminine = verb, is_feminine
        words = self._form(verb) if isinstance(verb, ReportingVerb) else verb or _("Verb")
        self.button.setText(words)
        self.button.setAccessibleName(_("Reporting verb: {verb}").format(verb=words))
        self.button.setToolTip(self._services.actions.tooltip("note.verb"))
        metrics = self.button.fontMetrics()
        width = metrics.horizontalAdvance(words) + self._services.theme.px(46)
        self.button.setFixedWidth(width)
        self.setFixedSize(width, self.button.height())

    def open_menu(self) -> None:
        """Offer the verbs."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, None, _("By the kind of note"))
        menu.addSeparator()
        for verb in ReportingVerb:
            self._add(menu, verb, self._form(verb))
        menu.popup(self.button.mapToGlobal(self.button.rect().topLeft()))

    def _add(self, menu: QMenu, verb: ReportingVerb | None, words: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(verb == self._verb)
        action.triggered.connect(lambda _checked=False: self.picked.emit(verb))

    def _form(self, verb: ReportingVerb) -> str:
        return verb_label(verb, is_feminine=self._is_feminine)
