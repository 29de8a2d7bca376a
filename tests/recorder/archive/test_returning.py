"""Minutes come back from Word: what a colleague reworded is listed, and nothing else happens."""

import re
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recorder import Archive, Meeting, Recommendation
from recorder.archive.editions import edition_of
from recorder.archive.letterheads import copy_starters
from recorder.domain.returned import fingerprint, plain
from recorder.errors import ReturnedError
from recorder.language.direction import clean
from recorder.language.pasted import clean_pasted
from recorder.minutes.docx.marks import NAME

TEXTS = ("وضع خطة عمل (GLOCA)، بكلفة 12,500 دولار", "بناء القدرات\nفي ثلاث دورات", "آليات تنسيق")
MAIN = "word/document.xml"


@pytest.fixture
def archive(tmp_path):
    with Archive.open(tmp_path / "archive.mahdar") as opened:
        opened.meetings.write(Meeting(id="m", title="لقاء"))
        for number, text in enumerate(TEXTS):
            row = Recommendation(id=f"r{number}", meeting_id="m", text=text, reason="لسبب")
            opened.recommendations.append(row)
        yield opened


@pytest.fixture
def written(archive, tmp_path):
    return archive.export_docx("m", tmp_path / "minutes.docx", edition_of("ar", "latn"))


def edited(path, edit, name=MAIN):
    """The document as an office program would save it after an edit."""
    with ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for each, content in (parts | {name: edit(parts[name].decode()).encode()}).items():
            package.writestr(each, content)
    return path


def part_of(path, name=MAIN):
    with ZipFile(path) as package:
        return package.read(name).decode()


def between(document: str, number: int) -> tuple[int, int]:
    """Where the runs of the wording of a recommendation stand."""
    starts = list(re.finditer(r'<w:bookmarkStart w:id="([0-9]+)" w:name="mahdar_[^>]*>', document))
    end = document.index(f'<w:bookmarkEnd w:id="{starts[number].group(1)}"/>')
    return starts[number].end(), end


def reworded(number, runs):
    def edit(document):
        start, end = between(document, number)
        return document[:start] + runs + document[end:]

    return edit


def said(text):
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_a_document_that_nobody_touched_has_nothing_to_say(archive, written):
    assert archive.compare_docx("m", written) == []


def test_a_document_does_not_tell_whether_a_guess_at_a_wording_is_right(archive, written):
    marks = [found.groups() for found in NAME.finditer(part_of(written))]
    assert {kind for kind, _row, _said in marks} == {"mahdar", "mahend", "mahrow"}
    guesses = (*TEXTS, "لسبب", "السبب: لسبب", "\nالسبب: لسبب")
    known = {fingerprint(each) for each in guesses}
    assert not known & {each for _kind, _row, each in marks}
    assert not known & set(re.findall("[0-9a-f]{16}", part_of(written, "docProps/custom.xml")))


def test_a_recommendation_that_was_reworded_is_listed_with_all_three_texts(archive, written):
    edited(written, reworded(0, said("وضع خطة ") + said("أوضح")))
    archive.recommendations.write(_with_text(archive, "r0", "خطة ثالثة"))
    (found,) = archive.compare_docx("m", written)
    assert found.recommendation_id == "r0"
    assert (found.before, found.in_word, found.present) == (TEXTS[0], "وضع خطة أوضح", "خطة ثالثة")
    assert found.is_contested
    assert archive.recommendations.get("r0").text == "خطة ثالثة"


def _with_text(archive, row_id, text):
    row = archive.recommendations.get(row_id)
    return Recommendation(id=row.id, meeting_id="m", place=row.place, text=text)


def test_changes_of_different_sentences_are_offered_as_one_text(archive, tmp_path):
    archive.recommendations.write(_with_text(archive, "r0", "تُوضع خطة. يُنشأ صندوق."))
    path = archive.export_docx("m", tmp_path / "two.docx")
    archive.recommendations.write(_with_text(archive, "r0", "تُوضع خطة. يُنشأ صندوق للطوارئ."))
    edited(path, reworded(0, said("تُوضع خطة سنوية. يُنشأ صندوق.")))
    (found,) = archive.compare_docx("m", path)
    assert found.is_contested
    assert found.joined == "تُوضع خطة سنوية. يُنشأ صندوق للطوارئ."


def test_changes_of_one_sentence_are_never_joined(archive, written):
    archive.recommendations.write(_with_text(archive, "r2", "آليات تنسيق دائمة"))
    (found,) = archive.compare_docx("m", edited(written, reworded(2, said("آليات تنسيق فعّالة"))))
    assert (found.is_contested, found.joined) == (True, "")


def test_what_changed_here_alone_is_not_listed(archive, written):
    archive.recommendations.write(_with_text(archive, "r0", "خطة ثالثة"))
    assert archive.compare_docx("m", written) == []


