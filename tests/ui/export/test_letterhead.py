"""The organisation's own paper: what will become of it is said before, and done."""

import zipfile

import pytest

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


def test_choosing_one_stops_nobody(desk):
    desk.screen.choices.letterhead.choose.click()
    dialog = desk.dialog()
    assert dialog is not None
    assert not dialog.isModal()
