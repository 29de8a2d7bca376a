"""The process dies at any statement of attaching a file: there is all of it or nothing."""

import os
import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from recorder import Archive, Attachment, Meeting
from recorder.storage.blobs import CHUNK
from tests.faults.test_kill_at_every_statement import MortalConnection

MOST_STATEMENTS = 200
CONTENT = random.Random(7).randbytes(2 * CHUNK + 11)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork()")


def in_a_child(work: Callable[[], None]) -> bool:
    """Run it in a process of its own; whether that came to its end."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def attach_until_death(path: Path, statements: int) -> None:
    connect = sqlite.connect
    sqlite.connect = lambda *given, **named: connect(*given, factory=MortalConnection, **named)
    archive = Archive.open(path, machine=path.parent)
    archive.meetings.write(Meeting(id="m", title="لقاء"))
    MortalConnection.left = statements
    row = Attachment(id="a", meeting_id="m", name="تسجيل.mp3")
    archive.attachments.add(row, BytesIO(CONTENT))


def test_a_file_is_attached_whole_or_not_at_all_whenever_the_process_dies(tmp_path: Path) -> None:
    outcomes = []
    for statements in range(MOST_STATEMENTS):
        path = tmp_path / str(statements) / "archive.mahdar"
        path.parent.mkdir()
        ended = in_a_child(lambda path=path, left=statements: attach_until_death(path, left))
        with Archive.open(path, machine=path.parent) as archive:
            rows = archive.attachments.all("m")
            counts = archive._file.database.execute(
                "SELECT (SELECT count(*) FROM blob), (SELECT count(*) FROM blob_chunk)"
            ).fetchone()
            assert (len(rows), *counts) in {(0, 0, 0), (1, 1, 3)}
            assert b"".join(archive.attachments.open("a")) == CONTENT if rows else True
            assert archive.check().problems == ()
        outcomes.append(len(rows))
        if ended:
            break
    assert outcomes[0] == 0
    assert outcomes[-1] == 1
    assert len(outcomes) > 10
