"""The workbook: lists that an office sorts and keeps up, in which nothing acts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder.domain.recommendation import FollowUp
from recorder.domain.tokens import Attribution, Status
from recorder.language.direction import clean
from recorder.minutes import Edition
from recorder.minutes.ics import calendar
from recorder.minutes.material import Material
from recorder.minutes.sheets import write_workbook
from tests.recorder.minutes.meetings import (
    ATTENDANCE,
    HOSTS,
    NAMES,
    meeting,
    meetings,
    recommendation,
    record,
    sample,
)
from tests.recorder.minutes.sheet_reading import S, SheetPackage

FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://example.org","x")', "\t=1", "'=1",
            "=cmd|'/c calc'!A1", "http://example.org", "mailto:x@example.org", "1e5", "007",
            "_x0041_", "&<>\"'", "سطر\nثانٍ")  # fmt: skip
NOW = datetime(2026, 5, 14, tzinfo=UTC)
DAY = (date(2027, 3, 1) - date(1899, 12, 30)).days


def written(tmp_path, rows, edition=None) -> SheetPackage:
    return SheetPackage(write_workbook(rows, edition or Edition(), tmp_path / "lists.xlsx"))


def of_text(text):
    return recommendation(1, indicator=text, evidence=text, timeframe=text, due="2027-03-01")


def test_what_somebody_wrote_is_a_text_whatever_it_begins_with(tmp_path):
    rows = [of_text(text) for text in FORMULAS]
    book = written(tmp_path, record(recommendations=rows))
    assert [each for tree in book.sheets.values() for each in tree.iter(f"{S}f")] == []
    assert [each for tree in book.sheets.values() for each in tree.iter(f"{S}hyperlink")] == []
    assert book.column("التوصيات", "I") == [clean(each).strip() for each in FORMULAS]


@settings(max_examples=40)
@given(text=st.text(min_size=1))
def test_any_text_comes_out_as_it_went_in(tmp_path_factory, text):
    row = recommendation(1, indicator=text)
    book = written(tmp_path_factory.mktemp("book"), record(recommendations=[row]))
    assert "".join(map(str, book.column("التوصيات", "I"))) == clean(row.indicator).strip()


@pytest.mark.parametrize(("language", "is_rtl"), [("ar", True), ("en", False)])
def test_the_first_column_stands_where_reading_begins_and_the_head_stays(
    tmp_path, language, is_rtl
):
    book = written(tmp_path, sample("followup.json"), Edition(language))
    for name, tree in book.sheets.items():
        if name in book.hidden:
            continue
        view = next(tree.iter(f"{S}sheetView"))
        assert (view.get("rightToLeft") == "1") is is_rtl
        assert view.find(f"{S}pane").get("state") == "frozen"
        assert tree.find(f"{S}autoFilter") is not None


def test_a_date_is_a_date_a_clock_a_clock_and_progress_a_share(tmp_path):
    told = FollowUp(id="f", meeting_id="m", recommendation_id="r1", date="2027-03-01", progress=65,
                    status=Status.IN_PROGRESS)  # fmt: skip
    rows = record(recommendations=[of_text("x")], follow_ups=[told], attendance=ATTENDANCE)
    book = written(tmp_path, rows)
    assert book.column("التوصيات", "G") == [DAY]
    assert book.column("التوصيات", "M") == [0.65]
    assert book.column("التوصيات", "L") == ["قيد التنفيذ"]
    (arrived,) = book.column("الحضور", "G")
    assert round(arrived * 24 * 60) == 10 * 60 + 20


def test_what_became_known_after_the_meeting_is_in_the_list(tmp_path):
    told = FollowUp(id="f", meeting_id="other", recommendation_id="r1", date="2027-09-01",
                    status=Status.DONE, text="أُنجز")  # fmt: skip
    rows = record(meeting=meeting(date="2026-11-23"), recommendations=[of_text("x")],
                  follow_ups=[told])  # fmt: skip
    assert written(tmp_path, rows).column("التوصيات", "O") == ["أُنجز"]


def test_menus_offer_the_words_of_the_language_from_a_hidden_sheet(tmp_path):
    book = written(tmp_path, record(recommendations=[of_text("x")], hosts=HOSTS))
    assert book.hidden == {"القوائم"}
    lists = [
        each.find(f"{S}formula1").text
        for each in book.sheets["التوصيات"].iter(f"{S}dataValidation")
        if each.get("type") == "list"
    ]
    assert len(lists) == 4
    assert all(each.startswith(("القوائم!$", "'القوائم'!$")) for each in lists)
    offered = {text for row in book.rows("القوائم") for text in row}
    assert {"منجزة", "متعثّرة", "جمعية ألفا (ALF)"} <= offered


@pytest.mark.parametrize("rule", [each for each in Attribution if each is not Attribution.NAMED])
def test_nobody_is_listed_by_name_where_people_may_not_be_named(tmp_path, rule):
    rows = record(meeting=meeting(attribution=rule), attendance=ATTENDANCE,
                  recommendations=[of_text("x")])  # fmt: skip
    book = written(tmp_path, rows)
    assert "الحضور" not in book.sheets
    assert not any("سامر" in text or "ليلى" in text for text in book.strings)


@settings(max_examples=25)
@given(rows=st.sampled_from([each for each in Attribution if each is not Attribution.NAMED])
       .flatmap(meetings))  # fmt: skip
def test_no_registered_name_is_in_any_sheet_under_a_stricter_rule(tmp_path_factory, rows):
    book = written(tmp_path_factory.mktemp("book"), rows)
    told = " ".join(book.strings) + "".join(calendar(Material(rows, Edition()), NOW))
    assert not [name for name in NAMES if name in told]


def test_a_list_in_both_languages_is_in_arabic(tmp_path):
    rows = sample("followup.json")
    both = write_workbook(rows, Edition("both"), tmp_path / "both.xlsx").read_bytes()
    assert both == write_workbook(rows, Edition("ar"), tmp_path / "ar.xlsx").read_bytes()


def test_an_empty_meeting_gives_an_empty_list_to_be_filled(tmp_path):
    book = written(tmp_path, record())
    assert book.column("التوصيات", "B") == []
    assert next(book.sheets["التوصيات"].iter(f"{S}dataValidation")) is not None


def test_the_file_names_nobody_and_is_the_same_each_time(tmp_path):
    rows = sample("followup.json")
    first = write_workbook(rows, Edition(), tmp_path / "a.xlsx").read_bytes()
    assert first == write_workbook(rows, Edition(), tmp_path / "b.xlsx").read_bytes()
    core = SheetPackage(tmp_path / "a.xlsx").trees["docProps/core.xml"]
    said = {each.tag.rsplit("}", 1)[-1]: each.text for each in core}
    assert not {said.get("creator"), said.get("lastModifiedBy")} - {None, ""}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sdk_finds_nothing_in_it(tmp_path, ooxml_validator, language):
    hostile = [of_text(text) for text in FORMULAS]
    rows = sample("followup.json")
    rows = replace(rows, recommendations=[*rows.recommendations, *hostile])
    assert ooxml_validator(write_workbook(rows, Edition(language), tmp_path / "lists.xlsx")) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_lists_of_the_sample_are_those_that_were_read_and_approved(tmp_path, golden, language):
    book = written(tmp_path, sample("followup.json"), Edition(language))
    lines = [
        " | ".join(str(cell).replace("\n", " / ") for cell in row)
        for name in book.sheets
        for row in [[f"## {name}"], *book.rows(name)]
    ]
    golden(f"followup-{language}.xlsx.txt", ("\n".join(lines) + "\n").encode())
