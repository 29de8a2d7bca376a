"""Rows merged, lines joined, wordings typed over in Word come back as what they say."""

import re

import pytest

from recorder import Archive, Meeting, Organisation, Recommendation
from tests.recorder.archive.test_returning import edited, said
from tests.recorder.archive.test_returning_lists import TEXTS, texts, wording, write


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive.mahdar") as opened:
        opened.meetings.write(Meeting(id="m", title="لقاء"))
        opened.organisations.write(Organisation(id="o", name="بلدية حلب"))
        for number, text in enumerate(TEXTS):
            row = Recommendation(id=f"r{number}", meeting_id="m", text=text, reason="لسبب",
                                 lead_id="o" if number == 1 else None)  # fmt: skip
            opened.recommendations.append(row)
        yield opened


def moved_together(document, outer, inner):
    """The second's paragraphs behind those of the first, in what holds both of them."""
    parts = re.split(f"(<w:{outer}>.*?</w:{outer}>)", document, flags=re.S)
    first, second = [at for at, each in enumerate(parts) if "mahdar_" in each][:2]
    cells = re.split(f"(<w:{inner}>.*?</w:{inner}>)", parts[second], flags=re.S)
    taken = [re.findall("<w:p>.*</w:p>", each, re.S)[0] for each in cells[1::2]]
    parts[second] = ""
    held = re.split(f"(</w:{inner}>)", parts[first])
    for at, each in enumerate(taken):
        held[2 * at] += each
    parts[first] = "".join(held)
    return "".join(parts)


@pytest.mark.parametrize("language", ["ar", "both"])
@pytest.mark.parametrize("kind", ["minutes", "matrix"])
def test_rows_that_were_merged_are_still_two_texts(archive, tmp_path, kind, language):
    path = write(archive, tmp_path / "a.docx", language, kind)
    edited(path, lambda document: moved_together(document, "tr", "tc"))
    assert archive.compare_docx("m", path) == []

    def edit(document):
        start, end = wording(document, 1)
        return document[:start] + said("نص آخر") + document[end:]

    assert texts(archive.compare_docx("m", edited(path, edit))) == [("r1", "نص آخر")]


def test_lines_that_were_joined_are_still_two_texts(archive, tmp_path):
    def edit(document):
        _start, end = wording(document, 0)
        closing = document.index("</w:p>", end) + len("</w:p>")
        following = document.index("</w:pPr>", closing) + len("</w:pPr>")
        return document[: closing - len("</w:p>")] + document[following:]

    path = edited(write(archive, tmp_path / "a.docx"), edit)
    assert archive.compare_docx("m", path) == []


@pytest.mark.parametrize("language", ["ar", "en", "both"])
@pytest.mark.parametrize("kind", ["minutes", "short_minutes", "matrix", "press"])
@pytest.mark.parametrize(
    "new",
    [[], ["نص جديد كلّه"], ["سطر أول", "<w:r><w:br/></w:r>", "سطر ثانٍ"],
     ["سطر أول", "</w:p><w:p>", "سطر ثانٍ"]],
)  # fmt: skip
def test_a_wording_that_was_typed_over_ends_where_the_rest_begins(
    archive, tmp_path, kind, language, new
):
    path = write(archive, tmp_path / "a.docx", language, kind)

    def edit(document):
        start, end = wording(document, 1)
        opening = document.rindex("<w:bookmarkStart", 0, start)
        closing = document.index("/>", end) + len("/>")
        runs = "".join(each if each.startswith("<") else said(each) for each in new)
        return document[:opening] + runs + document[closing:]

    assert texts(archive.compare_docx("m", edited(path, edit))) == [("r1", "\n".join(new[::2]))]
