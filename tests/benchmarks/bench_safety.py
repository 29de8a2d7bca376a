"""What safety costs: a checked backup, the whole check, a rebuild, a salvage, on 25,000 changes."""

import tempfile
import threading
from contextlib import closing
from pathlib import Path

from recorder import Archive, Meeting, Note, Place, new_id, salvage
from recorder.storage import engine
from tests.benchmarks.raw_database import TEXT, in_turns
from tests.benchmarks.row import Row, at_most

NOTES = 5_000
TIMES = 5


def measure() -> list[Row]:
    """Each against the least that reads or writes as much."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "archive.mahdar"
        with Archive.open(path, machine=folder / "machine") as archive:
            archive.write(Meeting(id="m", title="لقاء"), *_notes())
            rows = _copies(archive, folder) + _checks(archive)
            rows += _typing(archive)
        return rows + _salvage(path, folder)


def _notes() -> list[Note]:
    return [
        Note(id=f"n{number}", meeting_id="m", text=f"{TEXT} {number}",
             place=Place(None, f"a{number:05}"))
        for number in range(NOTES)
    ]  # fmt: skip


def _copies(archive: Archive, folder: Path) -> list[Row]:
    def bare(number: int) -> None:
        copy = folder / f"bare-{number}"
        with closing(engine.connect(archive.path, read_only=True)) as connection:
            connection.execute("VACUUM INTO ?", [str(copy)])
        with closing(engine.connect(copy, read_only=True)) as connection:
            connection.execute("PRAGMA integrity_check").fetchall()

    ours, floor = in_turns(TIMES, lambda _: archive.make_backup(), bare)
    return [at_most("a backup, checked value by value", ours / 1e3, floor / 1e3, 2)]


def _checks(archive: Archive) -> list[Row]:
    connection = archive._file.database.conn

    def read_all(_: int) -> None:
        for table in ("log", "deed", "standing", "logged_row", "note", "version"):
            connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names

    check, rebuild, floor = in_turns(
        TIMES, lambda _: archive.check(), lambda _: archive.rebuild(), read_all
    )
    return [
        at_most("the whole check", check / 1e3, floor / 1e3, 15),
        at_most("a rebuild", rebuild / 1e3, floor / 1e3, 40),
    ]


def _typing(archive: Archive) -> list[Row]:
    """Saving a note alone, and while a backup is made beside it."""

    def save(_: int) -> None:
        archive.notes.write(Note(id=new_id(), meeting_id="m", text=TEXT))

    (alone,) = in_turns(100, save)
    stop = threading.Event()

    def back_up() -> None:
        while not stop.is_set():
            archive.plan_backup()()

    worker = threading.Thread(target=back_up)
    worker.start()
    (beside,) = in_turns(100, save)
    stop.set()
    worker.join()
    return [at_most("saving a note while a backup is made", beside / 1e3, alone / 1e3, 3)]


def _salvage(path: Path, folder: Path) -> list[Row]:
    """An archive whose first page is gone, against the whole check of a sound one."""
    new = folder / "new.mahdar"
    with Archive.open(path, read_only=True) as archive:
        (floor,) = in_turns(2, lambda _: archive.check())
    with path.open("r+b") as stream:
        stream.write(bytes(4096))
    (taken,) = in_turns(
        2,
        lambda number: salvage(path, new.with_suffix(f".{number}"), machine=folder / "machine"),
    )
    return [at_most("a salvage, against a check", taken / 1e3, floor / 1e3, 12)]
