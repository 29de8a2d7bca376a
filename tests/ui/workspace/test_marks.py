"""Letters at the start of a note say what it is, and can be had back."""

import pytest
from PySide6.QtCore import QMimeData, Qt

from recorder import NoteKind, Speaker

KEY, HELD = Qt.Key, Qt.KeyboardModifier


def all_of(room, subject):
    return room.ask(lambda archive: getattr(archive, subject).all("m"))


def draft_texts(room):
    return [each.text for each in room.ask(lambda archive: archive.drafts.pending())]


KINDS = {
    "؟": NoteKind.QUESTION, "?": NoteKind.QUESTION, "س:": NoteKind.QUESTION,
    "q:": NoteKind.QUESTION, "ح:": NoteKind.NEED, "حاجة:": NoteKind.NEED,
    "احتياج:": NoteKind.NEED, "N:": NoteKind.NEED, "تح:": NoteKind.CHALLENGE,
    "تحدٍّ:": NoteKind.CHALLENGE, "c:": NoteKind.CHALLENGE, "خ:": NoteKind.PRIVATE,
    "خاص:": NoteKind.PRIVATE, "private:": NoteKind.PRIVATE,
}  # fmt: skip
MAKES = {
    "ت:": "recommendations", "توصية:": "recommendations", "r:": "recommendations",
    "ق:": "decisions", "قرار:": "decisions", "Decision:": "decisions",
}  # fmt: skip


def test_a_prefix_gives_the_note_its_kind(room):
    sign = room.workspace.capture.sign
    for prefix in KINDS:
        room.type(prefix)
        assert room.box.words == ""
        assert sign.mark.isVisible()
        room.type(f" نص بعد {len(prefix)}")
        room.press(KEY.Key_Return)
        assert not sign.mark.isVisible()
    room.settle()
    notes = all_of(room, "notes")
    assert [each.kind for each in notes] == list(KINDS.values())
    assert [each.text for each in notes] == [f"نص بعد {len(each)}" for each in KINDS]


def test_a_prefix_makes_something_of_the_note(room):
    for prefix in MAKES:
        room.type(f"{prefix}ما سُمّي {prefix[:-1]}")
        room.press(KEY.Key_Return)
    room.settle()
    notes = all_of(room, "notes")
    assert [each.text for each in notes] == [f"ما سُمّي {prefix[:-1]}" for prefix in MAKES]
    texts = {each.id: each.text for each in notes}
    sources = {s.recommendation_id or s.decision_id: s.note_id for s in all_of(room, "sources")}
    for subject in ("recommendations", "decisions"):
        made = all_of(room, subject)
        wanted = [f"ما سُمّي {prefix[:-1]}" for prefix, what in MAKES.items() if what == subject]
        assert [each.text for each in made] == wanted
        assert [texts[sources[each.id]] for each in made] == wanted


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Backspace])
def test_the_letters_come_back_and_stay(room, key):
    room.type("ت:")
    room.press(key)
    assert room.box.words == "ت:"
    assert not room.workspace.capture.sign.mark.isVisible()
    room.type(" حرف")
    room.press(KEY.Key_Return)
    room.settle()
    assert [each.text for each in all_of(room, "notes")] == ["ت: حرف"]
    assert all_of(room, "recommendations") == []


def test_the_letters_come_back_before_the_words_that_were_typed_since(room):
    room.type("؟متى نبدأ")
    room.press(KEY.Key_Escape)
    assert room.box.words == "؟متى نبدأ"
    assert room.workspace.capture.presenter.entry.note.kind == NoteKind.STATEMENT


def test_an_undo_of_the_text_takes_the_mark_off_too(room):
    room.type("ق:")
    room.press(KEY.Key_Z, HELD.ControlModifier)
    assert room.box.words.startswith("ق:")
    assert room.workspace.capture.presenter.entry.makes == ""


