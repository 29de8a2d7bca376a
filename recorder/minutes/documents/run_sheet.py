"""The facilitator's run-sheet: times, who presents, what to ask, and room to write.

It stays in the facilitator's hand.
"""

from collections.abc import Iterator

from recorder.domain.documents import Section
from recorder.domain.tokens import ItemKind
from recorder.language.catalogue import N_
from recorder.minutes.agenda import presenter_of
from recorder.minutes.documents.invitation import (
    item_field,
    minutes_field,
    origin_of,
    time_field,
)
from recorder.minutes.documents.plan import Plan
from recorder.minutes.header import planned
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Heading, Paragraph, ParagraphKind, Span
from recorder.minutes.tables import Field, table_of
from recorder.minutes.timetable import Slot, timetable

_PROMPTS: dict[str, str] = {
    ItemKind.OPENING: N_("Welcome; purpose; rules of the dialogue; who may be named or pictured"),
    ItemKind.INFORMATION: N_("First questions for understanding, then the discussion"),
    ItemKind.DISCUSSION: N_(
        "Who has not spoken yet? What is needed? What stands in the way? What would help? Sum up."
    ),
    ItemKind.DECISION: N_("Read the text out. Who has a reservation, and why? Write it down."),
    ItemKind.FOLLOW_UP: N_("What was done? What was not, and why? Who answers for it?"),
    ItemKind.BREAK: N_("Say when it goes on"),
    ItemKind.CLOSING: N_("Read back: who leads, by when; the next date; thanks"),
}
_BEFORE_THE_END = (
    N_("Every recommendation has somebody who leads it, and a date"),
    N_("Reservations were read out and written down"),
    N_("Whoever may be named or pictured has said so"),
    N_("The attendance sheet is signed"),
    N_("The date and the place of the next meeting are known"),
)


def title(material: Material) -> str:
    """«ورقة سير اللقاء»."""
    return material.words.gettext("Run-sheet of the facilitator")


def sheet(material: Material) -> Iterator[Block]:
    """The agenda as the facilitator runs it."""
    slots, words = timetable(material), material.words
    if not slots:
        return
    fields: list[Field[Slot]] = [
        time_field(material),
        item_field(material, 26),
        minutes_field(material),
        Field(
            words.pgettext("column", "Presented by"),
            14,
            lambda row: presenter_of(material, row.place),
        ),
        Field(words.pgettext("column", "To ask"), 24, lambda row: _prompt(material, row)),
        Field(words.pgettext("column", "Notes"), 26, lambda _row: "", is_blank=True),
    ]
    yield Heading(words.gettext("Agenda"))
    yield table_of(fields, slots, origin=origin_of, is_for_pen=True)


def before_the_end(material: Material) -> Iterator[Block]:
    """What is looked at before everybody leaves."""
    yield Heading(material.words.gettext("Before the end"))
    for each in _BEFORE_THE_END:
        spans = (Span(material.words.gettext(each)),)
        is_last = each == _BEFORE_THE_END[-1]
        yield Paragraph(spans, ParagraphKind.ITEM, "☐", keeps_next=not is_last)


def _prompt(material: Material, slot: Slot) -> str:
    message = _PROMPTS.get(slot.place.item.kind or "", "")
    is_said = message and not slot.place.depth
    return material.words.gettext(message) if is_said else ""


PLAN = Plan(
    title,
    ((Section.DATA, planned), (Section.AGENDA, sheet), (Section.CLOSING, before_the_end)),
    is_landscape=True,
    is_numbered=False,
)
