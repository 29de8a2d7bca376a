import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.typing_hand import press, type_text
from ui.notices import Notices, NoticeStrip
from ui.widgets.direction import LTR, RTL, direction_of, framed, joined
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.line_field import LineField
from ui.widgets.name_choice import NameChoice
from ui.widgets.name_field import NameField
from ui.widgets.notebox import NoteBox
from ui.widgets.time_fields import DateField, NumberField, TimeField
from ui.wording import Wording

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stand(qtbot):
    """A window in which a widget stands and has the focus."""
    windows = []  # the bot holds them weakly

    def put(*widgets):
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        window.resize(400, 300)
        with qtbot.waitExposed(window):
            window.show()
        widgets[0].setFocus()
        windows.append(window)
        return window

    yield put
    windows.clear()


@pytest.mark.parametrize(
    ("text", "direction"),
    [("", RTL), ("DCAF تدعم اللقاء", RTL), ("- (DCAF) قرار", RTL), ("10:42", RTL), ("Plan B", LTR)],
)
def test_one_arabic_letter_turns_a_text_to_the_right(text, direction):
    assert direction_of(text, RTL) == direction


def test_facts_side_by_side_keep_the_order_of_the_interface():
    line = joined(["13 May 2026", "", "حلب"], LTR)
    assert line.index("13") < line.index("حلب")
    assert line == framed(line, LTR)  # it is framed already
    assert joined(["", ""], RTL) == ""


def ink_columns(widget):
    image = widget.window().grab(widget.geometry()).toImage()
    dark = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 110
    ]
    return min(dark), max(dark), image.width()


@pytest.mark.parametrize("text", ["DCAF: التعاون", "1", "02:41", "GLOCA"])
def test_a_label_stands_at_the_side_where_the_interface_begins(stand, text):
    label = Label(text)
    stand(label)
    left, right, width = ink_columns(label)
    assert width - right < left


@pytest.mark.parametrize("text", ["", "DCAF تدعم", "12:30"])
def test_the_caret_of_a_field_stands_at_the_right(stand, theme, text):
    field = LineField("name", theme)
    stand(field)
    field.setText(text)
    field.setCursorPosition(0)
    field.repaint()
    assert field.cursorRect().center().x() > field.width() / 2


def test_a_latin_text_begins_at_the_left_of_a_field(stand, theme):
    field = LineField("name", theme)
    stand(field)
    field.setText("Aleppo")
    field.setCursorPosition(0)
    field.repaint()
    assert field.cursorRect().center().x() < field.width() / 2


def test_a_field_made_while_its_parent_is_disabled_has_its_caret_at_the_right_too(stand, theme):
    parent = QWidget()
    parent.setEnabled(False)
    field = LineField("name", theme, parent)
    parent.setEnabled(True)
    stand(field)
    assert field.cursorRect().center().x() > field.width() / 2


def test_the_caret_of_an_empty_note_stands_at_the_right(stand, theme):
    box = NoteBox(theme)
    stand(box)
    assert box.cursorRect().center().x() > box.width() / 2


def test_each_paragraph_of_a_note_has_its_own_direction(stand, theme):
    box = NoteBox(theme)
    stand(box)
    type_text(box, "DCAF تدعم")
    box.insertPlainText("\nGLOCA and DCAF")
    directions = [
        box.document().findBlockByNumber(at).blockFormat().layoutDirection() for at in (0, 1)
    ]
    assert directions == [RTL, LTR]


def test_one_undo_takes_back_a_burst_of_arabic(stand, theme):
    box = NoteBox(theme)
    stand(box)
    type_text(box, "حلب")
    box.undo()
    assert box.words == ""


def test_undoing_a_latin_note_in_an_arabic_box_comes_to_an_end(stand, theme):
    box = NoteBox(theme)
    stand(box)
    type_text(box, "abc")
    lengths = [len(box.words)]
    while box.document().isUndoAvailable():
        box.undo()
        lengths.append(len(box.words))
        assert len(lengths) < 6  # the turn to the left may be a step of its own, no more
    assert lengths == sorted(lengths, reverse=True)
    assert box.words == ""


def test_what_is_pasted_is_plain_text(stand, theme):
    box = NoteBox(theme)
    stand(box)
    mime = QMimeData()
    mime.setHtml("<b>قرار</b><img src='file:///etc/hosts'>")
    mime.setText("قرار")
    box.insertFromMimeData(mime)
    assert box.words == "قرار"
    assert "<img" not in box.toHtml()


def test_text_from_data_is_never_read_as_markup(stand, theme):
    words = "<b>حلب</b><img src='file:///etc/hosts'>"
    label, box = Label(words), NoteBox(theme)
    box.show_words(words)
    stand(label, box)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert box.words == words


def test_a_note_that_is_shown_again_keeps_its_caret(stand, theme):
    box = NoteBox(theme)
    stand(box)
    box.show_words("اللقاء الأول")
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.show_words("اللقاء الأول")
    assert box.textCursor().position() == len("اللقاء الأول")


def test_a_note_grows_with_its_text_up_to_its_limit(stand, theme):
    box = NoteBox(theme, lines=(1, 4))
    stand(box)
    low = box.height()
    box.show_words("\n".join("سطر" for _ in range(3)))
    middle = box.height()
    box.show_words("\n".join("سطر" for _ in range(30)))
    assert low < middle < box.height() < 12 * low


PEOPLE = [
    NameChoice("1", "أحمد الحاج", "المدير التنفيذي · GLOCA"),
    NameChoice("2", "هدى العلي", "مجلس المدينة"),
    NameChoice("3", "أيمن أيوب", "رئيس قسم · DCAF"),
]


