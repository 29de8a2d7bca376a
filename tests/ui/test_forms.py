import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from recorder import (
    ArchiveUnwritableError,
    Draft,
    ExportError,
    Host,
    Meeting,
    Organisation,
    Person,
    new_id,
)
from tests.ui.typing_hand import type_text
from ui.export.choice import Choice
from ui.export.names import document_language, suggest_name
from ui.export.writing import order_of
from ui.i18n import explain
from ui.settings.store import Settings

OPENING = "افتتحت الميسّرة اللقاء مرحّبةً بالحضور."


@pytest.fixture
def meeting(ask):
    row = Meeting(id=new_id(), title="لقاء أول")
    ask(lambda archive: archive.meetings.write(row))
    return row.id


@pytest.fixture
def details(make_window, meeting, qtbot):
    window = make_window()
    window.open_meeting(meeting, "meeting")
    form = window.screen_named("meeting").details
    qtbot.waitUntil(lambda: form.field("title").text() == "لقاء أول", timeout=20_000)
    return form


def test_what_is_typed_in_a_form_is_a_draft_before_the_field_is_left(details, ask, qtbot):
    type_text(details.field("opening"), OPENING)
    qtbot.waitUntil(lambda: bool(ask(lambda archive: archive.drafts.pending())), timeout=20_000)
    draft = ask(lambda archive: archive.drafts.pending())[0]
    assert (draft.column, draft.text) == ("opening", OPENING)


def test_leaving_a_field_makes_one_change_of_what_was_typed(details, ask, meeting, qtbot, bridge):
    box = details.field("opening")
    with qtbot.waitSignal(bridge.changed, timeout=20_000) as told:
        type_text(box, OPENING)
        details.leave()
    assert told.args[0].touches("meeting", meeting)
    assert ask(lambda archive: archive.meetings.get(meeting)).opening == OPENING
    assert ask(lambda archive: archive.drafts.pending()) == []


def test_leaving_the_screen_loses_no_letter(details, ask, meeting):
    title = details.field("title")
    title.setCursorPosition(len(title.text()))
    type_text(title, " مطوّل")
    details.window().show_screen("library")
    assert ask(lambda archive: archive.meetings.get(meeting)).title.endswith("مطوّل")


def test_keys_struck_before_the_next_meeting_is_read_do_not_go_into_the_one_before(
    details, ask, meeting, bridge, qtbot
):
    other = Meeting(id=new_id(), title="لقاء ثان")
    ask(lambda archive: archive.meetings.write(other))
    read = threading.Event()
    bridge.request(lambda _archive: read.wait(20))
    details.window().open_meeting(other.id, "meeting")
    type_text(QApplication.focusWidget() or details.field("title"), "زائد")
    type_text(details.field("title"), "زائد")
    read.set()
    qtbot.waitUntil(lambda: details.field("title").text() == "لقاء ثان", timeout=20_000)
    assert details.field("title").hasFocus()
    details.leave()
    assert ask(lambda archive: archive.meetings.get(meeting)).title == "لقاء أول"
    assert ask(lambda archive: archive.meetings.get(other.id)).title == "لقاء ثان"


def test_turning_to_another_meeting_adds_no_choice_to_its_fields(details, ask, qtbot):
    other = Meeting(id=new_id(), title="لقاء ثان")
    ask(lambda archive: archive.meetings.write(other))
    before = details.field("kind").count()
    details.window().open_meeting(other.id, "meeting")
    qtbot.waitUntil(lambda: details.field("title").text() == "لقاء ثان", timeout=20_000)
    assert details.field("kind").count() == before


def test_a_date_and_a_choice_are_written_when_they_are_made(details, ask, meeting, qtbot):
    date = details.field("date")
    type_text(date, "18/6/2025")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    kind = details.field("kind")
    kind.setFocus()
    while kind.value != "workshop":
        qtbot.keyClick(kind, Qt.Key.Key_Down)
    stored = ask(lambda archive: archive.meetings.get(meeting))
    assert (stored.date, stored.kind) == ("2025-06-18", "workshop")


def test_an_unknown_facilitator_becomes_a_person(details, ask, meeting, qtbot):
    field = details.field("facilitator_id")
    type_text(field, "سمر حداد")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    stored = ask(lambda archive: archive.meetings.get(meeting))
    assert ask(lambda archive: archive.people.get(stored.facilitator_id)).name == "سمر حداد"


