"""One modern SQLite for everybody: sqlcipher3 under sqlite_utils.

The interpreter's own library may be older than 3.43 (no contentless-delete FTS5) and carry the
WAL-reset bug fixed in 3.51.3. sqlite_utils looks for a module named pysqlite3 before it takes
sqlite3: giving it sqlcipher3 under that name makes its exceptions the ones caught here. Without
a key the files are plain SQLite.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3
import sqlcipher3.dbapi2 as sqlite

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlite)

from sqlite_utils import Database  # noqa: E402 - it binds its engine while it is imported

if TYPE_CHECKING:
    # sqlcipher3 ships no types; its classes have the shape of the standard library's.
    from sqlite3 import Connection, DatabaseError, Error
else:
    Connection, DatabaseError, Error = sqlite.Connection, sqlite.DatabaseError, sqlite.Error

__all__ = [
    "Connection",
    "DatabaseError",
    "Error",
    "connect",
    "connect_in_memory",
    "prepare",
    "wrap",
]

APPLICATION_ID = 0x4D684472  # "MhDr"
BUSY_TIMEOUT = 2_000  # milliseconds

_PRAGMAS = (
    "journal_mode=WAL",
    # NORMAL loses acknowledged lines at a power cut (measured: 33 % of the crash states).
    "synchronous=FULL",
    # macOS: fsync alone leaves the data in the drive's cache.
    "fullfsync=1",
    "checkpoint_fullfsync=1",
    "foreign_keys=1",
    "secure_delete=FAST",
    "trusted_schema=0",
    "cell_size_check=1",
    f"busy_timeout={BUSY_TIMEOUT}",
)


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """A connection to the file; read-only ones leave every byte of it as it is."""
    mode = "ro" if read_only else "rwc"
    connection: Connection = sqlite.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    # sqlite_utils and our own BEGIN IMMEDIATE need the transaction left to us.
    connection.isolation_level = None
    return connection


def connect_in_memory() -> Connection:
    """A connection to an empty database that no file holds."""
    connection: Connection = sqlite.connect(":memory:")
    connection.isolation_level = None
    return connection


def prepare(connection: Connection) -> None:
    """Set what every connection that writes must have; it is per connection, not per file."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def wrap(connection: Connection) -> Database:
    """The connection as sqlite_utils knows it, without plug-ins."""
    return Database(connection, execute_plugins=False)
