"""The checklist before closing: what a reader of the minutes would miss. Pure."""

from collections.abc import Iterator

from recorder.domain.checklist import Finding, Gap
from recorder.domain.discussion import Issue, Note
from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting
from recorder.domain.recommendation import Recommendation
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Agreement, Consent, ItemKind, NoteKind, Presence, Stage

_SILENT_ITEMS = frozenset({ItemKind.OPENING, ItemKind.BREAK, ItemKind.CLOSING})


def closing_checklist(record: MeetingRecord) -> list[Finding]:
    """Everything that is missing, in the order of the minutes; empty when all is there.

    Nothing of it keeps a document from being written: the list leads to the places.
    """
    return [
        *_of_meeting(record),
        *_of_attendance(record),
        *_of_items(record),
        *_of_speakers(record),
        *_of_issues(record),
        *_of_recommendations(record),
        *_of_pictures(record),
    ]


def _of_meeting(record: MeetingRecord) -> Iterator[Finding]:
    meeting, known = record.meeting, record.person_by_id
    if not meeting.date:
        yield Finding(Gap.MEETING_DATE, Meeting.TABLE, meeting.id, "date")
    for gap, field in (
        (Gap.FACILITATOR, "facilitator_id"),
        (Gap.RAPPORTEUR, "rapporteur_id"),
    ):
        if getattr(meeting, field) not in known:
            yield Finding(gap, Meeting.TABLE, meeting.id, field)


def _of_attendance(record: MeetingRecord) -> Iterator[Finding]:
    if not any(each.presence == Presence.PRESENT for each in record.attendance):
        yield Finding(Gap.ATTENDANCE, Meeting.TABLE, record.meeting.id)
        return
    for each in record.attendance:
        if each.presence in (None, Presence.INVITED):
            yield Finding(Gap.PRESENCE, Attendance.TABLE, each.id, "presence")


def _of_items(record: MeetingRecord) -> Iterator[Finding]:
    """Items under which nothing was written, nor under what stands below them."""
    rows = (*record.notes, *record.issues, *record.decisions, *record.recommendations)
    told = {each.place.parent_id for each in rows if each.text.strip()}  # type: ignore[attr-defined]
    parents = {each.place.parent_id for each in record.agenda}
    for each in record.agenda:
        is_told = each.summary.strip() or each.postponed is not None or each.kind in _SILENT_ITEMS
        if each.id not in told | parents and not is_told:
            yield Finding(Gap.ITEM, AgendaItem.TABLE, each.id)


def _of_speakers(record: MeetingRecord) -> Iterator[Finding]:
    for each in record.notes:
        is_named = each.speaker.person_id in record.person_by_id or each.speaker.label.strip()
        if each.kind != NoteKind.PRIVATE and each.text.strip() and not is_named:
            yield Finding(Gap.SPEAKER, Note.TABLE, each.id, "speaker")


def _of_issues(record: MeetingRecord) -> Iterator[Finding]:
    held = {each.subject.row_id for each in record.positions}
    for each in record.issues:
        if each.agreement == Agreement.CONTESTED and each.id not in held:
            yield Finding(Gap.POSITIONS, Issue.TABLE, each.id)


def _of_recommendations(record: MeetingRecord) -> Iterator[Finding]:
    for each in record.recommendations:
        if each.stage == Stage.REJECTED or not each.text.strip():
            continue
        if each.lead_id not in record.organisation_by_id:
            yield Finding(Gap.LEAD, Recommendation.TABLE, each.id, "lead_id")
        if not (each.due or each.timeframe.strip()):
            yield Finding(Gap.DUE, Recommendation.TABLE, each.id, "due")


def _of_pictures(record: MeetingRecord) -> Iterator[Finding]:
    """Somebody asked not to be pictured, and there are pictures: a person must look at them."""
    has_pictures = any(
        each.mime.startswith("image/") and each.subject.table != Host.TABLE  # no logo
        for each in record.attachments
    )
    for each in record.attendance if has_pictures else ():
        if each.consent_photo == Consent.NO:
            yield Finding(Gap.PICTURES, Attendance.TABLE, each.id, "consent_photo")
