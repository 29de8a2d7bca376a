"""The process dies before its first statement, its second, its third…: the archive stays whole.

A sample here; `MAHDAR_KILLS=all python -m pytest tests/faults/test_kill_at_every_statement.py`
dies at each one.
"""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from recorder import (
    AgendaItem,
    Archive,
    Attachment,
    Draft,
    Meeting,
    Note,
    NoteKind,
    Person,
    Recommendation,
    Speaker,
)
from recorder.domain.log import LoggedValue

MOST_STATEMENTS = 10_000
SAMPLE = 60

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork()")

Step = Callable[[Archive], object]


class MortalConnection(sqlite.Connection):
    """A connection whose process dies before one of its statements."""

    left = MOST_STATEMENTS

    @classmethod
    def count(cls) -> None:
        cls.left -= 1
        if cls.left < 0:
            os._exit(9)

    def execute(self, *arguments):
        self.count()
        return super().execute(*arguments)

    def executemany(self, *arguments):
        self.count()
        return super().executemany(*arguments)


def typed(row_id: str, text: str) -> Draft:
    fields = {"meeting_id": "m", "kind": NoteKind.STATEMENT}
    return Draft(window="w", table="note", row_id=row_id, column="text", text=text, fields=fields)


def edit(row_id: str, **fields: object) -> Step:
    return lambda archive: archive.notes.write(replace(archive.notes.get(row_id), **fields))


def settle(archive: Archive) -> None:
    conflict = next(each for each in archive.conflicts() if each.table == "recommendation")
    archive.settle(conflict, conflict.sides[1].value)


def steps(first: list[LoggedValue], second: list[LoggedValue]) -> list[Step]:
    """What is done, one transaction or several each."""
    return [
        lambda archive: archive.meetings.write(Meeting(id="m", title="لقاء")),
        lambda archive: archive.agenda.append(AgendaItem(id="i", meeting_id="m", title="بند")),
        lambda archive: archive.notes.append(Note(id="a", meeting_id="m", text="كلمة")),
        lambda archive: archive.notes.append(Note(id="b", meeting_id="m", text="تالية")),
        edit("a", text="كلمة أخرى"),
        lambda archive: archive.notes.move("b", parent_id="i"),
        lambda archive: archive.drafts.save(typed("d", "تُكتب الآن")),
        lambda archive: archive.drafts.save(typed("a", "كلمة أخرى تطول")),
        lambda archive: archive.drafts.commit("w", "note", "d", "text"),
        lambda archive: archive.receive(first),
        lambda archive: archive.drafts.commit_all(),
        lambda archive: archive.recommendations.write(
            replace(archive.recommendations.get("r"), text="توصية من هنا")
        ),
        edit("t", text="من هناك. وزيد هنا."),
        lambda archive: archive.receive(second),
        settle,
        lambda archive: archive.notes.delete("b"),
        lambda archive: archive.undo(),
        lambda archive: archive.redo(),
        lambda archive: archive.notes.restore("b"),
        edit("b", kind=NoteKind.PRIVATE),
        lambda archive: archive.notes.write(
            *(replace(each, kind=NoteKind.NEED) for each in archive.notes.all("m")
              if each.kind == NoteKind.PRIVATE)
        ),
        lambda archive: archive.write(Person(id="p", name="أحمد"), Person(id="q", name="احمد")),
        edit("t", speaker=Speaker("p")),
        lambda archive: archive.duplicates.merge("person", "p", "q"),
        lambda archive: archive.undo(),
        lambda archive: archive.attachments.add(
            Attachment(id="f", meeting_id="m", name="ورقة.txt"), BytesIO("نصّ الورقة".encode())
        ),
        lambda archive: archive.rebuild(),
        lambda archive: archive.make_backup(),
    ]  # fmt: skip


def shown(archive: Archive) -> list[object]:
    """What a person sees, ids left out: they are new each time."""
    return [
        [each.title for each in archive.meetings.all()],
        [each.title for each in archive.agenda.all()],
        [each.text for each in archive.recommendations.all()],
        sorted((each.text, str(each.kind), each.place.parent_id) for each in archive.notes.all()),
        sorted(each.text for each in archive.drafts.pending()),
        sorted((each.table, each.column) for each in archive.conflicts()),
        [each.id for each in archive.people.all()],
        [b"".join(archive.attachments.open(each.id)) for each in archive.attachments.all()],
    ]


def from_there(folder: Path) -> tuple[list[LoggedValue], list[LoggedValue]]:
    """What another laptop sends: first by itself, then without having seen what is done here."""
    with Archive.open(folder / "there.mahdar", author="رنا", machine=folder) as there:
        there.notes.append(Note(id="t", meeting_id="m", text="من هناك."))
        there.recommendations.append(Recommendation(id="r", meeting_id="m", text="توصية"))
        first = there.changes_since({})
        vector = there.vector()
        there.recommendations.write(replace(there.recommendations.get("r"), text="توصية من هناك"))
        there.notes.write(replace(there.notes.get("t"), text="من هناك. وزيد هناك."))
        return first, there.changes_since(vector)


def expected(folder: Path, done: list[Step]) -> list[list[object]]:
    with Archive.open(folder / "alive.mahdar", author="ليلى", machine=folder) as archive:
        looks = [shown(archive)]
        for step in done:
            step(archive)
            looks.append(shown(archive))
    return looks


def run_until_death(path: Path, statements: int, done: list[Step]) -> tuple[int, int | None]:
    """Forks a writer that dies after so many statements.

    Returns how many steps it had said to be done and, when it came to the end, how many
    statements it took.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        write_all(path, statements, done, writing)
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    count = said.count(b".")
    ended = os.waitstatus_to_exitcode(status) == 0
    return count, int(said[count:]) if ended else None


def write_all(path: Path, statements: int, done: list[Step], report: int) -> None:
    connect = sqlite.connect
    sqlite.connect = lambda *given, **named: connect(*given, factory=MortalConnection, **named)
    archive = Archive.open(path, author="ليلى", machine=path.parent)
    MortalConnection.left = statements
    for step in done:
        step(archive)
        os.write(report, b".")
    os.write(report, str(statements - MortalConnection.left).encode())


def test_no_statement_is_a_bad_one_to_die_at(tmp_path: Path) -> None:
    done = steps(*from_there(tmp_path))
    looks = expected(tmp_path, done)
    all_done, count = run_until_death(tmp_path / "whole.mahdar", MOST_STATEMENTS, done)
    assert all_done == len(done)
    assert count is not None
    assert count > 300
    deaths = list(range(count))
    if os.environ.get("MAHDAR_KILLS") != "all":
        deaths = random.Random(count).sample(deaths, SAMPLE)
    for statements in sorted(deaths):
        path = tmp_path / str(statements) / "archive.mahdar"
        path.parent.mkdir()
        survived, _ = run_until_death(path, statements, done)
        with Archive.open(path, machine=path.parent) as archive:
            assert archive.check().problems == ()
            # The step that it died in may have been finished, but for saying so.
            assert shown(archive) in looks[survived : survived + 2]
            hits = archive.search("من هناك")
            archive.rebuild()
            assert archive.search("من هناك") == hits
    assert len(deaths) >= SAMPLE