def test_the_same_change_on_both_sides_is_none(archive, written):
    edited(written, reworded(2, said("آليات  تنسيق دائمة")))
    archive.recommendations.write(_with_text(archive, "r2", "آليات تنسيق دائمة"))
    assert archive.compare_docx("m", written) == []


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (f"<w:del w:id='1' w:author='A'><w:r><w:delText>x</w:delText></w:r></w:del>{said('نصّ')}",
         "نصّ"),
        (f"<w:ins w:id='1' w:author='A'>{said('مضاف')}</w:ins>", "مضاف"),
        (f"<w:moveFrom w:id='1' w:author='A'>{said('قديم')}</w:moveFrom>{said('جديد')}", "جديد"),
        (f"{said('سطر')}</w:p><w:p>{said('آخر')}", "سطر\nآخر"),
        ("<w:r><w:t>سطر</w:t><w:br/><w:t>آخر</w:t></w:r>", "سطر\nآخر"),
        (said("\u200e(DCAF)\u200e\u00a0نعم"), "(DCAF) نعم"),
    ],
)  # fmt: skip
def test_tracked_changes_lines_and_marks_are_read_as_their_reader_sees_them(
    archive, written, runs, text
):
    edited(written, reworded(0, runs))
    (found,) = archive.compare_docx("m", written)
    assert found.in_word == text


def test_a_cell_that_was_typed_anew_is_found_by_its_row(archive, written):
    def typed_anew(document):
        start, end = between(document, 2)
        opening = document.rindex("<w:bookmarkStart", 0, start)
        closing = document.index("/>", end) + 2
        return document[:opening] + said("كُتبت من جديد") + document[closing:]

    edited(written, typed_anew)
    (found,) = archive.compare_docx("m", written)
    assert (found.recommendation_id, found.in_word) == ("r2", "كُتبت من جديد")
    assert found.before == TEXTS[2]


def test_a_text_that_was_taken_out_is_told_as_such(archive, written):
    def emptied(document):
        start, end = between(document, 2)
        closing, cell = document.index("/>", end) + 2, document.index("</w:tc>", end)
        return f"{document[:start]}{document[end:closing]}</w:p>{document[cell:]}"

    edited(written, emptied)
    (found,) = archive.compare_docx("m", written)
    assert found.is_gone


def test_on_a_letterhead_and_in_english_the_texts_are_found_as_well(archive, tmp_path):
    paper = copy_starters(tmp_path / "papers")[0]
    path = archive.export_docx("m", tmp_path / "en.docx", edition_of("en", "latn"), paper)
    edited(path, reworded(1, said("Building capacity")))
    (found,) = archive.compare_docx("m", path)
    assert (found.recommendation_id, found.in_word) == ("r1", "Building capacity")


def test_in_both_languages_a_text_of_several_lines_is_found_whole(archive, tmp_path):
    path = archive.export_docx("m", tmp_path / "both.docx", edition_of("both", "latn"))
    assert archive.compare_docx("m", path) == []
    edited(path, lambda text: text.replace("في ثلاث دورات", "في أربع دورات"))
    (found,) = archive.compare_docx("m", path)
    assert (found.before, found.in_word) == (TEXTS[1], "بناء القدرات\nفي أربع دورات")


def test_a_row_whose_bookmark_went_but_whose_text_stayed_says_nothing(archive, written):
    edited(written, lambda text: re.sub(r'<w:bookmarkStart[^>]*"mahdar_[^>]*>', "", text))
    assert archive.compare_docx("m", written) == []


def test_minutes_that_became_a_letterhead_have_no_mark_twice(archive, written, tmp_path):
    again = archive.export_docx("m", tmp_path / "again.docx", letterhead=written)
    with ZipFile(again) as package:
        document = package.read(MAIN).decode()
    names = [found.group() for found in NAME.finditer(document)]
    assert len(names) == len(set(names)) == 3 * len(TEXTS)


def test_a_document_of_another_meeting_is_told_as_such(archive, written):
    archive.meetings.write(Meeting(id="other", title="آخر"))
    with pytest.raises(ReturnedError) as refused:
        archive.compare_docx("other", written)
    assert refused.value.data == {"path": str(written), "reason": "strange"}


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda text: text.replace("<w:body>", "<w:body><w:altChunk/>"), "embedded"),
        (lambda text: text.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>', 1), "dtd"),
        (lambda text: re.sub("mah(dar|row|end)_", "other_", text), "strange"),
        (lambda text: text[:-20], "unreadable"),
    ],
)
def test_a_document_that_acts_or_deceives_is_refused(archive, written, edit, reason):
    with pytest.raises(ReturnedError) as refused:
        archive.compare_docx("m", edited(written, edit))
    assert refused.value.data["reason"] == reason


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(min_size=1)
    .map(clean)
    .filter(lambda text: plain(clean_pasted(text).text) not in ("", TEXTS[2]))
)
def test_any_new_wording_comes_back_as_it_was_typed(archive, tmp_path, text):
    path = archive.export_docx("m", tmp_path / "any.docx")
    masked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = masked.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    edited(path, reworded(2, said(shown)))
    found = archive.compare_docx("m", path)
    assert [plain(each.in_word) for each in found] == [plain(clean_pasted(text).text)]
