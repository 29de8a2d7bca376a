"""Footnotes: whose words something came from, why nobody is named; in every form, and no leak."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from recorder.domain.columns import Place, Speaker
from recorder.domain.discussion import Decision
from recorder.domain.documents import DocumentKind
from recorder.domain.meeting import Attendance
from recorder.domain.recommendation import Source
from recorder.domain.tokens import Attribution, Consent, NoteKind, Presence
from recorder.language.direction import clean
from recorder.minutes import Edition, build_minutes, name_words, write_docx
from recorder.minutes.documents import PLANS
from recorder.minutes.docx.returned import read_returned
from recorder.minutes.html.page import html
from recorder.minutes.html.simple import simple_html
from recorder.minutes.leaks import find_leaks
from recorder.minutes.markdown.document import markdown
from recorder.minutes.message import message
from recorder.minutes.model import Footnote, Heading, Paragraph, Span, Table, notes_of
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document
from tests.recorder.minutes.meetings import (
    NAMES,
    SAMER,
    item,
    meeting,
    meetings,
    note,
    recommendation,
    record,
    sample,
)
from tests.recorder.minutes.minutes_text import text_of as text_of_minutes
from tests.recorder.minutes.word_laws import faults
from tests.recorder.minutes.word_package import W, WordPackage, is_on

LANGUAGES = ["ar", "en", "both"]
SAID_BY_BOTH = [note(1, "ضيق الوقت"), note(2, "قلّة المال", speaker=Speaker("p2")),
                note(3, "قول ثالث", speaker=Speaker("p2"))]  # fmt: skip


def source(number, note_id, row_id="r1", **fields):
    fields.setdefault("recommendation_id", row_id)
    return Source(id=f"q{number}", meeting_id="m", note_id=note_id, **fields)


SOURCES = [source(1, "n1"), source(2, "n2"), source(3, "n3")]


def decision(number, text="قرار"):
    return Decision(id=f"d{number}", meeting_id="m", text=text, place=Place("a1", f"d{number}"))


def notes_in(minutes):
    return ["\n".join(text for text, _own in note.lines)
            for block in minutes for note in notes_of(block)]  # fmt: skip


def sourced(rule=Attribution.NAMED, **fields):
    fields.setdefault("notes", SAID_BY_BOTH)
    fields.setdefault("sources", SOURCES)
    fields.setdefault("agenda", [item(1, "بند")])
    recommendations = [replace(recommendation(1), place=Place("a1", "r1")), recommendation(2)]
    return record(meeting=meeting(attribution=rule), recommendations=recommendations, **fields)


def of_sources(rows, language="ar"):
    return [each for each in notes_in(build_minutes(rows, Edition(language)))
            if each.startswith(("من مداخل", "From"))]  # fmt: skip


## Whose words a recommendation or a decision came from


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Attribution.NAMED, ["من مداخلات: السيد سامر النجار والسيدة ليلى حداد."]),
        (Attribution.ORGANISATION,
         ["من مداخلات: ممثّل عن جمعية ألفا (ALF) وممثّل عن المركز بيتا."]),
        (Attribution.SECTOR,
         ["من مداخلات: أحد المشاركين من المجتمع المدني وأحد المشاركين من الجهات الحكومية."]),
        (Attribution.NONE, []),
    ],
)  # fmt: skip
def test_a_recommendation_names_its_sources_as_far_as_the_rule_allows(rule, said):
    assert of_sources(sourced(rule)) == said


def test_the_stricter_of_both_rules_holds_for_a_source():
    named = [replace(each, attribution=Attribution.NAMED) for each in SAID_BY_BOTH]
    strict = [item(1, "بند", attribution=Attribution.SECTOR)]
    assert "سامر" not in "".join(of_sources(sourced(notes=named, agenda=strict)))
    hidden = [replace(each, attribution=Attribution.NONE) for each in SAID_BY_BOTH]
    assert of_sources(sourced(notes=hidden)) == []


def test_who_asked_not_to_be_named_is_no_source_by_name():
    refusal = Attendance(id="t", meeting_id="m", person_id="p1", presence=Presence.PRESENT,
                         consent_name=Consent.NO)  # fmt: skip
    (said,) = of_sources(sourced(attendance=[refusal]))
    assert said == "من مداخلات: أحد المشاركين من المجتمع المدني والسيدة ليلى حداد."


def test_two_who_share_a_name_are_told_apart():
    people = [SAMER, replace(SAMER, id="p2", role="", organisation_id="o2")]
    (said,) = of_sources(sourced(people=people))
    assert said == (
        "من مداخلات: السيد سامر النجار (المدير العام لجمعية ألفا (ALF))"
        " والسيد سامر النجار (من المركز بيتا)."
    )


def test_a_private_note_and_one_without_words_are_no_sources():
    private = [replace(SAID_BY_BOTH[0], kind=NoteKind.PRIVATE), *SAID_BY_BOTH[1:]]
    assert of_sources(sourced(notes=private)) == ["من مداخلتين: السيدة ليلى حداد."]
    empty = [replace(SAID_BY_BOTH[0], text=" "), *SAID_BY_BOTH[1:]]
    assert of_sources(sourced(notes=empty)) == ["من مداخلتين: السيدة ليلى حداد."]


def test_a_decision_tells_its_sources_in_both_languages_once():
    of_decision = [source(1, "n1", decision_id="d1", recommendation_id=None)]
    rows = sourced(sources=of_decision, decisions=[decision(1)])
    minutes = build_minutes(rows, Edition("both"))
    noted = [each for each in minutes if isinstance(each, Paragraph) and each.note]
    assert [each.label for each in noted] == ["1."]
    assert noted[0].note.text == "من مداخلة: السيد سامر النجار."
    assert noted[0].note.english == "From a contribution of: Mr سامر النجار."


def test_all_names_are_gone_through_once_however_many_sources_there_are(monkeypatch):
    asked = []
    terms = name_words.index_terms
    monkeypatch.setattr(name_words, "index_terms", lambda text: asked.append(text) or terms(text))
    said = [replace(each, speaker=Speaker(label="ممثلون عن الحي")) for each in SAID_BY_BOTH]
    sources = [source(1, "n1"), source(2, "n2", "r2")]
    assert len(of_sources(sourced(Attribution.SECTOR, notes=said, sources=sources))) == 2
    assert asked.count(SAMER.name) == 1


@pytest.mark.parametrize("text", ["قرار اللقاء بالعربية", "The meeting decides in English"])
def test_a_decision_that_was_voted_on_keeps_the_note_of_either_language(text):
    of_decision = [source(1, "n1", decision_id="d1", recommendation_id=None)]
    voted = replace(decision(1, text), hands_for=5)
    minutes = build_minutes(sourced(sources=of_decision, decisions=[voted]), Edition("both"))
    assert notes_in(minutes) == [
        "من مداخلة: السيد سامر النجار.\nFrom a contribution of: Mr سامر النجار."
    ]


def test_the_mark_stands_behind_the_wording_of_its_recommendation(tmp_path):
    rows = sourced()
    told = [replace(rows.recommendations[0], indicator="عدد"), *rows.recommendations[1:]]
    minutes = build_minutes(replace(rows, recommendations=told), Edition())
    table = next(each for each in minutes if isinstance(each, Table) and each.notes)
    cells = list(table.rows)
    noted = table.noted(0, cells[0])
    assert cells[0][noted.place][: noted.length] == "توصية 1"
    assert noted.note.number == "1"
    assert table.noted(1, cells[1]) is None
    package = WordPackage(write_docx(minutes, tmp_path / "m.docx"))
    (mark,) = package.document.iter(f"{W}footnoteReference")
    runs = list(next(mark.iterancestors(f"{W}p")).iter(f"{W}r"))
    place = runs.index(next(mark.iterancestors(f"{W}r")))
    said = ["".join(each.itertext()) for each in runs]
    assert "".join(said[:place]) == "توصية 1"
    assert "عدد" in "".join(said[place:])
    assert "توصية 1[^1]<br>" in "".join(markdown(minutes))
    assert re.search("توصية 1<sup>.*?</sup><br>", "".join(html(minutes)))
    assert "توصية 1<sup>1</sup><br>" in simple_html(minutes)[0]


## Why nobody is named


@pytest.mark.parametrize("kind", [DocumentKind.MINUTES, DocumentKind.SHORT_MINUTES,
                                  DocumentKind.CONSULTATION_REPORT])  # fmt: skip
@pytest.mark.parametrize("rule", list(Attribution))
def test_the_rule_is_told_where_the_discussion_begins_if_it_hides_anybody(kind, rule):
    minutes = build_minutes(sourced(rule, sources=[]), Edition(document=kind))
    noted = [each for each in minutes if isinstance(each, Heading) and each.note]
    assert len(noted) == (rule is not Attribution.NAMED)
    if noted:
        assert noted[0].text in ("وقائع النقاش", "النتائج بحسب المحاور")
        assert "عملاً بقاعدة إسناد القول" in noted[0].note.text
        assert "قاعدة أخرى" not in noted[0].note.text


def test_it_says_so_where_an_item_or_a_note_follows_another_rule():
    said = [replace(SAID_BY_BOTH[0], attribution=Attribution.NAMED), *SAID_BY_BOTH[1:]]
    minutes = build_minutes(sourced(Attribution.SECTOR, sources=[], notes=said), Edition())
    (told,) = notes_in(minutes)
    assert told.endswith("وحيث وُضعت لبند أو لمداخلة قاعدة أخرى عُمل بها.")


## Numbers


@pytest.mark.parametrize(("edition", "numbers"), [(Edition(), ["1", "2"]),
                                                  (Edition("ar", "arab"), ["١", "٢"]),
                                                  (Edition("both"), ["1", "2"])])  # fmt: skip
def test_they_are_numbered_in_the_order_of_reading_each_time_anew(edition, numbers):
    minutes = build_minutes(sourced(Attribution.ORGANISATION), edition)
    for _ in range(2):
        assert [each.number for block in minutes for each in notes_of(block)] == numbers


## No leak


@settings(max_examples=80)
@given(
    meetings(), st.sampled_from([*Attribution]), st.sampled_from(list(PLANS)),
    st.sampled_from(LANGUAGES), st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=6),
)  # fmt: skip
def test_no_footnote_names_anybody_against_the_rule(rows, rule, kind, language, pairs):
    sources = [
        source(at, f"n{number}", **({"recommendation_id": None, "decision_id": "d1"}
                                    if is_decision else {"recommendation_id": "r0"}))
        for at, (number, is_decision) in enumerate(pairs)
    ]  # fmt: skip
    rows = replace(rows, meeting=replace(rows.meeting, attribution=rule), sources=sources,
                   decisions=[decision(1)])  # fmt: skip
    edition = Edition(language, document=kind)
    minutes = build_minutes(rows, edition)
    assert find_leaks(rows, edition, minutes) == []
    if rule is not Attribution.NAMED:
        assert not [name for name in NAMES for text in notes_in(minutes) if name in text]
    for each in rows.notes:
        if each.kind == NoteKind.PRIVATE:
            assert each.text not in text_of_minutes(minutes)


def test_the_leak_check_reads_footnotes_wherever_they_stand():
    rows = record(meeting=meeting(attribution=Attribution.NONE))
    told = Footnote(f"قال {SAMER.name}")
    blocks = (
        Heading("عنوان", note=told),
        Paragraph((Span("نص"),), note=told),
        Table((), (("أ",),), wordings=["أ"], notes=[told]),
    )
    minutes = a_document(blocks=blocks)
    assert [each.block for each in find_leaks(rows, Edition(), minutes)] == [0, 1, 2]


## In Word


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_keeps_every_law(tmp_path, ooxml_validator, language):
    rows = sample("followup.json")
    rows = replace(rows, meeting=replace(rows.meeting, attribution=Attribution.ORGANISATION))
    minutes = build_minutes(rows, Edition(language))
    assert len(notes_in(minutes)) > 3
    path = write_docx(minutes, tmp_path / "m.docx")
    assert faults(WordPackage(path), minutes) == []
    assert ooxml_validator(path) == []
    found = [each.description for each in OpenXmlValidator().validate(str(path)).errors]
    optional = re.compile(r"required relationship type '\S+/(theme|fontTable)' is missing")
    assert [each for each in found if not optional.search(each)] == []


def test_a_mark_runs_with_its_line_and_its_style_lifts_it(tmp_path):
    english = Paragraph((Span("In English"),), direction="ltr", note=Footnote("حاشية"))
    minutes = a_document(blocks=(Heading("عنوان", note=Footnote("أولى")), english))
    package = WordPackage(write_docx(minutes, tmp_path / "m.docx"))
    marks = [next(each.iterancestors(f"{W}r"))
             for each in package.document.iter(f"{W}footnoteReference")]  # fmt: skip
    flags = [each.find(f"{W}rPr/{W}rtl") for each in marks]
    assert [each is not None and is_on(each) for each in flags] == [True, False]
    style = marks[0].find(f"{W}rPr/{W}rStyle").get(f"{W}val")
    raised = package.styles[style].find(f"{W}rPr/{W}vertAlign")
    assert raised.get(f"{W}val") == "superscript"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_mark_behind_arabic_words_runs_with_them_in_an_english_table_too(tmp_path, language):
    package = WordPackage(
        write_docx(build_minutes(sourced(), Edition(language)), tmp_path / "m.docx")
    )
    (mark,) = package.document.iter(f"{W}footnoteReference")
    run = next(mark.iterancestors(f"{W}r"))
    assert is_on(run.find(f"{W}rPr/{W}rtl"))


def test_a_document_without_footnotes_has_no_part_for_them(tmp_path):
    package = WordPackage(write_docx(a_document(blocks=()), tmp_path / "m.docx"))
    assert "word/footnotes.xml" not in package.bytes
    whole = b"".join(package.bytes[each] for each in ("[Content_Types].xml", "word/settings.xml",
                                                      "word/_rels/document.xml.rels"))  # fmt: skip
    assert b"footnote" not in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_recommendations_come_back_as_they_went_out_whatever_is_noted_of_them(tmp_path, language):
    rows = sample("followup.json")
    minutes = build_minutes(rows, Edition(language))
    assert [each for block in minutes if isinstance(block, Table) for each in block.notes if each]
    known = [each.id for each in rows.recommendations]
    back = read_returned(write_docx(minutes, tmp_path / "m.docx"), known)
    assert {each.text for each in back.wordings} == {each.text for each in rows.recommendations}
    assert back.additions == ()


## In other forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_web_page_leads_from_a_mark_to_its_note_and_back(language):
    minutes = a_document(language, texts=(MIXED, *HOSTILE))
    page = BeautifulSoup("".join(html(minutes)), "lxml")
    marks = [each.a for each in page.find_all("sup")]
    wanted = notes_in(minutes)
    assert len(marks) == len(wanted)
    for mark, text in zip(marks, wanted, strict=True):
        note_there = page.find(id=mark["href"].removeprefix("#"))
        assert note_there["href"] == f"#{mark['id']}"
        assert note_there.get_text() == mark.get_text()
        first = clean(text).split("\n", 1)[0]
        assert squeezed(first) in squeezed(note_there.find_parent("p").get_text())


def test_markdown_lists_them_at_its_end_under_the_numbers_of_their_marks():
    minutes = build_minutes(sourced(Attribution.ORGANISATION), Edition())
    text = "".join(markdown(minutes))
    assert "## وقائع النقاش[^1]\n" in text
    assert "| توصية 1[^2] |" in text
    said = re.findall(r"(?m)^\[\^([0-9]+)\]: (.*)$", text)
    assert said == [(str(at), each) for at, each in enumerate(notes_in(minutes), start=1)]


def test_a_look_shows_them_and_a_message_leaves_them_out():
    minutes = build_minutes(sourced(Attribution.ORGANISATION), Edition())
    shown = simple_html(minutes)[0]
    assert shown.count("<sup>1</sup>") == shown.count("<sup>2</sup>") == 2
    assert "من مداخلات" in shown
    assert "من مداخلات" not in "".join(message(minutes))


def squeezed(text):
    return re.sub(r"[\s\u200e\u200f\u00a0]", "", text)
