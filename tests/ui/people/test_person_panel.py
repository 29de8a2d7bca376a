import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from recorder import Attendance, Capacity, Person, Presence, Sector, Sex
from tests.ui.meeting_screens import MEETING
from tests.ui.typing_hand import type_text

KEY = Qt.Key


def open_details(desk, screen, qtbot, person_id):
    screen.list.table.setFocus()
    screen.list.table.choose(person_id)
    qtbot.keyClick(screen.list.table, KEY.Key_Return)
    desk.settle()


def focus():
    found = QApplication.focusWidget()
    assert found is not None
    return found


def leave_by_tab(qtbot, field):
    """Press Tab where the keyboard is: in the list of completions while that is open."""
    qtbot.keyClick(QApplication.activePopupWidget() or field, KEY.Key_Tab)
    field.window().activateWindow()  # offscreen has no window manager to do it after a popup


def tab_to(qtbot, field):
    """Press Tab until a field has the focus: the way of a hand that never leaves the keyboard."""
    for _ in range(40):
        if focus() is field:
            return
        qtbot.keyClick(focus(), KEY.Key_Tab)
    raise AssertionError(f"Tab never comes to {field.accessibleName()}")


def write_over(qtbot, field, text):
    tab_to(qtbot, field)
    field.selectAll()
    type_text(field, text)
    leave_by_tab(qtbot, field)


def choose(qtbot, field, value):
    tab_to(qtbot, field)
    for _ in range(field.count()):
        if field.value == value:
            return
        qtbot.keyClick(field, KEY.Key_Down)
    assert field.value == value


def test_a_person_is_written_by_the_keyboard_alone(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "ahmad")
    form = screen.panel.person
    assert focus() is form.field("name")
    for column, text in (
        ("name", "أحمد العلي الحلبي"),
        ("title", "د."),
        ("name_en", "Ahmad Al-Ali"),
        ("role", "مدير البحوث"),
        ("organisation_id", "gloca"),
        ("phone", "+963 21 555 0101"),
        ("email", "ahmad@example.org"),
    ):
        write_over(qtbot, form.field(column), text)
    desk.settle()
    stored = desk.ask(lambda archive: archive.people.get("ahmad"))
    assert stored == Person(
        id="ahmad",
        name="أحمد العلي الحلبي",
        title="د.",
        name_en="Ahmad Al-Ali",
        role="مدير البحوث",
        organisation_id="gloca",
        sex=Sex.MALE,
        phone="+963 21 555 0101",
        email="ahmad@example.org",
    )


