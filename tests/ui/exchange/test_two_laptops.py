"""Two laptops and a stick, by keyboard alone: begun, joined, synced, changed in both, the same."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from recorder import Note, StickError
from tests.ui.exchange.laptop import Laptop
from tests.ui.window_survey import cut_texts, nameless_controls, unreachable
from ui.exchange.sharing import Stage
from ui.notices import NoticeStrip


def texts(laptop: Laptop) -> list[str]:
    return laptop.ask(lambda archive: [note.text for note in archive.notes.all("m")])


def button(laptop: Laptop, words: str) -> QPushButton:
    [found] = [
        each for each in laptop.card.findChildren(QPushButton)
        if each.text() == words and not each.isHidden()
    ]  # fmt: skip
    return found


def notices(laptop: Laptop) -> list[str]:
    return laptop.window.centralWidget().findChild(NoticeStrip).texts


def sync(laptop: Laptop) -> None:
    """Plug the stick in and press the button, twice when something comes."""
    laptop.share()
    laptop.press()
    laptop.comes_to(Stage.ASKING, Stage.DONE)
    if laptop.stage is Stage.ASKING:
        laptop.press()
        laptop.comes_to(Stage.DONE)


## First use


def test_a_code_is_shown_typed_once_in_arabic_digits_and_both_have_the_same(layla, rana):
    layla.share()
    assert layla.focus is layla.card.begin
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    groups = [label.words for label in layla.card.groups]
    assert [len(group) for group in groups] == [4] * 5
    assert "يمكنك نزعها بأمان" in layla.words
    layla.press()
    assert layla.stage is Stage.CHOOSING
    assert "0" not in layla.words  # the code is gone

    rana.share()
    assert rana.focus is rana.card.field  # a team has written on this stick
    rana.type(" ".join(groups).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    assert "اكتمل الرمز" in rana.words
    rana.press()
    rana.comes_to(Stage.ASKING)
    assert "ليلى" in rana.words
    assert "المداخلات" in rana.words
    assert texts(rana) == []
    rana.press()
    rana.comes_to(Stage.DONE)
    assert "يمكنك نزعها بأمان" in rana.words
    assert texts(rana) == texts(layla) == ["الماء أولاً.", "ثم المدارس."]
    rana.press()
    assert rana.stage is Stage.CHOOSING
    assert rana.focus is rana.card.sync


def test_whoever_has_said_no_name_is_asked_for_it_once(laptop):
    layla, rana = laptop(""), laptop("رنا")
    layla.share()
    layla.card.name.setFocus()
    layla.type("ليلى الحسن")
    layla.card.begin.click()
    layla.qtbot.waitUntil(lambda: layla.sharing.state.report is not None, timeout=30_000)
    assert layla.window.settings.author == "ليلى الحسن"
    assert layla.ask(lambda archive: archive.author) == "ليلى الحسن"
    rana.share()
    assert rana.card.name.isHidden()


def test_the_code_is_copied_in_digits_that_every_keyboard_has(laptop):
    layla = laptop("ليلى", digits="arab")
    layla.share()
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    layla.card.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == layla.sharing.state.code[:4] + " " + copied[5:]
    assert copied.isascii()
    assert not any(label.words.isascii() for label in layla.card.groups)


def test_the_code_is_shown_although_the_stick_fails_before_all_is_on_it(layla, monkeypatch):
    def refuse(*_arguments: object) -> None:
        raise StickError(path="x", reason="full")

    monkeypatch.setattr("recorder.sync.stick.Stick.put_bundle", refuse)
    layla.share()
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    assert len(layla.sharing.state.code) == 20
    assert layla.stage is Stage.CODE
    assert "ممتلئة" in layla.words


def test_a_wrong_code_keeps_what_was_typed_and_says_so(layla, rana):
    layla.share()
    layla.sharing.found()
    layla.qtbot.waitUntil(lambda: layla.sharing.state.report is not None, timeout=30_000)
    rana.share()
    rana.type("0" * 20)
    rana.press()
    rana.qtbot.waitUntil(lambda: rana.sharing.state.error is not None, timeout=30_000)
    assert rana.stage is Stage.CHOOSING
    assert rana.focus is rana.card.field
    assert rana.card.field.code == "0" * 20
    assert "ليس هذا رمزَ الفريق" in rana.words
    assert rana.ask(lambda archive: archive.sharing.team_id) is None
    rana.press(Qt.Key.Key_Backspace)
    assert "ليس هذا رمزَ الفريق" not in rana.words


def test_a_stick_that_nobody_shared_by_is_said_under_the_code(rana):
    rana.share()
    rana.card.field.setFocus()
    rana.type("0" * 20)
    rana.press()
    rana.qtbot.waitUntil(lambda: rana.sharing.state.error is not None, timeout=30_000)
    assert "لم يشارك أحد عبر هذه الفلاشة بعد" in rana.words


## Afterwards


def test_what_both_changed_is_the_same_on_both_and_both_versions_are_kept(team):
    layla, rana = team
    for each, text in ((layla, "الماء أولاً وقبل كل شيء."), (rana, "الكهرباء أولاً.")):
        each.do(
            lambda archive, text=text: archive.notes.write(
                replace(archive.notes.get("n1"), text=text)
            )
        )
    rana.do(lambda archive: archive.notes.append(Note(id="n3", meeting_id="m", text="ثالثة.")))
    sync(layla)
    layla.press()
    sync(rana)
    assert "على الحاسوبين" in rana.words
    rana.press()
    sync(layla)
    assert texts(layla) == texts(rana)
    assert "ثالثة." in texts(layla)
    assert [len(each.ask(lambda archive: archive.conflicts("m"))) for each in team] == [1, 1]


def test_views_hear_of_what_came(team):
    layla, rana = team
    rana.window.open_meeting("m")
    workspace = rana.window.screen_named("workspace")
    rana.qtbot.waitUntil(lambda: workspace.notes.rowCount() == 2, timeout=20_000)
    layla.do(lambda archive: archive.notes.append(Note(id="n3", meeting_id="m", text="ثالثة.")))
    sync(layla)
    sync(rana)
    rana.qtbot.waitUntil(lambda: workspace.notes.rowCount() == 3, timeout=20_000)


def test_a_sync_is_undone_as_one_thing_and_taken_in_again(team):
    layla, rana = team
    layla.do(lambda archive: archive.notes.append(Note(id="n3", meeting_id="m", text="ثالثة.")))
    sync(layla)
    sync(rana)
    assert len(texts(rana)) == 3
    button(rana, "تراجع عن المزامنة").click()
    rana.qtbot.waitUntil(lambda: rana.sharing.merges.held > 0, timeout=20_000)
    assert len(texts(rana)) == 2
    assert rana.stage is Stage.CHOOSING
    assert "محجوز" in rana.words
    rana.card.held.button.click()
    rana.qtbot.waitUntil(lambda: rana.sharing.merges.held == 0, timeout=20_000)
    assert len(texts(rana)) == 3
    assert not rana.card.held.isVisible()


def test_a_meeting_that_two_changed_is_opened_from_the_result(team):
    layla, rana = team
    for each, text in ((layla, "الماء وقبله الكهرباء."), (rana, "المدارس أولاً.")):
        each.do(
            lambda archive, text=text: archive.notes.write(
                replace(archive.notes.get("n1"), text=text)
            )
        )
    sync(layla)
    sync(rana)
    rana.qtbot.waitUntil(lambda: rana.sharing.merges.apart == {"m": 1}, timeout=20_000)
    rail = rana.window.frame.rail
    assert rail._buttons["show.exchange"].text() == "مشاركة · \u20661\u2069"
    rana.press()
    assert "موضع واحد" in rana.words
    button(rana, "فتح اللقاء").click()
    rana.qtbot.waitUntil(lambda: rana.window.screen_name == "workspace", timeout=20_000)
    rana.window.rebuild()
    assert "1" in rana.window.frame.rail._buttons["show.exchange"].text()
    rana.do(lambda archive: archive.settle(archive.conflicts("m")[0], "الماء والمدارس."))
    rana.qtbot.waitUntil(lambda: rana.sharing.merges.apart == {}, timeout=20_000)
    assert rana.window.frame.rail._buttons["show.exchange"].text() == "مشاركة"


def test_arrows_go_from_stick_to_stick_and_choose(layla, tmp_path):
    layla.sharing.watch.add_folder(tmp_path)
    layla.share()
    one, other = layla.card.drives.lines.values()
    one.setFocus()
    layla.press(Qt.Key.Key_Space)
    chosen = layla.sharing.state.chosen
    layla.press(Qt.Key.Key_Down)
    assert other.isChecked()
    assert layla.sharing.state.chosen != chosen


def test_not_now_takes_nothing_and_writes_nothing(team, stick):
    layla, rana = team
    layla.do(lambda archive: archive.notes.append(Note(id="n3", meeting_id="m", text="ثالثة.")))
    sync(layla)
    before = sorted(stick.rglob("*"))
    rana.share()
    rana.press()
    rana.comes_to(Stage.ASKING)
    button(rana, "ليس الآن").click()
    rana.is_done_writing()
    assert rana.stage is Stage.CHOOSING
    assert len(texts(rana)) == 2
    assert sorted(stick.rglob("*")) == before


def test_a_stick_that_vanishes_midway_is_told_and_what_came_stays(team, stick, monkeypatch):
    layla, rana = team
    layla.do(lambda archive: archive.notes.append(Note(id="n3", meeting_id="m", text="ثالثة.")))
    sync(layla)
    rana.do(lambda archive: archive.notes.append(Note(id="n4", meeting_id="m", text="رابعة.")))
    rana.share()
    rana.press()
    rana.comes_to(Stage.ASKING)
    stick.rename(stick.with_name("pulled"))
    stick.write_bytes(b"")  # nothing can be put there
    rana.press()
    rana.comes_to(Stage.DONE)
    assert "نُزعت الفلاشة" in rana.words
    assert "ثالثة." in texts(rana)
    stick.unlink()
    stick.with_name("pulled").rename(stick)
    button(rana, "إعادة المحاولة").click()
    rana.comes_to(Stage.WORKING)
    rana.comes_to(Stage.DONE)
    assert "يمكنك نزعها بأمان" in rana.words


def test_a_stick_that_is_not_there_is_a_failure_with_a_way_back(team, stick):
    _layla, rana = team
    rana.share()
    stick.rename(stick.with_name("pulled"))
    rana.press()
    rana.comes_to(Stage.FAILED)
    assert "هل الفلاشة موصولة؟" in rana.words
    stick.with_name("pulled").rename(stick)
    rana.press()
    rana.comes_to(Stage.DONE)


def test_leaving_is_explained_before_it_is_done(team):
    layla, _rana = team
    layla.share()
    foot = layla.window.screen_named("exchange").foot
    dialog = foot.ask_to_leave()
    assert not dialog.isModal()
    dialog.findChildren(QPushButton)[-1].click()
    layla.qtbot.waitUntil(lambda: layla.sharing.state.has_team is False, timeout=20_000)
    assert "أنت أول من يبدأ" in layla.words
    assert len(texts(layla)) == 2


def test_after_a_new_code_the_old_team_reads_nothing_new(team):
    layla, rana = team
    before = layla.ask(lambda archive: archive.sharing.team_id)
    layla.share()
    dialog = layla.window.screen_named("exchange").foot.ask_to_renew()
    dialog.findChildren(QPushButton)[-1].click()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    assert layla.ask(lambda archive: archive.sharing.team_id) != before
    layla.do(lambda archive: archive.notes.append(Note(id="n3", meeting_id="m", text="سرّ.")))
    sync(rana)
    assert len(texts(rana)) == 2


## Notices


def test_a_shared_stick_that_is_plugged_in_is_offered_on_any_screen(team, stick):
    layla, _rana = team
    layla.window.activateWindow()
    layla.window.show_screen("library")
    stick.rename(stick.with_name("pulled"))
    layla.sharing.watch.look()
    layla.qtbot.waitUntil(lambda: layla.sharing.watch.drives == [], timeout=20_000)
    stick.with_name("pulled").rename(stick)
    layla.sharing.watch.look()
    layla.qtbot.waitUntil(lambda: bool(notices(layla)), timeout=20_000)
    assert "KINGSTON" in notices(layla)[0]
    strip = layla.window.centralWidget().findChild(NoticeStrip)
    strip.findChildren(QPushButton)[0].click()
    assert layla.window.screen_name == "exchange"
    layla.comes_to(Stage.DONE)
    assert notices(layla) == []


def test_what_happens_while_another_screen_is_in_view_is_told_there(team):
    layla, rana = team
    layla.do(lambda archive: archive.notes.append(Note(id="n3", meeting_id="m", text="ثالثة.")))
    sync(layla)
    rana.share()
    rana.window.show_screen("library")
    rana.sharing.sync()
    rana.comes_to(Stage.ASKING)
    assert notices(rana) == ["على الفلاشة جديد، ولم يُؤخذ منه شيء بعد."]
    rana.sharing.agree(agreed=True)
    rana.comes_to(Stage.DONE)
    assert notices(rana) == ["تمّت المزامنة. يمكن نزع الفلاشة الآن."]
    rana.window.show_screen("exchange")
    assert notices(rana) == []


def test_a_window_that_is_built_anew_goes_on_with_the_code_in_view(layla):
    layla.share()
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    layla.window.rebuild()
    assert layla.stage is Stage.CODE
    assert "".join(label.words for label in layla.card.groups) == layla.sharing.state.code


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_can_be_named_reached_and_read(laptop, language):
    layla = laptop("ليلى", language=language)

    def is_sound() -> None:
        assert nameless_controls(layla.window) == []
        assert unreachable(layla.window) == []
        assert cut_texts(layla.window) == []

    layla.share()
    is_sound()
    layla.press()
    layla.comes_to(Stage.CODE)
    layla.is_done_writing()
    is_sound()
    layla.press()
    is_sound()
    layla.press()
    layla.comes_to(Stage.DONE)
    is_sound()
