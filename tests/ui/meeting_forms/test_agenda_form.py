from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from recorder import AgendaItem, ItemKind, Meeting
from tests.ui.meeting_screens import MEETING
from tests.ui.typing_hand import type_text
from tests.ui.window_survey import cut_texts, mirrored, nameless_controls, place_in, unreachable
from ui.meeting.agenda_form import AgendaForm

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def shown(form):
    return [(each.title, each.outlined.depth) for each in form.model.rows]


def titles(form):
    return [each.title for each in form.model.rows]


def stored(desk):
    """What the archive holds, in its order, each with the title of its parent."""
    items = desk.ask(lambda archive: archive.agenda.all(MEETING))
    by_id = {each.id: each.title for each in items}
    return {each.title: by_id.get(each.place.parent_id) for each in items}


def go_to(form, item_id):
    form.list.setFocus()
    form.list.choose(item_id)


def add(qtbot, form, title):
    type_text(form.adder, title)
    qtbot.keyClick(form.adder, KEY.Key_Return)


def editor(form):
    found = QApplication.focusWidget()
    assert found is not None
    assert form.list.isAncestorOf(found)
    return found


def test_titles_typed_one_after_another_become_items(desk, qtbot):
    desk.ask(lambda archive: archive.write(Meeting(id=MEETING, title="لقاء")))
    form = AgendaForm(desk.bridge, desk.services)
    desk.show(form)
    form.open_meeting(MEETING)
    form.enter()
    for title in ("الافتتاح", "أولويات التعافي (GLOCA)", "الختام"):
        add(qtbot, form, title)
    desk.until(lambda: titles(form) == ["الافتتاح", "أولويات التعافي (GLOCA)", "الختام"])
    assert list(stored(desk)) == titles(form)
    assert desk.ask(lambda archive: archive.drafts.pending()) == []


def test_a_title_is_durable_before_enter(desk, agenda):
    agenda.enter()
    type_text(agenda.adder, "بند قيد الكتابة")
    desk.until(
        lambda: (
            "بند قيد الكتابة"
            in [each.text for each in desk.ask(lambda archive: archive.drafts.pending())]
        )
    )


def test_escape_throws_a_new_title_away(desk, agenda, qtbot):
    agenda.enter()
    type_text(agenda.adder, "لا شيء")
    qtbot.keyClick(agenda.adder, KEY.Key_Escape)
    agenda.leave()
    desk.settle()
    assert len(stored(desk)) == 4
    assert desk.ask(lambda archive: archive.drafts.pending()) == []


def test_a_title_is_edited_where_it_stands(desk, agenda, qtbot):
    go_to(agenda, "one-a")
    qtbot.keyClick(agenda.list, KEY.Key_Return)
    type_text(editor(agenda), "كلمة DCAF")
    qtbot.keyClick(editor(agenda), KEY.Key_Return)
    desk.until(lambda: "كلمة DCAF" in titles(agenda))
    assert stored(desk)["كلمة DCAF"] == "الافتتاح"
    assert agenda.list.current_id == "one-b"


def test_escape_leaves_a_title_as_it_was(desk, agenda, qtbot):
    go_to(agenda, "two")
    qtbot.keyClick(agenda.list, KEY.Key_Return)
    type_text(editor(agenda), "شيء آخر")
    agenda._drafting.save()
    qtbot.keyClick(editor(agenda), KEY.Key_Escape)
    desk.settle()
    assert "النقاش" in stored(desk)
    assert "النقاش" in titles(agenda)


def test_what_arrives_does_not_change_a_title_under_the_hand(desk, agenda, qtbot):
    go_to(agenda, "two")
    qtbot.keyClick(agenda.list, KEY.Key_Return)
    type_text(editor(agenda), "حوار")
    other = AgendaItem(id="three", meeting_id=MEETING, title="الختام")
    desk.bridge.request(lambda archive: archive.agenda.append(other), saves=True)
    desk.until(lambda: "الختام" in titles(agenda))
    assert editor(agenda).words == "حوار"


