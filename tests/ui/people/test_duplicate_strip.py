"""Two entries that may be one: asked about quietly, answered by a key, taken back by another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from recorder import Attendance, Note, Organisation, Person, Presence, Speaker
from tests.ui.meeting_screens import MEETING
from tests.ui.typing_hand import type_text
from tests.ui.window_survey import cut_texts, nameless_controls, place_in, unreachable

KEY = Qt.Key
SMALL = (834, 449)


def put_twice(archive):
    """A second entry of Wassim, who is on the list too, and one of an organisation."""
    archive.write(
        Person(id="wassim2", name="وسيم حاج", title="م."),
        Attendance(id=Attendance.id_for(MEETING, "wassim2"), meeting_id=MEETING,
                   person_id="wassim2", presence=Presence.EXCUSED),
        Note(id="n", meeting_id=MEETING, text="قول", speaker=Speaker("wassim2")),
        Note(id="n2", meeting_id="m2", text="قول", speaker=Speaker("wassim2")),
    )  # fmt: skip


@pytest.fixture
def strip(desk, screen):
    """The strip of the screen once it knows of the pair."""
    desk.put(put_twice)
    screen.list.reload()
    made = screen.list.duplicates
    made.look()
    desk.until(made.isVisible)
    return made


@pytest.fixture
def compared(desk, strip):
    """The strip with the two side by side."""
    desk.services.actions.show_for("people")
    desk.services.actions.action("entry.compare").trigger()
    assert strip.is_open
    return strip


def people(desk):
    return {each.id for each in desk.ask(lambda archive: archive.people.all())}


def listed(screen):
    return [each.person.id for each in screen.list.model.rows]


def press(key):
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_nothing_is_asked_where_nobody_is_there_twice(desk, screen):
    screen.list.duplicates.look()
    desk.settle()
    assert not screen.list.duplicates.isVisible()
    assert not desk.services.actions.action("entry.compare").isEnabled()


def test_one_quiet_line_tells_that_two_may_be_one(strip):
    assert not strip.is_open
    for name in ("وسيم الحاج", "م. وسيم حاج"):
        assert name in strip.line.words


def test_both_are_shown_side_by_side_with_what_tells_them_apart(screen, compared):
    assert compared.first.name.words == "م. وسيم حاج"  # more meetings name it
    assert compared.first.meetings.words.replace("\u2066", "").startswith("في لقاءين")
    assert compared.second.name.words == "وسيم الحاج"
    assert "GLOCA" in compared.second.detail.words
    assert place_in(screen, compared.first).x() > place_in(screen, compared.second).x()


@pytest.mark.parametrize(("key", "kept"), [(KEY.Key_1, "wassim2"), (KEY.Key_2, "wassim")])
def test_a_key_says_that_they_are_one_and_under_which_name(desk, screen, compared, key, kept):
    press(key)
    desk.until(lambda: len(listed(screen)) == 3)
    assert people(desk) & {"wassim", "wassim2"} == {kept}
    assert kept in listed(screen)
    assert not compared.isVisible()
    desk.until(lambda: screen.list.table.current.person.id == kept)
    note = desk.ask(lambda archive: archive.notes.get("n"))
    assert note.speaker == Speaker(kept)


def test_an_arabic_digit_is_the_same_key(desk, compared):
    focus = QApplication.focusWidget()
    type_text(focus, "٢")
    desk.until(lambda: "wassim2" not in people(desk))


def test_the_notice_takes_a_merging_back(desk, screen, compared):
    press(KEY.Key_2)
    desk.until(lambda: bool(desk.notices))
    assert "وسيم الحاج" in desk.notices[-1].text
    desk.undo()
    desk.until(lambda: {"wassim", "wassim2"} <= people(desk))
    desk.until(lambda: len(listed(screen)) == 4)
    desk.until(compared.isVisible)


def test_who_is_not_the_same_is_not_asked_about_again(desk, compared):
    press(KEY.Key_Delete)
    desk.until(lambda: bool(desk.notices))
    assert not compared.isVisible()
    assert {"wassim", "wassim2"} <= people(desk)
    compared.look()
    desk.settle()
    assert not compared.isVisible()
    desk.undo()
    desk.until(compared.isVisible)


def test_later_writes_nothing_and_gives_the_list_back(desk, screen, compared):
    press(KEY.Key_Escape)
    assert not compared.isVisible()
    assert screen.list.table.hasFocus()
    compared.look()
    desk.settle()
    assert not compared.isVisible()
    assert desk.notices == []
    assert desk.ask(lambda archive: len(archive.duplicates.candidates("person"))) == 1


def test_the_key_of_the_command_opens_and_closes(desk, compared):
    action = desk.services.actions.action("entry.compare")
    action.trigger()
    assert not compared.is_open
    assert compared.isVisible()
    action.trigger()
    assert compared.is_open
    assert compared.first.keep.hasFocus()


def test_organisations_are_asked_about_after_the_people(desk, strip):
    desk.put(lambda archive: archive.write(Organisation(id="g2", name="GLOCA")))
    strip.look()
    desk.until(lambda: "زوج" in strip.line.words)
    strip.open()
    strip.second.keep.click()
    desk.until(lambda: "GLOCA" in strip.line.words or strip.first.name.words != "م. وسيم حاج")
    assert {strip.first.name.words, strip.second.name.words} == {
        "GLOCA", "المنظمة العالمية للنهوض بالمجتمع المدني",
    }  # fmt: skip
    strip.second.keep.click()
    desk.until(lambda: len(desk.ask(lambda archive: archive.organisations.all())) == 2)


def test_a_change_of_the_directory_is_looked_at_after_a_rest(desk, screen):
    strip = screen.list.duplicates
    strip.REST_MS = 1
    desk.bridge.request(
        lambda archive: archive.people.write(Person(id="x", name="الأستاذ وسيم الحاج"))
    )
    desk.until(strip.isVisible)


def test_what_is_typed_beside_the_list_is_kept_when_its_person_is_merged(desk, screen, strip):
    screen.list.table.choose("wassim2")
    role = screen.panel.person.field("role")
    desk.until(lambda: role.text() == "")
    role.setFocus()
    type_text(role, "خبير")
    strip.open()
    strip.second.keep.click()
    desk.until(lambda: people(desk) & {"wassim2"} == set())
    rows = desk.ask(lambda archive: archive.duplicates.merged("person"))
    assert rows[0].others[0].role == "خبير"


def test_the_old_name_still_finds_the_person(desk, screen, compared):
    desk.put(lambda archive: archive.people.write(Person(id="abu", name="أبو أحمد")))
    desk.ask(lambda archive: archive.duplicates.merge("person", "abu", "huda"))
    screen.list.reload()
    desk.settle()
    screen.list.finder.setText("ابو احمد")
    screen.list.finder.edited.emit()
    assert listed(screen) == ["huda"]
    also = [each.also for each in desk.services.directory.person_choices() if each.id == "huda"]
    assert "أبو أحمد" in also[0]


def test_the_details_tell_how_somebody_was_entered_too_and_part_them(desk, screen, compared):
    press(KEY.Key_2)
    merged = screen.panel.merged
    desk.until(merged.isVisible)
    (part,) = merged.findChildren(QPushButton)
    assert "وسيم حاج" in part.accessibleName()
    part.click()
    desk.until(lambda: len(listed(screen)) == 4)
    desk.until(lambda: not merged.isVisible())
    assert not compared.isVisible()  # who was parted is not proposed again
    desk.undo()
    desk.until(lambda: len(listed(screen)) == 3)
    desk.until(merged.isVisible)


def test_both_on_the_list_are_one_line_after_merging(desk, screen, compared):
    assert len(listed(screen)) == 4
    press(KEY.Key_1)
    desk.until(lambda: len(listed(screen)) == 3)
    assert screen.list.model.rows[screen.list.model.place_of("wassim2")].is_present


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1290, 706), SMALL])
def test_every_control_is_named_and_reached_and_no_word_is_cut(make_screen, language, size):
    desk, screen = make_screen(language, size=size)
    desk.put(put_twice)
    strip = screen.list.duplicates
    strip.look()
    desk.until(strip.isVisible)
    for _ in ("the line", "the two"):
        assert nameless_controls(screen) == []
        assert unreachable(screen) == []
        assert cut_texts(screen) == []
        strip.open()
    strip.open()
    desk.settle()
    for each in (strip.first.keep, strip.second.keep, strip.other):
        assert each.height() >= each.minimumHeight()
        assert place_in(screen, each).bottom() < screen.height()
