"""What was being typed when the program ended, and what arrived before it was taken up again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from recorder import Archive, Draft, Note, Place

KEY = Qt.Key


@pytest.fixture
def there(tmp_path):
    """Another laptop that shares the meeting."""
    with Archive.open(tmp_path / "there", author="هناك", machine=tmp_path / "machine") as archive:
        yield archive


def share(room, there):
    there.receive(room.ask(lambda archive: archive.changes_since({})))


def receive(room, there):
    arrived = there.changes_since({})
    room.ask(lambda archive: archive.receive(arrived))
    room.settle()


def say_there(there, text):
    (note,) = there.notes.all("m")
    there.notes.write(replace(note, text=text))


def texts(room):
    return room.ask(lambda archive: [each.text for each in archive.notes.all("m")])


@pytest.fixture
def shared(room, there):
    """One note that both laptops have."""
    room.type("الماء. الكهرباء.")
    room.press(KEY.Key_Return)
    room.settle()
    share(room, there)
    return room


def test_an_edit_from_before_a_crash_is_joined_with_what_was_imported_after_it(
    shared, there, enter
):
    (note,) = shared.ask(lambda archive: archive.notes.all("m"))
    draft = Draft(window="capture", table="note", row_id=note.id, column="text",
                  text="الماء منقطع. الكهرباء.",
                  fields={"meeting_id": "m", "place": note.place, "kind": note.kind})  # fmt: skip
    shared.ask(lambda archive: archive.drafts.save(draft))
    say_there(there, "الماء. الكهرباء ضعيفة.")
    receive(shared, there)
    again = enter()
    assert again.box.words == "الماء منقطع. الكهرباء."
    again.press(KEY.Key_Return)
    again.settle()
    assert texts(again) == ["الماء منقطع. الكهرباء ضعيفة."]


def test_typing_on_after_a_rest_takes_nothing_away_that_arrived_meanwhile(room, there):
    room.type("الماء. الكهرباء.")
    room.workspace.capture.presenter._keeper.rested.emit()
    room.settle()
    share(room, there)
    say_there(there, "الماء. الكهرباء ضعيفة.")
    receive(room, there)
    assert room.box.words == "الماء. الكهرباء."
    room.type(" النقل.")
    room.press(KEY.Key_Return)
    room.settle()
    (text,) = texts(room)
    assert {"ضعيفة", "النقل"} <= set(text.replace(".", " ").split())


def test_nothing_that_was_pending_is_lost_at_the_start_whatever_it_was_typed_in(room, enter):
    title = Draft(window="form.meeting", table="meeting", row_id="m", column="title",
                  text="عنوان لم يُحفظ")  # fmt: skip
    item = Draft(window="form.agenda", table="agenda_item", row_id="new", column="title",
                 text="بند لم يُحفظ", fields={"meeting_id": "m", "place": Place()})  # fmt: skip
    notes = [
        Draft(window="capture", table="note", row_id=f"in-{meeting}", column="text",
              text=f"كلمة {meeting}", fields={"meeting_id": meeting, "place": Place(),
                                              "said_at": "2026-11-24T07:00:00Z"})
        for meeting in ("m", "other")
    ]  # fmt: skip
    for each in (title, item, *notes):
        room.ask(lambda archive, each=each: archive.drafts.save(each))
    again = enter()
    again.window._on_opened()  # as at a start: the fixture's bridge was open before the window
    again.settle()
    assert again.ask(lambda archive: archive.meetings.get("m").title) == "عنوان لم يُحفظ"
    assert "بند لم يُحفظ" in again.ask(lambda a: [each.title for each in a.agenda.all("m")])
    assert again.box.words == "كلمة m"
    again.window.open_meeting("other")
    again.settle()
    assert texts(again) == ["كلمة m"]
    assert again.box.words == "كلمة other"
    again.press(KEY.Key_Return)
    again.settle()
    (other,) = again.ask(lambda archive: archive.notes.all("other"))
    assert isinstance(other, Note)
    assert again.ask(lambda archive: archive.drafts.pending()) == []
