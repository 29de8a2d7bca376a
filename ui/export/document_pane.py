"""The document before it goes out: about what it says at once, as it will be printed soon after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.export.choice import ON_PAPER, PDF
from ui.export.laying_out import LayingOut
from ui.export.pages import PagesView
from ui.export.preview import Preview
from ui.i18n import _, ngettext
from ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from recorder import Pages
    from ui.bridge import ArchiveBridge
    from ui.export.choice import Order
    from ui.export.looking import Look
    from ui.export.writing import DocumentWriter
    from ui.services import Services


class DocumentPane(QWidget):
    """Shows an approximation, and in its place the real pages where an office program makes them.

    Attributes:
        preview: the approximation.
        pages: the pages.
        said, beside: which of both it is, and how far one has read or what still comes.
        laying: what has the pages made.

    Signals:
        hand_left: what had the focus is in view no more.
    """

    hand_left = Signal()

    def __init__(
        self, bridge: ArchiveBridge, services: Services, writer: DocumentWriter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._wording, self._writer = services.wording, writer
        self._is_whole, self._has_document, self._is_old = True, False, False
        self._laid_out: Order | None = None
        self.preview = Preview(services.theme, self)
        self.pages = PagesView(bridge, services.theme, self)
        self.said = ElidedLabel("", self, role="field")
        self.beside = Label("", self, role="field")
        self._nothing = Label(
            _("There is nothing to look at: the file is for a program."), self, role="soft"
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out(services.theme.px(8))
        self.laying = LayingOut(bridge, writer, self)
        self.laying.made.connect(self._on_made)
        self.laying.moved.connect(self._on_moved)
        self.pages.turned.connect(self._refresh)
        self._refresh()

    def _lay_out(self, gap: int) -> None:
        self._line = QHBoxLayout()
        self._line.setSpacing(gap)
        self._line.addWidget(self.said, 1)
        self._line.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(self._line)
        for part in (self.preview, self.pages, self._nothing):
            column.addWidget(part, 1)

    ## What is in view

    @property
    def shows_pages(self) -> bool:
        """Whether it is the pages that are in view."""
        return self._laid_out is not None

    def outdate(self) -> None:
        """Something was changed or chosen: what is in view is read anew soon."""
        self._is_old = True
        self.laying.forget()

    def show_look(self, order: Order, look: Look) -> None:
        """Show what was read; pages of the same order stay until new ones take their place."""
        self._is_whole, self._has_document = look.is_whole, bool(look.html)
        self.preview.show_html(look.html, is_rtl=order.language != "en")
        if order != self._laid_out:
            self._drop_pages()
        self._is_old = True
        if self._has_document and order.choice.form in ON_PAPER:
            self.laying.want(order)
        else:
            self.laying.forget()
        self._refresh()

    def show_nothing(self) -> None:
        """There is no such meeting any more."""
        self._has_document = False
        self.laying.forget()
        self._drop_pages()
        self.preview.show_html("", is_rtl=self._wording.language != "en")
        self._refresh()

    def _on_made(self, order: Order, pages: Pages) -> None:
        is_same, self._laid_out = order == self._laid_out, order
        self._is_old = False
        self._writer.ready = pages.laid_out
        self.pages.show_pages(pages, in_place=is_same)
        self._refresh()

    def _on_moved(self) -> None:
        if self.laying.has_failed and self.shows_pages:
            self._drop_pages()
        self._refresh()

    def _drop_pages(self) -> None:
        self._laid_out = None
        self.pages.show_pages(None)

    def _refresh(self) -> None:
        shown = self._shown_part()
        had_hand = self.preview.hasFocus() or self.pages.hasFocus()
        for part in (self.preview, self.pages, self._nothing):
            part.setVisible(part is shown)
        if had_hand and shown is self._nothing:
            self.hand_left.emit()
        elif had_hand:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.show_words(self._said())
        if self._beside() != self.beside.words:
            self.beside.show_words(self._beside())
            self._line.activate()  # at once: else its words are cut until the next turn
        for label in (self.said, self.beside):
            label.setVisible(self._has_document)
        self.pages.setAccessibleName(self._where())
        self.pages.setAccessibleDescription(f"{self._said()}\n{self.pages.text}")

    def _shown_part(self) -> QWidget:
        if not self._has_document:
            return self._nothing
        return self.pages if self.shows_pages else self.preview

    def _said(self) -> str:
        if self.shows_pages and self._is_old:
            return _("As it was before the last change")
        if self.shows_pages:
            return self._printed()
        if self._is_whole:
            return _("Approximate preview")
        return _("Approximate preview of the beginning; the file holds all of it")

    def _printed(self) -> str:
        """Of a Word document no more is promised: Word may break its pages elsewhere."""
        count = self.pages.count
        if self._laid_out is not None and self._laid_out.choice.form == PDF:
            said = ngettext("As it will be printed: {count} page",
                            "As it will be printed: {count} pages", count)  # fmt: skip
        else:
            said = ngettext("As LibreOffice prints it: {count} page",
                            "As LibreOffice prints it: {count} pages", count)  # fmt: skip
        return said.format(count=self._wording.number(count))

    def _beside(self) -> str:
        if self.laying.is_awaited:
            return _("The pages are being laid out…")
        if self.laying.has_failed:
            return _("LibreOffice could not lay out the pages")
        return self._where() if self.shows_pages and self.pages.count > 1 else ""

    def _where(self) -> str:
        number, count = (
            self._wording.number(self.pages.page),
            self._wording.number(self.pages.count),
        )
        return _("Page {number} of {count}").format(number=number, count=count)
