"""Where a note begins and ends, and where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from recorder import Speaker

KEY, HELD = Qt.Key, Qt.KeyboardModifier
BOTH = HELD.ControlModifier | HELD.ShiftModifier


def texts(room, item=None):
    notes = room.ask(lambda archive: archive.notes.all("m"))
    return [each.text for each in notes if item in {None, each.place.parent_id}]


def say(room, text):
    room.type(text)
    room.press(KEY.Key_Return)
    room.settle()


def put_caret(room, before):
    cursor = room.box.textCursor()
    cursor.setPosition(room.box.words.index(before))
    room.box.setTextCursor(cursor)


def name_speaker(room, letters):
    room.press(KEY.Key_F9)
    room.type(letters)
    room.press(KEY.Key_Return)


## Split


def test_a_note_that_is_being_written_ends_at_the_caret_and_the_rest_goes_on(room):
    room.workspace.capture.presenter.choose_speaker(Speaker("hiba"))
    room.type("الماء أولاً والكهرباء")
    put_caret(room, "والكهرباء")
    room.press(KEY.Key_Return, BOTH)
    assert room.box.words == "والكهرباء"
    assert room.box.hasFocus()
    say(room, " ثانياً")
    assert texts(room) == ["الماء أولاً", "والكهرباء ثانياً"]
    speakers = {each.speaker for each in room.ask(lambda archive: archive.notes.all("m"))}
    assert speakers == {Speaker("hiba")}


def test_the_rest_of_a_cut_note_is_on_the_disk_before_the_note_ends(room, enter):
    room.type("الماء أولاً والكهرباء")
    put_caret(room, "والكهرباء")
    room.press(KEY.Key_Return, BOTH)
    again = enter()  # nothing was settled: what was asked for is done in its order
    assert texts(again) == ["الماء أولاً"]
    assert again.box.words == "والكهرباء"


def test_an_earlier_note_is_split_while_it_is_edited_and_one_undo_joins_it(room):
    say(room, "الماء أولاً والكهرباء ثانياً")
    room.press(KEY.Key_Up)
    put_caret(room, "والكهرباء")
    room.press(KEY.Key_Return, BOTH)
    room.settle()
    assert texts(room) == ["الماء أولاً", "والكهرباء ثانياً"]
    assert room.ask(lambda archive: archive.undoable()) == "note.split"
    room.press(KEY.Key_F10)
    room.settle()
    assert texts(room) == ["الماء أولاً والكهرباء ثانياً"]


def test_the_lines_of_a_note_become_notes_by_one_key(room):
    room.type("ماء")
    for line in ("كهرباء", "صرف صحي"):
        room.press(KEY.Key_Return, HELD.ShiftModifier)
        room.type(line)
    room.press(KEY.Key_Return, BOTH)
    room.settle()
    assert texts(room) == ["ماء", "كهرباء", "صرف صحي"]
    assert room.box.words == ""


def test_a_caret_at_an_end_splits_nothing_and_loses_nothing(room):
    room.type("كلمة واحدة")
    room.press(KEY.Key_Return, BOTH)
    room.press(KEY.Key_Home)
    room.press(KEY.Key_Return, BOTH)
    assert room.box.words == "كلمة واحدة"
    room.settle()
    assert texts(room) == []


## Join


def test_a_note_is_joined_with_the_one_before_and_one_undo_parts_them(room):
    name_speaker(room, "هبه")
    say(room, "الماء أولاً.")
    say(room, "والكهرباء ثانياً")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_Backspace, BOTH)
    room.settle()
    assert texts(room) == ["الماء أولاً. والكهرباء ثانياً"]
    assert room.box.hasFocus()
    room.press(KEY.Key_F10)
    room.settle()
    assert texts(room) == ["الماء أولاً.", "والكهرباء ثانياً"]


def test_the_words_in_the_box_are_joined_to_the_last_note(room):
    say(room, "الماء أولاً")
    room.type("والكهرباء")
    room.press(KEY.Key_Backspace, BOTH)
    room.settle()
    assert texts(room) == ["الماء أولاً\nوالكهرباء"]


def test_notes_of_two_speakers_stay_apart(room):
    for letters, text in (("هبه", "كلامها"), ("احمد", "كلامه")):
        name_speaker(room, letters)
        say(room, text)
    room.press(KEY.Key_Backspace, BOTH)
    room.settle()
    assert texts(room) == ["كلامها", "كلامه"]


## Move


def test_a_note_changes_places_in_its_item_and_stays_selected(room):
    for text in ("أولى", "ثانية", "ثالثة"):
        say(room, text)
    room.press(KEY.Key_F6)
    for _step in range(3):  # one more than there is room for
        room.press(KEY.Key_Up, HELD.AltModifier)
    room.settle()
    assert texts(room) == ["ثالثة", "أولى", "ثانية"]
    assert room.workspace.pane.list.hasFocus()
    room.press(KEY.Key_Down, HELD.AltModifier)
    room.settle()
    assert texts(room) == ["أولى", "ثالثة", "ثانية"]
    assert [each.text for each in room.workspace.notes.shown] == texts(room)
    room.press(KEY.Key_F10)
    room.settle()
    assert texts(room) == ["ثالثة", "أولى", "ثانية"]


def test_a_note_goes_to_the_next_item_and_back_by_keys(room):
    say(room, "تخصّ التعاون")
    room.press(KEY.Key_F8, HELD.ControlModifier)  # all notes
    room.press(KEY.Key_F6)
    for key, item in ((KEY.Key_PageDown, "b"), (KEY.Key_PageDown, "b"), (KEY.Key_PageUp, "a")):
        room.press(key, HELD.AltModifier)
        room.settle()
        assert texts(room, item) == ["تخصّ التعاون"]
        assert room.workspace.pane.list.current_id


def choose_in_menu(room, digit):
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    room.qtbot.keyClick(menu, digit)
    room.window.activateWindow()  # the offscreen platform gives it to nobody after a menu
    room.settle()


def test_a_note_goes_to_an_item_chosen_from_the_list_of_items(room):
    say(room, "تخصّ التعاون")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F6, BOTH)
    choose_in_menu(room, KEY.Key_2)
    room.settle()
    assert texts(room, "b") == ["تخصّ التعاون"]
    assert room.box.hasFocus()
    assert room.workspace.board.item_id == "a"


def test_a_note_is_written_for_another_item_and_the_current_one_stays(room):
    room.type("عن التعاون")
    room.press(KEY.Key_F6, BOTH)
    choose_in_menu(room, KEY.Key_2)
    sign = room.workspace.capture.sign
    assert sign.place.isVisible()
    assert room.box.hasFocus()
    say(room, " مبكراً")
    assert not sign.place.isVisible()
    say(room, "عن الأولويات")
    assert (texts(room, "a"), texts(room, "b")) == (["عن الأولويات"], ["عن التعاون مبكراً"])


def test_a_note_for_another_item_stays_there_when_the_meeting_goes_on(room):
    room.press(KEY.Key_F6, BOTH)
    choose_in_menu(room, KEY.Key_1)
    room.type("للأول")
    room.press(KEY.Key_F6, BOTH)
    choose_in_menu(room, KEY.Key_2)
    room.press(KEY.Key_F8)
    room.press(KEY.Key_F8, HELD.ShiftModifier)
    say(room, "")
    assert texts(room, "b") == ["للأول"]


def test_an_edited_note_moves_while_the_hand_stays_in_it(room):
    say(room, "تخصّ التعاون")
    room.press(KEY.Key_Up)
    room.press(KEY.Key_F6, BOTH)
    choose_in_menu(room, KEY.Key_2)
    assert room.workspace.capture.presenter.entry.is_edit
    say(room, " أيضاً")
    assert texts(room, "b") == ["تخصّ التعاون أيضاً"]
