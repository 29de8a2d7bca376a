import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from tests.ui.window_survey import cut_texts, mirrored, nameless_controls, place_in, unreachable
from ui.widgets.block_text import cut_to_two_lines
from ui.widgets.paint import lay_text

SMALL = (834, 449)


def parts(screen):
    return {
        "finder": screen.list.finder,
        "add": screen.list.add,
        "table": screen.list.table,
        "list": screen.list,
        "panel": screen.panel,
    }


def headings(screen):
    """Each column of the table, in the coordinates of the table."""
    head = screen.list.table.horizontalHeader()
    width = head.width()
    return [
        QRect(head.sectionViewportPosition(at), 0, head.sectionSize(at), 1)
        for at in range(head.count())
        if not head.isSectionHidden(at)
    ], width


def test_the_english_screen_is_the_arabic_one_in_a_mirror(make_screen):
    _desk, arabic = make_screen("ar")
    width = arabic.width()
    seen = {name: mirrored(place_in(arabic, part), width) for name, part in parts(arabic).items()}
    columns, wide = headings(arabic)  # before the language turns: it turns this screen too
    _desk, english = make_screen("en")
    for name in ("list", "panel", "table"):
        assert abs(seen[name].x() - place_in(english, parts(english)[name]).x()) <= 2, name
    for one, other in zip(columns, headings(english)[0], strict=True):
        assert abs(wide - one.x() - one.width() - other.x()) <= 2


def test_the_list_is_at_the_start_and_the_details_at_the_end(screen):
    assert place_in(screen, screen.list).x() > place_in(screen, screen.panel).x()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1290, 706), SMALL])
def test_every_control_is_named_and_reached_and_no_word_is_cut(make_screen, language, size):
    _desk, screen = make_screen(language, size=size)
    assert nameless_controls(screen) == []
    assert unreachable(screen) == []
    assert cut_texts(screen) == []


def test_on_a_small_window_the_details_take_the_place_of_the_list(make_screen):
    _desk, screen = make_screen(size=SMALL)
    assert screen.list.isVisible()
    assert not screen.panel.isVisible()
    screen.list.table.wanted.emit()
    assert screen.panel.isVisible()
    assert not screen.list.isVisible()
    assert screen.width() == SMALL[0]
    screen.panel.closed.emit()
    assert screen.list.isVisible()


def ink(screen, person_id, column):
    """From where to where something is painted in a cell, and where the cell begins and ends."""
    table, model = screen.list.table, screen.list.model
    at = next(place for place, each in enumerate(model.columns) if each.name == column)
    cell = table.visualRect(model.index(model.place_of(person_id), at)).adjusted(2, 3, -2, -3)
    cell.moveTopLeft(table.viewport().mapTo(screen, cell.topLeft()))
    image = screen.grab(cell).toImage()
    ground = image.pixelColor(0, 0)
    inked = [
        x
        for x in range(image.width())
        if any(
            abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60
            for y in range(image.height())
        )
    ]
    return min(inked), max(inked), image.width()


@pytest.mark.parametrize(("person", "column"), [("elena", "name"), ("elena", "role")])
def test_a_latin_text_stands_where_its_arabic_column_begins(screen, desk, person, column):
    screen.open_meeting("")
    desk.until(lambda: len(screen.list.model.rows) == 4)
    screen.list.table.choose("wassim")
    left, right, width = ink(screen, person, column)
    assert width - right < 12 + 8
    assert left > width - right


@pytest.mark.parametrize("column", ["name", "role", "organisation"])
def test_an_arabic_text_stands_at_the_right_of_its_cell(screen, column):
    screen.list.table.choose("huda")
    _left, right, width = ink(screen, "wassim", column)
    assert width - right < 12 + 8


def test_a_screen_reader_hears_the_whole_row(screen):
    model = screen.list.model
    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    for word in ("وسيم الحاج", "المدير التنفيذي", "المنظمة العالمية", "حاضر"):
        assert word in spoken


def test_a_press_on_the_mark_before_a_name_marks_them(screen, desk, qtbot):
    table, model = screen.list.table, screen.list.model
    cell = table.visualRect(model.index(model.place_of("huda"), 0))
    qtbot.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(cell.center().x(), cell.center().y()),
    )
    desk.until(lambda: model.rows[model.place_of("huda")].is_present)


@pytest.mark.parametrize(
    "text", ["المنظمة العالمية للنهوض بالمجتمع المدني في حلب وريفها", "Adviser for MENA " * 4]
)
def test_a_long_text_is_cut_to_two_lines(theme, text):
    font = theme.font(13)
    shown = cut_to_two_lines(text, font, 120, theme.direction)
    assert shown.endswith("…")
    assert lay_text(shown, font, 120, theme.direction).layout.lineCount() == 2


def test_a_text_that_fits_is_left_alone(theme):
    assert cut_to_two_lines("مجلس مدينة حلب", theme.font(13), 120, theme.direction) == (
        "مجلس مدينة حلب"
    )
