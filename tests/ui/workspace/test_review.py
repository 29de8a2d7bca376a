"""What a merge brings is looked at in the meeting: nobody is made to, and nothing is lost."""

import pytest
from PySide6.QtCore import Qt

from recorder import DIRECTORY, Note, Place, Priority, Recommendation, Speaker
from tests.ui.window_survey import cut_texts, nameless_controls, unreachable
from tests.ui.workspace.other_laptops import edit_here
from ui.meeting.workspace_review import ReviewPart

KEY, HELD = Qt.Key, Qt.KeyboardModifier

TEXT = "الماء أولاً. تعود المدارس قبل الشتاء."
HERE = "الماء أولاً. تعود المدارس قبل رمضان."
THERE = "الماء أولاً. تعود المدارس قبل العيد."


def a_note(number, **fields):
    return Note(id=f"n{number}", meeting_id="m", place=Place("a", f"k{number}"), **fields)


NOTES = [
    a_note(1, text=TEXT, speaker=Speaker("hiba"), said_at="2026-11-24T07:30:00Z"),
    a_note(2, text="طريق السوق مقطوع."),
    a_note(3, text="عيادة متنقلة كلّ أسبوع."),
    Recommendation(id="r", meeting_id="m", text="فتح عيادة.", place=Place(None, "r1")),
]


@pytest.fixture
def apart(prepare, enter, other_laptop):
    """A room, and another laptop that has the same meeting."""

    def make(**look):
        prepare(*NOTES)
        room = enter(**look)
        return room, other_laptop(room)

    return make


@pytest.fixture
def met(apart):
    """The same after both wrote the text of one note apart, and met."""

    def make(**look):
        room, there = apart(**look)
        edit_here(room, "notes", "n1", text=HERE)
        there.edit("notes", "n1", text=THERE)
        there.meet()
        return room, there

    return make


def review(room):
    return room.workspace.part(ReviewPart)


def open_review(room):
    room.command("review.open")
    assert review(room).desk.is_open
    assert room.focus is review(room).desk.list


def left(room):
    return room.ask(lambda archive: archive.conflicts("m"))


def text_of(room, note_id="n1"):
    return room.ask(lambda archive: archive.notes.get(note_id)).text


def marked(card):
    """The words of a version that are marked."""
    block, found = card.text.document().begin(), []
    iterator = block.begin()
    while not iterator.atEnd():
        piece = iterator.fragment()
        if piece.charFormat().fontUnderline():
            found.append(piece.text().strip())
        iterator += 1
    return found


def test_nothing_is_said_where_nothing_was_written_apart(apart):
    room, there = apart()
    there.archive.notes.append(a_note(9, text="من هناك"))
    there.meet()
    assert review(room).strip.isHidden()
    room.command("review.open")
    assert not review(room).desk.is_open


def test_a_merge_lays_a_line_over_the_notes_and_disturbs_nobody(met):
    room, _there = met()
    part = review(room)
    assert part.strip.isVisible()
    assert "موضع واحد" in part.strip.words.words
    assert not part.desk.is_open
    assert room.workspace.pane.isVisible()
    assert room.focus is room.box


def test_both_versions_stand_side_by_side_with_who_and_when_and_what_differs(met):
    room, _there = met()
    open_review(room)
    sheet = review(room).desk.sheet
    assert not room.workspace.pane.isVisible()
    texts = [card.text.toPlainText() for card in sheet.cards]
    assert sorted(texts) == sorted([HERE, THERE])
    assert {word for card in sheet.cards for word in marked(card)} == {"رمضان", "العيد"}
    assert any("سامر العلي" in card._who.words for card in sheet.cards)
    assert all("اليوم" in card._who.words or "20" in card._who.words for card in sheet.cards)
    row = review(room).desk.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for word in ("مداخلة", "النصّ", "هبة القاضي", "10:30"):
        assert word in row


@pytest.mark.parametrize("key", [KEY.Key_1, KEY.Key_2])
def test_one_key_takes_a_version_on_all_laptops(met, key):
    room, there = met()
    open_review(room)
    wanted = review(room).desk.sheet.cards[key - KEY.Key_1].text.toPlainText()
    room.press(key)
    room.settle()
    assert text_of(room) == wanted
    assert left(room) == []
    there.meet()
    assert there.archive.notes.get("n1").text == wanted
    assert there.archive.conflicts() == []


def test_when_all_is_settled_the_notes_are_back_and_writing_goes_on(met):
    room, _there = met()
    open_review(room)
    room.press(KEY.Key_1)
    room.settle()
    assert not review(room).desk.is_open
    assert review(room).strip.isHidden()
    assert room.workspace.pane.isVisible()
    assert room.focus is room.box


