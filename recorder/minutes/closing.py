"""What stands after the sections: the closing sentences, the credits, the signatures."""

from collections.abc import Iterator

from recorder.domain.tokens import Capacity, HostRole
from recorder.language.catalogue import N_
from recorder.language.labels import label_for
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Block,
    Heading,
    Paragraph,
    ParagraphKind,
    Signatory,
    SignatureBlock,
    Span,
)
from recorder.minutes.sentences import closing_sentence, next_meeting_sentence

_FOR_HOSTS = {
    HostRole.ORGANISER: N_("For the organiser"),
    HostRole.PARTNER: N_("For the partner"),
}


def closing(material: Material) -> Iterator[Block]:
    """When the meeting rose and when the next one is, then who made pictures and reports."""
    sentences = [closing_sentence(material), next_meeting_sentence(material)]
    known = [each for each in sentences if each]
    if known:
        yield Heading(material.words.gettext("Closing of the meeting"))
    for each in known:
        yield material.written(each, ParagraphKind.LEAD)
    if material.meeting.credits.strip():
        yield material.written(material.meeting.credits.strip(), ParagraphKind.CREDIT)


def signatures(material: Material) -> Iterator[Block]:
    """Room for the rapporteur, the facilitator, the chair if there was one, and the hosts."""
    words = material.words
    yield Paragraph(
        (Span(words.gettext("These minutes were signed accordingly.")),),
        ParagraphKind.BODY,
        keeps_next=True,
    )
    signatories = (*_officers(material), *_hosts(material))
    yield SignatureBlock(signatories, (words.gettext("Signature"), words.gettext("Date")))


def _officers(material: Material) -> Iterator[Signatory]:
    meeting, names = material.meeting, material.names
    for capacity, person_id in (
        (Capacity.RAPPORTEUR, meeting.rapporteur_id),
        (Capacity.FACILITATOR, meeting.facilitator_id),
        (Capacity.CHAIR, meeting.chair_id),
    ):
        name = names.listed(person_id) if material.discretion.names_officers else ""
        if name or capacity is not Capacity.CHAIR:
            title = label_for(capacity, names.sex(person_id), material.edition.language)
            yield Signatory(title, name, names.role(person_id) if name else "")


def _hosts(material: Material) -> Iterator[Signatory]:
    for role, message in _FOR_HOSTS.items():
        for each in material.record.hosts:
            name = material.names.organisation(each.organisation_id)
            if each.role == role and name:
                yield Signatory(material.words.gettext(message), role=name)