def test_what_is_written_of_the_same_item_leaves_its_title_under_the_hand(desk, agenda, qtbot):
    go_to(agenda, "two")
    qtbot.keyClick(agenda.list, KEY.Key_Return)
    type_text(editor(agenda), "حوار")
    desk.bridge.request(
        lambda archive: archive.agenda.write(
            replace(archive.agenda.get("two"), planned_minutes=25)
        ),
        saves=True,
    )
    desk.until(lambda: agenda.model.rows[-1].outlined.item.planned_minutes == 25)
    assert editor(agenda).words == "حوار"
    assert not editor(agenda).hasSelectedText()


def test_enter_on_the_last_title_leads_to_the_line_that_adds(desk, agenda, qtbot):
    go_to(agenda, "two")
    qtbot.keyClick(agenda.list, KEY.Key_Return)
    qtbot.keyClick(editor(agenda), KEY.Key_Return)
    assert QApplication.focusWidget() is agenda.adder


def test_alt_and_the_arrow_inwards_make_a_sub_item_and_outwards_an_item(desk, agenda, qtbot):
    go_to(agenda, "two")
    qtbot.keyClick(agenda.list, KEY.Key_Left, ALT)
    desk.until(lambda: shown(agenda)[-1] == ("النقاش", 1))
    assert stored(desk)["النقاش"] == "الافتتاح"
    qtbot.keyClick(agenda.list, KEY.Key_Right, ALT)
    desk.until(lambda: shown(agenda)[-1] == ("النقاش", 0))
    assert stored(desk)["النقاش"] is None


def test_in_english_the_arrow_inwards_is_the_other_one(make_agenda, qtbot):
    desk, form = make_agenda("en")
    go_to(form, "two")
    qtbot.keyClick(form.list, KEY.Key_Right, ALT)
    desk.until(lambda: shown(form)[-1] == ("النقاش", 1))


def test_tab_indents_while_a_title_is_edited_and_the_editor_stays(desk, agenda, qtbot):
    go_to(agenda, "two")
    qtbot.keyClick(agenda.list, KEY.Key_Return)
    type_text(editor(agenda), "نقاش مفتوح")
    agenda._drafting.save()
    desk.settle()
    qtbot.keyClick(editor(agenda), KEY.Key_Tab)
    desk.until(lambda: agenda.model.rows[-1].outlined.depth == 1)
    assert editor(agenda).words == "نقاش مفتوح"
    qtbot.keyClick(editor(agenda), KEY.Key_Backtab)
    desk.until(lambda: agenda.model.rows[-1].outlined.depth == 0)


def test_alt_up_and_down_reorder_with_the_sub_items(desk, agenda, qtbot):
    go_to(agenda, "two")
    qtbot.keyClick(agenda.list, KEY.Key_Up, ALT)
    desk.until(lambda: titles(agenda)[0] == "النقاش")
    assert shown(agenda)[1:] == [("الافتتاح", 0), ("كلمة GLOCA (2025)", 1), ("كلمة الشريك", 1)]
    assert agenda.list.current_id == "two"
    qtbot.keyClick(agenda.list, KEY.Key_Down, ALT)
    desk.until(lambda: titles(agenda)[-1] == "النقاش")


def test_steps_faster_than_the_disk_are_all_taken(desk, agenda, qtbot):
    for title in ("ثالث", "رابع", "خامس"):
        item = AgendaItem(id=title, meeting_id=MEETING, title=title)
        desk.bridge.request(lambda archive, item=item: archive.agenda.append(item))
    desk.until(lambda: titles(agenda)[-1] == "خامس")
    go_to(agenda, "خامس")
    for _ in range(4):
        qtbot.keyClick(agenda.list, KEY.Key_Up, ALT)
    desk.until(lambda: titles(agenda)[0] == "خامس")
    assert agenda.list.current_id == "خامس"


