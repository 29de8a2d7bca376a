"""The message for a chat: each line in the right direction by itself, titles bold, no more."""

import re
from unicodedata import bidirectional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder.language.direction import LRM, RLM, clean
from recorder.minutes import Edition, build_minutes
from recorder.minutes.message import Bold, message, write_message
from recorder.minutes.model import Heading, Minutes, PageBreak, PageWords, SignatureBlock, Table
from tests.recorder.language.bidi_models import uax9_order
from tests.recorder.minutes.documents import HOSTILE, MIXED, a_document, said_in
from tests.recorder.minutes.meetings import sample


def text_of(minutes: Minutes, bold: Bold = Bold.WHATSAPP) -> str:
    return "".join(message(minutes, bold))


def squeezed(text: str) -> str:
    return re.sub(rf"[\s{LRM}{RLM}]", "", text)


def first_strong(line: str) -> str:
    return next((found for each in line if (found := bidirectional(each)) in ("L", "R", "AL")), "")


def test_every_line_of_an_arabic_message_begins_on_the_right():
    blocks = [each for each in a_document(texts=(MIXED, *HOSTILE)) if not _is_foreign(each)]
    lines = text_of(a_document(texts=(MIXED, *HOSTILE), blocks=tuple(blocks))).splitlines()
    assert [line for line in lines if line and first_strong(line) not in ("R", "AL")] == []


def _is_foreign(block) -> bool:
    return getattr(block, "direction", None) == "ltr"


def test_a_chat_orders_a_line_with_codes_and_phones_as_it_is_meant():
    line = text_of(a_document(blocks=(Heading(MIXED),))).splitlines()[-1]
    shown = "".join(line[at] for at in uax9_order(line, 1))
    for unit in ("+963\u00a021\u00a0123-4567", "GLOCA/DCAF-2026-017", "12,500.75"):
        assert unit in shown


@pytest.mark.parametrize("bold", Bold)
def test_no_text_but_that_for_paper_is_lost(bold):
    minutes = a_document(texts=(MIXED, *HOSTILE))
    for_paper = (SignatureBlock, PageBreak, Table)  # a table's titles are of its columns
    kept = tuple(each for each in minutes.blocks if not isinstance(each, for_paper))
    shown, at = squeezed(text_of(a_document(texts=(MIXED, *HOSTILE), blocks=kept), bold)), 0
    for text in said_in(a_document(blocks=kept)):
        wanted = squeezed(clean(text))
        if text == "المكان":  # its value is empty
            continue
        assert wanted in shown[at:], text
        at = shown.index(wanted, at)


@pytest.mark.parametrize(("bold", "line"), [(Bold.WHATSAPP, "*أ*"), (Bold.TELEGRAM, "**أ**"),
                                            (Bold.NONE, "أ")])  # fmt: skip
def test_a_title_is_bold_in_the_way_of_its_application(bold, line):
    assert text_of(a_document(blocks=(Heading("أ"),)), bold).splitlines()[-1] == line


@given(st.text())
def test_a_title_of_any_text_has_but_the_two_signs_around_it(title):
    minutes = Minutes(language="ar", title=title, page_words=PageWords("", ""))
    for line in text_of(minutes).splitlines():
        assert line.startswith("*")
        assert line.endswith("*")
        assert line.count("*") == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_sample_is_the_message_that_was_read_and_approved(tmp_path, golden, language):
    minutes = build_minutes(sample("aleppo.json"), Edition(language, has_annex=False))
    written = write_message(minutes, tmp_path / "minutes.txt").read_bytes()
    golden(f"aleppo-{language}.txt", written)
