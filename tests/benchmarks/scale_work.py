"""One piece of work on one archive, in a process of its own: python -m … ARCHIVE WORK.

Prints JSON: the median milliseconds of the work, and the megabytes of the process at its peak.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from recorder import Archive, Draft, Note
from tests.benchmarks.large_archive import id_of

TIMES = 7
MEETING, NOTE = id_of("meeting", 0), id_of("note", 0, 50)

_numbers = count()


def _note(archive: Archive) -> Note:
    return archive.notes.get(NOTE)


def _save_a_change(archive: Archive) -> object:
    return archive.notes.write(replace(_note(archive), text=f"كلمة {next(_numbers)}"))


def _save_a_draft(archive: Archive) -> object:
    text = f"يُكتب {next(_numbers)}"
    return archive.drafts.save(
        Draft(window="w", table="note", row_id=NOTE, column="text", text=text)
    )


def _last_hundred(archive: Archive) -> Callable[[], object]:
    before = archive.vector()
    for _ in range(100):
        _save_a_change(archive)
    return lambda: archive.changes_since(before)


def _reopen(archive: Archive) -> object:
    path = archive.path
    archive.close()
    with Archive.open(path, author="ليلى", machine=path.parent) as opened:
        return _save_a_change(opened)


WORK: dict[str, Callable[[Archive], object]] = {
    "open, save the first change, close": _reopen,
    "the library": lambda archive: archive.meetings.summaries(),
    "open a meeting": lambda archive: list(archive.meetings.record(MEETING).rows()),
    "save a change": _save_a_change,
    "save a draft": _save_a_draft,
    "what can be undone": lambda archive: archive.undoable(),
    "the history of a note": lambda archive: archive.history("note", NOTE),
    "conflicts of a meeting": lambda archive: archive.conflicts(MEETING),
    "open recommendations": lambda archive: archive.meetings.open_recommendations(MEETING),
    "Word minutes of a meeting": lambda archive: archive.export_docx(
        MEETING, archive.path.with_name("minutes.docx")
    ),
    "the last hundred changes": lambda archive: archive.changes_since(archive.vector()),
    "search a rare word": lambda archive: archive.search("كلمة"),
}


def run(path: Path, name: str) -> tuple[float, float]:
    """Milliseconds and megabytes of a piece of work, after it was done once."""
    archive = Archive.open(path, author="ليلى", machine=path.parent)
    work: Callable[[], object] = lambda: WORK[name](archive)  # noqa: E731 - one of two
    if name == "the last hundred changes":  # which must be written first
        work = _last_hundred(archive)
    work()
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    archive.close()
    return statistics.median(taken) * 1e3, memory("VmHWM:")


def memory(line: str) -> float:
    """Megabytes of this process, 0 where the system does not tell.

    VmHWM is the most there ever was, VmRSS what there is now. What getrusage counts goes on from
    the process that started this one.
    """
    told = Path("/proc/self/status")
    if not told.exists():
        return 0.0
    status = told.read_text(encoding="ascii")
    return int(status.partition(line)[2].split()[0]) / 1024


if __name__ == "__main__":
    median, peak = run(Path(sys.argv[1]), sys.argv[2])
    sys.stdout.write(json.dumps({"milliseconds": median, "megabytes": peak}))
