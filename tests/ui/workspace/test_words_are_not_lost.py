import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from recorder import Archive, ArchiveUnwritableError
from ui.i18n import _
from ui.saved import Saving

KEY = Qt.Key


def pending(room):
    return [(each.row_id, each.text) for each in room.ask(lambda archive: archive.drafts.pending())]


def draft_texts(room):
    return [text for _row_id, text in pending(room)]


def refuse_writes(room):
    """Let the disk be full from now on."""

    def fill(archive):
        def refuse(_draft):
            raise ArchiveUnwritableError(path="archive", reason="full")

        archive.drafts.save = refuse

    room.ask(fill)


def allow_writes(room):
    room.ask(lambda archive: archive.drafts.__dict__.pop("save"))


def test_a_draft_is_written_while_the_typing_goes_on(room, qtbot):
    for _key in range(12):
        room.type("م")
        qtbot.wait(40)
    (text,) = draft_texts(room)
    assert text


def test_what_was_typed_before_a_crash_is_in_the_box_again(room, enter, qtbot):
    room.press(KEY.Key_F9)
    room.type("هبه")
    room.press(KEY.Key_Return)
    room.type("جملة لم تكتمل")
    qtbot.waitUntil(lambda: draft_texts(room) == ["جملة لم تكتمل"], timeout=5000)
    again = enter()
    assert again.box.words == "جملة لم تكتمل"
    again.press(KEY.Key_Return)
    again.settle()
    (note,) = again.ask(lambda archive: archive.notes.all("m"))
    assert (note.text, note.speaker.person_id) == ("جملة لم تكتمل", "hiba")
    assert pending(again) == []


def test_an_edit_before_a_crash_is_an_edit_again(room, enter, qtbot):
    room.type("الماء أولاً")
    room.press(KEY.Key_Return)
    room.settle()
    room.press(KEY.Key_Up)
    room.type(" والكهرباء")
    qtbot.waitUntil(lambda: draft_texts(room) == ["الماء أولاً والكهرباء"], timeout=5000)
    again = enter()
    assert again.workspace.capture.presenter.entry.is_edit
    assert again.box.words == "الماء أولاً والكهرباء"
    again.press(KEY.Key_Return)
    again.settle()
    assert [n.text for n in again.ask(lambda a: a.notes.all("m"))] == ["الماء أولاً والكهرباء"]


def test_after_a_rest_the_words_are_a_note_although_the_box_was_not_left(room):
    room.type("أستريح الآن")
    room.workspace.capture.presenter._keeper.rested.emit()
    room.settle()
    assert room.box.words == "أستريح الآن"
    room.type(" ثم أكمل")
    room.press(KEY.Key_Return)
    room.settle()
    texts = [each.text for each in room.ask(lambda archive: archive.notes.all("m"))]
    assert texts == ["أستريح الآن ثم أكمل"]
    assert room.workspace.notes.rowCount() == 1


def test_a_rest_over_an_earlier_note_leaves_it_as_it_was_for_esc(room):
    room.type("كما قيل")
    room.press(KEY.Key_Return)
    room.settle()
    room.press(KEY.Key_Up)
    room.type(" وزيادة")
    room.workspace.capture.presenter._keeper.rested.emit()
    room.settle()
    room.press(KEY.Key_Escape)
    room.settle()
    assert [each.text for each in room.ask(lambda a: a.notes.all("m"))] == ["كما قيل"]
    assert pending(room) == []


def test_a_note_that_the_disk_refuses_stays_in_view_and_is_saved_later(room, qtbot):
    refuse_writes(room)
    room.type("لا مكان على القرص")
    room.press(KEY.Key_Return)
    model = room.workspace.notes
    qtbot.waitUntil(lambda: model.rowCount() == 1 and model.line(0).state == "unsaved")
    assert model.line(0).note.text == "لا مكان على القرص"
    assert room.window.services.saved.state == Saving.FAILED
    room.type("والكتابة مستمرة")
    allow_writes(room)
    room.workspace.capture.presenter.retry()
    room.settle()
    assert [n.text for n in room.ask(lambda a: a.notes.all("m"))] == ["لا مكان على القرص"]
    assert model.line(0).state == ""
    assert room.box.words == "والكتابة مستمرة"


