"""What is done with whole notes: turned, quoted, split, joined, moved, and their voices named."""

import pytest

from recorder import (
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Meeting,
    Note,
    NoteKind,
    Person,
    Place,
    Presence,
    Recommendation,
    Source,
    Speaker,
    Subject,
    Turn,
    new_id,
)
from recorder.archive.notes import joined
from recorder.errors import NotesApartError, NotFoundError
from tests.recorder.archive.laptops import deliver

HIBA = Speaker("hiba")


def note(row_id, text, **fields):
    known = {"speaker": HIBA, "place": Place("a"), "said_at": "2026-11-24T07:42:00Z"}
    return Note(id=row_id, meeting_id="m", text=text, **{**known, **fields})


@pytest.fixture
def archive(make_archive):
    made = make_archive("هنا")
    made.write(
        Person(id="hiba", name="هبة القاضي"),
        Meeting(id="m", title="لقاء"),
        AgendaItem(id="a", meeting_id="m", title="أ", place=Place(None, "a1")),
        AgendaItem(id="b", meeting_id="m", title="ب", place=Place(None, "a2")),
    )
    for each in (note("n1", "الماء أولاً. والكهرباء ثانياً"), note("n2", "والطرق ثالثاً")):
        made.notes.append(each)
    return made


def texts(archive, item="a"):
    return [each.text for each in archive.notes.all("m") if each.place.parent_id == item]


def test_a_decision_keeps_the_note_that_it_came_from_and_is_taken_back_at_once(archive):
    made = Decision(id="d", meeting_id="m", place=Place("a"), text="تُشكَّل لجنة")
    archive.notes.decide("n1", made)
    (source,) = archive.sources.all("m")
    assert (source.decision_id, source.note_id, source.recommendation_id) == ("d", "n1", None)
    assert source.id == Source.id_for("d", "n1")
    assert [each.text for each in archive.meetings.record("m").decisions] == ["تُشكَّل لجنة"]
    assert archive.meetings.record("m").sources == [source]
    assert archive.undoable() == "decision.make"
    archive.undo()
    assert archive.decisions.all("m") == archive.sources.all("m") == []
    assert len(texts(archive)) == 2


def test_nothing_comes_of_a_note_that_is_not_there(archive):
    with pytest.raises(NotFoundError):
        archive.notes.recommend("nowhere", Recommendation(id="r", meeting_id="m"))
    assert archive.recommendations.all("m") == []


def test_decisions_and_recommendations_stand_in_the_order_in_which_they_were_made(archive):
    for row_id in ("r9", "r1"):
        archive.notes.recommend("n1", Recommendation(id=row_id, meeting_id="m", place=Place("a")))
    assert [each.id for each in archive.recommendations.all("m")] == ["r9", "r1"]


def test_words_of_a_note_become_a_note_right_after_it(archive):
    archive.notes.quote("n1", note("q", "والكهرباء", kind=NoteKind.NEED))
    assert texts(archive) == ["الماء أولاً. والكهرباء ثانياً", "والكهرباء", "والطرق ثالثاً"]
    assert archive.undoable() == "note.quote"


def test_a_note_is_split_and_joined_again_without_losing_a_letter(archive):
    whole = archive.notes.get("n1").text
    archive.notes.split("n1", ["الماء أولاً.", "والكهرباء ثانياً"], ["t"])
    assert texts(archive) == ["الماء أولاً.", "والكهرباء ثانياً", "والطرق ثالثاً"]
    tail = archive.notes.get("t")
    assert (tail.speaker, tail.said_at) == (HIBA, "2026-11-24T07:42:00Z")
    archive.notes.join("t")
    assert texts(archive) == [whole, "والطرق ثالثاً"]
    archive.undo()
    archive.undo()
    assert texts(archive) == [whole, "والطرق ثالثاً"]
    assert archive.notes.find("t") is None


def test_a_note_becomes_several_in_the_order_of_its_lines(archive):
    archive.notes.append(note("n0", "واحد\nاثنان\nثلاثة"))
    archive.notes.move("n0", parent_id="a", after="n1")
    archive.notes.split("n0", ["واحد", "اثنان", "ثلاثة"], ["t2", "t3"])
    assert texts(archive)[1:4] == ["واحد", "اثنان", "ثلاثة"]
    assert texts(archive)[4] == "والطرق ثالثاً"


def test_a_note_in_which_others_wrote_meanwhile_stays_whole(archive):
    changes = archive.notes.split("n1", ["الماء", "أولاً"], ["t"])
    assert not changes
    assert texts(archive)[0] == "الماء أولاً. والكهرباء ثانياً"


