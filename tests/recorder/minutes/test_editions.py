"""What an edition chooses: sections and their order, detail, digits, the date beside the date."""

from dataclasses import replace

import pytest

from recorder import parts_of
from recorder.domain.documents import Detail, DocumentKind, Section
from recorder.domain.tokens import NoteKind, ReportingVerb
from recorder.minutes import Edition, build_minutes
from recorder.minutes.docx.letterhead import write_on_letterhead
from recorder.minutes.model import Heading, PageBreak
from tests.recorder.minutes.letterheads import a_letterhead
from tests.recorder.minutes.meetings import (
    ATTENDANCE,
    arabic,
    headings,
    item,
    meeting,
    note,
    recommendation,
    record,
    sample,
)
from tests.recorder.minutes.minutes_text import text_of
from tests.recorder.minutes.word_package import W, WordPackage

SIDES = ("left", "right", "gutter")
SAID = [
    note(1, "ضيق الوقت", verb=ReportingVerb.POINTED_OUT),
    note(2, "نقص المياه", kind=NoteKind.NEED, verb=ReportingVerb.POINTED_OUT),
    note(3, "إصلاح المضخة", kind=NoteKind.COMMITMENT, verb=ReportingVerb.COMMITTED),
]
ROWS = record(
    meeting=meeting(date="2026-11-23"), agenda=[item(1, "المياه")], notes=SAID,
    recommendations=[recommendation(1)], attendance=ATTENDANCE,
)  # fmt: skip


def written(rows=ROWS, **choices):
    return build_minutes(rows, Edition(**choices))


def test_sections_are_left_out_and_put_elsewhere():
    sections = (Section.RECOMMENDATIONS, Section.ATTENDANCE, Section.THEMES, Section.ATTENDANCE)
    assert headings(written(sections=sections)) == ["التوصيات الأولية", "الحضور"]
    assert headings(written(sections=())) == []


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_no_empty_page_heads_a_document_that_begins_with_its_annex(language):
    begun = next(iter(written(language=language, sections=(Section.SHEET, Section.DATA))))
    assert isinstance(begun, Heading)
    later = list(written(language=language, sections=(Section.DATA, Section.SHEET)))
    assert any(isinstance(each, PageBreak) for each in later)


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("language", ["ar", "both"])
def test_parts_in_any_order_hold_the_same_words(kind, language):
    own = parts_of(kind)
    turned = text_of(written(document=kind, language=language, sections=own[::-1]))
    straight = text_of(written(document=kind, language=language))
    assert sorted(turned.splitlines()) == sorted(straight.splitlines())


def test_what_is_left_out_is_spoken_of_nowhere():
    left_out = {Section.SIGNATURES, Section.ATTENDANCE, Section.SHEET}
    kept = tuple(each for each in parts_of(DocumentKind.MINUTES) if each not in left_out)
    for language in ("ar", "en"):
        text = text_of(written(language=language, sections=kept))
        spoken = ("التواقيع", "التوقيع", "كشف الحضور", "ملحق", "ignature", "igned", "nnex")
        assert not [each for each in spoken if each in text]


def test_outcomes_alone_leave_the_discussion_out():
    text = text_of(written(detail=Detail.OUTCOMES))
    assert "وقائع النقاش" not in text
    assert "توصية 1" in text


def test_a_summary_runs_what_binds_or_lacks_together_and_counts_the_rest():
    text = text_of(written(detail=Detail.SUMMARY))
    assert "إلى نقص المياه. والتزم السيد سامر النجار بإصلاح المضخة." in text
    assert "ضيق الوقت" not in text
    assert "وفي المحضر الكامل مداخلة واحدة أخرى." in text


def test_what_was_summed_up_by_somebody_is_told_with_its_commitments_alone():
    rows = replace(ROWS, agenda=[item(1, "المياه", summary="دار النقاش حول المياه")])
    text = text_of(written(rows, detail=Detail.SUMMARY))
    assert "دار النقاش حول المياه.\nالتزم السيد سامر النجار" in text
    assert "نقص المياه" not in text


