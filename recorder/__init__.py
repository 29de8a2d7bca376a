"""The recorder: meetings in an archive, minutes out of it. No Qt anywhere below.

The names below are loaded when they are first asked for: a window may not wait at its start for
SQL libraries, nor for twenty kinds of row that it does not show yet.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recorder.archive import Archive
    from recorder.archive.editions import edition_of, parts_of
    from recorder.archive.letterheads import check_letterhead, copy_starters
    from recorder.archive.safety import (
        Rescue,
        backups_of,
        begin,
        check,
        distrust,
        is_gone,
        rescue,
        restore,
        salvage,
    )
    from recorder.archive.syncing import Question, Step
    from recorder.archive.teaming import was_shared
    from recorder.domain.balance import (
        Balance,
        Heard,
        Room,
        Share,
        apart_from_floor,
        suggested_speakers,
        weigh,
    )
    from recorder.domain.changes import Changes
    from recorder.domain.checklist import Finding, Gap
    from recorder.domain.columns import Place, Speaker, Subject
    from recorder.domain.directory import Organisation, Person, Series, Theme
    from recorder.domain.discussion import Attachment, Decision, Issue, Note, Position
    from recorder.domain.documents import Detail, DocumentKind, Section
    from recorder.domain.file_names import clean_file_name
    from recorder.domain.floor import (
        Floor,
        Measured,
        read_floor,
        seconds_left,
        seconds_of,
        seconds_spoken,
    )
    from recorder.domain.history import Undone, Version
    from recorder.domain.identity import DIRECTORY, new_id
    from recorder.domain.likeness import Candidate, Kind, Likeness, Merged
    from recorder.domain.meeting import AgendaItem, Attendance, Host, Meeting, Turn
    from recorder.domain.past import Exported, Fate, FieldStory, Story, StoryLine, Trashed
    from recorder.domain.recommendation import Carried, FollowUp, Recommendation, Source, Support
    from recorder.domain.record import MeetingRecord
    from recorder.domain.rescue import Rescued, RescueReport, ScopeReport
    from recorder.domain.returned import ReturnedDocument, Rewording
    from recorder.domain.row import Row
    from recorder.domain.running import RunningAgenda, is_parked, is_running, minutes_spent
    from recorder.domain.safety import Backup, BackupReason
    from recorder.domain.searching import Hit, SearchFilter
    from recorder.domain.sharing import BundleFacts, Delivery, HeldBack, Refused, SyncReport
    from recorder.domain.sheet import NoteAuthors, NoteSheet
    from recorder.domain.summaries import (
        BytesState,
        CheckReport,
        Conflict,
        Draft,
        MeetingSummary,
        Side,
    )
    from recorder.domain.tokens import (
        Agreement,
        Attribution,
        Capacity,
        Consent,
        HostRole,
        ItemKind,
        MeetingKind,
        MeetingState,
        NoteKind,
        Postponed,
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
        ArchiveMissingError,
        ArchiveTooNewError,
        ArchiveUnwritableError,
        AttachmentError,
        BlobDamagedError,
        BlobMissingError,
        BundleError,
        ChangeRefusedError,
        CheckStoppedError,
        CodeMistypedError,
        DiskLowError,
        ExportError,
        FileTooLargeError,
        MeetingExistsError,
        MeetingFileError,
        NoTeamError,
        NotFoundError,
        PhotographError,
        RecorderError,
        SameEntryError,
        StickError,
        SyncError,
        SyncStoppedError,
        WrongCodeError,
    )
    from recorder.location import data_folder, default_archive_path
    from recorder.merge.differences import Mark, Span, differences
    from recorder.minutes.edition import Edition
    from recorder.minutes.leaks import Leak
    from recorder.minutes.pdf.conversion import LaidOut
    from recorder.minutes.pdf.pages import Drawn, Pages
    from recorder.sync.code import in_groups, read_code

__version__ = "0.1.0"

_HOMES = {
    "archive": ("Archive"),
    "archive.editions": ("edition_of parts_of"),
    "archive.letterheads": ("check_letterhead copy_starters"),
    "archive.safety": ("Rescue backups_of begin check distrust is_gone rescue restore salvage"),
    "domain.balance": ("Balance Heard Room Share apart_from_floor suggested_speakers weigh"),
    "archive.syncing": ("Question Step"),
    "archive.teaming": ("was_shared"),
    "domain.changes": ("Changes"),
    "domain.checklist": ("Finding Gap"),
    "domain.documents": ("Detail DocumentKind Section"),
    "domain.columns": ("Place Speaker Subject"),
    "domain.directory": ("Organisation Person Series Theme"),
    "domain.discussion": ("Attachment Decision Issue Note Position"),
    "domain.floor": ("Floor Measured read_floor seconds_left seconds_of seconds_spoken"),
    "domain.history": ("Undone Version"),
    "domain.file_names": ("clean_file_name"),
    "domain.identity": ("DIRECTORY new_id"),
    "domain.likeness": ("Candidate Kind Likeness Merged"),
    "domain.meeting": ("AgendaItem Attendance Host Meeting Turn"),
    "domain.past": ("Exported Fate FieldStory Story StoryLine Trashed"),
    "domain.recommendation": ("Carried FollowUp Recommendation Source Support"),
    "domain.record": ("MeetingRecord"),
    "domain.rescue": ("Rescued RescueReport ScopeReport"),
    "domain.returned": ("ReturnedDocument Rewording"),
    "domain.row": ("Row"),
    "domain.running": ("RunningAgenda is_parked is_running minutes_spent"),
    "domain.safety": ("Backup BackupReason"),
    "domain.searching": ("Hit SearchFilter"),
    "domain.sharing": ("BundleFacts Delivery HeldBack Refused SyncReport"),
    "domain.sheet": ("NoteAuthors NoteSheet"),
    "domain.summaries": ("BytesState CheckReport Conflict Draft MeetingSummary Side"),
    "domain.tokens": (
        "Agreement Attribution Capacity Consent HostRole ItemKind MeetingKind MeetingState "
        "NoteKind Postponed Presence Priority ReportingVerb Sector Sex Stage Stance Status"
    ),
    "domain.values": ("InvalidValueError"),
    "errors": (
        "ArchiveDamagedError ArchiveError ArchiveInUseError ArchiveMissingError "
        "ArchiveTooNewError "
        "ArchiveUnwritableError AttachmentError BlobDamagedError BlobMissingError BundleError "
        "ChangeRefusedError CheckStoppedError CodeMistypedError DiskLowError ExportError "
        "FileTooLargeError "
        "MeetingExistsError MeetingFileError NoTeamError NotFoundError PhotographError "
        "RecorderError SameEntryError StickError SyncError SyncStoppedError WrongCodeError"
    ),
    "location": ("data_folder default_archive_path"),
    "minutes.edition": ("Edition"),
    "merge.differences": ("Mark Span differences"),
    "minutes.leaks": ("Leak"),
    "minutes.pdf.conversion": ("LaidOut"),
    "minutes.pdf.pages": ("Drawn Pages"),
    "sync.code": ("in_groups read_code"),
}
_HOME = {name: f"recorder.{home}" for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "DIRECTORY",
    "AgendaItem",
    "Agreement",
    "Archive",
    "ArchiveDamagedError",
    "ArchiveError",
    "ArchiveInUseError",
    "ArchiveMissingError",
    "ArchiveTooNewError",
    "ArchiveUnwritableError",
    "Attachment",
    "AttachmentError",
    "Attendance",
    "Attribution",
    "Backup",
    "BackupReason",
    "Balance",
    "BlobDamagedError",
    "BlobMissingError",
    "BundleError",
    "BundleFacts",
    "BytesState",
    "Candidate",
    "Capacity",
    "Carried",
    "ChangeRefusedError",
    "Changes",
    "CheckReport",
    "CheckStoppedError",
    "CodeMistypedError",
    "Conflict",
    "Consent",
    "Decision",
    "Delivery",
    "Detail",
    "DiskLowError",
    "DocumentKind",
    "Draft",
    "Drawn",
    "Edition",
    "ExportError",
    "Exported",
    "Fate",
    "FieldStory",
    "FileTooLargeError",
    "Finding",
    "Floor",
    "FollowUp",
    "Gap",
    "Heard",
    "HeldBack",
    "Hit",
    "Host",
    "HostRole",
    "InvalidValueError",
    "Issue",
    "ItemKind",
    "Kind",
    "LaidOut",
    "Leak",
    "Likeness",
    "Mark",
    "Measured",
    "Meeting",
    "MeetingExistsError",
    "MeetingFileError",
    "MeetingKind",
    "MeetingRecord",
    "MeetingState",
    "MeetingSummary",
    "Merged",
    "NoTeamError",
    "NotFoundError",
    "Note",
    "NoteAuthors",
    "NoteKind",
    "NoteSheet",
    "Organisation",
    "Pages",
    "Person",
    "PhotographError",
    "Place",
    "Position",
    "Postponed",
    "Presence",
    "Priority",
    "Question",
    "Recommendation",
    "RecorderError",
    "Refused",
    "ReportingVerb",
    "Rescue",
    "RescueReport",
    "Rescued",
    "ReturnedDocument",
    "Rewording",
    "Room",
    "Row",
    "RunningAgenda",
    "SameEntryError",
    "ScopeReport",
    "SearchFilter",
    "Section",
    "Sector",
    "Series",
    "Sex",
    "Share",
    "Side",
    "Source",
    "Span",
    "Speaker",
    "Stage",
    "Stance",
    "Status",
    "Step",
    "StickError",
    "Story",
    "StoryLine",
    "Subject",
    "Support",
    "SyncError",
    "SyncReport",
    "SyncStoppedError",
    "Theme",
    "Trashed",
    "Turn",
    "Undone",
    "Version",
    "WrongCodeError",
    "apart_from_floor",
    "backups_of",
    "begin",
    "check",
    "check_letterhead",
    "clean_file_name",
    "copy_starters",
    "data_folder",
    "default_archive_path",
    "differences",
    "distrust",
    "edition_of",
    "in_groups",
    "is_gone",
    "is_parked",
    "is_running",
    "minutes_spent",
    "new_id",
    "parts_of",
    "read_code",
    "read_floor",
    "rescue",
    "restore",
    "salvage",
    "seconds_left",
    "seconds_of",
    "seconds_spoken",
    "suggested_speakers",
    "was_shared",
    "weigh",
]


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(name)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value
