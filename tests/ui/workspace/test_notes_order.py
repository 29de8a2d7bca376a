"""The rows of the list against a plain one: sorted anew at each step, nothing kept."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from recorder import Note, NoteSheet, Place
from ui.meeting.workspace_notes_model import NoteLine, NotesModel
from ui.meeting.workspace_notes_order import NoteOrder

ITEMS = ("a", "b", "c")
PARENTS = (*ITEMS, None, "gone", "lost")
NUMBERS = st.integers(0, 25)
NOTES = st.builds(
    lambda number, parent, key, words: Note(
        id=f"n{number}", meeting_id="m", place=Place(parent, f"k{key}"), text="كلمة " * words
    ),
    NUMBERS, st.sampled_from(PARENTS), st.integers(0, 6), st.integers(0, 3),
)  # fmt: skip
SCOPES = st.none() | st.frozensets(st.sampled_from(PARENTS), max_size=3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), NOTES),
        st.tuples(st.just("drop"), NUMBERS.map(lambda number: f"n{number}")),
        st.tuples(st.just("agenda"), st.permutations(ITEMS).map(lambda items: items[:2])),
        st.tuples(st.just("scope"), SCOPES),
        st.tuples(st.just("only"), st.none() | st.sets(NUMBERS.map(lambda n: f"n{n}"))),
        st.tuples(st.just("take"), st.lists(NOTES, max_size=3)),
    ),
    max_size=12,
)


class Plain:
    """The same as the model, the slow way."""

    def __init__(self, notes):
        self.notes = {each.id: each for each in notes}
        self.items, self.scope, self.only = list(ITEMS), None, None

    def step(self, verb, what):
        if verb == "put":
            self.notes[what.id] = what
        elif verb == "drop":
            self.notes.pop(what, None)
        elif verb == "agenda":
            self.items = list(what)
        elif verb == "take":
            self.notes.update({each.id: each for each in what})
        else:
            setattr(self, verb, what)

    def rows(self):
        fitting = [
            each
            for each in self.notes.values()
            if self.scope is None or each.place.parent_id in self.scope
            if self.only is None or each.id in self.only
        ]
        return sorted(fitting, key=self._key)

    def _key(self, note):
        place = {item: at for at, item in enumerate(self.items)}.get(note.place.parent_id, 99)
        return (place, note.place.sort_key, note.id)


def take_step(model, verb, what):
    if verb == "put":
        model.put(what)
    elif verb == "drop":
        model.drop(what)
    elif verb == "agenda":
        model.take_titles({each: f"بند {each}" for each in what})
    elif verb == "scope":
        model.show_items(what)
    elif verb == "only":
        model.show_only(what)
    else:
        model.take({each.id: each for each in what})


def sheet_of(notes):
    rows = sorted({each.id: each for each in notes}.values(),
                  key=lambda each: (each.place.sort_key, each.id))  # fmt: skip
    return NoteSheet(
        rows=rows,
        ids=[each.id for each in rows],
        parents=[each.place.parent_id for each in rows],
        sort_keys=[each.place.sort_key for each in rows],
        texts=[each.text for each in rows],
        recent=[], groups=[], last_said={},
    )  # fmt: skip


class Follower:
    """A view that believes what it is told: rows inserted, removed and changed one by one."""

    def __init__(self, model):
        self.model, self.rows = model, []
        model.modelReset.connect(self._reset)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.dataChanged.connect(self._changed)
        self._reset()

    def _reset(self):
        self.rows = list(self.model.shown)

    def _inserted(self, _parent, first, last):
        self.rows[first:first] = [self.model.shown[row] for row in range(first, last + 1)]

    def _removed(self, _parent, first, last):
        del self.rows[first : last + 1]

    def _changed(self, first, last):
        for row in range(first.row(), last.row() + 1):
            self.rows[row] = self.model.shown[row]


def a_line(note, heading, state):
    return NoteLine(note, "", "", "", "", "", heading, state)


@given(st.lists(NOTES, max_size=20), STEPS)
def test_rows_are_those_of_a_list_sorted_anew_whatever_happened(qapp, notes, steps):
    parent = QObject()
    model = NotesModel(a_line, str, parent)
    plain = Plain(notes)
    model.fill(NoteOrder(sheet_of(plain.notes.values())), {each: each for each in ITEMS})
    follower = Follower(model)
    for verb, what in steps:
        take_step(model, verb, what)
        plain.step(verb, what)
        expected = plain.rows()
        assert list(model.shown) == expected
        assert follower.rows == expected
        assert [model.row_of(each.id) for each in expected] == list(range(len(expected)))
        assert sum(model.counts().values()) == model.total == len(plain.notes)
        hidden = plain.notes.keys() - {each.id for each in expected}
        assert all(model.row_of(each) == -1 for each in hidden)


@given(st.lists(NOTES, max_size=20), STEPS)
def test_headings_stand_over_the_first_row_of_each_item(qapp, notes, steps):
    parent = QObject()
    model = NotesModel(a_line, str, parent)
    model.fill(notes, {each: f"بند {each}" for each in ITEMS})
    for verb, what in steps:
        take_step(model, verb, what)
    parents = [each.place.parent_id for each in model.shown]
    headings = [model.heading(row) for row in range(model.rowCount())]
    counted = [
        heading if at == 0 else ""
        for heading, entries in model.headed_sections()
        for at in range(len(entries))
    ]
    assert headings == counted
    for row, heading in enumerate(headings):
        is_first = row == 0 or parents[row - 1] != parents[row]
        assert bool(heading) <= is_first


def test_more_notes_than_can_be_told_one_by_one_come_in_one_step(qapp):
    parent = QObject()
    model = NotesModel(a_line, str, parent)
    model.fill([], {"a": "بند"})
    told = []
    model.counted.connect(lambda: told.append(model.total))
    many = {
        f"n{number}": Note(id=f"n{number}", meeting_id="m", place=Place("a", f"k{number:04}"))
        for number in range(500)
    }
    model.take(many)
    assert told == [500]
    model.take(dict.fromkeys(many))
    assert told == [500, 0]
