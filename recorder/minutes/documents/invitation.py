"""The invitation with its agenda, on one sheet, to be signed by who invites."""

from collections.abc import Iterator

from recorder.domain.documents import Section
from recorder.domain.tokens import HostRole
from recorder.language.labels import label
from recorder.minutes.agenda import label_of, presenter_of
from recorder.minutes.documents.formal import kind_of
from recorder.minutes.documents.plan import Plan
from recorder.minutes.labels import separator
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Alignment,
    Block,
    Heading,
    KeyValues,
    Origin,
    Paragraph,
    ParagraphKind,
    Signatory,
    SignatureBlock,
    Span,
)
from recorder.minutes.sentences import place_of
from recorder.minutes.tables import Field, table_of
from recorder.minutes.timetable import Slot, timetable


def title(material: Material) -> str:
    """«دعوة: لقاء حواري تشاوري»."""
    return material.words.gettext("Invitation: {kind}").format(kind=kind_of(material))


def greeting(material: Material) -> Iterator[Block]:
    """To whom, and that they are invited; the name is written in by hand."""
    words = material.words
    yield Paragraph((Span(words.gettext("To: ………………………………")),), ParagraphKind.LEAD)
    yield Paragraph((Span(words.gettext("We have the honour of inviting you to this meeting.")),))


def data(material: Material) -> Iterator[Block]:
    """When, where, why and by whom; how what is said will be attributed."""
    meeting, words, formatter = material.meeting, material.words, material.formatter
    hosts = [
        material.names.organisation(each.organisation_id)
        for each in material.record.hosts
        if each.role in (HostRole.ORGANISER, HostRole.PARTNER)
    ]
    rows = (
        (words.gettext("Date"), material.day),
        (words.gettext("Time"), formatter.clock_range(meeting.planned_start, meeting.planned_end)),
        (words.gettext("Place"), place_of(material)),
        (words.gettext("Called by"), formatter.list(hosts)),
        (words.gettext("Purpose"), meeting.purpose.strip()),
        (
            words.gettext("Attribution of what is said"),
            label(material.discretion.rule, material.edition.language),
        ),
    )
    yield KeyValues(tuple((name, value) for name, value in rows if value))


def agenda_table(material: Material) -> Iterator[Block]:
    """The agenda with its times."""
    slots, words = timetable(material), material.words
    if not slots:
        return
    fields: list[Field[Slot]] = [
        time_field(material),
        item_field(material, 52),
        Field(
            words.pgettext("column", "Presented by"),
            24,
            lambda row: presenter_of(material, row.place),
        ),
        minutes_field(material),
    ]
    yield Heading(words.gettext("Agenda"))
    yield table_of(fields, slots, origin=origin_of)


def time_field(material: Material) -> Field[Slot]:
    """The column of the planned beginnings."""
    return Field(
        material.words.pgettext("column", "Time"),
        9,
        lambda row: material.formatter.clock(row.start),
        alignment=Alignment.CENTRE,
    )


def item_field(material: Material, width: int) -> Field[Slot]:
    """The column of the items with their numbers."""

    def named(slot: Slot) -> str:
        words = material.named(slot.place.item)
        if slot.place.depth:
            return f"– {words}"
        number = label_of(material, slot.place)
        return f"{number}{separator(number)}{words}"

    return Field(material.words.pgettext("column", "Item"), width, named)


def minutes_field(material: Material) -> Field[Slot]:
    """The column of the planned lengths: figures, which both languages share."""

    def planned(slot: Slot) -> str:
        minutes = slot.place.item.planned_minutes
        return material.formatter.number(minutes) if minutes else ""

    title = material.words.pgettext("column", "Minutes")
    return Field(title, 11, planned, alignment=Alignment.CENTRE)


def origin_of(slot: Slot) -> Origin:
    """Where a row of an agenda comes from."""
    return Origin(slot.place.item.TABLE, slot.place.item.id)


def answer(material: Material) -> Iterator[Block]:
    """How to say that one comes, and who invites."""
    record, words = material.record, material.words
    organisers = [
        body
        for each in record.hosts
        if each.role == HostRole.ORGANISER
        and (body := record.organisation_by_id.get(each.organisation_id or ""))
    ]
    contacts = [each.contact.strip() for each in organisers if each.contact.strip()]
    if contacts:
        message = words.gettext("Please let us know whether you will come: {contact}")
        text = message.format(contact=material.comma.join(contacts))
        yield Paragraph((Span(text),), ParagraphKind.LEAD)
    signatories = tuple(
        Signatory(words.gettext("For the organiser"), role=material.names.organisation(each.id))
        for each in organisers
    )
    labels = (words.gettext("Signature"), words.gettext("Date"))
    yield SignatureBlock(signatories or (Signatory(words.gettext("For the organiser")),), labels)


PLAN = Plan(
    title,
    (
        (Section.OPENING, greeting),
        (Section.DATA, data),
        (Section.AGENDA, agenda_table),
        (Section.SIGNATURES, answer),
    ),
    is_numbered=False,
)
