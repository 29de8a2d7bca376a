"""Cards of the agenda for paper: two on a sheet, none parted, what a room may read and no more."""

import re

import pytest

from recorder.domain.documents import DocumentKind
from recorder.domain.tokens import Attribution, ItemKind
from recorder.minutes import Edition, build_minutes, write_docx
from recorder.minutes.docx.page import TEXT_HEIGHT
from recorder.minutes.html import write_html
from recorder.minutes.model import Cards, ParagraphKind
from recorder.minutes.pdf import Patience, plan_layout, read_pages
from tests.recorder.minutes.meetings import SAMER, item, meeting, note, record, sample
from tests.recorder.minutes.minutes_text import text_of
from tests.recorder.minutes.word_package import W, WordPackage

AGENDA = [
    item(1, "الافتتاح", kind=ItemKind.OPENING, planned_minutes=10, presenter_id="p1"),
    item(2, "الخدمات الأساسية", kind=ItemKind.DISCUSSION),
    item(3, "المياه", "a2", planned_minutes=25),
    item(4, "الكهرباء", "a2", planned_minutes=15),
    item(5, "استراحة", kind=ItemKind.BREAK, planned_minutes=15),
]
ROWS = record(
    meeting=meeting(planned_start="10:00", date="2026-11-23", title="لقاء الماء"),
    agenda=AGENDA, people=[SAMER], notes=[note(1, "ضيق الوقت")],
)  # fmt: skip


def made(rows=ROWS, language="ar", **choices):
    return build_minutes(rows, Edition(language, document=DocumentKind.AGENDA_CARDS, **choices))


def cards_of(minutes):
    return [card for block in minutes if isinstance(block, Cards) for card in block.cards]


def said(card, kind):
    return ["".join(span.text for span in each.spans) for each in card if each.kind is kind]


def test_each_item_has_a_card_that_says_when_it_is_and_what_stands_under_it():
    cards = cards_of(made())
    heads = [next(each for each in card if each.kind is ParagraphKind.CARD_HEAD) for card in cards]
    assert [(each.label, each.spans[0].text) for each in heads] == [
        ("1", "10:00 – 10:10"), ("2", "10:10 – 10:50"), ("3", "10:50 – 11:05"),
    ]  # fmt: skip
    assert [said(card, ParagraphKind.CARD_TITLE) for card in cards] == [
        ["الافتتاح"], ["الخدمات الأساسية"], ["استراحة"],
    ]  # fmt: skip
    assert said(cards[1], ParagraphKind.CARD_LINE)[:2] == [
        "– المياه (10:10 – 10:35)", "– الكهرباء (10:35 – 10:50)",
    ]  # fmt: skip
    assert said(cards[2], ParagraphKind.REMARK) == ["لقاء الماء · الاثنين 23 تشرين الثاني 2026"]


@pytest.mark.parametrize("kind", [DocumentKind.MINUTES, DocumentKind.INVITATION,
                                  DocumentKind.RUN_SHEET, DocumentKind.AGENDA_CARDS])  # fmt: skip
def test_what_stands_under_an_item_without_a_title_is_not_told_under_another(kind):
    agenda = [item(1, ""), item(2, "المياه", "a1"), item(3, "الصحة"), item(4, ""),
              item(5, "الكهرباء", "a4"), item(6, "")]  # fmt: skip
    text = text_of(build_minutes(record(agenda=agenda), Edition(document=kind)))
    titles = re.findall("بند بلا عنوان|المياه|الصحة|الكهرباء", text)
    assert titles == ["بند بلا عنوان", "المياه", "الصحة", "بند بلا عنوان", "الكهرباء"]


def test_a_length_stands_where_nobody_knows_the_hour():
    rows = record(meeting=meeting(), agenda=AGENDA)
    head = next(each for each in cards_of(made(rows))[0] if each.label)
    assert head.spans[0].text == "10 دقائق"


def test_what_was_said_has_no_place_on_a_card_nor_who_may_not_be_named():
    assert "سامر النجار" in text_of(made())
    assert "ضيق" not in text_of(made())
    for rule in (Attribution.ORGANISATION, Attribution.SECTOR, Attribution.NONE):
        hidden = record(
            meeting=meeting(attribution=rule), agenda=AGENDA, people=[SAMER], notes=ROWS.notes
        )
        assert "سامر" not in text_of(made(hidden))


def test_both_languages_share_a_card_and_say_nothing_twice():
    cards = cards_of(made(language="both"))
    assert len(cards) == 3
    assert said(cards[1], ParagraphKind.CARD_TITLE) == ["الخدمات الأساسية"]
    assert said(cards[1], ParagraphKind.CARD_LINE)[-2:] == ["نقاش", "Discussion"]
    assert [each.label for card in cards for each in card if each.label] == ["1", "2", "3"]


def test_no_agenda_gives_no_cards():
    assert cards_of(made(record(agenda=[]))) == []


def test_a_card_fills_half_a_sheet_and_is_parted_by_none(tmp_path):
    package = WordPackage(write_docx(made(), tmp_path / "cards.docx"))
    rows = list(package.document.iter(f"{W}tr"))
    assert len(rows) == 3
    heights = {int(each.find(f"{W}trPr/{W}trHeight").get(f"{W}val")) for each in rows}
    (height,) = heights
    assert TEXT_HEIGHT * 9 // 10 < 2 * height < TEXT_HEIGHT
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for each in rows)
    styles = [each.get(f"{W}val") for each in package.document.iter(f"{W}pStyle")]
    assert "Title" not in styles
    assert styles.count("MinutesCardTitle") == 3


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_two_cards_stand_on_each_page(libreoffice, language):
    minutes = made(sample("followup.json"), language)
    assert len(cards_of(minutes)) == 10
    laid = read_pages(plan_layout(minutes, None, Patience())())
    assert len(laid.sizes) == 5


def test_a_page_of_the_web_shows_them_apart(tmp_path):
    page = write_html(made(), tmp_path / "cards.html").read_text("utf-8")
    assert page.count('<div class="card">') == 3
    assert '<h1 class="unprinted">' in page
