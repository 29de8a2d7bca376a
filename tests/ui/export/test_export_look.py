"""The screen from either side, in every size, by keys alone; the preview fetches nothing."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from recorder import Meeting
from tests.ui.window_survey import cut_texts, mirrored, place_in
from ui.tab_order import reading_order


def parts(desk):
    screen = desk.screen
    shown = (screen.choices, screen.save, screen.preview, screen.findings)
    return [place_in(screen, each) for each in shown]


def test_both_languages_are_mirror_images_of_each_other(desk):
    seen, width = {}, {}
    for language in ("ar", "en"):
        if language == "en":
            desk.window.take_settings({"language": "en"})
            desk.qtbot.waitUntil(lambda: desk.window.services.language == "en", timeout=20_000)
            desk.is_read()
        seen[language], width[language] = parts(desk), desk.screen.width()
    apart = width["en"] - width["ar"]  # the rail is as wide as its words
    for at, (arabic, english) in enumerate(zip(seen["ar"], seen["en"], strict=True)):
        there = mirrored(arabic, width["ar"])
        assert abs(there.x() - english.x()) <= 2, at
        assert abs(there.width() - english.width()) <= abs(apart) + 2, at


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1180, 664), (911, 512)])
def test_the_button_and_the_document_are_in_view_at_every_size(make_desk, language, size):
    desk = make_desk(language=language, size=size)
    screen = desk.screen
    assert cut_texts(screen) == []
    for part in (screen.save, screen.preview, screen.findings.said):
        place = place_in(desk.window, part)
        assert desk.window.rect().contains(place), part
    assert screen.preview.height() > 100
    assert screen.preview.width() > screen.choices.width()


def test_large_letters_push_nothing_out_of_a_small_window(make_desk):
    desk = make_desk(size=(911, 512))
    desk.window.take_settings({"text_size": 150})
    desk.qtbot.waitUntil(lambda: desk.window.services.theme.text_size == 150, timeout=20_000)
    desk.is_read()
    screen = desk.screen
    assert screen.rect().contains(place_in(screen, screen.save))
    assert screen.rect().contains(place_in(screen, screen.findings.said))


def test_tab_goes_from_the_choices_to_the_button_and_the_document(desk):
    screen = desk.screen
    order = reading_order(desk.window.frame)
    wanted = (screen.choices.document, screen.choices.form, screen.save, screen.preview)
    places = [order.index(each) for each in wanted]
    assert places == sorted(places)
    assert QApplication.focusWidget() is screen.choices.document


def test_everything_is_done_by_keys_alone(desk):
    screen = desk.screen
    desk.press(Qt.Key.Key_Down)  # short minutes
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_End)  # the last of the forms: a message for a chat
    desk.is_read()
    assert (screen.order.choice.document, screen.order.choice.form) == ("short_minutes", "txt")
    for _step in range(12):
        if QApplication.focusWidget() is screen.save:
            break
        desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    dialog = desk.dialog()
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".txt")


def test_the_preview_fetches_nothing_and_leads_nowhere(desk, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    preview = desk.screen.preview
    kind = QTextDocument.ResourceType.ImageResource.value
    assert preview.loadResource(kind, QUrl.fromLocalFile(str(secret))) is None
    assert not preview.openLinks()


def test_what_somebody_typed_is_shown_as_text(desk):
    hostile = '<img src="file:///etc/passwd"><b>لقاء</b>'
    desk.ask(lambda archive: archive.write(Meeting(id="m", title=hostile)))
    desk.qtbot.waitUntil(lambda: desk.window.meetings.get("m") is not None, timeout=20_000)
    desk.show("m")
    shown = desk.screen.preview.toPlainText()
    assert all(each in shown for each in ("img src=", "file:///etc/passwd", "<b"))
