"""Words that come from outside: pasted, dictated, composed."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

KEY, HELD = Qt.Key, Qt.KeyboardModifier
BOTH = HELD.ControlModifier | HELD.ShiftModifier


@pytest.fixture(autouse=True)
def emptied():
    """What lies on the clipboard when the interpreter ends is freed too late for Qt."""
    yield
    QGuiApplication.clipboard().clear()


def texts(room):
    return [each.text for each in room.ask(lambda archive: archive.notes.all("m"))]


def paste(room, text, html=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    room.press(KEY.Key_V, HELD.ControlModifier)


def compose(room, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(room.focus, event)


def test_what_word_puts_around_words_does_not_get_into_the_note(room):
    paste(room, "•\tالماء\u00a0\u200fأولاً", "<b>الماء</b> <img src='file:///etc/passwd'>")
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room) == ["الماء أولاً"]


def test_a_pasted_list_becomes_notes_by_one_key_and_one_undo_makes_it_one_again(room):
    paste(room, "1. الماء\r\n2. الكهرباء\r\n3. الطرق\r\n")
    assert room.workspace.capture.sign.hint.isVisible()
    room.press(KEY.Key_Return, BOTH)
    room.settle()
    assert texts(room) == ["الماء", "الكهرباء", "الطرق"]
    room.press(KEY.Key_F10)
    room.settle()
    assert texts(room) == ["الماء\nالكهرباء\nالطرق"]


def test_a_pasted_list_stays_one_note_where_that_is_wanted(room):
    paste(room, "الماء\nالكهرباء")
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room) == ["الماء\nالكهرباء"]


def test_words_from_the_inside_of_a_sentence_keep_their_blanks(room):
    room.type("نريد")
    paste(room, " الماء ")
    room.type("الآن")
    assert room.box.words == "نريد الماء الآن"


def test_dictated_text_is_written_where_the_caret_is_and_the_focus_stays(room):
    room.type("قال ")
    compose(room, commit="إن الماء منقطع: منذ شهر")
    assert room.box.hasFocus()
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room) == ["قال إن الماء منقطع: منذ شهر"]


def test_letters_that_come_by_an_input_method_make_a_prefix_as_keys_do(room):
    for letter in "ح:":
        compose(room, commit=letter)
    assert room.box.words == ""
    assert room.workspace.capture.presenter.entry.note.kind == "need"


def test_what_is_still_being_composed_is_in_the_note_when_it_is_saved(room):
    room.type("أول ")
    compose(room, preedit="كلمة")
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.settle()
    assert texts(room) == ["أول كلمة"]


def test_what_is_still_being_composed_is_not_lost_when_the_note_is_turned_or_split(room):
    room.type("خطة")
    compose(room, preedit=" عمل")
    room.press(KEY.Key_F3)
    room.settle()
    assert texts(room) == ["خطة عمل"]
    made = room.ask(lambda archive: archive.recommendations.all("m"))
    assert [each.text for each in made] == ["خطة عمل"]
