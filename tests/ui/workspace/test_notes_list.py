import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView

from recorder import Note, NoteKind, Place, ReportingVerb, Speaker
from tests.ui.window_survey import walk
from ui.capture.speakers import make_directory
from ui.meeting.workspace_notes_delegate import NoteDelegate
from ui.meeting.workspace_notes_model import NotesModel
from ui.meeting.workspace_notes_pane import NotesList, NoteWords

KEY = Qt.Key
TITLES = {"a": "الأولويات", "b": "التعاون"}


def a_note(number, text="كلمة", item="a"):
    key = f"k{number:06}"
    return Note(id=f"n{number}", meeting_id="m", place=Place(item, key), text=text)


@pytest.fixture
def make_list(qtbot, make_window):
    def make(notes, size=(680, 480)):
        services = make_window().services
        words = NoteWords(services)
        speakers = make_directory([], [], [], [])

        def line(note, heading, state):
            return words.line(note, speakers, heading, state)

        view = NotesList(services, None)
        model = NotesModel(line, NoteWords.spoken, view)
        view.setModel(model)
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        model.fill(notes, TITLES)
        return view, model

    return make


def in_view(view):
    height = view.viewport().height()
    return [
        row
        for row in range(view.model().rowCount())
        if view.visualRect(view.model().index(row)).intersects(view.viewport().rect())
        and view.visualRect(view.model().index(row)).top() < height
    ]


LONG = "أهمية الحوارات التشاورية في فهم الاحتياجات المحلية على أرض الواقع. " * 5


def test_every_one_of_5000_notes_can_be_reached(make_list):
    view, model = make_list([a_note(number, LONG) for number in range(5000)])
    for row in (0, 1, 2499, 4998, 4999):
        view.scrollTo(model.index(row))
        rect = view.visualRect(model.index(row))
        assert rect.top() >= 0
        assert rect.bottom() < view.viewport().height()
    view.show_end()
    assert in_view(view)[-1] == 4999
    assert view.is_at_end


def test_only_what_comes_into_view_is_measured(make_list, monkeypatch):
    measured = []
    height = NoteDelegate.height

    def spy(self, model, row, width):
        measured.append(row)
        return height(self, model, row, width)

    monkeypatch.setattr(NoteDelegate, "height", spy)
    view, model = make_list([a_note(number, LONG) for number in range(5000)])
    view.show_end()
    measured.clear()
    model.put(a_note(6000, LONG))
    assert len(measured) < 20
    assert view.is_at_end


def test_a_new_note_is_followed_at_the_end_and_does_not_move_a_reader(make_list):
    view, model = make_list([a_note(number, LONG) for number in range(100)])
    view.show_end()
    model.put(a_note(200, "جديدة"))
    assert in_view(view)[-1] == 100
    view.scrollTo(model.index(40), QAbstractItemView.ScrollHint.PositionAtTop)
    before = view.visualRect(model.index(40)).top()
    model.put(a_note(300, "أحدث"))
    assert view.visualRect(model.index(40)).top() == before


def test_a_note_that_comes_above_a_reader_does_not_move_what_is_read(make_list):
    notes = [a_note(number * 10, LONG) for number in range(100)]
    view, model = make_list(notes)
    view.scrollTo(model.index(60), QAbstractItemView.ScrollHint.PositionAtTop)
    before = view.visualRect(model.index(model.row_of("n600"))).top()
    model.put(a_note(15, LONG))
    assert view.visualRect(model.index(model.row_of("n600"))).top() == before
    model.drop("n20")
    assert view.visualRect(model.index(model.row_of("n600"))).top() == before


def test_rows_are_laid_anew_for_another_width(make_list):
    view, model = make_list([a_note(number, LONG) for number in range(50)])
    view.scrollTo(model.index(0))
    wide = view.visualRect(model.index(0)).height()
    view.resize(360, 480)
    view.scrollTo(model.index(0))
    assert view.visualRect(model.index(0)).height() > wide
    tops = [view.visualRect(model.index(row)).top() for row in in_view(view)]
    assert tops == sorted(tops)


def test_changing_a_note_changes_its_row_alone(make_list):
    view, model = make_list([a_note(number) for number in range(10)])
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    model.put(a_note(3, LONG * 3))
    assert model.shown[3].text == LONG * 3
    assert view.visualRect(model.index(3)).height() > view.visualRect(model.index(2)).height()
    assert resets == []


def test_a_note_that_moves_to_another_item_stands_there(make_list):
    _view, model = make_list([a_note(1), a_note(2), a_note(3, item="b")])
    model.put(a_note(1, item="b"))
    assert [each.id for each in model.shown] == ["n2", "n1", "n3"]
    model.show_items(frozenset({"b"}))
    assert [each.id for each in model.shown] == ["n1", "n3"]
    model.put(a_note(1, item="a"))
    assert [each.id for each in model.shown] == ["n3"]
    assert model.total == 3


def test_items_are_headed_where_all_notes_are_shown(make_list):
    _view, model = make_list([a_note(1), a_note(2), a_note(3, item="b"), a_note(4, item=None)])
    assert [model.heading(row) for row in range(4)] == ["الأولويات", "", "التعاون", ""]
    model.show_items(frozenset({"a"}))
    assert model.heading(0) == ""


def test_keys_walk_through_the_list_and_letters_do_not(make_list, qtbot):
    view, model = make_list([a_note(number, LONG) for number in range(200)])
    view.setFocus()
    view.setCurrentIndex(model.index(0))
    for key, row in (
        (KEY.Key_Down, 1), (KEY.Key_End, 199), (KEY.Key_Up, 198), (KEY.Key_Home, 0),
    ):  # fmt: skip
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert row in in_view(view)
    qtbot.keyClick(view, KEY.Key_PageDown)
    assert view.currentIndex().row() > 1


def test_the_row_under_the_pointer_is_the_one_that_is_painted_there(make_list):
    view, model = make_list([a_note(number, LONG) for number in range(50)])
    for row in in_view(view)[:-1]:
        middle = view.visualRect(model.index(row)).center()
        assert view.indexAt(middle).row() == row
    assert not view.indexAt(QPoint(5, -view.verticalOffset() - 10)).isValid()


def test_a_screen_reader_hears_who_when_and_what(make_list):
    note = Note(
        id="n1", meeting_id="m", place=Place("a", "k1"), text="نص المداخلة",
        speaker=Speaker(None, "ممثلون"), said_at="2026-11-24T07:31:00Z",
        kind=NoteKind.QUESTION, verb=ReportingVerb.WONDERED,
    )  # fmt: skip
    view, _model = make_list([note])
    heard = [
        each.text(QAccessible.Text.Name)
        for each in walk(QAccessible.queryAccessibleInterface(view))
    ]
    assert "ممثلون، 10:31: نص المداخلة" in heard
    described = [
        each.text(QAccessible.Text.Description)
        for each in walk(QAccessible.queryAccessibleInterface(view))
    ]
    assert "سؤال" in described
