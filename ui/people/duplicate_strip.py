"""A quiet question over the list: may two entries be the same person? Nobody is made to answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import N_, _, isolate, label, ngettext
from ui.people.duplicate_card import DuplicateCard, full_name
from ui.widgets.buttons import make_button
from ui.widgets.label import ElidedLabel, Label
from ui.wording import ascii_digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from recorder import Candidate, Changes
    from ui.bridge import ArchiveBridge, ArchiveType
    from ui.services import Services

_MOST = 20
_SAME_ORGANISATION = N_("Are they the same organisation?")
_TABLES = ("person", "organisation", "person_alias", "organisation_alias", "person_distinction",
           "organisation_distinction")  # fmt: skip


def read_candidates(archive: ArchiveType) -> list[Candidate]:
    """People who may be there twice, then organisations; runs in the archive's thread."""
    subject = archive.duplicates
    return [*subject.candidates("person", _MOST), *subject.candidates("organisation", _MOST)]


@dataclass
class _Questions:
    """The pairs to be asked about, without those that were put off until later."""

    candidates: list[Candidate] = field(default_factory=list)
    put_off: set[frozenset[str]] = field(default_factory=set)

    @property
    def open(self) -> list[Candidate]:
        """What can be asked now."""
        return [each for each in self.candidates if _ids(each) not in self.put_off]