def test_no_word_that_was_said_is_taken_for_a_prefix(room):
    said = ["قال: نعم", "الوقت: 10:30", "تعزيز التعاون", "هل: سؤال", "حاجة الناس", "5: خمسة",
            "نص ؟ ت: لا"]  # fmt: skip
    for text in said:
        room.type(text)
        assert room.box.words == text
        room.press(KEY.Key_Return)
    room.settle()
    notes = all_of(room, "notes")
    assert [each.text for each in notes] == said
    assert {each.kind for each in notes} == {NoteKind.STATEMENT}


def test_pasted_words_are_no_prefix(room):
    pasted = QMimeData()
    pasted.setText("قرار: لا يُعدّل")
    room.box.insertFromMimeData(pasted)
    assert room.box.words == "قرار: لا يُعدّل"


def test_a_mark_can_be_given_to_a_note_that_is_there_already(room):
    room.type("وضع خطة")
    room.press(KEY.Key_Return)
    room.settle()
    room.press(KEY.Key_Up)
    room.press(KEY.Key_Home, HELD.ControlModifier)
    room.type("ت:")
    assert room.box.words == "وضع خطة"
    room.press(KEY.Key_Return)
    room.settle()
    (note,) = all_of(room, "notes")
    (made,) = all_of(room, "recommendations")
    assert (note.text, made.text) == ("وضع خطة", "وضع خطة")


def test_what_the_letters_may_mean_is_told_to_a_hand_that_hesitates(room, qtbot):
    hint = room.workspace.capture.sign.hint
    room.type("ت")
    qtbot.waitUntil(hint.isVisible, timeout=3000)
    assert "ت:" in hint.words
    assert "تح:" in hint.words
    room.type("ع")
    assert not hint.isVisible()
    qtbot.wait(600)
    assert not hint.isVisible()


def test_a_marked_note_is_one_again_after_a_crash(room, enter, qtbot):
    room.type("ت:وضع خطة")
    qtbot.waitUntil(lambda: [t[-7:] for t in draft_texts(room)] == ["وضع خطة"], timeout=5000)
    again = enter()
    assert again.box.words == "وضع خطة"
    assert again.workspace.capture.sign.mark.isVisible()
    again.press(KEY.Key_Return)
    again.settle()
    assert [each.text for each in all_of(again, "notes")] == ["وضع خطة"]
    assert [each.text for each in all_of(again, "recommendations")] == ["وضع خطة"]


def test_private_words_are_in_no_change_that_travels(room):
    room.type("خ:سرّ لا يُنقل")
    room.press(KEY.Key_Return)
    room.settle()
    travels = room.ask(lambda archive: archive.changes_since({}))
    assert [each for each in travels if each.change.table == "note"] == []


## The speaker


def test_the_sign_of_a_name_leads_to_the_speaker_and_a_colon_back_to_the_words(room):
    room.type("@")
    assert room.workspace.capture.speaker.hasFocus()
    room.type("هبه:")
    assert room.box.hasFocus()
    room.type("ضرورة الدعم")
    room.press(KEY.Key_Return)
    room.settle()
    (note,) = all_of(room, "notes")
    assert (note.speaker, note.text) == (Speaker("hiba"), "ضرورة الدعم")


def test_a_sign_that_meant_no_name_comes_back_with_its_letters(room):
    room.workspace.capture.presenter.choose_speaker(Speaker("ahmad"))
    room.type("@mahdar")
    room.press(KEY.Key_Escape)
    assert room.box.words == "@mahdar"
    room.press(KEY.Key_Return)
    room.type("@")
    room.press(KEY.Key_Backspace)
    assert room.box.words == "@"
    room.press(KEY.Key_Return)
    room.settle()
    assert [(n.text, n.speaker) for n in all_of(room, "notes")] == [
        ("@mahdar", Speaker("ahmad")), ("@", Speaker("ahmad")),
    ]  # fmt: skip


def test_a_sign_inside_a_note_is_a_letter(room):
    room.type("info@mahdar.org")
    assert room.box.words == "info@mahdar.org"
