"""A document in both languages: the program's words in both, people's words once."""

from dataclasses import replace

import pytest

from recorder.domain.columns import Speaker
from recorder.domain.documents import Detail, DocumentKind
from recorder.domain.tokens import ReportingVerb
from recorder.minutes import Edition, build_minutes
from recorder.minutes.html.page import html
from recorder.minutes.model import (
    Facing,
    Heading,
    Minutes,
    PageWords,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
)
from tests.recorder.minutes.meetings import (
    ATTENDANCE,
    HOSTS,
    item,
    meeting,
    note,
    recommendation,
    record,
    sample,
)
from tests.recorder.minutes.minutes_text import text_of

BOTH = Edition("both")


def both(**fields):
    return build_minutes(record(**fields), BOTH)


def said(paragraph):
    return "".join(span.text for span in paragraph.spans)


def test_titles_headings_and_signatures_hold_both_languages():
    minutes = both(attendance=ATTENDANCE, hosts=HOSTS)
    assert minutes.title == "محضر لقاء حواري تشاوري\nMinutes: Consultative dialogue meeting"
    assert minutes.direction == "rtl"
    assert "الحضور – Attendance" in [each.text for each in minutes if isinstance(each, Heading)]
    signed = next(each for each in minutes if isinstance(each, SignatureBlock))
    assert signed.signatories[0].capacity == "المقرّر/ة\nRapporteur"
    assert signed.labels == ("التوقيع / Signature", "التاريخ / Date")


def test_what_was_said_in_arabic_stands_once_and_english_says_who_spoke():
    words = "ضيق الوقت المخصّص للنقاش"
    minutes = both(notes=[note(1, words, verb=ReportingVerb.POINTED_OUT)])
    facing = next(each for each in minutes if isinstance(each, Facing))
    assert said(facing.arabic[0]).endswith(f"إلى {words}.")
    assert said(facing.english[0]).endswith("pointed out (said in Arabic).")
    assert facing.english[0].direction == "ltr"
    assert text_of(minutes).count(words) == 1


def test_what_was_said_in_english_stands_once_and_arabic_says_who_spoke():
    words = "Coordination comes first."
    spoken = note(1, words, verb=ReportingVerb.SAID, speaker=Speaker(label="Guests"))
    minutes = both(notes=[spoken])
    facing = next(each for each in minutes if isinstance(each, Facing))
    assert said(facing.arabic[0]) == "قال Guests (والنص بالإنكليزية)."
    assert text_of(minutes).count(words) == 1


def test_a_cell_holds_both_languages_where_they_differ():
    edition = Edition("both", document=DocumentKind.MATRIX)
    minutes = build_minutes(
        record(recommendations=[recommendation(1, due="2026-12-15", lead_id="o2")]), edition
    )
    table = next(each for each in minutes if isinstance(each, Table))
    assert [each.title for each in table.columns][:2] == ["م\nNo.", "التوصية\nRecommendation"]
    row = next(iter(table.rows))
    assert row[1] == "توصية 1"
    assert row[2] == "المركز بيتا\nBeta Centre"
    assert "15 كانون الأول 2026\n15 December 2026" in row


def test_an_arabic_line_behind_an_english_label_is_not_told_twice():
    edition = Edition("both", document=DocumentKind.MATRIX)
    row = recommendation(1, evidence="سجلّ الضخّ الأسبوعي")
    assert text_of(build_minutes(record(recommendations=[row]), edition)).count("سجلّ الضخّ") == 1


@pytest.mark.parametrize("name", ["aleppo.json", "followup.json"])
@pytest.mark.parametrize("detail", [None, *Detail])
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_what_stands_beside_one_another_tells_the_same_rows(kind, detail, name):
    edition = Edition("both", document=kind, detail=detail)
    headings = []
    for block in build_minutes(sample(name), edition):
        if isinstance(block, Facing):
            right, left = ({each.origin for each in side} for side in (block.arabic, block.english))
            assert right & left, (right, left)
        elif isinstance(block, Heading):
            headings.append(block.text)
    arabic = build_minutes(sample(name), replace(edition, language="ar"))
    wanted = [each.text for each in arabic if isinstance(each, Heading)]
    assert all(both.startswith(one) for both, one in zip(headings, wanted, strict=True))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_no_document_in_both_languages_loses_what_its_arabic_edition_says(kind):
    rows = record(
        meeting=meeting(title="لقاء", date="2026-11-23"), attendance=ATTENDANCE, hosts=HOSTS,
        agenda=[item(1, "بند")], notes=[note(1, "قول"), note(2, "قول آخر")],
        recommendations=[recommendation(1)],
    )  # fmt: skip
    whole = text_of(build_minutes(rows, Edition("both", document=kind)))
    for block in build_minutes(rows, Edition("ar", document=kind)):
        if isinstance(block, Paragraph):
            assert said(block) in whole


def test_a_web_page_gives_each_language_its_side():
    page = "".join(html(both(notes=[note(1, "ضيق الوقت", verb=ReportingVerb.POINTED_OUT)])))
    assert '<html lang="ar" dir="rtl">' in page
    facing = page[page.index('<div class="facing" dir="rtl">') :]
    assert facing.index('lang="ar" dir="rtl"') < facing.index('lang="en" dir="ltr"')


def test_a_web_page_holds_its_pictures_itself_and_says_what_they_show():
    shown = Picture("a" * 64, "png", 40, 20, "قاعة", "تصوير: س", 'قاعة "اللقاء"')
    minutes = Minutes("ar", "محضر", PageWords("صفحة", "من"), blocks=(shown,),
                      media={"a" * 64: b"bytes"})  # fmt: skip
    page = "".join(html(minutes))
    assert 'src="data:image/png;base64,Ynl0ZXM="' in page
    assert 'alt="قاعة &quot;اللقاء&quot;"' in page
    assert "img-src data:" in page
    assert "base64" not in "".join(html(replace(minutes, media={})))
