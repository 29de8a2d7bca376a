"""The attendance sheet, with those who are expected or without anybody, to be signed."""

from collections.abc import Iterator

from recorder.domain.documents import Section
from recorder.domain.tokens import Capacity
from recorder.language.labels import label_for
from recorder.minutes.attendance_list import attendance_sheet
from recorder.minutes.documents.plan import Plan
from recorder.minutes.header import brief
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Alignment,
    Block,
    Column,
    Paragraph,
    ParagraphKind,
    Signatory,
    SignatureBlock,
    Span,
    Table,
)
from recorder.minutes.presence import head_count

_BLANK_ROWS = 28  # with the signature below them, three sheets in either language or in both


def filled_title(material: Material) -> str:
    """«كشف الحضور»."""
    return material.words.gettext("Attendance sheet")


def blank_title(material: Material) -> str:
    """«كشف حضور للتوقيع»."""
    return material.words.gettext("Attendance sheet to be signed")


def blank(material: Material) -> Iterator[Block]:
    """Numbered rows for whoever comes in, and what their signs mean."""
    words = material.words
    consent = words.gettext(
        "A tick under “Name” or “Picture” means: my name or my picture may stand in what is"
        " published about this meeting. I can take it back from the organiser at any time."
    )
    yield Paragraph((Span(consent),), ParagraphKind.REMARK)
    columns = (
        Column(words.pgettext("column", "No."), 5, Alignment.CENTRE),
        Column(words.pgettext("column", "Name"), 22),
        Column(words.pgettext("column", "Organisation"), 20),
        Column(words.pgettext("column", "Role"), 14),
        Column(words.pgettext("column", "Sex"), 8, Alignment.CENTRE),
        Column(words.pgettext("column", "Telephone"), 13),
        Column(words.pgettext("consent", "Name"), 6, Alignment.CENTRE),
        Column(words.pgettext("consent", "Picture"), 7, Alignment.CENTRE),
        Column(words.pgettext("column", "Signature"), 15),
    )
    rows = tuple(
        (material.formatter.number(number), *[""] * (len(columns) - 1))
        for number in range(1, _BLANK_ROWS + 1)
    )
    yield Table(columns, rows, is_for_pen=True)


def attested(material: Material) -> Iterator[Block]:
    """Who answers for the list."""
    words, meeting, names = material.words, material.meeting, material.names
    name = ""
    if material.discretion.names_officers:
        name = names.listed(meeting.rapporteur_id)
    title = label_for(
        Capacity.RAPPORTEUR, names.sex(meeting.rapporteur_id), material.edition.language
    )
    labels = (words.gettext("Number present"), words.gettext("Signature"))
    yield SignatureBlock((Signatory(title, name),), labels)


FILLED = Plan(
    filled_title,
    (
        (Section.DATA, brief),
        (Section.SHEET, attendance_sheet),
        (Section.ATTENDANCE, head_count),
        (Section.SIGNATURES, attested),
    ),
    is_landscape=True,
)
BLANK = Plan(
    blank_title,
    ((Section.DATA, brief), (Section.SHEET, blank), (Section.SIGNATURES, attested)),
    is_landscape=True,
)
