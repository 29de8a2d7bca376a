"""The family of documents: one file each, all from the same material."""

from recorder.domain.documents import DocumentKind
from recorder.minutes.documents import attendance, formal, matrix, short
from recorder.minutes.documents.plan import Plan

PLANS: dict[DocumentKind, Plan] = {
    DocumentKind.MINUTES: formal.PLAN,
    DocumentKind.SHORT_MINUTES: short.PLAN,
    DocumentKind.MATRIX: matrix.PLAN,
    DocumentKind.ATTENDANCE: attendance.FILLED,
    DocumentKind.BLANK_ATTENDANCE: attendance.BLANK,
}
"""How each document is made."""
