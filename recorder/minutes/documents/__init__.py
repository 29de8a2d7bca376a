"""The family of documents: one file each, all from the same material."""

from recorder.domain.documents import DocumentKind
from recorder.minutes.documents import (
    agenda_cards,
    attendance,
    consultation,
    donor,
    formal,
    invitation,
    matrix,
    press,
    run_sheet,
    short,
)
from recorder.minutes.documents.plan import Plan

PLANS: dict[DocumentKind, Plan] = {
    DocumentKind.MINUTES: formal.PLAN,
    DocumentKind.SHORT_MINUTES: short.PLAN,
    DocumentKind.MATRIX: matrix.PLAN,
    DocumentKind.ATTENDANCE: attendance.FILLED,
    DocumentKind.BLANK_ATTENDANCE: attendance.BLANK,
    DocumentKind.DONOR_ANNEX: donor.PLAN,
    DocumentKind.CONSULTATION_REPORT: consultation.PLAN,
    DocumentKind.PRESS: press.PLAN,
    DocumentKind.INVITATION: invitation.PLAN,
    DocumentKind.RUN_SHEET: run_sheet.PLAN,
    DocumentKind.AGENDA_CARDS: agenda_cards.PLAN,
}
"""How each document is made."""
