"""What is missing and whose name stands against the rule: each line leads to its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from recorder import (
    Attendance,
    Attribution,
    Meeting,
    Note,
    Person,
    Place,
    Presence,
    Recommendation,
)
from ui.export import looking


@pytest.fixture
def meeting(desk):
    """A meeting in which a note names somebody, and nobody knows who spoke."""
    desk.ask(
        lambda archive: archive.write(
            Person(id="ayoub", name="أيمن أيوب"),
            Meeting(id="m", title="لقاء", attribution=Attribution.NONE),
            Attendance(id="at", meeting_id="m", person_id="ayoub", presence=Presence.PRESENT),
            Recommendation(id="r", meeting_id="m", text="توثيق الحضور", place=Place(None, "a")),
            Note(id="n", meeting_id="m", text="شكر أيمن أيوب على حضوره", place=Place(None, "a")),
        )
    )
    desk.qtbot.waitUntil(lambda: desk.window.meetings.get("m") is not None, timeout=20_000)
    desk.show("m")
    return "m"


def words(desk):
    return [each.words for each in desk.screen.findings.list.lines]


def line_with(desk, table, *, leak=False):
    lines = desk.screen.findings.list.lines
    return next(
        at for at, each in enumerate(lines) if each.place.table == table and each.is_leak == leak
    )


def test_a_name_against_the_rule_stands_first_and_is_counted(desk, meeting):
    assert "أيمن أيوب" in words(desk)[0]
    assert desk.screen.findings.list.lines[0].is_leak
    assert "اسم واحد يخالف القاعدة" in desk.screen.findings.said.words


@pytest.mark.parametrize("leak", [True, False])
def test_a_line_leads_to_its_note(desk, meeting, leak):
    found = desk.screen.findings.list
    found.setFocus()
    found.setCurrentRow(line_with(desk, "note", leak=leak))
    desk.press(Qt.Key.Key_Return)
    assert desk.window.screen_name == "workspace"
    pane = desk.window.screen_named("workspace").pane
    desk.qtbot.waitUntil(lambda: pane.list.current_id == "n", timeout=20_000)


def test_a_line_of_the_meeting_leads_to_its_details(desk, meeting):
    found = desk.screen.findings.list
    found.wanted.emit(found.lines[line_with(desk, "meeting")].place)
    assert desk.window.screen_name in {"meeting", "people"}


def test_a_line_of_a_recommendation_leads_to_its_form(desk, meeting):
    found = desk.screen.findings.list
    found.wanted.emit(found.lines[line_with(desk, "recommendation")].place)
    assert desk.window.screen_name == "recommendations"


def test_a_line_of_somebody_leads_to_the_list_of_people(desk, meeting):
    desk.screen.place_wanted.emit(looking.Place("person", "ayoub"))
    assert desk.window.screen_name == "people"


def test_what_was_put_right_is_gone_from_the_list(desk, meeting):
    before = len(words(desk))
    note = desk.ask(lambda archive: archive.notes.get("n"))
    desk.bridge.request(lambda archive: archive.write(replace(note, text="شكر الحضور")), saves=True)
    desk.qtbot.waitUntil(lambda: len(words(desk)) < before, timeout=20_000)
    assert not any(each.is_leak for each in desk.screen.findings.list.lines)


def test_the_notice_after_writing_tells_of_names_too(desk, meeting):
    desk.write("minutes.docx")
    assert "يخالف القاعدة" in desk.told
    desk.window.show_screen("library")
    desk.press_answer("اعرض الأسماء")
    assert desk.window.screen_name == "export"


def test_a_meeting_that_lacks_nothing_says_so(desk):
    desk.screen.findings.show_lines(())
    assert "لا نقص" in desk.screen.findings.said.words
    assert not desk.screen.findings.list.isVisible()
