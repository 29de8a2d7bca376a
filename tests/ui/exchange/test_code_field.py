"""The field for the code: digits of any kind, gaps by themselves, a slip told at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.typing_hand import type_text
from ui.exchange.code_field import CodeField

CODE = "43772450314293053413"


@pytest.fixture(params=["latn", "arab"])
def window(request, laptop):
    return laptop("ليلى", digits=request.param)


@pytest.fixture
def field(window):
    window.share()
    made = window.card.field
    assert isinstance(made, CodeField)
    made.setFocus()
    return made


def seen(field) -> str:
    """What stands there, as Latin digits with the gaps between."""
    words = field.text().replace("\u200e", "")
    return words.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))


def key(field, name: Qt.Key, times: int = 1) -> None:
    for _time in range(times):
        QTest.keyClick(field, name)


def test_gaps_come_by_themselves_and_the_code_is_read(field):
    type_text(field, CODE)
    assert seen(field) == " ".join(CODE[at : at + 4] for at in range(0, 20, 4))
    assert field.code == CODE


@pytest.mark.parametrize("pasted", [CODE, f" {CODE[:10]} - {CODE[10:]} ", f"{CODE[:4]}-{CODE[4:]}"])
def test_what_is_pasted_is_read_with_gaps_or_without(field, pasted):
    field.insert(pasted)
    field.textEdited.emit(field.text())
    assert field.code == CODE


def test_a_slip_is_told_at_the_last_digit_and_mended_in_its_place(field, window):
    wrong = CODE[:5] + str((int(CODE[5]) + 1) % 10) + CODE[6:]
    type_text(field, wrong)
    assert "قارن" in window.words or "رقم" in window.words
    assert field.property("wrong")
    assert seen(field).replace(" ", "") == wrong
    key(field, Qt.Key.Key_Left, 14)
    key(field, Qt.Key.Key_Backspace)
    assert field.count == 19
    assert not field.property("wrong")
    type_text(field, CODE[5])
    assert field.code == CODE
    assert "اكتمل الرمز" in window.words


def test_deleting_goes_over_the_gaps(field):
    type_text(field, CODE)
    key(field, Qt.Key.Key_Backspace, 20)
    assert field.text() == ""
    type_text(field, CODE)
    field.setCursorPosition(0)
    key(field, Qt.Key.Key_Delete, 20)
    assert field.text() == ""


def test_a_letter_is_refused_in_words_and_costs_nothing(field, window):
    type_text(field, CODE[:6])
    type_text(field, "س")
    assert seen(field) == f"{CODE[:4]} {CODE[4:6]}"
    assert "الرمز" in window.words
    type_text(field, CODE[6:])
    assert field.code == CODE


def test_enter_before_the_last_digit_says_how_many_are_there(field, window, qtbot):
    type_text(field, CODE[:7])
    with qtbot.assertNotEmitted(field.entered):
        key(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert field.count == 7


def test_the_digits_stand_from_left_to_right_in_either_language(field):
    type_text(field, CODE)
    field.setCursorPosition(0)
    start = field.cursorRect().x()
    field.setCursorPosition(len(field.text()))
    assert field.cursorRect().x() > start
    # each group stands to the right of the one before it, Arabic digits too
    places = []
    for at in range(0, 20, 4):
        field.setCursorPosition(field._place_of(at))
        places.append(field.cursorRect().x())
    assert places == sorted(places)
