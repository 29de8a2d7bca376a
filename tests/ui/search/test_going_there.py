"""From what was found to where it stands, in the whole window."""

import pytest
from PySide6.QtCore import Qt

from recorder import AgendaItem, Meeting, Note, Place, Recommendation
from tests.ui.typing_hand import type_text


@pytest.fixture
def window(make_window, bridge, qtbot):
    """A window over a meeting with two items of many notes."""

    def fill(archive):
        notes = [
            Note(id=f"{item}{at}", meeting_id="m", text=f"كلام {item} {at}",
                 place=Place(item, f"{at:03}"))
            for item in ("one", "two")
            for at in range(40)
        ]  # fmt: skip
        archive.write(
            Meeting(id="m", title="لقاء حلب", date="2026-05-13"),
            AgendaItem(id="one", meeting_id="m", title="الأول", place=Place(None, "a")),
            AgendaItem(id="two", meeting_id="m", title="الثاني", place=Place(None, "b")),
            *notes,
            Note(id="sought", meeting_id="m", text="زرافة", place=Place("one", "005x")),
            Note(id="other", meeting_id="m", text="فيل", place=Place("two", "005x")),
            Recommendation(id="r1", meeting_id="m", text="خطة"),
            Recommendation(id="r2", meeting_id="m", text="حديقة للحيوان"),
        )

    done = []
    bridge.request(fill, done.append, saves=True)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    made = make_window()
    made.activateWindow()
    return made


def seek(window, qtbot, words):
    window.services.actions.action("show.search").trigger()
    screen = window.screen_named("search")
    type_text(screen.field, words)
    qtbot.waitUntil(lambda: not screen.asking.is_waiting and screen.model.rowCount() > 0,
                    timeout=20_000)  # fmt: skip
    qtbot.keyClick(screen.field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("words", "note_id"), [("زرافه", "sought"), ("فيل", "other")])
def test_a_note_is_brought_into_view_in_its_meeting_under_whichever_item(
    window, qtbot, words, note_id
):
    seek(window, qtbot, words)
    assert window.screen_name == "workspace"
    view = window.screen_named("workspace").pane.list
    qtbot.waitUntil(lambda: view.current_id == note_id, timeout=20_000)
    rect = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(rect.center())
    assert view.hasFocus()


def test_a_note_of_the_meeting_that_is_open_already_is_brought_into_view(window, qtbot):
    window.open_meeting("m")
    view = window.screen_named("workspace").pane.list
    qtbot.waitUntil(lambda: view.model().rowCount() > 0, timeout=20_000)
    seek(window, qtbot, "زرافة")
    qtbot.waitUntil(lambda: view.current_id == "sought", timeout=20_000)


def test_a_recommendation_opens_in_its_form(window, qtbot):
    seek(window, qtbot, "للحيوان")
    assert window.screen_name == "recommendations"
    form = window.screen_named("recommendations").form
    qtbot.waitUntil(lambda: form._recommendation_id == "r2", timeout=20_000)


def test_a_meeting_opens_where_it_is_recorded(window, qtbot):
    seek(window, qtbot, "لقاء حلب")
    assert window.screen_name == "workspace"
    assert window.screen_named("workspace").meeting_id == "m"


def test_the_search_knows_the_meeting_that_is_open(window):
    window.show_screen("search")
    screen = window.screen_named("search")
    assert not screen.narrowing.this.isVisible()
    window.open_meeting("m")
    window.show_screen("search")
    assert screen.narrowing.this.isVisible()
