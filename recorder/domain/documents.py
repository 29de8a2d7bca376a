"""What a meeting can be turned into: the closed sets that whoever exports chooses from."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """Which document of the family."""

    MINUTES = "minutes"
    SHORT_MINUTES = "short_minutes"
    MATRIX = "matrix"
    ATTENDANCE = "attendance"
    BLANK_ATTENDANCE = "blank_attendance"
    DONOR_ANNEX = "donor_annex"
    CONSULTATION_REPORT = "consultation_report"
    PRESS = "press"
    INVITATION = "invitation"
    RUN_SHEET = "run_sheet"
    AGENDA_CARDS = "agenda_cards"


class Detail(StrEnum):
    """How much of the discussion a document tells."""

    FULL = "full"
    SUMMARY = "summary"
    OUTCOMES = "outcomes"


class Section(StrEnum):
    """A part of a document that can be left out or put elsewhere."""

    DATA = "data"
    CONTENTS = "contents"
    OPENING = "opening"
    ATTENDANCE = "attendance"
    AGENDA = "agenda"
    FOLLOW_UP = "follow_up"
    THEMES = "themes"
    DISCUSSION = "discussion"
    ISSUES = "issues"
    DECISIONS = "decisions"
    RECOMMENDATIONS = "recommendations"
    POSTPONED = "postponed"
    PHOTOGRAPHS = "photographs"
    CLOSING = "closing"
    SIGNATURES = "signatures"
    SHEET = "sheet"