def test_a_line_let_go_elsewhere_goes_there(desk, agenda):
    model = agenda.model
    data = model.mimeData([model.index(3, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0)
    desk.until(lambda: titles(agenda)[0] == "النقاش")
    assert desk.ask(lambda archive: archive.agenda.get("two")).place.parent_id is None


def test_a_deleted_item_takes_its_sub_items_and_undo_brings_them_back(desk, agenda, qtbot):
    go_to(agenda, "one")
    qtbot.keyClick(agenda.list, KEY.Key_Delete)
    desk.until(lambda: titles(agenda) == ["النقاش"])
    assert list(stored(desk)) == ["النقاش"]
    desk.undo()
    desk.until(lambda: len(titles(agenda)) == 4)


def test_the_details_of_an_item_are_written(desk, agenda, qtbot):
    go_to(agenda, "two")
    details = agenda.details
    details.field("kind").setFocus()
    while details.field("kind").value != ItemKind.DECISION.value:
        qtbot.keyClick(details.field("kind"), KEY.Key_Down)
    for column, text in (
        ("planned_minutes", "٤٥"),
        ("theme_id", "الحوكمة"),
        ("presenter_id", "هدى"),
    ):
        details.field(column).setFocus()
        type_text(details.field(column), text)
        qtbot.keyClick(details.field(column), KEY.Key_Tab)
    desk.settle()
    item = desk.ask(lambda archive: archive.agenda.get("two"))
    theme = desk.ask(lambda archive: archive.themes.get(item.theme_id))
    presenter = desk.ask(lambda archive: archive.people.get(item.presenter_id))
    assert (item.kind, item.planned_minutes) == (ItemKind.DECISION, 45)
    assert (theme.title, presenter.name) == ("الحوكمة", "هدى")
    assert theme.place.sort_key
    desk.until(lambda: agenda.model.rows[-1].presenter == "هدى")
    assert "45" in agenda.card.totals.words


def test_a_new_item_stands_beside_the_last_one(desk, agenda, qtbot):
    desk.bridge.request(lambda archive: archive.agenda.move("two", parent_id="one", after="one-b"))
    desk.until(lambda: shown(agenda)[-1] == ("النقاش", 1))
    agenda.enter()
    add(qtbot, agenda, "سؤال")
    desk.until(lambda: shown(agenda)[-1] == ("سؤال", 1))
    assert stored(desk)["سؤال"] == "الافتتاح"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1290, 706), (834, 449)])
def test_every_control_of_the_agenda_is_named_and_no_word_is_cut(make_agenda, language, size):
    _desk, form = make_agenda(language, size)
    assert nameless_controls(form) == []
    assert unreachable(form) == []
    assert cut_texts(form) == []


def test_the_english_agenda_is_the_arabic_one_in_a_mirror(make_agenda):
    _desk, arabic = make_agenda("ar")
    width = arabic.width()
    parts = ("list", "adder", "details")
    seen = [mirrored(place_in(arabic, getattr(arabic, each)), width) for each in parts]
    assert place_in(arabic, arabic.list).x() > place_in(arabic, arabic.details).x()
    _desk, english = make_agenda("en")
    for place, part in zip(seen, parts, strict=True):
        assert abs(place.x() - place_in(english, getattr(english, part)).x()) <= 2, part


def test_a_screen_reader_hears_number_title_and_details(agenda):
    index = agenda.model.index(1, 0)
    assert "1.1" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "كلمة GLOCA (2025)" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "نقاش" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_on_a_narrow_window_list_and_details_take_turns(make_agenda, qtbot):
    _desk, form = make_agenda(size=(600, 449))
    assert form.card.isVisible()
    assert not form.panel.isVisible()
    go_to(form, "two")
    qtbot.keyClick(form.list, KEY.Key_Return, ALT)
    assert form.panel.isVisible()
    assert not form.card.isVisible()
    assert QApplication.focusWidget() is form.details.field("kind")
    qtbot.keyClick(form.details.field("kind"), KEY.Key_Escape)
    assert form.card.isVisible()
    assert QApplication.focusWidget() is form.list
    assert nameless_controls(form) == []
    assert cut_texts(form) == []


def test_a_rule_of_attribution_of_its_own_is_chosen_and_seen_in_the_list(desk, agenda):
    item = agenda.model.rows[0]
    go_to(agenda, item.id)
    field = agenda.details.field("attribution")
    assert field.currentText() == "كما في اللقاء"
    at = field.findData("sector")
    field.setCurrentIndex(at)
    field.activated.emit(at)
    desk.until(
        lambda: desk.ask(lambda archive: archive.agenda.get(item.id)).attribution == "sector"
    )
    desk.until(lambda: "إسناد القول: بالقطاع" in agenda.model.details(agenda.model.rows[0]))
    desk.ask(lambda archive: archive.undo())
    desk.until(lambda: field.currentText() == "كما في اللقاء")
