"""Photographs and files of meetings: put in, given back, and told when their bytes are absent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from recorder.archive.subjects import Subject
from recorder.archive.telling import tells_damage
from recorder.domain.changes import Changes
from recorder.domain.columns import Subject as About
from recorder.domain.discussion import Attachment
from recorder.domain.record import TABLES
from recorder.domain.summaries import BytesState
from recorder.errors import BlobDamagedError, BlobMissingError, NotFoundError
from recorder.replacing import replacing
from recorder.storage.blobs import Blobs, Readable
from recorder.storage.incoming_files import incoming

if TYPE_CHECKING:
    from recorder.archive.archive import Drafts
    from recorder.storage.reader import Reader
    from recorder.storage.writer import Writer

_WHOLE_MEETING = About()


@tells_damage
class Attachments(Subject[Attachment]):
    """The rows of attached files, and their bytes."""

    def __init__(self, reader: "Reader", writer: "Writer", blobs: Blobs, drafts: "Drafts") -> None:
        super().__init__(Attachment, reader, writer)
        self._blobs = blobs
        self._drafts = drafts

    def add(
        self, row: Attachment, source: str | Path | Readable, *, keep_original: bool = False
    ) -> Changes:
        """Attach a file, after those that are there.

        A picture is drawn anew: upright, in sRGB, within limits, and without what cameras write
        beside it; every other file is kept as it is. What hangs from a private note is private.

        Args:
            row: the meeting and the row that it is about, caption and credit; `name`, where the
                path does not tell it. What the file itself tells is filled in.
            source: a path, or a stream at its beginning; a file that is no picture passes
                through memory in pieces.
            keep_original: keep a picture byte for byte, with all that it tells.

        Raises:
            NotFoundError: there is no such meeting, or no such row in it.
            FileTooLargeError: it is larger than LARGEST_FILE, a picture than LARGEST_PHOTOGRAPH.
            PhotographError: it is a picture and cannot be drawn anew; data: reason.
            AttachmentError: it cannot be read.
        """
        # A private note that is being typed must be one before anything hangs from it.
        self._drafts.commit_all()
        self._require(row.meeting_id, row.subject)
        with (
            incoming(source, row.name, keep_original=keep_original) as file,
            self._writer.action("attachment.add") as action,
        ):
            blob = self._blobs.put(file.stream)
            kept = replace(row, name=file.name, mime=file.mime, sha256=blob.sha256, size=blob.size)
            action.write(self._placed(kept, None, (self._reader.last_key(row, None), None)))
        return action.changes()

    def open(self, attachment_id: str) -> Iterator[bytes]:
        """The file's bytes in chunks; they are trustworthy once the last one was given.

        Raises:
            NotFoundError: there is no such attachment.
            BlobMissingError: its bytes are not here.
            BlobDamagedError: its bytes are not those that were attached; the last chunk is not
                given.
        """
        row = self.get(attachment_id)
        try:
            yield from self._blobs.read(row.sha256)
        except (BlobMissingError, BlobDamagedError) as error:
            raise type(error)(name=row.name, sha256=row.sha256) from error

    def export_to(self, attachment_id: str, path: str | Path) -> Path:
        """Write the file's bytes to a file, whole or not at all; raises as `open` does.

        Raises:
            ExportError: the file cannot be written; what was there before is whole.
        """
        target = Path(path)
        chunks = self.open(attachment_id)
        first = next(chunks, b"")  # what is not here is told before a file is begun
        with replacing(target) as stream:
            stream.write(first)
            stream.writelines(chunks)
        return target

    def state(self, attachment_id: str) -> BytesState:
        """Whether the bytes of an attachment are here; NotFoundError."""
        is_here = self._blobs.has(self.get(attachment_id).sha256)
        return BytesState.PRESENT if is_here else BytesState.MISSING

    def missing(self, meeting_id: str | None = None) -> list[Attachment]:
        """The attachments whose bytes nobody brought yet, of one meeting or of all."""
        absent = set(self._blobs.missing())
        return [each for each in self.all(meeting_id) if each.id in absent]

    def remove_unreferenced(self) -> int:
        """Let go of bytes that nothing names, not even the past; returns how many files went."""
        with self._writer.transaction():
            hashes = self._blobs.unreferenced()
            self._blobs.remove(hashes)
        return len(hashes)

    def _require(self, meeting_id: str, subject: About) -> None:
        if self._reader.find("meeting", meeting_id) is None:
            raise NotFoundError(table="meeting", id=meeting_id)
        if subject == _WHOLE_MEETING:
            return
        row_id = subject.row_id or ""
        row = self._reader.find(subject.table, row_id) if subject.table in TABLES else None
        if row is None or row.scope != meeting_id:
            raise NotFoundError(table=subject.table, id=row_id)
