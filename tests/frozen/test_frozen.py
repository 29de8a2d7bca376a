"""The frozen program in an empty environment: `python3 start.py build` runs this on its work."""

import json
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest
from PyInstaller.depend.bindepend import get_imports

from tests.recorder.archive.pictures import CANARY, TELLING

FOLDER = Path(os.environ["MAHDAR_FROZEN"])
MOST_MEGABYTES = 176
# The C library, and what comes with the graphics driver and the desktop.
SYSTEM = {f"lib{name}" for name in ("c.so.6", "m.so.6", "dl.so.2", "pthread.so.0", "rt.so.1")}
SYSTEM |= {f"lib{name}.so.0" for name in ("GLX", "GLdispatch", "wayland-client", "wayland-cursor")}
SYSTEM |= {"ld-linux-x86-64.so.2", "libEGL.so.1", "libGL.so.1", "libxcb.so.1"}


def run(home: Path, *command: object, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a program with nothing of this machine around it but a home and no screen."""
    environment = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", **more}
    line = [str(part) for part in command]
    return subprocess.run(
        line, env=environment, cwd=home, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    """What the frozen window program leaves after the sample job."""
    home, target = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("job") / "sample"
    done = run(home, FOLDER / "mahdar", "--sample-job", target)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert str(target) in done.stdout
    return target


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def test_the_sample_minutes_are_an_arabic_word_document(sample, ooxml_validator):
    minutes = only(sample, "*.docx")
    text = zipfile.ZipFile(minutes).read("word/document.xml").decode("utf-8")
    assert "محضر" in text
    assert "w:rtl" in text
    assert ooxml_validator(minutes) == []


def test_the_picture_shows_a_window_and_not_one_colour(sample):
    picture = only(sample, "*.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    assert (width >= 1000, height >= 600) == (True, True)
    assert len(picture) > 20_000


def test_the_sample_archive_is_a_database_that_any_tool_opens(sample):
    archives = [path for path in sample.iterdir() if path.read_bytes()[:15] == b"SQLite format 3"]
    assert len(archives) == 1
    database = sqlite3.connect(archives[0])
    try:
        assert database.execute("select count(*) from meeting").fetchone()[0] >= 1
        assert database.execute("select count(*) from note").fetchone()[0] >= 1
    finally:
        database.close()


def test_the_console_program_reads_the_archive_of_the_window(sample, tmp_path):
    archive = next(
        path for path in sample.iterdir() if path.read_bytes()[:15] == b"SQLite format 3"
    )
    copy = shutil.copy(archive, tmp_path / archive.name)
    done = run(tmp_path, FOLDER / "mahdar-cli", "--archive", copy, "meetings")
    assert done.returncode == 0, done.stderr
    assert re.search("[\u0621-\u064a]{3}", done.stdout)


def test_the_console_program_makes_a_pdf_through_an_office_program(sample, tmp_path):
    archive = next(
        path for path in sample.iterdir() if path.read_bytes()[:15] == b"SQLite format 3"
    )
    office = tmp_path / "soffice"  # the last of its arguments is the Word document
    telling = 'echo "%PDF-$LD_LIBRARY_PATH" > "${last%.docx}.pdf"'
    office.write_text(f"#!/bin/sh\nfor last; do :; done\n{telling}\n")
    office.chmod(0o755)
    cli = [FOLDER / "mahdar-cli", "--archive", shutil.copy(archive, tmp_path / archive.name)]
    meeting = json.loads(run(tmp_path, *cli, "meetings", "--json").stdout)[0]["id"]
    done = run(tmp_path, *cli, "export", meeting, "--to", "pdf", "--out", tmp_path / "a.pdf",
               MAHDAR_OFFICE=str(office))  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-\n"  # our libraries are not its own


def test_the_console_program_draws_photographs_anew(sample, tmp_path):
    archive = next(
        path for path in sample.iterdir() if path.read_bytes()[:15] == b"SQLite format 3"
    )
    cli = [FOLDER / "mahdar-cli", "--archive", shutil.copy(archive, tmp_path / archive.name)]
    meeting = json.loads(run(tmp_path, *cli, "meetings", "--json").stdout)[0]["id"]
    for ending, make in TELLING.items():
        photograph = tmp_path / f"photo.{ending}"
        photograph.write_bytes(make())
        done = run(tmp_path, *cli, "attach", meeting, photograph)
        assert done.returncode == 0, done.stderr
        run(tmp_path, *cli, "extract", done.stdout.split()[-1], "--out", tmp_path / "out")
        content = (tmp_path / "out").read_bytes()
        assert content[:4] in {b"\xff\xd8\xff\xe0", b"\x89PNG"}
        assert CANARY.encode() not in content


def test_nothing_is_shipped_that_could_reach_a_server():
    shipped = [path.name for path in FOLDER.rglob("*")]
    assert [name for name in shipped if re.search(r"Qt6?Network|^_ssl|libssl", name)] == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_frozen_program_opens_no_network_socket(tmp_path):
    trace = tmp_path / "trace"
    watched = ["strace", "-f", "-e", "trace=socket", "-o", trace, FOLDER / "mahdar"]
    done = run(tmp_path, *watched, "--sample-job", tmp_path / "sample")
    assert done.returncode == 0, done.stderr
    assert re.findall(r"socket\(AF_INET6?\b.*", trace.read_text()) == []


def test_the_folder_stays_small_enough_for_a_stick():
    megabytes = sum(path.lstat().st_size for path in FOLDER.rglob("*") if path.is_file()) / 1e6
    assert megabytes <= MOST_MEGABYTES


def test_what_the_libraries_ask_for_came_along_but_what_belongs_to_the_machine():
    libraries = [path for path in FOLDER.rglob("*.so*") if path.is_file()]
    shipped = {path.name for path in libraries}
    asked = {Path(name).name for path in libraries for name, _ in get_imports(str(path))}
    assert len(shipped) > 50
    assert sorted(asked - shipped - SYSTEM) == []
