"""Stepping back in a long log, and the past of a note that was rewritten thousands of times."""

import tempfile
from dataclasses import replace
from pathlib import Path

from recorder import Archive, Meeting, Note
from tests.benchmarks.row import Row, at_most, medians

STEPS, WRITES, RUNS = 100_000, 3_000, 200


def measure() -> list[Row]:
    """What is asked after every change, and what opens the past of a note."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder) / "archive.mahdar", author="ليلى") as archive,
    ):
        archive.meetings.write(Meeting(id="m", title="لقاء"))
        _fill(archive)
        conn = archive._file.database.conn
        asked, found = medians(
            RUNS,
            lambda: (archive.undoable(), archive.redoable()),
            lambda: [
                conn.execute(
                    "SELECT name FROM action WHERE no = (SELECT max(no) FROM action)"
                ).fetchall()
                for _ in range(2)
            ],
        )
        past, raw = medians(
            20,
            lambda: archive.history("note", "n", "text"),
            lambda: conn.execute("SELECT * FROM change WHERE row_id = 'n'").fetchall(),
        )
        page, one = medians(
            RUNS,
            lambda: archive.history("note", "n", "text", limit=200),
            lambda: conn.execute(
                "SELECT * FROM change WHERE row_id = 'n' ORDER BY lamport DESC LIMIT 200"
            ).fetchall(),
        )
    return [
        at_most(f"can anything be undone, {STEPS} steps", asked, found, 5.0),
        at_most(f"the past of a note, {WRITES} writes", past, raw, 10.0),
        at_most("the latest 200 of them", page, one, 10.0),
    ]


def _fill(archive: Archive) -> None:
    archive.notes.append(Note(id="n", meeting_id="m", text="كلمة"))
    note = archive.notes.get("n")
    for number in range(WRITES):
        archive._writer.end_burst()
        archive.notes.write(replace(note, text=f"كلمة أولى وثانية وثالثة {number}"))
    conn = archive._file.database.conn
    term = archive._writer.log.numbers.term
    author = term(archive._writer.author_id)
    conn.execute("BEGIN")
    conn.execute(
        "WITH RECURSIVE at(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM at WHERE n < ?)"
        " INSERT INTO deed (id, name, author, wall) SELECT 'x' || n, ?, ?, '' FROM at",
        [STEPS, term("note.write"), author],
    )
    conn.execute("INSERT INTO step SELECT no, author, no, no % 3 = 0 FROM deed WHERE id LIKE 'x%'")
    conn.execute("COMMIT")
