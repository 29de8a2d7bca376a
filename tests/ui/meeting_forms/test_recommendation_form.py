import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from recorder import (
    FollowUp,
    Note,
    Place,
    Priority,
    Recommendation,
    Source,
    Speaker,
    Stage,
    Status,
)
from tests.ui.meeting_screens import MEETING
from tests.ui.typing_hand import type_text
from tests.ui.window_survey import cut_texts, mirrored, nameless_controls, place_in, unreachable

KEY = Qt.Key


def focus():
    found = QApplication.focusWidget()
    assert found is not None
    return found


def leave_by_tab(qtbot, field):
    """Press Tab where the keyboard is: in the list of completions while that is open."""
    qtbot.keyClick(QApplication.activePopupWidget() or field, KEY.Key_Tab)
    field.window().activateWindow()  # offscreen has no window manager to do it after a popup


def tab_to(qtbot, form, field):
    if not form.isAncestorOf(focus()):
        form.enter()
    for _ in range(60):
        if focus() is field:
            return
        qtbot.keyClick(focus(), KEY.Key_Tab)
    raise AssertionError(f"Tab never comes to {field.accessibleName()}")


def write_over(qtbot, form, field, text):
    tab_to(qtbot, form, field)
    field.selectAll()
    type_text(field, text)
    leave_by_tab(qtbot, field)


def choose(qtbot, form, field, value):
    tab_to(qtbot, form, field)
    for _ in range(field.count()):
        if field.value == value:
            return
        qtbot.keyClick(field, KEY.Key_Down)
    assert field.value == value


def stored(desk, recommendation_id="rec-1"):
    return desk.ask(lambda archive: archive.recommendations.get(recommendation_id))


def follow_ups(desk, recommendation_id="rec-1"):
    every = desk.ask(lambda archive: archive.follow_ups.all())
    return [each for each in every if each.recommendation_id == recommendation_id]


def supporters(desk):
    every = desk.ask(lambda archive: archive.supports.all(MEETING))
    return {each.organisation_id for each in every}


def words_on(card):
    return [each.words for each in card.findChildren(QLabel) if hasattr(each, "words")]


def test_a_recommendation_is_written_by_the_keyboard_alone(desk, recommendation, qtbot):
    form = recommendation
    form.enter()
    write_over(qtbot, form, form.what.text, "خطة عمل مشتركة (2027) مع GLOCA")
    write_over(qtbot, form, form.what.theme, "التعافي")
    choose(qtbot, form, form.what.priority, Priority.HIGH.value)
    choose(qtbot, form, form.what.stage, Stage.ADOPTED.value)
    write_over(qtbot, form, form.who.lead, "gloca")
    write_over(qtbot, form, form.who.measures.field("due"), "٣١/٣/٢٠٢٧")
    write_over(qtbot, form, form.who.measures.field("timeframe"), "الربع الأول")
    write_over(qtbot, form, form.who.measures.field("indicator"), "خطة منشورة")
    write_over(qtbot, form, form.who.measures.field("evidence"), "محضر الإقرار")
    desk.settle()
    row = stored(desk)
    theme = desk.ask(lambda archive: archive.themes.get(row.theme_id))
    assert row == Recommendation(
        id="rec-1",
        meeting_id=MEETING,
        place=row.place,
        text="خطة عمل مشتركة (2027) مع GLOCA",
        theme_id=theme.id,
        lead_id="gloca",
        priority=Priority.HIGH,
        stage=Stage.ADOPTED,
        due="2027-03-31",
        timeframe="الربع الأول",
        indicator="خطة منشورة",
        evidence="محضر الإقرار",
    )
    assert theme.title == "التعافي"


def test_a_new_recommendation_is_written_in_its_own_form(make_recommendations, qtbot):
    desk, form = make_recommendations()
    read = threading.Event()
    desk.bridge.request(lambda _archive: read.wait(20))
    qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    type_text(form.what.text, "زائد")  # struck before there is anything to write in
    read.set()
    desk.until(form.what.text.hasFocus)
    type_text(focus(), "جديدة")
    form.leave()
    desk.settle()
    rows = desk.ask(lambda archive: archive.recommendations.all(MEETING))
    assert [row.text for row in rows] == ["خطة عمل مشتركة", "آليات تنسيق بين GLOCA و DCAF", "جديدة"]


def test_the_first_recommendation_is_written_without_reaching_for_the_mouse(
    make_recommendations, qtbot
):
    desk, form = make_recommendations()
    desk.bridge.request(lambda archive: archive.recommendations.delete("rec-1", "rec-2"))
    desk.until(form.first.isVisible)
    form.enter()
    qtbot.mouseClick(form.first, Qt.MouseButton.LeftButton)
    desk.until(form.what.text.hasFocus)
    desk.settle()
    assert form.what.text.hasFocus()