def test_a_draft_that_the_disk_refuses_stays_in_the_box_and_is_tried_again(room, qtbot):
    refuse_writes(room)
    room.type("كلمة")
    qtbot.waitUntil(lambda: room.window.services.saved.state == Saving.FAILED, timeout=5000)
    assert room.box.words == "كلمة"
    allow_writes(room)
    qtbot.waitUntil(lambda: draft_texts(room) == ["كلمة"], timeout=8000)


def test_a_draft_is_written_again_after_a_mistake_of_ours(room, qtbot, monkeypatch):
    mistakes = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: mistakes.append(kind))

    def slip(archive):
        archive.drafts.save = lambda _draft: {}["no such key"]

    room.ask(slip)
    room.type("أولى")
    qtbot.waitUntil(lambda: mistakes == [KeyError], timeout=5000)
    allow_writes(room)
    room.type(" وثانية")
    qtbot.waitUntil(lambda: draft_texts(room) == ["أولى وثانية"], timeout=8000)


def test_blanks_alone_make_no_note_and_leave_no_draft(room, qtbot):
    room.type("  ")
    room.press(KEY.Key_Return)
    room.type("كلمة")
    qtbot.waitUntil(lambda: bool(pending(room)), timeout=5000)
    for _letter in "كلمة":
        room.press(KEY.Key_Backspace)
    room.press(KEY.Key_Return)
    room.settle()
    assert pending(room) == []
    assert room.ask(lambda archive: archive.notes.all("m")) == []


def answer(room, words):
    """Press a button of the notice that the window cannot be closed."""
    buttons = [b for b in room.window.findChildren(QPushButton) if b.text() == words]
    (button,) = [b for b in buttons if b.parent().notice.key == "close"]
    button.click()


def stored_texts(tmp_path):
    archive = Archive.open(tmp_path / "archive.mahdar")
    texts = [each.text for each in archive.notes.all("m")]
    archive.close()
    return texts


def test_a_window_whose_words_the_disk_refuses_stays_until_they_are_saved(room, qtbot, tmp_path):
    refuse_writes(room)
    room.type("قبل الإغلاق")
    assert not room.window.close()
    assert [each.text for each in room.workspace.notes.shown] == ["قبل الإغلاق"]
    allow_writes(room)
    answer(room, _("Try again"))
    qtbot.waitUntil(lambda: not room.window.isVisible(), timeout=20_000)
    assert stored_texts(tmp_path) == ["قبل الإغلاق"]


def test_a_window_may_be_closed_without_saving_what_the_disk_refuses(room, qtbot):
    refuse_writes(room)
    room.type("لا يهم")
    assert not room.window.close()
    answer(room, _("Close without saving"))
    qtbot.waitUntil(lambda: not room.window.isVisible(), timeout=20_000)


def test_another_look_waits_until_what_the_disk_refused_is_saved(room, qtbot):
    refuse_writes(room)
    room.type("قبل تغيير المظهر")
    room.press(KEY.Key_Return)
    before = room.window.services
    qtbot.waitUntil(lambda: before.saved.state == Saving.FAILED, timeout=5000)
    room.window.take_settings({"theme": "dark"})
    room.settle()
    assert room.window.services is before
    allow_writes(room)
    qtbot.waitUntil(lambda: room.window.services is not before, timeout=20_000)
    assert [n.text for n in room.ask(lambda a: a.notes.all("m"))] == ["قبل تغيير المظهر"]


def test_a_box_that_was_emptied_just_before_closing_holds_nothing_up(room):
    room.type("م")
    room.press(KEY.Key_Backspace)
    assert room.window.close()


def test_what_was_emptied_does_not_come_back_from_the_disk(room, qtbot):
    room.type("أولى")
    room.press(KEY.Key_Return)
    room.type("كلمة")
    qtbot.waitUntil(lambda: draft_texts(room) == ["كلمة"], timeout=5000)
    for _letter in "كلمة":
        room.press(KEY.Key_Backspace)
    room.press(KEY.Key_Up)
    room.settle()
    assert pending(room) == []
    room.press(KEY.Key_Escape)
    assert room.box.words == ""
