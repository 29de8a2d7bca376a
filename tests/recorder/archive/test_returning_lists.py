"""Every document in which recommendations stand can come back; what is missing or new is told."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recorder import Archive, DocumentKind, Meeting, Organisation, Recommendation, Theme
from recorder.archive.editions import edition_of
from recorder.archive.letterheads import copy_starters
from recorder.domain.returned import plain
from recorder.language.direction import clean
from recorder.language.pasted import clean_pasted
from recorder.minutes.docx.marks import NAME
from tests.recorder.archive.test_returning import edited, part_of, said

TEXTS = ("وضع خطة عمل (GLOCA)، بكلفة 12,500 دولار", "بناء القدرات\nفي ثلاث دورات", "آليات تنسيق؟")
DOCUMENTS = ("minutes", "short_minutes", "matrix", "donor_annex", "consultation_report", "press")
_START = r'<w:bookmarkStart w:id="([0-9]+)" w:name="%s_[^>]*>'


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive.mahdar") as opened:
        opened.meetings.write(Meeting(id="m", title="لقاء"))
        opened.organisations.write(Organisation(id="o", name="بلدية حلب", name_en="Aleppo"))
        opened.themes.write(Theme(id="t", title="المياه"))
        for number, text in enumerate(TEXTS):
            opened.recommendations.append(
                Recommendation(id=f"r{number}", meeting_id="m", text=text, theme_id="t",
                               lead_id="o" if number == 1 else None, reason="لسبب")
            )  # fmt: skip
        yield opened


def write(archive, path, language="ar", kind="short_minutes", meeting="m") -> Path:
    edition = replace(edition_of(language, "latn"), document=DocumentKind(kind))
    return archive.export_docx(meeting, path, edition)


def wording(document: str, number: int) -> tuple[int, int]:
    """Where the runs of the wording of a recommendation stand."""
    starts = list(re.finditer(_START % "mahdar", document))
    end = document.index(f'<w:bookmarkEnd w:id="{starts[number].group(1)}"/>')
    return starts[number].end(), end


def with_text(archive, row_id, text):
    archive.recommendations.write(replace(archive.recommendations.get(row_id), text=text))


def texts(found):
    return [(each.recommendation_id, each.in_word) for each in found]


@pytest.mark.parametrize("language", ["ar", "en", "both"])
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_document_that_prints_them_carries_them(archive, tmp_path, kind, language):
    path = write(archive, tmp_path / "a.docx", language, kind)
    assert archive.compare_docx("m", path) == []

    def edit(document):
        names = [found.group() for found in NAME.finditer(document)]
        assert len(names) == len(set(names))
        for number in range(len(TEXTS)):
            start, end = wording(document, number)
            document = document[:start] + said(f"نص {number}") + document[end:]
        return document

    found = archive.compare_docx("m", edited(path, edit))
    assert texts(found) == [(f"r{number}", f"نص {number}") for number in range(len(TEXTS))]
    assert [each.before for each in found] == list(TEXTS)


def test_on_a_letterhead_the_lines_are_found_and_the_missing_one_is_noticed(archive, tmp_path):
    paper = copy_starters(tmp_path / "papers")[0]
    edition = replace(edition_of("ar", "latn"), document=DocumentKind.SHORT_MINUTES)
    path = archive.export_docx("m", tmp_path / "a.docx", edition, paper)
    edited(path, without_line(1))
    (found,) = archive.compare_docx("m", path)
    assert (found.recommendation_id, found.is_gone, found.before) == ("r1", True, TEXTS[1])


@pytest.mark.parametrize("language", ["ar", "en", "both"])
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_text_with_an_empty_line_in_it_is_carried_too(archive, tmp_path, kind, language):
    with_text(archive, "r1", "فقرة أولى\n\nفقرة ثانية")
    path = write(archive, tmp_path / "a.docx", language, kind)
    assert archive.compare_docx("m", path) == []
    names = {found.group(2) for found in NAME.finditer(part_of(path))}
    assert len(names) == len(TEXTS)


## What is typed where a bookmark ends


@pytest.mark.parametrize("kind", ["short_minutes", "matrix"])
@pytest.mark.parametrize("where", ["behind the wording", "before the rest", "before the wording"])
@pytest.mark.parametrize("language", ["ar", "both"])
def test_what_is_typed_at_the_edge_of_a_wording_belongs_to_it(
    archive, tmp_path, kind, where, language
):
    path = write(archive, tmp_path / "a.docx", language, kind)

    def edit(document):
        start, end = wording(document, 0)
        place = {
            "behind the wording": document.index("/>", end) + 2,
            "before the rest": end,
            "before the wording": document.rindex("<w:bookmarkStart", 0, start),
        }[where]
        return document[:place] + said(" زيادة ") + document[place:]

    (found,) = archive.compare_docx("m", edited(path, edit))
    first = where == "before the wording"
    assert found.in_word == (f"زيادة {TEXTS[0]}" if first else f"{TEXTS[0]} زيادة")


def test_what_is_typed_behind_a_wording_that_ends_its_line_belongs_to_it(archive, tmp_path):
    def edit(document):
        _start, end = wording(document, 2)
        place = document.index("/>", end) + 2
        return document[:place] + said(" زيادة") + document[place:]

    found = archive.compare_docx("m", edited(write(archive, tmp_path / "a.docx"), edit))
    assert texts(found) == [("r2", f"{TEXTS[2]} زيادة")]


def test_what_stands_behind_a_wording_may_change_without_it(archive, tmp_path):
    path = write(archive, tmp_path / "a.docx")
    edited(path, lambda document: document.replace("بلدية حلب", "محافظة حلب"))
    assert archive.compare_docx("m", path) == []


def test_a_line_that_was_split_is_one_text_of_two_lines(archive, tmp_path):
    path = write(archive, tmp_path / "a.docx")

    def edit(document):
        start, _end = wording(document, 0)
        style = re.findall("<w:pStyle[^>]*>", document[:start])[-1]
        split = f"{said('أول')}</w:p><w:p><w:pPr>{style}</w:pPr>{said('ثانٍ ')}"
        return document[:start] + split + document[start:]

    assert texts(archive.compare_docx("m", edited(path, edit))) == [("r0", f"أول\nثانٍ {TEXTS[0]}")]


def test_a_line_that_was_typed_anew_is_found_by_its_number(archive, tmp_path):
    path = write(archive, tmp_path / "a.docx")

    def edit(document):
        start, _end = wording(document, 2)
        opening = document.rindex("<w:bookmarkStart", 0, start)
        closing = document.index("</w:p>", start)
        return document[:opening] + said("جديد كلّه") + document[closing:]

    assert texts(archive.compare_docx("m", edited(path, edit))) == [("r2", "جديد كلّه")]


## Taken out


def without_line(number):
    def edit(document):
        start, end = wording(document, number)
        return document[: document.rindex("<w:p>", 0, start)] + document[_closed(document, end) :]

    return edit


def _closed(document, place):
    return document.index("</w:p>", place) + len("</w:p>")


def without_row(number):
    def edit(document):
        start, end = wording(document, number)
        closing = document.index("</w:tr>", end) + len("</w:tr>")
        return document[: document.rindex("<w:tr>", 0, start)] + document[closing:]

    return edit


@pytest.mark.parametrize(
    ("kind", "edit"),
    [("short_minutes", without_line), ("press", without_line), ("matrix", without_row)],
)
def test_what_was_deleted_without_a_trace_is_told(archive, tmp_path, kind, edit):
    path = edited(write(archive, tmp_path / "a.docx", kind=kind), edit(1))
    (found,) = archive.compare_docx("m", path)
    assert (found.recommendation_id, found.in_word, found.before) == ("r1", "", TEXTS[1])
    assert found.is_gone
    assert archive.recommendations.get("r1").text == TEXTS[1]


def test_what_was_added_here_since_is_no_deletion_there(archive, tmp_path):
    path = write(archive, tmp_path / "a.docx")
    archive.recommendations.append(Recommendation(id="later", meeting_id="m", text="لاحقة"))
    assert archive.compare_docx("m", path) == []


def test_a_document_that_has_lost_its_roll_tells_what_its_marks_tell(archive, tmp_path):
    path = edited(write(archive, tmp_path / "a.docx"), without_line(1))
    edited(path, lambda properties: re.sub("<property.*</property>", "", properties),
           "docProps/custom.xml")  # fmt: skip
    assert archive.compare_docx("m", path) == []


def test_the_roll_holds_fingerprints_alone(archive, tmp_path):
    path = write(archive, tmp_path / "a.docx", kind="matrix")
    properties = part_of(path, "docProps/custom.xml")
    values = re.findall("<vt:lpwstr>([^<]*)</vt:lpwstr>", properties)
    assert [len(each) for each in " ".join(values).split()] == [32] * len(TEXTS)
    assert re.sub("<[^>]*>", "", properties).split() == " ".join(values).split()


def test_many_recommendations_stand_on_the_roll(archive, tmp_path):
    for number in range(40):
        row = Recommendation(id=f"n{number}", meeting_id="m", text=f"توصية {number}")
        archive.recommendations.append(row)
    path = edited(write(archive, tmp_path / "a.docx"), without_line(30))
    (found,) = archive.compare_docx("m", path)
    assert found.recommendation_id == "n27"


## Added


def line_after(number, runs):
    def edit(document):
        _start, end = wording(document, number)
        closing = _closed(document, end)
        style = re.findall("<w:pStyle[^>]*>", document[:end])[-1]
        line = f"<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>"
        return document[:closing] + line + document[closing:]

    return edit


@pytest.mark.parametrize("number", [0, 2])
@pytest.mark.parametrize(
    "runs",
    [
        said("توصية جديدة"),
        said("4.") + "<w:r><w:tab/></w:r>" + said("توصية جديدة."),
        said("٤) توصية جديدة"),
        f"<w:ins w:id='1' w:author='A'>{said('توصية جديدة')}</w:ins>",
    ],
)
def test_a_line_among_them_without_a_mark_is_an_addition(archive, tmp_path, number, runs):
    path = edited(write(archive, tmp_path / "a.docx"), line_after(number, runs))
    (found,) = archive.compare_docx("m", path)
    assert (found.is_new, found.in_word, found.before) == (True, "توصية جديدة", None)
    assert not found.is_contested


def test_a_number_that_belongs_to_its_sentence_stays(archive, tmp_path):
    path = edited(write(archive, tmp_path / "a.docx"), line_after(2, said("10-15 ورشة عمل")))
    assert texts(archive.compare_docx("m", path)) == [("", "10-15 ورشة عمل")]


@pytest.mark.parametrize("place", [0, 2])
def test_a_row_without_a_mark_is_an_addition(archive, tmp_path, place):
    def edit(document):
        start, end = wording(document, place)
        row = document[document.rindex("<w:tr>", 0, start) : _row_end(document, end)]
        bare = re.sub("<w:bookmark[^>]*>", "", row)
        bare = re.sub("<w:t [^>]*>[^<]*</w:t>", "<w:t>جديد</w:t>", bare)
        return document[: _row_end(document, end)] + bare + document[_row_end(document, end) :]

    path = edited(write(archive, tmp_path / "a.docx", kind="matrix"), edit)
    (found,) = archive.compare_docx("m", path)
    assert found.is_new
    assert found.in_word.startswith("جديد")


def _row_end(document, place):
    return document.index("</w:tr>", place) + len("</w:tr>")


def test_a_row_that_lost_its_marks_is_neither_new_nor_gone(archive, tmp_path):
    def edit(document):
        start, end = wording(document, 1)
        first, last = document.rindex("<w:p>", 0, start), _closed(document, end)
        bare = re.sub("<w:bookmark[^>]*>", "", document[first:last])
        return document[:first] + bare + document[last:]

    assert archive.compare_docx("m", edited(write(archive, tmp_path / "a.docx"), edit)) == []


def test_an_addition_that_is_here_by_now_is_none(archive, tmp_path):
    path = edited(write(archive, tmp_path / "a.docx"), line_after(2, said("توصية جديدة.")))
    archive.recommendations.append(Recommendation(id="n", meeting_id="m", text="توصية جديدة"))
    assert archive.compare_docx("m", path) == []


def test_another_paragraph_is_no_addition(archive, tmp_path):
    def edit(document):
        _start, end = wording(document, 2)
        place = _closed(document, end)
        return f"{document[:place]}<w:p>{said('ملاحظة للمحرر')}</w:p>{document[place:]}"

    assert archive.compare_docx("m", edited(write(archive, tmp_path / "a.docx"), edit)) == []


## Saved by an office program


def test_libreoffice_keeps_marks_and_roll_when_it_saves(archive, tmp_path, libreoffice):
    matrix = edited(write(archive, tmp_path / "matrix.docx", kind="matrix"), without_row(1))
    short = write(archive, tmp_path / "short.docx")
    both = write(archive, tmp_path / "both.docx", "both", "matrix")

    def edit(document):
        start, end = wording(document, 0)
        document = document[:start] + said("وضع خطة أوضح") + document[end:]
        return line_after(2, said("4.") + "<w:r><w:tab/></w:r>" + said("جديدة."))(document)

    edited(short, edit)
    command = [libreoffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
               "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
               tmp_path / "saved", matrix, short, both]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    assert texts(archive.compare_docx("m", tmp_path / "saved" / matrix.name)) == [("r1", "")]
    found = archive.compare_docx("m", tmp_path / "saved" / short.name)
    assert texts(found) == [("r0", "وضع خطة أوضح"), ("", "جديدة")]
    assert archive.compare_docx("m", tmp_path / "saved" / both.name) == []


## Laws

_TEXT = st.text(min_size=1, max_size=40).map(clean)
_USABLE = _TEXT.filter(lambda text: plain(clean_pasted(text).text) != "")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(_USABLE, min_size=2, max_size=4, unique_by=plain),
    new=_USABLE,
    printed=st.tuples(
        st.sampled_from(["ar", "en", "both"]),
        st.sampled_from(["short_minutes", "matrix", "press"]),
    ),
)
def test_unedited_nothing_and_edited_exactly_this_one(archive, tmp_path, rows, new, printed):
    archive.meetings.write(Meeting(id="any", title="لقاء"))
    archive.recommendations.delete(*(each.id for each in archive.recommendations.all("any")))
    rows = [
        Recommendation(id=f"any{number}", meeting_id="any", text=each)
        for number, each in enumerate(rows)
    ]
    for row in rows:
        archive.recommendations.append(row)
    path = write(archive, tmp_path / "any.docx", *printed, meeting="any")
    assert archive.compare_docx("any", path) == []

    def edit(document):
        start, end = wording(document, 1)
        return document[:start] + said(_masked(new)) + document[end:]

    found = archive.compare_docx("any", edited(path, edit))
    if plain(new) == plain(rows[1].text):
        assert found == []
    else:
        assert [each.recommendation_id for each in found] == [rows[1].id]
        assert plain(found[0].in_word) == plain(clean_pasted(new).text)


def _masked(text):
    masked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return masked.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
