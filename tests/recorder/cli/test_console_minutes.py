from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from recorder import Archive, Attendance, Attribution, Meeting, Note, Person
from recorder.cli import program


@pytest.mark.parametrize(
    ("choices", "held", "missing"),
    [
        ([], "2026", "٢٠٢٦"),
        (["--edition-language", "ar", "--digits", "arab"], "٢٠٢٦", "13 أيار"),
        (["--edition-language", "en"], "13 May 2026", "13 أيار"),
    ],
)
def test_minutes_are_written_in_the_chosen_edition(
    tmp_path: Path, choices: list[str], held: str, missing: str
) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "ar"]
    file = tmp_path / "محضر.docx"
    assert CliRunner().invoke(program, [*shared, "sample"]).exit_code == 0
    order = ["export", "a1e00002", "--to", "docx", "--out", str(file), *choices]
    done = CliRunner().invoke(program, [*shared, *order])
    assert done.exit_code == 0, done.output
    assert done.output == f"كُتب الملف: {file}\n"
    with ZipFile(file) as package:
        body = package.read("word/document.xml").decode()
    assert held in body
    assert missing not in body


@pytest.mark.parametrize(
    ("form", "held"),
    [
        ("html", '<html lang="en" dir="ltr">'),
        ("md", '<div dir="ltr">'),
        ("txt", "*Minutes: "),
        ("ics", "SUMMARY:Due: "),
    ],
)
def test_minutes_are_written_in_the_formats_beside_word(
    tmp_path: Path, form: str, held: str
) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "en"]
    file = tmp_path / f"minutes.{form}"
    assert CliRunner().invoke(program, [*shared, "sample"]).exit_code == 0
    order = ["export", "2/2026", "--to", form, "--out", str(file)]
    done = CliRunner().invoke(program, [*shared, *order])
    assert done.exit_code == 0, done.output
    assert held in file.read_text("utf-8")
    assert "export" in CliRunner().invoke(program, [*shared, "story", "2/2026"]).output


@pytest.mark.parametrize(
    ("choices", "held", "missing"),
    [
        (["--document", "matrix"], "مصفوفة التوصيات", "وقائع النقاش"),
        (["--document", "short_minutes", "--edition-language", "both"], "Short minutes", "Agenda"),
        (["--detail", "outcomes"], "القرارات", "وقائع النقاش"),
    ],
)
def test_the_document_and_its_detail_are_chosen(
    tmp_path: Path, choices: list[str], held: str, missing: str
) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "ar"]
    file = tmp_path / "وثيقة.docx"
    assert CliRunner().invoke(program, [*shared, "sample"]).exit_code == 0
    order = ["export", "a1e00002", "--to", "docx", "--out", str(file), *choices]
    done = CliRunner().invoke(program, [*shared, *order])
    assert (done.exit_code, done.stderr) == (0, "")
    with ZipFile(file) as package:
        body = package.read("word/document.xml").decode()
    assert held in body
    assert missing not in body


def test_a_name_that_stands_against_the_rule_is_told(tmp_path: Path) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "ar"]
    with Archive.open(tmp_path / "archive.mahdar") as archive:
        archive.people.write(Person(id="p", name="سامر النجار"))
        archive.meetings.write(Meeting(id="m", attribution=Attribution.NONE))
        archive.attendance.append(Attendance(id="t", meeting_id="m", person_id="p"))
        archive.notes.append(Note(id="n", meeting_id="m", text="كما قال سامر النجار"))
    order = ["export", "m", "--to", "docx", "--out", str(tmp_path / "m.docx")]
    done = CliRunner().invoke(program, [*shared, *order])
    assert "سامر النجار note n" in done.stderr


def test_parts_are_chosen_in_their_order(tmp_path: Path) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "en"]
    file = tmp_path / "minutes.md"
    assert CliRunner().invoke(program, [*shared, "sample"]).exit_code == 0
    order = ["export", "2/2026", "--to", "md", "--out", str(file)]
    chosen = ["--sections", "recommendations, data"]
    assert CliRunner().invoke(program, [*shared, *order, *chosen]).exit_code == 0
    text = file.read_text("utf-8")
    assert text.index("## Recommendations") < text.index("**Place:**")
    assert "## Agenda" not in text


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (
            ["--to", "md", "--sections", "data,poem"],
            "no part “poem”. Its parts: data, contents, opening",
        ),
        (["--to", "md", "--document", "press", "--sections", "agenda"], "no part “agenda”"),
        (["--to", "json", "--sections", "data"], "not of data"),
    ],
)
def test_a_part_that_the_document_does_not_have_is_told(
    tmp_path: Path, choices: list[str], said: str
) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "en"]
    assert CliRunner().invoke(program, [*shared, "sample"]).exit_code == 0
    order = ["export", "2/2026", "--out", str(tmp_path / "m.md"), *choices]
    done = CliRunner().invoke(program, [*shared, *order])
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "m.md").exists()
