import json
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from click.testing import CliRunner

from recorder.cli import program

MAIN = "word/document.xml"


def edit(file: Path, change: Callable[[str], str]) -> None:
    with ZipFile(file) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    parts[MAIN] = change(parts[MAIN].decode()).encode()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def test_recommendations_that_were_reworded_in_word_are_listed(tmp_path: Path) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "en"]
    file = tmp_path / "minutes.docx"

    def run(*arguments: str) -> str:
        return CliRunner().invoke(program, [*shared, *arguments]).output

    run("sample")
    run("export", "2/2026", "--to", "docx", "--out", str(file))
    assert (
        run("compare", "2/2026", str(file)) == "No recommendation was changed in this document.\n"
    )
    old, new = "تجهيز خمسة آبار", "تجهيز ستة آبار"
    edit(file, lambda document: document.replace(old, new))
    lines = run("compare", "2/2026", str(file)).splitlines()
    assert len(lines) == 3
    assert old in lines[1]
    assert new in lines[2]
    (found,) = json.loads(run("compare", "2/2026", str(file), "--json"))
    assert found["in_word"] == found["before"].replace(old, new)


def test_rows_that_were_deleted_and_added_in_word_are_listed(tmp_path: Path) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "en"]
    file = tmp_path / "matrix.docx"

    def run(*arguments: str) -> list[str]:
        return CliRunner().invoke(program, [*shared, *arguments]).output.splitlines()

    def retyped(document: str) -> str:
        mark = document.index("mahdar_")
        first, last = document.rindex("<w:tr>", 0, mark), document.index("</w:tr>", mark)
        bare = re.sub("<w:bookmark[^>]*>", "", document[first:last])
        bare = re.sub("<w:t [^>]*>[^<]*</w:t>", "<w:t>صيانة الشبكة</w:t>", bare)
        return document[:first] + bare + document[last:]

    run("sample")
    run("export", "2/2026", "--to", "docx", "--out", str(file), "--document", "matrix")
    edit(file, retyped)
    lines = run("compare", "2/2026", str(file))
    assert lines[2] == "  in Word: (taken out)"
    assert lines[3] == "(added in Word)"
    assert lines[4].startswith("  in Word: صيانة الشبكة")
