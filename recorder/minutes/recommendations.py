"""What the meeting asks for, and what became of what earlier ones asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recorder.domain.recommendation import FollowUp, Recommendation
from recorder.domain.tokens import Stage, Status
from recorder.language.catalogue import N_
from recorder.language.labels import label
from recorder.language.verbs import ended, is_foreign
from recorder.minutes.asides import source_note
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Alignment,
    Block,
    Emphasis,
    Heading,
    Origin,
    Paragraph,
    ParagraphKind,
    Span,
)
from recorder.minutes.outcomes import positions
from recorder.minutes.tables import Field, table_of

_WHOLE = frozenset({Stage.ADOPTED, Stage.ACCEPTED})
_TOLD_BY_STATUS = {(Status.NOT_STARTED, 0), (Status.DONE, 100)}

Numbered = tuple[str, Recommendation]


def follow_up(material: Material) -> Iterator[Block]:
    """What was done about the recommendations that the meeting took up."""
    words = material.words
    earlier = taken_up(material)
    if not earlier:
        return
    fields: list[Field[Numbered]] = [
        number_field(material),
        Field(words.pgettext("column", "Recommendation"), 30, lambda row: row[1].text.strip()),
        Field(
            words.pgettext("column", "Responsible"), 16, lambda row: responsible(material, row[1])
        ),
        Field(words.pgettext("column", "What was done"), 32, lambda row: _done(material, row[1])),
        Field(words.pgettext("column", "Status"), 14, lambda row: status(material, row[1])),
    ]
    yield Heading(words.gettext("Follow-up of previous recommendations"))
    yield table_of(fields, earlier, origin=origin_of)


def recommendations(material: Material) -> Iterator[Block]:
    """The matrix, then who had what against which of them."""
    rows = own(material)
    if not rows:
        return
    yield heading(material)
    fields = list(_matrix(material, rows))
    notes = tuple(source_note(material, each.id) for _number, each in rows)
    table = table_of(fields, rows, origin=origin_of, wording=wording_of)
    yield replace(table, notes=notes if any(notes) else ())
    yield from _positions(material, rows)


def own(material: Material) -> list[Numbered]:
    """The recommendations of the meeting with their numbers."""
    numbered = material.numbered(material.record.recommendations)
    return [(number, each) for number, each in numbered if each.text.strip()]


def heading(material: Material) -> Heading:
    """The title over them; it says so while all are preliminary."""
    words = material.words
    if material.are_preliminary:
        return Heading(words.gettext("Preliminary recommendations"))
    return Heading(words.gettext("Recommendations"))


def origin_of(row: Numbered) -> Origin:
    """Where a row of a matrix comes from."""
    return Origin(Recommendation.TABLE, row[1].id)


def wording_of(row: Numbered) -> str:
    """The text of a recommendation itself."""
    return row[1].text.strip()


def stated(material: Material, row: Numbered) -> Paragraph:
    """A recommendation as a line of a list, behind its number."""
    wording = wording_of(row)
    item = material.written(ended(wording), ParagraphKind.ITEM, f"{row[0]}.", origin_of(row))
    return replace(item, wording=wording)


def stated_with(material: Material, row: Numbered, known: str) -> Iterator[Paragraph]:
    """The same with what is known of it, which stands apart from a text in the other language."""
    item = stated(material, row)
    if known and not is_foreign(material.edition.language, item.wording):
        known_too = Span(f" ({known})", Emphasis.QUIET)
        yield replace(item, spans=(*item.spans, known_too))
        return
    yield replace(item, keeps_next=bool(known))
    if known:
        spans = (Span(known, Emphasis.QUIET),)
        yield Paragraph(spans, ParagraphKind.SUBITEM, origin=item.origin)


def qualified(material: Material, row: Recommendation) -> str:
    """That the meeting has not adopted it, or not whole; to be said wherever its text stands alone.

    "" where nothing limits it, and while all are preliminary: their title says so. A stage of a
    later release may limit it in a way that is not known here.
    """
    is_told = row.stage == Stage.PRELIMINARY and material.are_preliminary
    is_limited = row.stage not in _WHOLE and not is_told
    return label(row.stage, material.edition.language) if is_limited else ""


def _matrix(material: Material, rows: Sequence[Numbered]) -> Iterator[Field[Numbered]]:
    """The columns that an upright sheet has room for; seven would be too narrow to be read.

    What measures a recommendation stands under its text, and so does its theme where anything
    measures one.
    """
    words = material.words
    is_measured = any(indicator(material, each) for _number, each in rows)
    yield number_field(material)
    yield Field(
        words.pgettext("column", "Recommendation"),
        40,
        lambda row: _measured(material, row[1], has_theme=is_measured),
    )
    if not is_measured:
        yield Field(
            words.pgettext("column", "Theme"), 17, lambda row: material.theme(row[1].theme_id)
        )
    yield Field(
        words.pgettext("column", "Responsible"), 24, lambda row: responsible(material, row[1])
    )
    yield Field(words.pgettext("column", "Due"), 15, lambda row: due(material, row[1]))
    yield Field(
        words.pgettext("column", "Stage and status"),
        14,
        lambda row: _stage(material, row[1]),
    )


def _measured(material: Material, row: Recommendation, *, has_theme: bool) -> str:
    theme = material.theme(row.theme_id) if has_theme else ""
    return _lines(
        worded(material, row),
        _after(material, N_("Theme: {text}"), theme),
        _after(material, N_("Indicator: {text}"), row.indicator),
        _after(material, N_("Evidence: {text}"), row.evidence),
    )


def number_field(material: Material) -> Field[Numbered]:
    """The column of the numbers."""
    return Field(
        material.words.pgettext("column", "No."), 5, lambda row: row[0], alignment=Alignment.CENTRE
    )


def taken_up(material: Material) -> list[Numbered]:
    """The recommendations of other meetings, in the order in which they were taken up."""
    by_id = {each.id: each for each in material.record.earlier}
    order = [each.recommendation_id for each in material.record.carried]
    found = {each: by_id[each] for each in order if each in by_id} | by_id
    rows = [each for each in found.values() if each.text.strip()]
    return [
        (each.number or material.formatter.number(position), each)
        for position, each in enumerate(rows, start=1)
    ]


def _positions(material: Material, rows: Sequence[Numbered]) -> Iterator[Block]:
    contested = [row for row in rows if row[1].id in material.positions_by_subject]
    if not contested:
        return
    yield Heading(material.words.gettext("Positions on the recommendations"), 2)
    for number, each in contested:
        title = material.words.gettext("Recommendation {number}").format(number=number)
        yield Paragraph((Span(title),), ParagraphKind.ITEM, "•", keeps_next=True)
        yield from positions(material, each.id)


def worded(material: Material, row: Recommendation) -> str:
    """The text, and why it was refused or taken in part."""
    return _lines(row.text, _after(material, N_("Reason: {text}"), row.reason))


def responsible(material: Material, row: Recommendation) -> str:
    """Who leads, and who helps."""
    lead = material.names.organisation(row.lead_id)
    supporting = material.formatter.list(
        [material.names.organisation(each) for each in material.supporting.get(row.id, ())]
    )
    return _lines(lead, _after(material, N_("With the support of: {text}"), supporting))


def due(material: Material, row: Recommendation) -> str:
    """By when, as a date or in words."""
    return _lines(material.formatter.date(row.due), row.timeframe)


def indicator(material: Material, row: Recommendation) -> str:
    """What shows that it was done, and where that can be seen."""
    return _lines(row.indicator, _after(material, N_("Evidence: {text}"), row.evidence))


def _stage(material: Material, row: Recommendation) -> str:
    language = material.edition.language
    stage = "" if material.are_preliminary else label(row.stage, language)
    return _lines(stage, status(material, row), label(row.priority, language))


def staged(material: Material, row: Recommendation) -> str:
    """How far it has been taken up, and carried out."""
    return _lines(label(row.stage, material.edition.language), status(material, row))


def status(material: Material, row: Recommendation) -> str:
    """The status, told only where somebody reported on it."""
    status, percent = material.record.status_of(row.id), material.record.percent_of(row.id)
    progress = "" if percent is None else material.formatter.percent(percent)
    words = label(status, material.edition.language)
    return words if (status, percent) in _TOLD_BY_STATUS else _lines(words, progress)


def _done(material: Material, row: Recommendation) -> str:
    entry = _latest(material, row)
    if entry is None:
        return ""
    date = material.formatter.date(entry.date)
    text = f"{date}: {entry.text.strip()}" if date and entry.text.strip() else entry.text
    return _lines(text, _after(material, N_("Evidence: {text}"), entry.evidence))


def _latest(material: Material, row: Recommendation) -> FollowUp | None:
    return material.record.progress_of(row.id) if row.id in material.reported_on else None


def _after(material: Material, message: str, text: str) -> str:
    return material.words.gettext(message).format(text=text.strip()) if text.strip() else ""


def _lines(*parts: str) -> str:
    return "\n".join(each.strip() for each in parts if each.strip())
