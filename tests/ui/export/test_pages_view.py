"""Pages to look at: by keys alone, crisp, in any number, and drawn in nobody's way."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from recorder.minutes.pdf import LaidOut, Pages, read_pages
from tests.recorder.minutes.plain_pdf import A4_LANDSCAPE, BLUE, GREEN, RED, plain_pdf
from ui.export.pages import PagesView

LONG = read_pages(LaidOut(plain_pdf((RED, GREEN, BLUE) * 77)))
THREE = read_pages(LaidOut(plain_pdf((RED, GREEN, BLUE))))
WIDTH, HEIGHT = 600, 420


class Watched(Pages):
    """Pages that say which of them were drawn, how wide, and in which thread."""

    drawn: list[tuple[int, int, int]]

    def draw(self, number, width):
        self.drawn.append((number, width, threading.get_ident()))
        return super().draw(number, width)


def watched(pages):
    made = Watched(pages.laid_out, pages.sizes)
    object.__setattr__(made, "drawn", [])
    return made


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    return made


@pytest.fixture
def view(qtbot, bridge, theme, host):
    made = PagesView(bridge, theme, host)
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    column.addWidget(QPushButton("next", host))
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    made.setFocus()
    return made


def all_drawn(qtbot, view):
    wanted = view._drawer._wanted
    qtbot.waitUntil(
        lambda: all(view._drawer.picture(at).width == width
                    for at, width in view._drawer._wanted.items()) and bool(wanted),
        timeout=20_000,
    )  # fmt: skip


def shown_colour(view, number):
    place = view._place(number)
    middle = place.intersected(view.viewport().rect()).center()
    return view.viewport().grab().toImage().pixelColor(middle)


def test_the_first_page_is_in_view_in_its_colours(qtbot, view):
    view.show_pages(THREE)
    all_drawn(qtbot, view)
    assert shown_colour(view, 0) == QColor(*RED)
    assert (view.page, view.count) == (1, 3)


def test_keys_scroll_as_in_every_page(view):
    view.show_pages(LONG)
    bar = view.verticalScrollBar()
    steps = [
        (Qt.Key.Key_Down, bar.singleStep()),
        (Qt.Key.Key_PageDown, bar.pageStep()),
        (Qt.Key.Key_PageUp, -bar.pageStep()),
        (Qt.Key.Key_Up, -bar.singleStep()),
        (Qt.Key.Key_Space, bar.pageStep()),
        (Qt.Key.Key_End, bar.maximum() - bar.pageStep()),
    ]
    for key, step in steps:
        before = bar.value()
        QTest.keyClick(view, key)
        assert bar.value() - before == step, key
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == bar.maximum() - bar.pageStep()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_tab_leaves_the_pages(view):
    view.show_pages(THREE)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_it_says_which_page_is_in_the_middle(qtbot, view):
    view.show_pages(LONG)
    turned = []
    view.turned.connect(lambda: turned.append(view.page))
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.count == 231
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1
    assert turned == [231, 1]


def test_of_a_long_document_only_what_is_in_view_is_held(qtbot, view):
    view.show_pages(LONG)
    bar = view.verticalScrollBar()
    for share in range(0, 101, 10):
        bar.setValue(bar.maximum() * share // 100)
        all_drawn(qtbot, view)
        assert len(view._drawer._pictures) <= 4
    place = view._sheets.places[0]
    assert view._drawer.held <= 4 * (place.width() * (place.height() + 2) * 4)


def test_a_page_that_is_scrolled_past_is_not_drawn(qtbot, view):
    pages = watched(LONG)
    view.show_pages(pages)
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), bar.maximum() // 500):
        bar.setValue(value)
    all_drawn(qtbot, view)
    assert len(pages.drawn) < 20


def test_the_thread_of_the_window_draws_no_page(qtbot, view):
    pages = watched(THREE)
    view.show_pages(pages)
    all_drawn(qtbot, view)
    assert pages.drawn
    assert threading.get_ident() not in {thread for _number, _width, thread in pages.drawn}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_pages_are_drawn_as_sharp_as_the_screen(qtbot, view, monkeypatch, ratio):
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: ratio)
    view.show_pages(THREE)
    all_drawn(qtbot, view)
    assert view._drawer.picture(0).image.width() == round(view._sheets.places[0].width() * ratio)


def test_a_larger_interface_shows_larger_paper(bridge, theme, host):
    host.resize(1300, HEIGHT)
    widths = []
    for text_size in (100, 150):
        view = PagesView(bridge, replace(theme, text_size=text_size), host)
        view.resize(1300, HEIGHT)
        host.show()
        view.show()
        view.show_pages(THREE)
        widths.append(view._sheets.places[0].width())
    assert widths == [793, 1190]


def test_pages_that_lie_across_fit_the_width(qtbot, view):
    view.show_pages(read_pages(LaidOut(plain_pdf([BLUE], A4_LANDSCAPE))))
    all_drawn(qtbot, view)
    place = view._sheets.places[0]
    assert place.width() > place.height()
    assert view.viewport().rect().left() < place.left()
    assert place.right() < view.viewport().rect().right()


def test_another_width_keeps_the_place_of_reading(qtbot, view):
    view.show_pages(LONG)
    view.verticalScrollBar().setValue(view._sheets.places[100].y() + 200)
    before = view._sheets.spot(view.verticalScrollBar().value())
    view.window().resize(WIDTH - 150, HEIGHT)
    qtbot.waitUntil(lambda: view.width() < WIDTH - 100, timeout=20_000)
    after = view._sheets.spot(view.verticalScrollBar().value())
    assert after.number == before.number
    assert abs(after.share - before.share) < 0.02


def test_another_document_begins_at_its_beginning_or_in_its_place(view):
    view.show_pages(LONG)
    view.verticalScrollBar().setValue(3000)
    view.show_pages(read_pages(LaidOut(plain_pdf((BLUE, RED) * 50))), in_place=True)
    assert abs(view.verticalScrollBar().value() - 3000) <= 1
    view.show_pages(THREE)
    assert view.verticalScrollBar().value() == 0


def test_pages_that_nobody_sees_are_not_held(qtbot, view):
    view.show_pages(THREE)
    all_drawn(qtbot, view)
    view.hide()
    assert view._drawer.held == 0
    view.show()
    all_drawn(qtbot, view)
    assert view._drawer.held > 0


def test_a_page_that_cannot_be_drawn_stays_white_and_is_not_tried_for_ever(qtbot, view):
    pages = watched(replace(THREE, laid_out=LaidOut(b"no pdf")))
    view.show_pages(pages)
    all_drawn(qtbot, view)
    assert shown_colour(view, 0) == QColor("white")
    assert len(pages.drawn) == len({number for number, _width, _thread in pages.drawn})


def test_a_view_that_goes_while_a_page_is_drawn_harms_nothing(qtbot, bridge, view):
    view.show_pages(LONG)
    view.deleteLater()
    qtbot.waitUntil(lambda: not any(each.is_alive() for each in bridge._asides), timeout=20_000)
