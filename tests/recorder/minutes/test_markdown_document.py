"""The Markdown minutes: what somebody wrote is text to every reader, never a sign."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recorder.language.direction import clean
from recorder.minutes import Edition, build_minutes
from recorder.minutes.markdown.document import markdown, write_markdown
from recorder.minutes.model import Column, Heading, Minutes, PageWords, Paragraph, Span, Table
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document, said_in
from tests.recorder.minutes.markdown_reading import elements_of, texts_of
from tests.recorder.minutes.meetings import sample

ACTING = (
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://example.org/x.png)",
    "https://example.org www.example.org <https://example.org>", "# x\n- y\n1. z\n> q\n```\ncode",
    "a | b\n--- | ---\n| c", "**x** __y__ ~~z~~ `q`", "=== \n---\n***", "[x]: http://example.org",
    "    code", "&lt;script&gt; &copy;", "\\", "a\\\nb", "~~~\nx", "+ x", "12) x",
    "\n\n\nx", "x\n\ny",
)  # fmt: skip
OURS = {
    "paragraph_open", "paragraph_close", "inline", "text", "heading_open", "heading_close", "hr",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "blockquote_open",
    "blockquote_close", "table_open", "table_close", "thead_open", "thead_close", "tbody_open",
    "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close", "hardbreak",
    "strong_open", "strong_close", "text_special", "<br>",
    '<div dir="rtl">', '<div dir="ltr">', "</div>",
}  # fmt: skip


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def document_of(*blocks) -> Minutes:
    return Minutes(language="ar", title="x", page_words=PageWords("", ""), blocks=blocks)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_text_is_lost_and_their_order_stays(language):
    minutes = a_document(language, texts=(MIXED, *HOSTILE, *ACTING))
    shown, at = squeezed(" ".join(texts_of("".join(markdown(minutes))))), 0
    for text in said_in(minutes):
        wanted = squeezed(clean(text))
        assert wanted in shown[at:], text
        at = shown.index(wanted, at) + len(wanted)


def test_nothing_that_somebody_wrote_is_taken_for_a_sign():
    minutes = a_document(texts=(MIXED, *HOSTILE, *ACTING))
    assert elements_of("".join(markdown(minutes))) <= OURS


@given(st.text(alphabet=st.sampled_from("ab1. \n\t#*_-+=|[]()<>!&;:`~\\/\"'ع،w")))
@example("www.a.b")
@example("1.\n2)")
@example("<a\nb>")
def test_any_text_of_signs_is_text(text):
    minutes = document_of(Paragraph((Span("ق "), Span(text))), Paragraph((Span(text),)))
    said = "".join(markdown(minutes))
    assert elements_of(said) <= OURS - {"hr", "table_open"}
    assert squeezed("".join(texts_of(said))) == squeezed(f"xق {clean(text)}{clean(text)}")


@given(st.text(alphabet=st.sampled_from("ab1 \n#*_|<>\\ع")))
def test_any_cell_stays_in_its_column(text):
    table = Table((Column("أ", 1), Column("ب", 1)), ((text, "1"), ("2", text)))
    cells = texts_of("".join(markdown(document_of(Heading("h"), table))))[2:]
    assert [squeezed(each) for each in cells] == [
        squeezed(each) for each in ("أ", "ب", clean(text), "1", "2", clean(text))
    ]


def test_no_mark_of_direction_stands_in_the_file():
    said = "".join(markdown(a_document(texts=(MIXED, *HOSTILE))))
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", said)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sample_is_the_file_that_was_read_and_approved(tmp_path, golden, language):
    minutes = build_minutes(sample("aleppo.json"), Edition(language))
    written = write_markdown(minutes, tmp_path / "minutes.md").read_bytes()
    golden(f"aleppo-{language}.md", written)
