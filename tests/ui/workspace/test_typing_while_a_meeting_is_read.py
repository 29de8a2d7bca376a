"""Between the wish for a meeting and its coming into view, every key belongs to it."""

import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt

from recorder import AgendaItem, Note, Place
from ui.capture.writing import draft_of

ENTER = Qt.Key.Key_Return


@pytest.fixture
def reading(room):
    """Hold the archive up, as a slow disk does, until the block ends."""

    @contextmanager
    def hold():
        gate = threading.Event()
        room.bridge.request(lambda _archive: gate.wait(20))
        yield
        gate.set()
        room.settle()

    return hold


def texts(room, meeting_id):
    return [each.text for each in room.ask(lambda archive: archive.notes.all(meeting_id))]


def drafts(room):
    return [each.text for each in room.ask(lambda archive: archive.drafts.pending())]


def test_words_typed_while_a_meeting_is_read_are_its_own(room, reading):
    room.type("كلام في السابق")
    with reading():
        room.window.open_meeting("other")
        room.type("جملة أولى")
        room.press(ENTER)
        room.type("جملة لم تكتمل")
    assert texts(room, "m") == ["كلام في السابق"]
    assert texts(room, "other") == ["جملة أولى"]
    assert [each.text for each in room.workspace.notes.shown] == ["جملة أولى"]
    assert room.box.words == "جملة لم تكتمل"
    room.press(ENTER)
    room.settle()
    assert texts(room, "other") == ["جملة أولى", "جملة لم تكتمل"]
    assert drafts(room) == []


def test_a_note_finished_while_a_meeting_is_read_stands_under_its_item(room, reading, prepare):
    prepare(AgendaItem(id="c", meeting_id="other", title="بند", place=Place(None, "a1")))
    with reading():
        room.window.open_meeting("other")
        room.type("جملة مبكرة")
        room.press(ENTER)
    (note,) = room.ask(lambda archive: archive.notes.all("other"))
    assert note.place.parent_id == "c"
    assert [each.text for each in room.workspace.notes.shown] == ["جملة مبكرة"]


def test_words_typed_on_the_way_there_and_back_stay_in_the_box(room, qtbot):
    opened = []

    def note_opening():
        opened.append(True)
        room.type("بين الفتحتين")

    room.workspace.meeting_opened.connect(note_opening)
    for meeting_id in ("other", "m", "other"):
        room.window.open_meeting(meeting_id)
    room.settle()
    assert opened == [True]
    assert room.box.words == "بين الفتحتين"
    qtbot.waitUntil(lambda: drafts(room) == ["بين الفتحتين"], timeout=5000)


def test_words_typed_right_after_a_change_of_language_stay(room, reading):
    room.type("قبل التغيير")
    with reading():
        room.window.rebuild()
        room.type("بعد التغيير")
    assert room.box.words == "قبل التغييربعد التغيير"
    assert texts(room, "m") == []


def test_what_was_pending_becomes_a_note_when_the_box_is_taken(room, reading, qtbot):
    draft = Note(id="old", meeting_id="other", text="من قبل العطل", said_at="2026-11-24T07:00:00Z")
    room.ask(lambda archive: archive.drafts.save(draft_of(draft)))
    with reading():
        room.window.open_meeting("other")
        room.type("جديد")
    assert room.box.words == "جديد"
    assert texts(room, "other") == ["من قبل العطل"]


def test_a_note_finished_early_is_kept_when_the_window_is_closed(room, reading):
    with reading():
        room.window.open_meeting("other")
        room.type("قبل الإغلاق")
        room.press(ENTER)
        room.workspace.leave()
    assert texts(room, "other") == ["قبل الإغلاق"]


def test_a_recommendation_made_of_an_early_note_has_it_as_its_source(room, reading):
    with reading():
        room.window.open_meeting("other")
        room.type("نوصي بالمياه")
        room.press(Qt.Key.Key_F3)
    (source,) = room.ask(lambda archive: archive.sources.all("other"))
    (note,) = room.ask(lambda archive: archive.notes.all("other"))
    assert source.note_id == note.id