def test_a_form_never_writes_over_what_another_hand_changed(details, ask, meeting, bridge, qtbot):
    stored = ask(lambda archive: archive.meetings.get(meeting))
    ask(lambda archive: archive.meetings.write(replace(stored, venue="حي المحافظة")))
    date = details.field("date")
    type_text(date, "18/6/2025")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    after = ask(lambda archive: archive.meetings.get(meeting))
    assert (after.venue, after.date) == ("حي المحافظة", "2025-06-18")


def test_a_field_that_is_only_passed_through_writes_nothing(details, ask, meeting, qtbot):
    kind = details.field("kind")
    kind.setFocus()
    stored = ask(lambda archive: archive.meetings.get(meeting))
    ask(lambda archive: archive.meetings.write(replace(stored, kind="workshop")))
    details.leave()
    assert ask(lambda archive: archive.meetings.get(meeting)).kind == "workshop"
    qtbot.waitUntil(lambda: kind.value == "workshop", timeout=20_000)


def test_a_time_that_is_being_typed_stays_when_the_meeting_changes(details, ask, meeting, qtbot):
    field = details.field("actual_start")
    type_text(field, "10:4")
    stored = ask(lambda archive: archive.meetings.get(meeting))
    ask(lambda archive: archive.meetings.write(replace(stored, actual_start="09:00")))
    ask(lambda archive: archive.meetings.get(meeting))
    ask(lambda archive: archive.meetings.get(meeting))
    assert field.text() == "10:4"


def test_a_facilitator_who_is_no_longer_in_the_directory_stays_when_the_field_is_left(
    details, ask, meeting, qtbot
):
    person = Person(id=new_id(), name="سمر حداد")
    stored = ask(lambda archive: archive.meetings.get(meeting))
    ask(lambda archive: archive.write(person, replace(stored, facilitator_id=person.id)))
    field = details.field("facilitator_id")
    qtbot.waitUntil(lambda: field.text() == "سمر حداد", timeout=20_000)
    ask(lambda archive: archive.people.delete(person.id))
    qtbot.waitUntil(lambda: field.text() == "", timeout=20_000)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert ask(lambda archive: archive.meetings.get(meeting)).facilitator_id == person.id


def test_a_name_that_was_wiped_out_is_no_longer_stored(details, ask, meeting, qtbot):
    people = [Person(id=new_id(), name=name) for name in ("سمر حداد", "وسيم الحاج")]
    stored = ask(lambda archive: archive.meetings.get(meeting))
    ask(lambda archive: archive.write(*people, replace(stored, facilitator_id=people[0].id)))
    field = details.field("facilitator_id")
    qtbot.waitUntil(lambda: field.text() == "سمر حداد", timeout=20_000)
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert ask(lambda archive: archive.meetings.get(meeting)).facilitator_id is None


def test_a_value_the_disk_refused_is_written_when_its_field_is_left_once_more(
    details, ask, bridge, qtbot, monkeypatch
):
    field = details.field("actual_start")

    def refuse(*_rows, **_rest):
        raise ArchiveUnwritableError(reason="full")

    type_text(field, "10:40")
    with monkeypatch.context() as full, qtbot.waitSignal(bridge.failed):
        full.setattr(type(ask(lambda archive: archive)), "write", refuse)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    stored = ask(lambda archive: archive.meetings.get(details.meeting_id))
    assert stored.actual_start == "10:40"


def test_a_field_in_use_keeps_what_is_in_it_when_the_meeting_changes(details, ask, meeting, qtbot):
    box = details.field("opening")
    type_text(box, "نصف جم")
    stored = ask(lambda archive: archive.meetings.get(meeting))
    ask(lambda archive: archive.meetings.write(replace(stored, venue="قاعة")))
    ask(lambda archive: archive.meetings.get(meeting))
    assert box.words == "نصف جم"


def test_a_host_is_added_by_an_abbreviation_and_removed_with_a_way_back(
    details, ask, meeting, qtbot
):
    body = Organisation(id=new_id(), name="المنظمة العالمية", acronym="GLOCA")
    ask(lambda archive: archive.organisations.write(body))
    hosts = details.hosts
    qtbot.waitUntil(lambda: bool(hosts.adder.matches("gloca")), timeout=20_000)
    hosts.adder.show_value(body.id)
    hosts.adder.chosen.emit(body.id)
    assert [host.organisation_id for host in ask(lambda a: a.hosts.all(meeting))] == [body.id]
    qtbot.waitUntil(lambda: bool(hosts._hosts), timeout=20_000)
    hosts._remove(hosts._hosts[0])
    assert ask(lambda a: a.hosts.all(meeting)) == []
    ask(lambda a: a.hosts.restore(Host.id_for(meeting, body.id)))
    assert len(ask(lambda a: a.hosts.all(meeting))) == 1


