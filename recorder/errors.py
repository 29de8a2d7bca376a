"""What can go wrong, as codes and data; the fronts make the sentences."""

from typing import ClassVar


class RecorderError(Exception):
    """The base of all errors that a user can meet.

    Attributes:
        code: a stable token by which a front finds its sentence.
        data: the names and numbers that the sentence needs; never the content of a note.
    """

    code: ClassVar[str] = "recorder"

    def __init__(self, **data: object) -> None:
        super().__init__(self.code)
        self.data = data

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.data.items())])


class ArchiveError(RecorderError):
    """The archive could not be opened or used."""

    code = "archive"


class ArchiveInUseError(ArchiveError):
    """Another process has the archive open (data: path)."""

    code = "archive_in_use"


class ArchiveTooNewError(ArchiveError):
    """A later release wrote the archive; it was not touched (data: path, steps)."""

    code = "archive_too_new"


class ArchiveDamagedError(ArchiveError):
    """The file is no archive, or its pages cannot be read; it was not touched (data: path)."""

    code = "archive_damaged"


class ArchiveUnwritableError(ArchiveError):
    """The disk refused: full, read-only or failing (data: path, reason)."""

    code = "archive_unwritable"


class DiskLowError(ArchiveUnwritableError):
    """There is no room for a copy; the archive itself still takes what is typed (data: path)."""

    code = "disk_low"


class ArchiveMissingError(ArchiveError):
    """There is no archive to read at this place (data: path)."""

    code = "archive_missing"


class NotFoundError(RecorderError):
    """What was asked for is not in the archive (data: table, id, reason: name)."""

    code = "not_found"


class BackupMissingError(RecorderError):
    """There is no backup of that number (data: id)."""

    code = "backup_missing"


class CheckStoppedError(RecorderError):
    """A check was stopped by who asked for it, before it had seen everything."""

    code = "check_stopped"


class AmbiguousError(RecorderError):
    """What was asked for by a beginning or a name fits several (data: id, reason: name)."""

    code = "ambiguous"


class SameEntryError(RecorderError):
    """A person or an organisation was to be merged with itself, or told from itself (data: id)."""

    code = "same_entry"


class ChangeRefusedError(RecorderError):
    """A received change is forged or malformed (data: reason, site, seq)."""

    code = "change_refused"


class MeetingFileError(RecorderError):
    """A meeting's JSON file cannot be read (data: path of the fault, expected, file)."""

    code = "meeting_file"


class MeetingExistsError(RecorderError):
    """A meeting with these ids is in the archive already (data: id)."""

    code = "meeting_exists"


class NotesApartError(RecorderError):
    """Two notes are not joined (data: id, reason: first, speaker, attribution, private)."""

    code = "notes_apart"


class AttachmentError(RecorderError):
    """A file was not attached (data: path, reason: unreadable)."""

    code = "attachment"


class FileTooLargeError(AttachmentError):
    """A file is larger than an archive takes (data: path, size and limit in bytes)."""

    code = "file_too_large"


class PhotographError(AttachmentError):
    """A picture could not be freed of what it tells besides itself (data: path, reason).

    The reason: unreadable (damaged, cut off or no picture), pixels (too many to decode; data
    pixels, most), kind (one that we cannot write anew, as HEIC and camera raw files are).
    """

    code = "photograph"


class BlobMissingError(RecorderError):
    """The bytes of an attached file are not in this archive (data: name, sha256)."""

    code = "blob_missing"


class BlobDamagedError(RecorderError):
    """The bytes of an attached file are not those of its hash (data: name, sha256)."""

    code = "blob_damaged"


class SyncError(RecorderError):
    """Sharing by a folder or a stick went wrong; what is in the archive is whole."""

    code = "sync"


class StickError(SyncError):
    """The folder on the stick refused (data: path, reason).

    The reason: missing, readonly, full, gone (pulled, or failing), unreliable (what was read back
    was not what was written).
    """

    code = "stick"


class BundleError(SyncError):
    """A file of the stick was refused, and nothing of it was taken (data: file, reason).

    The reason: foreign (no bundle), newer (of a later release), large, damaged, forged (it says
    of itself what is not so).
    """

    code = "bundle"


class NoTeamError(SyncError):
    """This archive is of no team yet, or the stick has none (data: reason: archive or stick)."""

    code = "no_team"


class CodeMistypedError(SyncError):
    """What was typed is no code (data: reason: letters, length or check; count, whole)."""

    code = "code_mistyped"


class WrongCodeError(SyncError):
    """A code that is well formed, but not that of a team on the stick."""

    code = "wrong_code"


class SyncStoppedError(SyncError):
    """A sync was stopped by who asked for it, before anything was taken in."""

    code = "sync_stopped"


class LetterheadError(RecorderError):
    """A letterhead was refused (data: path, reason).

    The reason: unreadable, large, macro, embedded, external, outside, dtd or reviewed.
    """

    code = "letterhead"


class ReturnedError(RecorderError):
    """A document that came back from Word was not read (data: path, reason).

    The reason: those of LetterheadError, and strange (none of our recommendations is in it),
    locked (another program holds it).
    """

    code = "returned"


class ExportError(RecorderError):
    """A document could not be written (data: path, reason: locked, unwritable, full)."""

    code = "export"


class OfficeError(ExportError):
    """LibreOffice made no PDF of a document (data: path, reason: failed, late)."""

    code = "office"


class OfficeStoppedError(OfficeError):
    """Whoever asked for a PDF stopped it before it was made (data: path)."""

    code = "office_stopped"


class OfficeMissingError(OfficeError):
    """There is no LibreOffice on this machine, so no PDF was made (data: path)."""

    code = "office_missing"
