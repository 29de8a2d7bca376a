"""The clock that follows the writing, and how fairly the floor is shared."""

from dataclasses import replace

from PySide6.QtCore import Qt

from recorder import Attendance, NoteKind, Person, Room, Speaker, seconds_spoken
from tests.recorder.domain.test_floor import NOW, turn
from tests.ui.floor.test_queue import ask, step
from tests.ui.workspace.test_typing_a_meeting import name_speaker, say
from ui.floor.balance_words import View
from ui.floor.scales import Scales

KEY, HELD = Qt.Key, Qt.KeyboardModifier


def had(room) -> list[tuple[str, int]]:
    turns = sorted(room.turns(), key=lambda each: (each.began_at, each.ended_at))
    now = int(room.watch().timestamp())
    return [(each.speaker.person_id, seconds_spoken(each, now)) for each in turns]


def test_choosing_who_is_written_for_measures_with_no_extra_work(room) -> None:
    name_speaker(room, "dcaf")
    room.settle()
    room.wait(40)
    say(room, "استعداد المركز")
    name_speaker(room, "احمد")
    room.settle()
    room.wait(20)
    room.settle()
    assert had(room) == [("ayoub", 40), ("ahmad", 20)]
    assert room.speaking() == "ahmad"


def test_a_slip_of_the_hand_is_no_turn(room) -> None:
    name_speaker(room, "dcaf")
    room.settle()
    room.wait(2)
    name_speaker(room, "احمد")
    room.settle()
    assert had(room) == [("ahmad", 2)]


def test_who_waits_is_not_passed_over_by_an_interjection(room) -> None:
    ask(room, "dcaf", "احمد")
    step(room, KEY.Key_F11)
    name_speaker(room, "هبة")
    room.settle()
    assert room.speaking() == "ayoub"
    name_speaker(room, "احمد")  # who waits has the floor when they are written for
    room.settle()
    assert (room.speaking(), room.waiting()) == ("ahmad", [])


def test_silence_is_nobodys_speaking_time(room) -> None:
    name_speaker(room, "dcaf")
    room.settle()
    room.wait(100)
    room.type("و")
    room.wait(100)
    room.type("ع")
    room.wait(1000)  # coffee
    room.settle()
    assert had(room) == [("ayoub", 200)]
    assert room.speaking() == ""
    room.type("د")  # they go on
    room.settle()
    room.wait(30)
    assert had(room) == [("ayoub", 200), ("ayoub", 30)]


def test_an_earlier_note_that_is_edited_gives_nobody_the_floor(room) -> None:
    name_speaker(room, "dcaf")
    say(room, "استعداد المركز")
    name_speaker(room, "احمد")
    room.settle()
    room.wait(10)
    room.press(KEY.Key_Up)  # the note before, from the empty box
    room.settle()
    assert room.workspace.capture.presenter.entry.is_edit
    room.type("!")
    room.settle()
    assert room.speaking() == "ahmad"


def test_of_whom_a_private_note_is_about_no_turn_tells(room) -> None:
    room.workspace.capture.presenter.choose_kind(NoteKind.PRIVATE)
    name_speaker(room, "dcaf")
    room.type("يبدو متردداً")
    room.settle()
    assert room.turns() == []


def test_it_follows_only_where_it_is_wanted_and_the_meeting_is_of_today(room, open_room) -> None:
    room.workspace.side.turn_to("floor")
    room.pane.follow.click()
    name_speaker(room, "dcaf")
    room.settle()
    assert room.turns() == []
    other = open_room(date="2026-11-20")
    other.workspace.side.turn_to("floor")
    other.pane.follow.click()
    assert other.part.board.choices.follows_writing
    name_speaker(other, "dcaf")
    other.settle()
    assert other.turns() == []


def test_a_turn_that_another_day_left_open_ends_at_its_last_sign(room, open_room) -> None:
    ask(room, "dcaf")
    step(room, KEY.Key_F11)
    room.wait(90)
    room.type("كلمة")
    room.press(KEY.Key_Return)
    room.settle()
    room.watch.move(86_400)
    again = open_room(date="2026-11-24")
    assert had(again) == [("ayoub", 90)]
    assert not again.strip.isVisible()


