"""A file that cannot be written leaves the old one whole, and says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recorder import replacing
from recorder.errors import ExportError
from recorder.minutes import write_docx
from recorder.minutes.model import Minutes, PageWords, Paragraph, Span
from tests.recorder.minutes.documents import a_document

ROOT = Path(__file__).resolve().parents[3]
WITHIN_A_SMALL_LIMIT = """
import resource, signal, sys
from pathlib import Path
from recorder.errors import ExportError
from recorder.minutes import write_docx
from recorder import replacing
from tests.recorder.minutes.documents import a_document

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_docx(a_document(people=500), Path(sys.argv[1]))
except ExportError as refused:
    print(refused.data["reason"])
"""


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "minutes.docx"
    path.write_bytes(b"old")
    return path


def is_whole(path: Path) -> bool:
    return path.read_bytes() == b"old" and list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the size of files")
def test_a_disk_that_fills_up_while_writing_leaves_the_old_file_whole(old):
    done = subprocess.run(
        [sys.executable, "-c", WITHIN_A_SMALL_LIMIT, str(old)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("full", "")
    assert is_whole(old)


def test_a_file_that_cannot_be_replaced_is_left_whole(old, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ExportError) as refused:
        write_docx(a_document(), old)
    assert refused.value.data == {"path": str(old), "reason": "unwritable"}
    assert is_whole(old)


def test_a_file_that_an_office_program_holds_open_is_locked(old, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(replacing, "_LOCKS_OPEN_FILES", True)
    with pytest.raises(ExportError) as refused:
        write_docx(a_document(), old)
    assert refused.value.data["reason"] == "locked"
    assert is_whole(old)


def test_minutes_that_break_off_leave_the_old_file_whole(old):
    class Broken:
        def __iter__(self):
            yield Paragraph((Span("one"),))
            raise LookupError("two")

    with pytest.raises(LookupError):
        write_docx(a_document(blocks=Broken()), old)
    assert is_whole(old)


def test_the_content_is_on_the_disk_before_it_takes_the_name(old, monkeypatch):
    steps = []
    replace, fsync = os.replace, os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("sync"), fsync(handle)))
    monkeypatch.setattr(os, "replace", lambda *names: (steps.append("name"), replace(*names)))
    write_docx(a_document(), old)
    assert steps == (["sync", "name", "sync"] if os.name == "posix" else ["sync", "name"])


def test_a_new_file_may_be_read_by_others(tmp_path):
    path = write_docx(Minutes("ar", "محضر", PageWords("صفحة", "من")), tmp_path / "محضر اللقاء.docx")
    assert path.stat().st_mode & 0o777 == 0o644 or os.name != "posix"