def test_a_reason_is_asked_for_only_when_it_is_rejected(desk, recommendation, qtbot):
    form = recommendation
    assert not form.what.reason.isVisible()
    choose(qtbot, form, form.what.stage, Stage.REJECTED.value)
    assert form.what.reason.isVisible()
    write_over(qtbot, form, form.what.reason, "خارج الصلاحيات")
    desk.settle()
    assert (stored(desk).stage, stored(desk).reason) == (Stage.REJECTED, "خارج الصلاحيات")


def test_supporting_organisations_are_added_as_chips_and_taken_away(desk, recommendation, qtbot):
    field = recommendation.who.supporting
    for typed in ("مركز جنيف", "نقابة المهندسين"):
        field.adder.setFocus()
        type_text(field.adder, typed)
        qtbot.keyClick(QApplication.activePopupWidget() or field.adder, KEY.Key_Return)
        desk.settle()
    desk.until(lambda: len(field.chips) == 2)
    assert "dcaf" in supporters(desk)
    assert len(supporters(desk)) == 2
    chip = next(each for each in field.chips if "مركز جنيف" in each.text())
    chip.setFocus()
    qtbot.keyClick(chip, KEY.Key_Space)
    desk.until(lambda: len(field.chips) == 1)
    assert "dcaf" not in supporters(desk)
    desk.undo()
    desk.until(lambda: len(field.chips) == 2)


def test_a_supporting_organisation_typed_without_enter_is_added_when_the_form_is_left(
    desk, recommendation
):
    field = recommendation.who.supporting
    field.adder.setFocus()
    type_text(field.adder, "نقابة المهندسين")
    recommendation.leave()
    desk.settle()
    desk.until(lambda: [chip.text() for chip in field.chips] == ["نقابة المهندسين"])
    assert not field.adder.words


def test_a_follow_up_is_added_and_decides_the_status(desk, recommendation, qtbot):
    form, card = recommendation, recommendation.follow_up
    choose(qtbot, form, card.status, Status.DONE.value)
    write_over(qtbot, form, card.progress, "100")
    write_over(qtbot, form, card.date, "22/11/2026")
    write_over(qtbot, form, card.text, "نُشرت الخطة v1.0")
    tab_to(qtbot, form, card.add)
    qtbot.keyClick(card.add, KEY.Key_Space)
    desk.settle()
    (entry,) = follow_ups(desk)
    assert (entry.status, entry.progress, entry.date, entry.text) == (
        Status.DONE,
        100,
        "2026-11-22",
        "نُشرت الخطة v1.0",
    )
    desk.until(lambda: "نُشرت الخطة v1.0" in words_on(card))
    assert card.text.words == ""
    assert form.model.rows[0].status == Status.DONE


def test_more_than_a_hundred_percent_is_not_taken(desk, recommendation, qtbot):
    card = recommendation.follow_up
    write_over(qtbot, recommendation, card.progress, "120")
    qtbot.keyClick(card.add, KEY.Key_Space)
    desk.settle()
    assert follow_ups(desk) == []
    assert card.progress.property("wrong")


def test_a_follow_up_with_words_is_not_lost_when_the_form_is_left(desk, recommendation, qtbot):
    card = recommendation.follow_up
    tab_to(qtbot, recommendation, card.text)
    type_text(card.text, "عُقد اجتماع")
    recommendation.leave()
    desk.settle()
    assert [each.text for each in follow_ups(desk)] == ["عُقد اجتماع"]
    assert desk.ask(lambda archive: archive.drafts.pending()) == []


def test_a_follow_up_is_durable_before_the_button(desk, recommendation, qtbot):
    card = recommendation.follow_up
    tab_to(qtbot, recommendation, card.text)
    type_text(card.text, "عُقد")
    desk.until(
        lambda: "عُقد" in [each.text for each in desk.ask(lambda archive: archive.drafts.pending())]
    )


def test_the_latest_entry_is_first_and_a_deleted_one_comes_back(desk, recommendation, qtbot):
    for at, day in (("early", "2026-10-01"), ("late", "2026-11-01")):
        entry = FollowUp(
            id=at,
            meeting_id=MEETING,
            recommendation_id="rec-1",
            date=day,
            status=Status.STALLED,
            text=at,
        )
        desk.bridge.request(lambda archive, entry=entry: archive.follow_ups.append(entry))
    desk.settle()
    told = words_on(recommendation.follow_up)
    assert told.index("late") < told.index("early")
    desk.bridge.request(lambda archive: archive.follow_ups.delete("late"))
    desk.settle()
    assert recommendation.model.rows[0].status == Status.STALLED
    assert "late" not in words_on(recommendation.follow_up)


