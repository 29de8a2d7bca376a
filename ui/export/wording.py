"""The documents, their forms and their gaps in words."""

from recorder import DocumentKind, Gap
from ui.i18n import N_, _

GROUPS = (
    (N_("Minutes of the meeting"), (DocumentKind.MINUTES, DocumentKind.SHORT_MINUTES)),
    (N_("Lists"), (DocumentKind.MATRIX, DocumentKind.ATTENDANCE)),
    (N_("For the donor"), (DocumentKind.DONOR_ANNEX, DocumentKind.CONSULTATION_REPORT)),
    (N_("For the public"), (DocumentKind.PRESS,)),
    (
        N_("Before the meeting"),
        (
            DocumentKind.INVITATION,
            DocumentKind.BLANK_ATTENDANCE,
            DocumentKind.RUN_SHEET,
            DocumentKind.AGENDA_CARDS,
        ),
    ),
)
_DOCUMENTS = {
    DocumentKind.MINUTES: N_("The minutes, whole"),
    DocumentKind.SHORT_MINUTES: N_("Short minutes"),
    DocumentKind.MATRIX: N_("Recommendation matrix"),
    DocumentKind.ATTENDANCE: N_("Attendance sheet"),
    DocumentKind.BLANK_ATTENDANCE: N_("Attendance sheet to be signed"),
    DocumentKind.DONOR_ANNEX: N_("Donor annex"),
    DocumentKind.CONSULTATION_REPORT: N_("Consultation report"),
    DocumentKind.PRESS: N_("Press text"),
    DocumentKind.INVITATION: N_("Invitation and agenda"),
    DocumentKind.RUN_SHEET: N_("Run-sheet of the facilitator"),
    DocumentKind.AGENDA_CARDS: N_("Agenda cards"),
}
_FORMS = {
    "docx": N_("Word"),
    "pdf": N_("PDF"),
    "html": N_("Web page"),
    "md": N_("Markdown"),
    "txt": N_("Message for a chat"),
    "xlsx": N_("Workbook (Excel)"),
    "ics": N_("Calendar of due dates"),
    "json": N_("Data (JSON)"),
}
FILTERS = {
    "docx": N_("Word documents"),
    "pdf": N_("PDF documents"),
    "html": N_("Web pages"),
    "md": N_("Markdown texts"),
    "txt": N_("Texts"),
    "xlsx": N_("Workbooks"),
    "ics": N_("Calendars"),
    "json": N_("Meeting files"),
}
LANGUAGES = {"ar": N_("Arabic"), "en": N_("English"), "both": N_("Arabic and English")}
DETAILS = {
    "": N_("As the document asks"),
    "full": N_("Every note"),
    "summary": N_("A summary"),
    "outcomes": N_("Outcomes alone"),
}
_GAPS = {
    Gap.MEETING_DATE: N_("The meeting has no date"),
    Gap.FACILITATOR: N_("No facilitator is named"),
    Gap.RAPPORTEUR: N_("No rapporteur is named, so nobody signs as one"),
    Gap.ATTENDANCE: N_("Nobody is marked as present"),
    Gap.PRESENCE: N_("Present or not? {what}"),
    Gap.SPEAKER: N_("The speaker is unknown: {what}"),
    Gap.ITEM: N_("Nothing is written under the item: {what}"),
    Gap.POSITIONS: N_("A contested point without positions: {what}"),
    Gap.LEAD: N_("A recommendation that nobody leads: {what}"),
    Gap.DUE: N_("A recommendation without a date: {what}"),
    Gap.PICTURES: N_("Does not wish to be pictured: {what}"),
}
_DROPPED = {
    "properties": N_("Left out: its properties (author, company, dates)."),
    "preview": N_("Left out: its preview picture."),
    "template": N_("Left out: the name of the template that it was made from."),
    "unused": N_("Left out: parts that nothing leads to."),
}


def document_words(document: str) -> str:
    """What a document is called."""
    return _(_DOCUMENTS[DocumentKind(document)])


def form_words(form: str) -> str:
    """What a form is called."""
    return _(_FORMS[form])


def gap_words(gap: Gap) -> str:
    """What is missing; `{what}` stands for where."""
    return _(_GAPS[gap])


def dropped_words(dropped: str) -> str:
    """What was left out of a letterhead."""
    return _(_DROPPED[dropped])
