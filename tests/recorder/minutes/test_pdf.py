"""PDF through the office program: found where it lies, ended when it hangs, never half a file."""

import os
import sys
import time
from pathlib import Path

import pytest

from recorder.errors import ExportError, OfficeError, OfficeMissingError, OfficeStoppedError
from recorder.minutes.pdf import Patience, find_office, plan_pdf, write_pdf
from recorder.minutes.pdf.office import around_office
from tests.recorder.minutes.documents import a_document

WORKS = """
source = next(each for each in sys.argv if each.endswith('.docx'))
assert any(each.startswith('-env:UserInstallation=file://') for each in sys.argv)
open(source[:-5] + '.pdf', 'wb').write(b'%PDF-1.7 ' + os.path.basename(source).encode())
"""
HANGS = """
import subprocess, time
child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])
open(os.environ['CHILD'], 'w').write(str(child.pid))
time.sleep(60)
"""


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_the_office_program_writes_the_pdf(tmp_path, stand_in):
    stand_in(WORKS)
    written = write_pdf(a_document(), tmp_path / "minutes.pdf")
    assert written.read_bytes() == b"%PDF-1.7 minutes.docx"


def test_a_frozen_program_keeps_its_own_libraries_from_the_office_program(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    assert "LD_LIBRARY_PATH" not in around_office({"FONTS": "ours"})
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/theirs")
    assert around_office({})["LD_LIBRARY_PATH"] == "/theirs"


@pytest.mark.parametrize("work", ["sys.exit(1)", "pass", "raise SystemExit(77)"])
def test_one_that_fails_leaves_the_old_file_whole(tmp_path, stand_in, work):
    stand_in(work)
    old = tmp_path / "minutes.pdf"
    old.write_bytes(b"old")
    with pytest.raises(OfficeError) as refused:
        write_pdf(a_document(), old)
    assert refused.value.data == {"path": str(old), "reason": "failed"}
    assert old.read_bytes() == b"old"


def test_one_that_hangs_is_ended_with_all_that_it_started(tmp_path, stand_in, monkeypatch):
    stand_in(HANGS)
    monkeypatch.setenv("CHILD", str(tmp_path / "child"))
    with pytest.raises(OfficeError) as refused:
        plan_pdf(a_document(), tmp_path / "minutes.pdf", patience=Patience(2))()
    assert refused.value.data["reason"] == "late"
    child = int((tmp_path / "child").read_text())
    ends = time.monotonic() + 10
    while is_running(child) and time.monotonic() < ends:
        time.sleep(0.02)
    assert not is_running(child)
    assert not (tmp_path / "minutes.pdf").exists()


def test_one_that_nobody_waits_for_any_more_is_ended_too(tmp_path, stand_in, monkeypatch):
    stand_in(HANGS)
    monkeypatch.setenv("CHILD", str(tmp_path / "child"))
    started = tmp_path / "child"
    patience = Patience(goes_on=lambda: not started.exists())
    plan = plan_pdf(a_document(), tmp_path / "minutes.pdf", patience=patience)
    with pytest.raises(OfficeStoppedError):
        plan()
    assert not (tmp_path / "minutes.pdf").exists()


def test_a_file_that_cannot_be_written_is_told_as_such(tmp_path, stand_in):
    stand_in(WORKS)
    with pytest.raises(ExportError) as refused:
        write_pdf(a_document(), tmp_path / "nowhere" / "minutes.pdf")
    assert not isinstance(refused.value, OfficeError)


def test_a_machine_without_the_program_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("recorder.minutes.pdf.conversion.find_office", lambda: None)
    with pytest.raises(OfficeMissingError):
        write_pdf(a_document(), tmp_path / "minutes.pdf")


@pytest.mark.parametrize(
    ("system", "environment", "place"),
    [
        ("win32", {"ProgramFiles": "{}"}, "LibreOffice/program/soffice.com"),
        ("win32", {"LOCALAPPDATA": "{}"}, "Programs/LibreOffice/program/soffice.com"),
        ("darwin", {"HOME": "{}"}, "Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("linux", {"MAHDAR_OFFICE": "{}/my/soffice"}, "my/soffice"),
    ],
)
def test_the_program_is_found_where_each_system_keeps_it(tmp_path, system, environment, place):
    program = tmp_path / place
    program.parent.mkdir(parents=True)
    program.write_bytes(b"")
    there = {name: value.format(tmp_path) for name, value in environment.items()}
    assert find_office(there, system) == program


@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_itself_makes_a_pdf_and_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    written = write_pdf(a_document(), tmp_path / "محضر.pdf")
    assert written.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("mahdar-")] == []
