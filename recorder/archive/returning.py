"""Minutes that were edited in Word, compared with the archive; nothing is ever applied here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from recorder.archive.telling import tells_damage
from recorder.domain.changes import Changes
from recorder.domain.recommendation import Recommendation
from recorder.domain.returned import (
    ReturnedDocument,
    ReturnedWording,
    Rewording,
    fingerprint,
    plain,
)
from recorder.errors import ReturnedError
from recorder.language.pasted import clean_pasted
from recorder.merge.text import merge_texts

if TYPE_CHECKING:
    from recorder.archive.archive import Drafts
    from recorder.archive.subjects import Meetings, Subject
    from recorder.storage.history import History
    from recorder.storage.writer import Writer

_BEHIND = re.compile(r"\.?\s*(\(.*\))?", re.S)


@tells_damage
class Returning:
    """What comes back."""

    _writer: "Writer"
    _history: "History"
    drafts: "Drafts"
    meetings: "Meetings"
    recommendations: "Subject[Recommendation]"

    def compare_docx(self, meeting_id: str, path: str | Path) -> list[Rewording]:
        """The recommendations of a meeting of which a document says otherwise than it was written.

        They are in the order of the meeting, those that somebody added in Word behind them. A
        text that a colleague did not touch is not among them, whatever became of it here since;
        one that says by now what the archive says neither.

        Raises:
            NotFoundError: there is no such meeting.
            ReturnedError: the document was not read, or holds nothing of this meeting
                (data: path, reason).
        """
        self.drafts.commit_all()
        return self.compare_returned(meeting_id, self.read_docx(meeting_id, path))

    def read_docx(self, meeting_id: str, path: str | Path) -> ReturnedDocument:
        """What a document of a meeting says by now, to be compared as often as it takes.

        Raises:
            NotFoundError: there is no such meeting.
            ReturnedError: the document was not read, or holds nothing of this meeting
                (data: path, reason).
        """
        from recorder.minutes.docx.returned import read_returned

        rows = [each.id for each in self._known(meeting_id)]
        found = read_returned(Path(path), rows)
        # Where no mark is left, it is another program that lost them, and not a colleague.
        marked = {each.row for each in found.wordings}
        if not any(fingerprint(each) in marked for each in rows):
            raise ReturnedError(path=str(path), reason="strange")
        return found

    def compare_returned(self, meeting_id: str, document: ReturnedDocument) -> list[Rewording]:
        """What `compare_docx` answers, of a document that was read.

        Raises:
            NotFoundError: there is no such meeting.
        """
        return list(self._compared(document, self._known(meeting_id)))

    def reword(self, recommendation_id: str, text: str) -> Changes | None:
        """Let a recommendation say what a colleague wrote in Word; None where it is gone."""
        row = self.recommendations.find(recommendation_id)
        if row is None:
            return None
        return self.recommendations.write(replace(row, text=text), action="recommendation.reword")

    def _known(self, meeting_id: str) -> list[Recommendation]:
        record = self.meetings.record(meeting_id)
        return [each for each in record.recommendations if each.text.strip()]

    def _compared(
        self, document: ReturnedDocument, rows: Sequence[Recommendation]
    ) -> Iterator[Rewording]:
        found = {each.row: each for each in document.wordings}
        added = [each for each in map(_typed, document.additions) if each]
        for row in rows:
            identity = fingerprint(row.id)
            wording = found.get(identity)
            if wording is None and identity in document.roll:
                wording = ReturnedWording(identity, document.roll[identity], "")
            reworded = self._reworded(row, wording) if wording else None
            lines = [each for each in added if reworded and _is_line_of(each, reworded)]
            added = [each for each in added if each not in lines]
            if reworded is not None and not lines:
                yield reworded
        here = {_bare(each.text) for each in rows}
        for text in dict.fromkeys(added):
            if _bare(text) not in here:
                yield Rewording(recommendation_id="", before=None, in_word=text, present="")

    def _reworded(self, row: Recommendation, found: ReturnedWording) -> Rewording | None:
        """None where the document says what it said, or what the archive says."""
        in_word, now = _typed(found.text), plain(row.text)
        is_untouched = fingerprint(found.text, row.id) == found.before
        if is_untouched or now in (plain(found.text), plain(in_word)):
            return None
        before = self._text_with(row, found.before)
        return Rewording(
            recommendation_id=row.id,
            before=before,
            in_word=in_word,
            present=row.text,
            joined=_joined(before, row.text, in_word),
        )

    def _text_with(self, row: Recommendation, wanted: str) -> str | None:
        """The version of a text with which the document was written."""
        if fingerprint(row.text.strip(), row.id) == wanted:
            return row.text
        versions = self._history.versions((row.TABLE, row.id, "text"), None, 0)
        texts = (each.value for each in versions if isinstance(each.value, str))
        return next((text for text in texts if fingerprint(text.strip(), row.id) == wanted), None)


def _is_line_of(text: str, missing: Rewording) -> bool:
    """Whether a text without a mark is the line of one that is missing.

    Who types over a whole line types its marks away; what is known of it may stand in brackets.
    """
    before = plain(missing.before or "")
    if not missing.is_gone or not before or not text.startswith(before):
        return False
    return _BEHIND.fullmatch(text.removeprefix(before)) is not None


def _typed(text: str) -> str:
    """A text from outside, cleaned as one that is pasted."""
    return clean_pasted(text).text


def _bare(text: str) -> str:
    return plain(text).removesuffix(".")


def _joined(before: str | None, present: str, in_word: str) -> str:
    """Both changes in one text; "" where they touch one sentence, or one side changed nothing."""
    if before is None or not in_word:
        return ""
    merged = merge_texts(plain(before), (plain(present), in_word))
    is_one_of_them = merged.text in (plain(present), plain(in_word))
    return "" if merged.needs_review or is_one_of_them else merged.text
