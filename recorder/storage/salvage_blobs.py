"""The bytes of attached files out of a damaged archive: those that fit their hash alone."""

from recorder.storage import engine
from recorder.storage.blobs import Blobs
from recorder.storage.salvage_lines import Shape, has_shape
from recorder.storage.wreck import Wreck

_BLOB: Shape = ((int,), (str,), (int,))
_CHUNK: Shape = ((int,), (int,), (bytes,))


def keep_blobs(connection: engine.Connection, wreck: Wreck) -> int:
    """Put what can be read into the new archive; answers how many files are not whole.

    Their attachments stay: bytes that are absent are a state that is shown, and another laptop
    may bring them.
    """
    connection.execute("BEGIN")
    for no, line in wreck.rows("blob"):
        blob = (no, *line[1:])
        if has_shape(blob, _BLOB):
            connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?, ?)", blob)
    for _, chunk in wreck.rows("blob_chunk"):
        if has_shape(chunk, _CHUNK):
            connection.execute("INSERT OR IGNORE INTO blob_chunk VALUES (?, ?, ?)", chunk)
    blobs = Blobs(engine.wrap(connection))
    damaged = list(blobs.damaged_blobs())
    blobs.remove(damaged)
    connection.execute("DELETE FROM blob_chunk WHERE blob NOT IN (SELECT no FROM blob)")
    connection.execute("COMMIT")
    return len(damaged)