def test_the_wording_can_be_joined_by_hand(met):
    room, there = met()
    open_review(room)
    room.press(KEY.Key_Return)
    assert room.focus is review(room).desk.sheet.box
    room.type(" ثم نلتقي")
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.settle()
    assert text_of(room).endswith("ثم نلتقي")
    assert left(room) == []
    there.meet()
    assert there.archive.notes.get("n1").text == text_of(room)
    assert room.workspace.notes.note("n1").text == text_of(room)


def test_the_wording_that_the_machine_joined_can_be_let_stand_as_it_is(met):
    room, _there = met()
    before = text_of(room)
    open_review(room)
    room.press(KEY.Key_Return)
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.settle()
    assert (text_of(room), left(room)) == (before, [])


def test_what_is_typed_here_is_on_the_disk_before_it_stands(met, qtbot):
    room, _there = met()
    open_review(room)
    room.press(KEY.Key_Return)
    room.type(" وزيادة")

    def kept():
        drafts = room.ask(lambda archive: archive.drafts.pending())
        assert any(each.text.endswith("وزيادة") for each in drafts)

    qtbot.waitUntil(lambda: kept() is None, timeout=5_000)


def test_escape_throws_what_was_typed_away_and_settles_nothing(met):
    room, _there = met()
    before = text_of(room)
    open_review(room)
    room.press(KEY.Key_Return)
    room.type(" وزيادة")
    room.press(KEY.Key_Escape)
    assert room.focus is review(room).desk.list
    room.settle()
    assert (text_of(room), len(left(room))) == (before, 1)
    room.press(KEY.Key_Escape)
    assert not review(room).desk.is_open
    assert review(room).strip.isVisible()
    assert room.ask(lambda archive: archive.drafts.pending()) == []


def test_what_was_typed_stands_when_the_hand_goes_elsewhere(met):
    room, _there = met()
    open_review(room)
    room.press(KEY.Key_Return)
    room.type(" وزيادة")
    room.window.show_screen("library")
    room.settle()
    assert text_of(room).endswith("وزيادة")
    assert left(room) == []


def test_settling_is_undone_by_its_name(met):
    room, _there = met()
    before = text_of(room)
    open_review(room)
    room.press(KEY.Key_1)
    room.settle()
    assert text_of(room) != before
    action = room.window.services.actions.action("undo")
    assert "صيغتين" in action.text() or "نسختين" in action.text()
    action.trigger()
    room.settle()
    assert text_of(room) == before


def write_all_sorts_apart(room, there):
    """Every sort of field that people write, apart on two laptops."""
    edit_here(room, "notes", "n1", text=HERE)
    there.edit("notes", "n1", text=THERE)
    edit_here(room, "notes", "n3", speaker=Speaker("ayoub"))
    there.edit("notes", "n3", speaker=Speaker(None, "ممثلون"))
    edit_here(room, "meetings", "m", title="لقاء حلب")
    there.edit("meetings", "m", title="اللقاء الأول")
    edit_here(room, "recommendations", "r", text="فتح عيادتين.", priority=Priority.HIGH)
    there.edit("recommendations", "r", text="فتح عيادة متنقلة.", priority=Priority.LOW)
    edit_here(room, "people", "hiba", role="طبيبة أسنان")
    there.edit("people", "hiba", role="جرّاحة")
    room.ask(lambda archive: archive.notes.delete("n2"))
    there.edit("notes", "n2", text="طريق السوق مقطوع منذ شهر.")
    room.ask(lambda archive: archive.notes.move("n3", parent_id="b", after=None))
    there.archive.notes.move("n3", parent_id="a", after=None)
    there.meet()


SORTS = {
    ("meeting", "title"), ("note", "text"), ("note", "speaker"), ("note", "place"),
    ("note", "deleted"), ("recommendation", "text"), ("recommendation", "priority"),
    ("person", "role"),
}  # fmt: skip


def test_every_sort_of_field_is_told_and_settled_until_none_is_left(apart):
    room, there = apart()
    write_all_sorts_apart(room, there)
    part = review(room)
    items = part.desk.model.rows
    assert {(each.key[0], each.key[2]) for each in items} == SORTS
    assert "8" in part.strip.words.words
    open_review(room)
    for count in range(len(SORTS), 0, -1):
        assert len(part.desk.model.rows) == count
        assert all(card.text.toPlainText() for card in part.desk.sheet.cards)
        assert not any("None" in card.text.toPlainText() for card in part.desk.sheet.cards)
        item, wanted = part.desk.sheet.item, part.desk.sheet.item.versions[1].value
        room.press(KEY.Key_2)
        room.settle()
        if item.key[2] != "deleted":
            subject = {"person": "people"}.get(item.key[0], f"{item.key[0]}s")
            row = room.ask(lambda archive, s=subject, i=item: getattr(archive, s).get(i.key[1]))
            assert getattr(row, item.key[2]) == wanted
    assert left(room) == []
    assert room.ask(lambda archive: archive.conflicts(DIRECTORY)) == []
    assert text_of(room, "n2") == "طريق السوق مقطوع منذ شهر."
    assert not part.desk.is_open


