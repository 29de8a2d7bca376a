"""The workbook and the calendar, opened by the programs and libraries of others."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from recorder.domain.tokens import Attribution, Status
from recorder.language.direction import clean
from recorder.minutes import Edition
from recorder.minutes.ics import write_calendar
from recorder.minutes.sheets import write_workbook
from tests.recorder.minutes.every_document.cases import Case
from tests.recorder.minutes.every_document.contents import CONTENTS, content_of
from tests.recorder.minutes.every_document.names import folded, forbidden_names, secrets
from tests.recorder.minutes.every_document.office import converted
from tests.recorder.minutes.sheet_reading import SheetPackage
from tests.recorder.minutes.test_workbook import FORMULAS, of_text

NOW = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
MEETINGS = [(content, rule, language)
            for content in CONTENTS for rule in Attribution for language in ("ar", "en")
            if content != "large" or language == "ar"]  # fmt: skip
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"


def record_of(content, rule):
    return Case("minutes", "ar", content, rule).under_its_rule(content_of(content).record)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Each meeting as a workbook and as a calendar."""
    folder = tmp_path_factory.mktemp("lists")
    made = {}
    for content, rule, language in MEETINGS:
        record, name = record_of(content, rule), f"{content}-{rule}-{language}"
        sheet = write_workbook(record, Edition(language), folder / f"{name}.xlsx")
        due = write_calendar(record, Edition(language), folder / f"{name}.ics", NOW)
        made[content, rule, language] = sheet, due
    return made


## openpyxl


@pytest.mark.parametrize(("content", "rule", "language"), MEETINGS)
def test_openpyxl_finds_the_sheets_as_an_office_works_with_them(written, content, rule, language):
    book = load_workbook(written[content, rule, language][0])
    record = record_of(content, rule)
    *shown, menus = book.worksheets
    assert menus.sheet_state == "hidden"
    for sheet in shown:
        assert sheet.sheet_state == "visible"
        assert bool(sheet.sheet_view.rightToLeft) is (language == "ar")
        assert sheet.freeze_panes == "C2"
        rows = [row for row in sheet.iter_rows(min_row=2, values_only=True) if any(row)]
        last = get_column_letter(sheet.max_column)
        assert sheet.auto_filter.ref == f"A1:{last}{max(len(rows), 1) + 1}"
        assert sheet.print_title_rows == "$1:$1"
        lists = [each for each in sheet.data_validations.dataValidation if each.type == "list"]
        assert lists
        assert all(menus.title in each.formula1 for each in lists)
    asked = [each for each in record.recommendations if each.text.strip()]
    listed = [row for row in shown[0].iter_rows(min_row=2, values_only=True) if any(row)]
    assert len(listed) == len(asked)
    days = sorted(row[6].date().isoformat() for row in listed if row[6] is not None)
    assert days == sorted(each.due for each in asked if each.due)


@pytest.mark.parametrize(("content", "rule", "language"), MEETINGS)
def test_openpyxl_reads_every_text_as_a_text_and_nothing_that_acts(
    written, content, rule, language
):
    path = written[content, rule, language][0]
    book = load_workbook(path)
    told = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in told} <= {"s", "n", "d"}
    assert [cell for cell in told if cell.hyperlink] == []
    assert not book.defined_names or all("Print" in each for each in book.defined_names)
    assert (book.properties.creator or "", book.properties.lastModifiedBy or "") == ("", "")


def test_openpyxl_and_libreoffice_read_what_begins_like_a_formula_as_it_was_written(
    tmp_path, libreoffice
):
    record = content_of("sample").record
    rows = [of_text(text) for text in FORMULAS]
    changed = type(record)(meeting=record.meeting, recommendations=rows)
    path = write_workbook(changed, Edition(), tmp_path / "formulas.xlsx")
    wanted = [clean(each).strip() for each in FORMULAS]
    cells = load_workbook(path).worksheets[0]["I"][1:]
    assert [cell.value.replace("_x005F_", "_") for cell in cells] == wanted
    assert {cell.data_type for cell in cells} == {"s"}
    table = read_csv(converted(libreoffice, [path], tmp_path, AS_CSV)[path])
    assert [row[8] for row in table[1:]] == wanted


## LibreOffice


def read_csv(path):
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def test_libreoffice_opens_every_workbook_and_shows_each_row(written, libreoffice, tmp_path):
    books = {key: sheet for key, (sheet, _due) in written.items()}
    made = converted(libreoffice, list(books.values()), tmp_path, AS_CSV)
    assert made.keys() == set(books.values())
    for key, path in books.items():
        package = SheetPackage(path)
        first = next(iter(package.sheets))
        table = read_csv(made[path])
        assert len(table) == len([row for row in package.rows(first) if row]), key
        texts = [text for row in package.rows(first)[1:] for text in row if isinstance(text, str)]
        shown = {cell for row in table for cell in row}
        assert [text for text in texts if text not in shown] == [], key


## icalendar


@pytest.mark.parametrize(("content", "rule", "language"), MEETINGS)
def test_icalendar_reads_each_due_date_as_a_day_of_its_own(written, content, rule, language):
    calendar = Calendar.from_ical(written[content, rule, language][1].read_bytes())
    record, events = record_of(content, rule), calendar.walk("VEVENT")
    assert [each.name for each in calendar.subcomponents] == ["VEVENT"] * len(events)
    assert len({str(each["UID"]) for each in events}) == len(events)
    for each in events:
        assert type(each["DTSTART"].dt) is date
        assert each["DTEND"].dt - each["DTSTART"].dt == timedelta(days=1)
        assert each["DTSTAMP"].dt == NOW
        assert each.errors == []
    told = {str(each["UID"]).split("@")[0]: each for each in events}
    closed = (Status.DONE, Status.DROPPED)
    for row in (*record.recommendations, *record.earlier):
        is_asked = f"{row.id}-due" in told
        if is_asked:
            assert told[f"{row.id}-due"]["DTSTART"].dt == date.fromisoformat(row.due)
            assert clean(row.text.strip()) in str(told[f"{row.id}-due"]["SUMMARY"])
        else:
            is_open = row.due and row.text.strip() and record.status_of(row.id) not in closed
            assert not is_open or row.stage == "rejected"


## Discretion


@pytest.mark.parametrize(("content", "rule", "language"), MEETINGS)
def test_no_list_tells_a_name_against_the_rule_or_a_private_note(written, content, rule, language):
    record = record_of(content, rule)
    sheet, due = written[content, rule, language]
    book = " ".join(SheetPackage(sheet).strings)
    told = folded(book + str(Calendar.from_ical(due.read_bytes()).to_ical().decode()))
    assert secrets(record, told) == []
    typed = folded(" ".join(each.text for each in (*record.recommendations, *record.earlier)))
    names = [name for name, _id in forbidden_names(record, Edition(language))]
    if content != "hostile":  # where one text is the name of everything
        assert [name for name in names if name in told and name not in typed] == []


def test_all_contents_and_rules_are_there(written):
    assert {(content, rule) for content, rule, _ in written} == set(product(CONTENTS, Attribution))
