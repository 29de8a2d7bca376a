"""Searching in the window: found while typing, narrowed by chips, opened by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from recorder import Note, RecorderError
from tests.ui.typing_hand import type_text
from tests.ui.window_survey import cut_texts, nameless_controls, unreachable
from ui.i18n import LRM, RLM
from ui.search.hits_model import kind_words
from ui.search.marked_text import Measure, lay_marked
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT

WATER = {"n1", "n2", "r", "d"}


def seek(on_desk, words):
    """Type words in place of those that stand there, and wait for the answer."""
    _desk, screen = on_desk
    screen.field.clear()
    type_text(screen.field, words)
    return settled(on_desk)


def settled(on_desk):
    desk, screen = on_desk
    desk.until(lambda: not screen.asking.is_waiting)
    return [hit.row_id for hit in hits(screen)]


def hits(screen):
    return [screen.model.hit(screen.model.index(row)) for row in range(screen.model.rowCount())]


## Finding


def test_what_is_typed_is_found_without_a_press_of_enter(on_desk):
    assert set(seek(on_desk, "الماء")) == WATER
    assert seek(on_desk, "الماء كلف") == ["n2"]
    assert on_desk[1].told.words == "نتيجة واحدة"


def test_an_empty_field_and_a_search_without_results_say_so_in_words(on_desk):
    _desk, screen = on_desk
    assert screen.blank.isVisible()
    assert "مداخلات" in screen.blank.words
    seek(on_desk, "زرافة")
    assert screen.blank.isVisible()
    assert "زرافة" in screen.blank.words
    assert screen.told.words == ""
    seek(on_desk, "الماء")
    assert screen.list.isVisible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_said_of_nothing_runs_as_the_interface_does(make_screen, language):
    on_desk = make_screen(language)
    screen = on_desk[1]
    for words in ("", "زرافة", "giraffe"):
        seek(on_desk, words)
        assert screen.blank.text()[0] == (RLM if language == "ar" else LRM)


def test_a_chip_of_a_kind_confines_the_search_and_says_so_where_nothing_is_left(on_desk):
    desk, screen = on_desk
    seek(on_desk, "الماء")
    desk.qtbot.mouseClick(screen.narrowing.kinds[2], Qt.MouseButton.LeftButton)
    assert settled(on_desk) == ["r"]
    seek(on_desk, "كلفة")
    assert "قسماً" in screen.blank.words


def test_the_open_meeting_may_be_searched_alone(on_desk):
    desk, screen = on_desk
    assert not screen.narrowing.this.isVisible()
    screen.show_meeting("m1")
    seek(on_desk, "الماء")
    desk.qtbot.mouseClick(screen.narrowing.this, Qt.MouseButton.LeftButton)
    assert set(settled(on_desk)) == {"n1", "d"}
    screen.show_meeting("")
    assert set(settled(on_desk)) == WATER


def test_a_person_that_is_opened_shows_what_that_person_said_until_it_is_taken_away(on_desk):
    desk, screen = on_desk
    assert seek(on_desk, "وسيم") == ["wassim"]
    desk.qtbot.keyClick(screen.field, Qt.Key.Key_Return)
    assert settled(on_desk) == ["n1"]
    assert screen.field.text() == ""
    (chip,) = screen.narrowing._chips.values()
    assert "وسيم الحاج" in chip.text()
    assert "المدير" not in chip.text()
    desk.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert settled(on_desk) == []


def test_what_is_written_meanwhile_is_found_without_typing_again(on_desk):
    desk, screen = on_desk
    seek(on_desk, "الماء")
    screen.list.setCurrentIndex(screen.model.index(1))
    kept = screen.model.hit(screen.list.currentIndex())
    desk.ask(lambda archive: archive.notes.write(Note(id="n3", meeting_id="m1", text="الماء")))
    desk.until(lambda: "n3" in settled(on_desk))
    desk.bridge.request(
        lambda archive: archive.notes.write(Note(id="n4", meeting_id="m1", text="الماء")),
        saves=True,
    )
    desk.until(lambda: "n4" in settled(on_desk))
    assert screen.model.hit(screen.list.currentIndex()).row_id == kept.row_id


def test_a_search_out_of_sight_is_asked_again_only_when_one_comes_back_to_it(on_desk):
    desk, screen = on_desk
    seek(on_desk, "الماء")
    screen.hide()
    desk.put(lambda archive: archive.notes.write(Note(id="n3", meeting_id="m1", text="الماء")))
    assert not screen.asking.is_waiting
    screen.show()
    screen.enter()
    assert "n3" in settled(on_desk)
    screen.enter()
    assert not screen.asking.is_waiting


## Asking


class SlowBridge:
    """Answers when it is told to."""

    def __init__(self, bridge):
        self.asked, self.failed, self.changed = [], bridge.failed, bridge.changed

    def request(self, call, done, *, origin, failed):
        self.asked.append((call, origin, done, failed))


@pytest.fixture
def slow(on_desk, monkeypatch):
    _desk, screen = on_desk
    bridge = SlowBridge(screen.bridge)
    monkeypatch.setattr(screen.asking, "_bridge", bridge)
    return bridge


def test_an_answer_to_an_older_question_is_dropped_and_the_newest_is_asked(on_desk, slow):
    desk, screen = on_desk
    shown = []
    screen.asking.answered.connect(lambda question, found: shown.append((question.words, found)))
    screen.field.setText("الما")
    desk.until(lambda: len(slow.asked) == 1)
    screen.field.setText("الماء")
    desk.qtbot.wait(200)
    assert len(slow.asked) == 1  # one question at a time
    slow.asked[0][2]([])
    assert shown == []
    desk.until(lambda: len(slow.asked) == 2)
    slow.asked[1][2]([])
    assert shown == [("الماء", [])]
    assert not screen.asking.is_waiting


def test_keys_in_quick_succession_are_one_question(on_desk, slow):
    desk, screen = on_desk
    type_text(screen.field, "الماء")
    desk.until(lambda: bool(slow.asked))
    desk.qtbot.wait(200)
    assert len(slow.asked) == 1


def test_a_question_that_fails_is_told_and_the_next_one_is_asked(on_desk, slow):
    desk, screen = on_desk
    told = []
    screen.bridge.failed.connect(told.append)
    screen.field.setText("الماء")
    desk.until(lambda: bool(slow.asked))
    slow.asked[0][-1](RecorderError())
    assert len(told) == 1
    screen.field.setText("الماء ")
    desk.until(lambda: len(slow.asked) == 2)


## Keys


def test_the_arrow_leads_into_the_list_and_back_and_letters_go_to_the_field(on_desk):
    desk, screen = on_desk
    seek(on_desk, "الماء")
    desk.qtbot.keyClick(screen.field, Qt.Key.Key_Down)
    assert screen.list.hasFocus()
    desk.qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    assert screen.list.currentIndex().row() == 1
    desk.qtbot.keyClick(screen.list, Qt.Key.Key_Up)
    desk.qtbot.keyClick(screen.list, Qt.Key.Key_Up)
    assert screen.field.hasFocus()
    desk.qtbot.keyClick(screen.field, Qt.Key.Key_Down)
    desk.qtbot.keyClicks(screen.list, "x")
    assert screen.field.hasFocus()
    assert screen.field.text() == "الماءx"


def test_enter_in_the_list_and_in_the_field_chooses_a_hit(on_desk):
    desk, screen = on_desk
    chosen = []
    screen.hit_chosen.connect(chosen.append)
    seek(on_desk, "كلفة")
    desk.qtbot.keyClick(screen.field, Qt.Key.Key_Return)
    desk.qtbot.keyClick(screen.field, Qt.Key.Key_Down)
    desk.qtbot.keyClick(screen.list, Qt.Key.Key_Return)
    assert [hit.row_id for hit in chosen] == ["n2", "n2"]


def test_escape_empties_the_field(on_desk):
    desk, screen = on_desk
    seek(on_desk, "الماء")
    desk.qtbot.keyClick(screen.field, Qt.Key.Key_Escape)
    assert settled(on_desk) == []


## Looks


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1290, 706), (834, 449)])
def test_every_control_is_named_and_reached_and_no_word_is_cut(make_screen, language, size):
    on_desk = make_screen(language, size=size)
    _desk, screen = on_desk
    screen.show_meeting("m1")
    seek(on_desk, "وسيم")
    screen._open(screen.model.index(0))
    settled(on_desk)
    assert nameless_controls(screen) == []
    assert unreachable(screen) == []
    assert cut_texts(screen) == []


def test_a_screen_reader_hears_what_was_found_who_said_it_and_where(on_desk):
    seek(on_desk, "كلفة")
    screen = on_desk[1]
    spoken = screen.model.data(screen.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    for word in ("سؤال", "هدى القاضي", "كلفة الماء", "لقاء حماة", "1 حزيران 2026"):
        assert word in spoken


def test_the_found_word_has_a_ground_of_its_own(on_desk):
    seek(on_desk, "كلفة")
    _desk, screen = on_desk
    screen.list.clearSelection()
    rect = screen.list.visualRect(screen.model.index(0))
    image = screen.list.viewport().grab(rect).toImage()
    ground = screen.services.theme.colour("selection")
    marked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == ground for y in range(image.height()))
    ]
    assert marked
    assert min(marked) > image.width() / 2  # it stands at the right, where the sentence begins


@pytest.mark.parametrize("width", [200, 333, 500, 2_000])
def test_a_marked_text_takes_no_more_lines_than_it_may(qapp, width):
    theme = Theme(LIGHT)
    text = "كلفة الماء 😀 (DCAF) مرتفعة في كل الأحياء الشرقية من المدينة " * 4
    laid = lay_marked(text, [(0, 4), (5, 10)], Measure(QFont(), width, 2), theme)
    assert laid.layout.lineCount() <= 2
    is_cut = laid.layout.text().endswith("…")
    assert is_cut == (len(laid.layout.text()) < len(text))


def test_marks_stay_on_their_words_where_signs_of_direction_are_put_in(qapp):
    text = "😀 الهاتف +963 21 123-4567 في (DCAF) والماء"
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("الهاتف", "والماء")]
    laid = lay_marked(text, spans, Measure(QFont(), 2_000, 2), Theme(LIGHT))
    shown = laid.layout.text().encode("utf-16-le")
    marked = [
        shown[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        for each in laid.layout.formats()
    ]
    assert marked == ["الهاتف", "والماء"]


def test_every_kind_of_hit_has_a_word(on_desk):
    for words in ("الماء", "وسيم", "gloca", "المياه", "لقاء"):
        seek(on_desk, words)
        for hit in hits(on_desk[1]):
            assert kind_words(hit) not in {"", hit.table}
