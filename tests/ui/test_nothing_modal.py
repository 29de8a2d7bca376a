"""While a meeting runs nothing stops the hand: no command waits in a dialog of its own."""

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

from tests.ui.workspace.conftest import enter, prepare, room
from ui.screens import SCREENS

__all__ = ["enter", "prepare", "room"]

NOT_HERE = {"window.full"}
"""Tried elsewhere; here it would only blink."""


@pytest.fixture
def loops(monkeypatch):
    """Whatever enters a loop of events of its own, by name."""
    entered = []
    for kind, names in (
        (QDialog, ("exec", "open")), (QMenu, ("exec",)), (QEventLoop, ("exec",)),
        (QMessageBox, ("exec", "question", "warning", "information", "critical")),
        (QFileDialog, ("getOpenFileName", "getOpenFileNames", "getSaveFileName")),
        (QInputDialog, ("getText", "getItem", "getInt")),
    ):  # fmt: skip
        for name in names:
            said = f"{kind.__name__}.{name}"
            monkeypatch.setattr(kind, name, lambda *_args, said=said, **_more: entered.append(said))
    return entered


def close_what_opened(room):
    for part in (QApplication.activePopupWidget(), *room.window.findChildren(QDialog)):
        if part is not None:
            part.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_no_command_stops_the_hand(room, loops, screen):
    ids = [each.id for each, _action in room.window.services.actions.all()]
    stopped = []
    for command_id in ids:
        if command_id in NOT_HERE:
            continue
        room.window.show_screen(screen)
        action = room.window.services.actions.action(command_id)
        if not action.isEnabled():
            continue
        loops.clear()
        action.trigger()
        QApplication.sendPostedEvents()
        modal = QApplication.activeModalWidget()
        if loops or modal is not None:
            stopped.append((command_id, list(loops), type(modal).__name__))
        close_what_opened(room)
    assert stopped == []
