"""The agenda of a meeting: its items in their order, and the details of one of them."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from recorder import AgendaItem, Changes, Person, Place, RecorderError, Theme, new_id
from ui.bridge import ArchiveBridge
from ui.edits import delete, move, restore
from ui.i18n import _, isolate, ngettext
from ui.meeting.agenda_card import AgendaCard
from ui.meeting.agenda_model import AgendaLine, AgendaModel
from ui.meeting.item_panel import ItemPanel
from ui.meeting.outline import (
    Move,
    OutlineRow,
    dropped,
    indented,
    lowered,
    outdented,
    outline,
    raised,
    with_its_own,
)
from ui.services import Services
from ui.widgets.drafting import Drafting, DraftKey

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

_PANEL, _TWO_PANES = 320, 680
_LEAST = QSize(420, 320)
_STEPS: dict[str, Callable[[Sequence[OutlineRow], str], Move | None]] = {
    "raise": raised,
    "lower": lowered,
    "indent": indented,
    "outdent": outdented,
}


class AgendaForm(QWidget):
    """The items of a meeting's agenda; everything saves by itself."""

    def __init__(
        self, bridge: ArchiveBridge, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._meeting_id = ""
        self._outline: list[OutlineRow] = []
        self._new_id, self._awaited = new_id(), ""
        self._is_stale, self._in_details, self._is_moving = False, False, False
        self._steps: deque[str] = deque()
        self._drafting = Drafting(bridge, services.saved, "form.agenda", self)
        self.model = AgendaModel(services.wording, self)
        self._lay_out()
        self._connect()

    def open_meeting(self, meeting_id: str) -> None:
        """Show the agenda of a meeting; "" shows none."""
        self.leave()
        self._meeting_id = meeting_id
        self._steps.clear()
        self._is_moving = False
        self.adder.setEnabled(bool(meeting_id))
        self._reload()

    def enter(self) -> None:
        """Begin in the line that adds."""
        self.adder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Make changes of what was typed."""
        self._add_typed()
        self._drafting.leave()
        self.details.leave()

    def minimumSizeHint(self) -> QSize:
        """Small: list and details give way to each other."""
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two panes where there is room for them, else the one takes the place of the other."""
        super().resizeEvent(event)
        self._arrange()

    ## Building

    def _lay_out(self) -> None:
        look = self._services.theme
        inset = look.px(16)
        self.setProperty("class", "Page")
        panes = QHBoxLayout(self)
        panes.setContentsMargins(inset, inset, inset, inset)
        panes.setSpacing(inset)
        panes.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.card = AgendaCard(self.model, look, self)
        self.list, self.adder = self.card.list, self.card.adder
        self.panel = ItemPanel(self._bridge, self._services, self)
        self.details = self.panel.form
        panes.addWidget(self.card, 1)
        panes.addWidget(self.panel)

    def _arrange(self) -> None:
        look = self._services.theme
        is_wide = self.width() >= look.px(_TWO_PANES)
        self.panel.setVisible(is_wide or self._in_details)
        self.card.setVisible(is_wide or not self._in_details)
        self.panel.stand_alone(alone=not is_wide)
        self.card.opener.setVisible(not is_wide)
        self.panel.setMinimumWidth(look.px(_PANEL) if is_wide else 0)
        self.panel.setMaximumWidth(look.px(_PANEL) if is_wide else self.maximumWidth())

    def _connect(self) -> None:
        titles = self.list.titles
        titles.typed.connect(self._on_title_typed)
        titles.titled.connect(self._on_titled)
        titles.abandoned.connect(self._on_abandoned)
        titles.entered.connect(self._on_title_entered)
        self.card.stepped.connect(self._step)
        self.card.removed.connect(self._delete)
        self.card.wanted.connect(self._on_wanted)
        self.panel.closed.connect(self._on_closed)
        self.list.selectionModel().currentChanged.connect(self._show_details)
        self.adder.edited.connect(self._on_adder_typed)
        self.adder.entered.connect(self._add_typed)
        self.adder.left.connect(self._add_typed)
        self.adder.abandoned.connect(self._on_adder_abandoned)
        self.model.dropped.connect(self._on_dropped)
        self._services.directory.loaded.connect(self._show)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.opened.connect(self._reload)
        self._bridge.settled.connect(self._on_settled)

    def _on_wanted(self) -> None:
        if self.list.current_id:
            self._in_details = True
            self._arrange()
            self.panel.begin()

    def _on_closed(self) -> None:
        self.details.leave()
        self._in_details = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    ## Reading

    def _reload(self) -> None:
        meeting_id = self._meeting_id
        self._bridge.request(
            lambda archive: (meeting_id, archive.agenda.all(meeting_id) if meeting_id else []),
            self._on_read,
            origin=self,
        )

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches("agenda_item"):
            self._reload()

    def _on_read(self, answer: tuple[str, list[AgendaItem]]) -> None:
        meeting_id, items = answer
        if meeting_id != self._meeting_id:
            return
        if not self._bridge.is_settled:
            self._is_stale = True  # what was read may lack what is on its way to the disk
            return
        self._outline = outline(items)
        self._is_moving = False
        self._show()
        self._take_step()

    def _on_settled(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._reload()

    def _show(self) -> None:
        rows = self._services.directory.rows
        lines = [self._line(each, rows.themes, rows.people) for each in self._outline]
        self.model.show_rows(lines)
        if self._awaited:
            self.list.choose(self._awaited)
            self._awaited = ""
        elif not self.list.current_id and lines:
            self.list.choose(lines[0].id)
        self.list.scrollTo(self.list.currentIndex())
        self.card.totals.show_words(self._totalled())
        self._show_details()

    def _line(
        self, row: OutlineRow, themes: Mapping[str, Theme], people: Mapping[str, Person]
    ) -> AgendaLine:
        theme = themes.get(row.item.theme_id or "")
        presenter = people.get(row.item.presenter_id or "")
        return AgendaLine(row, theme.title if theme else "", presenter.name if presenter else "")

    def _totalled(self) -> str:
        number = self._services.wording.number
        items = len(self._outline)
        minutes = sum(each.item.planned_minutes or 0 for each in self._outline)
        told = ngettext("{count} item", "{count} items", items).format(count=number(items))
        if not minutes:
            return told
        planned = ngettext("{count} minute", "{count} minutes", minutes)
        return f"{told} · {planned.format(count=number(minutes))}"

    def _show_details(self) -> None:
        self.panel.show_line(self.model.row(self.list.currentIndex()))

    ## Writing

    def _write(self, call: "Callable[[ArchiveType], Changes]") -> None:
        self._bridge.request(call, origin=self, saves=True)

    def _step(self, step: str) -> None:
        self._steps.append(step)
        self._take_step()

    def _take_step(self) -> None:
        """One step at a time: the next is reckoned from where the last one has led."""
        while self._steps and not self._is_moving:
            step, item_id = self._steps.popleft(), self.list.current_id
            if item_id:
                self._move(item_id, _STEPS[step](self._outline, item_id))

    def _on_dropped(self, item_id: str, before: int) -> None:
        self._move(item_id, dropped(self._outline, item_id, before))

    def _move(self, item_id: str, to: Move | None) -> None:
        if to is not None:
            self._awaited, self._is_moving = item_id, True
            self._bridge.request(
                move("agenda_item", item_id, parent_id=to.parent_id, after=to.after),
                lambda _changes: self._reload(),
                origin=self,
                failed=self._on_unmoved,
                saves=True,
            )

    def _on_unmoved(self, error: RecorderError) -> None:
        self._steps.clear()
        self._is_moving = False
        self._bridge.failed.emit(error)

    def _delete(self) -> None:
        line = self.model.row(self.list.currentIndex())
        if line is None:
            return
        ids = with_its_own(self._outline, line.id)
        self._write(delete("agenda_item", *ids))
        text = _("“{title}” was deleted.").format(title=isolate(line.title))
        undo = (_("Undo"), lambda: self._write(restore("agenda_item", *ids)))
        self._services.notices.post(text, answers=(undo,), key="agenda_item")

    def _on_title_typed(self, item_id: str, read: Callable[[], str]) -> None:
        self._drafting.typed(_title_of(item_id), read)

    def _on_titled(self, item_id: str, title: str) -> None:
        if title:
            self._drafting.leave()
        else:
            self._drafting.forget(_title_of(item_id))

    def _on_abandoned(self, item_id: str) -> None:
        self._drafting.forget(_title_of(item_id))
        self.list.setFocus()
        self._reload()

    def _on_title_entered(self, item_id: str) -> None:
        at = self.model.place_of(item_id)
        if at == self.model.rowCount() - 1:
            self.adder.setFocus()
        else:
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(at + 1, 0))

    def _on_adder_typed(self) -> None:
        # A new item stands where the last one does: among the sub-items, or by itself.
        last = self._outline[-1] if self._outline else None
        parent_id = last.item.place.parent_id if last else None
        fields = {"meeting_id": self._meeting_id, "place": Place(parent_id)}
        key = DraftKey("agenda_item", self._new_id, "title", fields)
        self._drafting.typed(key, lambda: self.adder.words)

    def _add_typed(self) -> None:
        if self.adder.words and self._meeting_id:
            self._drafting.leave()
            self._awaited, self._new_id = self._new_id, new_id()
            self.adder.clear()

    def _on_adder_abandoned(self) -> None:
        self._drafting.forget(_title_of(self._new_id))
        self.adder.clear()


def _title_of(item_id: str) -> DraftKey:
    return DraftKey("agenda_item", item_id, "title")
