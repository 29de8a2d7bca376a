"""The annex for a donor: who was reached, on what, with which outcome, in figures and texts.

It leaves the circle of those who met: only those are named in it who agreed to that.
"""

from collections.abc import Iterator

from recorder.domain.documents import Section
from recorder.domain.tokens import HostRole, NoteKind, Stage
from recorder.language.labels import label
from recorder.minutes.documents.plan import Plan
from recorder.minutes.documents.short import listed_recommendations
from recorder.minutes.header import brief
from recorder.minutes.material import Material
from recorder.minutes.model import (
    Alignment,
    Block,
    Heading,
    KeyValues,
    Paragraph,
    ParagraphKind,
    Span,
)
from recorder.minutes.outcomes import decisions_alone, issues_alone
from recorder.minutes.participation import participation, present
from recorder.minutes.photographs import photographs
from recorder.minutes.recommendations import follow_up
from recorder.minutes.tables import Field, table_of
from recorder.minutes.themes import ThemePart, theme_parts


def title(material: Material) -> str:
    """«ملحق الجهة الداعمة»."""
    return material.words.gettext("Donor annex")


def data(material: Material) -> Iterator[Block]:
    """When and where, who held the meeting and who paid for it."""
    yield from brief(material)
    rows = []
    for role in HostRole:
        bodies = [
            material.names.organisation(each.organisation_id)
            for each in material.record.hosts
            if each.role == role
        ]
        if listed := material.formatter.list(bodies):
            rows.append((label(role, material.edition.language), listed))
    if purpose := material.meeting.purpose.strip():
        rows.append((material.words.gettext("Purpose"), purpose))
    if rows:
        yield KeyValues(tuple(rows))


def named(material: Material) -> Iterator[Block]:
    """Those who agreed to be named, where the meeting names people at all."""
    if not material.discretion.names_people:
        return
    names = [each for row in present(material) if (each := material.names.listed(row.person_id))]
    if names:
        words = material.words
        yield Paragraph(
            (Span(words.gettext("Agreed to be named:") + " " + material.formatter.list(names)),),
            ParagraphKind.REMARK,
        )


def attendance(material: Material) -> Iterator[Block]:
    """The figures, then the names that may stand here."""
    yield from participation(material)
    yield from named(material)


def themes(material: Material) -> Iterator[Block]:
    """How often each theme was spoken to, and how."""
    parts = theme_parts(material)
    if not parts:
        return
    words, number = material.words, material.formatter.number
    centre = Alignment.CENTRE

    def count(part: ThemePart, *kinds: NoteKind) -> str:
        found = len(part.of_kinds(kinds))
        return number(found) if found else ""

    fields: list[Field[ThemePart]] = [
        Field(words.pgettext("column", "Theme"), 34, lambda row: row.title),
        Field(
            words.pgettext("column", "Contributions"),
            13,
            lambda row: number(len(row.notes)) if row.notes else "",
            alignment=centre,
        ),
        Field(words.gettext("Needs"), 13, lambda row: count(row, NoteKind.NEED), alignment=centre),
        Field(
            words.gettext("Challenges"),
            13,
            lambda row: count(row, NoteKind.CHALLENGE),
            alignment=centre,
        ),
        Field(
            words.gettext("Opportunities"),
            13,
            lambda row: count(row, NoteKind.OPPORTUNITY),
            alignment=centre,
        ),
        Field(
            words.gettext("Recommendations"),
            14,
            lambda row: number(asked) if (asked := _asked(row)) else "",
            alignment=centre,
        ),
    ]
    yield Heading(words.gettext("Themes"))
    yield table_of(fields, parts, origin=lambda row: row.origin)


def _asked(part: ThemePart) -> int:
    """How many recommendations of a theme the meeting did not refuse."""
    return sum(each.stage != Stage.REJECTED for _number, each in part.recommendations)


PLAN = Plan(
    title,
    (
        (Section.DATA, data),
        (Section.ATTENDANCE, attendance),
        (Section.THEMES, themes),
        (Section.ISSUES, issues_alone),
        (Section.DECISIONS, decisions_alone),
        (Section.RECOMMENDATIONS, listed_recommendations),
        (Section.PHOTOGRAPHS, photographs),
        (Section.FOLLOW_UP, follow_up),
    ),
)
