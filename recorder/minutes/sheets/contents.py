"""Which sheets a meeting gives: its recommendations, those it took up, and who came."""

from collections.abc import Iterator
from dataclasses import dataclass

from recorder.domain.meeting import Attendance
from recorder.domain.recommendation import Recommendation
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Capacity, Presence, Priority, Stage, Status
from recorder.language.labels import label, label_for
from recorder.minutes.material import Material
from recorder.minutes.sheets.columns import Kind, Sheet, SheetColumn

Numbered = tuple[str, Recommendation]
Listed = tuple[int, Attendance]


def sheets(material: Material) -> Iterator[Sheet[Numbered] | Sheet[Listed]]:
    """The sheets that have rows; the recommendations are always there, to be filled."""
    words = material.words
    now = _Progress(material.everybody.without_private_notes())
    own = [row for row in material.numbered(material.record.recommendations) if row[1].text.strip()]
    name = words.pgettext("sheet", "Recommendations")
    yield _recommendations(name, material, now, own)
    earlier = [each for each in material.record.earlier if each.text.strip()]
    if earlier:
        name = words.pgettext("sheet", "Earlier recommendations")
        taken_up = [
            (each.number or str(place), each) for place, each in enumerate(earlier, start=1)
        ]
        yield _recommendations(name, material, now, taken_up)
    listed = [each for each in material.record.attendance if material.names.listed(each.person_id)]
    if listed and material.discretion.names_people and material.edition.has_annex:
        yield _attendance(material, list(enumerate(listed, start=1)))


@dataclass(frozen=True)
class _Progress:
    """What became of a recommendation until now; minutes tell it as of their meeting only."""

    record: MeetingRecord

    def status(self, row: Recommendation) -> str | None:
        return self.record.status_of(row.id) or Status.NOT_STARTED

    def percent(self, row: Recommendation) -> int | None:
        return self.record.percent_of(row.id)

    def day(self, row: Recommendation) -> str:
        entry = self.record.progress_of(row.id)
        return entry.date if entry else ""

    def told(self, row: Recommendation) -> str:
        entry = self.record.progress_of(row.id)
        return entry.text.strip() if entry else ""


def _recommendations(
    name: str, material: Material, now: _Progress, rows: list[Numbered]
) -> Sheet[Numbered]:
    columns = (*_what_is_asked(material), *_what_became_of_it(material, now))
    done, dropped = (
        label(each, material.edition.language) for each in (Status.DONE, Status.DROPPED)
    )
    is_late = f'AND(ISNUMBER($G2),$G2<TODAY(),$L2<>"{done}",$L2<>"{dropped}")'
    return Sheet(name, columns, rows, is_late)


def _what_is_asked(material: Material) -> Iterator[SheetColumn[Numbered]]:
    words, language, names = material.words, material.edition.language, material.names
    bodies = sorted({names.organisation(each.id) for each in material.record.organisations})
    yield SheetColumn(words.pgettext("column", "No."), 5, lambda row: row[0], Kind.CENTRED)
    yield SheetColumn(
        words.pgettext("column", "Recommendation"), 44, lambda row: row[1].text.strip()
    )
    yield SheetColumn(
        words.pgettext("column", "Theme"), 18, lambda row: material.theme(row[1].theme_id)
    )
    yield SheetColumn(
        words.pgettext("column", "Lead"), 22, lambda row: names.organisation(row[1].lead_id),
        choices=bodies, is_open=True,
    )  # fmt: skip
    yield SheetColumn(
        words.pgettext("column", "Supporting"), 22, lambda row: _supporting(material, row[1])
    )
    yield SheetColumn(
        words.pgettext("column", "Priority"), 12, lambda row: label(row[1].priority, language),
        choices=[label(each, language) for each in Priority],
    )  # fmt: skip
    yield SheetColumn(words.pgettext("column", "Due"), 16, lambda row: row[1].due, Kind.DATE)
    yield SheetColumn(
        words.pgettext("column", "Timeframe"), 16, lambda row: row[1].timeframe.strip()
    )
    yield SheetColumn(
        words.pgettext("column", "Indicator"), 24, lambda row: row[1].indicator.strip()
    )
    yield SheetColumn(words.pgettext("column", "Evidence"), 20, lambda row: row[1].evidence.strip())
    yield SheetColumn(
        words.pgettext("column", "Stage"), 11, lambda row: label(row[1].stage, language),
        choices=[label(each, language) for each in Stage],
    )  # fmt: skip


def _what_became_of_it(material: Material, now: _Progress) -> Iterator[SheetColumn[Numbered]]:
    words, language = material.words, material.edition.language
    yield SheetColumn(
        words.pgettext("column", "Status"), 13, lambda row: label(now.status(row[1]), language),
        choices=[label(each, language) for each in Status],
    )  # fmt: skip
    yield SheetColumn(
        words.pgettext("column", "Progress"), 10, lambda row: now.percent(row[1]), Kind.PERCENT
    )
    yield SheetColumn(
        words.pgettext("column", "Last follow-up"), 16, lambda row: now.day(row[1]), Kind.DATE
    )
    yield SheetColumn(
        words.pgettext("column", "What was done"), 36, lambda row: now.told(row[1])
    )  # fmt: skip
    yield SheetColumn(
        words.pgettext("column", "Identifier"), 38, lambda row: row[1].id, Kind.QUIET
    )  # fmt: skip


def _supporting(material: Material, row: Recommendation) -> str:
    names = [material.names.organisation(each) for each in material.supporting.get(row.id, ())]
    return material.formatter.list(names)


def _attendance(material: Material, rows: list[Listed]) -> Sheet[Listed]:
    return Sheet(
        material.words.pgettext("sheet", "Attendance"), tuple(_who_came(material)), rows
    )  # fmt: skip


def _who_came(material: Material) -> Iterator[SheetColumn[Listed]]:
    words, names = material.words, material.names

    def fitting(row: Listed, token: str | None) -> str:
        person = row[1].person_id
        return label_for(token, names.sex(person), material.edition.language)

    yield SheetColumn(words.pgettext("column", "No."), 5, lambda row: row[0], Kind.NUMBER)
    yield SheetColumn(
        words.pgettext("column", "Name"), 28, lambda row: names.listed(row[1].person_id)
    )
    yield SheetColumn(
        words.pgettext("column", "Organisation"), 34,
        lambda row: names.organisation_of(row[1].person_id),
    )  # fmt: skip
    yield SheetColumn(
        words.pgettext("column", "Role"), 28, lambda row: names.role(row[1].person_id)
    )
    yield SheetColumn(
        words.pgettext("column", "Capacity"), 16, lambda row: fitting(row, row[1].capacity),
        choices=_all_forms(Capacity, material), is_open=True,
    )  # fmt: skip
    yield SheetColumn(
        words.pgettext("column", "Presence"), 12, lambda row: fitting(row, row[1].presence),
        choices=_all_forms(Presence, material), is_open=True,
    )  # fmt: skip
    yield SheetColumn(
        words.pgettext("column", "Arrived"), 10, lambda row: row[1].arrived, Kind.CLOCK
    )
    yield SheetColumn(words.pgettext("column", "Left"), 10, lambda row: row[1].departed, Kind.CLOCK)
    yield SheetColumn(words.pgettext("column", "Signature"), 22, lambda _row: "")


def _all_forms(tokens: type[Capacity] | type[Presence], material: Material) -> list[str]:
    """Each word in the forms for a man and a woman, once."""
    sexes = ("male", "female")
    language = material.edition.language
    forms = (label_for(token, sex, language) for token in tokens for sex in sexes)
    return list(dict.fromkeys(forms))
