"""Notes go where the agenda stands, also when it changes under the hand that writes."""

from PySide6.QtCore import Qt

from recorder import AgendaItem, Meeting, Place
from ui.edits import delete
from ui.meeting.agenda_lines import counts_below


def written(room, meeting_id="m"):
    notes = room.ask(lambda archive: archive.notes.all(meeting_id))
    return [(each.text, each.place.parent_id) for each in notes]


def shown(room):
    return [each.text for each in room.workspace.notes.shown]


def test_words_stay_in_view_when_the_item_they_were_typed_under_is_deleted(room):
    room.type("تحت بند يُحذف")
    room.bridge.request(delete("agenda_item", "a"), saves=True)
    room.settle()
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert written(room) == [("تحت بند يُحذف", "b")]
    assert shown(room) == ["تحت بند يُحذف"]


def test_notes_after_the_first_item_of_a_meeting_belong_to_it(enter, prepare):
    prepare(Meeting(id="empty", title="لقاء بلا بنود"))
    room = enter("empty")
    room.workspace.board.add_item("أول بند")
    room.settle()
    room.type("أول كلام")
    room.press(Qt.Key.Key_Return)
    room.settle()
    assert written(room, "empty") == [("أول كلام", room.workspace.board.item_id)]
    assert shown(room) == ["أول كلام"]


def test_an_item_counts_its_own_notes_and_those_of_all_that_stands_under_it():
    items = [
        AgendaItem(id=name, meeting_id="m", place=Place(parent, name))
        for name, parent in (("a", None), ("b", "a"), ("c", "b"), ("d", None), ("e", "gone"))
    ]
    counts = {"a": 1, "b": 10, "c": 100, "d": 7, "e": 5, None: 50, "elsewhere": 3}
    assert counts_below(items, counts) == {"a": 111, "b": 110, "c": 100, "d": 7, "e": 5}
