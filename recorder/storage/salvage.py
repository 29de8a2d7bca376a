"""Out of a damaged archive into a new one: what can be read, and a report of what is not.

The damaged file is only read. The new one holds, under their own names, all changes that prove
themselves; what else is left is written anew by a site of its own. When another laptop still has
what was lost here, the next exchange brings it back.
"""

import json
import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from recorder.domain.clock import Clock
from recorder.domain.identity import DIRECTORY, new_id
from recorder.domain.log import Seal, from_document
from recorder.domain.rescue import Rescued, RescueReport, ScopeReport
from recorder.errors import ArchiveDamagedError, ArchiveUnwritableError
from recorder.storage import engine
from recorder.storage.codec import CODECS
from recorder.storage.database import ArchiveFile
from recorder.storage.faults import translated
from recorder.storage.log import ChangeLog
from recorder.storage.migrations import schema
from recorder.storage.projection import Projection
from recorder.storage.registers import split
from recorder.storage.salvage_blobs import keep_blobs
from recorder.storage.salvage_catch import TABLES, catch_log
from recorder.storage.salvage_lines import Shape, has_shape
from recorder.storage.salvage_log import Account, account, log_what_is_proven
from recorder.storage.salvage_rows import RowSalvage
from recorder.storage.seals import is_genuine
from recorder.storage.search_index import SearchIndex
from recorder.storage.wreck import Values, Wreck
from recorder.storage.writer import Writer

_SETTING: Shape = ((str,), (str,))
_EXPORTED: Shape = ((str,), (str,), (str,), (int,))
_LOCAL = ("setting", "draft", "waiting", "held", "seal", "exported")


def salvage(damaged: Path, into: Path, clock: Clock, machine: Path) -> RescueReport:
    """Write what can be read of an archive into a new one.

    Args:
        damaged: the file that is damaged, and closed; it is only read.
        into: the new archive; nothing may be there.
        clock: where instants come from.
        machine: the folder that stands for this machine.

    Raises:
        ArchiveDamagedError: not one change could be read; there is no new archive.
        ArchiveUnwritableError: something is there already, or the disk refuses.
    """
    if into.exists():
        raise ArchiveUnwritableError(path=str(into), reason="exists")
    bench, new = (into.with_name(f"{into.name}.{each}") for each in ("part", "new"))
    try:
        _remove(bench, new)
        report = _salvage(damaged, bench, new, clock, machine)
        _flush(new)
        new.rename(into)
    except engine.Error as error:
        raise translated(error, into) from error
    except OSError as error:
        raise ArchiveUnwritableError(path=str(into), reason=error.strerror) from error
    finally:
        _remove(bench, new)
    return report


def _remove(*files: Path) -> None:
    for each in files:
        for ending in ("", "-wal", "-shm", ".lock"):
            each.with_name(each.name + ending).unlink(missing_ok=True)


def _salvage(damaged: Path, bench: Path, new: Path, clock: Clock, machine: Path) -> RescueReport:
    """Lay out what was caught on a bench, and copy what came out of it."""
    with Wreck(damaged) as wreck:
        with closing(engine.connect(bench)) as connection:
            _begin(connection)
            local = {table: list(wreck.rows(table)) for table in _LOCAL}
            lost_files = keep_blobs(connection, wreck)
            catch_log(connection, wreck)
            log_what_is_proven(connection)
            known = account(connection)
            _keep_local(connection, local)
            _project(engine.wrap(connection))
        failures = wreck.failures
    file = ArchiveFile(bench, clock)
    try:
        writer = Writer(file, clock, machine)
        rows = RowSalvage(file.database, writer, known.complete)
        rows.salvage()
        if not writer.log.lamport():
            raise ArchiveDamagedError(path=str(damaged))
        report = _report(file.database, known, rows, (failures, lost_files))
        for table in TABLES:
            file.database.execute(f"DROP TABLE {table}")
        file.database.execute("VACUUM INTO ?", [str(new)])
    finally:
        file.close()
    return report


def _begin(connection: engine.Connection) -> None:
    # Half a salvage is thrown away, so nothing waits for the disk until the end.
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA foreign_keys=0")
    # What is put in order are numbers and ids; a million of them do not belong into memory.
    connection.execute("PRAGMA temp_store=FILE")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA application_id={engine.APPLICATION_ID}")
    schema.apply(engine.wrap(connection))


def _project(database: Database) -> None:
    database.conn.execute("BEGIN")
    Projection(database, ChangeLog(database)).rebuild()
    SearchIndex(database).rebuild()
    database.conn.execute("COMMIT")


## What stands beside the log


