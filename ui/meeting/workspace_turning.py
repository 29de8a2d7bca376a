"""One key says what a note is, or makes of it, or of selected words, what they amount to."""

from functools import partial

from recorder import Decision, Note, NoteKind, Recommendation
from ui.capture.entry import made_of
from ui.capture.prefixes import DECISION, RECOMMENDATION
from ui.capture.writing import make_of
from ui.i18n import _, label
from ui.meeting.workspace_part import Commands, Part, Session

_KINDS = (NoteKind.QUESTION, NoteKind.NEED, NoteKind.CHALLENGE, NoteKind.PRIVATE)


class TurningPart(Part):
    """What a key turns: the note selected in the list, the words selected in the box, or the box.

    Of selected words a note of their own is made, beside the one in which they stay.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        session.capture.presenter.made.connect(self._tell_made)

    def commands(self) -> Commands:
        """A key for each."""
        return {
            "note.recommendation": partial(self._make, RECOMMENDATION),
            "note.decision": partial(self._make, DECISION),
            **{f"note.{kind.value}": partial(self._turn, kind) for kind in _KINDS},
        }

    def _make(self, makes: str) -> None:
        session, capture = self.session, self.session.capture
        presenter = capture.presenter
        listed = session.listed_note()
        made = made_of(listed, makes) if listed is not None else None
        if listed is not None and made is not None:
            session.bridge.request(make_of(listed.id, made), saves=True)
            self._tell_made(made)
            if listed.kind == NoteKind.PRIVATE:
                session.services.notices.post(
                    _("The note is private; what was made of it is not."), "warn", key="private"
                )
        elif presenter.has_words:
            presenter.finish(makes, capture.box.selected_words)
        else:
            presenter.choose_makes("" if presenter.entry.makes == makes else makes)
        capture.take_focus()

    def _turn(self, kind: NoteKind) -> None:
        capture = self.session.capture
        presenter, words = capture.presenter, capture.box.selected_words
        listed = self.session.listed_note()
        if listed is not None:
            self._turn_listed(listed, kind)
        elif words:
            note = presenter.finish()
            if note is not None:
                presenter.quote(note, words, kind)
                self._tell(_("A note was made of the words: {kind}"), kind, "note.quote")
        else:
            is_so = presenter.entry.note.kind == kind
            presenter.choose_kind(NoteKind.STATEMENT if is_so else kind)
        capture.take_focus()

    def _turn_listed(self, note: Note, kind: NoteKind) -> None:
        becomes = NoteKind.STATEMENT if note.kind == kind else kind
        self.session.bridge.request(
            lambda archive: archive.notes.turn(note.id, becomes), saves=True
        )
        words = _("The note is now: {kind}")
        if becomes == NoteKind.PRIVATE:
            words = _(
                "The note is private from now on. What it said until now stays in its past, which "
                "is shared."
            )
        self._tell(words, becomes, "note.turn")

    def _tell(self, words: str, kind: NoteKind, action: str) -> None:
        self.session.offer_step_back(words.format(kind=label(kind)), action)

    def _tell_made(self, made: Recommendation | Decision) -> None:
        words = _("A decision was made of the note.")
        if isinstance(made, Recommendation):
            words = _("A recommendation was made of the note.")
        self.session.offer_step_back(words, f"{made.TABLE}.make")
