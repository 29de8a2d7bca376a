"""The choices at the start side: what, in which form, language, length, digits, on which paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.export.choice import DATA, PDF, Choice
from ui.export.letterhead_field import LetterheadField
from ui.export.parts_field import PartsField
from ui.export.wording import DETAILS, GROUPS, LANGUAGES, document_words, form_words
from ui.i18n import _
from ui.widgets.choice_field import ChoiceField
from ui.widgets.label import Label
from ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QWidget

    from ui.bridge import ArchiveBridge
    from ui.services import Services

_YES, _NO = "yes", ""
_SHORTEST = 8
_WORDS = ("document", "form", "language", "detail", "digits")
_SWITCHES = ("hijri", "photographs")


class DocumentField(ChoiceField):
    """The documents under the names of their groups, which cannot be chosen."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(_("Document"), services.theme, (), parent)
        model = cast("QStandardItemModel", self.model())
        for group, documents in GROUPS:
            self.addItem(_(group), None)
            head = model.item(self.count() - 1)
            head.setEnabled(False)
            head.setFont(services.theme.font(12, 600))
            for each in documents:
                self.addItem(document_words(each), each.value)
        self.setMaxVisibleItems(self.count())

    def show_value(self, value: str | None) -> None:
        """Show a document; never the name of a group."""
        self.setCurrentIndex(self.findData(value))


class ChoicesPanel(Card):
    """Every choice in view; what does not fit the document is not there.

    Signals:
        edited: the user chose otherwise.
    """

    edited = Signal()

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(services.theme, parent)
        self._services = services
        self._has_office = False
        self._choice = Choice()
        self._own_language = "ar"
        self.column.setSpacing(services.theme.px(4))
        theme = services.theme
        self.document = DocumentField(services, self)
        self.form = ChoiceField(_("Form"), theme, (), self)
        self.language = ChoiceField(
            _("Language of the document"), theme,
            [(key, _(words)) for key, words in LANGUAGES.items()], self,
        )  # fmt: skip
        self.detail = ChoiceField(
            _("How much"), theme, [(key, _(words)) for key, words in DETAILS.items()], self
        )
        self.digits = ChoiceField(
            _("Digits"), theme, [("latn", "0123456789"), ("arab", "٠١٢٣٤٥٦٧٨٩")], self
        )
        self.photographs = ChoiceField(
            _("Photographs"), theme, [(_NO, _("Without")), (_YES, _("With photographs"))], self
        )
        self.hijri = ChoiceField(
            _("Calendar"), theme, [(_NO, _("Gregorian")), (_YES, _("Gregorian and Hijri"))], self
        )
        self.parts = PartsField(bridge, services, self)
        self.letterhead = LetterheadField(bridge, services, self)
        self.remark = Label("", self, role="small", wrap=True)
        self._lines: dict[str, list[QWidget]] = {}
        self._put("document", _("Document"), self.document)
        self._put("form", _("Form"), self.form)
        self.column.addWidget(self.remark)
        self._put("language", _("Language of the document"), self.language)
        self._put("detail", _("How much"), self.detail)
        self._put("parts", _("Parts"), self.parts)
        self._put("digits", _("Digits"), self.digits)
        self._put("hijri", _("Calendar"), self.hijri)
        self._put("photographs", _("Photographs"), self.photographs)
        self._put("letterhead", _("Letterhead"), self.letterhead)
        self.column.addStretch(1)
        for name in (*_WORDS, *_SWITCHES):
            field: ChoiceField = getattr(self, name)
            field.setSizeAdjustPolicy(field.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(_SHORTEST)  # a small window has no room for the longest
            field.edited.connect(lambda name=name, field=field: self._on_edited(name, field))
        self.letterhead.edited.connect(self._on_paper)
        self.parts.edited.connect(self._on_parts)
        self._refresh()

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return self._choice

    def show_choice(self, choice: Choice, language: str) -> None:
        """Show what was chosen before, for a meeting that speaks a language by itself."""
        self._own_language = language
        if choice.letterhead != self.letterhead.path:
            self.letterhead.show_path(choice.letterhead)
        self._choice = choice
        self._refresh()

    def show_office(self, *, has_office: bool) -> None:
        """Offer PDF where there is what makes one."""
        self._has_office = has_office
        self._refresh()

    def _put(self, name: str, title: str, field: QWidget) -> None:
        line = QVBoxLayout()
        line.setSpacing(self._services.theme.px(1))
        label = Label(title, self, role="field")
        label.setBuddy(field)
        line.addWidget(label)
        line.addWidget(field)
        self._lines[name] = [label, field]
        self.column.addLayout(line)

    def _on_edited(self, name: str, field: ChoiceField) -> None:
        value: str | bool = field.value or ""
        if name in _SWITCHES:
            value = value == _YES
        choice = replace(self._choice, **{name: value})  # type: ignore[arg-type]
        if choice.form not in choice.forms:
            choice = replace(choice, form="docx")
        self._take(choice)

    def _on_paper(self) -> None:
        self._take(replace(self._choice, letterhead=self.letterhead.path))

    def _on_parts(self) -> None:
        others = {
            document: kept
            for document, kept in self._choice.parts.items()
            if document != self._choice.document
        }
        own = {self._choice.document: self.parts.kept} if self.parts.kept else {}
        self._take(replace(self._choice, parts={**others, **own}))

    def _take(self, choice: Choice) -> None:
        self._choice = choice
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        choice = self._choice
        self.document.show_value(choice.document)
        self._show_forms()
        self.language.show_value(choice.language or self._own_language)
        self.detail.show_value(choice.detail)
        self.digits.show_value(choice.digits or self._services.settings.digits)
        self.parts.show_choice(choice)
        self.hijri.show_value(_YES if choice.hijri else _NO)
        self.photographs.show_value(_YES if choice.photographs else _NO)
        is_document = choice.form not in DATA
        for name, shown in (
            ("language", is_document), ("digits", is_document), ("detail", choice.has_detail),
            ("parts", choice.has_parts), ("hijri", choice.has_day),
            ("photographs", choice.has_pictures), ("letterhead", choice.has_paper),
        ):  # fmt: skip
            for part in self._lines[name]:
                part.setVisible(shown)
        self._say_about_form()

    def _show_forms(self) -> None:
        choice = self._choice
        offered = [each for each in choice.forms if each != PDF or self._has_office]
        if offered != [self.form.itemData(at) for at in range(self.form.count())]:
            self.form.clear()
            for each in offered:
                self.form.addItem(form_words(each), each)
        self.form.setCurrentIndex(self.form.findData(choice.form))

    def _say_about_form(self) -> None:
        words = ""
        if self._choice.form in DATA:
            words = _("The whole meeting with all names, for a program to read. Private notes "
                      "stay here.")  # fmt: skip
        elif not self._has_office and PDF in self._choice.forms:
            words = _("PDF is offered where LibreOffice is on the machine.")
        self.remark.show_words(words)
        self.remark.setVisible(bool(words))
