import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from recorder import Attendance, Person, Presence
from tests.ui.meeting_screens import MEETING
from tests.ui.typing_hand import type_text

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def names(screen):
    return [row.person.name for row in screen.list.model.rows]


def attendance(desk, person_id):
    found = Attendance.id_for(MEETING, person_id)
    return desk.ask(lambda archive: archive.attendance.find(found))


def find(desk, screen, text):
    type_text(screen.list.finder, text)


def go_to(screen, person_id):
    screen.list.table.setFocus()
    screen.list.table.choose(person_id)


def space(desk, qtbot, screen):
    qtbot.keyClick(screen.list.table, KEY.Key_Space)
    desk.settle()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("احمد", ["أحمد العلي"]),
        ("المُدير", ["وسيم الحاج"]),
        ("هدي", ["هدى القاضي"]),
        ("المنظمه", ["وسيم الحاج"]),
        ("dcaf", ["أحمد العلي", "Elena Rossi"]),
        ("علي احمد", ["أحمد العلي"]),
    ],
)
def test_people_are_found_however_they_are_spelt(desk, screen, typed, found):
    find(desk, screen, typed)
    assert names(screen) == found


def test_space_marks_somebody_present_with_the_time_of_now(desk, screen, qtbot):
    go_to(screen, "ahmad")
    space(desk, qtbot, screen)
    marked = attendance(desk, "ahmad")
    assert (marked.presence, marked.arrived) == (Presence.PRESENT, "10:42")
    assert screen.list.model.rows[1].is_present


def test_space_again_takes_the_mark_away_and_once_more_gives_the_times_back(desk, screen, qtbot):
    desk.ask(
        lambda archive: archive.attendance.write(
            Attendance(
                id=Attendance.id_for(MEETING, "wassim"),
                meeting_id=MEETING,
                person_id="wassim",
                presence=Presence.PRESENT,
                arrived="09:50",
            )
        )
    )
    desk.settle()
    go_to(screen, "wassim")
    space(desk, qtbot, screen)
    unmarked = attendance(desk, "wassim")
    assert (unmarked.presence, unmarked.arrived) == (Presence.INVITED, "")
    space(desk, qtbot, screen)
    assert attendance(desk, "wassim").arrived == "09:50"


def test_space_marks_all_who_are_chosen(desk, screen, qtbot):
    go_to(screen, "wassim")
    for _ in range(2):
        qtbot.keyClick(screen.list.table, KEY.Key_Down, SHIFT)
    space(desk, qtbot, screen)
    assert all(row.is_present for row in screen.list.model.rows)


def test_a_meeting_of_another_day_gets_no_arrival_made_up(desk, screen, qtbot):
    def move_meeting(archive):
        from dataclasses import replace

        return archive.meetings.write(replace(archive.meetings.get(MEETING), date="2026-10-01"))

    desk.bridge.request(move_meeting)
    desk.settle()
    go_to(screen, "huda")
    space(desk, qtbot, screen)
    marked = attendance(desk, "huda")
    assert (marked.presence, marked.arrived) == (Presence.PRESENT, "")


def test_a_name_that_nobody_bears_and_enter_put_a_walk_in_on_the_list(desk, screen, qtbot):
    find(desk, screen, "سمر حداد")
    assert screen.list.hint.isVisible()
    qtbot.keyClick(screen.list.finder, KEY.Key_Return)
    desk.until(lambda: "سمر حداد" in names(screen))
    person = next(row.person for row in screen.list.model.rows if row.person.name == "سمر حداد")
    came = attendance(desk, person.id)
    assert (came.presence, came.arrived) == (Presence.PRESENT, "10:42")
    assert desk.ask(lambda archive: archive.people.get(person.id)).name == "سمر حداد"
    assert screen.list.finder.words == ""
    assert screen.list.table.current.person.id == person.id


def test_enter_on_somebody_of_the_directory_puts_them_on_the_list(desk, screen, qtbot):
    find(desk, screen, "elena")
    qtbot.keyClick(screen.list.finder, KEY.Key_Return)
    desk.settle()
    assert attendance(desk, "elena").presence == Presence.PRESENT
    assert len(desk.ask(lambda archive: archive.people.all())) == 4


def test_shift_enter_adds_a_namesake(desk, screen, qtbot):
    find(desk, screen, "أحمد العلي")
    qtbot.keyClick(screen.list.finder, KEY.Key_Return, SHIFT)
    desk.settle()
    people = desk.ask(lambda archive: archive.people.all())
    assert [each.name for each in people].count("أحمد العلي") == 2


def test_letters_typed_in_the_list_go_to_the_search(desk, screen, qtbot):
    go_to(screen, "wassim")
    type_text(screen.list.table, "ق")
    assert QApplication.focusWidget() is screen.list.finder
    assert names(screen) == ["هدى القاضي"]


def test_down_from_the_search_and_up_again(desk, screen, qtbot):
    qtbot.keyClick(screen.list.finder, KEY.Key_Down)
    assert QApplication.focusWidget() is screen.list.table
    qtbot.keyClick(screen.list.table, KEY.Key_Up)
    assert QApplication.focusWidget() is screen.list.finder


def test_who_is_taken_off_the_list_comes_back_by_undo(desk, screen, qtbot):
    go_to(screen, "huda")
    qtbot.keyClick(screen.list.table, KEY.Key_Delete)
    desk.until(lambda: "هدى القاضي" not in names(screen))
    desk.undo()
    desk.until(lambda: "هدى القاضي" in names(screen))


def test_the_counts_follow_presence_sex_and_sector(desk, screen, qtbot):
    before = screen.list.counts.words
    go_to(screen, "huda")
    space(desk, qtbot, screen)
    after = screen.list.counts.words
    assert before != after
    assert "نساء" in after
    assert "المجتمع المدني" in after


def test_a_name_written_elsewhere_shows_without_losing_the_choice(desk, screen, qtbot):
    go_to(screen, "ahmad")
    renamed = Person(id="ahmad", name="أحمد العلي الحلبي", organisation_id="dcaf")
    desk.bridge.request(lambda archive: archive.people.write(renamed), saves=True)
    desk.until(lambda: "أحمد العلي الحلبي" in names(screen))
    assert screen.list.table.current.person.id == "ahmad"


def test_without_a_meeting_the_directory_is_shown_and_space_changes_nothing(desk, screen, qtbot):
    screen.open_meeting("")
    desk.until(lambda: len(screen.list.model.rows) == 4)
    go_to(screen, "huda")
    space(desk, qtbot, screen)
    assert attendance(desk, "huda").presence == Presence.INVITED


def test_a_name_is_added_to_the_directory_alone_outside_of_a_meeting(desk, screen, qtbot):
    screen.open_meeting("")
    desk.until(lambda: len(screen.list.model.rows) == 4)
    find(desk, screen, "ليلى")
    qtbot.keyClick(screen.list.finder, KEY.Key_Return)
    desk.until(lambda: "ليلى" in names(screen))
    assert len(desk.ask(lambda archive: archive.attendance.all(MEETING))) == 3