def _keep_local(connection: engine.Connection, local: dict[str, list[Values]]) -> None:
    """Settings, what was being typed or waits for its predecessor, exports, and seals."""
    connection.execute("BEGIN")
    settings = (line for _, line in local["setting"] if has_shape(line, _SETTING))
    connection.executemany("INSERT OR IGNORE INTO setting VALUES (?, ?)", settings)
    exports = (line[1:] for _, line in local["exported"] if has_shape(line[1:], _EXPORTED))
    connection.executemany(
        "INSERT INTO exported (meeting_id, form, wall, change) VALUES (?, ?, ?, ?)", exports
    )
    # No machine knows it: the new archive goes on under sites of its own.
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('instance', ?)", [new_id()])
    for no, line in local["seal"]:
        _keep_seal(connection, no, line[-1])
    for _, line in local["draft"]:
        _keep_draft(connection, line)
    for table, width in (("waiting", 3), ("held", 2)):
        marks = ", ".join("?" * width)
        for _, line in local[table]:
            with suppress(ValueError, TypeError, KeyError):
                if from_document(json.loads(line[-1])).id == line[0]:
                    connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", line)
    connection.execute("COMMIT")


def _keep_seal(connection: engine.Connection, no: int | None, signature: object) -> None:
    found = connection.execute(
        "SELECT change.id, origin.id, origin.public_key FROM change JOIN site"
        " ON site.no = change.site JOIN site AS origin ON origin.no = ifnull(site.origin, site.no)"
        " WHERE change.no = ?",
        [no],
    ).fetchone()
    if found and isinstance(signature, bytes) and isinstance(found[2], bytes):
        change_id, site_id, key = found
        if is_genuine(Seal(key, signature), site_id, change_id):
            connection.execute("INSERT OR IGNORE INTO seal VALUES (?, ?)", [no, signature])


_DRAFT = 8  # columns


def _keep_draft(connection: engine.Connection, line: tuple[Any, ...]) -> None:
    if len(line) != _DRAFT or not isinstance(line[5], bytes):
        return
    window, table, row_id, column, text, parents, author, fields = line
    texts = (window, table, row_id, column, text, author, fields)
    if not all(isinstance(each, str) for each in texts) or table not in CODECS:
        return
    with suppress(ValueError):
        json.loads(fields)
        seen = [
            each
            for each in split(parents)
            if connection.execute("SELECT 1 FROM change WHERE id = ?", [each]).fetchone()
        ]
        connection.execute(
            "INSERT OR IGNORE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [window, table, row_id, column, text, b"".join(seen), author, fields],
        )


## The report

_LOST_NOTES = """
SELECT count(*) FROM caught_row LEFT JOIN note ON note.id = row_id
WHERE tbl = 'note' AND scope IS ? AND (note.id IS NULL OR (text = '' AND deleted = 0 AND EXISTS
    (SELECT 1 FROM caught_head WHERE caught_head.tbl = 'note'
     AND caught_head.row_id = caught_row.row_id AND col = 'text')))
"""


def _report(
    database: Database, known: Account, rows: RowSalvage, failures: tuple[int, int]
) -> RescueReport:
    ask = _asker(database.conn)
    scopes = {scope for scope in known.lost if scope != DIRECTORY}
    scopes |= {each for (each,) in database.conn.execute("SELECT id FROM meeting")}
    reports = [_scope_report(ask, each, known, rows) for each in sorted(scopes)]
    return RescueReport(
        scopes=(*reports, _scope_report(ask, DIRECTORY, known, rows)),
        changes=ask("SELECT count(*) FROM change WHERE kind IS NOT NULL"),
        is_accounted_for=known.is_closed,
        damaged=failures[0],
        lost_files=failures[1],
        stray_notes=ask(_LOST_NOTES, None),
    )


def _asker(connection: engine.Connection) -> Callable[..., Any]:
    def ask(statement: str, *values: object) -> Any:  # noqa: ANN401 - whatever was asked for
        found = connection.execute(statement, values).fetchone()
        return found[0] if found else None

    return ask


def _scope_report(
    ask: Callable[..., Any], scope: str, known: Account, rows: RowSalvage
) -> ScopeReport:
    notes = ask("SELECT count(*) FROM note WHERE meeting_id = ? AND deleted = 0", scope)
    saved = ask("SELECT count(*) FROM change WHERE scope = ?", scope)
    lost = known.lost.get(scope, 0)
    is_whole = scope in known.complete or (known.is_closed and scope not in known.lost)
    state = Rescued.LOST if lost and not saved else Rescued.PARTIAL
    return ScopeReport(
        scope=scope,
        title=ask("SELECT title FROM meeting WHERE id = ?", scope) or "",
        state=Rescued.WHOLE if is_whole else state,
        notes=notes,
        lost_notes=ask(_LOST_NOTES, scope),
        lost_changes=lost,
        rewritten=rows.rewritten[scope],
        unsure=rows.unsure[scope],
        doubtful=tuple(rows.doubtful.get(scope, ())),
    )


def _flush(path: Path) -> None:
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
