"""An archive of any release opens for ever, and shows what it showed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recorder import Archive, Person
from recorder.storage import engine
from recorder.storage.inspection import known_steps
from tests.recorder.archive.laptops import deliver
from tests.recorder.archive.old_archives import REPORT, kept_archives, unpack


@pytest.mark.parametrize("kept", kept_archives(), ids=lambda each: each.name)
def test_an_archive_of_an_older_release_shows_all_that_was_in_it(
    kept: Path, tmp_path: Path
) -> None:
    with Archive.open(unpack(kept, tmp_path), machine=tmp_path / "machine") as archive:
        texts = {note.id: note.text for note in archive.notes.all("m")}
        assert texts["n1"] == "الماء منقطع منذ شهر. الكهرباء ضعيفة جداً."
        assert texts["n3"] == "سرّ"
        assert texts.keys() == {"n1", "n3"}
        assert [each.text for each in archive.drafts.pending()] == ["لم تُحفظ بعد"]
        apart = [each for each in archive.conflicts("m") if each.table == "recommendation"]
        assert {side.value for side in apart[0].sides} == {"خطة عمل مشتركة", "خطة عمل واضحة"}
        assert archive.people.get("p").name == "وسيم الحاج"
        if archive.people.is_known("p2"):  # since entries can be merged
            assert archive.people.get("p2").id == "p"
        assert [hit.row_id for hit in archive.search("الكهرباء")] == ["n1"]
        assert archive.check().ok
        for each in archive.attachments.all("m"):  # releases before step 3 had no bytes
            assert b"".join(archive.attachments.open(each.id)) == REPORT
        archive.drafts.commit_all()
        assert archive.notes.get("n5").text == "لم تُحفظ بعد"
        archive.notes.restore("n2", "n4")
        assert archive.notes.get("n4").text == "جملة تُسحب"
        assert archive.check().ok


def test_each_release_of_the_schema_has_its_archive_kept() -> None:
    kept = {int(each.name.split(".")[0]) for each in kept_archives()}
    assert 1 in kept
    assert len(known_steps()) in kept


def test_rows_that_came_before_their_table_was_known_are_shown_after_the_upgrade(
    make_archive: Callable[[str], Archive],
) -> None:
    there, here = make_archive("هناك"), make_archive("هنا")
    there.people.write(Person(id="a", name="وسيم"), Person(id="b", name="وسيم الحاج"))
    there.duplicates.merge("person", "a", "b")
    deliver(there, here)
    path = here.path
    here.close()
    # As a release without these tables would have left it: the log has the row, no table has.
    database = engine.wrap(engine.connect(path))
    for table in ("person", "organisation"):
        for what in ("alias", "distinction"):
            database.execute(f"DROP TABLE {table}_{what}")
    database.execute("DELETE FROM _sqlite_migrations WHERE name LIKE 'm0004%'")
    database.close()
    with Archive.open(path) as upgraded:
        assert upgraded.people.get("a").id == "b"
        assert upgraded.check().ok
