"""The work that is measured at scale runs, and the archive that it is measured on is sound."""

from pathlib import Path

import pytest

from recorder import Archive
from tests.benchmarks import scale_work
from tests.benchmarks.bench_year import _bytes_shown, _bytes_typed
from tests.benchmarks.large_archive import APART, Shape, id_of, make_archive


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scale") / "archive.mahdar"
    make_archive(path, Shape(meetings=2, notes=60, edits=1))
    return path


def test_an_archive_made_in_bulk_is_one_that_was_written_note_by_note(made: Path) -> None:
    with Archive.open(made, author="ليلى", machine=made.parent) as archive:
        report = archive.check()
        assert report.problems == ()
        assert report.changes > 2 * 60 * 8
        assert len(archive.conflicts(id_of("meeting", 0))) == APART
        assert archive.meetings.summaries()[0].notes == 60
        shown, typed = (count(archive, "note") for count in (_bytes_shown, _bytes_typed))
        assert shown > 2 * 60 * 300
        assert typed > 1.8 * shown  # each note was mended once


@pytest.mark.parametrize("name", scale_work.WORK)
def test_each_piece_of_work_can_be_measured(
    made: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scale_work, "TIMES", 1)
    milliseconds, megabytes = scale_work.run(made, name)
    assert milliseconds > 0
    assert megabytes >= 0
