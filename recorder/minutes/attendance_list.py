"""Who came, one by one, as far as the rule of attribution allows: the list that is signed."""

from collections.abc import Iterator

from recorder.domain.documents import Section
from recorder.domain.meeting import Attendance
from recorder.domain.tokens import Attribution
from recorder.language.labels import label
from recorder.minutes.material import Material
from recorder.minutes.model import Alignment, Block, Heading, Origin, PageBreak, Table
from recorder.minutes.presence import capacity_of, presence_of
from recorder.minutes.tables import Field, table_of

Entry = tuple[int, Attendance | None]
"""A row with its number; without anybody it waits for whoever walks in."""


def attendance_annex(material: Material) -> Iterator[Block]:
    """The list at the end of minutes; it names people, so only where names may stand."""
    listed = _listed(material)
    if listed and material.discretion.names_people and material.edition.has_annex:
        is_first = (material.edition.sections or ())[:1] == (Section.SHEET,)
        if not is_first:  # an empty page would head the document
            yield PageBreak()
        yield Heading(material.words.gettext("Annex: attendance sheet"))
        yield _table(material, listed, walk_ins=0)


def attendance_sheet(material: Material) -> Iterator[Block]:
    """The list on its own, high enough for a pen, with room for who was not expected.

    Where people are not named it tells their organisations or sectors; where nobody is, it is
    not a list any more.
    """
    listed = _listed(material)
    if material.discretion.rule is Attribution.NONE:
        listed = []
    yield _table(material, listed, walk_ins=material.edition.walk_in_rows)


def _listed(material: Material) -> list[Attendance]:
    known = material.record.person_by_id
    return [each for each in material.record.attendance if each.person_id in known]


def _table(material: Material, listed: list[Attendance], *, walk_ins: int) -> Table:
    rows: list[Entry] = list(enumerate([*listed, *[None] * walk_ins], start=1))
    return table_of(list(_fields(material)), rows, origin=_origin, is_for_pen=walk_ins > 0)


def _origin(row: Entry) -> Origin:
    return Origin(Attendance.TABLE, row[1].id if row[1] else "")


def _fields(material: Material) -> Iterator[Field[Entry]]:
    words, names, discretion = material.words, material.names, material.discretion
    yield Field(
        words.pgettext("column", "No."),
        5,
        lambda row: material.formatter.number(row[0]),
        alignment=Alignment.CENTRE,
    )
    is_blank = not discretion.names_people
    yield Field(words.pgettext("column", "Name"), 17, lambda row: _name(material, row), is_blank)
    if discretion.rule is Attribution.SECTOR:
        yield Field(words.pgettext("column", "Sector"), 20, lambda row: _sector(material, row))
    elif discretion.names_bodies:
        yield Field(
            words.pgettext("column", "Organisation"),
            20,
            lambda row: names.organisation_of(_person(row)),
        )
    if discretion.names_people:
        yield Field(words.pgettext("column", "Role"), 16, lambda row: _role(material, row))
        yield Field(
            words.pgettext("column", "Capacity"),
            14,
            lambda row: capacity_of(material, row[1]) if row[1] else "",
        )
    yield Field(
        words.pgettext("column", "Presence"),
        14,
        lambda row: presence_of(material, row[1]) if row[1] else "",
    )
    yield Field(words.pgettext("column", "Signature"), 15, lambda _row: "", is_blank=True)


def _person(row: Entry) -> str | None:
    return row[1].person_id if row[1] else None


def _name(material: Material, row: Entry) -> str:
    """A name, or that it is withheld: who asked for that has a row all the same."""
    if row[1] is None or not material.discretion.names_people:
        return ""
    if material.names.is_withheld(row[1].person_id):
        return material.words.gettext("Name withheld")
    return material.names.listed(row[1].person_id)


def _role(material: Material, row: Entry) -> str:
    person_id = _person(row)
    return "" if material.names.is_withheld(person_id) else material.names.role(person_id)


def _sector(material: Material, row: Entry) -> str:
    person_id = _person(row)
    organisation = material.record.organisation_of(person_id) if person_id else None
    return label(organisation.sector, material.edition.language) if organisation else ""
