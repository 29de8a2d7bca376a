"""A part is plugged into the running meeting by its name in the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.meeting import workspace
from ui.meeting.workspace_part import Part


class Probe(Part):
    """Says what it was told, and shows a pane beside the recommendations."""

    def __init__(self, session):
        super().__init__(session)
        self.told = []
        self.pane = QLabel("لوحة", session.screen)
        self.pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        session.side.add("probe", "لوحة", self.pane)

    def commands(self):
        return {"notes.all": lambda: self.told.append("asked")}

    def stops(self):
        return ((30, self.pane),) if self.pane.isVisible() else ()

    def turn_to(self, meeting_id):
        self.told.append(f"turn {meeting_id}")

    def opened(self, drafts):
        self.told.append(f"opened {len(drafts)}")

    def leave(self):
        self.told.append("leave")

    def settle(self):
        self.told.append("settle")


@pytest.fixture
def probe(monkeypatch, enter):
    monkeypatch.setattr(workspace, "PARTS", (*workspace.PARTS, Probe))
    return enter()


def test_a_part_is_told_of_the_meeting_and_answers_its_commands(probe):
    part = probe.workspace.part(Probe)
    probe.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    probe.workspace.settle()
    probe.workspace.leave()
    told = [each for each in part.told if each != "leave"]  # the window leaves screens as it likes
    assert told == ["turn m", "opened 0", "asked", "settle"]
    assert part.told[-1] == "leave"


def test_panes_at_the_end_have_tabs_as_soon_as_there_are_two(probe, enter):
    side = probe.workspace.side
    assert side.current == "recommendations"
    assert side._bar.isVisible()
    side.turn_to("probe")
    assert probe.workspace.part(Probe).pane.isVisible()
    probe.press(Qt.Key.Key_F6)
    assert probe.workspace.part(Probe).pane.hasFocus()
