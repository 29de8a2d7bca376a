"""The JSON Schema (2020-12) of a meeting file, made from the domain so that it cannot lag."""

from typing import Any

from recorder.domain.columns import Column, Shape
from recorder.domain.record import ROW_TYPES
from recorder.domain.row import Row
from recorder.domain.values import MAX_INTEGER
from recorder.interchange.document import (
    FORMAT,
    VERSION,
    Part,
    is_owner,
    names_its_meeting,
    names_of_parts,
    parts_of_document,
)

_TEXT = {"type": "string"}
_IDENTITY = {"type": "string", "pattern": "\\S"}
_REFERENCE = {"type": ["string", "null"], "pattern": "\\S"}

_PLAIN: dict[Shape, dict[str, Any]] = {
    Shape.TEXT: _TEXT,
    Shape.INTEGER: {
        "type": ["integer", "null"],
        "minimum": -MAX_INTEGER,
        "maximum": MAX_INTEGER,
    },
    Shape.BOOLEAN: {"type": ["boolean", "null"]},
    Shape.DATE: {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"},
    Shape.CLOCK: {"type": "string", "pattern": "^([0-2][0-9]:[0-5][0-9])?$"},
    Shape.INSTANT: {
        "type": "string",
        "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z)?$",
    },
    Shape.REFERENCE: _REFERENCE,
}


def build_schema() -> dict[str, Any]:
    """The schema of the document that `dump_record` writes and `load_record` reads.

    It allows unknown fields and unknown tokens, as the reader does; references are not
    followed, since the row that they name may be missing (FORMAT 8).
    """
    parts = parts_of_document()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:mahdar:meeting:1",
        "title": "Mahdar meeting",
        "description": DESCRIPTIONS["document"],
        "type": "object",
        "properties": {
            "format": {"const": FORMAT, "description": DESCRIPTIONS["document.format"]},
            "version": {
                "type": "integer",
                "minimum": 1,
                "maximum": VERSION,
                "description": DESCRIPTIONS["document.version"],
            },
            **{part.name: _part(part) for part in parts},
        },
        "required": ["format", "version", *(part.name for part in parts if part.is_required)],
        "$defs": {row_type.TABLE: _row(row_type) for row_type in ROW_TYPES},
    }


def _part(part: Part) -> dict[str, Any]:
    row: dict[str, Any] = {"$ref": f"#/$defs/{part.row_type.TABLE}"}
    described = {"description": DESCRIPTIONS[f"document.{part.name}"]}
    if part.is_list:
        if names_its_meeting(part):
            row = {"allOf": [row, {"required": ["meeting_id"]}]}
        return {**described, "type": ["array", "null"], "items": row}
    return {**described, **(row if part.is_required else {"anyOf": [row, {"type": "null"}]})}


def _row(row_type: type[Row]) -> dict[str, Any]:
    columns = row_type.registers()
    return {
        "description": DESCRIPTIONS[row_type.TABLE],
        "type": "object",
        "properties": {
            "id": {**_IDENTITY, "description": DESCRIPTIONS["*.id"]},
            **{column.name: _column(row_type.TABLE, column) for column in columns},
        },
        "required": ["id"],
    }


def _column(table: str, column: Column) -> dict[str, Any]:
    described = {"description": describe(table, column.name)}
    if column.shape is Shape.TOKEN:
        return {**described, **_token(column)}
    parts = names_of_parts(column.shape)
    if parts:
        return {
            **described,
            "type": "object",
            "properties": {name: _compound_part(name) for name in parts},
        }
    return {**described, **(_IDENTITY if is_owner(column) else _PLAIN[column.shape])}


def _compound_part(name: str) -> dict[str, Any]:
    plain = _REFERENCE if name.endswith("_id") else _TEXT
    return {**plain, "description": DESCRIPTIONS[f"compound.{name}"]}


def _token(column: Column) -> dict[str, Any]:
    known = [str(each) for each in column.tokens or ()]
    later = {**_IDENTITY, "description": DESCRIPTIONS["compound.later_token"]}
    if column.default is None:
        return {"anyOf": [{"enum": known}, later, {"type": "null"}]}
    return {"anyOf": [{"enum": known}, later], "default": str(column.default)}


def describe(table: str, name: str) -> str:
    """What a field means: its own text, or the one that the field has in every table."""
    return DESCRIPTIONS.get(f"{table}.{name}") or DESCRIPTIONS[f"*.{name}"]


