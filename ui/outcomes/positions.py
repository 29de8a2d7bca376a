"""Who stood how to one point or decision: a line for each, and three fields that add one."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from recorder import Organisation, Position, Row, Stance, Subject, new_id
from ui.bridge import ArchiveBridge
from ui.edits import append, delete, edit, restore
from ui.i18n import _
from ui.outcomes.lines import position_words
from ui.outcomes.reading import Outcome, Outcomes, turning_stance
from ui.services import Services
from ui.theme.theme import Theme
from ui.widgets.choice_field import ChoiceField, token_choices
from ui.widgets.label import Label
from ui.widgets.line_field import LineField
from ui.widgets.name_field import NameField

_MOST = 220
_ID = Qt.ItemDataRole.UserRole + 1


class PositionsList(QListWidget):
    """The positions; Space turns the stance, Del takes one away.

    Signals:
        turned(str): the stance of a position is to be the next one.
        removed(str): a position is to be deleted.
    """

    turned = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(_("Positions"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(_("Space turns the stance, Del takes it away"))

    def fit(self) -> None:
        """Be as high as the lines, within limits."""
        # Measured here: the hints of rows that wrap are those of a width before (measured).
        px, width = self._look.px, self.viewport().width() - self._look.px(8)
        room, wrap = QRect(0, 0, max(width, 1), 0), Qt.TextFlag.TextWordWrap
        heights = []
        for at in range(self.count()):
            item = self.item(at)
            height = self.fontMetrics().boundingRect(room, wrap, item.text()).height() + px(8)
            item.setSizeHint(QSize(px(80), height))
            heights.append(height)
        self.setFixedHeight(min(sum(heights) + px(6), px(_MOST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines wrap anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Del is its own."""
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if is_delete and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Del."""
        signal = {Qt.Key.Key_Space: self.turned, Qt.Key.Key_Delete: self.removed}.get(
            Qt.Key(event.key())
        )
        if signal is None or self.currentRow() < 0:
            super().keyPressEvent(event)
        else:
            signal.emit(str(self.currentItem().data(_ID)))


class PositionsField(QWidget):
    """An organisation, how it stood, and why; Enter in any of the three puts it on record."""

    def __init__(self, bridge: ArchiveBridge, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._services = bridge, services
        self._about: Outcome | None = None
        self._shown: tuple[tuple[str, str], ...] = ()
        look = services.theme
        self.list = PositionsList(look, self)
        self.holder = NameField(_("Organisation"), look, self, placeholder=_("Whose position?"))
        self.stance = ChoiceField(_("Stance"), look, token_choices(Stance), self)
        self.reason = LineField(_("Reason"), look, self, placeholder=_("Why? Enter adds it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Label(_("Positions"), self, role="field"))
        for part in (self.list, self.holder, self.stance, self.reason):
            column.addWidget(part)
        for field in (self.holder, self.stance, self.reason):
            field.installEventFilter(self)
        self.list.turned.connect(lambda each: self._write(turning_stance(each)))
        self.list.removed.connect(self._remove)
        services.directory.loaded.connect(self._offer)
        self._offer()
        self.stance.show_value(Stance.SUPPORTS)

    def show_positions(self, about: Outcome | None, outcomes: Outcomes) -> None:
        """Show the positions on a point or a decision; what is being typed stays."""
        if about is None or self._about is None or about.id != self._about.id:
            self.leave()
        self._about = about
        held = outcomes.positions.get(about.id, ()) if about else ()
        shown = tuple((each.id, position_words(each, outcomes)) for each in held)
        if shown == self._shown:
            return
        at, self._shown = self.list.currentRow(), shown
        self.list.clear()
        for position_id, words in shown:
            item = QListWidgetItem(words, self.list)
            item.setData(_ID, position_id)
        self.list.setCurrentRow(min(max(at, 0), len(shown) - 1))
        self.list.setVisible(bool(shown))
        self.list.fit()

    def leave(self) -> None:
        """Put on record what was typed, also when Enter was not pressed."""
        if self._about is not None and (self.holder.words or self.reason.words):
            self._add()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in any field adds, once the completion has had its turn."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not (watched is self.holder and self.holder.is_choosing)
        ):
            if self.holder.words or self.reason.words:
                self._add()
                self.holder.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        about = self._about
        if about is None:
            return
        position = Position(
            id=new_id(),
            meeting_id=about.meeting_id,
            subject=Subject(about.TABLE, about.id),
            stance=self.stance.value,
            organisation_id=self._organisation(),
            reason=self.reason.words,
        )
        self._write(append(position))
        self.holder.show_value(None)
        self.holder.clear()
        self.reason.clear()

    def _organisation(self) -> str | None:
        words = self.holder.words
        known = {each.name: each.id for each in self._services.directory.organisation_choices()}
        if not words or self.holder.value or words in known:
            return self.holder.value or known.get(words)
        made: Row = Organisation(id=new_id(), name=words)
        self._write(edit(made))
        return made.id

    def _remove(self, position_id: str) -> None:
        self._write(delete("position", position_id))
        self._services.notices.post(
            _("The position was deleted."),
            answers=((_("Undo"), lambda: self._write(restore("position", position_id))),),
            key="position",
        )

    def _write(self, call: object) -> None:
        self._bridge.request(call, origin=self, saves=True)  # type: ignore[arg-type]

    def _offer(self) -> None:
        self.holder.offer(self._services.directory.organisation_choices())
