from PySide6.QtCore import Qt

from recorder import NoteKind, Presence, ReportingVerb, Source, Speaker

KEY, HELD = Qt.Key, Qt.KeyboardModifier


def notes_of(room):
    return room.ask(lambda archive: archive.notes.all("m"))


def say(room, text):
    room.type(text)
    room.press(KEY.Key_Return)


def name_speaker(room, letters, *, steps=0):
    room.press(KEY.Key_F9)
    room.type(letters)
    for _step in range(steps):
        room.press(KEY.Key_Down)
    room.press(KEY.Key_Return)


def test_a_meeting_typed_by_keyboard_alone_is_in_the_archive_as_it_was_said(room):
    name_speaker(room, "dcaf")
    say(room, "استعداد المركز لتقديم خبراته (DCAF)")
    room.press(KEY.Key_F4)
    room.press(KEY.Key_2)
    room.type("كيف نضمن ألا تتكرر البرامج؟")
    room.press(KEY.Key_Return, HELD.ShiftModifier)
    say(room, "ومتى نلتقي؟")
    room.press(KEY.Key_F8)
    name_speaker(room, "احمد")
    say(room, "نسبة الأحياء المخدومة 40%")
    name_speaker(room, "زينب حمود")
    say(room, "لدينا مئة متطوع")
    name_speaker(room, "لجان الأحياء", steps=1)
    room.type("نطلب لقاءً شهرياً")
    room.press(KEY.Key_F3)
    room.settle()

    people = {each.name: each.id for each in room.ask(lambda archive: archive.people.all())}
    expected = [
        ("a", Speaker("ayoub"), NoteKind.STATEMENT, "استعداد المركز لتقديم خبراته (DCAF)"),
        ("a", Speaker("ayoub"), NoteKind.QUESTION, "كيف نضمن ألا تتكرر البرامج؟\nومتى نلتقي؟"),
        ("b", Speaker("ahmad"), NoteKind.STATEMENT, "نسبة الأحياء المخدومة 40%"),
        ("b", Speaker(people["زينب حمود"]), NoteKind.STATEMENT, "لدينا مئة متطوع"),
        ("b", Speaker(None, "لجان الأحياء"), NoteKind.STATEMENT, "نطلب لقاءً شهرياً"),
    ]
    said = [(n.place.parent_id, n.speaker, n.kind, n.text) for n in notes_of(room)]
    assert sorted(said, key=str) == sorted(expected, key=str)
    attendance = room.ask(lambda archive: archive.attendance.all("m"))
    came = {each.person_id: each.presence for each in attendance}
    assert came[people["زينب حمود"]] == Presence.PRESENT
    (made,) = room.ask(lambda archive: archive.recommendations.all("m"))
    assert made.text == "نطلب لقاءً شهرياً"
    (source,) = room.ask(lambda archive: archive.sources.all("m"))
    last = next(each for each in notes_of(room) if each.text == made.text)
    assert (source.recommendation_id, source.note_id) == (made.id, last.id)
    assert source.id == Source.id_for(made.id, last.id)
    assert room.box.hasFocus()


def test_the_speaker_stays_and_the_kind_does_not(room):
    name_speaker(room, "ayoub"[:0] + "ايمن")
    room.press(KEY.Key_F4)
    room.press(KEY.Key_3)
    say(room, "أولاً")
    say(room, "ثانياً")
    room.settle()
    first, second = notes_of(room)
    assert first.speaker == second.speaker == Speaker("ayoub")
    assert (first.kind, second.kind) == (NoteKind.ANSWER, NoteKind.STATEMENT)


def test_a_note_without_a_speaker_is_legal(room):
    say(room, "قيل إن الكهرباء تنقطع")
    room.settle()
    (note,) = notes_of(room)
    assert note.speaker == Speaker()


def test_a_note_was_said_when_its_first_key_was_pressed(room, monkeypatch):
    minutes = iter(range(10, 60))
    presenter = room.workspace.capture.presenter
    now = room.window.services.clock()
    monkeypatch.setattr(presenter, "_clock", lambda: now.replace(minute=next(minutes)))
    say(room, "كلمة طويلة بعض الشيء")
    room.settle()
    (note,) = notes_of(room)
    assert note.said_at == "2026-11-24T07:10:00Z"


def test_an_earlier_note_is_edited_in_the_box_and_the_new_one_waits(room):
    say(room, "الماء أولاً")
    room.settle()
    room.type("جملة لم تكتمل")
    room.press(KEY.Key_F6)
    assert room.workspace.pane.list.hasFocus()
    room.press(KEY.Key_Return)
    assert room.box.words == "الماء أولاً"
    assert room.workspace.capture.presenter.entry.is_edit
    say(room, " والكهرباء ثانياً")
    assert room.box.words == "جملة لم تكتمل"
    room.settle()
    assert [each.text for each in notes_of(room)] == ["الماء أولاً والكهرباء ثانياً"]


def test_up_in_an_empty_box_takes_up_the_last_note_and_esc_leaves_it_as_it_was(room):
    say(room, "الماء أولاً")
    room.settle()
    room.press(KEY.Key_Up)
    room.type(" خطأ")
    room.press(KEY.Key_Escape)
    assert room.box.words == ""
    room.settle()
    assert [each.text for each in notes_of(room)] == ["الماء أولاً"]
    room.press(KEY.Key_Z, HELD.ControlModifier)
    assert room.box.words == "الماء أولاً خطأ"