def test_what_somebody_stood_for_that_day_is_written(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    form = screen.panel.attendance
    choose(qtbot, form.field("capacity"), Capacity.GUEST.value)
    choose(qtbot, form.field("presence"), Presence.EXCUSED.value)
    write_over(qtbot, form.field("arrived"), "٩٣٠")
    write_over(qtbot, form.field("departed"), "11:05")
    write_over(qtbot, form.field("role"), "ممثلة النقابة")
    write_over(qtbot, form.field("remark"), "حضرت متأخرة")
    desk.settle()
    found = Attendance.id_for(MEETING, "huda")
    stored = desk.ask(lambda archive: archive.attendance.get(found))
    assert stored.capacity == Capacity.GUEST
    assert stored.presence == Presence.EXCUSED
    assert (stored.arrived, stored.departed) == ("09:30", "11:05")
    assert (stored.role, stored.remark) == ("ممثلة النقابة", "حضرت متأخرة")


def test_an_unknown_organisation_is_made_and_its_details_are_written(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    write_over(qtbot, screen.panel.person.organisation, "نقابة المحامين")
    desk.until(screen.panel.organisation.isVisible)
    write_over(qtbot, screen.panel.organisation.field("acronym"), "ABA")
    choose(qtbot, screen.panel.organisation.field("sector"), Sector.CIVIL_SOCIETY.value)
    desk.settle()
    person = desk.ask(lambda archive: archive.people.get("huda"))
    made = desk.ask(lambda archive: archive.organisations.get(person.organisation_id))
    assert (made.name, made.acronym, made.sector) == (
        "نقابة المحامين",
        "ABA",
        Sector.CIVIL_SOCIETY,
    )


def test_what_is_typed_is_a_draft_before_the_field_is_left(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    field = screen.panel.person.field("role")
    tab_to(qtbot, field)
    type_text(field, "قاضية")
    desk.until(
        lambda: any(
            (each.row_id, each.column, each.text) == ("huda", "role", "قاضية")
            for each in desk.ask(lambda archive: archive.drafts.pending())
        )
    )


def test_what_another_view_writes_arrives_but_not_under_the_hand(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "ahmad")
    field = screen.panel.person.field("role")
    tab_to(qtbot, field)
    field.selectAll()
    type_text(field, "باحث أول")
    desk.bridge.request(
        lambda archive: archive.people.write(
            Person(id="ahmad", name="أحمد ع.", role="شيء آخر", organisation_id="dcaf")
        ),
        saves=True,
    )
    desk.settle()
    assert field.words == "باحث أول"
    qtbot.keyClick(field, KEY.Key_Tab)
    desk.until(lambda: screen.panel.person.field("name").words == "أحمد ع.")


def test_escape_leads_back_to_the_list(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "ahmad")
    qtbot.keyClick(focus(), KEY.Key_Escape)
    assert focus() is screen.list.table


def test_the_person_stays_while_the_search_no_longer_finds_them(desk, screen, qtbot):
    type_text(screen.list.finder, "احمد")
    open_details(desk, screen, qtbot, "ahmad")
    write_over(qtbot, screen.panel.person.field("name"), "سامر")
    desk.until(lambda: len(screen.list.model.rows) == 0)
    assert screen.panel.person.row.id == "ahmad"
    assert screen.panel.person.field("name").words == "سامر"


def test_leaving_the_screen_makes_changes_of_what_was_typed(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    field = screen.panel.person.field("role")
    tab_to(qtbot, field)
    field.selectAll()
    type_text(field, "قاضية")
    screen.leave()
    desk.settle()
    assert desk.ask(lambda archive: archive.drafts.pending()) == []
    assert desk.ask(lambda archive: archive.people.get("huda")).role == "قاضية"


def test_a_time_is_written_after_a_rest_although_its_field_is_not_left(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    field = screen.panel.attendance.field("arrived")
    tab_to(qtbot, field)
    type_text(field, "930")
    found = Attendance.id_for(MEETING, "huda")
    desk.until(lambda: desk.ask(lambda archive: archive.attendance.get(found)).arrived == "09:30")
    assert field.words == "930"


def test_a_time_that_is_being_typed_is_written_when_the_screen_is_left(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    field = screen.panel.attendance.field("departed")
    tab_to(qtbot, field)
    type_text(field, "11:05")
    screen.leave()
    found = Attendance.id_for(MEETING, "huda")
    assert desk.ask(lambda archive: archive.attendance.get(found)).departed == "11:05"


def test_nobody_can_be_written_where_nobody_is_chosen(desk, screen):
    desk.ask(lambda archive: archive.attendance.delete(*attendance_ids()))
    screen.open_meeting(MEETING)
    desk.until(lambda: len(screen.list.model.rows) == 0)
    desk.settle()
    assert not screen.panel.person.field("name").isEnabled()
    assert screen.list.hint.isVisible()


def attendance_ids():
    return [Attendance.id_for(MEETING, each) for each in ("wassim", "ahmad", "huda")]


def test_a_reading_older_than_the_hand_never_shows(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    field = screen.panel.person.field("role")
    tab_to(qtbot, field)
    gate = threading.Event()
    desk.bridge.request(lambda _archive: gate.wait(20))
    screen.list.reload()  # is answered with what stood there before the hand
    field.selectAll()
    type_text(field, "قاضية")
    seen = []
    field.textChanged.connect(seen.append)
    qtbot.keyClick(field, KEY.Key_Tab)
    gate.set()
    desk.settle()
    assert seen == []
    assert field.words == "قاضية"


def test_a_phone_number_runs_from_the_left_although_it_has_no_letters(desk, screen, qtbot):
    open_details(desk, screen, qtbot, "huda")
    field = screen.panel.person.field("phone")
    field.show_words("+963 21 555")
    field.setCursorPosition(0)
    assert field.cursorRect().center().x() < field.width() / 2
