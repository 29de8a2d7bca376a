"""The word for each token of the closed sets, as a cell or a menu shows it."""

from enum import StrEnum

from recorder.domain import checklist, documents, rescue, safety, tokens
from recorder.domain.likeness import Likeness
from recorder.language.catalogue import N_, Catalogue

MESSAGES: dict[type[StrEnum], dict[str, str]] = {
    tokens.MeetingKind: {
        "consultation": N_("Consultative dialogue meeting"),
        "dialogue": N_("Dialogue session"),
        "committee": N_("Committee meeting"),
        "workshop": N_("Workshop"),
        "focus_group": N_("Focus group"),
        "hearing": N_("Hearing"),
        "other": N_("Meeting"),
    },
    tokens.MeetingState: {
        "draft": N_("Draft"),
        "in_review": N_("In review"),
        "approved": N_("Approved"),
        "reopened": N_("Reopened"),
    },
    tokens.Attribution: {
        "named": N_("By name"),
        "organisation": N_("By organisation"),
        "sector": N_("By sector"),
        "none": N_("Without attribution"),
    },
    tokens.HostRole: {
        "organiser": N_("Organiser"),
        "partner": N_("Partner"),
        "donor": N_("Donor"),
    },
    tokens.ItemKind: {
        "opening": N_("Opening"),
        "information": N_("For information"),
        "discussion": N_("Discussion"),
        "decision": N_("For decision"),
        "follow_up": N_("Follow-up"),
        "break": N_("Break"),
        "closing": N_("Closing"),
    },
    tokens.Postponed: {
        "no_time": N_("No time left"),
        "absent": N_("Somebody is missing"),
        "not_ready": N_("Not prepared enough"),
        "by_agreement": N_("The room agreed to it"),
        "other": N_("Another reason"),
        "parked": N_("Not on the agenda"),
    },
    tokens.Sector: {
        "civil_society": N_("Civil society"),
        "local_institution": N_("Local institutions"),
        "government": N_("Government"),
        "international": N_("International organisations"),
        "private": N_("Private sector"),
        "academic": N_("Academia"),
        "media": N_("Media"),
        "community": N_("Local community"),
        "other": N_("Other sector"),
    },
    tokens.Sex: {"female": N_("Female"), "male": N_("Male")},
    tokens.Capacity: {
        "participant": N_("Participant"),
        "chair": N_("Chair"),
        "facilitator": N_("Facilitator"),
        "rapporteur": N_("Rapporteur"),
        "host": N_("Host"),
        "guest": N_("Guest"),
        "observer": N_("Observer"),
        "media": N_("Press"),
    },
    tokens.Presence: {
        "invited": N_("Invited"),
        "present": N_("Present"),
        "absent": N_("Absent"),
        "excused": N_("Excused"),
    },
    tokens.Consent: {"yes": N_("Yes"), "no": N_("No")},
    tokens.NoteKind: {
        "statement": N_("Statement"),
        "question": N_("Question"),
        "answer": N_("Answer"),
        "need": N_("Need"),
        "challenge": N_("Challenge"),
        "opportunity": N_("Opportunity"),
        "commitment": N_("Commitment"),
        "reservation": N_("Reservation"),
        "private": N_("Private note"),
    },
    tokens.ReportingVerb: {
        "said": N_("said"),
        "revealed": N_("revealed"),
        "clarified": N_("clarified"),
        "pointed_out": N_("pointed out"),
        "affirmed": N_("affirmed"),
        "explained": N_("explained"),
        "stressed": N_("stressed"),
        "called_for": N_("called for"),
        "suggested": N_("suggested"),
        "wondered": N_("asked"),
        "answered": N_("answered"),
        "reserved": N_("had reservations"),
        "committed": N_("committed to"),
        "expressed": N_("expressed"),
        "voiced": N_("voiced"),
        "added": N_("added"),
    },
    tokens.Agreement: {"agreed": N_("Agreed"), "contested": N_("Contested")},
    tokens.Stance: {
        "supports": N_("Supports"),
        "objects": N_("Objects"),
        "reservation": N_("Reservation"),
    },
    tokens.Priority: {
        "high": N_("High priority"),
        "medium": N_("Medium priority"),
        "low": N_("Low priority"),
    },
    tokens.Stage: {
        "preliminary": N_("Preliminary"),
        "adopted": N_("Adopted"),
        "accepted": N_("Accepted"),
        "partly_accepted": N_("Partly accepted"),
        "rejected": N_("Rejected"),
    },
    Likeness: {
        "same_name": N_("The same name"),
        "spelling": N_("The same name in another spelling"),
        "article": N_("The same name with or without the article"),
        "middle_name": N_("The same name without its middle"),
        "order": N_("The same names in another order"),
        "one_letter": N_("One letter differs"),
        "shorter": N_("One name is the beginning of the other"),
        "latin": N_("The same name in Latin letters"),
        "acronym": N_("The same acronym"),
        "kind_of_body": N_("The same name with or without the kind of body"),
    },
    checklist.Gap: {
        "meeting_date": N_("The meeting has no date"),
        "facilitator": N_("The facilitator, who signs, is not named"),
        "rapporteur": N_("The rapporteur, who signs, is not named"),
        "attendance": N_("Nobody is recorded as present"),
        "presence": N_("Whether somebody came is not recorded"),
        "speaker": N_("It is not known who said this"),
        "item": N_("Nothing is written under this item"),
        "positions": N_("A point of difference without anybody's position"),
        "lead": N_("A recommendation that nobody leads"),
        "due": N_("A recommendation without a date"),
        "pictures": N_("Somebody does not wish to be pictured, and there are pictures"),
    },
    documents.DocumentKind: {
        "minutes": N_("Minutes of the meeting"),
        "short_minutes": N_("Short minutes"),
        "matrix": N_("Recommendation matrix"),
        "attendance": N_("Attendance sheet with names"),
        "blank_attendance": N_("Blank attendance sheet"),
        "donor_annex": N_("Donor annex"),
        "consultation_report": N_("Consultation report"),
        "press": N_("Press text"),
        "invitation": N_("Invitation and agenda"),
        "run_sheet": N_("Run-sheet of the facilitator"),
        "agenda_cards": N_("Agenda cards"),
    },
    documents.Detail: {
        "full": N_("Every contribution"),
        "summary": N_("Third-person summary"),
        "outcomes": N_("Outcomes only"),
    },
    documents.Section: {
        "data": N_("Data of the meeting"),
        "contents": N_("Contents"),
        "opening": N_("Opening sentence"),
        "attendance": N_("Attendance"),
        "agenda": N_("Agenda"),
        "follow_up": N_("Follow-up of previous recommendations"),
        "themes": N_("Themes"),
        "discussion": N_("Discussion of the meeting"),
        "issues": N_("Points of agreement and of difference"),
        "decisions": N_("Decisions"),
        "recommendations": N_("Recommendations"),
        "postponed": N_("What is left for later"),
        "photographs": N_("Photographs"),
        "closing": N_("Closing of the meeting"),
        "signatures": N_("Signatures"),
        "sheet": N_("Attendance sheet"),
    },
    tokens.Status: {
        "not_started": N_("Not started"),
        "in_progress": N_("In progress"),
        "done": N_("Done"),
        "stalled": N_("Stalled"),
        "dropped": N_("Dropped"),
    },
    rescue.Rescued: {
        "whole": N_("Whole"),
        "partial": N_("In part"),
        "lost": N_("Lost"),
    },
    safety.BackupReason: {
        "daily": N_("Daily"),
        "merge": N_("Before the work of another laptop was taken in"),
        "upgrade": N_("Before an update of Mahdar"),
        "restore": N_("Before a backup was restored"),
        "hand": N_("Made by hand"),
    },
}
"""The English message of every member of every closed set."""


def label(token: StrEnum | str | None, language: str) -> str:
    """The word for a token; a token of a later release is shown as it is, None as nothing."""
    if token is None:
        return ""
    message = MESSAGES.get(type(token), {}).get(token.value) if isinstance(token, StrEnum) else None
    return Catalogue.load(language).gettext(message) if message else str(token)


def label_for(token: StrEnum | str | None, sex: tokens.Sex | str | None, language: str) -> str:
    """The word as it is said of a woman or of a man; of both where the sex is not known.

    Arabic labels of people hold both forms, «مشارك/ة».
    """
    word = label(token, language)
    if sex == tokens.Sex.FEMALE:
        return word.replace("/ة", "ة")
    return word.replace("/ة", "") if sex == tokens.Sex.MALE else word