def test_a_meeting_that_is_closed_takes_the_floor_from_whoever_has_it(room) -> None:
    ask(room, "dcaf")
    step(room, KEY.Key_F11)
    room.wait(45)
    room.ask(
        lambda archive: archive.meetings.write(
            replace(archive.meetings.get("m"), actual_end="11:00")
        )
    )
    room.settle()
    room.wait(1)
    room.settle()
    assert room.speaking() == ""


def test_undo_means_the_last_note_and_not_the_clock(room) -> None:
    name_speaker(room, "dcaf")
    say(room, "استعداد المركز")
    room.wait(30)
    name_speaker(room, "احمد")
    room.settle()
    step(room, KEY.Key_F10, HELD.NoModifier)
    assert room.ask(lambda archive: archive.notes.all("m")) == []
    assert room.speaking() == "ahmad"


## Balance


def room_of(*ids: str) -> Room:
    people = {each: Person(id=each, name=each) for each in ids}
    came = [Attendance(id=f"a{each}", meeting_id="m", person_id=each, presence="present")
            for each in ids]  # fmt: skip
    return Room(came, people)


def speak(room, *letters) -> None:
    for each in letters:
        name_speaker(room, each)
        room.settle()
        room.wait(60)
        say(room, "كلام")
    room.settle()


def test_who_has_not_spoken_is_suggested_quietly_and_may_be_dismissed(room) -> None:
    room.workspace.side.turn_to("floor")
    speak(room, "dcaf", "احمد")
    assert room.part.board.suggested() == ()  # too early to tell
    speak(room, "dcaf")
    assert "لم تتحدّث بعدُ" in room.pane.suggestion.words
    assert "هبة القاضي" in room.pane.suggestion.words
    assert not room.strip.isHidden()
    assert "هبة" not in room.strip.accessibleDescription()  # said once is enough
    room.workspace.side.turn_to("recommendations")
    assert "هبة القاضي" in room.strip.accessibleDescription()
    room.strip.suggestion_dismissed.emit()
    assert "هبة" not in room.strip.accessibleDescription()
    speak(room, "احمد")
    assert room.part.board.suggested() == ()


def test_after_a_dismissal_nobody_else_is_suggested_at_once() -> None:
    scales, here = Scales(), [turn(f"{no}", Speaker("wassim"), no * 9, no * 9 + 5)
                              for no in range(3)]  # fmt: skip
    who = room_of("wassim", "huda", "rana", "sami", "elena")

    def suggested(turns) -> tuple[str, ...]:
        return scales.suggested(scales.balance(turns, who, NOW), who, [])

    first = suggested(here)
    assert len(first) == 3
    scales.dismiss(first)
    assert suggested(here) == ()
    more = [turn(f"more {no}", Speaker("wassim"), 100 + no * 9, 105 + no * 9) for no in range(5)]
    (other,) = suggested([*here, *more])
    assert other not in first


def test_a_suggestion_that_is_taken_puts_them_into_the_queue(room) -> None:
    speak(room, "dcaf", "احمد", "dcaf")
    room.strip.suggestion_taken.emit()
    room.settle()
    assert room.waiting() == ["hiba"]
    assert room.part.board.suggested() == ()


def test_the_balance_is_told_by_sex_organisation_and_speaker(room) -> None:
    room.workspace.side.turn_to("floor")
    speak(room, "dcaf", "احمد", "dcaf")
    room.part.board.reload()
    room.settle()

    def lines() -> dict[str, tuple[int, int | None]]:
        return {each.name: (each.floor, each.room) for each in room.pane.balance.parts.rows}

    assert lines() == {"رجال": (100, 67), "نساء": (0, 33)}
    field = room.pane._views
    field.setCurrentIndex(list(View).index(View.ORGANISATION))
    field.edited.emit()
    assert lines() == {"DCAF": (67, 33), "دون جهة": (33, None)}
    field.setCurrentIndex(list(View).index(View.VOICE))
    field.edited.emit()
    assert lines() == {"أيمن أيوب": (67, None), "أحمد الشيخ": (33, None)}


def test_a_person_who_is_merged_into_another_is_one_voice(room) -> None:
    speak(room, "dcaf", "احمد")
    room.ask(lambda archive: archive.people.write(Person(id="ayoub2", name="أيمن ايوب")))
    room.ask(lambda archive: archive.duplicates.merge("person", "ayoub", "ayoub2"))
    room.settle()
    room.part.board.reload()
    room.settle()
    voices = room.part.board.balance().voices
    assert {each.speaker for each in voices} == {Speaker("ayoub2"), Speaker("ahmad")}
