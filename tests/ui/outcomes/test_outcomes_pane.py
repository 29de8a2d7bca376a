"""What the room came to is put down beside the notes, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from recorder import Agreement, Decision, Issue, Note, Place, Position, Speaker, Stance, Subject
from tests.ui.window_survey import cut_texts, nameless_controls
from tests.ui.workspace.conftest import enter, prepare, room  # noqa: F401 - fixtures
from ui.meeting.workspace_outcomes import OutcomesPart

KEY, HELD = Qt.Key, Qt.KeyboardModifier
TO_PANE, OF_NOTE = (KEY.Key_F12, HELD.AltModifier), (KEY.Key_F11, HELD.AltModifier)


def pane(room):  # noqa: F811 - the room, not the fixture
    return room.workspace.part(OutcomesPart).pane


def issues(room):  # noqa: F811
    found = room.ask(lambda archive: archive.issues.all("m"))
    return [(each.text, each.agreement, each.place.parent_id) for each in found]


def decisions(room):  # noqa: F811
    return [each.text for each in room.ask(lambda archive: archive.decisions.all("m"))]


def positions(room):  # noqa: F811
    found = room.ask(lambda archive: archive.positions.all("m"))
    return [(each.stance, each.organisation_id, each.reason) for each in found]


def add(room, text):  # noqa: F811
    room.type(text)
    room.press(KEY.Key_Return)
    room.settle()


@pytest.fixture
def there(room):  # noqa: F811
    """The pane in view, its line ready."""
    room.press(*TO_PANE)
    room.settle()
    return room


def test_points_and_decisions_are_typed_one_after_another(there):
    add(there, "تشغيل المضخة")
    there.press(KEY.Key_F4)
    add(there, "رفع الرسوم")
    there.press(KEY.Key_F4)
    add(there, "تشكيل لجنة")
    assert issues(there) == [
        ("تشغيل المضخة", Agreement.AGREED, "a"),
        ("رفع الرسوم", Agreement.CONTESTED, "a"),
    ]
    assert decisions(there) == ["تشكيل لجنة"]
    rows = pane(there).model.rows
    assert [(each.number, each.pill) for each in rows] == [
        ("1", "متّفق عليه"), ("2", "موضع خلاف"), ("1", "قرار"),
    ]  # fmt: skip
    there.press(KEY.Key_Escape)
    assert there.box.hasFocus()


def test_one_key_says_that_the_room_agreed_or_differed(there):
    add(there, "تشغيل المضخة")
    there.press(KEY.Key_Up)
    assert pane(there).list.hasFocus()
    there.press(KEY.Key_Space)
    there.settle()
    assert issues(there)[0][1] is Agreement.CONTESTED
    there.press(KEY.Key_Space)
    there.settle()
    assert issues(there)[0][1] is Agreement.AGREED


def test_what_a_point_is_may_still_be_said_otherwise_while_it_is_typed(there):
    there.type("تشكيل لجنة")
    pane(there).adder._drafting.save()
    there.press(KEY.Key_F4)
    there.press(KEY.Key_F4)
    there.press(KEY.Key_Return)
    there.settle()
    assert issues(there) == []
    assert decisions(there) == ["تشكيل لجنة"]
    assert there.ask(lambda archive: archive.drafts.pending()) == []


def test_half_a_point_is_a_draft_and_becomes_one_when_the_screen_is_left(there):
    there.type("نصف نقطة")
    pane(there).adder._drafting.save()
    there.settle()
    drafts = there.ask(lambda archive: archive.drafts.pending())
    assert [(each.table, each.text) for each in drafts] == [("issue", "نصف نقطة")]
    there.window.show_screen("library")
    there.settle()
    assert issues(there) == [("نصف نقطة", Agreement.AGREED, "a")]


def test_escape_throws_away_what_was_typed_and_goes_home(there):
    there.type("لا شيء")
    pane(there).adder._drafting.save()
    there.press(KEY.Key_Escape)
    there.settle()
    assert there.box.hasFocus()
    assert issues(there) == []
    assert there.ask(lambda archive: archive.drafts.pending()) == []


def test_the_card_opens_and_takes_words_hands_and_positions(there):
    add(there, "رفع الرسوم")
    there.press(KEY.Key_Up)
    there.press(KEY.Key_Return)
    form = pane(there).form
    text = form.issue.field("text")
    assert text.hasFocus()
    there.type("لا ")
    for count in ("12", "٣", "1"):
        field = form.issue.field(
            {"12": "hands_for", "٣": "hands_against", "1": "hands_abstained"}[count]
        )
        field.setFocus()
        there.type(count)
    field = form.positions
    field.holder.setFocus()
    there.type("DCAF")
    there.press(KEY.Key_Down)
    there.press(KEY.Key_Return)
    field.stance.setFocus()
    there.press(KEY.Key_Down)
    field.reason.setFocus()
    there.type("لا تمويل")
    there.press(KEY.Key_Return)
    there.settle()
    there.press(KEY.Key_Escape)
    there.settle()
    (issue,) = there.ask(lambda archive: archive.issues.all("m"))
    assert "رفع الرسوم" in issue.text
    assert (issue.hands_for, issue.hands_against, issue.hands_abstained) == (12, 3, 1)
    assert positions(there) == [(Stance.OBJECTS, "dcaf", "لا تمويل")]
    (line,) = pane(there).model.rows
    assert line.hands == "مع \u206612\u2069 · ضدّ \u20663\u2069 · امتناع \u20661\u2069"
    assert [tone for tone, _words in line.stances] == ["bad"]
    assert pane(there).list.hasFocus()


def test_an_organisation_that_nobody_knows_is_made_with_its_position(there):
    add(there, "رفع الرسوم")
    pane(there).open_row(pane(there).model.rows[0].id)
    field = pane(there).form.positions
    field.holder.setFocus()
    there.type("لجنة الحي")
    field.reason.setFocus()
    there.type("الدخل قليل")
    pane(there).leave()  # no Enter was pressed
    there.settle()
    ((stance, organisation_id, reason),) = positions(there)
    assert (stance, reason) == (Stance.SUPPORTS, "الدخل قليل")
    made = there.ask(lambda archive: archive.organisations.get(organisation_id))
    assert made.name == "لجنة الحي"
    assert len(there.ask(lambda archive: archive.organisations.all())) == 2


def test_a_stance_is_turned_and_a_position_taken_away_by_a_key(enter, prepare):  # noqa: F811
    prepare(
        Issue(id="i", meeting_id="m", text="رفع الرسوم", place=Place("a", "a1")),
        Position(id="p", meeting_id="m", subject=Subject("issue", "i"), holder=Speaker("hiba"),
                 stance=Stance.SUPPORTS),
    )  # fmt: skip
    room = enter()  # noqa: F811
    room.press(*TO_PANE)
    pane(room).open_row("i")
    held = pane(room).form.positions.list
    assert "هبة القاضي" in held.item(0).text()
    held.setFocus()
    QTest.keyClick(held, KEY.Key_Space)
    room.settle()
    assert positions(room)[0][0] is Stance.OBJECTS
    QTest.keyClick(held, KEY.Key_Delete)
    room.settle()
    assert positions(room) == []


def test_cards_are_moved_and_deleted_and_come_back(enter, prepare):  # noqa: F811
    prepare(
        *(Decision(id=name, meeting_id="m", text=name, place=Place("a", name))
          for name in ("d1", "d2", "d3"))
    )  # fmt: skip
    room = enter()  # noqa: F811
    room.press(*TO_PANE)
    cards = pane(room).list
    cards.setFocus()
    cards.choose("d3")
    for _press in range(2):
        room.press(KEY.Key_Up, HELD.AltModifier)
    room.settle()
    assert decisions(room) == ["d3", "d1", "d2"]
    assert [each.number for each in pane(room).model.rows] == ["1", "2", "3"]
    room.press(KEY.Key_Down, HELD.AltModifier)
    room.press(KEY.Key_Delete)
    room.settle()
    assert decisions(room) == ["d1", "d2"]
    room.press(KEY.Key_F10)
    room.settle()
    assert decisions(room) == ["d1", "d3", "d2"]


def test_one_key_makes_a_point_of_a_note(room):  # noqa: F811
    room.type("نتّفق على تشغيل المضخة")
    room.press(*OF_NOTE)
    room.settle()
    assert issues(room) == [("نتّفق على تشغيل المضخة", None, "a")]
    notes = room.ask(lambda archive: archive.notes.all("m"))
    assert [each.text for each in notes] == ["نتّفق على تشغيل المضخة"]
    assert room.box.hasFocus()


def test_a_point_made_of_a_private_note_says_that_it_is_not_private(room, prepare):  # noqa: F811
    prepare(Note(id="n", meeting_id="m", text="سرّ", kind="private", place=Place("a", "a1")))
    room.settle()
    notes = room.workspace.pane.list
    notes.setFocus()
    notes.setCurrentIndex(notes.model().index(0, 0))
    said = []
    room.window.services.notices.posted.connect(lambda notice: said.append(notice.tone))
    room.press(*OF_NOTE)
    room.settle()
    assert "warn" in said


def test_the_key_leads_to_the_pane_and_back(room):  # noqa: F811
    room.press(*TO_PANE)
    assert pane(room).adder.line.hasFocus()
    assert room.workspace.side.current == "outcomes"
    room.press(*TO_PANE)
    assert room.workspace.side.current == "recommendations"
    assert room.box.hasFocus()


@pytest.mark.parametrize("size", [(1366, 768), (1180, 700), (911, 512)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_cards_and_form_fit_each_width(enter, sample, size, language):  # noqa: F811
    room = enter(sample, size=size, language=language)  # noqa: F811
    room.press(*TO_PANE)
    room.settle()
    assert cut_texts(room.window) == []
    pane(room).open_row(pane(room).model.rows[1].id)
    room.settle()
    assert cut_texts(room.window) == []
    assert nameless_controls(room.window) == []
    assert (room.window.width(), room.window.height()) == size
