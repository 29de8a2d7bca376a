"""Minutes that were edited in Word, compared with the archive; nothing is ever applied here."""

from pathlib import Path
from typing import TYPE_CHECKING

from recorder.archive.telling import tells_damage
from recorder.domain.recommendation import Recommendation
from recorder.domain.returned import Rewording, fingerprint, plain
from recorder.errors import ReturnedError

if TYPE_CHECKING:
    from recorder.archive.archive import Drafts
    from recorder.archive.subjects import Meetings
    from recorder.minutes.docx.returned import Wording
    from recorder.storage.history import History
    from recorder.storage.writer import Writer


@tells_damage
class Returning:
    """What comes back."""

    _writer: "Writer"
    _history: "History"
    drafts: "Drafts"
    meetings: "Meetings"

    def compare_docx(self, meeting_id: str, path: str | Path) -> list[Rewording]:
        """The recommendations of a meeting that a document words otherwise than it was written.

        They are in the order of the meeting. A text that a colleague did not touch is not among
        them, whatever became of it here since; one that says by now what the archive says
        neither.

        Raises:
            NotFoundError: there is no such meeting.
            ReturnedError: the document was not read, or holds nothing of this meeting
                (data: path, reason).
        """
        from recorder.minutes.docx.returned import read_wordings

        self.drafts.commit_all()
        record = self.meetings.record(meeting_id)
        found = {each.row: each for each in read_wordings(Path(path))}
        known = [each for each in record.recommendations if each.text.strip()]
        by_print = {fingerprint(each.id): each for each in known}
        if not found.keys() & by_print.keys():
            raise ReturnedError(path=str(path), reason="strange")
        changed = (self._reworded(row, found.get(each)) for each, row in by_print.items())
        return [each for each in changed if each is not None]

    def _reworded(self, row: Recommendation, found: "Wording | None") -> Rewording | None:
        """None where the document says what it said, or what the archive says."""
        if found is None:
            # It was deleted there, or added here since the document was written.
            return None
        if fingerprint(found.text) == found.before or plain(found.text) == plain(row.text):
            return None
        return Rewording(
            recommendation_id=row.id,
            before=self._text_with(row, found.before),
            in_word=found.text,
            present=row.text,
        )

    def _text_with(self, row: Recommendation, wanted: str) -> str | None:
        """The version of a text with which the document was written."""
        if fingerprint(row.text.strip()) == wanted:
            return row.text
        versions = self._history.versions((row.TABLE, row.id, "text"), None, 0)
        texts = (each.value for each in versions if isinstance(each.value, str))
        return next((text for text in texts if fingerprint(text.strip()) == wanted), None)
