"""The window is built anew while somebody writes: another text size, another look."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from recorder import ArchiveUnwritableError, Note, Place

KEY = Qt.Key


def anew(room, **choices):
    """Let the window be built anew, as a key would ask for it."""
    before = room.window.services
    room.window.take_settings(choices)
    room.qtbot.waitUntil(lambda: room.window.services is not before, timeout=20_000)


def texts(room):
    return [note.text for note in room.ask(lambda archive: archive.notes.all("m"))]


def test_half_a_sentence_stays_half_a_sentence_with_its_caret(room):
    room.type("قالت إن المياه")
    cursor = room.box.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(7, cursor.MoveMode.KeepAnchor)
    room.box.setTextCursor(cursor)
    anew(room, text_size=130)
    assert room.focus is room.box
    assert room.box.words == "قالت إن المياه"
    room.settle()
    now = room.box.textCursor()
    assert (now.anchor(), now.position()) == (5, 7)
    assert texts(room) == []
    room.type("أن")
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room) == ["قالت أن المياه"]


def test_words_typed_while_the_new_screen_reads_join_the_sentence(room):
    room.type("المياه ")
    anew(room, theme="dark")
    room.type("مقطوعة")  # before anything was read
    room.settle()
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room) == ["المياه مقطوعة"]


def test_an_edit_goes_on_as_an_edit_and_the_new_note_behind_it_waits_on(room):
    room.type("الماء أولاً")
    room.press(KEY.Key_Return)
    room.settle()
    room.type("جملة تنتظر")
    room.press(KEY.Key_F2)
    assert room.box.words == "الماء أولاً"
    room.type(" والكهرباء")
    anew(room, text_size=80)
    room.settle()
    assert room.workspace.capture.presenter.entry.is_edit
    assert room.box.words == "الماء أولاً والكهرباء"
    room.press(KEY.Key_Return)
    assert room.box.words == "جملة تنتظر"
    room.press(KEY.Key_Return)
    room.settle()
    assert texts(room) == ["الماء أولاً والكهرباء", "جملة تنتظر"]


def test_an_edit_can_still_be_left_as_it_was(room):
    room.type("الماء أولاً")
    room.press(KEY.Key_Return)
    room.settle()
    room.press(KEY.Key_Up)
    room.type(" خطأ")
    anew(room, text_size=90)
    room.settle()
    room.press(KEY.Key_Escape)
    room.settle()
    assert texts(room) == ["الماء أولاً"]
    assert room.box.words == ""


def test_the_speaker_and_the_kind_stay(room):
    room.press(KEY.Key_F9)
    room.type("هبه")
    room.press(KEY.Key_Return)
    room.type("جملة")
    anew(room, text_size=115)
    room.settle()
    room.press(KEY.Key_Return)
    room.settle()
    (note,) = room.ask(lambda archive: archive.notes.all("m"))
    assert (note.text, note.speaker.person_id) == ("جملة", "hiba")


def test_half_a_name_stays_in_the_field_of_the_speaker(room):
    room.press(KEY.Key_F9)
    room.type("هب")
    anew(room, text_size=115)
    room.settle()
    assert room.focus is room.workspace.capture.speaker
    assert room.workspace.capture.speaker.words == "هب"
    room.press(KEY.Key_Return)
    room.settle()
    assert room.workspace.capture.presenter.entry.note.speaker.person_id == "hiba"


def test_the_item_stays_and_half_a_sentence_belongs_to_it(room):
    room.press(KEY.Key_F8)
    room.settle()
    assert room.workspace.board.item_id == "b"
    room.type("عن التعاون")
    anew(room, text_size=115)
    room.settle()
    assert room.workspace.board.item_id == "b"
    room.press(KEY.Key_Return)
    room.settle()
    (note,) = room.ask(lambda archive: archive.notes.all("m"))
    assert note.place.parent_id == "b"


@pytest.fixture
def long_room(prepare, enter):
    rows = [
        Note(id=f"n{at:03}", meeting_id="m", text=f"كلمة {at} " * 9, place=Place("a", f"a{at:03}"))
        for at in range(80)
    ]
    room = enter()
    prepare(*rows)
    room.settle()
    return room


def test_the_note_at_the_upper_edge_and_the_chosen_one_stay(long_room):
    room = long_room
    view = room.workspace.pane.list
    view.setFocus()
    view.setCurrentIndex(room.workspace.notes.index(22))
    view.scrollTo(room.workspace.notes.index(20), view.ScrollHint.PositionAtTop)
    assert view.first_id == "n020"
    anew(room, text_size=130)
    room.settle()
    view = room.workspace.pane.list
    assert (view.first_id, view.current_id) == ("n020", "n022")
    assert room.focus is view


def test_the_end_of_the_list_stays_its_end(long_room):
    assert long_room.workspace.pane.list.is_at_end
    anew(long_room, text_size=130)
    long_room.settle()
    assert long_room.workspace.pane.list.is_at_end


def test_a_restart_leads_to_the_item_and_the_notes_of_before(long_room, enter):
    room = long_room
    view = room.workspace.pane.list
    view.scrollTo(room.workspace.notes.index(20), view.ScrollHint.PositionAtTop)
    room.window.show_screen("library")  # leaving remembers it
    again = enter()
    assert again.workspace.pane.list.first_id == "n020"
    again.press(KEY.Key_F8)
    again.settle()
    assert enter().workspace.board.item_id == "b"


def test_what_is_looked_for_and_the_line_for_a_new_item_keep_their_words(room):
    room.press(KEY.Key_Insert, Qt.KeyboardModifier.AltModifier)
    room.type("بند ثال")
    anew(room, text_size=90)
    room.settle()
    assert room.focus.text() == "بند ثال"
    room.window.show_screen("search")
    room.type("المياه")
    QTest.keyClick(room.focus, KEY.Key_Home)
    anew(room, text_size=100)
    room.settle()
    assert (room.focus.text(), room.focus.cursorPosition()) == ("المياه", 0)


def test_words_that_the_disk_refuses_hold_the_old_screen(room):
    def fill(archive):
        def refuse(_draft):
            raise ArchiveUnwritableError(path="archive", reason="full")

        archive.drafts.save = refuse

    room.ask(fill)
    room.type("لا تضيع")
    room.qtbot.waitUntil(lambda: room.window._around.saved.state.value == "failed", timeout=20_000)
    before = room.window.services
    room.window.take_settings({"text_size": 130})
    room.settle()
    assert room.window.services is before
    assert room.box.words == "لا تضيع"


def test_the_panes_beside_the_notes_stay_as_they_were(room, enter):
    workspace = room.workspace
    workspace.panes.show_pane("agenda", shown=False)
    workspace.side.turn_to("photos")
    anew(room, text_size=90)
    assert room.workspace.side.current == "photos"
    assert not room.workspace.panes.is_shown("agenda")
    room.settle()
    assert room.workspace.side.current == "photos"
    room.window.show_screen("library")
    again = enter()
    assert again.workspace.side.current == "photos"
    assert not again.workspace.panes.is_shown("agenda")
