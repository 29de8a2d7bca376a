"""What stands before the sections: letterhead, data block and opening sentence."""

from collections.abc import Iterator

from recorder.domain.tokens import Capacity, HostRole
from recorder.language.labels import label, label_for
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Block,
    KeyValues,
    Letterhead,
    LetterheadHost,
    ParagraphKind,
)
from recorder.minutes.photographs import logo_of
from recorder.minutes.sentences import opening_sentence, place_of

_ON_THE_LETTERHEAD = (HostRole.ORGANISER, HostRole.PARTNER)


def letterhead(material: Material) -> Letterhead:
    """The organisers, then those who held the meeting with them."""
    hosts = []
    for role in _ON_THE_LETTERHEAD:
        for each in material.record.hosts:
            organisation = material.record.organisation_by_id.get(each.organisation_id or "")
            if each.role == role and organisation is not None:
                name = material.names.organisation_alone(organisation.id)
                title = label(role, material.edition.language)
                short, logo = organisation.acronym.strip(), logo_of(material, each)
                hosts.append(LetterheadHost(name, short, title, logo))
    return Letterhead(tuple(hosts))


def data_block(material: Material) -> Iterator[Block]:
    """What is known of the meeting, a line for each."""
    rows = [*_time_and_place(material), *_officers(material), *_purpose_and_rule(material)]
    known = tuple((name, value) for name, value in rows if value)
    if known:
        yield KeyValues(known)


def brief(material: Material) -> Iterator[Block]:
    """When and where: what heads every sheet that is no minutes."""
    meeting = material.meeting
    start, end = meeting.actual_start or meeting.planned_start, meeting.actual_end
    yield from _brief(material, start, end or meeting.planned_end)


def planned(material: Material) -> Iterator[Block]:
    """When and where it is to be."""
    yield from _brief(material, material.meeting.planned_start, material.meeting.planned_end)


def _brief(material: Material, start: str, end: str) -> Iterator[Block]:
    words, formatter = material.words, material.formatter
    clock = formatter.clock_range(start, end)
    date = material.day
    rows = (
        (words.gettext("Date"), material.comma.join(each for each in (date, clock) if each)),
        (words.gettext("Place"), place_of(material)),
    )
    known = tuple((name, value) for name, value in rows if value)
    if known:
        yield KeyValues(known)


def opening(material: Material) -> Iterator[Block]:
    """The sentence with which minutes begin."""
    sentence = opening_sentence(material)
    if sentence:
        yield material.written(sentence, ParagraphKind.LEAD)


def _time_and_place(material: Material) -> Iterator[tuple[str, str]]:
    meeting, words, formatter = material.meeting, material.words, material.formatter
    series = material.record.series
    title = "" if series is None else series.title
    if series is not None and not material.is_arabic:
        title = series.title_en or title
    planned = formatter.clock_range(meeting.planned_start, meeting.planned_end)
    actual = formatter.clock_range(meeting.actual_start, meeting.actual_end)
    yield words.gettext("Series of meetings"), title.strip()
    yield words.gettext("Date"), material.day
    yield words.gettext("Place"), place_of(material)
    yield words.gettext("Planned time"), planned
    yield words.gettext("Actual time"), actual


def _officers(material: Material) -> Iterator[tuple[str, str]]:
    meeting = material.meeting
    for capacity, person_id in (
        (Capacity.CHAIR, meeting.chair_id),
        (Capacity.FACILITATOR, meeting.facilitator_id),
        (Capacity.RAPPORTEUR, meeting.rapporteur_id),
    ):
        name, description = "", ""
        if material.discretion.names_officers:
            name = material.names.addressed(person_id)
        if name:
            description = material.names.description(person_id)
        title = label_for(capacity, material.names.sex(person_id), material.edition.language)
        yield title, material.comma.join(each for each in (name, description) if each)


def _purpose_and_rule(material: Material) -> Iterator[tuple[str, str]]:
    meeting, words, language = material.meeting, material.words, material.edition.language
    donors = [
        material.names.organisation(each.organisation_id)
        for each in material.record.hosts
        if each.role == HostRole.DONOR
    ]
    yield label(HostRole.DONOR, language), material.formatter.list(donors)
    yield words.gettext("Purpose"), meeting.purpose.strip()
    yield words.gettext("Attribution of what was said"), label(material.discretion.rule, language)
