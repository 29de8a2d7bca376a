import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from recorder import Archive, Meeting, Note
from recorder.cli import program
from tests.recorder.archive.pictures import CANARY, jpeg_that_tells

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on an archive with a meeting and two notes."""
    path = tmp_path / "archive.mahdar"
    with Archive.open(path) as archive:
        archive.meetings.write(Meeting(id="meeting", title="لقاء", number="3/2026"))
        for note_id in ("note-1", "note-2"):
            archive.notes.append(Note(id=note_id, meeting_id="meeting", text="كلمة"))
    (tmp_path / "تقرير.pdf").write_bytes(b"%PDF of a report")
    (tmp_path / "صورة.jpg").write_bytes(jpeg_that_tells())

    def run_command(*arguments: str, language: str = "en") -> Result:
        shared = ["--archive", str(path), "--language", language]
        return CliRunner().invoke(program, [*shared, *arguments])

    return run_command


def attach(run: Run, file: Path, *more: str) -> str:
    done = run("attach", "3/2026", str(file), *more)
    assert done.exit_code == 0, done.output
    return done.output.splitlines()[1]


def test_a_file_is_attached_listed_and_taken_out_again(run: Run, tmp_path: Path) -> None:
    row_id = attach(
        run, tmp_path / "تقرير.pdf", "--caption", "التقرير السنوي", "--credit", "المركز"
    )
    lines = run("attachments", "meeting").output.splitlines()
    assert lines == ["تقرير.pdf", "  التقرير السنوي", "  1 kB · المركز", f"  {row_id}"]
    out = tmp_path / "out.pdf"
    assert run("extract", row_id[:8], "--out", str(out)).exit_code == 0
    assert out.read_bytes() == b"%PDF of a report"


def test_a_photograph_loses_what_it_tells_unless_the_original_is_asked_for(
    run: Run, tmp_path: Path
) -> None:
    for more, is_told in ((), False), (("--original",), True):
        row_id = attach(run, tmp_path / "صورة.jpg", *more)
        run("extract", row_id, "--out", str(tmp_path / "out.jpg"))
        assert (CANARY.encode() in (tmp_path / "out.jpg").read_bytes()) is is_told


def test_a_list_of_attachments_is_json_with_stable_keys(run: Run, tmp_path: Path) -> None:
    assert json.loads(run("attachments", "meeting", "--json").output) == []
    row_id = attach(run, tmp_path / "تقرير.pdf", "--to", "note-1")
    (listed,) = json.loads(run("attachments", "meeting", "--json").output)
    assert listed.pop("sha256").isalnum()
    assert listed == {
        "id": row_id, "name": "تقرير.pdf", "mime": "application/pdf", "size": 16, "caption": "",
        "credit": "", "subject_table": "note", "subject_id": "note-1", "state": "present",
    }  # fmt: skip


def test_a_meeting_without_files_says_so(run: Run) -> None:
    assert run("attachments", "meeting").output == "Nothing is attached to this meeting.\n"


def test_a_note_is_found_by_the_beginning_of_its_id_when_one_alone_fits(
    run: Run, tmp_path: Path
) -> None:
    file = str(tmp_path / "تقرير.pdf")
    several = run("attach", "meeting", file, "--to", "note")
    assert (several.exit_code, "Several identifiers" in several.output) == (1, True)
    assert run("attach", "meeting", file, "--to", "other").exit_code == 1
    assert run("extract", "other", "--out", str(tmp_path / "x")).exit_code == 1


def test_a_refused_file_is_told_with_its_size_in_words_of_people(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recorder.storage.photographs.LARGEST_PHOTOGRAPH", 1_000)
    refused = run("attach", "meeting", str(tmp_path / "صورة.jpg"))
    assert refused.exit_code == 1
    assert "(2 kB; the most is 1 kB)" in refused.output
    assert str(tmp_path / "صورة.jpg") in refused.output
    arabic = run("attach", "meeting", str(tmp_path / "صورة.jpg"), language="ar")
    assert "الملف كبير (2 kB، والحدّ الأقصى 1 kB)" in arabic.output


def test_bytes_that_are_elsewhere_are_told_in_the_list_and_by_the_check(
    run: Run, tmp_path: Path
) -> None:
    attach(run, tmp_path / "تقرير.pdf")
    with Archive.open(tmp_path / "archive.mahdar") as archive:
        archive._file.database.execute("DELETE FROM blob")
    assert "its bytes are on another laptop" in run("attachments", "meeting").output
    checked = run("check")
    assert checked.exit_code == 0
    assert "1 attached file is known by its name alone" in checked.output
    taken = run("extract", json.loads(run("attachments", "meeting", "--json").output)[0]["id"],
                "--out", str(tmp_path / "out.pdf"))  # fmt: skip
    assert "has not brought it yet: تقرير.pdf" in taken.output


def test_a_damaged_file_is_named_by_the_check(run: Run, tmp_path: Path) -> None:
    attach(run, tmp_path / "تقرير.pdf")
    with Archive.open(tmp_path / "archive.mahdar") as archive:
        archive._file.database.execute("UPDATE blob_chunk SET bytes = x'00'")
        digest = archive.attachments.all("meeting")[0].sha256
    checked = run("check")
    assert checked.exit_code == 1
    assert f"An attached file is not what was attached: {digest}" in checked.output


def test_the_logo_of_a_host_is_attached_by_the_name_of_the_organisation(
    run: Run, tmp_path: Path
) -> None:
    assert run("sample").exit_code == 0
    done = run("attach", "2/2026", str(tmp_path / "صورة.jpg"), "--logo-of", "شبكة حلب للحوار")
    assert done.exit_code == 0, done.output
    (listed,) = json.loads(run("attachments", "2/2026", "--json").output)
    assert listed["subject_table"] == "host"
    other = run("attach", "2/2026", str(tmp_path / "صورة.jpg"), "--logo-of", "إذاعة صوت القلعة")
    assert other.exit_code == 1
