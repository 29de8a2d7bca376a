"""The pages of the sample as every document in every language, made in one go and looked at."""

from dataclasses import replace

import pytest

from recorder.minutes import build_minutes
from recorder.minutes.model import Paragraph, Span
from tests.recorder.minutes.every_document.cases import PAPERS, Case, plain_cases
from tests.recorder.minutes.every_document.contents import content_of
from tests.recorder.minutes.every_document.office import converted
from tests.recorder.minutes.every_document.pages import Pages, Sheet, page_faults
from tests.recorder.minutes.every_document.read_pages import text_faults
from tests.recorder.minutes.every_document.soundness import examine_pages, write
from tests.recorder.minutes.letterheads import edited, replaced
from tests.recorder.minutes.word_package import WordPackage

ON_PAPER = [Case(kind, "en", "sample", paper=each)
            for kind in ("minutes", "matrix") for each in PAPERS[1:]]  # fmt: skip
CASES = [
    *plain_cases(),
    *ON_PAPER,
    Case("attendance", "ar", "large"),
    Case("press", "ar", "hostile"),
]


def made(case, folder, minutes=None):
    content = content_of(case.content)
    minutes = minutes or build_minutes(content.record, case.edition, content.media)
    return write(case, minutes, folder / f"{case.name}.docx")


@pytest.fixture(scope="module")
def pages(libreoffice, tmp_path_factory):
    """The PDF of each case beside its Word file."""
    folder = tmp_path_factory.mktemp("pages")
    sources = {case: made(case, folder) for case in CASES}
    pdfs = converted(libreoffice, list(sources.values()), folder)
    return {case: (source, pdfs[source]) for case, source in sources.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda each: each.name)
def test_the_pages_of_a_document_are_as_an_office_would_print_them(pages, case):
    assert examine_pages(case, *pages[case]).faults == []


@pytest.fixture(scope="module")
def faulty(libreoffice, tmp_path_factory):
    """Documents with a fault each, as LibreOffice shows them, by the name of the fault."""
    folder, case = tmp_path_factory.mktemp("faulty"), Case("attendance", "ar", "large")
    edits = {
        "head": replaced("word/document.xml", "<w:tblHeader/>", ""),
        "margin": replaced("word/styles.xml", '<w:spacing w:before="50" w:after="50"',
                           '<w:ind w:left="-600"/><w:spacing w:before="50" w:after="50"'),
        "dots": replaced("word/styles.xml", ' w:leader="dot"', ""),
    }  # fmt: skip
    sources = {}
    for name, edit in edits.items():
        sources[name] = edited(made(case, folder).rename(folder / f"{name}.docx"), edit)
    plain = Case("press", "ar", "sample")
    minutes = build_minutes(content_of("sample").record, plain.edition)
    turned = Paragraph((Span("للتواصل: 4567-123 21 963+"),))
    phone = Paragraph((Span("+963 21 123-4567 و +963 21 123-4567"),))
    slipped = replace(minutes, blocks=(turned, phone))
    sources["phone"] = made(plain, folder, slipped).rename(folder / "phone.docx")
    pdfs = converted(libreoffice, list(sources.values()), folder)
    minutes = build_minutes(content_of("large").record, case.edition)
    return {
        name: [*page_faults(Pages(pdfs[path]), Sheet.of(WordPackage(path)), "rtl"),
               *text_faults(Pages(pdfs[path]), slipped if name == "phone" else minutes)]
        for name, path in sources.items()
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("head", "goes on with a table without its head"),
        ("margin", "ink in the right margin"),
        ("dots", "lines to sign on stand on no page together"),
        ("phone", "+963 21 123-4567 is turned around"),
    ],
)
def test_a_page_that_no_office_would_print_is_seen(faulty, fault, seen):
    assert any(seen in each for each in faulty[fault])
