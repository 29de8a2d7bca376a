"""Damage a real archive in every way that disks know, salvage it, and hold the report to its word.

`python -m tests.faults.damaged_archives 200` does each kind of damage two hundred times.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from recorder import (
    Archive,
    ArchiveDamagedError,
    Meeting,
    Note,
    Recommendation,
    RescueReport,
    salvage,
)
from recorder.storage.codec import CODECS
from tests.recorder.archive.laptops import deliver, tables

PAGE, SECTOR = 4096, 512
Damage = Callable[[bytearray, random.Random], None]
Rows = dict[str, dict[tuple[str, str], dict[str, Any]]]


def flip_bits(file: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 30)):
        file[chance.randrange(len(file))] ^= 1 << chance.randrange(8)


def ruin_sectors(file: bytearray, chance: random.Random) -> None:
    _ruin(file, chance, SECTOR, chance.randint(1, 4))


def ruin_pages(file: bytearray, chance: random.Random) -> None:
    _ruin(file, chance, PAGE, chance.randint(1, 6))


def ruin_the_first_page(file: bytearray, chance: random.Random) -> None:
    file[:PAGE] = chance.randbytes(PAGE)


def cut_short(file: bytearray, chance: random.Random) -> None:
    del file[chance.randrange(len(file) // 4, len(file)) :]


def _ruin(file: bytearray, chance: random.Random, size: int, count: int) -> None:
    for _ in range(count):
        at = chance.randrange(len(file) // size) * size
        file[at : at + size] = bytes(size) if chance.random() < 0.5 else chance.randbytes(size)


DAMAGES: dict[str, Damage] = {
    "bits": flip_bits,
    "sectors": ruin_sectors,
    "pages": ruin_pages,
    "first page": ruin_the_first_page,
    "cut": cut_short,
}


@dataclass
class Sound:
    """An archive before anything happened to it.

    Attributes:
        file: its bytes.
        rows: its rows by meeting.
        said: every text that a note ever had.
        private: the ids of private notes.
    """

    file: bytes
    rows: Rows
    said: dict[str, set[str]] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)


def make_archive(folder: Path, meetings: int = 4, notes: int = 25) -> Sound:
    """An archive of two laptops, with private notes, edits, deletions and conflicts."""
    path = folder / "sound.mahdar"
    with (
        Archive.open(path, machine=folder / "1", author="ليلى") as here,
        Archive.open(folder / "other.mahdar", machine=folder / "2", author="رنا") as there,
    ):
        chance = random.Random(1)
        for meeting in range(meetings):
            here.meetings.write(Meeting(id=f"m{meeting}", title=f"لقاء {meeting}"))
            here.recommendations.append(
                Recommendation(id=f"r{meeting}", meeting_id=f"m{meeting}", text="خطة عمل")
            )
            for number in range(notes):
                kind = "private" if number % 9 == 1 else "statement"
                text = f"مداخلة {meeting} {number}. " + "كلمة " * chance.randint(1, 60)
                here.notes.append(
                    Note(id=f"n{meeting}-{number}", meeting_id=f"m{meeting}", text=text, kind=kind)
                )
            here.notes.delete(f"n{meeting}-3")
        deliver(here, there)
        for archive, text in ((here, "من هنا."), (there, "من هناك.")):
            for number in (0, 4, 5, 6):
                note = archive.notes.get(f"n1-{number}")
                archive.notes.write(replace(note, text=f"{note.text} {text}"))
        deliver(there, here)
        rows = rows_by_meeting(here)
        private = {row["id"] for row in tables(here)["note"] if row["kind"] == "private"}
        said = _texts(here)
    return Sound(path.read_bytes(), rows, said, private)


def _texts(archive: Archive) -> dict[str, set[str]]:
    said = {row["id"]: {row["text"], ""} for row in tables(archive)["note"]}
    codec = CODECS["note"]
    from recorder.storage.codec import decode_value

    for row_id, value in archive._file.database.execute(
        "SELECT row_id, value FROM change WHERE tbl = 'note' AND col = 'text'"
    ):
        said[row_id].add(decode_value(codec.columns["text"], value))
    return said


def rows_by_meeting(archive: Archive) -> Rows:
    """All rows by the meeting that they belong to; what belongs to none under `directory`."""
    found: Rows = {}
    for table, rows in tables(archive).items():
        for row in rows if table in CODECS else ():
            scope = row["id"] if table == "meeting" else row.get("meeting_id") or "directory"
            found.setdefault(scope, {})[table, row["id"]] = row
    return found


@dataclass
class Outcome:
    """What one salvage did; `broken` are the promises that it did not keep."""

    report: RescueReport | None
    broken: list[str]
    notes_right: int = 0


def salvage_once(folder: Path, sound: Sound, kind: str, seed: int) -> Outcome:
    """Damage the archive, salvage it, and compare what came out with what had been there."""
    damaged, new = folder / "damaged.mahdar", folder / f"{kind}-{seed}.mahdar"
    file = bytearray(sound.file)
    DAMAGES[kind](file, random.Random(f"{kind} {seed}"))
    damaged.write_bytes(file)
    try:
        report = salvage(damaged, new, machine=folder / "1")
    except ArchiveDamagedError:
        return Outcome(None, ["made a file of nothing"] if new.exists() else [])
    broken = [] if damaged.read_bytes() == file else ["wrote into the damaged file"]
    with Archive.open(new, machine=folder / "1") as archive:
        broken += [f"check: {each}" for each in archive.check().problems]
        rows = rows_by_meeting(archive)
        travelling = {each.change.row_id for each in archive.changes_since({})}
    new.unlink()
    if travelling & sound.private:
        broken.append("a private note travels")
    broken += _untrue(report, rows, sound)
    notes = (key for meeting in sound.rows.values() for key in meeting if key[0] == "note")
    right = sum(_row(rows, key) == _row(sound.rows, key) for key in notes)
    return Outcome(report, broken, right)


def _untrue(report: RescueReport, rows: Rows, sound: Sound) -> list[str]:
    """Where the report says more than is true."""
    broken = []
    for each in report.scopes:
        if each.state == "whole" and rows.get(each.scope) != sound.rows.get(each.scope):
            broken.append(f"{each.scope} is not whole")
        for (table, row_id), row in rows.get(each.scope, {}).items():
            invented = table == "note" and row["text"] not in sound.said.get(row_id, {""})
            if invented and not each.unsure:
                broken.append(f"{row_id} says what nobody wrote")
    return broken


def _row(rows: Rows, key: tuple[str, str]) -> dict[str, Any] | None:
    return next((meeting[key] for meeting in rows.values() if key in meeting), None)


def main(rounds: int) -> int:
    """Do each kind of damage that many times; 1 when a promise was broken."""
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sound = make_archive(folder, meetings=8, notes=60)
        notes = sum(key[0] == "note" for rows in sound.rows.values() for key in rows)
        for kind in DAMAGES:
            states: Counter[str] = Counter()
            right = 0
            for seed in range(rounds):
                outcome = salvage_once(folder, sound, kind, seed)
                failed += bool(outcome.broken)
                for each in outcome.broken:
                    sys.stdout.write(f"{kind} {seed}: {each}\n")
                right += outcome.notes_right
                states.update(each.state for each in outcome.report.scopes) if outcome.report else (
                    states.update(["refused"])
                )
            sys.stdout.write(
                f"{kind:10}: {right / (notes * rounds):6.1%} of the notes as they were;"
                f" {', '.join(f'{count} {state}' for state, count in sorted(states.items()))}\n"
            )
            sys.stdout.flush()
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