def test_what_hangs_from_a_note_hangs_from_the_one_that_it_is_joined_to(archive):
    archive.notes.recommend("n2", Recommendation(id="r", meeting_id="m"))
    archive.write(Attachment(id="photo", meeting_id="m", subject=Subject("note", "n2")))
    archive.notes.join("n2")
    assert archive.notes.get("n1").text == "الماء أولاً. والكهرباء ثانياً\nوالطرق ثالثاً"
    (source,) = archive.sources.all("m")
    assert (source.note_id, source.recommendation_id) == ("n1", "r")
    assert archive.attachments.get("photo").subject == Subject("note", "n1")
    archive.undo()
    assert [each.note_id for each in archive.sources.all("m")] == ["n2"]
    assert archive.attachments.get("photo").subject == Subject("note", "n2")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"speaker": Speaker(None, "متحدّث 1")}, "speaker"),
        ({"speaker": Speaker()}, "speaker"),
        ({"kind": NoteKind.PRIVATE}, "private"),
        ({"place": Place("b")}, "first"),
    ],
)
def test_notes_that_do_not_belong_together_stay_apart(archive, other, reason):
    archive.notes.append(note("n3", "لا تُضمّ", **other))
    with pytest.raises(NotesApartError) as refused:
        archive.notes.join("n3")
    assert refused.value.data["reason"] == reason
    assert archive.notes.get("n3").text == "لا تُضمّ"


def test_a_note_moves_to_another_item_to_the_place_of_its_time(archive):
    for hour in ("06", "09"):
        archive.notes.append(
            note(f"b{hour}", hour, place=Place("b"), said_at=f"2026-11-24T{hour}:00:00Z")
        )
    archive.notes.put_under("n1", "b")
    assert [each.id for each in archive.notes.all("m") if each.place.parent_id == "b"] == [
        "b06", "n1", "b09",
    ]  # fmt: skip


def test_a_note_changes_places_with_its_neighbours_and_stops_at_the_ends(archive):
    assert not archive.notes.step("n1", -1)
    archive.notes.step("n1", 1)
    assert [each.id for each in archive.notes.all("m")] == ["n2", "n1"]
    assert not archive.notes.step("n1", 1)
    archive.notes.step("n1", -1)
    assert [each.id for each in archive.notes.all("m")] == ["n1", "n2"]


def test_a_note_that_turns_private_takes_along_what_hangs_from_it_and_nothing_of_it_travels(
    archive, make_archive
):
    archive.notes.turn("n2", NoteKind.PRIVATE)
    archive.undo()
    assert archive.notes.get("n2").kind == NoteKind.STATEMENT
    archive.notes.append(note("s", "سرّ", kind=NoteKind.PRIVATE))
    archive.notes.recommend("s", Recommendation(id="r", meeting_id="m", text="علني"))
    archive.write(Attachment(id="photo", meeting_id="m", subject=Subject("note", "s")))
    there = make_archive("هناك")
    deliver(archive, there)
    assert there.notes.find("s") is None
    assert there.sources.all("m") == there.attachments.all("m") == []
    archive.notes.turn("s", NoteKind.NEED)
    (copy,) = [each for each in archive.notes.all("m") if each.text == "سرّ"]
    assert (copy.kind, copy.id != "s") == (NoteKind.NEED, True)
    assert [(each.note_id, each.recommendation_id) for each in archive.sources.all("m")] == [
        (copy.id, "r")
    ]
    assert [each.subject for each in archive.attachments.all("m")] == [Subject("note", copy.id)]
    deliver(archive, there)
    assert there.notes.get(copy.id).text == "سرّ"
    assert there.notes.find("s") is None
    assert [each.note_id for each in there.sources.all("m")] == [copy.id]
    assert [each.subject for each in there.attachments.all("m")] == [Subject("note", copy.id)]
    assert archive.check().ok
    assert there.check().ok


def test_an_unknown_voice_is_named_once_for_all_that_it_said_and_asked_for(archive):
    voice = Speaker(None, "متحدّثة من آخر القاعة")
    archive.notes.append(note("v1", "أولاً", speaker=voice))
    archive.notes.append(note("v2", "سرّ", speaker=voice, kind=NoteKind.PRIVATE))
    archive.notes.append(note("v3", "لغيرها", speaker=Speaker(None, "متحدّث 2")))
    archive.turns.append(Turn(id="t", meeting_id="m", speaker=voice))
    person = Person(id=new_id(), name="سلمى درويش")
    came = Attendance(
        id=Attendance.id_for("m", person.id), meeting_id="m", person_id=person.id,
        presence=Presence.PRESENT,
    )  # fmt: skip
    archive.notes.name_voice("m", voice.label, Speaker(person.id), (person, came))
    said = {each.id: each.speaker for each in archive.notes.all("m")}
    assert said["v1"] == said["v2"] == Speaker(person.id)
    assert said["v3"] == Speaker(None, "متحدّث 2")
    assert archive.turns.get("t").speaker == Speaker(person.id)
    assert archive.undoable() == "speaker.name"
    archive.undo()
    assert archive.notes.get("v1").speaker == voice
    assert archive.people.find(person.id) is None


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("انتهت الجملة.", "وبدأت أخرى", "انتهت الجملة. وبدأت أخرى"),
        ("هل انتهت؟", "نعم", "هل انتهت؟ نعم"),
        ("لم تنتهِ", "فتلتها أخرى", "لم تنتهِ\nفتلتها أخرى"),
        ("سطر\nوسطر.", "ثالث", "سطر\nوسطر.\nثالث"),
        ("", "وحدها", "وحدها"),
    ],
)
def test_texts_are_joined_in_a_row_only_after_the_end_of_a_sentence(first, second, whole):
    assert joined(first, second) == whole
