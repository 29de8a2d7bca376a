"""The door: who walks in is found or added in seconds, and marked by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from recorder import Consent, Presence, Sex, Speaker
from tests.ui.meeting_screens import MEETING
from tests.ui.people.test_attendance_list import attendance, find, go_to, names
from tests.ui.typing_hand import type_text

KEY = Qt.Key


def press(desk, qtbot, key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)
    desk.settle()


def person_named(desk, name):
    people = desk.ask(lambda archive: archive.people.all())
    return next(each for each in people if each.name == name)


def test_a_few_letters_and_enter_mark_somebody_present_since_now(desk, screen, qtbot) -> None:
    find(desk, screen, "احمد")
    press(desk, qtbot, KEY.Key_Return)
    came = attendance(desk, "ahmad")
    assert (came.presence, came.arrived) == (Presence.PRESENT, "10:42")
    assert QApplication.focusWidget() is screen.list.finder
    assert screen.list.finder.words == ""  # the next one stands at the door
    assert screen.list.table.current.person.id == "ahmad"


def test_who_is_there_already_is_shown_and_not_marked_again(desk, screen, qtbot) -> None:
    find(desk, screen, "وسيم")
    press(desk, qtbot, KEY.Key_Return)
    assert attendance(desk, "wassim").arrived == ""
    assert QApplication.focusWidget() is screen.list.table


def test_one_line_and_two_keys_make_a_person_who_walked_in(desk, screen, qtbot) -> None:
    find(desk, screen, "سمر حداد")
    press(desk, qtbot, KEY.Key_Return)
    assert screen.list.newcomer.isVisible()
    assert QApplication.focusWidget() is screen.list.newcomer
    press(desk, qtbot, KEY.Key_1)
    press(desk, qtbot, KEY.Key_1)
    samar = person_named(desk, "سمر حداد")
    assert (samar.sex, samar.organisation_id) in {
        (Sex.FEMALE, "gloca"), (Sex.FEMALE, "dcaf"),
    }  # fmt: skip
    assert not screen.list.newcomer.isVisible()
    assert QApplication.focusWidget() is screen.list.finder
    assert attendance(desk, samar.id).arrived == "10:42"


def test_the_organisation_of_a_newcomer_may_be_typed_and_may_be_new(desk, screen, qtbot) -> None:
    find(desk, screen, "سمر حداد")
    press(desk, qtbot, KEY.Key_Return)
    press(desk, qtbot, KEY.Key_Return)  # the sex is passed over
    type_text(QApplication.focusWidget(), "ن")
    type_text(QApplication.focusWidget(), "قابة المحامين")
    assert QApplication.focusWidget() is screen.list.newcomer.field
    assert screen.list.newcomer.field.words == "نقابة المحامين"
    press(desk, qtbot, KEY.Key_Return)
    samar = person_named(desk, "سمر حداد")
    made = desk.ask(lambda archive: archive.organisations.get(samar.organisation_id))
    assert (samar.sex, made.name) == (None, "نقابة المحامين")
    assert QApplication.focusWidget() is screen.list.finder


def test_the_next_name_may_be_typed_without_answering(desk, screen, qtbot) -> None:
    find(desk, screen, "سمر حداد")
    press(desk, qtbot, KEY.Key_Return)
    type_text(QApplication.focusWidget(), "ه")
    assert QApplication.focusWidget() is screen.list.finder
    assert screen.list.finder.words == "ه"
    assert "هدى القاضي" in names(screen)
    assert not screen.list.newcomer.isVisible()


def test_one_undo_takes_a_newcomer_back(desk, screen, qtbot) -> None:
    find(desk, screen, "سمر حداد")
    press(desk, qtbot, KEY.Key_Return)
    samar = person_named(desk, "سمر حداد")
    undone = desk.ask(lambda archive: archive.undo())
    assert undone.action == "attendance.add"
    assert attendance(desk, samar.id) is None
    assert desk.ask(lambda archive: archive.people.find(samar.id)) is None


@pytest.mark.parametrize(
    ("key", "presence"),
    [
        (KEY.Key_1, Presence.PRESENT),
        (KEY.Key_2, Presence.ABSENT),
        (KEY.Key_3, Presence.EXCUSED),
        (KEY.Key_4, Presence.INVITED),
    ],
)
def test_a_digit_says_who_is_there(desk, screen, qtbot, key, presence) -> None:
    go_to(screen, "ahmad")
    press(desk, qtbot, key)
    marked = attendance(desk, "ahmad")
    assert marked.presence == presence
    assert marked.arrived == ("10:42" if presence == Presence.PRESENT else "")


def test_a_slip_between_present_and_absent_loses_no_time(desk, screen, qtbot) -> None:
    go_to(screen, "ahmad")
    press(desk, qtbot, KEY.Key_1)
    press(desk, qtbot, KEY.Key_5)
    came = attendance(desk, "ahmad")
    assert (came.arrived, came.departed) == ("10:42", "10:42")
    press(desk, qtbot, KEY.Key_2)
    assert attendance(desk, "ahmad").departed == ""
    press(desk, qtbot, KEY.Key_1)
    again = attendance(desk, "ahmad")
    assert (again.arrived, again.departed) == ("10:42", "10:42")
    press(desk, qtbot, KEY.Key_5)  # they had not left
    assert attendance(desk, "ahmad").departed == ""


def test_arabic_digits_mark_as_well(desk, screen, qtbot) -> None:
    go_to(screen, "huda")
    type_text(screen.list.table, "٣")
    desk.settle()
    assert attendance(desk, "huda").presence == Presence.EXCUSED


def test_consent_goes_from_yes_to_no_to_not_asked(desk, screen, qtbot) -> None:
    go_to(screen, "huda")
    seen = []
    for _round in range(3):
        press(desk, qtbot, KEY.Key_7)
        seen.append(attendance(desk, "huda").consent_photo)
    assert seen == [Consent.YES, Consent.NO, None]
    press(desk, qtbot, KEY.Key_6)
    assert attendance(desk, "huda").consent_name == Consent.YES
    spoken = screen.list.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "يقبل ذكر اسمه: نعم" in spoken


def test_a_digit_on_somebody_of_the_directory_puts_them_on_the_list(desk, screen, qtbot) -> None:
    find(desk, screen, "elena")
    go_to(screen, "elena")
    press(desk, qtbot, KEY.Key_3)
    assert attendance(desk, "elena").presence == Presence.EXCUSED


def test_whoever_asks_to_speak_at_the_door_is_in_the_queue(desk, screen, qtbot) -> None:
    go_to(screen, "huda")
    press(desk, qtbot, KEY.Key_9)
    press(desk, qtbot, KEY.Key_9)
    (turn,) = desk.ask(lambda archive: archive.turns.all(MEETING))
    assert (turn.speaker, turn.asked_at) == (Speaker("huda"), "2026-11-24T07:42:00Z")
    assert "هدى القاضي" in desk.notices[-1].text


def test_the_seat_is_written_shown_and_found(desk, screen, qtbot) -> None:
    go_to(screen, "huda")
    press(desk, qtbot, KEY.Key_8)
    field = screen.panel.attendance.field("seat")
    assert QApplication.focusWidget() is field
    type_text(field, "17")
    press(desk, qtbot, KEY.Key_Tab)
    desk.settle()
    assert attendance(desk, "huda").seat == "17"
    find(desk, screen, "17")
    assert names(screen) == ["هدى القاضي"]


def test_the_count_by_sex_and_sector_is_always_in_sight(make_screen, qtbot) -> None:
    desk, screen = make_screen(size=(520, 430))
    counts = screen.list.counts
    assert counts.present.isVisible()
    assert counts.sexes.words == "نساء\u00a0\u20660\u2069 · رجال\u00a0\u20661\u2069"
    go_to(screen, "huda")
    qtbot.keyClick(screen.list.table, KEY.Key_1)
    desk.until(lambda: "نساء\u00a0\u20661\u2069" in counts.sexes.words)
    assert "المجتمع المدني" in counts.sectors.words
    assert "\u20662\u2069" in counts.present.words
