"""Phones and dates in an Arabic text while it is written: read from the left, stored as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from tests.ui.typing_hand import type_text
from ui.i18n import foreign_spans
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT
from ui.widgets.notebox import NoteBox

DATE, PHONE = "2026-11-23", "+963 21 123-4567"


@pytest.fixture
def make_box(qtbot):
    def make(**more):
        made = NoteBox(Theme(LIGHT, 300), lines=(4, 8), **more)  # large, so that hairs do not count
        qtbot.addWidget(made)
        made.resize(1500, 500)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.setFocus()
        return made

    return make


@pytest.fixture
def box(make_box):
    return make_box()


def ink(box, place):
    """How dark each column is that something is painted in, from the first to the last."""
    picture = box.viewport().grab(place).toImage()
    columns = [
        sum(255 - picture.pixelColor(x, y).lightness() for y in range(picture.height())) // 255
        for x in range(picture.width())
    ]
    dark = [at for at, each in enumerate(columns) if each]
    return columns[dark[0] : dark[-1] + 1]


def apart(one, other):
    """How far two drawings are from each other, 0 to 2, at the shift at which they are nearest."""
    width = max(len(one), len(other)) + 2
    one = one + [0] * (width - len(one))
    shifts = ([0] * at + other + [0] * (width - at - len(other)) for at in range(3))
    return min(
        sum(abs(a - b) for a, b in zip(one, each, strict=False)) / sum(one) for each in shifts
    )


def place_of(box):
    box.grab()
    (part,) = box.numbers.parts
    return part.place.toAlignedRect()


@pytest.fixture
def alone(make_box):
    """How a part looks on a line that runs from the left, where nothing turns it round."""
    made = make_box(fallback=Qt.LayoutDirection.LeftToRight)

    def draw(part):
        made.show_words(part)
        made.clearFocus()
        made.grab()
        assert made.numbers.parts == []
        return ink(made, QRect(0, 0, made.width(), 100))

    return draw


@pytest.mark.parametrize("part", [DATE, PHONE, "021-2223344", "2025-2026", "3-4-5"])
@pytest.mark.parametrize("text", ["اتصلوا {} غداً", "الموعد {}", "قالت «{}» ثم"])
def test_a_part_looks_inside_arabic_as_it_does_alone(box, alone, part, text, monkeypatch):
    box.show_words(text.format(part))
    box.clearFocus()
    place = place_of(box)
    seen = apart(ink(box, place), alone(part))
    monkeypatch.setattr(box.numbers, "paint", lambda: None)
    as_qt_has_it = apart(ink(box, place), alone(part))
    assert seen < 0.15 < as_qt_has_it
    assert box.words == text.format(part)


@pytest.mark.parametrize(
    "text", ["المبلغ 12,500.75 ليرة", "مع (DCAF) و GLOCA", "في 10:42", "2026-11-23"]
)
def test_what_is_right_already_is_left_alone(box, text):
    box.show_words(text)
    box.grab()
    assert box.numbers.parts == []


def test_every_key_of_a_date_shows_what_was_typed_and_nothing_else_is_stored(box):
    type_text(box, "الموعد ")
    for at in range(1, len(DATE) + 1):
        type_text(box, DATE[at - 1])
        box.grab()
        assert box.words == "الموعد " + DATE[:at]
    (part,) = box.numbers.parts
    end = len(box.words)
    assert part.caret_x(end) == pytest.approx(part.place.right(), abs=1)
    box.selectAll()
    box.copy()
    assert box.createMimeDataFromSelection().text() == "الموعد " + DATE


def test_the_caret_walks_through_a_date_from_the_left(box):
    text = f"الموعد {DATE} ثابت"
    box.show_words(text)
    box.grab()
    (part,) = box.numbers.parts
    inside = [part.caret_x(at) for at in range(part.start + 1, part.end)]
    assert inside == sorted(inside)
    assert part.caret_x(part.start) is None  # at its right edge, where Qt has it
    assert part.caret_x(part.end) == part.place.left()


def test_a_click_puts_the_caret_where_it_is_seen(box):
    box.show_words(f"الموعد {DATE} ثابت")
    box.grab()
    (part,) = box.numbers.parts
    for at in range(part.start + 1, part.end):
        point = QPoint(round(part.caret_x(at)), round(part.place.center().y()))
        QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert box.textCursor().position() == at


def test_the_chosen_digits_are_the_ones_that_are_marked(box, theme):
    box.show_words(f"الموعد {DATE} ثابت")
    box.grab()
    (part,) = box.numbers.parts
    cursor = box.textCursor()
    cursor.setPosition(part.start)
    cursor.setPosition(part.start + 4, cursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    picture = box.viewport().grab().toImage()
    y = round(part.place.top()) + 2
    marked = [
        x
        for x in range(round(part.place.left()) + 1, round(part.place.right()) - 1)
        if picture.pixelColor(x, y) == theme.colour("selection")
    ]
    assert min(marked) <= part.place.left() + 2
    assert max(marked) == pytest.approx(part.caret_x(part.start + 4), abs=3)


@given(st.text("اب 0123456789-+().,/AB\n", max_size=60))
def test_foreign_spans_lie_in_the_text_in_order(text):
    spans = foreign_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("text", ["لا شيء 5 - 3", "هاتف\u200e +963 21 123-4567", ""])
def test_odd_texts_are_painted_as_qt_paints_them(box, text):
    box.show_words(text)
    box.grab()
    assert box.words == text
