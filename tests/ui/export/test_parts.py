"""The parts of a document: which are shown, in which order, by keys and by buttons."""

import json
import zipfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from recorder import DocumentKind, Section, parts_of
from tests.ui.window_survey import cut_texts
from ui.export.choice import Choice, read_choice
from ui.export.parts import Part, arranged, kept_of

OWN = ["data", "opening", "closing"]
MINUTES = DocumentKind.MINUTES.value


def tokens(parts):
    return [each.kept for each in parts]


def opened(desk):
    """The list under its button, as Space opens it."""
    field = desk.screen.choices.parts
    desk.qtbot.waitUntil(field.button.isEnabled, timeout=20_000)
    field.button.setFocus()
    desk.press(Qt.Key.Key_Space)
    return field.popup.list


def figures_of(desk):
    return desk.screen.choices.parts.button.text().translate(dict.fromkeys((0x2066, 0x2069)))


def press(rows, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(rows, key, modifiers)


## What is kept


def test_what_nobody_arranged_is_the_documents_own():
    assert arranged(OWN, []) == [Part("data"), Part("opening"), Part("closing")]
    assert kept_of(OWN, arranged(OWN, [])) == []


def test_an_arrangement_comes_back_with_what_it_leaves_out_in_its_place():
    kept = ["closing", "-opening", "data"]
    assert kept_of(OWN, arranged(OWN, kept)) == kept


@pytest.mark.parametrize(
    ("kept", "there"),
    [
        (["closing", "data"], ["closing", "data", "opening"]),
        (["-opening"], ["data", "-opening", "closing"]),
        (["sheet", "data", "data"], ["data", "opening", "closing"]),
    ],
)  # fmt: skip
def test_parts_that_are_new_or_foreign_or_twice_are_put_right(kept, there):
    assert tokens(arranged(OWN, kept)) == there


@pytest.mark.parametrize(
    "parts", ['{"poem": ["data"]}', '{"minutes": ["poem"]}', '{"minutes": "data"}', "[]"]
)
def test_a_damaged_memory_of_parts_is_a_first_start(parts):
    assert read_choice(f'{{"parts": {parts}}}').parts == {}


## On the screen


@pytest.mark.parametrize("document", ["minutes", "press", "run_sheet"])
def test_only_the_parts_of_the_document_are_offered(desk, document):
    desk.choose("document", document)
    offered = [each.token for each in opened(desk).parts]
    own = [each for each in parts_of(document) if each != Section.PHOTOGRAPHS]
    assert offered == own


def test_a_part_that_is_switched_off_is_not_in_the_document(desk):
    assert "جدول الأعمال" in desk.screen.preview.toPlainText()
    rows = opened(desk)
    at = [each.token for each in rows.parts].index("agenda")
    for _step in range(at):
        press(rows, Qt.Key.Key_Down)
    press(rows, Qt.Key.Key_Space)
    desk.is_read()
    assert "جدول الأعمال" not in desk.screen.preview.toPlainText()
    assert rows.isVisible()  # it goes on being chosen from
    assert figures_of(desk) == f"{rows.count() - 1} من {rows.count()}"
    with zipfile.ZipFile(desk.write("minutes.docx")) as package:
        assert "جدول الأعمال" not in package.read("word/document.xml").decode()


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_a_part_is_moved_by_an_arrow(desk, held):
    rows = opened(desk)
    press(rows, Qt.Key.Key_End)
    for _step in range(rows.count() - 1):
        press(rows, Qt.Key.Key_Up, held)
    desk.is_read()
    assert rows.parts[0] == Part("sheet")
    assert rows.currentRow() == 0
    shown = desk.screen.preview.toPlainText()
    assert shown.index("كشف الحضور") < shown.index("الميسّر")
    assert desk.screen.choices.parts.button.text() == "كلها، بترتيب آخر"


def test_a_click_at_the_tick_switches_and_beside_it_chooses(desk):
    rows = opened(desk)
    row = rows.visualItemRect(rows.item(2))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert (rows.currentRow(), rows.parts[2].is_shown) == (2, True)
    tick = QPoint(row.right() - 12, row.center().y())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    assert not rows.parts[2].is_shown
    desk.is_read()


def test_the_documents_own_order_comes_back(desk):
    rows = opened(desk)
    press(rows, Qt.Key.Key_Space)
    press(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.screen.choices.choice.parts
    desk.screen.choices.parts.popup.reset.emit()
    assert desk.screen.choices.choice.parts == {}
    assert all(each.is_shown for each in rows.parts)
    desk.is_read()


def test_each_document_remembers_its_own(desk):
    press(opened(desk), Qt.Key.Key_Space)
    desk.choose("document", "press")
    assert desk.screen.choices.parts.button.text() == "الكل"
    press(opened(desk), Qt.Key.Key_Space)
    desk.choose("document", "minutes")
    desk.window.show_screen("library")
    store = desk.window.document_writer()._store
    kept = read_choice(json.loads(store._path.read_text("utf-8"))["export_choice"]).parts
    assert {each: parts[0] for each, parts in kept.items()} == {
        "minutes": "-data",
        "press": "-opening",
    }


def test_photographs_are_among_the_parts_where_they_are_shown(desk):
    assert "photographs" not in [each.token for each in opened(desk).parts]
    desk.choose("photographs", "yes")
    assert "photographs" in [each.token for each in opened(desk).parts]


def test_escape_leads_back_to_the_button_and_data_has_no_parts(desk):
    rows = opened(desk)
    press(rows, Qt.Key.Key_Escape)
    assert not rows.isVisible()
    assert QApplication.focusWidget() is desk.screen.choices.parts.button
    desk.choose("form", "json")
    assert not desk.screen.choices.parts.isVisible()


def test_cards_are_all_that_there_is_and_need_the_whole_sheet(desk):
    desk.choose("document", "agenda_cards")
    assert not desk.screen.choices.parts.isVisible()
    assert not desk.screen.choices.letterhead.isVisible()
    assert "الافتتاح" in desk.screen.preview.toPlainText()


def test_what_does_not_come_in_parts_is_written_whole(desk):
    kept = {"matrix": ["-recommendations", "data"]}
    choice = Choice(document="matrix", form="xlsx", parts=kept)
    assert not choice.has_parts
    desk.screen.choices.show_choice(choice, "ar")
    assert desk.screen.order.edition().sections is None


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_the_list_stands_inside_the_window_and_cuts_no_word(make_desk, language, size):
    desk = make_desk(language=language, size=size)
    rows = opened(desk)
    popup = desk.screen.choices.parts.popup
    place = popup.rect().translated(desk.window.mapFromGlobal(popup.pos()))
    assert desk.window.rect().contains(place)
    assert cut_texts(popup) == []
    assert rows.hasFocus()
