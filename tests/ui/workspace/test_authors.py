"""Two note-takers at one meeting: what others wrote down is marked, one's own can be seen alone."""

import pytest
from PySide6.QtCore import Qt

from recorder import Note, Place
from tests.ui.window_survey import nameless_controls, unreachable
from ui.meeting.workspace_authors import AuthorsPart

KEY = Qt.Key


def a_note(number, text="كلمة"):
    return Note(id=f"n{number}", meeting_id="m", place=Place("a", f"k{number}"), text=text)


@pytest.fixture
def table(prepare, enter, other_laptop):
    """A room with a note of its own, and another laptop."""

    def make(**look):
        prepare(a_note(1, "من هنا"))
        room = enter(**look)
        return room, other_laptop(room)

    return make


def authors(room):
    lines = [room.workspace.notes.line(row) for row in range(room.workspace.notes.rowCount())]
    return {line.note.text: line.author for line in lines}


def test_what_others_wrote_down_is_marked_and_ones_own_is_not(table):
    room, there = table()
    there.archive.notes.append(a_note(2, "من هناك"))
    there.meet()
    assert authors(room)["من هنا"] == ""
    assert "سامر العلي" in authors(room)["من هناك"]
    row = room.workspace.notes.row_of("n2")
    index = room.workspace.notes.index(row)
    assert "سامر العلي" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "سامر العلي" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not room.workspace.notes.index(room.workspace.notes.row_of("n1")).data(
        Qt.ItemDataRole.ToolTipRole
    )


def test_who_only_edits_a_note_has_not_begun_it(table):
    room, there = table()
    there.edit("notes", "n1", text="من هنا وهناك")
    there.meet()
    assert authors(room) == {"من هنا وهناك": ""}
    room.type("مداخلة جديدة")
    room.press(KEY.Key_Return)
    room.settle()
    assert set(authors(room).values()) == {""}


def test_nothing_is_marked_and_no_switch_is_there_where_one_writes(table):
    room, _there = table()
    assert set(authors(room).values()) == {""}
    assert room.workspace.part(AuthorsPart).mine.isHidden()


def test_a_meeting_that_somebody_else_wrote_alone_is_marked_once_one_writes_too(
    prepare, enter, other_laptop
):
    room = enter()
    there = other_laptop(room)
    there.archive.notes.append(a_note(2, "من هناك"))
    there.meet()
    assert set(authors(room).values()) == {""}
    room.type("من هنا")
    room.press(KEY.Key_Return)
    room.settle()
    assert "سامر العلي" in authors(room)["من هناك"]
    assert authors(room)["من هنا"] == ""


def test_ones_own_notes_are_shown_alone_with_those_written_meanwhile(table):
    room, there = table()
    there.archive.notes.append(a_note(2, "من هناك"))
    there.meet()
    room.window.services.actions.action("notes.mine").trigger()
    assert list(authors(room)) == ["من هنا"]
    assert room.focus is room.box
    room.type("ثانية من هنا")
    room.press(KEY.Key_Return)
    room.settle()
    there.archive.notes.append(a_note(3, "ثانية من هناك"))
    there.meet()
    assert list(authors(room)) == ["من هنا", "ثانية من هنا"]
    room.workspace.part(AuthorsPart).mine.click()
    assert len(authors(room)) == 4


def test_two_others_have_colours_of_their_own(table, other_laptop):
    room, there = table()
    third = other_laptop(room, "رنا")
    there.archive.notes.append(a_note(2, "ثانية"))
    third.archive.notes.append(a_note(3, "ثالثة"))
    there.meet()
    third.meet()
    lines = [room.workspace.notes.line(room.workspace.notes.row_of(each)) for each in ("n2", "n3")]
    assert "رنا" in lines[1].author
    assert lines[0].author_at != lines[1].author_at


def test_another_meeting_is_not_narrowed_by_the_one_before(table):
    room, there = table()
    there.archive.notes.append(a_note(2, "من هناك"))
    there.meet()
    part = room.workspace.part(AuthorsPart)
    part.mine.click()
    room.window.open_meeting("other")
    room.settle()
    assert part.mine.isHidden()
    room.window.open_meeting("m")
    room.settle()
    assert len(authors(room)) == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_switch_is_named_and_reached_by_keys(table, language):
    room, there = table(language=language)
    there.archive.notes.append(a_note(2, "من هناك"))
    there.meet()
    part = room.workspace.part(AuthorsPart)
    assert part.mine.isVisible()
    assert nameless_controls(room.window) == []
    assert part.mine.text() not in unreachable(room.window)
