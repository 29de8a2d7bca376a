"""Somebody speaks whose name nobody knows yet; named later, all of it is theirs."""

from PySide6.QtCore import Qt

from recorder import Presence, Speaker

KEY, HELD = Qt.Key, Qt.KeyboardModifier
BOTH = HELD.ControlModifier | HELD.ShiftModifier


def speakers(room):
    return [each.speaker for each in room.ask(lambda archive: archive.notes.all("m"))]


def say(room, text):
    room.type(text)
    room.press(KEY.Key_Return)
    room.settle()


def unknown(room):
    room.press(KEY.Key_F9)
    room.type("؟")
    room.press(KEY.Key_Return)
    assert room.box.hasFocus()


def named(room, letters, *, steps=0):
    room.press(KEY.Key_F9, BOTH)
    assert room.workspace.capture.speaker.hasFocus()
    room.type(letters)
    for _step in range(steps):
        room.press(KEY.Key_Down)
    room.press(KEY.Key_Return)
    room.settle()


def test_several_unknown_voices_are_told_apart_and_found_again(room):
    unknown(room)
    say(room, "أولاً")
    unknown(room)
    say(room, "ثانياً")
    room.press(KEY.Key_1, HELD.ControlModifier)
    say(room, "ثالثاً")
    first, second, third = speakers(room)
    assert (first, second) == (Speaker(None, "متحدّث 1"), Speaker(None, "متحدّث 2"))
    assert third == first


def test_a_voice_goes_by_whatever_describes_it(room):
    room.press(KEY.Key_F9)
    room.type("متحدّثة من آخر القاعة")
    room.press(KEY.Key_Return)
    say(room, "كلامها")
    assert speakers(room) == [Speaker(None, "متحدّثة من آخر القاعة")]


def test_naming_a_voice_renames_all_its_notes_and_one_undo_takes_it_back(room):
    unknown(room)
    say(room, "أولاً")
    unknown(room)
    say(room, "لغيره")
    room.press(KEY.Key_1, HELD.ControlModifier)
    say(room, "ثانياً")
    room.type("ثالثاً")
    named(room, "احمد")
    assert room.box.words == "ثالثاً"
    say(room, "")
    ahmad, other = Speaker("ahmad"), Speaker(None, "متحدّث 2")
    assert speakers(room) == [ahmad, other, ahmad, ahmad]
    room.press(KEY.Key_F10)
    room.settle()
    room.press(KEY.Key_F10)
    room.settle()
    voice = Speaker(None, "متحدّث 1")
    assert speakers(room) == [voice, other, voice]


def test_a_voice_may_turn_out_to_be_somebody_new(room):
    unknown(room)
    say(room, "أولاً")
    named(room, "سلمى درويش")
    (person,) = [each for each in room.ask(lambda a: a.people.all()) if each.name == "سلمى درويش"]
    assert speakers(room) == [Speaker(person.id)]
    came = {each.person_id: each.presence for each in room.ask(lambda a: a.attendance.all("m"))}
    assert came[person.id] == Presence.PRESENT
    assert room.ask(lambda archive: archive.undoable()) == "speaker.name"
    say(room, "ثانياً")
    assert speakers(room)[1] == Speaker(person.id)


def test_the_number_of_a_named_voice_goes_to_nobody_else(room):
    unknown(room)
    say(room, "أولاً")
    named(room, "احمد")
    unknown(room)
    say(room, "ثانياً")
    assert speakers(room) == [Speaker("ahmad"), Speaker(None, "متحدّث 2")]


def test_a_name_that_is_left_open_changes_nothing(room):
    unknown(room)
    say(room, "أولاً")
    for leave in (KEY.Key_Escape, KEY.Key_Return):
        room.press(KEY.Key_F9, BOTH)
        room.press(leave)
        assert room.box.hasFocus()
        assert room.workspace.capture.presenter.entry.note.speaker.label == "متحدّث 1"
    room.settle()
    assert speakers(room) == [Speaker(None, "متحدّث 1")]


def test_the_voice_of_a_selected_note_is_named(room):
    unknown(room)
    say(room, "أولاً")
    unknown(room)
    say(room, "ثانياً")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_Up)
    named(room, "هبه")
    assert speakers(room) == [Speaker("hiba"), Speaker(None, "متحدّث 2")]


def test_the_verb_of_a_group_is_plural_behind_its_name(room):
    from recorder import ReportingVerb

    presenter, verb = room.workspace.capture.presenter, room.workspace.capture.verb
    presenter.choose_verb(ReportingVerb.EXPRESSED)
    presenter.choose_speaker(Speaker(None, "ممثّلو الشباب"))
    assert verb.words == "عبّروا عن"
    presenter.choose_speaker(Speaker(None, "متحدّثة من آخر القاعة"))
    assert verb.words == "عبّرت عن"
    presenter.choose_speaker(Speaker(None, "ممثّلو الشباب"))
    say(room, "الحاجة إلى العمل")
    (line,) = [room.workspace.notes.line(0)]
    assert line.words == "عبّروا عن الحاجة إلى العمل"
