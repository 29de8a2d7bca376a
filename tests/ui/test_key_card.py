import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.ui.window_survey import cut_texts
from ui.actions import COMMANDS
from ui.capture.prefixes import told
from ui.i18n import in_every_language
from ui.key_card import KeyCard
from ui.key_lines import key_lines
from ui.keys_sheet import show_keys, write_card
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT
from ui.widgets.dialog import Dialog
from ui.widgets.direction import LTR, RTL

PAGE = QRect(0, 0, 703, 1032)


def card(direction=RTL):
    return KeyCard(Theme(LIGHT, direction=direction), told())


def drawn(made):
    paper = QImage(PAGE.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    made.draw(painter, PAGE)
    painter.end()
    return made.placed


def test_every_command_with_a_key_has_a_line_and_its_neighbours_share_one():
    lines = [line for group in key_lines().values() for line in group]
    assert {line.text for line in lines} == {each.text for each in COMMANDS if each.keys}
    (recent,) = [line for line in lines if line.text == "Recent speaker"]
    assert recent.key == "Ctrl+1 … Ctrl+5"


@pytest.mark.parametrize("direction", [RTL, LTR])
def test_all_lines_are_on_one_page_and_none_over_another(direction):
    placed = drawn(card(direction))
    assert [name for name, place in placed if not PAGE.contains(place)] == []
    places = [place for _name, place in placed]
    overlapping = [
        (one, other)
        for at, one in enumerate(places)
        for other in places[at + 1 :]
        if one.intersects(other)
    ]
    assert overlapping == []


def test_the_first_column_stands_where_reading_begins():
    right, left = (drawn(card(each))[0][1] for each in (RTL, LTR))
    assert right.left() > PAGE.width() / 2 > left.right()


def test_no_heading_stands_alone_at_the_foot_of_a_column():
    columns = card()._columns()
    assert all(column[-1].key and column[-2].key for column in columns)


def test_both_languages_are_on_it():
    pieces = [piece for column in card()._columns() for piece in column]
    said = {(piece.own, piece.other) for piece in pieces}
    assert in_every_language("Save the note") in said


def test_it_is_written_as_one_page_and_said(make_window, bridge, tmp_path, qtbot):
    window = make_window()
    path = tmp_path / "المفاتيح.pdf"
    write_card(window.services, bridge, path)
    qtbot.waitUntil(lambda: bool(window.frame.strip.texts), timeout=20_000)
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1
    assert "المفاتيح.pdf" in window.frame.strip.texts[-1]


def test_a_folder_that_is_not_there_is_said(make_window, bridge, tmp_path, qtbot, qtlog):
    window = make_window()
    with qtlog.disabled():
        write_card(window.services, bridge, tmp_path / "nowhere" / "keys.pdf")
        qtbot.waitUntil(lambda: bool(window.frame.strip.texts), timeout=20_000)
    assert "keys.pdf" in window.frame.strip.texts[-1]


def test_the_sheet_offers_it_without_stopping_the_hand(make_window, bridge):
    window = make_window()
    dialog = show_keys(window.services, bridge, window)
    assert not dialog.isModal()
    assert cut_texts(dialog) == []
    buttons = {each.text(): each for each in dialog.findChildren(QPushButton)}
    buttons["ورقة للطباعة…"].click()
    asking = window.findChild(QFileDialog)
    assert not asking.isModal()
    asking.close()
    assert isinstance(dialog, Dialog)
    dialog.close()
