"""The organisation's own paper: what will become of it is said before, and done."""

import zipfile

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from recorder import RecorderError
from recorder.archive.letterheads import copy_starters


@pytest.fixture
def paper(desk):
    """A letterhead of ours, chosen as the dialog would choose it."""
    path = copy_starters(desk.folder / "papers")[0]
    desk.screen.choices.letterhead._take(str(path))
    desk.is_read()
    return path


def said(desk):
    return desk.screen.choices.letterhead.said.words


def test_what_becomes_of_a_letterhead_is_said(desk, paper):
    desk.qtbot.waitUntil(lambda: bool(said(desk)), timeout=20_000)
    assert paper.name in desk.screen.choices.letterhead.choose.accessibleName()


def test_the_minutes_stand_on_it(desk, paper):
    plain = desk.write("minutes.docx")
    with zipfile.ZipFile(plain) as package:
        styled = package.read("word/document.xml")
    desk.screen.choices.letterhead.drop.click()
    desk.is_read()
    with zipfile.ZipFile(desk.write("other.docx")) as package:
        assert package.read("word/document.xml") != styled
    assert not desk.screen.choices.letterhead.drop.isVisible()


def test_a_file_that_is_none_is_refused_in_words(desk):
    wrong = desk.folder / "photo.docx"
    wrong.write_bytes(b"not a document")
    desk.screen.choices.letterhead._take(str(wrong))
    desk.qtbot.waitUntil(lambda: bool(said(desk)), timeout=20_000)
    desk.write("minutes.docx")
    assert not (desk.folder / "minutes.docx").exists()


def test_a_paper_that_was_edited_in_word_is_looked_at_anew_when_one_comes_back(desk, paper):
    desk.qtbot.waitUntil(lambda: bool(said(desk)), timeout=20_000)
    field, edited, before = desk.screen.choices.letterhead, [], said(desk)
    field.edited.connect(lambda: edited.append(field.path))
    come_back(desk)
    whole = paper.read_bytes()
    paper.write_bytes(b"not a document")
    come_back(desk)
    desk.qtbot.waitUntil(lambda: bool(edited), timeout=20_000)
    assert edited == [str(paper)]
    desk.qtbot.waitUntil(lambda: said(desk) not in {"", before}, timeout=20_000)
    paper.write_bytes(whole)
    come_back(desk)
    desk.qtbot.waitUntil(lambda: said(desk) == before, timeout=20_000)


def come_back(desk):
    """From another program, as the desktop tells it; what is asked then has been answered."""
    QApplication.sendEvent(desk.screen.choices.letterhead, QEvent(QEvent.Type.ActivationChange))
    for each in desk.bridge._asides:
        each.join()
    desk.ask(lambda _archive: "")


def test_a_paper_that_is_refused_late_says_nothing_of_the_one_chosen_since(desk, paper):
    desk.qtbot.waitUntil(lambda: bool(said(desk)), timeout=20_000)
    field, words = desk.screen.choices.letterhead, said(desk)
    field._on_inspected((str(desk.folder / "before.docx"), (0, 0), RecorderError()))
    assert said(desk) == words


def test_choosing_one_stops_nobody(desk):
    desk.screen.choices.letterhead.choose.click()
    dialog = desk.dialog()
    assert dialog is not None
    assert not dialog.isModal()


def test_the_window_that_asks_for_one_goes_with_the_field_that_would_take_it(desk):
    desk.screen.choices.letterhead.choose.click()
    desk.window.rebuild()
    assert desk.dialog() is None