@pytest.fixture
def names(stand, theme):
    field = NameField("person", theme)
    stand(field)
    field.offer(PEOPLE)
    return field


@pytest.mark.parametrize(("typed", "found"), [("احمد", "1"), ("هدي", "2"), ("dcaf", "3")])
def test_a_name_is_found_however_it_is_spelt(names, typed, found):
    assert [each.id for each in names.matches(typed)] == [found]


def test_completion_writes_the_name_as_it_is_stored(names, qtbot):
    type_text(names, "احمد")
    completer = names.completer()
    assert completer.completionCount() == 1
    with qtbot.waitSignal(names.chosen) as chosen:
        qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
        qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert names.text() == "أحمد الحاج"
    assert chosen.args == ["1"]
    assert names.value == "1"


def test_a_name_that_is_typed_in_full_needs_no_choosing(names):
    type_text(names, "هدي العلي")
    assert names.value == "2"


def test_an_unknown_name_is_told_when_the_field_is_left(names, qtbot):
    type_text(names, "سمر حداد")
    with qtbot.waitSignal(names.unknown) as told:
        qtbot.keyClick(names, Qt.Key.Key_Return)
    assert told.args == ["سمر حداد"]


def test_a_date_is_shown_in_words_and_kept_as_iso(stand, theme, clock, qtbot):
    field = DateField("date", theme, Wording("ar", "latn"), clock)
    stand(field)
    type_text(field, "١٨/٦/٢٠٢٥")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value == "2025-06-18"
    assert field.text() == "18 حزيران 2025"


def test_what_is_no_date_is_marked_and_the_last_date_stays(stand, theme, clock, qtbot):
    field = DateField("date", theme, Wording("ar", "latn"), clock)
    stand(field)
    field.show_value("2025-06-18")
    field.selectAll()
    type_text(field, "غداً")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong")
    assert field.value == "2025-06-18"


def test_a_day_is_picked_from_the_month_by_keys(stand, theme, clock, qtbot):
    field = DateField("date", theme, Wording("ar", "latn"), clock)
    stand(field)
    field.show_value("2025-06-18")
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    grid = QApplication.activePopupWidget().grid
    qtbot.keyClick(grid, Qt.Key.Key_Left)  # in a right-to-left month the next day is at the left
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert field.value == "2025-06-19"


def test_the_week_begins_on_saturday_at_the_right(stand, theme, clock):
    field = DateField("date", theme, Wording("ar", "latn"), clock)
    stand(field)
    field.show_value("2025-06-21")  # a Saturday
    field.open_calendar()
    popup = QApplication.activePopupWidget()
    cells = {day.isoformat(): cell for day, cell in popup.grid._cells()}
    assert cells["2025-06-21"].right() == popup.grid.width() - 1
    popup.hide()


def test_a_clock_time_and_a_number_take_both_sets_of_digits(stand, theme, qtbot):
    wording = Wording("ar", "arab")
    clock, number = TimeField("time", theme, wording), NumberField("minutes", theme, wording)
    stand(clock, number)
    type_text(clock, "930")
    qtbot.keyClick(clock, Qt.Key.Key_Return)
    type_text(number, "٤٥")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert (clock.value, clock.text()) == ("09:30", "٠٩:٣٠")
    assert (number.value, number.text()) == (45, "٤٥")


def test_a_label_that_gives_way_tells_the_whole_in_a_tip(stand):
    label = ElidedLabel("لقاء تشاوري في حلب يناقش أولويات التعاون وتعزيز دور المجتمع المدني" * 3)
    stand(label)
    assert label.toolTip() == label.words


# Keyboards


def test_control_c_of_an_arabic_keyboard_copies(stand, theme):
    field = LineField("name", theme)
    stand(field)
    field.setText("حلب")
    field.selectAll()
    QApplication.clipboard().clear()
    press(field, 0x0624, CTRL, 54)  # the key of C gives ؤ there
    assert QApplication.clipboard().text() == "حلب"


def test_control_f_of_an_arabic_keyboard_reaches_the_command(stand, theme):
    field = LineField("name", theme)
    window = stand(field)
    found = []
    action = QAction("find", window)
    action.setShortcut("Ctrl+F")
    action.triggered.connect(lambda: found.append(1))
    window.addAction(action)
    press(field, 0x0628, CTRL, 41)
    assert found == [1]


def test_control_b_of_an_arabic_keyboard_types_nothing(stand, theme):
    box = NoteBox(theme)
    stand(box)
    press(box, ord("ل"), CTRL, 56, "لا")
    assert box.words == ""


def test_plain_arabic_typing_is_left_alone(stand, theme):
    box = NoteBox(theme)
    stand(box)
    type_text(box, "لا")
    assert box.words == "لا"


# Notices


@pytest.fixture
def strip(qtbot, theme):
    notices = Notices()
    made = NoticeStrip(notices, theme)
    qtbot.addWidget(made)
    return notices, made


def test_a_notice_with_the_same_key_takes_the_place_of_the_one_before(strip):
    notices, shown = strip
    notices.post("الأول", key="export")
    notices.post("الثاني", key="export")
    assert shown.texts == ["الثاني"]


def test_the_same_notice_twice_is_shown_once_and_few_are_shown_at_a_time(strip):
    notices, shown = strip
    notices.post("واحد")
    notices.post("واحد")
    for at in range(5):
        notices.post(f"إشعار {at}")
    assert len(shown.texts) == 3


def test_a_notice_that_is_taken_back_is_gone(strip):
    notices, shown = strip
    notices.post("يجري التصدير", key="export", stays=True)
    notices.withdraw("export")
    assert shown.texts == []
