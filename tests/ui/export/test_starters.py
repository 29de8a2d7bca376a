"""Whoever has no paper yet begins with one of ours, and loses no file for it."""

import zipfile

import pytest
from PySide6.QtWidgets import QFileDialog

OURS = ("mahdar-band.docx", "mahdar-joint.docx", "mahdar-official.docx")


@pytest.fixture
def opened(monkeypatch):
    """The places that the desktop was asked to open."""
    places = []
    monkeypatch.setattr("ui.export.letterhead_field.open_place", places.append)
    return places


def put(desk, folder, words):
    desk.screen.choices.letterhead.put_starters(folder)
    desk.qtbot.waitUntil(lambda: words in desk.told, timeout=20_000)


def test_three_papers_are_put_into_a_folder_and_it_is_opened(desk, opened):
    folder = desk.folder / "ورق"
    put(desk, folder, "عدّل أحدها في Word")
    assert tuple(sorted(each.name for each in folder.iterdir())) == OURS
    assert opened == [folder]
    desk.press_answer("اختر ورقاً رسمياً…")
    dialog = desk.dialog()
    assert dialog is not None
    assert dialog.directory().path() == str(folder)
    desk.screen.choices.letterhead._take(str(folder / OURS[0]))
    desk.is_read()
    assert not desk.screen.choices.letterhead.begin.isVisible()
    with zipfile.ZipFile(desk.write("minutes.docx")) as package:
        assert "word/document.xml" in package.namelist()


def test_a_paper_that_is_there_stays_as_it_is(desk, opened):
    own = desk.folder / OURS[0]
    own.write_bytes(b"my own")
    put(desk, desk.folder, "النماذج الثلاثة")
    assert own.read_bytes() == b"my own"
    assert opened == [desk.folder]


def test_a_folder_that_takes_none_is_told(desk, opened):
    blocked = desk.folder / "file"
    blocked.write_bytes(b"")
    put(desk, blocked / "papers", "اختر مجلداً آخر")
    assert opened == []


def test_the_folder_is_asked_for_without_stopping_anybody(desk):
    desk.screen.choices.letterhead.begin.click()
    dialog = desk.dialog()
    assert dialog is not None
    assert not dialog.isModal()
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.close()
