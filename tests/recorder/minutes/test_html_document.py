"""The HTML minutes: nothing lost, nothing run, nothing fetched, every direction said."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from recorder.language.direction import LRM, NBSP, RLM, clean
from recorder.minutes import Edition, build_minutes
from recorder.minutes.html.page import html, write_html
from recorder.minutes.model import Minutes, PageWords, Paragraph, Span
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document, said_in
from tests.recorder.minutes.meetings import sample

ACTING = (
    "<script>alert(1)</script>",
    "<img src=http://example.org/x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "</title><style>@import url(//example.org)</style>",
    "&#x3C;script&#x3E;",
    "<!-- --> ]]> <?xml?>",
)
OUR_TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "div", "small", "b", "h1", "h2",
    "h3", "h4", "p", "span", "strong", "bdi", "br", "table", "colgroup", "col", "thead", "tbody",
    "tr", "th", "td", "nav", "a", "sup", "section",
}  # fmt: skip
OUR_ATTRIBUTES = {"lang", "dir", "class", "style", "scope", "charset", "name", "content",
                  "http-equiv", "href", "id"}  # fmt: skip


def parsed(minutes: Minutes) -> BeautifulSoup:
    return BeautifulSoup("".join(html(minutes)), "lxml")


def plain(text: str) -> str:
    """A text without what only its layout needs."""
    return " ".join(text.replace(LRM, "").replace(RLM, "").replace(NBSP, " ").split())


def body_of(page: BeautifulSoup) -> str:
    for each in page.find_all("br"):
        each.replace_with("\n")
    return plain(page.body.get_text(" "))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", plain(text))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_text_is_lost_and_their_order_stays(language):
    minutes = a_document(language, texts=(MIXED, *HOSTILE, *ACTING))
    shown, at = squeezed(body_of(parsed(minutes))), 0
    for text in said_in(minutes):
        wanted = squeezed(clean(text))
        assert wanted in shown[at:], text
        at = shown.index(wanted, at) + len(wanted)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_there_is_no_tag_and_no_attribute_but_ours(language):
    page = parsed(a_document(language, texts=(MIXED, *HOSTILE, *ACTING)))
    assert {each.name for each in page.find_all()} <= OUR_TAGS
    assert {name for each in page.find_all() for name in each.attrs} <= OUR_ATTRIBUTES


def test_a_browser_is_told_to_fetch_and_run_nothing_whatever_the_page_says():
    policy = parsed(a_document()).find("meta", {"http-equiv": "Content-Security-Policy"})
    assert policy["content"].startswith("default-src 'none'")


def test_the_words_around_page_numbers_cannot_leave_their_place_in_the_style():
    words = PageWords('"; } </style><script>', "\\")
    page = parsed(Minutes(language="ar", title="محضر", page_words=words))
    assert page.find("script") is None
    assert len(page.find_all("style")) == 1
    assert "</" not in page.style.string


@given(st.text(), st.sampled_from(["ar", "en"]))
def test_any_text_comes_out_as_it_went_in(text, language):
    words = PageWords("", "")
    block = Paragraph((Span("قال: "), Span(text)))
    page = parsed(Minutes(language=language, title="x", page_words=words, blocks=(block,)))
    assert {each.name for each in page.body.find_all()} <= {"h1", "p", "bdi", "br"}
    assert squeezed(body_of(page)) == squeezed(f"xقال: {clean(text)}")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_runs_against_its_line_is_isolated_and_said_so(language):
    page = parsed(a_document(language))
    assert page.html["dir"] == ("rtl" if language == "ar" else "ltr")
    inner = page.body.find(
        string=re.compile(r"GLOCA/DCAF-2026-017" if language == "ar" else "مركز")
    )
    holder = inner.find_parent(dir=True)
    assert holder["dir"] == ("ltr" if language == "ar" else "rtl")


def test_a_phone_number_stays_whole_at_the_end_of_a_line():
    whole = [each.get_text() for each in parsed(a_document()).find_all(class_="whole")]
    assert f"+963{NBSP}21{NBSP}123-4567" in whole


def test_what_follows_a_page_break_begins_on_a_new_page():
    page = parsed(a_document())
    assert page.find(class_="page").find_next_sibling().name == "table"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sample_is_the_page_that_was_read_and_approved(tmp_path, golden, language):
    minutes = build_minutes(sample("aleppo.json"), Edition(language))
    written = write_html(minutes, tmp_path / "minutes.html").read_bytes()
    golden(f"aleppo-{language}.html", written)


def test_nothing_of_a_long_meeting_is_held_in_memory(tmp_path: Path):
    """The writer asks for a block only when those before it are on their way."""
    asked: list[int] = []

    def endless():
        for number in range(50_000):
            asked.append(number)
            yield Paragraph((Span("كلمة " * 20),))

    pieces = html(Minutes(language="ar", title="x", page_words=PageWords("", ""), blocks=endless()))
    for _ in range(20):
        next(pieces)
    assert len(asked) < 20
