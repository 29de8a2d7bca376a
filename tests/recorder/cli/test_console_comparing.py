import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from click.testing import CliRunner

from recorder.cli import program


def test_recommendations_that_were_reworded_in_word_are_listed(tmp_path: Path) -> None:
    shared = ["--archive", str(tmp_path / "archive.mahdar"), "--language", "en"]
    file = tmp_path / "minutes.docx"

    def run(*arguments: str) -> str:
        return CliRunner().invoke(program, [*shared, *arguments]).output

    run("sample")
    run("export", "2/2026", "--to", "docx", "--out", str(file))
    assert (
        run("compare", "2/2026", str(file)) == "No recommendation was reworded in this document.\n"
    )
    with ZipFile(file) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    old, new = "تجهيز خمسة آبار", "تجهيز ستة آبار"
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    lines = run("compare", "2/2026", str(file)).splitlines()
    assert len(lines) == 3
    assert old in lines[1]
    assert new in lines[2]
    (found,) = json.loads(run("compare", "2/2026", str(file), "--json"))
    assert found["in_word"] == found["before"].replace(old, new)
