"""What is chosen is what is written, and it stands there again the next time."""

import json
import zipfile

import pytest
from PySide6.QtCore import Qt

from recorder import DocumentKind
from ui.export.choice import Choice, read_choice
from ui.export.looking import look_at
from ui.export.wording import GROUPS


def text_of(docx):
    with zipfile.ZipFile(docx) as package:
        return package.read("word/document.xml").decode()


def test_at_first_it_is_the_minutes_for_word_in_the_language_of_the_meeting(desk):
    order = desk.screen.order
    assert (order.choice.document, order.choice.form, order.language) == ("minutes", "docx", "ar")
    assert "محضر لقاء حواري" in desk.screen.preview.toPlainText()


def test_each_document_is_offered_once():
    offered = [each for _group, documents in GROUPS for each in documents]
    assert sorted(offered) == sorted(DocumentKind)


@pytest.mark.parametrize("document", list(DocumentKind))
def test_each_document_is_shown_and_written_for_word(desk, document):
    desk.choose("document", document.value)
    assert desk.screen.preview.toPlainText().strip()
    assert "<w:body>" in text_of(desk.write("document.docx"))


@pytest.mark.parametrize(
    ("document", "form", "holds"),
    [
        ("minutes", "html", "<html"), ("minutes", "md", "# "), ("minutes", "txt", "*"),
        ("minutes", "json", '"meeting"'), ("matrix", "ics", "BEGIN:VCALENDAR"),
    ],
)  # fmt: skip
def test_each_form_is_written_as_itself(desk, document, form, holds):
    desk.choose("document", document)
    desk.choose("form", form)
    assert holds in desk.write(f"document.{form}").read_text("utf-8")


def test_a_workbook_is_offered_for_what_is_a_list(desk):
    desk.choose("document", "attendance")
    desk.choose("form", "xlsx")
    with zipfile.ZipFile(desk.write("list.xlsx")) as package:
        assert "xl/workbook.xml" in package.namelist()
    desk.choose("document", "minutes")
    assert desk.screen.choices.choice.form == "docx"
    assert desk.screen.choices.form.findData("xlsx") == -1


def test_the_language_of_the_document_is_not_that_of_the_window(desk):
    desk.choose("language", "en")
    assert "Minutes" in desk.screen.preview.toPlainText()
    assert "Minutes" in text_of(desk.write("minutes.docx"))


def test_outcomes_alone_are_shorter_than_every_note(desk):
    desk.choose("detail", "full")
    whole = len(desk.screen.preview.toPlainText())
    desk.choose("detail", "outcomes")
    assert len(desk.screen.preview.toPlainText()) < whole


def test_the_other_calendar_stands_beside_the_day(desk):
    assert "هـ" not in desk.screen.preview.toPlainText()
    desk.choose("hijri", "yes")
    assert "1447 هـ" in desk.screen.preview.toPlainText()
    assert "1447" in text_of(desk.write("minutes.docx"))
    desk.choose("form", "json")
    assert not desk.screen.choices.hijri.isVisible()


def test_two_calendars_are_offered_where_the_day_is_printed(desk):
    for document in DocumentKind:
        desk.screen.choices.show_choice(Choice(document=document.value, hijri=True), "ar")
        order = desk.screen.order
        shown = desk.ask(lambda archive, it=order: archive.preview(it.meeting_id, it.edition()))[0]
        assert ("هـ" in shown) == desk.screen.choices.hijri.isVisible(), document


def test_what_does_not_fit_the_form_is_not_in_view(desk):
    choices = desk.screen.choices
    assert choices.letterhead.isVisible()
    desk.choose("form", "md")
    assert not choices.letterhead.isVisible()
    desk.choose("form", "json")
    assert not choices.language.isVisible()
    assert not desk.screen.preview.isVisible()
    assert "بكل الأسماء" in choices.remark.words


def test_the_last_choice_is_there_again(desk, make_window, sample):
    desk.choose("document", "matrix")
    desk.choose("form", "html")
    desk.choose("digits", "arab")
    desk.window.show_screen("library")
    store = desk.window.document_writer()._store
    assert read_choice(json.loads(store._path.read_text("utf-8"))["export_choice"]) == Choice(
        document="matrix", form="html", digits="arab"
    )
    desk.window.show_screen("export")
    desk.window.rebuild()
    desk.is_read()
    shown = desk.screen.choices
    assert (shown.document.value, shown.form.value, shown.digits.value) == (
        "matrix",
        "html",
        "arab",
    )


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"form": "exe"}', '{"document": 3}', '{"document": "press", "form": "ics"}'],
)  # fmt: skip
def test_a_damaged_memory_is_a_first_start(text):
    assert read_choice(text) == Choice()


def test_the_name_of_a_group_cannot_be_chosen(desk):
    field = desk.screen.choices.document
    for _step in range(30):
        desk.screen.choices.document.setFocus()
        desk.press(Qt.Key.Key_Down)
        assert field.value in set(DocumentKind)


def test_arrows_through_the_documents_are_read_once_they_rest(desk, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "ui.export.screen.look_at",
        lambda order, archive: (asked.append(order), look_at(order, archive))[1],
    )
    field = desk.screen.choices.document
    field.setFocus()
    for _step in range(5):
        desk.press(Qt.Key.Key_Down)
    desk.is_read()
    assert len(asked) == 1
