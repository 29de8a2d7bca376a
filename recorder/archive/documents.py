"""Where the archive meets files that people hand around: meeting JSON, minutes, samples."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from recorder.archive.exports import Exports
from recorder.archive.telling import tells_damage
from recorder.domain.changes import Changes
from recorder.domain.identity import DIRECTORY
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.errors import MeetingExistsError, MeetingFileError
from recorder.interchange import Loaded, as_copy, load_record, read_record, write_record

if TYPE_CHECKING:
    from recorder.storage.reader import Reader

SAMPLES = ("aleppo.json", "followup.json")
"""The meetings that ship with the program: a reported one, and an invented one after it."""


@dataclass(frozen=True)
class ImportReport:
    """What an import did; `unknown` are the fields of the file that this release ignored."""

    meeting_id: str
    changes: Changes
    unknown: list[str]


@tells_damage
class Documents(Exports):
    """Files in and out of an archive."""

    _reader: "Reader"

    def export_json(self, meeting_id: str, path: str | Path) -> Path:
        """Write the whole meeting as JSON, private notes left out.

        Raises:
            NotFoundError: there is no such meeting.
            ExportError: the file cannot be written; what was there before is whole.
        """
        self.drafts.commit_all()
        record = self.meetings.record(meeting_id).without_private_notes()
        written = write_record(record, Path(path))
        self._note_export(meeting_id, "json")
        return written

    def import_json(self, path: str | Path, *, as_copy: bool = False) -> ImportReport:
        """Take in a meeting from a file.

        Args:
            path: a file that `export_json` wrote.
            as_copy: give the meeting and all its rows new ids.

        Raises:
            MeetingFileError: the file is not one, and says where (data: path, expected).
            MeetingExistsError: the meeting is here already; nothing was changed (FORMAT 20).
        """
        return self._take_in(read_record(Path(path)), with_new_ids=as_copy)

    def load_sample(self) -> Changes:
        """Take in the sample meetings that are not here yet, in one action."""
        rows: list[Row] = []
        for name in SAMPLES:
            text = (files("resources") / "samples" / name).read_text(encoding="utf-8")
            record = load_record(json.loads(text), name).record
            if self.meetings.find(record.meeting.id) is None:
                rows += self._new_rows(record)
        return self._write(rows, "sample.load")

    def _take_in(self, loaded: Loaded, *, with_new_ids: bool) -> ImportReport:
        record = as_copy(loaded.record) if with_new_ids else loaded.record
        meeting_id = record.meeting.id
        if meeting_id == DIRECTORY:
            raise MeetingFileError(path="meeting.id", expected="identity")
        if self._writer.is_known(record.meeting):
            raise MeetingExistsError(id=meeting_id)
        changes = self._write(self._new_rows(record), "meeting.import")
        return ImportReport(meeting_id, changes, loaded.unknown)

    def _new_rows(self, record: MeetingRecord) -> list[Row]:
        """The rows that a file may bring: nothing that is here is changed by it (FORMAT 20).

        What belongs to another meeting comes in only while that meeting is not here itself.

        Raises:
            MeetingExistsError: a row of the file is here as a row of another meeting.
        """
        own = record.meeting.id
        rows: list[Row] = []
        for row in record.rows():
            scope = self._writer.scope_of(row)
            if row.scope == own and scope not in (None, own):
                raise MeetingExistsError(id=row.id)
            is_elsewhere = row.scope not in (own, DIRECTORY) and self.meetings.is_known(row.scope)
            if scope is None and not is_elsewhere:
                rows.append(row)
        return rows

    def _write(self, rows: list[Row], action: str) -> Changes:
        with self._writer.action(action) as pending:
            for row in rows:
                pending.write(row)
        return pending.changes()
