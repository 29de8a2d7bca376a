"""Minutes and lists of a meeting as files of the formats that people use beside Word."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from recorder.archive.telling import tells_damage
from recorder.errors import ArchiveInUseError, ArchiveUnwritableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from recorder.archive.archive import Drafts
    from recorder.archive.subjects import Meetings
    from recorder.domain.clock import Clock
    from recorder.domain.record import MeetingRecord
    from recorder.minutes import Edition, Minutes
    from recorder.storage.story import Stories
    from recorder.storage.writer import Writer


@tells_damage
class Exports:
    """One method for each format. Each first makes changes of what is being typed.

    They raise:
        NotFoundError: there is no such meeting.
        ExportError: the file cannot be written; what was there before is whole.
    """

    _writer: "Writer"
    _stories: "Stories"
    _clock: "Clock"
    drafts: "Drafts"
    meetings: "Meetings"

    # The writers are drawn in when the first document of their kind is asked for.

    def export_html(
        self, meeting_id: str, path: str | Path, edition: "Edition | None" = None
    ) -> Path:
        """Write the minutes as one HTML file that fetches nothing."""
        from recorder.minutes.html import write_html

        written = write_html(self._minutes(meeting_id, edition), Path(path))
        self._note_export(meeting_id, "html")
        return written

    def export_markdown(
        self, meeting_id: str, path: str | Path, edition: "Edition | None" = None
    ) -> Path:
        """Write the minutes as Markdown."""
        from recorder.minutes.markdown import write_markdown

        written = write_markdown(self._minutes(meeting_id, edition), Path(path))
        self._note_export(meeting_id, "md")
        return written

    def export_message(
        self,
        meeting_id: str,
        path: str | Path,
        edition: "Edition | None" = None,
        bold: str = "*",
    ) -> Path:
        """Write the minutes as a message for a chat, without the attendance sheet.

        Args:
            meeting_id: the meeting.
            path: the file of text.
            edition: how this copy is written.
            bold: what the application puts around bold words: "*" (WhatsApp), "**" (Telegram)
                or "".
        """
        from recorder.minutes import Edition
        from recorder.minutes.message import Bold, write_message

        edition = replace(edition or Edition(), has_annex=False)
        written = write_message(self._minutes(meeting_id, edition), Path(path), Bold(bold))
        self._note_export(meeting_id, "txt")
        return written

    def export_pdf(
        self,
        meeting_id: str,
        path: str | Path,
        edition: "Edition | None" = None,
        letterhead: str | Path | None = None,
    ) -> Path:
        """Write the minutes as PDF through LibreOffice; takes seconds.

        Raises:
            OfficeMissingError: LibreOffice is not on this machine.
            OfficeError: it failed or took too long; nothing was written.
            LetterheadError: the letterhead was refused; nothing was written.
        """
        written = self.plan_pdf(meeting_id, path, edition, letterhead)()
        self._note_export(meeting_id, "pdf")
        return written

    def plan_pdf(
        self,
        meeting_id: str,
        path: str | Path,
        edition: "Edition | None" = None,
        letterhead: str | Path | None = None,
    ) -> "Callable[[], Path]":
        """What writes the PDF in any thread while this one goes on; raises as `export_pdf`.

        The meeting is read now. The export counts once `note_export` was told of it.
        """
        from recorder.minutes.pdf import plan_pdf

        paper = None if letterhead is None else Path(letterhead)
        return plan_pdf(self._minutes(meeting_id, edition), Path(path), paper)

    def export_figures(self, path: str | Path, meeting_ids: "Iterable[str] | None" = None) -> Path:
        """Write many meetings in figures for whoever analyses them (JSON Lines); no names.

        Args:
            path: the file.
            meeting_ids: which meetings, None for all, the newest first.
        """
        from recorder.interchange.figures import write_figures

        self.drafts.commit_all()
        wanted = [each.id for each in self.meetings.summaries()]
        chosen = wanted if meeting_ids is None else list(meeting_ids)
        return write_figures(map(self.meetings.record, chosen), Path(path))

    def note_export(self, meeting_id: str, form: str) -> None:
        """Say that a planned export has come to its end: its story begins anew from here."""
        self._note_export(meeting_id, form)

    def export_workbook(
        self, meeting_id: str, path: str | Path, edition: "Edition | None" = None
    ) -> Path:
        """Write recommendations and attendance as a workbook (.xlsx), as they stand now."""
        from recorder.minutes import Edition
        from recorder.minutes.sheets import write_workbook

        written = write_workbook(self._record(meeting_id), edition or Edition(), Path(path))
        self._note_export(meeting_id, "xlsx")
        return written

    def export_calendar(
        self, meeting_id: str, path: str | Path, edition: "Edition | None" = None
    ) -> Path:
        """Write the due dates of open recommendations and the next meeting (.ics)."""
        from recorder.minutes import Edition
        from recorder.minutes.ics import write_calendar

        record, now = self._record(meeting_id), self._clock()
        written = write_calendar(record, edition or Edition(), Path(path), now)
        self._note_export(meeting_id, "ics")
        return written

    def _record(self, meeting_id: str) -> "MeetingRecord":
        self.drafts.commit_all()
        return self.meetings.record(meeting_id)

    def _minutes(self, meeting_id: str, edition: "Edition | None") -> "Minutes":
        from recorder.minutes import Edition, build_minutes

        return build_minutes(self._record(meeting_id), edition or Edition())

    def _note_export(self, meeting_id: str, form: str) -> None:
        # The document is out: that the archive's disk is full, or that a window has the archive
        # open and it was only read here, does not undo that.
        with suppress(ArchiveUnwritableError, ArchiveInUseError):
            self._stories.note_export(meeting_id, form)
