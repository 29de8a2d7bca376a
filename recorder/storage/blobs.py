"""The bytes of attached files: by their hash, once each, in chunks beside the log (FORMAT 14).

They are no changes: the log holds hash, size and name of a file, and a laptop may know those
before anybody brought it the bytes. Absent bytes are a state, not a fault.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from sqlite_utils import Database

from recorder.domain.columns import Subject
from recorder.errors import BlobDamagedError, BlobMissingError, FileTooLargeError
from recorder.storage import engine
from recorder.storage.codec import CODECS, encode_value
from recorder.storage.wall import is_private

CHUNK = 2**20
"""Bytes in one row. A file of any size passes through memory in pieces of this one."""

LARGEST_FILE = 100 * 2**20
"""Bytes; an hour's recording or a scanned report fits, a film of the meeting does not."""

_DEPTH = 8  # an attachment of a position on a recommendation is 2 deep; a circle ends here


class Readable(Protocol):
    """Where bytes come from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; b"" at the end."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file's bytes: `sha256` in lower-case hex, `size` in bytes."""

    sha256: str
    size: int


class Blobs:
    """Puts bytes in and gives them back whole; the caller of what writes owns the transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database.conn

    ## Writing

    def put(self, stream: Readable, *, largest: int = LARGEST_FILE) -> Blob:
        """Keep what the stream gives from here to its end; the same bytes are kept once.

        Nothing is shown to anybody before the transaction commits, and nothing is left when it
        does not.

        Raises:
            FileTooLargeError: the stream goes on after `largest` bytes; roll back.
        """
        self._db.execute("SAVEPOINT blob")
        number = self._db.execute("INSERT INTO blob (sha256, size) VALUES ('', 0)").lastrowid
        digest, size = sha256(), 0
        for n, chunk in enumerate(_chunks(stream)):
            size += len(chunk)
            if size > largest:
                raise FileTooLargeError(size=size, limit=largest)
            digest.update(chunk)
            self._db.execute("INSERT INTO blob_chunk VALUES (?, ?, ?)", [number, n, chunk])
        blob = Blob(digest.hexdigest(), size)
        if self.has(blob.sha256):
            self._db.execute("ROLLBACK TO blob")
        else:
            self._db.execute(
                "UPDATE blob SET sha256 = ?, size = ? WHERE no = ?", [blob.sha256, size, number]
            )
        self._db.execute("RELEASE blob")
        return blob

    def remove(self, hashes: Iterable[str]) -> None:
        """Let go of bytes; ask `unreferenced` first."""
        self._db.executemany("DELETE FROM blob WHERE sha256 = ?", [(each,) for each in hashes])

    ## Reading

    def has(self, digest: str) -> bool:
        """Whether the bytes are here."""
        return self._find(digest) is not None

    def read(self, digest: str) -> Iterator[bytes]:
        """The bytes in chunks, which are trustworthy once the last one was given.

        Raises:
            BlobMissingError: they are not here, or were let go of meanwhile.
            BlobDamagedError: what is here is not what was put in; the last chunk is held back.
        """
        found = self._find(digest)
        if found is None:
            raise BlobMissingError(sha256=digest)
        number, size = found
        checked, left, n = sha256(), size, 0
        held = b""
        # Chunk by chunk: an open cursor would stand in the way of a backup.
        while left > 0 and (chunk := self._chunk(number, n)):
            if held:
                yield held
            held, left, n = chunk, left - len(chunk), n + 1
            checked.update(chunk)
        if left != 0 or checked.hexdigest() != digest:
            raise BlobDamagedError(sha256=digest)
        if held:
            yield held

    def read_part(self, digest: str, first: int, count: int) -> bytes:
        """Some chunks of the bytes, b"" beyond their end; only the hash of all proves them."""
        found = self._find(digest)
        if found is None:
            raise BlobMissingError(sha256=digest)
        return b"".join(self._chunk(found[0], n) for n in range(first, first + count))

    def present(self, digests: Iterable[str]) -> list[Blob]:
        """Those of the hashes whose bytes are here, with their sizes."""
        found = ((digest, self._find(digest)) for digest in sorted(digests))
        return [Blob(digest, known[1]) for digest, known in found if known]

    def absent(self) -> list[Blob]:
        """What attachments in sight name and is not here, by its hash."""
        found = self._db.execute(
            "SELECT DISTINCT sha256, size FROM attachment WHERE deleted = 0"
            " AND length(sha256) = 64 AND size BETWEEN 0 AND ?"
            " AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = attachment.sha256)"
            " ORDER BY sha256",
            [LARGEST_FILE],
        )
        return [Blob(digest, size) for digest, size in found]

    def missing(self) -> list[str]:
        """The attachments in sight whose bytes are not here, by id."""
        found = self._db.execute(
            "SELECT id FROM attachment WHERE deleted = 0"
            " AND NOT EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = attachment.sha256) ORDER BY id"
        )
        return [row_id for (row_id,) in found]

    def unreferenced(self) -> list[str]:
        """The hashes that nothing names: no row, deleted ones too, nor anything of the past.

        All that was ever logged is looked through, whatever table it is of, also what waits and
        what is being typed: undo, a restore or a later release may bring it back.
        """
        found = self._db.execute(
            "SELECT sha256 FROM blob WHERE"
            " NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = blob.sha256)"
            " AND NOT EXISTS (SELECT 1 FROM log WHERE instr(value, blob.sha256))"
            " AND NOT EXISTS (SELECT 1 FROM waiting WHERE instr(document, blob.sha256))"
            " AND NOT EXISTS (SELECT 1 FROM draft WHERE instr(text || fields, blob.sha256))"
            " ORDER BY sha256"
        )
        return [digest for (digest,) in found]

    def may_travel(self) -> set[str]:
        """The hashes of bytes that may leave this laptop (FORMAT 12).

        Those that some attachment in sight names by a write of a site that travels, while what
        it is attached to is in sight and public, however far down. A hash of which that cannot
        be told (its row has not arrived, or is of a later release) stays here.
        """
        named = self._db.execute(
            "SELECT attachment.sha256, meeting_id, subject_table, subject_row_id, value"
            " FROM attachment JOIN head ON head.tbl = 'attachment' AND head.row_id = attachment.id"
            " AND head.col = 'sha256' JOIN change ON change.no = head.change"
            " JOIN site ON site.no = change.site WHERE deleted = 0 AND private = 0"
        ).fetchall()
        column = CODECS["attachment"].columns["sha256"]
        return {
            digest
            for digest, meeting_id, table, row_id, value in named
            if digest
            and value == encode_value(column, digest)
            and self._is_public(Subject("meeting", meeting_id))
            and (row_id is None or self._is_public(Subject(table, row_id)))
        }

    def damaged_blobs(self) -> Iterator[str]:
        """The hashes whose bytes are not what was put in; reads them all, one chunk at a time."""
        found = self._db.execute("SELECT sha256 FROM blob ORDER BY sha256").fetchall()
        for (digest,) in found:
            try:
                for _ in self.read(digest):
                    pass
            except BlobDamagedError:
                yield digest

    def _find(self, digest: str) -> tuple[int, int] | None:
        found: tuple[int, int] | None = self._db.execute(
            "SELECT no, size FROM blob WHERE sha256 = ?", [digest]
        ).fetchone()
        return found

    def _chunk(self, number: int, n: int) -> bytes:
        try:
            found = self._db.execute(
                "SELECT bytes FROM blob_chunk WHERE blob = ? AND n = ?", [number, n]
            ).fetchone()
        except engine.DatabaseError:
            return b""  # a page of it cannot be read: the hash will not fit
        return found[0] if found else b""

    def _is_public(self, subject: Subject, depth: int = _DEPTH) -> bool:
        """Whether a row is in sight and neither a private note nor about one."""
        codec = CODECS.get(subject.table)
        if codec is None or depth == 0:
            return False
        found = self._db.execute(
            f"SELECT {', '.join(codec.names)} FROM {codec.table} WHERE id = ? AND deleted = 0",
            [subject.row_id],
        ).fetchone()
        if found is None:
            return False
        row = codec.read(found)
        about = getattr(row, "subject", None)
        above = about is None or about.row_id is None or self._is_public(about, depth - 1)
        return not is_private(row) and above


def _chunks(stream: Readable) -> Iterator[bytes]:
    """The stream in chunks that are full but for the last, also where it gives a little at once."""
    chunk = bytearray()
    while piece := stream.read(CHUNK - len(chunk)):
        chunk += piece
        if len(chunk) == CHUNK:
            yield bytes(chunk)
            chunk.clear()
    if chunk:
        yield bytes(chunk)
