from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from recorder.cli import program


@pytest.fixture
def run(tmp_path: Path):
    def run_command(*arguments: str) -> Result:
        shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "en"]
        return CliRunner().invoke(program, [*shared, *arguments])

    return run_command


def test_minutes_are_written_on_a_letterhead(run, tmp_path: Path) -> None:
    assert run("sample").exit_code == 0
    papers = run("letterheads", "--out", str(tmp_path / "papers")).output.splitlines()
    assert len(papers) == 3
    paper, file = str(tmp_path / "papers" / "mahdar-band.docx"), tmp_path / "minutes.docx"
    order = ["export", "2/2026", "--to", "docx", "--out", str(file), "--letterhead", paper]
    done = run(*order)
    assert done.exit_code == 0, done.output
    with ZipFile(file) as package:
        head = package.read("word/letterhead.xml").decode()
    assert "Aleppo Community Dialogue Network" in head


def test_a_letterhead_is_explained_before_it_is_used(run, tmp_path: Path) -> None:
    run("letterheads", "--out", str(tmp_path))
    done = run("letterhead", str(tmp_path / "mahdar-official.docx"))
    assert "The minutes will stand in their frame." in done.output
    assert "nothing will be printed there: letterhead.logo, letterhead.address" in done.output
    assert "Left out: its properties" in done.output


def test_a_refused_letterhead_is_told_in_a_sentence(run, tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(b"no package")
    done = run("letterhead", str(tmp_path / "paper.docx"))
    assert done.exit_code == 1
    assert "The letterhead could not be used" in done.output


def test_a_letterhead_is_for_paper_alone(run, tmp_path: Path) -> None:
    order = ["export", "x", "--to", "md", "--out", str(tmp_path / "x"), "--letterhead", "p.docx"]
    assert run(*order).exit_code == 2
