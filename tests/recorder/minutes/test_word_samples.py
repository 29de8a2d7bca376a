"""The minutes of the sample meetings, as their readers in Word get them."""

import json
from pathlib import Path

import pytest

from recorder.interchange import load_record
from recorder.minutes import Edition, build_minutes, write_docx
from recorder.minutes.model import Heading
from tests.recorder.language.bidi_models import uax9_order, word_order
from tests.recorder.minutes.word_package import W, WordPackage, runs_of, text_of

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
EDITIONS = [Edition("ar"), Edition("ar", digits="arab"), Edition("en")]


@pytest.fixture(
    scope="module",
    params=[(name, edition) for name in ("aleppo", "followup") for edition in EDITIONS],
    ids=lambda each: f"{each[0]}-{each[1].language}-{each[1].digits}",
)
def sample(request, tmp_path_factory):
    name, edition = request.param
    text = (SAMPLES / f"{name}.json").read_text(encoding="utf-8")
    minutes = build_minutes(load_record(json.loads(text), name).record, edition)
    return minutes, write_docx(minutes, tmp_path_factory.mktemp("samples") / f"{name}.docx")


def test_the_validator_of_the_open_xml_sdk_finds_nothing_in_a_sample(sample, ooxml_validator):
    assert ooxml_validator(sample[1]) == []


def test_word_orders_every_line_of_a_sample_as_the_unicode_algorithm_does(sample):
    package = WordPackage(sample[1])
    for paragraph in package.paragraphs():
        runs, level = runs_of(paragraph), int(package.is_bidi(paragraph))
        whole = "".join(run.text for run in runs)
        for keeps_es in (True, False):
            word = word_order(runs, level, keeps_es=keeps_es)
            assert [whole[at] for at in word] == [whole[at] for at in uax9_order(whole, level)]


def test_the_headings_of_a_sample_are_in_the_navigation_pane_in_their_order(sample):
    minutes, path = sample
    package = WordPackage(path)
    shown = [
        text_of(paragraph)
        for paragraph in package.document.iter(f"{W}p")
        if package.style_of(paragraph).startswith("Heading")
    ]
    wanted = [block.text for block in minutes if isinstance(block, Heading)]
    assert all(text.endswith(title) for text, title in zip(shown, wanted, strict=True))


def test_signatures_stay_on_one_page(sample):
    package = WordPackage(sample[1])
    lines = [
        paragraph
        for paragraph in package.document.iter(f"{W}p")
        if package.style_of(paragraph) == "MinutesSignatureLine"
    ]
    table = next(lines[-1].iterancestors(f"{W}tbl"))
    cells = [each for each in table.iter(f"{W}tc") if text_of(each.find(f"{W}p"))]
    assert len(cells) > 1
    last_row = table.findall(f"{W}tr")[-1]
    for cell in cells:
        *before, last = cell.findall(f"{W}p")
        assert all(each.find(f"{W}pPr/{W}keepNext") is not None for each in before)
        is_last = next(cell.iterancestors(f"{W}tr")) is last_row
        assert (last.find(f"{W}pPr/{W}keepNext") is None) is is_last
