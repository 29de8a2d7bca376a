"""Who came: in figures at the beginning, one by one in the annex."""

from collections.abc import Iterator

from recorder.domain.meeting import Attendance
from recorder.domain.tokens import Attribution, Capacity, Presence
from recorder.language.catalogue import N_
from recorder.language.labels import label, label_for
from recorder.minutes.material import Material
from recorder.minutes.model import Alignment, Block, Heading, KeyValues, PageBreak, Table
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
    counts = tuple(_counts(material, listed))
    if not counts:
        return
    yield Heading(material.words.gettext("Attendance"))
    yield KeyValues(counts)
    present = [each for each in listed if each.presence == Presence.PRESENT]
    if present and material.attribution is not Attribution.NONE:
        yield _by_group(material, present)


def attendance_annex(material: Material) -> Iterator[Block]:
    """The attendance sheet, to be signed; it names people, so only where names may stand."""
    listed = [each for each in material.record.attendance if material.names.listed(each.person_id)]
    if not (listed and material.names_people and material.edition.has_annex):
        return
    words, names, formatter = material.words, material.names, material.formatter
    fields: list[Field[tuple[int, Attendance]]] = [
        Field(
            words.pgettext("column", "No."),
            5,
            lambda row: formatter.number(row[0]),
            alignment=Alignment.CENTRE,
        ),
        Field(words.pgettext("column", "Name"), 17, lambda row: names.listed(row[1].person_id)),
        Field(
            words.pgettext("column", "Organisation"),
            20,
            lambda row: names.organisation_of(row[1].person_id),
        ),
        Field(words.pgettext("column", "Role"), 16, lambda row: names.role(row[1].person_id)),
        Field(
            words.pgettext("column", "Capacity"),
            14,
            lambda row: _of(row[1].person_id, row[1].capacity, material),
        ),
        Field(
            words.pgettext("column", "Presence"),
            14,
            lambda row: _presence(material, row[1]),
        ),
        Field(words.pgettext("column", "Signature"), 15, lambda _row: "", is_blank=True),
    ]
    yield PageBreak()
    yield Heading(words.gettext("Annex: attendance sheet"))
    yield table_of(fields, list(enumerate(listed, start=1)))


def _presence(material: Material, attendance: Attendance) -> str:
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
        if material.names_people and presence in (Presence.EXCUSED, Presence.ABSENT):
            named = [material.names.addressed(each) for each in people]
            value = f"{value} ({material.formatter.list(named)})"
        yield material.words.gettext(message), value


def _by_group(material: Material, present: list[Attendance]) -> Table:
    """Who is present by organisation, or by sector where organisations may not be told."""
    words, formatter = material.words, material.formatter
    is_by_sector = material.attribution is Attribution.SECTOR
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
    if not material.names_people:
        return ""
    names = []
    for each in people:
        name = material.names.listed(each.person_id)
        if name and each.capacity not in (None, Capacity.PARTICIPANT):
            name = f"{name} ({_of(each.person_id, each.capacity, material)})"
        names.append(name)
    return material.formatter.list(names)


def _of(person_id: str | None, token: Capacity | Presence | str | None, material: Material) -> str:
    return label_for(token, material.names.sex(person_id), material.edition.language)
