"""The closed sets: stable English tokens that are stored; the fronts give them their words."""

from enum import StrEnum


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    CONSULTATION = "consultation"
    DIALOGUE = "dialogue"
    COMMITTEE = "committee"
    WORKSHOP = "workshop"
    FOCUS_GROUP = "focus_group"
    HEARING = "hearing"
    OTHER = "other"


class MeetingState(StrEnum):
    """How far the minutes of a meeting have come."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    REOPENED = "reopened"


class Attribution(StrEnum):
    """How much of a speaker's identity the documents may show."""

    NAMED = "named"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    NONE = "none"


class HostRole(StrEnum):
    """What an organisation is to a meeting."""

    ORGANISER = "organiser"
    PARTNER = "partner"
    DONOR = "donor"


class ItemKind(StrEnum):
    """What an agenda item is for."""

    OPENING = "opening"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    FOLLOW_UP = "follow_up"
    BREAK = "break"
    CLOSING = "closing"


class Postponed(StrEnum):
    """Why an item is left for a later meeting.

    `PARKED` is said of a topic that was on no agenda: it came up and was put aside.
    """

    NO_TIME = "no_time"
    ABSENT = "absent"
    NOT_READY = "not_ready"
    AGREED = "by_agreement"
    OTHER = "other"
    PARKED = "parked"


class Sector(StrEnum):
    """Which part of society an organisation belongs to."""

    CIVIL_SOCIETY = "civil_society"
    LOCAL_INSTITUTION = "local_institution"
    GOVERNMENT = "government"
    INTERNATIONAL = "international"
    PRIVATE = "private"
    ACADEMIC = "academic"
    MEDIA = "media"
    COMMUNITY = "community"
    OTHER = "other"


class Sex(StrEnum):
    """As a donor's count and the grammar of a sentence need it."""

    FEMALE = "female"
    MALE = "male"


class Capacity(StrEnum):
    """In what capacity somebody came to a meeting."""

    PARTICIPANT = "participant"
    CHAIR = "chair"
    FACILITATOR = "facilitator"
    RAPPORTEUR = "rapporteur"
    HOST = "host"
    GUEST = "guest"
    OBSERVER = "observer"
    MEDIA = "media"


class Presence(StrEnum):
    """Whether an invited person came."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"


class Consent(StrEnum):
    """What somebody answered when asked for leave; nothing stands where nobody asked."""

    YES = "yes"
    NO = "no"


class NoteKind(StrEnum):
    """What somebody did by saying it; a private note never leaves the laptop (FORMAT 12)."""

    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    NEED = "need"
    CHALLENGE = "challenge"
    OPPORTUNITY = "opportunity"
    COMMITMENT = "commitment"
    RESERVATION = "reservation"
    PRIVATE = "private"


class ReportingVerb(StrEnum):
    """The verb that turns a note into a sentence of the minutes (forms: recorder.language)."""

    SAID = "said"
    REVEALED = "revealed"
    CLARIFIED = "clarified"
    POINTED_OUT = "pointed_out"
    AFFIRMED = "affirmed"
    EXPLAINED = "explained"
    STRESSED = "stressed"
    CALLED_FOR = "called_for"
    SUGGESTED = "suggested"
    WONDERED = "wondered"
    ANSWERED = "answered"
    RESERVED = "reserved"
    COMMITTED = "committed"
    EXPRESSED = "expressed"
    VOICED = "voiced"
    ADDED = "added"


class Agreement(StrEnum):
    """How the room stood on an issue; no vote is needed to say so."""

    AGREED = "agreed"
    CONTESTED = "contested"


class Stance(StrEnum):
    """How one person or organisation stood."""

    SUPPORTS = "supports"
    OBJECTS = "objects"
    RESERVATION = "reservation"


class Priority(StrEnum):
    """How urgent a recommendation is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Stage(StrEnum):
    """How far a recommendation has been taken up."""

    PRELIMINARY = "preliminary"
    ADOPTED = "adopted"
    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    REJECTED = "rejected"


class Status(StrEnum):
    """How far a recommendation has been carried out."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    STALLED = "stalled"
    DROPPED = "dropped"
