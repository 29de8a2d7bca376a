"""The recorder: meetings in an archive, minutes out of it. No Qt anywhere below."""

from typing import TYPE_CHECKING

from recorder.domain.changes import Changes
from recorder.domain.columns import Place, Speaker, Subject
from recorder.domain.directory import Organisation, Person, Series, Theme
from recorder.domain.discussion import Attachment, Decision, Issue, Note, Position
from recorder.domain.identity import DIRECTORY, new_id
from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting, Turn
from recorder.domain.recommendation import Carried, FollowUp, Recommendation, Source, Support
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.domain.summaries import CheckReport, Conflict, Draft, Hit, MeetingSummary, Side
from recorder.domain.tokens import (
    Agreement,
    Attribution,
    Capacity,
    HostRole,
    ItemKind,
    MeetingKind,
    MeetingState,
    NoteKind,
    Presence,
    Priority,
    ReportingVerb,
    Sector,
    Sex,
    Stage,
    Stance,
    Status,
)
from recorder.domain.values import InvalidValueError
from recorder.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveInUseError,
    ArchiveTooNewError,
    ArchiveUnwritableError,
    ChangeRefusedError,
    ExportError,
    MeetingExistsError,
    MeetingFileError,
    NotFoundError,
    RecorderError,
)
from recorder.location import data_folder, default_archive_path

if TYPE_CHECKING:
    from recorder.archive import Archive
    from recorder.archive.editions import edition_of

__version__ = "0.1.0"

__all__ = [
    "DIRECTORY",
    "AgendaItem",
    "Agreement",
    "Archive",
    "ArchiveDamagedError",
    "ArchiveError",
    "ArchiveInUseError",
    "ArchiveTooNewError",
    "ArchiveUnwritableError",
    "Attachment",
    "Attendance",
    "Attribution",
    "Capacity",
    "Carried",
    "ChangeRefusedError",
    "Changes",
    "CheckReport",
    "Conflict",
    "Decision",
    "Draft",
    "ExportError",
    "FollowUp",
    "Hit",
    "Host",
    "HostRole",
    "InvalidValueError",
    "Issue",
    "ItemKind",
    "Meeting",
    "MeetingExistsError",
    "MeetingFileError",
    "MeetingKind",
    "MeetingRecord",
    "MeetingState",
    "MeetingSummary",
    "NotFoundError",
    "Note",
    "NoteKind",
    "Organisation",
    "Person",
    "Place",
    "Position",
    "Presence",
    "Priority",
    "Recommendation",
    "RecorderError",
    "ReportingVerb",
    "Row",
    "Sector",
    "Series",
    "Sex",
    "Side",
    "Source",
    "Speaker",
    "Stage",
    "Stance",
    "Status",
    "Subject",
    "Support",
    "Theme",
    "Turn",
    "data_folder",
    "default_archive_path",
    "edition_of",
    "new_id",
]


def __getattr__(name: str) -> object:
    # The archive draws in SQL libraries that a window must not wait for at its start.
    if name == "Archive":
        from recorder.archive import Archive

        return Archive
    if name == "edition_of":
        from recorder.archive.editions import edition_of

        return edition_of
    raise AttributeError(name)
