from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.keyed_model import KeyedModel


class Words(KeyedModel):
    """Pairs of a key and a word."""

    def __init__(self):
        super().__init__(lambda pair: pair[0], 1)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        row = self.row(index)
        return row[1] if row and role == Qt.ItemDataRole.DisplayRole else None


pairs = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from("أبج")), unique_by=lambda pair: pair[0], max_size=8
)


@settings(max_examples=80)
@given(st.lists(pairs, min_size=2, max_size=5))
def test_after_any_readings_the_last_is_shown_and_what_is_marked_stays_marked(readings):
    model = Words()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning
    )  # a warning of Qt fails the test
    marks = {}
    for reading in readings:
        before = {key: QPersistentModelIndex(model.index(at, 0)) for at, (key, _) in
                  enumerate(model.rows)}  # fmt: skip
        marks = {**before, **marks}
        model.show_rows(reading)
        assert list(model.rows) == reading
        keys = [key for key, _word in reading]
        for key, mark in list(marks.items()):
            if key not in keys:
                assert not mark.isValid()
                del marks[key]
            else:
                assert mark.row() == keys.index(key)
    tester.deleteLater()


def test_a_reading_that_changes_one_word_touches_one_row(qtbot):
    model = Words()
    model.show_rows([(1, "أ"), (2, "ب"), (3, "ج")])
    touched = []
    model.dataChanged.connect(
        lambda first, last, *_roles: touched.append((first.row(), last.row()))
    )
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_rows([(1, "أ"), (2, "حلب"), (3, "ج")])
    assert touched == [(1, 1)]
    assert resets == []
