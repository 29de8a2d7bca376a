"""People are merged while a meeting is in view: nobody loses their name, nothing is rewritten."""

from PySide6.QtCore import Qt

from recorder import Person, Speaker

KEY = Qt.Key


def merge(room, start, end):
    done = []
    room.bridge.request(
        lambda archive: archive.duplicates.merge("person", start, end), done.append, saves=True
    )
    room.qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    room.settle()


def test_notes_in_view_name_the_entry_that_shows(room):
    room.ask(lambda archive: archive.people.write(Person(id="ahmad2", name="الشيخ أحمد الشيخ")))
    room.press(KEY.Key_F9)
    room.type("احمد")
    room.press(KEY.Key_Return)
    room.type("الماء منقطع")
    room.press(KEY.Key_Return)
    room.settle()
    board = room.workspace.board
    (note,) = room.ask(lambda archive: archive.notes.all("m"))
    merge(room, "ahmad", "ahmad2")
    shown = board.notes.note(note.id)
    assert shown.speaker == Speaker("ahmad2")
    assert board.speakers.name(shown.speaker) == "الشيخ أحمد الشيخ"
    assert board.recent[0] == Speaker("ahmad2")
    assert board.present == 3


def test_a_speaker_that_was_chosen_before_the_merging_still_speaks(room):
    room.ask(lambda archive: archive.people.write(Person(id="ahmad2", name="أحمد شيخ")))
    room.press(KEY.Key_F9)
    room.type("احمد")
    room.press(KEY.Key_Return)
    merge(room, "ahmad", "ahmad2")
    assert room.workspace.board.speakers.name(Speaker("ahmad")) == "أحمد شيخ"
    room.type("الكهرباء ضعيفة")
    room.press(KEY.Key_Return)
    room.settle()
    (note,) = room.ask(lambda archive: archive.notes.all("m"))
    assert note.speaker == Speaker("ahmad2")
    assert room.workspace.board.speakers.name(note.speaker) == "أحمد شيخ"


def test_a_speaker_made_in_this_meeting_is_offered_no_more_once_merged(room):
    room.press(KEY.Key_F9)
    room.type("زينب حمود")
    room.press(KEY.Key_Return)
    room.type("لدينا متطوعون")
    room.press(KEY.Key_Return)
    room.settle()
    people = {each.name: each.id for each in room.ask(lambda archive: archive.people.all())}
    merge(room, people["زينب حمود"], "hiba")
    offered = [each.name for each in room.workspace.board.speakers.candidates()]
    assert "زينب حمود" not in offered
    assert offered.count("هبة القاضي") == 1
    assert room.workspace.board.present == 3
