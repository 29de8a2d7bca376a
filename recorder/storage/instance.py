"""Noticing that an archive was copied, restored or moved to another machine (FORMAT 3).

Two copies that went on writing under one site id would give different changes the same place in
one chain, and one of them would be lost. So each start leaves a fresh token in the archive and
in the user's folder on this machine; where they do not agree the file is a copy, and goes on
under a site of its own. Nothing is lost by being too careful: a site more is a key more.
"""

import os
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from recorder.domain.identity import new_id
from recorder.storage.settings import setting, write_setting

_SETTING = "instance"


def is_a_copy(database: Database, machine: Path) -> bool:
    """Whether the file's token is not the one that this machine remembers for it."""
    token = setting(database, _SETTING)
    return token is not None and token not in _remembered(_memory(database, machine))


def renew_instance(database: Database, machine: Path) -> None:
    """Leave a fresh token in both places; call it outside any transaction.

    The machine's is written first and keeps the former one until the archive has the fresh one:
    cut off between the two, either fits.
    """
    fresh, former = new_id(), setting(database, _SETTING)
    memory = _memory(database, machine)
    # A folder that cannot be written makes every start look like a copy: safe, and rare.
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        _write(memory, "\n".join(filter(None, (fresh, former))))
    write_setting(database, _SETTING, fresh)
    with suppress(OSError):
        _write(memory, fresh)


def _memory(database: Database, machine: Path) -> Path:
    """The machine's file for this archive, by the site in whose name it writes."""
    own = database.conn.execute(
        "SELECT id FROM site WHERE secret_key IS NOT NULL ORDER BY no LIMIT 1"
    ).fetchone()
    return machine / "instances" / (own[0] if own else "-")


def _remembered(memory: Path) -> list[str]:
    try:
        return memory.read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return []


def _write(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="ascii") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)
