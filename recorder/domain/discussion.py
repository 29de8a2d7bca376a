"""What was said, where the room agreed, and what it decided."""

from dataclasses import dataclass
from typing import ClassVar

from recorder.domain import columns
from recorder.domain.columns import Place, Speaker, Subject
from recorder.domain.row import Row
from recorder.domain.tokens import (
    Agreement,
    Attribution,
    NoteKind,
    ReportingVerb,
    Stance,
)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Note(Row):
    """What somebody said (مداخلة), under the agenda item `place.parent_id`.

    `text` is what follows the reporting verb in the minutes: «أهمية الحوارات التشاورية…».
    `said_at` is the moment of its first key. `attribution` overrides the meeting's rule;
    None follows it.
    """

    TABLE: ClassVar[str] = "note"
    meeting_id: str = columns.parent("meeting")
    place: Place = columns.place("agenda_item")
    kind: NoteKind | str | None = columns.token(NoteKind, NoteKind.STATEMENT)
    speaker: Speaker = columns.speaker()
    verb: ReportingVerb | str | None = columns.token(ReportingVerb)
    text: str = columns.text()
    said_at: str = columns.instant()
    attribution: Attribution | str | None = columns.token(Attribution)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Issue(Row):
    """A point on which the room agreed, or on which it differed.

    No vote is needed to say so; where hands were counted, `hands_…` are the counts.
    """

    TABLE: ClassVar[str] = "issue"
    meeting_id: str = columns.parent("meeting")
    place: Place = columns.place("agenda_item")
    text: str = columns.text()
    agreement: Agreement | str | None = columns.token(Agreement)
    hands_for: int | None = columns.integer()
    hands_against: int | None = columns.integer()
    hands_abstained: int | None = columns.integer()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Position(Row):
    """How one holder stood to an issue, a decision or a recommendation, and why."""

    TABLE: ClassVar[str] = "position"
    meeting_id: str = columns.parent("meeting")
    subject: Subject = columns.subject()
    place: Place = columns.place()
    stance: Stance | str | None = columns.token(Stance, Stance.SUPPORTS)
    organisation_id: str | None = columns.reference("organisation")
    holder: Speaker = columns.speaker()
    reason: str = columns.text()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Decision(Row):
    """Something that was decided (قرار); `number` is empty until approval (FORMAT 13).

    Where hands were counted, `hands_…` are the counts.
    """

    TABLE: ClassVar[str] = "decision"
    meeting_id: str = columns.parent("meeting")
    place: Place = columns.place("agenda_item")
    number: str = columns.text()
    text: str = columns.text()
    hands_for: int | None = columns.integer()
    hands_against: int | None = columns.integer()
    hands_abstained: int | None = columns.integer()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Attachment(Row):
    """A file that belongs to a meeting or to a row of it; the bytes are kept by their hash.

    `sha256` is lower-case hex; `size` is in bytes. Absent bytes are a state, not an error
    (FORMAT 14).
    """

    TABLE: ClassVar[str] = "attachment"
    meeting_id: str = columns.parent("meeting")
    subject: Subject = columns.subject()
    place: Place = columns.place()
    name: str = columns.text()
    mime: str = columns.text()
    sha256: str = columns.text()
    size: int | None = columns.integer()
    caption: str = columns.text()
    credit: str = columns.text()
