"""The file: where it goes, what is said of it, and what happens when it cannot be written."""

import errno
import os
import stat
import sys

import pytest
from PySide6.QtCore import Qt

from ui.export.names import not_yet_there


def test_the_button_asks_for_the_place_and_stops_nobody(desk):
    desk.screen.save.click()
    dialog = desk.dialog()
    assert dialog is not None
    assert not dialog.isModal()
    assert dialog.selectedFiles()[0].endswith(".docx")


def test_a_second_press_asks_where_to_while_nothing_was_written_yet(desk):
    desk.press(Qt.Key.Key_F12)
    assert desk.dialog() is not None


def test_a_second_press_writes_at_once_and_over_nothing(desk):
    first = desk.write("minutes.docx")
    names = set()
    for _time in range(2):
        before = set(desk.folder.glob("*.docx"))
        desk.press(Qt.Key.Key_F12)
        desk.qtbot.waitUntil(
            lambda before=before: (
                len(set(desk.folder.glob("*.docx"))) > len(before)
                and not desk.window.document_writer().is_running
            ),
            timeout=60_000,
        )
        names |= set(desk.folder.glob("*.docx")) - before
    assert len(names - {first}) == 2
    assert "(2)" in "".join(each.name for each in names)


def test_another_click_on_the_rail_writes_nothing(desk):
    desk.write("minutes.docx")
    desk.window.frame.rail._buttons["show.export"].click()
    desk.ask(lambda _archive: None)
    assert [each.name for each in desk.folder.glob("*.docx")] == ["minutes.docx"]
    assert desk.window.frame.rail._buttons["show.export"].isChecked()


def test_a_name_that_is_taken_is_numbered(tmp_path):
    path = tmp_path / "a.docx"
    assert not_yet_there(path) == path
    path.touch()
    (tmp_path / "a (2).docx").touch()
    assert not_yet_there(path).name == "a (3).docx"


def test_a_document_that_is_open_elsewhere_is_said_and_can_have_another_name(desk, monkeypatch):
    target = desk.write("minutes.docx")
    before = target.read_bytes()

    def held(_part, _path):
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr("recorder.replacing._LOCKS_OPEN_FILES", True)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", held)
        desk.write("minutes.docx")
    assert "برنامج آخر" in desk.told
    assert target.read_bytes() == before
    desk.press_answer("احفظ باسم آخر")
    dialog = desk.dialog()
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("minutes (2).docx")


OFFICE = """#!{python}
import sys, time
from pathlib import Path
folder = Path(sys.argv[sys.argv.index("--outdir") + 1])
time.sleep({seconds})
(folder / "minutes.pdf").write_bytes(b"%PDF-1.7 fake")
"""


@pytest.fixture
def office(tmp_path, monkeypatch):
    """An office program of our own, that takes its time."""

    def make(seconds):
        path = tmp_path / "soffice"
        path.write_text(OFFICE.format(python=sys.executable, seconds=seconds), "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("MAHDAR_OFFICE", str(path))

    return make


def begin_pdf(desk):
    field = desk.screen.choices.form
    desk.qtbot.waitUntil(lambda: field.findData("pdf") >= 0, timeout=20_000)
    desk.choose("form", "pdf")
    target = desk.folder / "minutes.pdf"
    desk.window.document_writer().write(desk.screen.order, target)
    return target


def test_a_pdf_is_written_beside_whoever_works(office, make_desk):
    office(0)
    desk = make_desk()
    target = begin_pdf(desk)
    desk.qtbot.waitUntil(target.exists, timeout=30_000)
    desk.qtbot.waitUntil(lambda: "minutes.pdf" in desk.told, timeout=30_000)
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_pdf_can_be_stopped_and_leaves_nothing(office, make_desk):
    office(60)
    desk = make_desk()
    target = begin_pdf(desk)
    assert desk.screen.stop.isVisible()
    assert not desk.screen.save.isVisible()
    desk.ask(lambda _archive: None)  # the archive's thread is free meanwhile
    desk.screen.stop.setFocus()
    desk.screen.stop.click()
    assert desk.screen.stop.hasFocus()
    desk.qtbot.waitUntil(lambda: not desk.window.document_writer().is_running, timeout=20_000)
    assert not target.exists()
    assert "أُوقف" in desk.told
    assert desk.screen.save.hasFocus()


def test_closing_the_window_ends_a_pdf(office, make_desk):
    office(60)
    desk = make_desk()
    target = begin_pdf(desk)
    desk.ask(lambda _archive: None)
    desk.window.close()
    assert not any(each.is_alive() for each in desk.bridge._asides)
    assert not target.exists()


def test_without_an_office_program_pdf_is_not_offered(make_desk, monkeypatch):
    monkeypatch.setattr("recorder.minutes.pdf.find_office", lambda: None)
    desk = make_desk()
    desk.ask(lambda _archive: None)
    assert desk.screen.choices.form.findData("pdf") == -1
    assert "LibreOffice" in desk.screen.choices.remark.words


def test_the_hand_stays_at_the_foot_while_a_file_is_written(desk):
    desk.window.activateWindow()
    desk.screen.save.setFocus()
    desk.write("minutes.docx")
    assert desk.screen.save.hasFocus()