def test_speaker_kind_and_verb_of_an_earlier_note_can_be_changed(room):
    name_speaker(room, "هبه")
    say(room, "ضرورة الدعم النفسي")
    room.settle()
    room.press(KEY.Key_F2)
    presenter = room.workspace.capture.presenter
    presenter.choose_verb(ReportingVerb.STRESSED)
    assert room.workspace.capture.verb.words == "شدّدت على"
    name_speaker(room, "احمد")
    assert room.workspace.capture.verb.words == "شدّد على"
    room.press(KEY.Key_F4)
    room.press(KEY.Key_4)
    room.press(KEY.Key_Return)
    room.settle()
    (note,) = notes_of(room)
    assert (note.speaker, note.kind, note.verb) == (
        Speaker("ahmad"), NoteKind.NEED, ReportingVerb.STRESSED,
    )  # fmt: skip


def test_a_deleted_note_asks_nothing_and_comes_back(room):
    say(room, "تُحذف ثم تعود")
    room.settle()
    room.press(KEY.Key_F6)
    room.press(KEY.Key_Delete)
    room.settle()
    assert notes_of(room) == []
    assert room.workspace.notes.rowCount() == 0
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_Z, HELD.ControlModifier)
    room.settle()
    assert [each.text for each in notes_of(room)] == ["تُحذف ثم تعود"]
    assert room.workspace.notes.rowCount() == 1


def test_a_note_that_is_deleted_while_it_is_edited_comes_back_with_what_was_typed(room):
    say(room, "كما قيلت")
    room.settle()
    room.press(KEY.Key_Up)
    room.type(" وزيادة")
    room.press(KEY.Key_F6)
    room.press(KEY.Key_Delete)
    room.settle()
    assert notes_of(room) == []
    assert room.box.words == ""
    room.press(KEY.Key_F10)
    room.settle()
    assert [each.text for each in notes_of(room)] == ["كما قيلت وزيادة"]


def test_a_note_that_somebody_deleted_while_it_was_looked_at_is_not_in_the_list(room):
    say(room, "تُحذف في مكان آخر")
    room.settle()
    room.press(KEY.Key_Up)
    (note,) = notes_of(room)
    room.ask(lambda archive: archive.notes.delete(note.id))
    room.settle()
    room.press(KEY.Key_Return)
    room.settle()
    assert notes_of(room) == []
    assert room.workspace.notes.rowCount() == 0


def test_a_selected_note_becomes_a_recommendation(room):
    say(room, "وضع خطة عمل مشتركة")
    say(room, "غيرها")
    room.settle()
    room.press(KEY.Key_F6)
    room.press(KEY.Key_Up)
    room.press(KEY.Key_F3)
    room.settle()
    (made,) = room.ask(lambda archive: archive.recommendations.all("m"))
    assert made.text == "وضع خطة عمل مشتركة"
    assert len(notes_of(room)) == 2


def test_the_keys_of_an_item_reach_it_from_the_box_and_an_item_is_added_after_it(room):
    room.press(KEY.Key_Down, HELD.ControlModifier)
    assert room.workspace.board.item_id == "b"
    room.press(KEY.Key_Up, HELD.ControlModifier)
    assert room.workspace.board.item_id == "a"
    room.press(KEY.Key_Insert, HELD.AltModifier)
    say(room, "بند طارئ")
    room.settle()
    titles = [each.title for each in room.ask(lambda archive: archive.agenda.all("m"))]
    assert titles == ["الأولويات", "بند طارئ", "التعاون"]


def test_esc_comes_back_to_the_box_from_everywhere(room):
    say(room, "مداخلة")
    room.settle()
    for key in (KEY.Key_F9, KEY.Key_F4, KEY.Key_F6):
        room.press(key)
        assert not room.box.hasFocus()
        room.press(KEY.Key_Escape)
        assert room.box.hasFocus()


def test_a_recent_speaker_gets_the_word_back_by_one_key(room):
    for letters in ("ايمن", "هبه"):
        name_speaker(room, letters)
        say(room, "كلمة")
    room.press(KEY.Key_1, HELD.ControlModifier)
    assert room.workspace.capture.presenter.entry.note.speaker == Speaker("ayoub")
    assert room.box.hasFocus()


def test_words_that_come_from_elsewhere_appear_and_the_writing_hand_is_left_alone(room):
    from recorder import Note, Place

    room.type("أكتب الآن")
    other = Note(id="x", meeting_id="m", place=Place("a"), text="من شاشة أخرى")
    room.ask(lambda archive: archive.notes.append(other))
    room.settle()
    assert room.box.words == "أكتب الآن"
    assert [each.text for each in room.workspace.notes.shown] == ["من شاشة أخرى"]


def test_what_stands_in_the_box_is_a_note_before_the_minutes_are_made(room, qtbot):
    room.type("آخر كلمة قبل التصدير")
    with qtbot.waitSignal(room.workspace.export_requested) as asked:
        room.workspace.request_export()
    assert asked.args == ["m"]
    assert [each.text for each in notes_of(room)] == ["آخر كلمة قبل التصدير"]


def test_leaving_for_another_meeting_keeps_the_words_where_they_were_typed(room):
    room.type("تخص اللقاء الأول")
    room.window.open_meeting("other")
    room.settle()
    assert [each.text for each in notes_of(room)] == ["تخص اللقاء الأول"]
    assert room.ask(lambda archive: archive.notes.all("other")) == []


def test_enter_breaks_the_line_where_that_is_wanted_and_ctrl_enter_saves(room):
    room.window.take_settings({"enter_saves": False})
    room.settle()
    room.type("سطر")
    room.press(KEY.Key_Return)
    room.type("وسطر")
    assert room.box.words == "سطر\nوسطر"
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.type("وبعدهما")
    room.press(KEY.Key_Return, HELD.ShiftModifier)
    room.settle()
    assert [each.text for each in notes_of(room)] == ["سطر\nوسطر", "وبعدهما"]
    assert room.box.hasFocus()
    assert room.box.words == ""
