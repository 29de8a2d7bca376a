"""What a meeting of many notes costs does not grow with their number: counted, not timed."""

import pytest
from PySide6.QtCore import Qt

from recorder import Note, Place
from recorder.domain.row import Row
from ui.meeting.workspace_notes import NotesPart
from ui.meeting.workspace_notes_delegate import NoteDelegate

KEY = Qt.Key
MANY = 900
ENOUGH = 80
"""Rows of a few screens, far fewer than the meeting has."""


@pytest.fixture
def made(monkeypatch):
    """The notes that were made of what was read."""
    notes = []
    trusted = Row.trusted.__func__

    def spy(cls, values):
        if cls is Note:
            notes.append(values["id"])
        return trusted(cls, values)

    monkeypatch.setattr(Row, "trusted", classmethod(spy))
    return notes


@pytest.fixture
def laid(monkeypatch):
    """The texts that were laid out."""
    texts = []
    lay = NoteDelegate._lay

    def spy(self, note_id, text, width):
        texts.append(note_id)
        return lay(self, note_id, text, width)

    monkeypatch.setattr(NoteDelegate, "_lay", spy)
    return texts


@pytest.fixture
def long_room(prepare, enter, made, laid):
    notes = [
        Note(id=f"n{number:04}", meeting_id="m", text=f"مداخلة {number} " + "كلمة " * (number % 40),
             place=Place("ab"[number % 2], f"k{number:05}"))
        for number in range(MANY)
    ]  # fmt: skip
    prepare(*notes)
    return enter()


def test_an_opening_makes_and_lays_out_what_is_in_view(long_room, made, laid):
    assert long_room.workspace.notes.total == MANY
    assert 0 < len(set(made)) < ENOUGH
    assert 0 < len(set(laid)) < ENOUGH


@pytest.mark.parametrize("deed", ["save", "edit", "names", "agenda", "narrow"])
def test_a_change_makes_and_lays_out_what_is_in_view(long_room, made, laid, deed):
    room = long_room
    room.workspace.board.show_all(everything=True)
    made.clear()
    laid.clear()
    if deed == "save":
        room.type("مداخلة جديدة")
        room.press(KEY.Key_Return)
    elif deed == "edit":
        room.workspace.part(NotesPart).edit("n0300")
        room.type(" وأكثر")
        room.press(KEY.Key_Return)
    elif deed == "names":
        room.workspace.board.add_person("ضيف")
    elif deed == "agenda":
        room.workspace.board.add_item("بند جديد")
    else:
        room.window.resize(1000, 700)
    room.settle()
    assert len(set(made)) < ENOUGH
    assert len(set(laid)) < ENOUGH


def test_a_thousand_changed_notes_of_a_merge_are_counted_once(long_room):
    room = long_room
    counted = []
    room.workspace.notes.counted.connect(lambda: counted.append(True))
    changed = room.ask(
        lambda archive: archive.write(
            *(
                Note(id=f"n{number:04}", meeting_id="m", text="من حاسوب آخر",
                     place=Place("ab"[number % 2], f"k{number:05}"))
                for number in range(MANY)
            )
        )
    )  # fmt: skip
    assert len(changed.rows["note"]) == MANY
    room.settle()
    assert room.workspace.notes.note("n0001").text == "من حاسوب آخر"
    assert len(counted) == 1