def test_a_deletion_against_an_edit_can_be_let_stand(apart):
    room, there = apart()
    room.ask(lambda archive: archive.notes.delete("n2"))
    there.edit("notes", "n2", text="طريق السوق مقطوع منذ شهر.")
    there.meet()
    assert room.workspace.notes.note("n2") is not None
    open_review(room)
    gone, kept = review(room).desk.sheet.cards
    assert "حُذفت" in gone.text.toPlainText()
    assert kept.text.toPlainText() == "طريق السوق مقطوع منذ شهر."
    assert not review(room).desk.sheet.joining.isVisible()
    room.press(KEY.Key_1)
    room.settle()
    assert room.workspace.notes.note("n2") is None
    there.meet()
    assert there.archive.notes.find("n2") is None


def test_three_laptops_make_three_versions(apart, other_laptop):
    room, there = apart()
    third = other_laptop(room, "رنا")
    edit_here(room, "meetings", "m", title="أ")
    there.edit("meetings", "m", title="ب")
    third.edit("meetings", "m", title="ج")
    there.meet()
    third.meet()
    open_review(room)
    cards = review(room).desk.sheet.cards
    assert sorted(card.text.toPlainText() for card in cards) == ["أ", "ب", "ج"]
    wanted = cards[2].text.toPlainText()
    room.press(KEY.Key_3)
    room.settle()
    assert room.ask(lambda archive: archive.meetings.get("m")).title == wanted
    assert left(room) == []


def test_what_somebody_else_settles_meanwhile_goes_from_the_list(met):
    room, there = met()
    edit_here(room, "meetings", "m", title="أ")
    there.edit("meetings", "m", title="ب")
    there.meet()
    open_review(room)
    assert len(review(room).desk.model.rows) == 2
    (conflict,) = [each for each in there.archive.conflicts("m") if each.column == "title"]
    there.archive.settle(conflict, "ج")
    there.meet()
    assert [each.key[2] for each in review(room).desk.model.rows] == ["text"]
    assert review(room).desk.sheet.item.key[2] == "text"


def test_more_that_arrives_leaves_the_words_under_the_hand_alone(met):
    room, there = met()
    open_review(room)
    room.press(KEY.Key_Return)
    room.type(" وزيادة")
    edit_here(room, "meetings", "m", title="أ")
    there.edit("meetings", "m", title="ب")
    there.meet()
    assert room.focus is review(room).desk.sheet.box
    assert review(room).desk.sheet.box.words.endswith("وزيادة")
    assert len(review(room).desk.model.rows) == 2
    room.type(" أخرى")
    room.press(KEY.Key_Return, HELD.ControlModifier)
    room.settle()
    assert text_of(room).endswith("وزيادة أخرى")
    assert [each.key[2] for each in review(room).desk.model.rows] == ["title"]


def test_a_sync_that_is_undone_takes_its_line_and_its_marks_along_and_brings_them_back(apart):
    room, there = apart()
    edit_here(room, "notes", "n1", text=HERE)
    there.edit("notes", "n1", text=THERE)
    there.archive.notes.append(a_note(9, text="من هناك"))
    brought = there.archive.changes_since({})

    def is_told():
        room.settle()
        new = room.workspace.notes.row_of("n9")
        author = room.workspace.notes.line(new).author if new >= 0 else ""
        return review(room).strip.isVisible(), bool(author)

    room.ask(lambda archive: archive.sharing.take(brought, without_backup=True)[0])
    assert is_told() == (True, True)
    room.ask(lambda archive: archive.sharing.undo_merge().changes)
    assert is_told() == (False, False)
    assert text_of(room) == HERE
    room.ask(lambda archive: archive.sharing.release())
    assert is_told() == (True, True)


def test_what_is_gone_needs_nobodys_eye(apart):
    room, there = apart()
    edit_here(room, "notes", "n1", text=HERE)
    there.edit("notes", "n1", text=THERE)
    there.meet()
    room.ask(lambda archive: archive.notes.delete("n1"))
    room.settle()
    assert review(room).strip.isHidden()


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)], ids=["1366", "911"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_review_is_named_reached_by_keys_and_cuts_no_word(met, size, language):
    room, _there = met(size=size, language=language)
    assert cut_texts(room.window) == []
    open_review(room)
    assert nameless_controls(room.window) == []
    assert cut_texts(review(room).desk) == []
    names = {card.button.text() for card in review(room).desk.sheet.cards}
    assert not names & set(unreachable(room.window))