def test_the_notes_it_came_from_are_shown(desk, recommendation):
    def put(archive):
        note = Note(
            id="note",
            meeting_id=MEETING,
            speaker=Speaker("wassim", ""),
            text="نحتاج إلى خطة",
            place=Place(None),
        )
        archive.notes.append(note)
        return archive.write(
            Source(
                id=Source.id_for("rec-1", "note"),
                meeting_id=MEETING,
                recommendation_id="rec-1",
                note_id="note",
            )
        )

    assert not recommendation.sources.isVisible()
    desk.bridge.request(put)
    desk.until(recommendation.sources.isVisible)
    told = words_on(recommendation.sources)
    assert "نحتاج إلى خطة" in told
    assert "وسيم الحاج" in told


def test_escape_closes_the_form_and_keeps_what_was_typed(desk, recommendation, qtbot):
    recommendation.enter()
    type_text(recommendation.what.text, "، ")
    with qtbot.waitSignal(recommendation.closed):
        qtbot.keyClick(recommendation.what.text, KEY.Key_Escape)
    desk.settle()
    assert "، " in stored(desk).text


def test_what_another_view_writes_arrives_but_not_under_the_hand(desk, recommendation, qtbot):
    form = recommendation
    tab_to(qtbot, form, form.what.text)
    form.what.text.selectAll()
    type_text(form.what.text, "نص جديد")
    desk.bridge.request(
        lambda archive: archive.recommendations.write(
            replace(archive.recommendations.get("rec-1"), timeframe="الربع الثاني")
        ),
        saves=True,
    )
    desk.settle()
    assert form.what.text.words == "نص جديد"
    desk.until(lambda: form.who.measures.field("timeframe").words == "الربع الثاني")


def test_only_the_form_is_shown_for_one_recommendation(recommendation):
    assert not recommendation.list_card.isVisible()
    assert recommendation.close_button.isVisible()


def test_the_list_of_a_meeting_leads_to_the_form(make_recommendations, qtbot):
    desk, form = make_recommendations()
    form.enter()
    qtbot.keyClick(form.list, KEY.Key_Down)
    desk.until(lambda: form.what.text.words == "آليات تنسيق بين GLOCA و DCAF")
    qtbot.keyClick(form.list, KEY.Key_Return)
    assert focus() is form.what.text


def test_a_new_recommendation_is_added_written_deleted_and_brought_back(
    make_recommendations, qtbot
):
    desk, form = make_recommendations()
    form.enter()
    qtbot.keyClick(form.list, KEY.Key_Insert)
    desk.until(lambda: len(form.model.rows) == 3)
    assert focus() is form.what.text
    type_text(form.what.text, "توصية ثالثة")
    qtbot.keyClick(form.what.text, KEY.Key_Tab)
    desk.until(lambda: form.model.rows[-1].text == "توصية ثالثة")
    form.list.setFocus()
    qtbot.keyClick(form.list, KEY.Key_Delete)
    desk.until(lambda: len(form.model.rows) == 2)
    desk.undo()
    desk.until(lambda: [each.text for each in form.model.rows][-1] == "توصية ثالثة")


def test_on_a_small_window_list_and_form_take_turns(make_recommendations, qtbot):
    _desk, form = make_recommendations(size=(834, 449))
    assert form.list_card.isVisible()
    assert not form.what.isVisible()
    qtbot.keyClick(form.list, KEY.Key_Return)
    assert form.what.isVisible()
    assert not form.list_card.isVisible()
    qtbot.keyClick(form.what.text, KEY.Key_Escape)
    assert form.list_card.isVisible()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1290, 706), (834, 449)])
def test_every_control_of_the_form_is_named_and_no_word_is_cut(
    make_recommendations, language, size
):
    _desk, form = make_recommendations(language, size)
    form.open_recommendation("rec-1")
    assert nameless_controls(form) == []
    assert unreachable(form) == []
    assert cut_texts(form) == []


def test_the_english_form_is_the_arabic_one_in_a_mirror(make_recommendations):
    def parts(form):
        return {
            "list": form.list_card,
            "what": form.what,
            "who": form.who,
            "lead": form.who.lead,
            "due": form.who.measures.field("due"),
            "status": form.follow_up.status,
            "date": form.follow_up.date,
            "add": form.follow_up.add,
        }

    _desk, arabic = make_recommendations("ar")
    width = arabic.width()
    seen = {name: mirrored(place_in(arabic, part), width) for name, part in parts(arabic).items()}
    assert place_in(arabic, arabic.what).x() > place_in(arabic, arabic.who).x()
    _desk, english = make_recommendations("en")
    for name in ("list", "what", "who", "lead", "due", "status"):
        assert abs(seen[name].x() - place_in(english, parts(english)[name]).x()) <= 2, name
    for name, part in parts(english).items():
        if name in {"date", "add"}:  # as wide as their words
            end = place_in(english, part)
            assert abs(seen[name].right() - end.right()) <= 2, name
