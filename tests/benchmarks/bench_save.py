"""Saving what is typed: a draft, and a whole change with its hash, tables and index."""

import tempfile
from dataclasses import replace
from pathlib import Path

from recorder import Archive, Draft, Note, new_id
from recorder.storage.engine import Connection
from tests.benchmarks.raw_database import TEXT, in_turns, raw_database
from tests.benchmarks.row import Row

TIMES = 600


def measure() -> list[Row]:
    """A draft and a change, each against one raw commit of the same text."""
    with tempfile.TemporaryDirectory() as folder:
        connection = raw_database(Path(folder) / "raw.db")
        connection.execute("CREATE TABLE draft (id INTEGER PRIMARY KEY, text TEXT) STRICT")
        connection.execute("INSERT INTO draft VALUES (1, '')")
        with Archive.open(Path(folder) / "archive.mahdar", author="ليلى") as archive:
            note = Note(id=new_id(), meeting_id="m", text=TEXT)
            archive.notes.append(note)
            placed = archive.notes.get(note.id)
            floor, draft, change = in_turns(
                TIMES,
                lambda number: _commit(connection, number),
                lambda number: archive.drafts.save(_draft(number)),
                lambda number: archive.notes.write(replace(placed, text=f"{TEXT} {number}")),
            )
        connection.close()
    return [
        Row("save a draft", draft, floor, draft / floor, 1.2, "µs"),
        Row("save a change", change, floor, change / floor, 4.0, "µs"),
    ]


def _draft(number: int) -> Draft:
    text = f"{TEXT} {number}"
    return Draft(
        window="capture", table="note", row_id="n", column="text", text=text,
        fields={"meeting_id": "m"},
    )  # fmt: skip


def _commit(connection: Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE draft SET text = ? WHERE id = 1", [f"{TEXT} {number}"])
    connection.execute("COMMIT")
