"""The settings; each applies at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge import ArchiveBridge
from ui.i18n import _
from ui.safety.backups_card import BackupsCard
from ui.safety.safekeeping import Safekeeping
from ui.screen import Screen
from ui.services import Services
from ui.settings.store import TEXT_SIZES
from ui.widgets.choice_field import ChoiceField
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.surfaces import Card, put_page

_FIELD_WIDTH, _CARD_WIDTH = 300, 860
Choices = list[tuple[str | None, str]]


class _SettingsCard(Card):
    """A titled card of lines: what it is at the start, its field at the end."""

    def __init__(self, title: str, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._theme = services.theme
        self.column.addWidget(Label(title, self, role="section"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self._theme.px(16))
        self._grid.setVerticalSpacing(self._theme.px(12))
        self._grid.setColumnStretch(0, 1)
        self.column.addLayout(self._grid)

    def put(self, title: str, hint: str, field: QWidget) -> None:
        """Add a line."""
        words = QVBoxLayout()
        words.setSpacing(0)
        label = Label(title, self, role="strong")
        label.setBuddy(field)
        words.addWidget(label)
        if hint:
            words.addWidget(Label(hint, self, role="small"))
        line = self._grid.rowCount()
        self._grid.addLayout(words, line, 0)
        field.setFixedWidth(self._theme.px(_FIELD_WIDTH))
        self._grid.addWidget(field, line, 1)


class SettingsScreen(Screen):
    """Language, digits, look, text size, name, what Enter does, and the backups.

    Signals:
        chosen(dict): settings by name that the user gave another value.
    """

    name = "settings"
    chosen = Signal(dict)

    def __init__(self, bridge: ArchiveBridge, services: Services, keeper: Safekeeping) -> None:
        super().__init__(bridge, services)
        self._fields: dict[str, ChoiceField] = {}
        page = put_page(self, services.theme)
        look = _SettingsCard(_("Language and look"), services, self)
        for setting, title, hint, choices in self._looks():
            self._choice(look, setting, title, hint, choices)
        work = _SettingsCard(_("Your work"), services, self)
        self.author = LineField(_("Your name"), services.theme, work)
        self.author.show_words(services.settings.author)
        self.author.left.connect(self.leave)
        work.put(_("Your name"), _("Written with each of your changes"), self.author)
        self._choice(
            work, "enter_saves", _("The Enter key"),
            _("While a note is written; Ctrl+Enter saves it either way"),
            [("True", _("Saves the note")), ("False", _("Breaks the line"))],
        )  # fmt: skip
        self._choice(
            work, "hints", _("Hints"), _("A key for what you do with the mouse, once"),
            [("True", _("Shown")), ("False", _("Not shown"))],
        )  # fmt: skip
        cards: list[QWidget] = [look, work]
        if bridge.refusal is None:
            self.backups = BackupsCard(bridge, services, keeper, self)
            cards.append(self.backups)
        for card in cards:
            card.setMaximumWidth(services.theme.px(_CARD_WIDTH))
            row = QHBoxLayout()
            row.addWidget(card, 1000)
            row.addStretch(1)  # takes what the card does not
            page.addLayout(row)
        page.addStretch(1)

    def field(self, setting: str) -> ChoiceField:
        """The field of a setting that has choices."""
        return self._fields[setting]

    def enter(self) -> None:
        """Begin with the language."""
        self._fields["language"].setFocus()

    def leave(self) -> None:
        """Take the name."""
        if self.author.words != self.services.settings.author:
            self.chosen.emit({"author": self.author.words})

    def _looks(self) -> list[tuple[str, str, str, Choices]]:
        figures = self.services.wording.figures
        sizes: Choices = [(str(size), figures(f"{size}%")) for size in TEXT_SIZES]
        return [
            ("language", _("Language"), _("Of the window and its menus"),
             [("ar", "العربية"), ("en", "English")]),
            ("digits", _("Digits"), _("In Arabic, on the screen and in documents"),
             [("latn", "0123456789"), ("arab", "٠١٢٣٤٥٦٧٨٩")]),
            ("theme", _("Look"), _("Of the whole window"),
             [("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark")),
              ("contrast_light", _("High contrast, light")),
              ("contrast_dark", _("High contrast, dark"))]),
            ("text_size", _("Text size"), _("Of everything on the screen"), sizes),
        ]  # fmt: skip

    def _choice(
        self, card: _SettingsCard, setting: str, title: str, hint: str, choices: Choices
    ) -> None:
        field = ChoiceField(title, self.services.theme, choices, card)
        field.show_value(str(getattr(self.services.settings, setting)))
        field.left.connect(lambda: self._on_chosen(setting, field.value or ""))
        card.put(title, hint, field)
        self._fields[setting] = field

    def _on_chosen(self, setting: str, value: str) -> None:
        before = getattr(self.services.settings, setting)
        typed: str | int | bool = value
        if isinstance(before, bool):
            typed = value == str(True)
        elif isinstance(before, int):
            typed = int(value)
        if typed != before:
            self.chosen.emit({setting: typed})
