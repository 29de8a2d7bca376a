"""The matrix of recommendations on a wide sheet: who does what by when, and how far it is.

What is not known stays an empty column: the sheet is filled in at the next meeting, by pen.
"""

from collections.abc import Iterator

from recorder.domain.documents import Section
from recorder.language.labels import label
from recorder.minutes.documents.plan import Plan
from recorder.minutes.header import brief
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Heading
from recorder.minutes.recommendations import (
    Numbered,
    due,
    heading,
    indicator,
    number_field,
    origin_of,
    own,
    responsible,
    staged,
    taken_up,
    worded,
    wording_of,
)
from recorder.minutes.tables import Field, table_of


def title(material: Material) -> str:
    """«مصفوفة التوصيات»."""
    return material.words.gettext("Recommendation matrix")


def matrix(material: Material) -> Iterator[Block]:
    """The recommendations of the meeting."""
    rows = own(material)
    if rows:
        yield heading(material)
        yield table_of(list(_fields(material)), rows, origin=origin_of, wording=wording_of)


def earlier(material: Material) -> Iterator[Block]:
    """Those of earlier meetings that this one took up."""
    rows = taken_up(material)
    if rows:
        yield Heading(material.words.gettext("Follow-up of previous recommendations"))
        yield table_of(list(_fields(material)), rows, origin=origin_of)


def _fields(material: Material) -> Iterator[Field[Numbered]]:
    words, language = material.words, material.edition.language
    yield number_field(material)
    yield Field(
        words.pgettext("column", "Recommendation"), 30, lambda row: worded(material, row[1])
    )
    yield Field(
        words.pgettext("column", "Responsible"),
        20,
        lambda row: responsible(material, row[1]),
        is_blank=True,
    )
    yield Field(
        words.pgettext("column", "Priority"), 9, lambda row: label(row[1].priority, language),
        is_blank=True,
    )  # fmt: skip
    yield Field(
        words.pgettext("column", "Due"), 11, lambda row: due(material, row[1]), is_blank=True
    )
    yield Field(
        words.pgettext("column", "Indicator"),
        20,
        lambda row: indicator(material, row[1]),
        is_blank=True,
    )
    yield Field(
        words.pgettext("column", "Stage and status"),
        12,
        lambda row: staged(material, row[1]),
        is_blank=True,
    )


PLAN = Plan(
    title,
    (
        (Section.DATA, brief),
        (Section.RECOMMENDATIONS, matrix),
        (Section.FOLLOW_UP, earlier),
    ),
    is_landscape=True,
)
