"""Who took part, in figures alone: by sector and sex, without anybody's name."""

from collections import Counter
from collections.abc import Iterator

from recorder.domain.meeting import Attendance
from recorder.domain.tokens import Presence, Sector, Sex
from recorder.language.labels import label
from recorder.minutes.material import Material
from recorder.minutes.model import Alignment, Block, Heading, KeyValues, Table
from recorder.minutes.tables import Field, table_of

_Counts = Counter[tuple[str, Sex | None]]


def present(material: Material) -> list[Attendance]:
    """Those who were recorded as present."""
    attendance = material.record.attendance
    return [each for each in attendance if each.person_id and each.presence == Presence.PRESENT]


def participation(material: Material) -> Iterator[Block]:
    """How many took part, then by sector and sex."""
    came = present(material)
    if not came:
        return
    words, number = material.words, material.formatter.number
    counts = _counts(material, came)
    bodies = {
        each.id for row in came if (each := material.record.organisation_of(row.person_id or ""))
    }
    rows = [(words.gettext("Recorded as present"), number(len(came)))]
    for sex, title in ((Sex.FEMALE, words.gettext("Women")), (Sex.MALE, words.gettext("Men"))):
        count = _sum(counts, sex)
        percent = material.formatter.percent(round(100 * count / len(came)))
        rows.append((title, f"{number(count)} ({percent})"))
    if bodies:
        rows.append((words.gettext("Organisations represented"), number(len(bodies))))
    yield Heading(words.gettext("Who took part"))
    yield KeyValues(tuple(rows))
    yield _table(material, counts)


def _counts(material: Material, came: list[Attendance]) -> _Counts:
    record, counts = material.record, _Counts()
    for each in came:
        body = record.organisation_of(each.person_id or "")
        sector = body.sector if body and isinstance(body.sector, Sector) else None
        sex = material.names.sex(each.person_id)
        counts[sector.value if sector else "", sex if isinstance(sex, Sex) else None] += 1
    return counts


def _sum(counts: _Counts, sex: Sex | None) -> int:
    return sum(count for (_sector, each), count in counts.items() if each == sex)


def _table(material: Material, counts: _Counts) -> Table:
    words, number = material.words, material.formatter.number

    def cell(sector: str, sex: Sex | None) -> str:
        count = counts[sector, sex]
        return number(count) if count else ""

    def named(sector: str) -> str:
        if not sector:
            return words.gettext("Sector not known")
        return label(Sector(sector), material.edition.language)

    centre = Alignment.CENTRE
    fields: list[Field[str]] = [
        Field(words.pgettext("column", "Sector"), 40, named),
        Field(words.gettext("Women"), 14, lambda row: cell(row, Sex.FEMALE), alignment=centre),
        Field(words.gettext("Men"), 14, lambda row: cell(row, Sex.MALE), alignment=centre),
        Field(words.gettext("Not recorded"), 16, lambda row: cell(row, None), alignment=centre),
        Field(
            words.pgettext("column", "Total"),
            16,
            lambda row: number(sum(counts[row, sex] for sex in (*Sex, None))),
            alignment=centre,
        ),
    ]
    sectors = [each.value for each in Sector] + [""]
    return table_of(fields, [each for each in sectors if any(row == each for row, _sex in counts)])
