from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

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
