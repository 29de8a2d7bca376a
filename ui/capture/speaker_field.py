"""The field in which a few letters name the speaker, with the list that opens beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QMoveEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from recorder import Speaker
from ui.capture.speaker_choices import (
    GROUP,
    PERSON,
    ROW_HEIGHT,
    VOICE,
    Choice,
    ChoiceDelegate,
    Choices,
)
from ui.capture.speakers import NOBODY, Candidate, find_speakers, is_voice, named_exactly
from ui.i18n import _, isolate
from ui.theme.theme import BODY, Theme
from ui.widgets.line_field import LineField

_MOST_FOUND, _MOST_SEEN = 40, 8
_UNKNOWN = frozenset("؟?")
_BORROWED = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Another window, a menu or the palette has the focus for a while."""


class SpeakerField(LineField):
    """Names the speaker; whoever is not known yet is taken in without leaving the field.

    The list is a child of the window and no popup of its own: it takes no focus, it is not
    clamped by small screens, and Enter means the same thing everywhere.

    Signals:
        picked(Speaker): somebody was chosen; an empty field means nobody in particular.
        person_wanted(str): a name is to become a person of the meeting.
        group_wanted(str): a name is to become the label of a group, or of a voice without a name.
        dismissed(str): the field was left as it was; with the letters that had been typed.
    """

    picked = Signal(object)
    person_wanted = Signal(str)
    group_wanted = Signal(str)
    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(_("Speaker"), theme, parent, placeholder=_("Who is speaking?"))
        self._theme = theme
        self._candidates: Sequence[Candidate] = ()
        self._recent: Sequence[Speaker] = ()
        self._speaker, self._shown = NOBODY, ""
        self._next_voice = ""
        self._is_asking, self._about = False, ""
        self._under: QWidget | None = None
        self.setFont(theme.font(BODY, 600))
        sign = QAction(theme.icon("mic", "accent", 18), _("Speaker"), self)
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        sign.triggered.connect(self.open_list)
        self._model = Choices(self)
        self._list: QListView | None = None
        self.edited.connect(self.open_list)

    ## For the capture

    @property
    def is_open(self) -> bool:
        """Whether the list is in view."""
        return self._list is not None and self._list.isVisible()

    @property
    def choices(self) -> Sequence[Choice]:
        """What the list offers."""
        return self._model.rows

    @property
    def unfinished(self) -> str:
        """The beginning of a name that leads to nobody yet, "" when there is none."""
        return self.words if self.hasFocus() and self.words != self._shown else ""

    def offer(
        self, candidates: Sequence[Candidate], recent: Sequence[Speaker], next_voice: str = ""
    ) -> None:
        """Find among these from now on, the recent ones first.

        `next_voice` is how somebody is called whose name nobody knows yet; "" offers no such one.
        """
        self._candidates, self._recent, self._next_voice = candidates, recent, next_voice
        if self.is_open and self.hasFocus():
            self._offer_again()

    def ask(self, about: str = "", under: QWidget | None = None) -> None:
        """Take the focus with nothing typed yet; left without a choice, all stays as it was.

        Args:
            about: a label under which nobody is sought, since it is asked who that is.
            under: what the list leaves in view when it opens upwards.
        """
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._is_asking, self._about, self._under = True, about, under
        self.clear()
        self.open_list()

    def show_speaker(self, speaker: Speaker, name: str) -> None:
        """Show who speaks."""
        self._speaker, self._shown = speaker, name
        if not self.is_open and not self._is_asking:
            self.show_words(name)

    def open_list(self) -> None:
        """Show who may be meant by what stands in the field."""
        typed = "" if self.words == self._shown else self.words
        rows = self._rows(typed)
        self._model.show_rows(rows)
        popup = self._popup()
        popup.setGeometry(self._place(len(rows)))
        popup.setVisible(bool(rows))
        popup.raise_()
        self._highlight(0 if typed else -1)

    def close_list(self) -> None:
        """Put the list away."""
        if self._list is not None:
            self._list.hide()

    def dismiss(self) -> None:
        """Leave the field as it was."""
        typed = "" if self.words == self._shown else self.text()
        self.restore()
        self.dismissed.emit(typed)

    def restore(self) -> None:
        """Forget what was typed; the speaker stays."""
        self._is_asking = False
        self.close_list()
        self.show_words(self._shown)

    ## Reactions

    def moveEvent(self, event: QMoveEvent) -> None:
        """The list goes where the field goes, when a strip opens over it."""
        super().moveEvent(event)
        if self.is_open:
            self._popup().setGeometry(self._place(len(self._model.rows)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer everybody at once."""
        super().focusInEvent(event)
        if event.reason() not in _BORROWED:
            self.selectAll()
            self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a whole name; forget the beginning of one."""
        super().focusOutEvent(event)
        if event.reason() not in _BORROWED:
            self._settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer everybody again."""
        super().mousePressEvent(event)
        self.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the list, Enter takes, Esc leaves all as it was."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Backspace and self._is_left_empty):
            self.dismiss()
        elif event.text() == ":" and self._is_asking and self._is_on_somebody:
            self._take()  # «@هبة:» goes on with what she says
        else:
            super().keyPressEvent(event)

    def _offer_again(self) -> None:
        """Who is known has changed; the row on which the hand stands stays."""
        row = self._popup().currentIndex().row()
        chosen = self._model.rows[row] if row >= 0 else None
        self.open_list()
        if chosen in self._model.rows and chosen is not None and not chosen.offer:
            self._highlight(list(self._model.rows).index(chosen))

    @property
    def _is_left_empty(self) -> bool:
        return self._is_asking and not self.text()

    @property
    def _is_on_somebody(self) -> bool:
        row = self._popup().currentIndex().row()
        return self.is_open and row >= 0 and self._model.rows[row].speaker is not None

    def _rows(self, typed: str) -> list[Choice]:
        found = find_speakers(self._candidates, typed, self._recent)[:_MOST_FOUND]
        if self._is_asking and self._about:
            found = [each for each in found if each.speaker.label != self._about]
        rows = [Choice(each.name, each.detail, each.speaker) for each in found]
        voice = Choice(
            _("Not known yet: {name}").format(name=isolate(self._next_voice)), offer=VOICE
        )
        offers_voice = self._next_voice and not (self._is_asking and self._about)
        if typed in _UNKNOWN:
            return [voice, *rows] if offers_voice else rows
        if typed and named_exactly(self._candidates, typed) is None:
            name = isolate(typed)
            person = Choice(_("Add {name} as a participant").format(name=name), offer=PERSON)
            group = Choice(
                _("Record {name} as a group, or a voice without a name").format(name=name),
                offer=GROUP,
            )
            rows += [group, person] if is_voice(typed) else [person, group]
        elif not typed and offers_voice:
            rows.append(voice)
        return rows

    def _step(self, step: int) -> None:
        if not self.is_open:
            self.open_list()
            return
        rows = len(self._model.rows)
        self._highlight((self._popup().currentIndex().row() + step) % rows if rows else -1)

    def _take(self) -> None:
        if self.is_open:
            row = self._popup().currentIndex().row()
            if row >= 0:
                self._choose(self._model.rows[row])
                return
        if self.words and self.words != self._shown:
            self.open_list()  # the name is not known: the offers answer
            return
        if self._is_left_empty:
            self.dismiss()
            return
        self._is_asking = False
        self.close_list()
        self.picked.emit(self._speaker if self.words else NOBODY)

    def _choose(self, choice: Choice) -> None:
        typed = self.words
        self._is_asking = False
        self.close_list()
        if choice.speaker is not None:
            self.picked.emit(choice.speaker)
        elif choice.offer == PERSON:
            self.person_wanted.emit(typed)
        else:
            self.group_wanted.emit(self._next_voice if choice.offer == VOICE else typed)

    def _settle(self) -> None:
        self.close_list()
        was_asking, self._is_asking = self._is_asking, False
        exact = named_exactly(self._candidates, self.words)
        if self.words != self._shown and exact is not None:
            self.picked.emit(exact.speaker)
        elif self._shown and not self.words and not was_asking:
            self.picked.emit(NOBODY)
        else:
            self.restore()

    def _highlight(self, row: int) -> None:
        popup = self._popup()
        popup.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    def _popup(self) -> QListView:
        if self._list is None:
            popup = QListView(self.window())
            popup.setObjectName("speakers")
            popup.setProperty("class", "Popup")
            popup.setAccessibleName(_("Speakers"))
            popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            popup.setUniformItemSizes(True)
            popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            popup.setItemDelegate(ChoiceDelegate(self._theme, popup))
            popup.setModel(self._model)
            self._model.setParent(popup)  # a view that outlives its model complains
            popup.clicked.connect(lambda index: self._choose(self._model.rows[index.row()]))
            self.destroyed.connect(popup.deleteLater)
            self._list = popup
        return self._list

    def _place(self, rows: int) -> QRect:
        """Beside the field, on the side where there is more room."""
        window = self.window()
        top_left = self.mapTo(window, QPoint(0, 0))
        width = min(max(self.width(), self._theme.px(380)), window.width())
        height = min(rows, _MOST_SEEN) * self._theme.px(ROW_HEIGHT) + self._theme.px(4)
        below = window.height() - top_left.y() - self.height()
        top = top_left.y() + self.height() + 2
        if below < height and top_left.y() > below:
            height = min(height, top_left.y() - 4)
            top = top_left.y() - height - 2
            if self._is_asking and self._under is not None:
                top = self._under.mapTo(window, QPoint(0, 0)).y() - height - 2
        left = top_left.x()
        if self._theme.is_rtl:
            left += self.width() - width
        return QRect(max(left, 0), top, width, height)
