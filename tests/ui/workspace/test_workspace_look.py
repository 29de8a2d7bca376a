import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from recorder import NoteKind
from tests.ui.window_survey import cut_texts, mirrored, nameless_controls, place_in, unreachable
from ui import application, main_window
from ui.capture.kinds import KINDS, tone_of
from ui.i18n import label
from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT, contrast

SIZES = [(1366, 768), (1180, 700), (911, 512)]


@pytest.fixture
def sample_room(enter, sample):
    return lambda **look: enter(sample, **look)


@pytest.mark.parametrize("size", SIZES, ids=["1366", "1180", "911"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_workspace_fits_each_width_and_cuts_no_word(sample_room, size, language):
    room = sample_room(size=size, language=language)
    assert (room.window.width(), room.window.height()) == size
    assert cut_texts(room.window) == []
    assert room.workspace.pane.list.viewport().width() >= 380
    assert room.workspace.pane.list.viewport().height() >= 100
    for part in (room.workspace.pane, room.workspace.capture):
        assert room.window.rect().contains(place_in(room.window, part))


def test_side_panes_stand_beside_the_notes_or_come_when_they_are_called(sample_room, qtbot):
    room = sample_room()
    panes = room.workspace.panes
    shown = {}
    for size in SIZES:
        room.window.resize(*size)
        room.settle()
        shown[size[0]] = [name for name in ("agenda", "recommendations") if panes.is_shown(name)]
    assert shown == {1366: ["agenda", "recommendations"], 1180: ["agenda", "recommendations"],
                     911: []}  # fmt: skip
    panes.toggle("agenda")
    assert panes.is_shown("agenda")
    panes.toggle("recommendations")
    assert (panes.is_shown("agenda"), panes.is_shown("recommendations")) == (False, True)
    room.window.resize(*SIZES[0])
    room.settle()
    assert panes.is_shown("agenda")


def test_every_control_has_a_name_and_a_way_to_it_by_keys(sample_room):
    room = sample_room()
    assert nameless_controls(room.window) == []
    # One stop for all kinds: arrows and digits choose among them.
    kinds = {label(kind) for kind in KINDS}
    assert set(unreachable(room.window)) <= kinds


def test_turning_the_direction_mirrors_every_part(sample_room, monkeypatch):
    seen = {}
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        turned = Theme(LIGHT, 100, direction)
        for place in (application, main_window):
            monkeypatch.setattr(place, "make_theme", lambda *_args, turned=turned: turned)
        room = sample_room()
        seen[direction] = [
            (type(part).__name__, place_in(room.window, part))
            for part in room.window.findChildren(QWidget)
            if part.isVisible() and not part.objectName().startswith("qt_") and part.width() > 1
        ]
        room.window.hide()
    right, left = seen.values()
    assert [name for name, _place in right] == [name for name, _place in left]
    astray = [
        (name, mirrored(there, 1366), here)
        for (name, there), (_name, here) in zip(right, left, strict=True)
        if abs(mirrored(there, 1366).x() - here.x()) > 2 or there.width() != here.width()
    ]
    assert astray == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_caret_of_an_empty_box_stands_where_writing_begins(enter, language):
    room = enter(language=language)
    caret, width = room.box.cursorRect(), room.box.viewport().width()
    gap = width - caret.right() if language == "ar" else caret.left()
    assert 0 <= gap < 16


def test_the_box_grows_with_its_lines_up_to_four(room):
    heights = []
    for _line in range(6):
        heights.append(room.box.height())
        room.type("سطر")
        room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert heights[0] < heights[1] < heights[2] < heights[3]
    assert heights[4] == heights[5]


def test_kinds_that_do_not_fit_are_in_the_menu_and_the_chosen_one_is_always_shown(enter):
    room = enter(size=(1180, 700))
    bar = room.workspace.capture.kinds
    bar.show_kind(NoteKind.PRIVATE)
    chips = {each.text(): each for each in bar.findChildren(type(bar._more))}
    assert chips[label(NoteKind.PRIVATE)].isVisible()
    hidden = [kind for kind in KINDS if chips[label(kind)].isHidden()]
    assert bool(hidden) == bar._more.isVisible()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_word_of_every_kind_can_be_read_on_its_ground(tokens):
    for kind in KINDS:
        ink, ground = tokens.tone(tone_of(kind))
        assert contrast(ink, ground) >= 4.5


def test_each_command_of_the_session_is_answered(room):
    actions = room.window.services.actions
    silent = [
        command.id
        for command, _action in actions.all()
        if command.where == "workspace" and command.id not in actions._bound
    ]
    assert silent == []
