"""A stick between laptops: from its files to merged tables, their size, a hundred of them."""

import random
import tempfile
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from recorder import Archive, Meeting, Note
from recorder.errors import BundleError
from recorder.sync.bundle import LARGEST_FILE, MARK, open_bundle
from recorder.sync.code import new_code
from recorder.sync.team import Team, found_team
from tests.benchmarks.bench_merge import NOTES, _edit, _raw_insert, _text
from tests.benchmarks.large_archive import Shape, make_archive
from tests.benchmarks.row import Row, at_most

FEW, MANY = 25, 100  # laptops
NOTES_OF_EACH = 20


def measure() -> list[Row]:
    """Merging from the stick, the size of a year on it, collecting many laptops, a hostile file."""
    return [_merge(), _size(), _collect(), _hostile()]


@contextmanager
def _laptop(folder: Path, name: str, team: Team) -> Iterator[Archive]:
    with Archive.open(folder / f"{name}.mahdar", author=name, machine=folder / name) as archive:
        archive.sharing.remember(team)
        yield archive


def _merge() -> Row:
    """As `bench merge`, from the stick's files; the other way is taken in before."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, team = Path(name), found_team(new_code())
        stick = folder / "stick"
        stick.mkdir()
        here, there = (stack.enter_context(_laptop(folder, each, team)) for each in "ab")
        here.write(*(Note(id=f"n{at}", meeting_id="m", text=_text(at)) for at in range(NOTES)))
        for archive in (here, there):
            archive.sharing.sync(stick)
        for seed, archive in enumerate((here, there)):
            _edit(archive, random.Random(seed))
        there.sharing.sync(stick)
        arrived = there.changes_since(here.vector())
        flow, merged = here.sharing.steps(stick, previews=False), 0.0
        answer: object = None
        while True:  # the copy before and the writing after are measured by others
            step = flow.send(answer)
            if step.part == "write":
                break
            begun = time.perf_counter()
            answer = step.work()
            merged += (time.perf_counter() - begun) * (step.part != "fetch")
        floor = _raw_insert(folder / "raw.db", arrived)
    return at_most(f"{len(arrived):,} edits from the stick to merged tables, with the backup",
                   merged * 1e3, floor * 1e3, 15)  # fmt: skip


def _size() -> Row:
    """A month of meetings on the stick against what zlib makes of their texts alone."""
    with tempfile.TemporaryDirectory() as name:
        folder, stick = Path(name), Path(name) / "stick"
        stick.mkdir()
        make_archive(folder / "a.mahdar", Shape(meetings=10, notes=166, edits=1))
        with Archive.open(folder / "a.mahdar", machine=folder) as archive:
            archive.sharing.remember(found_team(new_code()))
            archive.sharing.sync(stick)
            texts = "\n".join(
                value for (value,) in archive._file.database.execute(
                    "SELECT value FROM change WHERE col = 'text'")
            )  # fmt: skip
        size = sum(path.stat().st_size for path in stick.rglob("*.mdr"))
    return at_most("ten meetings on the stick, to the zlib of their texts", size / 1e6,
                   len(zlib.compress(texts.encode())) / 1e6, 6, "MB")  # fmt: skip


def _collect() -> Row:
    """An office collects the sticks of many laptops: what one laptop of few and of many costs."""
    few, many = (_collected(count) for count in (FEW, MANY))
    return at_most(f"each of {MANY} laptops collected, to each of {FEW}",
                   many / MANY * 1e3, few / FEW * 1e3, 1.5)  # fmt: skip


def _collected(count: int) -> float:
    with tempfile.TemporaryDirectory() as name:
        folder, team = Path(name), found_team(new_code())
        stick = folder / "stick"
        stick.mkdir()
        for at in range(count):
            with _laptop(folder, f"l{at}", team) as laptop:
                laptop.meetings.write(Meeting(id=f"m{at}", title=f"لقاء {at}"))
                laptop.write(*(Note(id=f"n{at}-{n}", meeting_id=f"m{at}", text=_text(n))
                               for n in range(NOTES_OF_EACH)))  # fmt: skip
                flow = laptop.sharing.exchange(stick)
                flow.begin_writing()
                flow.write(1, "", laptop.changes_since({}))
        with _laptop(folder, "office", team) as office:
            begun = time.perf_counter()
            office.sharing.sync(stick)
            taken = time.perf_counter() - begun
            assert len(office.meetings.summaries()) == count
    return taken


def _hostile() -> Row:
    """The largest file that is looked at is refused: peak memory, against the file itself."""
    team = found_team(new_code())
    files = [MARK + b"1\n" + b"\0" * LARGEST_FILE,
             MARK + b"1\n" + (2**20).to_bytes(4) + b"\xff" * (LARGEST_FILE - 20)]  # fmt: skip
    tracemalloc.start()
    for data in files:
        try:
            open_bundle(team, data)
        except BundleError:
            continue
        raise AssertionError
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return at_most("memory to refuse a hostile file", peak / 1e6, LARGEST_FILE / 1e6, 3, "MB")
