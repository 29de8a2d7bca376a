"""A list that guesses heights and one that knows them all show the same, wherever one looks."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from recorder import Note, Place
from ui.meeting.workspace_notes_model import NoteLine, NotesModel
from ui.meeting.workspace_notes_view import NoteList

TITLES = {"a": "الأولويات", "b": "التعاون"}
TOP = QAbstractItemView.ScrollHint.PositionAtTop


class Measure(QStyledItemDelegate):
    """Heights that follow from the text, guesses that are wrong, and a record of the painting."""

    def __init__(self, parent):
        super().__init__(parent)
        self.painted = []

    def height(self, model, row, width):
        letters = len(model.shown[row].text)
        return 20 + 7 * (1 + letters * 9 // width) + (13 if model.heading(row) else 0)

    def estimates(self, model, _width):
        return [31 for _row in range(model.rowCount())]

    def paint(self, _painter, option, index):
        self.painted.append((index.data(), option.rect.top(), option.rect.height()))


def a_line(note, heading, state):
    return NoteLine(note, "", "", "", "", "", heading, state)


def a_note(number, letters=40, item="a"):
    text = f"{number} " + "ك" * letters
    return Note(id=f"n{number}", meeting_id="m", place=Place(item, f"k{number:05}"), text=text)


@pytest.fixture(scope="module")
def shown(qapp):
    view = NoteList()
    model = NotesModel(a_line, str, view)
    view.setItemDelegate(Measure(view))
    view.setModel(model)
    view.show()
    yield view, model
    view.close()
    view.deleteLater()


def true_tops(view, model):
    """Where each row begins when all are measured."""
    delegate, width = view.itemDelegate(), view.viewport().width()
    tops = [0]
    for row in range(model.rowCount()):
        tops.append(tops[-1] + delegate.height(model, row, width))
    return tops


def check_what_is_painted(view, model):
    """What is in view is there without a gap, exactly as high as it is, and nothing else."""
    delegate, page = view.itemDelegate(), view.viewport().height()
    delegate.painted.clear()
    view.viewport().repaint()
    painted = delegate.painted
    if not model.rowCount():
        assert painted == []
        return
    texts = [each.text for each in model.shown]
    first = texts.index(painted[0][0])
    rows = range(first, first + len(painted))
    assert [text for text, _top, _height in painted] == [texts[row] for row in rows]
    width = view.viewport().width()
    assert [height for *_, height in painted] == [
        delegate.height(model, row, width) for row in rows
    ]
    for (_a, top, height), (_b, below, _height) in pairwise(painted):
        assert top + height == below
    assert painted[0][1] <= 0
    end = painted[-1][1] + painted[-1][2]
    assert end >= page or rows[-1] == model.rowCount() - 1
    for row, (_text, top, height) in zip(rows, painted, strict=True):
        rect = view.visualRect(model.index(row))
        assert (rect.top(), rect.height()) == (top, height)
        assert view.indexAt(rect.center()).row() == row or not view.viewport().rect().contains(
            rect.center()
        )


NUMBERS = st.integers(0, 60)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), NUMBERS, st.integers(0, 300)),
        st.tuples(st.just("drop"), NUMBERS, st.just(0)),
        st.tuples(st.just("width"), st.integers(120, 900), st.just(0)),
        st.tuples(st.just("page"), st.integers(60, 600), st.just(0)),
        st.tuples(st.just("scroll"), st.integers(0, 100), st.just(0)),
        st.tuples(st.just("key"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("item"), st.integers(0, 2), st.just(0)),
        st.tuples(st.just("told"), st.just(0), st.just(0)),
        st.tuples(st.just("agenda"), st.booleans(), st.just(0)),
    ),
    max_size=14,
)
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
        Qt.Key.Key_Home, Qt.Key.Key_End)  # fmt: skip
SCOPES = (None, frozenset({"a"}), frozenset({"b"}))


def scroll(view, percent):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * percent // 100)


TAKE = {
    "put": lambda _view, model, at, letters: model.put(a_note(at, letters, "a" if at % 3 else "b")),
    "drop": lambda _view, model, at, _more: model.drop(f"n{at}"),
    "width": lambda view, _model, pixels, _more: view.resize(pixels, view.height()),
    "page": lambda view, _model, pixels, _more: view.resize(view.width(), pixels),
    "scroll": lambda view, _model, percent, _more: scroll(view, percent),
    "key": lambda view, _model, at, _more: QTest.keyClick(view, KEYS[at]),
    "item": lambda _view, model, at, _more: model.show_items(SCOPES[at]),
    "told": lambda _view, model, _none, _more: model.tell_all(),
    "agenda": lambda _view, model, turned, _more: model.take_titles(
        dict(sorted(TITLES.items(), reverse=turned))
    ),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(NUMBERS, st.integers(0, 300)), max_size=40), STEPS)
def test_what_is_painted_is_what_stands_there_whatever_happened(shown, notes, steps):
    view, model = shown
    view.resize(400, 300)
    model.fill([a_note(number, letters) for number, letters in dict(notes).items()], TITLES)
    for verb, number, more in steps:
        TAKE[verb](view, model, number, more)
        check_what_is_painted(view, model)
        current = view.currentIndex()
        if verb == "key" and current.isValid():
            rect = view.visualRect(current)
            assert rect.intersects(view.viewport().rect())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 300), min_size=1, max_size=60), st.integers(150, 900))
def test_every_note_comes_into_view_on_the_way_down_and_all_heights_are_true_at_its_end(
    shown, letters, width
):
    view, model = shown
    view.resize(width, 300)
    model.fill([a_note(number, each) for number, each in enumerate(letters)], TITLES)
    view.verticalScrollBar().setValue(0)
    seen = set()
    for _page in range(500):
        check_what_is_painted(view, model)
        seen.update(text for text, _top, _height in view.itemDelegate().painted)
        bar = view.verticalScrollBar()
        if bar.value() == bar.maximum():
            break
        bar.setValue(bar.value() + view.viewport().height())
    assert seen == {each.text for each in model.shown}
    tops = true_tops(view, model)
    offset = view.verticalOffset()
    assert [view.visualRect(model.index(row)).top() + offset for row in range(len(letters))] == (
        tops[:-1]
    )
    assert view.verticalScrollBar().maximum() == max(tops[-1] - view.viewport().height(), 0)


def fill(view, model, count=400):
    view.resize(500, 400)
    model.fill([], {})
    model.show_items(None)
    model.show_only(None)
    notes = [a_note(number, number * 7 % 250, "a" if number < count // 2 else "b")
             for number in range(count)]  # fmt: skip
    model.fill(notes, TITLES)


def test_what_is_read_stays_in_its_place_when_the_agenda_is_turned_round(shown):
    view, model = shown
    fill(view, model)
    row = model.row_of("n120")
    view.setCurrentIndex(model.index(row))
    view.scrollTo(model.index(row), TOP)
    before = view.visualRect(model.index(row)).top()
    model.take_titles(dict(reversed(TITLES.items())))
    assert model.row_of("n120") != row
    assert view.visualRect(model.index(model.row_of("n120"))).top() == before
    assert view.currentIndex().row() == model.row_of("n120")
    assert view.selectionModel().isSelected(view.currentIndex())


def test_what_is_read_stays_in_its_place_when_names_or_a_thousand_notes_change(shown):
    view, model = shown
    fill(view, model, 1200)
    view.scrollTo(model.index(700), TOP)
    model.tell_all()
    assert view.visualRect(model.index(700)).top() == 0
    longer = {f"n{number}": a_note(number, 290, "a") for number in range(600)}
    model.take(longer)
    assert view.visualRect(model.index(700)).top() == 0
    check_what_is_painted(view, model)


def test_what_is_read_stays_at_the_top_in_another_width(shown):
    view, model = shown
    fill(view, model)
    view.scrollTo(model.index(200), TOP)
    for width in (350, 640, 500):
        view.resize(width, 400)
        assert view.visualRect(model.index(200)).top() == 0


def test_scrolling_up_over_rows_never_seen_does_not_jump(shown):
    view, model = shown
    fill(view, model)
    view.show_end()
    bar = view.verticalScrollBar()
    while bar.value() > 0:
        row = view.indexAt(view.viewport().rect().center()).row()
        before = view.visualRect(model.index(row)).top()
        bar.setValue(bar.value() - 60)
        moved = view.visualRect(model.index(row)).top() - before
        assert moved == 60 or bar.value() == 0


def test_notes_left_out_come_back_where_they_stood(shown):
    view, model = shown
    fill(view, model)
    mine = {f"n{number}" for number in range(0, 400, 5)}
    view.setCurrentIndex(model.index(200))
    model.show_only(mine)
    assert {each.id for each in model.shown} == mine
    assert view.currentIndex().row() == model.row_of("n200")
    check_what_is_painted(view, model)
    mine.add("n900")
    model.put(a_note(900, 50, "b"))
    assert model.row_of("n900") == model.rowCount() - 1
    model.show_only(None)
    assert model.rowCount() == 401
    assert view.currentIndex().row() == model.row_of("n200") == 200
