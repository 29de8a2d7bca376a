import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recorder import Organisation, Person, Speaker
from tests.ui.typing_hand import type_text
from ui.capture.speaker_field import SpeakerField
from ui.capture.speakers import make_directory

KEY = Qt.Key


@pytest.fixture
def field(qtbot, theme):
    window = QWidget()
    window.resize(700, 500)
    column = QVBoxLayout(window)
    column.addStretch(1)
    made = SpeakerField(theme, window)
    column.addWidget(made)
    other = QWidget(window)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(other)
    dcaf = Organisation(id="dcaf", name="مركز جنيف", acronym="DCAF")
    people = [
        Person(id="ayoub", name="أيمن أيوب", organisation_id="dcaf"),
        Person(id="ahmad", name="أحمد الشيخ"),
        Person(id="hiba", name="هبة القاضي"),
    ]
    made.offer(make_directory(people, [dcaf], [], ["لجان الأحياء"]).candidates(), [])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    made.heard = []
    made.picked.connect(made.heard.append)
    made.person_wanted.connect(lambda name: made.heard.append(("person", name)))
    made.group_wanted.connect(lambda name: made.heard.append(("group", name)))
    yield made
    window.close()


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [("dcaf", "ayoub"), ("DCAF", "ayoub"), ("احمد", "ahmad"), ("هبه", "hiba"), ("جنيف", "ayoub")],
)
def test_letters_and_enter_name_the_speaker(field, qtbot, typed, speaker):
    type_text(field, typed)
    qtbot.keyClick(field, KEY.Key_Return)
    assert field.heard == [Speaker(speaker)]
    assert not field.is_open


def test_an_unknown_name_is_offered_as_a_person_and_as_a_group(field, qtbot):
    type_text(field, "زينب")
    assert [choice.offer for choice in field.choices] == ["person", "group"]
    qtbot.keyClick(field, KEY.Key_Return)
    type_text(field, "")
    assert field.heard == [("person", "زينب")]


def test_a_name_inside_another_can_be_taken_in_too(field, qtbot):
    type_text(field, "أحمد")
    assert [choice.offer for choice in field.choices] == ["", "person", "group"]
    qtbot.keyClick(field, KEY.Key_Up)
    qtbot.keyClick(field, KEY.Key_Return)
    assert field.heard == [("group", "أحمد")]


def test_enter_after_the_list_was_closed_opens_the_offers_again(field, qtbot):
    type_text(field, "زينب")
    field.close_list()
    qtbot.keyClick(field, KEY.Key_Return)
    assert field.heard == []
    assert field.is_open


def test_arrows_choose_among_those_found(field, qtbot):
    field.open_list()
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Return)
    assert field.heard == [field.choices[1].speaker]


def test_an_emptied_field_means_nobody(field, qtbot):
    field.show_speaker(Speaker("hiba"), "هبة القاضي")
    field.close_list()
    field.clear()
    field.close_list()
    qtbot.keyClick(field, KEY.Key_Return)
    assert field.heard == [Speaker()]


def test_leaving_with_half_a_name_keeps_the_speaker(field):
    field.show_speaker(Speaker("hiba"), "هبة القاضي")
    field.selectAll()
    type_text(field, "أح")
    field.clearFocus()
    assert field.heard == []
    assert field.words == "هبة القاضي"


def test_the_list_stands_inside_the_window_beside_the_field(field):
    type_text(field, "ا")
    window = field.window()
    popup = window.findChild(QWidget, "speakers")
    assert window.rect().contains(popup.geometry())
    assert popup.geometry().bottom() <= field.geometry().top()
    assert abs(popup.geometry().right() - field.geometry().right()) <= 2


def test_the_list_takes_no_focus(field):
    type_text(field, "ا")
    assert field.hasFocus()
