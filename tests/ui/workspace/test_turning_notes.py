"""One key turns a note, or words of it, into what they are."""

import pytest
from PySide6.QtCore import Qt

from recorder import Attachment, NoteKind, Place, Source, Speaker, Subject

KEY, HELD = Qt.Key, Qt.KeyboardModifier
KINDS = [
    (KEY.Key_6, NoteKind.QUESTION),
    (KEY.Key_7, NoteKind.NEED),
    (KEY.Key_8, NoteKind.CHALLENGE),
    (KEY.Key_9, NoteKind.PRIVATE),
]


def all_of(room, subject):
    return room.ask(lambda archive: getattr(archive, subject).all("m"))


def say(room, text):
    room.type(text)
    room.press(KEY.Key_Return)
    room.settle()


def select_last_word(room):
    room.press(KEY.Key_Right, HELD.ControlModifier | HELD.ShiftModifier)


@pytest.mark.parametrize(("key", "kind"), KINDS)
def test_a_key_turns_the_selected_note_and_the_same_key_turns_it_back(room, key, kind):
    say(room, "الماء لا يصل")
    for expected in (kind, NoteKind.STATEMENT):
        room.press(KEY.Key_F6)
        room.press(key, HELD.ControlModifier)
        room.settle()
        (note,) = all_of(room, "notes")
        assert (note.kind, note.text) == (expected, "الماء لا يصل")
        assert [each.kind for each in room.workspace.notes.shown] == [expected]
    assert room.box.hasFocus()


@pytest.mark.parametrize(("key", "kind"), KINDS)
def test_selected_words_become_a_note_beside_the_one_they_stay_in(room, key, kind):
    room.workspace.capture.presenter.choose_speaker(Speaker("hiba"))
    room.type("نريد ماءً ومدارس")
    select_last_word(room)
    room.press(key, HELD.ControlModifier)
    say(room, "بعدها")
    source, quoted, _after = all_of(room, "notes")
    assert (source.text, source.kind) == ("نريد ماءً ومدارس", NoteKind.STATEMENT)
    assert (quoted.text, quoted.kind) == ("ومدارس", kind)
    assert quoted.speaker == source.speaker == Speaker("hiba")
    assert (quoted.said_at, quoted.place.parent_id) == (source.said_at, "a")
    room.press(KEY.Key_F10)
    room.settle()
    room.press(KEY.Key_F10)
    room.settle()
    assert [each.text for each in all_of(room, "notes")] == ["نريد ماءً ومدارس"]


def test_a_key_dresses_the_note_that_is_being_written_and_does_not_end_it(room):
    room.type("كيف")
    room.press(KEY.Key_6, HELD.ControlModifier)
    say(room, " نضمن ذلك")
    (note,) = all_of(room, "notes")
    assert (note.text, note.kind) == ("كيف نضمن ذلك", NoteKind.QUESTION)


def test_a_decision_is_made_of_words_and_knows_its_note_and_its_item(room):
    room.type("اتفقوا على تشكيل لجنة")
    select_last_word(room)
    room.press(KEY.Key_F3, HELD.ControlModifier)
    room.settle()
    (made,) = all_of(room, "decisions")
    (note,) = all_of(room, "notes")
    assert (made.text, made.place.parent_id) == ("لجنة", "a")
    (source,) = all_of(room, "sources")
    assert (source.id, source.decision_id) == (Source.id_for(made.id, note.id), made.id)
    assert room.box.hasFocus()


def test_a_selected_note_becomes_a_decision_and_undo_takes_the_decision_alone_back(room):
    say(room, "تُشكَّل لجنة متابعة")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F3, HELD.ControlModifier)
    room.settle()
    assert [each.text for each in all_of(room, "decisions")] == ["تُشكَّل لجنة متابعة"]
    room.press(KEY.Key_F10)
    room.settle()
    assert all_of(room, "decisions") == all_of(room, "sources") == []
    assert len(all_of(room, "notes")) == 1


def test_words_of_an_earlier_note_that_is_being_edited_become_a_recommendation(room):
    say(room, "الماء وضع خطة")
    room.press(KEY.Key_Up)
    select_last_word(room)
    room.press(KEY.Key_F3)
    room.settle()
    (made,) = all_of(room, "recommendations")
    assert made.text == "خطة"
    assert [each.text for each in all_of(room, "notes")] == ["الماء وضع خطة"]


def test_in_an_empty_box_the_key_says_what_the_next_note_will_be(room):
    sign = room.workspace.capture.sign
    room.press(KEY.Key_F3)
    assert sign.mark.isVisible()
    say(room, "وضع خطة")
    assert not sign.mark.isVisible()
    say(room, "مداخلة")
    assert [each.text for each in all_of(room, "recommendations")] == ["وضع خطة"]
    room.press(KEY.Key_F3)
    room.press(KEY.Key_F3)
    assert not sign.mark.isVisible()


def test_a_private_note_says_so_when_something_public_is_made_of_it(room):
    say(room, "بيني وبينكم")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_9, HELD.ControlModifier)
    room.settle()
    room.press(KEY.Key_F6)
    room.press(KEY.Key_F3)
    room.settle()
    (made,) = all_of(room, "recommendations")
    assert made.place == Place("a", made.place.sort_key)
    travels = room.ask(lambda archive: archive.changes_since({}))
    assert [each for each in travels if each.change.table == "source"] == []


def test_what_hangs_from_a_note_goes_with_it_when_the_box_makes_it_private(room):
    say(room, "صورة السوق")
    (note,) = all_of(room, "notes")
    photo = Attachment(id="photo", meeting_id="m", subject=Subject("note", note.id))
    room.ask(lambda archive: archive.write(photo))
    for key in (KEY.Key_9, KEY.Key_9):  # private, and public again
        room.press(KEY.Key_Up)
        room.press(key, HELD.ControlModifier)
        room.press(KEY.Key_Return)
        room.settle()
        (now,) = all_of(room, "notes")
        assert [each.subject for each in all_of(room, "attachments")] == [Subject("note", now.id)]
        assert now.id != note.id
        note = now
    assert note.kind == NoteKind.STATEMENT
    room.press(KEY.Key_F10)
    room.settle()
    (now,) = all_of(room, "notes")
    assert now.kind == NoteKind.PRIVATE
    assert [each.subject for each in all_of(room, "attachments")] == [Subject("note", now.id)]


def test_a_note_that_the_disk_refused_is_saved_with_its_decision_later(room, qtbot):
    def refuse(archive):
        from recorder import ArchiveUnwritableError

        def full(*_arguments):
            raise ArchiveUnwritableError(path="archive", reason="full")

        archive.drafts.save = full

    room.ask(refuse)
    room.type("ق:")
    room.type("تُشكَّل لجنة")
    room.press(KEY.Key_Return)
    room.settle()
    assert all_of(room, "decisions") == []
    room.ask(lambda archive: archive.drafts.__dict__.pop("save"))
    qtbot.waitUntil(lambda: len(all_of(room, "decisions")) == 1, timeout=8000)
    (note,) = all_of(room, "notes")
    assert note.text == "تُشكَّل لجنة"
