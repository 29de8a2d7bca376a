"""What was left for a later meeting, and topics that were put aside, each with the reason."""

from collections.abc import Iterator

from recorder.domain.meeting import AgendaItem
from recorder.domain.running import is_parked
from recorder.domain.tokens import Postponed
from recorder.language.labels import label
from recorder.minutes.discussion import notes_of
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Emphasis, Heading, Origin, Paragraph, ParagraphKind, Span


def postponed(material: Material) -> Iterator[Block]:
    """Postponed items of the agenda, then topics that were on none; what was said of these."""
    items = [each.item for each in material.headings if each.item.postponed is not None]
    items = [each for each in [*items, *material.parked] if _is_told(material, each)]
    if not items:
        return
    words = material.words
    yield Heading(words.gettext("Postponed topics"))
    for number, item in enumerate(items, start=1):
        spans = [Span(material.named(item))]
        if reason := _reason(material, item):
            spans.append(Span(f" ({reason})", Emphasis.QUIET))
        marker = f"{material.formatter.number(number)}."
        origin = Origin(item.TABLE, item.id)
        yield Paragraph(tuple(spans), ParagraphKind.ITEM, marker, origin=origin)
        if is_parked(item):  # of the others it is told under the agenda
            yield from notes_of(material, item.id)


def _is_told(material: Material, item: AgendaItem) -> bool:
    return bool(material.title_of(item)) or item.id in material.notes_by_item


def _reason(material: Material, item: AgendaItem) -> str:
    words = item.postponed_reason.strip().rstrip(".")
    if item.postponed in {Postponed.OTHER, Postponed.PARKED}:
        return words
    named = label(item.postponed, material.edition.language)
    return f"{named}: {words}" if words else named
