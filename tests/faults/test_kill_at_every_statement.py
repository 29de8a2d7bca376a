"""The process dies before its first statement, its second, its third…: the archive stays whole."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from recorder import Archive, Draft, Meeting, Note
from recorder.domain.log import LoggedValue

MOST_STATEMENTS = 1_000

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork()")


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


def edit(archive: Archive) -> None:
    archive.notes.write(replace(archive.notes.get("a"), text="كلمة أخرى"))


def write_draft(archive: Archive) -> None:
    archive.drafts.save(
        Draft(window="w", table="note", row_id="d", column="text", text="تُكتب الآن",
              fields={"meeting_id": "m"})
    )  # fmt: skip


def steps(arrived: list[LoggedValue]) -> list[tuple[Callable[[Archive], object], set[str]]]:
    """What is done, and the texts that stand in notes and drafts once it is."""
    return [
        (lambda archive: archive.meetings.write(Meeting(id="m", title="لقاء")), set()),
        (lambda archive: archive.notes.append(Note(id="a", meeting_id="m", text="كلمة")), {"كلمة"}),
        (edit, {"كلمة أخرى"}),
        (write_draft, {"كلمة أخرى", "تُكتب الآن"}),
        (lambda archive: archive.drafts.commit_all(), {"كلمة أخرى", "تُكتب الآن"}),
        (lambda archive: archive.receive(arrived), {"كلمة أخرى", "تُكتب الآن", "من هناك"}),
        (lambda archive: archive.notes.delete("a"), {"تُكتب الآن", "من هناك"}),
        (lambda archive: archive.undo(), {"كلمة أخرى", "تُكتب الآن", "من هناك"}),
    ]


def run_until_death(path: Path, statements: int, arrived: list[LoggedValue]) -> tuple[int, bool]:
    """Forks a writer that dies after so many statements.

    Returns how many steps it had said to be done, and whether it came to the end.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        write_all(path, statements, arrived, writing)
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as stream:
        done = len(stream.read())
    return done, os.waitstatus_to_exitcode(status) == 0


def write_all(path: Path, statements: int, arrived: list[LoggedValue], report: int) -> None:
    connect = sqlite.connect
    sqlite.connect = lambda *given, **named: connect(*given, factory=MortalConnection, **named)
    archive = Archive.open(path, author="ليلى", machine=path.parent)
    MortalConnection.left = statements
    for step, _ in steps(arrived):
        step(archive)
        os.write(report, b".")


def texts(archive: Archive) -> set[str]:
    drafts = {draft.text for draft in archive.drafts.pending()}
    return {note.text for note in archive.notes.all("m")} | drafts


def test_no_statement_is_a_bad_one_to_die_at(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "there.mahdar", author="رنا") as there:
        there.notes.append(Note(id="t", meeting_id="m", text="من هناك"))
        arrived = there.changes_since({})
    expected = [set(), *(after for _, after in steps(arrived))]
    for statements in range(MOST_STATEMENTS):
        path = tmp_path / str(statements) / "archive.mahdar"
        path.parent.mkdir()
        done, ended = run_until_death(path, statements, arrived)
        with Archive.open(path, machine=path.parent) as archive:
            assert archive.check().problems == ()
            # The step that it died in may have been finished, but for saying so.
            assert texts(archive) in expected[done : done + 2]
        if ended:
            break
    assert ended
    assert statements > 100
