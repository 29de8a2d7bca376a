"""What a colleague changed in Word is looked at one by one; nothing is taken over by itself."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from recorder import DocumentKind, Place, Recommendation, Stage, edition_of
from tests.recorder.archive.test_returning import edited, said
from tests.recorder.archive.test_returning_lists import line_after, without_line, wording
from tests.ui.window_survey import cut_texts, nameless_controls, unreachable
from tests.ui.workspace.test_review import marked
from ui.meeting.workspace_returned import ReturnedPart

KEY, HELD = Qt.Key, Qt.KeyboardModifier

TEXTS = ("فتح عيادة. وتجهيزها بالدواء.", "إنارة الطريق.", "ترميم المدرسة.", "مسح الشبكة.")
ROWS = [
    Recommendation(id=f"r{at}", meeting_id="m", text=text, place=Place(None, f"k{at}"),
                   stage=Stage.ADOPTED if at == 0 else Stage.PRELIMINARY)
    for at, text in enumerate(TEXTS)
]  # fmt: skip


def to(new: dict[int, str]):
    """Other wordings for some of them."""

    def edit(document):
        for number, text in new.items():
            start, end = wording(document, number)
            document = document[:start] + said(text) + document[end:]
        return document

    return edit


@pytest.fixture
def came_back(prepare, enter, tmp_path):
    """A room, and the short minutes of its meeting as they came back from Word."""

    def make(*edits, **look):
        prepare(*ROWS)
        room = enter(**look)
        edition = replace(edition_of("ar", "latn"), document=DocumentKind.SHORT_MINUTES)
        path = tmp_path / "من سامر.docx"
        room.ask(lambda archive: archive.export_docx("m", path, edition))
        for each in edits:
            edited(path, each)
        return room, path

    return make


def part(room):
    return room.workspace.part(ReturnedPart)


def choose(room, path):
    """Press the key of the command, and choose the file in the window that opens."""
    room.command("recommendation.compare")
    (dialog,) = [each for each in room.window.findChildren(QFileDialog) if each.isVisible()]
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    room.window.activateWindow()
    room.settle()


def compared(came_back, *edits, **look):
    room, path = came_back(*edits, **look)
    choose(room, path)
    assert part(room).desk.is_open
    assert room.focus is part(room).desk.list
    return room


def text_of(room, number):
    return room.ask(lambda archive: archive.recommendations.get(f"r{number}")).text


def shown(room):
    return [card.text.toPlainText() for card in part(room).desk.sheet.cards]


def progress(room):
    return re.sub("[\u2066-\u2069]", "", part(room).desk._count.accessibleName())


def left(room):
    return [each.key[1] for each in part(room).desk.model.rows]


def test_a_file_in_which_nothing_changed_is_told_so_and_opens_nothing(came_back):
    room, path = came_back()
    choose(room, path)
    assert not part(room).desk.is_open
    assert part(room).strip.isHidden()
    assert room.workspace.pane.isVisible()


def test_ours_and_words_stand_side_by_side_with_what_differs(came_back):
    room = compared(came_back, to({0: "فتح عيادتين. وتجهيزها بالدواء.", 2: "ترميم المدارس."}))
    desk = part(room).desk
    assert shown(room) == [TEXTS[0], "فتح عيادتين. وتجهيزها بالدواء."]
    assert {word for card in desk.sheet.cards for word in marked(card)} == {"عيادة", "عيادتين"}
    where = desk.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "التوصية 1" in where
    assert "معتمدة" in where
    assert "من سامر.docx" in desk._title.words
    assert progress(room) == "1 من 2"
    assert text_of(room, 0) == TEXTS[0]


def test_one_key_takes_words_and_one_undoes_it(came_back):
    room = compared(came_back, to({0: "فتح عيادتين.", 2: "ترميم المدارس."}))
    room.press(KEY.Key_2)
    room.settle()
    assert text_of(room, 0) == "فتح عيادتين."
    assert room.ask(lambda archive: archive.recommendations.get("r0")).stage == Stage.ADOPTED
    assert left(room) == ["r2"]
    assert progress(room) == "2 من 2"
    undo = room.window.services.actions.action("undo")
    assert "Word" in undo.text()
    undo.trigger()
    room.settle()
    assert text_of(room, 0) == TEXTS[0]
    assert left(room) == ["r0", "r2"]


def test_what_is_kept_is_not_asked_about_again_and_nothing_is_written(came_back):
    room = compared(came_back, to({0: "فتح عيادتين.", 2: "ترميم المدارس."}))
    before = room.ask(lambda archive: archive.undoable())
    room.press(KEY.Key_1)
    room.settle()
    assert (text_of(room, 0), left(room)) == (TEXTS[0], ["r2"])
    room.press(KEY.Key_2)
    room.settle()
    assert not part(room).desk.is_open
    assert part(room).strip.isHidden()
    assert room.focus is room.box
    assert before != room.ask(lambda archive: archive.undoable()) == "recommendation.reword"


def test_later_goes_on_and_closing_loses_nothing(came_back):
    room = compared(came_back, to({0: "فتح عيادتين.", 2: "ترميم المدارس."}))
    room.press(KEY.Key_Down)
    assert shown(room)[1] == "ترميم المدارس."
    part(room).desk.later.click()
    assert shown(room)[1] == "فتح عيادتين."
    room.press(KEY.Key_Escape)
    assert not part(room).desk.is_open
    assert room.focus is room.box
    assert "توصيتان" in part(room).strip.words.words
    part(room).strip.button.click()
    assert left(room) == ["r0", "r2"]
    assert [text_of(room, number) for number in range(4)] == list(TEXTS)


def test_a_wording_is_taken_and_mended_in_one(came_back):
    room = compared(came_back, to({0: "فتح عيادتين."}))
    room.press(KEY.Key_Return)
    assert room.focus is part(room).desk.sheet.box
    assert part(room).desk.sheet.box.words == "فتح عيادتين."
    room.type(" ثم ثالثة.")
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.settle()
    assert text_of(room, 0) == "فتح عيادتين. ثم ثالثة."
    assert room.ask(lambda archive: archive.drafts.pending()) == []


def test_what_is_typed_survives_a_kill_and_stands_when_the_hand_goes_elsewhere(came_back, qtbot):
    room = compared(came_back, to({0: "فتح عيادتين."}))
    room.press(KEY.Key_Return)
    room.type(" أ")

    def kept():
        drafts = room.ask(lambda archive: archive.drafts.pending())
        assert any(each.text == "فتح عيادتين. أ" for each in drafts)

    qtbot.waitUntil(lambda: kept() is None, timeout=5_000)
    room.window.show_screen("library")
    room.settle()
    assert text_of(room, 0) == "فتح عيادتين. أ"


def test_what_changed_here_as_well_is_said_and_offered_as_one_text(came_back):
    room, path = came_back(to({0: "فتح عيادتين. وتجهيزها بالدواء"}))
    row = room.ask(lambda archive: archive.recommendations.get("r0"))
    ours = "فتح عيادة. وتجهيزها بالدواء والأسرّة."
    room.ask(lambda archive: archive.recommendations.write(replace(row, text=ours)))
    choose(room, path)
    sheet = part(room).desk.sheet
    assert "هنا أيضاً" in sheet.note.text()
    assert shown(room)[0] == ours
    assert shown(room)[2] == TEXTS[0]
    assert not sheet.cards[2].button.isVisible()
    room.press(KEY.Key_3)
    room.settle()
    assert text_of(room, 0) == ours
    room.press(KEY.Key_Return)
    assert sheet.box.words == "فتح عيادتين. وتجهيزها بالدواء والأسرّة."
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.settle()
    assert text_of(room, 0) == "فتح عيادتين. وتجهيزها بالدواء والأسرّة."


def test_what_was_taken_out_is_never_deleted_its_form_is_opened(came_back):
    room = compared(came_back, without_line(1))
    wanted = []
    room.workspace.recommendation_requested.connect(wanted.append)
    assert shown(room)[0] == TEXTS[1]
    assert not part(room).desk.sheet.joining.isVisible()
    room.press(KEY.Key_2)
    room.settle()
    assert wanted == ["r1"]
    assert text_of(room, 1) == TEXTS[1]
    assert left(room) == ["r1"]


def test_what_was_added_becomes_a_recommendation_and_is_undone(came_back):
    room = compared(came_back, line_after(3, said("صندوق للطوارئ.")))
    room.press(KEY.Key_2)
    room.settle()
    rows = room.ask(lambda archive: archive.recommendations.all("m"))
    assert [each.text for each in rows] == [*TEXTS, "صندوق للطوارئ"]
    assert rows[-1].stage == Stage.PRELIMINARY
    assert not part(room).desk.is_open
    room.window.services.actions.action("undo").trigger()
    room.settle()
    assert len(room.ask(lambda archive: archive.recommendations.all("m"))) == len(TEXTS)
    assert "توصية واحدة" in part(room).strip.words.words


def test_a_note_under_the_hand_is_left_alone(came_back):
    room, path = came_back(to({0: "فتح عيادتين."}))
    room.type("قال إن الماء")
    choose(room, path)
    room.press(KEY.Key_2)
    room.settle()
    assert room.box.words == "قال إن الماء"
    assert room.ask(lambda archive: archive.notes.all("m")) == []


def test_a_file_of_another_meeting_and_one_that_is_none_are_refused_with_a_sentence(
    came_back, tmp_path
):
    room, path = came_back(to({0: "فتح عيادتين."}))
    told = []
    room.window.services.notices.posted.connect(lambda notice: told.append(notice.text))
    strange = tmp_path / "strange.docx"
    strange.write_bytes(b"PK\x03\x04 no document")
    choose(room, strange)
    assert "strange.docx" in told[-1]
    room.window.open_meeting("other")
    room.settle()
    choose(room, path)
    assert "من هذا اللقاء" in told[-1]
    assert not part(room).desk.is_open


def test_a_file_is_put_away_with_the_meeting_or_when_nobody_wants_to_look(came_back):
    room = compared(came_back, to({0: "فتح عيادتين."}))
    room.press(KEY.Key_Escape)
    part(room).strip.unwanted.emit()
    assert part(room).strip.isHidden()
    assert text_of(room, 0) == TEXTS[0]


def test_the_button_stands_under_the_recommendations_and_names_its_key(came_back):
    room, _path = came_back()
    button = room.workspace.recommendations.compare
    assert button.isVisible()
    assert "Ctrl+Shift+F7" in button.toolTip()
    button.click()
    (dialog,) = [each for each in room.window.findChildren(QFileDialog) if each.isVisible()]
    dialog.close()


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)], ids=["1366", "911"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_comparison_is_named_reached_by_keys_and_cuts_no_word(came_back, size, language):
    edits = (to({0: "فتح عيادتين."}), line_after(3, said("صندوق للطوارئ.")), without_line(1))
    room = compared(came_back, *edits, size=size, language=language)
    for _step in range(3):
        room.settle()  # the parts find their places
        assert nameless_controls(room.window) == []
        assert cut_texts(part(room).desk) == []
        answers = {card.button.text() for card in part(room).desk.sheet.cards}
        assert not answers & set(unreachable(room.window))
        assert all(re.search(r"[12]", each) for each in answers)
        room.press(KEY.Key_Down)
