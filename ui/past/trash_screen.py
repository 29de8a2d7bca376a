"""The trash: what was deleted, and its way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from recorder import Changes, Trashed
from ui.bridge import ArchiveBridge
from ui.i18n import _, ngettext
from ui.past.steps import NOTICE
from ui.past.trash_delegate import TrashDelegate
from ui.past.trash_model import TrashModel, read_trash
from ui.screen import Screen
from ui.services import Services
from ui.widgets.buttons import make_button
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.surfaces import put_page

_MOST, _SEARCH_WIDTH = 1_000, 340
"""So many of the latest deletions are shown; the console lists all."""


class TrashList(QListView):
    """The list; Enter brings the chosen rows back.

    Signals:
        wanted: the chosen rows are to come back.
    """

    wanted = Signal()

    def __init__(self, services: Services, model: TrashModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(TrashDelegate(services.theme, model, self))
        self.setAccessibleName(_("Deleted"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter restores; arrows, with Shift for several, as in every list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class TrashScreen(Screen):
    """Deleting is never asked about, since everything is here afterwards."""

    name = "trash"

    def __init__(self, bridge: ArchiveBridge, services: Services) -> None:
        super().__init__(bridge, services)
        self._is_stale = True
        self.model = TrashModel(services, self)
        self.search = LineField(
            _("Search what was deleted"), services.theme, self,
            placeholder=_("Search what was deleted"),
        )  # fmt: skip
        self.search.holds_words = True
        self.list = TrashList(services, self.model, self)
        self.restore_button = make_button(
            _("Restore"), services.theme, self, icon="rotate-ccw", kind="primary"
        )
        self.restore_button.setToolTip(_("Restore") + "  \u2066Enter\u2069")
        self._stack = QStackedLayout(self)
        full = QWidget(self)
        column = put_page(full, services.theme)
        column.addLayout(self._make_bar())
        column.addWidget(self.list, 1)
        self._stack.addWidget(full)
        self._stack.addWidget(self._make_empty())
        self.search.textChanged.connect(self._on_searched)
        self.search.left.connect(self._choose_first)
        self.list.wanted.connect(self.restore)
        self.restore_button.clicked.connect(lambda _checked=False: self.restore())
        self.list.selectionModel().selectionChanged.connect(self._refresh)
        bridge.changed.connect(self._on_changed)
        self._refresh()

    @property
    def is_empty(self) -> bool:
        """Whether the words for an empty trash are shown."""
        return self._stack.currentIndex() == 1

    def enter(self) -> None:
        """Read what is there, and begin in the list."""
        if self._is_stale:
            self.reload()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> None:
        """Read the trash again."""
        self._is_stale = False
        self.bridge.request(read_trash(_MOST), self._on_read, origin=self)

    def restore(self) -> None:
        """Bring the chosen rows back where they were, in one step."""
        chosen = self._chosen()
        rows = [(each.table, each.row_id) for each in chosen]
        if not rows:
            return

        def say(_changes: Changes) -> None:
            said = ngettext("{count} entry was restored.", "{count} entries were restored.",
                            len(rows))  # fmt: skip
            count = self.services.wording.number(len(rows))
            self.services.notices.post(said.format(count=count), "good", key=NOTICE)

        self.bridge.request(lambda archive: archive.restore_rows(rows), say, origin=self,
                            saves=True)  # fmt: skip

    def _make_bar(self) -> QHBoxLayout:
        self.search.setMaximumWidth(self.services.theme.px(_SEARCH_WIDTH))
        bar = QHBoxLayout()
        bar.addWidget(self.search, 1)
        bar.addStretch(1)
        bar.addWidget(self.restore_button)
        return bar

    def _make_empty(self) -> QWidget:
        theme = self.services.theme
        empty = QWidget(self)
        column = QVBoxLayout(empty)
        column.setSpacing(theme.px(8))
        self._nothing = Label(_("The trash is empty"), empty, role="page")
        self._nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Tab must begin somewhere
        sign = Label("", empty)
        sign.setPixmap(theme.pixmap("trash-2", "line_strong", 40, self.devicePixelRatio()))
        column.addStretch(1)
        for label in (
            sign,
            self._nothing,
            Label(_("What you delete waits here until you want it back."), empty, role="soft"),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(2)
        return empty

    def _chosen(self) -> list[Trashed]:
        indexes = self.list.selectionModel().selectedIndexes()
        return [row for each in indexes if (row := self.model.row(each)) is not None]

    def _on_searched(self, words: str) -> None:
        self.model.filter(words)
        self._choose_first()

    def _choose_first(self) -> None:
        if self.model.rowCount() and not self._chosen():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._refresh()

    def _on_read(self, found: Sequence[tuple[Trashed, str]]) -> None:
        self.model.show_trash(found)
        had_focus = self.list.hasFocus()
        self._stack.setCurrentIndex(0 if found else 1)
        if had_focus and not found:
            self._nothing.setFocus()
        self._choose_first()

    def _refresh(self, *_what: object) -> None:
        self.restore_button.setEnabled(bool(self._chosen()))

    def _on_changed(self, _changes: Changes, _origin: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self.reload()
