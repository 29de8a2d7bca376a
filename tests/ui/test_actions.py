from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from ui.actions import COMMANDS, EVERYWHERE, Actions
from ui.theme.resource_files import resource


def meet(one, other):
    """Whether two commands can be enabled at the same time."""
    return one.where == other.where or EVERYWHERE in {one.where, other.where}


def test_no_two_commands_that_work_at_the_same_time_share_a_key():
    clashes = [
        (one.id, other.id)
        for one, other in combinations(COMMANDS, 2)
        if meet(one, other)
        and {QKeySequence(key).toString() for key in one.keys}
        & {QKeySequence(key).toString() for key in other.keys}
    ]
    assert clashes == []


def test_every_key_is_understood_and_none_is_one_that_arabic_layouts_swallow():
    keys = [key for command in COMMANDS for key in command.keys]
    assert [key for key in keys if QKeySequence(key).isEmpty()] == []
    assert "Ctrl+B" not in keys
    assert [key for key in keys if "Ctrl+Alt" in key] == []


def test_the_first_key_of_a_command_works_on_every_layout():
    layout_bound = [
        command.id
        for command in COMMANDS
        if command.keys and command.id not in {"undo", "redo"}
        and command.keys[0].rpartition("+")[2].isalpha()
        and len(command.keys[0].rpartition("+")[2]) == 1
    ]  # fmt: skip
    assert layout_bound == []


def test_every_icon_of_a_command_ships():
    missing = [
        c.icon for c in COMMANDS if c.icon and not resource("icons", f"{c.icon}.svg").exists()
    ]
    assert missing == []


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(theme, window):
    return Actions(theme, window)


def test_a_command_is_disabled_until_a_screen_answers_to_it(actions):
    assert not actions.action("help.keys").isEnabled()
    actions.bind("help.keys", lambda: None)
    assert actions.action("help.keys").isEnabled()


def test_a_command_of_a_screen_works_on_that_screen_alone(actions):
    actions.bind("note.add", lambda: None)
    actions.show_for("library")
    assert not actions.action("note.add").isEnabled()
    actions.show_for("workspace")
    assert actions.action("note.add").isEnabled()


def test_a_command_that_is_held_back_stays_so_on_every_screen(actions):
    actions.bind("show.export", lambda: None)
    actions.allow("show.export", allowed=False)
    actions.show_for("workspace")
    assert not actions.action("show.export").isEnabled()
    actions.allow("show.export", allowed=True)
    assert actions.action("show.export").isEnabled()


def test_a_tooltip_tells_the_key(actions):
    assert "F7" in actions.tooltip("find")