def test_short_minutes_tell_an_item_in_a_line():
    text = text_of(written(document=DocumentKind.SHORT_MINUTES))
    assert "أولاً المياه: التزم السيد سامر النجار، المدير العام لجمعية ألفا (ALF)، بإصلاح" in text
    assert "وفي المحضر الكامل مداخلتان أخريان." in text


def test_the_date_of_the_other_calendar_stands_beside_the_date_where_it_is_asked_for():
    assert "1448" not in arabic(ROWS)
    text = text_of(written(has_hijri=True))
    assert "الاثنين 23 تشرين الثاني 2026 الموافق 13 جمادى الآخرة 1448 هـ" in text


def test_a_matrix_keeps_empty_columns_for_the_pen():
    text = text_of(written(document=DocumentKind.MATRIX))
    assert "م | التوصية | الجهة المسؤولة | الأولوية | الموعد | المؤشّر | المرحلة والحالة" in text


@pytest.mark.parametrize(
    ("start", "times"), [("10:00", ["10:00", "10:10", "10:10", "10:35", "10:50"]), ("", [])]
)
def test_an_invitation_says_when_each_item_is_to_begin(start, times):
    agenda = [
        item(1, "الافتتاح", planned_minutes=10), item(2, "المتابعة", planned_minutes=40),
        item(3, "الخطة", "a2", planned_minutes=25), item(4, "الشفافية", "a2", planned_minutes=15),
        item(5, "الختام"),
    ]  # fmt: skip
    rows = record(meeting=meeting(planned_start=start), agenda=agenda)
    text = text_of(written(rows, document=DocumentKind.INVITATION))
    assert [line[:5] for line in text.splitlines() if line[:5].endswith(tuple("05"))] == times


def test_the_report_of_a_consultation_goes_theme_by_theme():
    minutes = build_minutes(
        sample("followup.json"), Edition(document=DocumentKind.CONSULTATION_REPORT)
    )
    titles = headings(minutes, 2)
    assert titles[0] == "أولويات التعافي والاحتياجات"
    kinds = headings(minutes, 3)
    assert kinds[:3] == ["الاحتياجات", "التحديات", "الفرص"]
    assert "التوصيات" in kinds


def test_the_press_quotes_nobody_who_did_not_agree_and_each_voice_once():
    rows = sample("followup.json")
    edition = Edition(document=DocumentKind.PRESS)
    text = text_of(build_minutes(rows, edition))
    assert not [each.name for each in rows.people if each.name in text]
    willing = [replace(each, consent_name="yes") for each in rows.attendance]
    quoted = text_of(build_minutes(replace(rows, attendance=willing), edition))
    named = [each.name for each in rows.people if each.name in quoted]
    assert len(named) == 6
    assert all(quoted.count(name) == 1 for name in named)


def test_a_wide_document_turns_the_paper_of_the_organisation(tmp_path):
    paper = a_letterhead(tmp_path / "paper.docx")
    minutes = written(document=DocumentKind.MATRIX)
    path = write_on_letterhead(minutes, paper, tmp_path / "m.docx")
    package = WordPackage(path)
    section = package.document.find(f"{W}body/{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size.get(f"{W}orient") == "landscape"
    width = int(size.get(f"{W}w")) - sum(int(margins.get(f"{W}{each}", "0")) for each in SIDES)
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
    grids = list(package.document.iter(f"{W}tblGrid"))
    assert grids
    assert {sum(int(each.get(f"{W}w")) for each in grid) for grid in grids} == {width}
    upright = write_on_letterhead(written(), paper, tmp_path / "n.docx")
    size = WordPackage(upright).document.find(f"{W}body/{W}sectPr/{W}pgSz")
    assert int(size.get(f"{W}w")) < int(size.get(f"{W}h"))