class DuplicateStrip(QWidget):
    """One line while nobody looks; two entries side by side when somebody does.

    Signals:
        answering: an answer is about to be written.
        merged(str): two people are one; the id of the entry that shows.
        left: there is nothing more to compare, or the user goes back to the list.
    turned: it takes more room than before, or less.
    """

    answering = Signal()
    merged = Signal(str)
    left = Signal()
    turned = Signal()

    REST_MS = 1_500
    """Rest after a change of the directory before it is looked through again."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._questions = _Questions()
        self._current: Candidate | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.look)
        self.setAccessibleName(_("Entries that may be one"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(services.theme.px(8))
        column.addLayout(self._make_line())
        self.sheet = self._make_sheet()
        column.addWidget(self.sheet)
        self.sheet.hide()
        self.hide()
        bridge.changed.connect(self._on_changed)
        services.actions.bind("entry.compare", self.open)
        services.actions.allow("entry.compare", allowed=False)

    @property
    def is_open(self) -> bool:
        """Whether two entries are shown side by side."""
        return not self.sheet.isHidden()

    def look(self) -> None:
        """Look through the directory again."""
        self._rest.stop()
        self._bridge.request(read_candidates, self._on_read, origin=self)

    def open(self) -> None:
        """Show the two side by side, or the line again."""
        if self.is_open:
            self.close_sheet()
        elif self._current is not None:
            self._turn(is_open=True)
            self.first.keep.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_sheet(self) -> None:
        """Back to the line, and to the list."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.sheet.isAncestorOf(focus)
        self._turn(is_open=False)
        if had_focus:
            self.left.emit()

    def _turn(self, *, is_open: bool) -> None:
        self.sheet.setVisible(is_open)
        self.look_at.setVisible(not is_open)
        self.line.set_role("strong" if is_open else "soft")
        if self._current is not None:
            self._tell(self._current)
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 say which name shows, Delete that they are two, Escape later."""
        answer = ascii_digits(event.text())
        if self.is_open and answer in {"1", "2"}:
            (self.first if answer == "1" else self.second).keep.click()
        elif self.is_open and event.key() == Qt.Key.Key_Delete:
            self.other.click()
        elif self.is_open and event.key() == Qt.Key.Key_Escape:
            self.later.click()
        else:
            super().keyPressEvent(event)

    ## Building

    def _make_line(self) -> QHBoxLayout:
        theme = self._services.theme
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        sign = Label("", self)
        sign.setPixmap(theme.pixmap("users", "soft", 18, self.devicePixelRatio()))
        self.line = ElidedLabel("", self, role="soft")
        self.look_at = make_button(_("Compare"), theme, self, kind="quiet")
        self.look_at.setToolTip(self._services.actions.tooltip("entry.compare"))
        self.look_at.clicked.connect(self.open)
        line.addWidget(sign)
        line.addWidget(self.line, 1)
        line.addWidget(self.look_at)
        return line

    def _make_sheet(self) -> QWidget:
        theme = self._services.theme
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        pair = QHBoxLayout()
        pair.setSpacing(theme.px(8))
        self.first = DuplicateCard(self._services, "1", sheet)
        self.second = DuplicateCard(self._services, "2", sheet)
        self.first.kept.connect(lambda: self._merge(is_first=True))
        self.second.kept.connect(lambda: self._merge(is_first=False))
        pair.addWidget(self.first, 1)
        pair.addWidget(self.second, 1)
        column.addLayout(pair)
        column.addLayout(self._make_answers(sheet))
        return sheet

    def _make_answers(self, sheet: QWidget) -> QHBoxLayout:
        theme = self._services.theme
        answers = QHBoxLayout()
        answers.setSpacing(theme.px(8))
        self.other = make_button(_("No, they are two"), theme, sheet)
        self.other.setToolTip(_("No, they are two  {key}").format(key="Del"))
        self.other.clicked.connect(self._dismiss)
        self.later = make_button(_("Later"), theme, sheet, kind="quiet")
        self.later.setToolTip(_("Later  {key}").format(key="Esc"))
        self.later.clicked.connect(self._put_off)
        answers.addWidget(self.other)
        answers.addWidget(self.later)
        answers.addStretch(1)
        return answers

    ## Showing

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if any(changes.touches(table) for table in _TABLES) and self._is_in_view():
            self._rest.start(self.REST_MS)

    def _is_in_view(self) -> bool:
        above = self.parentWidget()
        return above is not None and above.isVisible()

    def _on_read(self, candidates: list[Candidate]) -> None:
        self._questions.candidates = candidates
        self._show()

    def _show(self) -> None:
        asked = self._questions.open
        known = [each for each in asked if self._current and _ids(each) == _ids(self._current)]
        self._current = next(iter(known or asked), None)
        self._services.actions.allow("entry.compare", allowed=bool(asked))
        if self._current is None:
            self.close_sheet()
        else:
            self._show_candidate(self._current)
        self.setVisible(self._current is not None)
        self.turned.emit()

    def _show_candidate(self, candidate: Candidate) -> None:
        self._tell(candidate)
        self.first.show_entry(candidate.first, candidate.first_meetings)
        self.second.show_entry(candidate.second, candidate.second_meetings)

    def _tell(self, candidate: Candidate) -> None:
        """The line: that two may be one, and how many more; or the question and its reason."""
        is_person = candidate.table == "person"
        if self.is_open:
            asked = _("Are they the same person?") if is_person else _(_SAME_ORGANISATION)
            self.line.show_words(f"{asked}  {label(candidate.likeness)}.")
            return
        names = [isolate(full_name(each)) for each in (candidate.first, candidate.second)]
        said = _("“{first}” and “{second}” may be the same person.") if is_person else _(
            "“{first}” and “{second}” may be the same organisation."
        )  # fmt: skip
        words = said.format(first=names[0], second=names[1])
        others = len(self._questions.open) - 1
        more = ngettext("And {count} more.", "And {count} more.", others)
        if others:
            words = f"{words} {more.format(count=self._services.wording.number(others))}"
        self.line.show_words(words)

    ## Answers

    def _merge(self, *, is_first: bool) -> None:
        candidate = self._answered()
        if candidate is None:
            return
        pair = (candidate.second, candidate.first) if is_first else (candidate.first,
                                                                     candidate.second)  # fmt: skip
        start, end = (each.id for each in pair)
        kind = candidate.table

        def merged(changes: Changes) -> None:
            if kind == "person":
                self.merged.emit(end)
            said = _("The two entries are one now, shown as “{name}”.")
            self._told(changes, said.format(name=isolate(pair[1].name)))

        self._write(lambda archive: archive.duplicates.merge(kind, start, end), merged)

    def _dismiss(self) -> None:
        candidate = self._answered()
        if candidate is None:
            return
        kind, one, other = candidate.table, candidate.first.id, candidate.second.id

        def told_apart(changes: Changes) -> None:
            self._told(changes, _("They stay two, and nobody is asked about them again."))

        self._write(lambda archive: archive.duplicates.dismiss(kind, one, other), told_apart)

    def _put_off(self) -> None:
        """Not now: the pair is asked about again when the screen is made anew."""
        candidate = self._current
        if candidate is not None:
            self._questions.put_off.add(_ids(candidate))
            self.close_sheet()
            self._show()

    def _answered(self) -> Candidate | None:
        """The pair in view, which is asked about no more while its answer is on the way."""
        candidate = self._current
        if candidate is not None:
            self.answering.emit()
            self._questions.candidates.remove(candidate)
            self._show()
        return candidate

    def _write(
        self, call: Callable[[ArchiveType], Changes], done: Callable[[Changes], None]
    ) -> None:
        self._bridge.request(call, done, origin=self, saves=True)

    def _told(self, changes: Changes, said: str) -> None:
        def take_back() -> None:
            self._bridge.request(
                lambda archive: archive.duplicates.take_back(changes),
                lambda _changes: self.look(), origin=self, saves=True,
            )  # fmt: skip

        self._services.notices.post(
            said, "good", answers=((_("Undo"), take_back),), key="duplicates"
        )


def _ids(candidate: Candidate) -> frozenset[str]:
    return frozenset((candidate.first.id, candidate.second.id))