def test_a_host_that_was_typed_without_enter_is_added_when_the_form_is_left(details, ask, meeting):
    details.hosts.adder.setFocus()
    type_text(details.hosts.adder, "نقابة المهندسين")
    details.leave()
    (host,) = ask(lambda archive: archive.hosts.all(meeting))
    made = ask(lambda archive: archive.organisations.get(host.organisation_id))
    assert made.name == "نقابة المهندسين"
    assert not details.hosts.adder.words


def test_a_host_that_was_typed_stays_with_the_meeting_it_was_typed_in(details, ask, meeting):
    other = Meeting(id=new_id(), title="لقاء ثان")
    ask(lambda archive: archive.meetings.write(other))
    details.hosts.adder.setFocus()
    type_text(details.hosts.adder, "نقابة المهندسين")
    details.window().open_meeting(other.id, "meeting")
    details.leave()
    assert len(ask(lambda archive: archive.hosts.all(meeting))) == 1
    assert ask(lambda archive: archive.hosts.all(other.id)) == []


def test_a_new_meeting_is_begun_from_the_library(make_window, ask, qtbot):
    window = make_window()
    window.screen_named("library").begin_meeting()
    qtbot.waitUntil(lambda: window.screen_name == "meeting", timeout=20_000)
    assert len(ask(lambda archive: archive.meetings.summaries())) == 1


# Export


def minutes_of(meeting_id):
    return order_of(meeting_id, "", Choice(), Settings())


def test_minutes_are_written_and_the_notice_leads_to_them(make_window, sample, tmp_path, qtbot):
    window = make_window()
    target = tmp_path / "محضر.docx"
    window.open_meeting(sample, "meeting")
    window.document_writer().write(minutes_of(sample), target)
    texts = window.frame.strip
    qtbot.waitUntil(lambda: target.exists() and "محضر.docx" in texts.texts[-1], timeout=60_000)
    assert target.read_bytes()[:2] == b"PK"


def test_a_folder_that_takes_nothing_is_told_in_words(make_window, sample, tmp_path, qtbot):
    window = make_window()
    (tmp_path / "folder").write_text("a file in the place of a folder", "utf-8")
    window.document_writer().write(minutes_of(sample), tmp_path / "folder" / "minutes.docx")
    strip = window.frame.strip
    qtbot.waitUntil(lambda: "مجلد" in "".join(strip.texts), timeout=60_000)


def test_a_document_that_is_open_elsewhere_is_told_in_words():
    assert "برنامج آخر" in explain(ExportError(path="x", reason="locked"))


@pytest.mark.parametrize("title", ["لقاء: 1/2 <حلب>?", "a" * 300, "..."])
def test_a_suggested_name_is_taken_by_every_file_system(title, ask, meeting):
    summary = replace(ask(lambda archive: archive.meetings.summaries())[0], title=title)
    name = suggest_name(summary, Choice())
    assert name.endswith(".docx")
    assert len(name) < 100
    assert not set(name) & set('\\/:*?"<>|')


@pytest.mark.parametrize(
    ("title", "window", "language"),
    [
        ("لقاء DCAF", "en", "ar"),
        ("Donor meeting", "ar", "en"),
        ("", "ar", "ar"),
        ("3/2026", "en", "en"),
    ],
)
def test_minutes_speak_the_language_of_the_meeting(title, window, language):
    assert document_language(title, window) == language


def test_what_a_form_was_typing_when_the_program_was_killed_becomes_a_change(
    ask, meeting, make_window, bridge, qtbot
):
    draft = Draft(
        window="form.text", table="meeting", row_id=meeting, column="opening", text=OPENING
    )
    ask(lambda archive: archive.drafts.save(draft))
    window = make_window()
    window._on_opened()
    qtbot.waitUntil(lambda: not ask(lambda archive: archive.drafts.pending()), timeout=20_000)
    assert ask(lambda archive: archive.meetings.get(meeting)).opening == OPENING
