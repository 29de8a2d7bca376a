"""Letters at the start of a note that say what it is; they can be had back."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.capture.box import CaptureBox
from ui.capture.mark_sign import MarkSign
from ui.capture.prefixes import SPEAKER_SIGN, made_word, mark_before, marks_beginning
from ui.capture.presenter import CapturePresenter
from ui.i18n import label

_HESITATION_MS = 450


class Marking(QObject):
    """Takes a prefix for a mark as soon as it is whole, never a word behind it.

    Only what a hand types is looked at: pasted and dictated text stays as it is.

    Signals:
        speaker_wanted: the sign that a name begins with was typed.
    """

    speaker_wanted = Signal()

    def __init__(
        self, box: CaptureBox, presenter: CapturePresenter, sign: MarkSign, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._box, self._presenter, self._sign = box, presenter, sign
        self._letters = ""
        self._before: tuple[str | None, str] = (None, "")
        self._hesitation = QTimer(self)
        self._hesitation.setSingleShot(True)
        self._hesitation.setInterval(_HESITATION_MS)
        self._hesitation.timeout.connect(self._hint)
        box.inserted.connect(self._on_inserted)
        box.edited.connect(self._on_edited)
        box.backspaced.connect(self.give_back)
        presenter.turned.connect(self._on_turned)
        presenter.dressed.connect(self._show)

    def give_back(self) -> bool:
        """Take the mark off and put its letters back; False when there is none."""
        letters = self._letters
        if letters:
            self._withdraw()
            self._box.insert_at_start(letters)
        elif self._presenter.entry.makes:
            self._presenter.choose_makes("")
        else:
            return False
        return True

    def _on_inserted(self, typed: str) -> None:
        before = self._box.words_before_caret
        if before == SPEAKER_SIGN == typed:
            self._box.remove_from_start(1)
            self.speaker_wanted.emit()
            return
        mark = mark_before(before, typed)
        if mark is None:
            return
        entry = self._presenter.entry
        self._box.remove_from_start(len(before))
        self._letters, self._before = before, (entry.note.kind, entry.makes)
        if mark.kind is not None:
            self._presenter.choose_kind(mark.kind)
        else:
            self._presenter.choose_makes(mark.makes)

    def _on_edited(self) -> None:
        if self._letters and self._box.words.startswith(self._letters):
            self._withdraw()  # an undo of the text brought them back
        self._sign.show_hints(())
        self._hesitation.start()

    def _on_turned(self) -> None:
        self._letters = ""
        self._sign.show_hints(())
        self._show()

    def _withdraw(self) -> None:
        kind, makes = self._before
        self._letters = ""
        self._presenter.choose_kind(kind)
        self._presenter.choose_makes(makes)

    def _hint(self) -> None:
        if not self._letters and self._box.hasFocus():
            self._sign.show_hints(marks_beginning(self._box.words))

    def _show(self) -> None:
        entry = self._presenter.entry
        name = made_word(entry.makes)
        if not name and self._letters:
            name = label(entry.note.kind)
        self._sign.show_mark(name, self._letters)
