"""Who came, in figures and by group."""

from collections.abc import Iterator

from recorder.domain.meeting import Attendance
from recorder.domain.tokens import Attribution, Capacity, Presence
from recorder.language.catalogue import N_
from recorder.language.labels import label, label_for
from recorder.minutes.material import Material
from recorder.minutes.model import Alignment, Block, Heading, KeyValues, Table
from recorder.minutes.tables import Field, table_of

_COUNTS: dict[Presence, str] = {
    Presence.PRESENT: N_("Recorded as present"),
    Presence.EXCUSED: N_("Excused themselves"),
    Presence.ABSENT: N_("Were absent"),
    Presence.INVITED: N_("Invited, presence not recorded"),
}


def attendance_summary(material: Material) -> Iterator[Block]:
    """How many came, for whom, and who excused themselves."""
    listed = [each for each in material.record.attendance if each.person_id]
    yield from head_count(material)
    present = [each for each in listed if each.presence == Presence.PRESENT]
    if present and material.discretion.rule is not Attribution.NONE:
        yield _by_group(material, present)


def head_count(material: Material) -> Iterator[Block]:
    """How many came, and who excused themselves."""
    listed = [each for each in material.record.attendance if each.person_id]
    counts = tuple(_counts(material, listed))
    if counts:
        yield Heading(material.words.gettext("Attendance"))
        yield KeyValues(counts)


def presence_of(material: Material, attendance: Attendance) -> str:
    """Whether somebody came; a second line says from when or until when, if not all the time."""
    words, formatter = material.words, material.formatter
    arrived, departed = formatter.clock(attendance.arrived), formatter.clock(attendance.departed)
    span = formatter.clock_range(attendance.arrived, attendance.departed)
    if not departed and arrived:
        span = words.gettext("from {clock}").format(clock=arrived)
    elif not arrived and departed:
        span = words.gettext("until {clock}").format(clock=departed)
    presence = _of(attendance.person_id, attendance.presence, material)
    return "\n".join(each for each in (presence, span) if each)


def _counts(material: Material, listed: list[Attendance]) -> Iterator[tuple[str, str]]:
    for presence, message in _COUNTS.items():
        people = [each.person_id for each in listed if each.presence == presence]
        if not people:
            continue
        value = material.formatter.number(len(people))
        if material.discretion.names_people and presence in (Presence.EXCUSED, Presence.ABSENT):
            named = [material.names.addressed(each) for each in people]
            names = material.formatter.list(named)
            value = f"{value} ({names})" if names else value
        yield material.words.gettext(message), value


def _by_group(material: Material, present: list[Attendance]) -> Table:
    """Who is present by organisation, or by sector where organisations may not be told."""
    words, formatter = material.words, material.formatter
    is_by_sector = material.discretion.rule is Attribution.SECTOR
    if is_by_sector:
        title, unknown = words.pgettext("column", "Sector"), words.gettext("Sector not known")
    else:
        title = words.pgettext("column", "Organisation")
        unknown = words.gettext("Organisation not known")
    groups: dict[str, list[Attendance]] = {}
    for each in present:
        group = _sector(material, each) if is_by_sector else ""
        if not is_by_sector:
            group = material.names.organisation_of(each.person_id)
        groups.setdefault(group or unknown, []).append(each)
    fields: list[Field[tuple[str, list[Attendance]]]] = [
        Field(title, 36, lambda row: row[0]),
        Field(
            words.pgettext("column", "Present"),
            10,
            lambda row: formatter.number(len(row[1])),
            alignment=Alignment.CENTRE,
        ),
        Field(
            words.pgettext("column", "Names and capacities"),
            54,
            lambda row: _names(material, row[1]),
        ),
    ]
    return table_of(fields, groups.items())


def _sector(material: Material, attendance: Attendance) -> str:
    organisation = material.record.organisation_of(attendance.person_id or "")
    return label(organisation.sector, material.edition.language) if organisation else ""


def _names(material: Material, people: list[Attendance]) -> str:
    if not material.discretion.names_people:
        return ""
    names = []
    for each in people:
        name = material.names.listed(each.person_id)
        if name and each.capacity not in (None, Capacity.PARTICIPANT):
            name = f"{name} ({_of(each.person_id, each.capacity, material)})"
        names.append(name)
    return material.formatter.list(names)


def capacity_of(material: Material, attendance: Attendance) -> str:
    """In what capacity somebody came, in the form for a woman or a man."""
    return _of(attendance.person_id, attendance.capacity, material)


def _of(person_id: str | None, token: Capacity | Presence | str | None, material: Material) -> str:
    return label_for(token, material.names.sex(person_id), material.edition.language)
