import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"docx", "lxml", "click", "sqlite_utils", "sqlcipher3", "babel", "PIL", "recorder.archive"}


def run(*arguments, **more):
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=100,
        check=False, env=os.environ | more,
    )  # fmt: skip


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path):
    settings, archive = tmp_path / "settings.json", tmp_path / "archive.mahdar"
    done = run("-X", "importtime", "-m", "ui", "--paint-once", "--settings", str(settings),
               "--archive", str(archive))  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    imported = set(re.findall(r"\|\s+([\w.]+)$", done.stderr, re.MULTILINE))
    assert "PySide6.QtWidgets" in imported
    assert imported & HEAVY == set()
    assert not archive.exists()


def test_the_sample_job_makes_an_archive_minutes_and_a_picture(tmp_path):
    done = run("-m", "ui", "--sample-job", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr[-2000:]
    archive, minutes, picture = map(Path, done.stdout.split("\n")[:3])
    assert archive.read_bytes()[:6] == b"SQLite"
    assert minutes.read_bytes()[:2] == b"PK"
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1366, 768)
    colours = {image.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert len(colours) > 40  # words in several inks, not an empty ground
