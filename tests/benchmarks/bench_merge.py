"""Two laptops with 10,000 edits each meet: the merge against the raw insert of as many rows."""

import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from recorder import Archive, Note
from recorder.domain.log import LoggedValue
from tests.benchmarks.raw_database import raw_database
from tests.benchmarks.row import Row

NOTES = 500
EDITS = 10_000


def measure() -> list[Row]:
    """Receiving the other laptop's edits of notes that were edited here too."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with (
            Archive.open(root / "a.mahdar", machine=root / "a") as here,
            Archive.open(root / "b.mahdar", machine=root / "b") as there,
        ):
            here.write(*(Note(id=f"n{at}", meeting_id="m", text=_text(at)) for at in range(NOTES)))
            there.receive(here.changes_since({}))
            for seed, archive in enumerate((here, there)):
                _edit(archive, random.Random(seed))
            arrived = there.changes_since(here.vector())
            begun = time.perf_counter()
            here.receive(arrived)
            merged = time.perf_counter() - begun
            conflicts = len(here.conflicts())
        floor = _raw_insert(root / "raw.db", arrived)
    name = f"merge {len(arrived):,} edits, {conflicts} notes changed in both"
    return [Row(name, merged * 1e3, floor * 1e3, merged / floor, 5.0, "ms")]


def _text(at: int) -> str:
    return f"الجملة الأولى رقم {at}. والجملة الثانية عن الماء. والثالثة عن الكهرباء والصرف الصحي."


def _edit(archive: Archive, chance: random.Random) -> None:
    for _ in range(EDITS // 100):
        rows = []
        for row_id in {f"n{chance.randrange(NOTES)}" for _ in range(120)}:
            sentences = archive.notes.get(row_id).text.split(". ")
            at = chance.randrange(len(sentences))
            sentences[at] += f" {chance.randrange(1000)}"
            rows.append(replace(archive.notes.get(row_id), text=". ".join(sentences)))
        archive.write(*rows[:100])


def _raw_insert(path: Path, arrived: list[LoggedValue]) -> float:
    connection = raw_database(path)
    connection.execute(
        "CREATE TABLE change (id BLOB PRIMARY KEY, row_id TEXT, lamport INTEGER, value TEXT)"
    )
    rows = [(each.id, each.change.row_id, each.change.lamport, each.value) for each in arrived]
    begun = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO change VALUES (?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    taken = time.perf_counter() - begun
    connection.close()
    return taken
