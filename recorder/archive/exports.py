"""Minutes and lists of a meeting as files of the formats that people use beside Word."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from recorder.archive.telling import tells_damage
from recorder.domain.meeting import Host
from recorder.errors import (
    ArchiveInUseError,
    ArchiveUnwritableError,
    BlobDamagedError,
    BlobMissingError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from recorder.archive.archive import Drafts
    from recorder.archive.attachments import Attachments
    from recorder.archive.subjects import Meetings
    from recorder.domain.checklist import Finding
    from recorder.domain.clock import Clock
    from recorder.domain.record import MeetingRecord
    from recorder.minutes import Edition, Minutes
    from recorder.minutes.leaks import Leak
    from recorder.minutes.pdf import LaidOut, Pages
    from recorder.storage.story import Stories
    from recorder.storage.writer import Writer


_PICTURES = frozenset({"image/jpeg", "image/png"})
_LOOKED_AT = 480
"""Pixels of a picture's longer side where a document is only looked at."""


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
    attachments: "Attachments"

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

    def plan_pdf(  # noqa: PLR0913 - what is written, where, and how long one waits for it
        self,
        meeting_id: str,
        path: str | Path,
        edition: "Edition | None" = None,
        letterhead: str | Path | None = None,
        goes_on: "Callable[[], bool]" = lambda: True,
        *,
        ready: "LaidOut | None" = None,
    ) -> "Callable[[], Path]":
        """What writes the PDF in any thread while this one goes on; raises as `export_pdf`.

        The meeting is read now. The export counts once `note_export` was told of it. `goes_on` is
        asked again and again: once it says no, OfficeStoppedError is raised and nothing written.
        `ready` is a layout that was looked at: it is written where it is of just this document.
        """
        from recorder.minutes.pdf import Patience, plan_pdf

        paper = None if letterhead is None else Path(letterhead)
        minutes = self._minutes(meeting_id, edition)
        return plan_pdf(minutes, Path(path), paper, Patience(goes_on=goes_on), ready)

    def plan_pages(
        self,
        meeting_id: str,
        edition: "Edition | None" = None,
        letterhead: str | Path | None = None,
        goes_on: "Callable[[], bool]" = lambda: True,
        *,
        ready: "LaidOut | None" = None,
    ) -> "Callable[[], Pages]":
        """What lays a document out to be looked at, in any thread; its export does not count.

        As `plan_pdf`, but nothing is left on the disk, and other programs go first. Raises as
        `export_pdf`, and OfficeStoppedError once `goes_on` says no.
        """
        from recorder.minutes.pdf import Patience, plan_layout, read_pages

        paper = None if letterhead is None else Path(letterhead)
        minutes = self._minutes(meeting_id, edition)
        lay_out = plan_layout(minutes, paper, Patience(goes_on=goes_on, gives_way=True), ready)
        return lambda: read_pages(lay_out())

    def can_write_pdf(self) -> bool:
        """Whether there is an office program on this machine that makes a PDF."""
        from recorder.minutes.pdf import find_office

        return find_office() is not None

    def preview(self, meeting_id: str, edition: "Edition | None" = None) -> tuple[str, bool]:
        """About what a document will look like, in simple HTML, and whether all of it is there.

        It leads nowhere and fetches nothing; a long document is cut.
        """
        from recorder.minutes.html.simple import simple_html

        return simple_html(self._minutes(meeting_id, edition, longest=_LOOKED_AT))

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

    def export(self, meeting_id: str, path: str | Path, edition: "Edition | None" = None) -> Path:
        """Write the document that an edition names, in the form of the file's ending.

        The endings: .docx, .pdf, .html, .md and .txt; any other gives Word. Raises as the method
        of that form does.
        """
        forms = {
            ".pdf": self.export_pdf,
            ".html": self.export_html,
            ".md": self.export_markdown,
            ".txt": self.export_message,
        }
        write = forms.get(Path(path).suffix.lower())
        if write is None:
            return self.export_docx(meeting_id, path, edition)
        return write(meeting_id, path, edition)

    def export_docx(
        self,
        meeting_id: str,
        path: str | Path,
        edition: "Edition | None" = None,
        letterhead: str | Path | None = None,
    ) -> Path:
        """Write the minutes as a Word document, on an organisation's letterhead if one is given.

        Raises:
            LetterheadError: the letterhead was refused; nothing was written.
        """
        from recorder.minutes import write_docx
        from recorder.minutes.docx.letterhead import write_on_letterhead

        minutes, target = self._minutes(meeting_id, edition), Path(path)
        if letterhead is None:
            written = write_docx(minutes, target)
        else:
            written = write_on_letterhead(minutes, Path(letterhead), target)
        self._note_export(meeting_id, "docx")
        return written

    def find_leaks(self, meeting_id: str, edition: "Edition | None" = None) -> "list[Leak]":
        """The names that still stand in a document against the rules, each with its place."""
        from recorder.minutes import Edition
        from recorder.minutes.leaks import find_leaks

        chosen = edition or Edition()
        document = self._minutes(meeting_id, chosen)
        return find_leaks(self._record(meeting_id), chosen, document)

    def checklist(self, meeting_id: str) -> "list[Finding]":
        """What is missing before the minutes are closed, each with its place."""
        from recorder.minutes.checklist import closing_checklist

        return closing_checklist(self._record(meeting_id))

    def _record(self, meeting_id: str) -> "MeetingRecord":
        self.drafts.commit_all()
        return self.meetings.record(meeting_id)

    def _minutes(
        self, meeting_id: str, edition: "Edition | None", longest: int | None = None
    ) -> "Minutes":
        from recorder.minutes import Edition, build_minutes

        record, chosen = self._record(meeting_id), edition or Edition()
        media = self._media(record, is_whole=chosen.has_photographs, longest=longest)
        return build_minutes(record, chosen, media)

    def _media(
        self, record: "MeetingRecord", *, is_whole: bool, longest: int | None = None
    ) -> dict[str, bytes]:
        """The pictures of a meeting as a page prints them: read now, for whatever thread writes.

        Without the photographs, the logos of the hosts alone.
        """
        from recorder.storage.thumbnails import LONGEST_SIDE, reduced

        found: dict[str, bytes] = {}
        for each in record.without_private_notes().attachments:
            is_wanted = each.mime in _PICTURES and (is_whole or each.subject.table == Host.TABLE)
            if is_wanted and each.sha256 not in found:
                with suppress(BlobMissingError, BlobDamagedError):
                    whole = b"".join(self.attachments.open(each.id))
                    if content := reduced(whole, longest or LONGEST_SIDE):
                        found[each.sha256] = content
        return found

    def _note_export(self, meeting_id: str, form: str) -> None:
        # The document is out: that the archive's disk is full, or that a window has the archive
        # open and it was only read here, does not undo that.
        with suppress(ArchiveUnwritableError, ArchiveInUseError):
            self._stories.note_export(meeting_id, form)
