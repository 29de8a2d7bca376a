"""The minutes for a look before they go out: nothing lost, nothing fetched, long ones cut."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from recorder.language.direction import clean
from recorder.minutes.html.simple import LONGEST, simple_html
from recorder.minutes.model import Column, Minutes, PageWords, Paragraph, Span, Table
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document, said_in
from tests.recorder.minutes.test_html_document import ACTING, squeezed

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
TAGS = {"html", "body", "p", "b", "span", "br", "hr", "table", "tr", "td", "img", "sup"}
ATTRIBUTES = {"style", "dir", "align", "width", "bgcolor", "cellpadding", "cellspacing", "src"}


def parsed(minutes: Minutes) -> BeautifulSoup:
    return BeautifulSoup(simple_html(minutes)[0], "lxml")


def shown(minutes: Minutes) -> str:
    page = parsed(minutes)
    for each in page.find_all("br"):
        each.replace_with("\n")
    return squeezed(page.body.get_text(" ").translate(ISOLATES))


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_no_text_is_lost(language):
    minutes = a_document(language, texts=(MIXED, *HOSTILE, *ACTING))
    said = shown(minutes)
    assert [each for each in said_in(minutes) if squeezed(clean(each)) not in said] == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_in_it_acts_or_leads_anywhere(language):
    page = parsed(a_document(language, texts=(MIXED, *HOSTILE, *ACTING)))
    assert {each.name for each in page.find_all()} <= TAGS
    assert {name for each in page.find_all() for name in each.attrs} <= ATTRIBUTES
    assert all(each["src"].startswith("data:image/") for each in page.find_all("img"))


@given(st.text(), st.sampled_from(["ar", "en"]))
def test_any_text_comes_out_as_it_went_in(text, language):
    block = Paragraph((Span("قال: "), Span(text)))
    words = PageWords("", "")
    minutes = Minutes(language=language, title="x", page_words=words, blocks=(block,))
    wanted = squeezed(f"xقال: {clean(text)}").translate(ISOLATES)
    assert shown(minutes) == wanted


def test_a_long_document_is_cut_and_says_so():
    minutes = Minutes(
        language="ar", title="محضر", page_words=PageWords("", ""),
        blocks=tuple(Paragraph((Span("كلام " * 50),)) for _ in range(1_000)),
    )  # fmt: skip
    text, is_whole = simple_html(minutes)
    assert not is_whole
    assert len(text) < 2 * LONGEST
    assert re.search(r"</body></html>$", text)
    assert simple_html(a_document())[1]


def test_a_long_table_is_cut_sooner_since_its_cells_take_long_to_be_laid_out():
    minutes = Minutes(
        language="ar", title="محضر", page_words=PageWords("", ""),
        blocks=(Table((Column("الاسم", 1), Column("الجهة", 1)), [("قيصر", "جمعية")] * 1_000),),
    )  # fmt: skip
    text, is_whole = simple_html(minutes)
    assert not is_whole
    assert 100 < text.count("<td") < 1_000
