"""Notes, and what is done with whole ones: each deed is one action, undone at once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from recorder.archive.note_sheets import NoteSheets
from recorder.archive.telling import tells_damage
from recorder.domain.changes import Changes
from recorder.domain.columns import Place, Speaker
from recorder.domain.columns import Subject as About
from recorder.domain.discussion import Attachment, Decision, Note, Position
from recorder.domain.identity import new_id
from recorder.domain.meeting import Attendance, Turn
from recorder.domain.recommendation import Recommendation, Source
from recorder.domain.row import Row
from recorder.domain.tokens import NoteKind
from recorder.errors import NotesApartError
from recorder.merge.order import key_between

if TYPE_CHECKING:
    from recorder.storage.writer import WriteAction

_HANGING: tuple[type[Row], ...] = (Attachment, Position)
_SENTENCE_ENDED = re.compile("[.!?؟…][»”\"')]*$")


@tells_damage
class Notes(NoteSheets):
    """The notes of the meetings. Besides NotFoundError, methods raise as `Subject` says."""

    ## What comes of a note

    def turn(self, note_id: str, kind: NoteKind) -> Changes:
        """Say that the note is of another kind.

        Between private and public it is copied (FORMAT 12); what hangs from it goes with it.
        """
        note = self.get(note_id)
        with self._writer.action("note.turn") as action:
            hanging = list(self._hanging(note.scope, note_id))
            action.write(replace(note, kind=kind))
            copies = action.touched.get(Note.TABLE, set()) - {note_id}
            for copy_id in copies:  # it went over the wall
                self._rehang(action, hanging, copy_id)
        return action.changes()

    def follow(self, note_id: str, copy_id: str) -> Changes:
        """Let what hangs from a note that went over the wall hang from its copy (FORMAT 12)."""
        hanging = list(self._hanging(self.get(copy_id).scope, note_id))
        with self._writer.action("note.turn") as action:
            self._rehang(action, hanging, copy_id)
        return action.changes()

    def quote(self, note_id: str, part: Note) -> Changes:
        """Make words of a note a note of their own, right after it."""
        around = self._reader.keys_around(part, part.place.parent_id, note_id)
        with self._writer.action("note.quote") as action:
            action.write(self._placed(part, part.place.parent_id, around))
        return action.changes()

    def recommend(self, note_id: str, recommendation: Recommendation) -> Changes:
        """Make a recommendation that comes from the note."""
        with self._writer.action("recommendation.make") as action:
            self._make(action, note_id, recommendation, recommendation_id=recommendation.id)
        return action.changes()

    def decide(self, note_id: str, decision: Decision) -> Changes:
        """Make a decision that comes from the note."""
        with self._writer.action("decision.make") as action:
            self._make(action, note_id, decision, decision_id=decision.id)
        return action.changes()

    ## Where one note ends and the next begins

    def split(self, note_id: str, parts: Sequence[str], ids: Sequence[str]) -> Changes:
        """Let a note end after the first part; the others become notes after it, said by the same.

        Args:
            note_id: the note.
            parts: its text in pieces. Where they are not its words, because others have written
                in it meanwhile, it stays whole.
            ids: the ids of the new notes, one for each part but the first.
        """
        note = self.get(note_id)
        with self._writer.action("note.split") as action:
            if _letters("".join(parts)) == _letters(note.text) and all(parts):
                action.write(replace(note, text=parts[0]))
                self._write_after(action, note, parts[1:], ids)
        return action.changes()

    def join(self, note_id: str) -> Changes:
        """Let the note before it, under the same item, go on with its words; its time stays.

        What hangs from the note hangs from the other one then.

        Raises:
            NotesApartError: it is the first of its item, somebody else said the one before, they
                are attributed by different rules, or one of the two is private.
        """
        note = self.get(note_id)
        before = self._before(note)
        if before is None or (why := _why_apart(before, note)):
            raise NotesApartError(id=note_id, reason=why if before else "first")
        with self._writer.action("note.join") as action:
            action.write(replace(before, text=joined(before.text, note.text)))
            for row in list(self._hanging(note.scope, note_id)):
                hung = _hung_from(row, before.id)
                action.write(hung)
                if hung.id != row.id:
                    action.delete(row.TABLE, row.id)
            action.delete(Note.TABLE, note.id)
        return action.changes()

    def put_under(self, note_id: str, item_id: str | None) -> Changes:
        """Move a note to another item, where its time puts it among what was said there."""
        note = self.get(note_id)
        earlier = [
            each.id
            for each in self._of_item(note.meeting_id, item_id)
            if each.id != note_id and each.said_at <= note.said_at
        ]
        return self.move(note_id, parent_id=item_id, after=earlier[-1] if earlier else None)

    def step(self, note_id: str, by: int) -> Changes:
        """Let the note change places with the one after it (1) or before it (-1) in its item."""
        note = self.get(note_id)
        ids = [each.id for each in self._of_item(note.meeting_id, note.place.parent_id)]
        at = ids.index(note_id)
        target = min(max(at + by, 0), len(ids) - 1)
        ids.remove(note_id)
        if target == at:
            return Changes("note.move", new_id())
        after = ids[target - 1] if target else None
        return self.move(note_id, parent_id=note.place.parent_id, after=after)

    ## Voices

    def name_voice(
        self, meeting_id: str, label: str, speaker: Speaker, newcomer: Sequence[Row] = ()
    ) -> Changes:
        """Say who a voice was that went under a label: all that it said and asked for follows.

        Args:
            meeting_id: the meeting.
            label: what the voice was called.
            speaker: who it was.
            newcomer: the person and their attendance, where they were not known before.
        """
        with self._writer.action("speaker.name") as action:
            for row in newcomer:
                action.write(self._at_end(row) if isinstance(row, Attendance) else row)
            for each in self._voiced(meeting_id, label):
                field = "holder" if isinstance(each, Position) else "speaker"
                named: dict[str, Any] = {field: speaker}
                action.write(replace(each, **named))
        return action.changes()

    ## Inside

    def _make(
        self, action: "WriteAction", note_id: str, made: Recommendation | Decision, **link: str
    ) -> None:
        note = self.get(note_id)
        action.write(self._at_end(made))
        action.write(
            Source(
                id=Source.id_for(made.id, note.id),
                meeting_id=note.meeting_id,
                note_id=note.id,
                recommendation_id=link.get("recommendation_id"),
                decision_id=link.get("decision_id"),
            )
        )

    def _at_end(self, row: Any) -> Row:  # noqa: ANN401 - any row that has a place
        last = self._reader.last_key(row, row.place.parent_id)
        key = key_between(last, None, self._writer.sites.public.tag)
        return cast("Row", replace(row, place=Place(row.place.parent_id, key)))

    def _write_after(
        self, action: "WriteAction", note: Note, texts: Sequence[str], ids: Sequence[str]
    ) -> None:
        """Notes in a row after one, in the room before what followed it."""
        before, after = self._reader.keys_around(note, note.place.parent_id, note.id)
        for text, row_id in zip(texts, ids, strict=True):
            part = self._placed(
                replace(note, id=row_id, text=text), note.place.parent_id, (before, after)
            )
            action.write(part)
            before = part.place.sort_key

    def _of_item(self, meeting_id: str, item_id: str | None) -> list[Note]:
        rows = self._reader.of_meeting(Note.TABLE, meeting_id)
        parents = rows.column("place_parent_id")
        return [cast("Note", rows[at]) for at, each in enumerate(parents) if each == item_id]

    def _before(self, note: Note) -> Note | None:
        siblings = self._of_item(note.meeting_id, note.place.parent_id)
        at = next(at for at, each in enumerate(siblings) if each.id == note.id)
        return siblings[at - 1] if at else None

    def _hanging(self, meeting_id: str, note_id: str) -> Iterator[Row]:
        for each in self._reader.all(Source.TABLE, meeting_id):
            if cast("Source", each).note_id == note_id:
                yield each
        for row_type in _HANGING:
            for each in self._reader.all(row_type.TABLE, meeting_id):
                if cast("Any", each).subject == About(Note.TABLE, note_id):
                    yield each

    @staticmethod
    def _rehang(action: "WriteAction", hanging: Sequence[Row], copy_id: str) -> None:
        """Copies, since the wall is between: their own chains must not meet either."""
        for row in hanging:
            action.write(_hung_from(row, copy_id, row_id=new_id()))
            action.delete(row.TABLE, row.id)

    def _voiced(self, meeting_id: str, label: str) -> Iterator[Row]:
        voice = Speaker(None, label)
        for row_type in (Note, Turn, Position):
            for each in self._reader.all(row_type.TABLE, meeting_id):
                row = cast("Any", each)
                if (row.holder if row_type is Position else row.speaker) == voice:
                    yield each


def joined(first: str, second: str) -> str:
    """Two texts as one: a sentence follows a sentence, anything else begins a line of its own."""
    in_a_row = _SENTENCE_ENDED.search(first.strip()) and "\n" not in first + second
    return (" " if in_a_row else "\n").join(filter(None, (first.strip(), second.strip())))


def _hung_from(row: Row, note_id: str, *, row_id: str = "") -> Row:
    """The row as it hangs from another note; a copy under `row_id` where a wall is between."""
    if isinstance(row, Source):
        made = row.recommendation_id or row.decision_id or row.id
        return replace(row, id=Source.id_for(made, note_id), note_id=note_id)
    about: dict[str, Any] = {"id": row_id or row.id, "subject": About(Note.TABLE, note_id)}
    return replace(row, **about)


def _why_apart(one: Note, other: Note) -> str:
    if one.speaker != other.speaker:
        return "speaker"
    if one.attribution != other.attribution:
        return "attribution"  # words must not come under a milder rule unseen
    is_walled = (one.kind == NoteKind.PRIVATE) != (other.kind == NoteKind.PRIVATE)
    return "private" if is_walled else ""


def _letters(text: str) -> str:
    return "".join(text.split())