DESCRIPTIONS: dict[str, str] = {
    "document": (
        "One meeting with all its rows and the directory rows that they name. A field that is "
        "left out is empty. Text is UTF-8 in NFC; dates and clock times are local to the venue. "
        "Unknown fields are ignored with a warning."
    ),
    "document.format": "Marks the file as a meeting of Mahdar.",
    "document.version": "The version of this format; a reader refuses a newer one.",
    "document.meeting": "The meeting itself.",
    "document.series": "The series that the meeting belongs to, if any.",
    "document.organisations": "Organisations named anywhere in the file.",
    "document.people": "People named anywhere in the file.",
    "document.themes": "Themes and, under them, their points.",
    "document.hosts": "The organisations that hold the meeting.",
    "document.agenda": "The agenda, with sub-items under their items.",
    "document.attendance": "Who was invited, and who came.",
    "document.turns": "The speaker queue.",
    "document.notes": "What was said.",
    "document.issues": "Points on which the room agreed or differed.",
    "document.positions": "Who supported, objected or had a reservation, and why.",
    "document.decisions": "What was decided.",
    "document.recommendations": "What this meeting recommends.",
    "document.supports": "Organisations that help the lead of a recommendation.",
    "document.sources": "The notes from which recommendations and decisions came.",
    "document.carried": "Recommendations of earlier meetings that this one took up.",
    "document.earlier": "The recommendations that `carried` points to, as they were made.",
    "document.follow_ups": "Entries of progress on `recommendations` and `earlier`, oldest first.",
    "document.attachments": "Files that belong to the meeting; their bytes are not in this file.",
    "compound.parent_id": "The row that this one stands under; null at the top.",
    "compound.sort_key": "Orders the rows under one parent: compared as text, then by id.",
    "compound.person_id": "The person; null for a group.",
    "compound.label": "The name of a group that speaks as one; empty for a person.",
    "compound.table": "The kind of row: one of the names under $defs.",
    "compound.row_id": "The row itself.",
    "compound.later_token": "A token of a later release, kept as it is.",
    "*.id": "The row's identity: UUID text, made once, never changed and never reused.",
    "*.meeting_id": "The meeting that the row belongs to; left out when it is this file's.",
    "*.place": "Where the row stands among its like.",
    "*.title_en": "The title in English, for the English edition.",
    "*.name_en": "The name in English, for the English edition.",
    "*.contact": "How to reach it: telephone, e-mail, address.",
    "*.number": "The number given at approval; empty until then, when the order counts.",
    "*.hands_for": "Hands in favour, where they were counted.",
    "*.hands_against": "Hands against, where they were counted.",
    "*.hands_abstained": "Abstentions, where hands were counted.",
    "*.theme_id": "The theme that it belongs to.",
    "*.recommendation_id": "The recommendation that it is about.",
    "*.organisation_id": "The organisation.",
    "series": "Meetings that belong together and share their open recommendations.",
    "series.title": "What the series is called.",
    "series.purpose": "What the meetings of the series are for.",
    "organisation": "A body that hosts meetings, sends people or answers for recommendations.",
    "organisation.name": "The full name.",
    "organisation.acronym": "The short Latin name that people say.",
    "organisation.sector": "Which part of society it belongs to.",
    "person": "Somebody who can be named as a speaker.",
    "person.name": "The name as the person writes it.",
    "person.title": "A form of address or an academic title, printed before the name.",
    "person.role": "The position in the organisation, printed behind the name.",
    "person.organisation_id": "The organisation that the person belongs to.",
    "person.sex": "As the grammar of a sentence and a donor's count need it.",
    "person.phone": "Telephone number.",
    "person.email": "E-mail address.",
    "theme": "A subject that runs through meetings; its points are themes under it.",
    "theme.place": "The theme that it is a point of, and its order there.",
    "theme.title": "What the theme is called.",
    "theme.description": "What belongs to it.",
    "meeting": "A meeting as its minutes present it.",
    "meeting.series_id": "The series that it belongs to.",
    "meeting.number": "What the office calls it, such as 3/2026.",
    "meeting.kind": "What sort of meeting it is.",
    "meeting.title": "The title of the minutes.",
    "meeting.purpose": "What the meeting is for.",
    "meeting.venue": "Where in the city it takes place.",
    "meeting.city": "The city.",
    "meeting.date": "The day, YYYY-MM-DD.",
    "meeting.zone": "The IANA time zone of the venue.",
    "meeting.planned_start": "Planned start, HH:MM.",
    "meeting.planned_end": "Planned end, HH:MM.",
    "meeting.actual_start": "When it began, HH:MM.",
    "meeting.actual_end": "When it ended, HH:MM.",
    "meeting.chair_id": "The person in the chair.",
    "meeting.facilitator_id": "The person who facilitates.",
    "meeting.rapporteur_id": "The person who takes the minutes.",
    "meeting.attribution": "How much of a speaker's identity the documents show.",
    "meeting.opening": "Replaces the composed first sentence of the minutes.",
    "meeting.closing": "Replaces the composed last sentence of the minutes.",
    "meeting.next_date": "The day of the next meeting, YYYY-MM-DD.",
    "meeting.next_venue": "The place of the next meeting.",
    "meeting.credits": "Who wrote the press text, who took the photographs.",
    "meeting.state": "How far the minutes have come.",
    "host": "An organisation that holds the meeting, helps to hold it, or pays for it.",
    "host.role": "What the organisation is to the meeting.",
    "agenda_item": "A point of the agenda.",
    "agenda_item.place": "The item that it belongs under, and its order there.",
    "agenda_item.title": "What the item is called.",
    "agenda_item.kind": "What the item is for.",
    "agenda_item.presenter_id": "The person who presents it.",
    "agenda_item.planned_minutes": "How many minutes are planned.",
    "agenda_item.started_at": "When it began, HH:MM.",
    "agenda_item.ended_at": "When it ended, HH:MM.",
    "agenda_item.paused_minutes": "How long the room was elsewhere between the two.",
    "agenda_item.postponed": "Why it is left for a later meeting; null when it is not.",
    "agenda_item.postponed_reason": "The same in words.",
    "agenda_item.attribution": "Overrides the meeting's rule for the item; null follows it.",
    "agenda_item.summary": "What was said about it, in a few sentences.",
    "attendance": "That a person was invited, whether and when they came, and for whom.",
    "attendance.person_id": "The person.",
    "attendance.capacity": "In what capacity the person came.",
    "attendance.presence": "Whether the person came.",
    "attendance.arrived": "When a late person arrived, HH:MM.",
    "attendance.departed": "When the person left before the end, HH:MM.",
    "attendance.role": "What the person stood for that day, where it differs from their role.",
    "attendance.organisation_id": "For whom the person stood that day, where it differs.",
    "attendance.remark": "Anything else that the attendance sheet should say.",
    "attendance.seat": "The number or the sign of the place where the person sits.",
    "attendance.consent_name": "Whether the person may be named; null while nobody asked.",
    "attendance.consent_photo": "Whether the person may be photographed; null while nobody asked.",
    "turn": "A place in the speaker queue, with its times in UTC.",
    "turn.place": "The agenda item that it is about, and its order in the queue.",
    "turn.speaker": "Who asked to speak.",
    "turn.asked_at": "When the turn was asked for.",
    "turn.began_at": "When the speaker began.",
    "turn.ended_at": "When the speaker ended.",
    "turn.limit_seconds": "How long it may take; null for as long as it likes.",
    "turn.paused_at": "Since when it is paused; empty while it is not.",
    "turn.paused_seconds": "How long the pauses took that are over.",
    "note": "What somebody said.",
    "note.place": "The agenda item that it was said about, and its order there.",
    "note.kind": "What the speaker did by saying it.",
    "note.speaker": "Who said it: a person, or a group.",
    "note.verb": "The reporting verb that makes a sentence of it in the minutes.",
    "note.text": "What follows the reporting verb.",
    "note.said_at": "The moment of its first key, in UTC.",
    "note.attribution": "Overrides the meeting's rule; null follows it.",
    "issue": "A point on which the room agreed, or on which it differed.",
    "issue.place": "The agenda item that it came up under, and its order there.",
    "issue.text": "The point.",
    "issue.agreement": "How the room stood.",
    "position": "How one holder stood to an issue, a decision or a recommendation, and why.",
    "position.subject": "What the position is about.",
    "position.stance": "How the holder stood.",
    "position.organisation_id": "The organisation that takes the position.",
    "position.holder": "The person or group that takes it.",
    "position.reason": "Why.",
    "decision": "Something that was decided.",
    "decision.place": "The agenda item that it was decided under, and its order there.",
    "decision.text": "What was decided.",
    "recommendation": "What a meeting asks for; it lives in that meeting and is never copied.",
    "recommendation.place": "The agenda item that it came from, and its order there.",
    "recommendation.text": "What is recommended.",
    "recommendation.lead_id": "The organisation that answers for it.",
    "recommendation.priority": "How urgent it is.",
    "recommendation.due": "By which day, YYYY-MM-DD.",
    "recommendation.timeframe": "The same in words where no date was given.",
    "recommendation.indicator": "By what one will see that it was done.",
    "recommendation.evidence": "What will prove it.",
    "recommendation.stage": "How far it has been taken up.",
    "recommendation.reason": "Why it was rejected.",
    "support": "An organisation that helps the lead of a recommendation.",
    "source": "A note from which a recommendation or a decision came.",
    "source.note_id": "The note.",
    "source.decision_id": "The decision that came of it; empty for a recommendation.",
    "carried": "That this meeting took up an open recommendation of an earlier one.",
    "follow_up": "One entry of progress on a recommendation; the latest counts.",
    "follow_up.date": "The day of the entry, YYYY-MM-DD.",
    "follow_up.status": "How far the recommendation has been carried out.",
    "follow_up.progress": "A whole percentage, 0 to 100.",
    "follow_up.text": "What was done since.",
    "follow_up.evidence": "What proves it.",
    "attachment": "A file that belongs to the meeting or to a row of it.",
    "attachment.subject": "The row that it belongs to; empty for the meeting as a whole.",
    "attachment.name": "The file's name.",
    "attachment.mime": "Its media type.",
    "attachment.sha256": "The SHA-256 of its bytes in lower-case hex.",
    "attachment.size": "Its size in bytes.",
    "attachment.caption": "What the picture shows.",
    "attachment.credit": "Who made it.",
}
"""What every field means; `*` stands for any table that does not say otherwise."""
