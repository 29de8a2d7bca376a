"""Errors as sentences: what happened, what was kept, what to do next.

The fronts share them. Names and paths stand at the end or between isolates, so that a Latin path
does not tear an Arabic sentence apart.
"""

from recorder.errors import RecorderError
from recorder.language.catalogue import N_, Catalogue
from recorder.language.formatting import said_size

FSI, PDI = "\u2068", "\u2069"

# A key with a dot belongs to an error whose `reason` or `expected` is what follows the dot.
SENTENCES = {
    "recorder": N_("This could not be done."),
    "archive": N_("The archive could not be opened; nothing in it was changed: {path}"),
    "archive_in_use": N_(
        "The archive is open in another window or program, so nothing was done. Close it there, "
        "then try again: {path}"
    ),
    "archive_too_new": N_(
        "A newer release of Mahdar wrote this archive; it was not touched. Open it with that "
        "release: {path}"
    ),
    "archive_damaged": N_(
        "This file is no archive of Mahdar, or it is damaged; it was not touched. Restore a "
        "backup, rescue what can be read, or choose another file: {path}"
    ),
    "archive_unwritable": N_(
        "The disk did not accept the change; what was saved before is whole. Free some space or "
        "check the permissions, then try again: {path}"
    ),
    "disk_low": N_(
        "The disk is nearly full, so no backup was made; what you type is still saved. Free some "
        "space: {path}"
    ),
    "backup_missing": N_(
        "There is no such backup; nothing was changed. `backups` shows what there is: {id}"
    ),
    "check_stopped": N_("The check was stopped before it had seen everything."),
    "archive_unwritable.exists": N_(
        "There is a file of that name already, and nothing was written. Choose another name: {path}"
    ),
    "archive_unwritable.missing": N_("There is no file here, so nothing was read: {path}"),
    "archive_missing": N_(
        "There is no archive here yet. Loading the samples or importing a meeting makes one: {path}"
    ),
    "not_found": N_(
        "This is not in the archive, and nothing was changed. The list of meetings shows what "
        "there is: {id}"
    ),
    "notes_apart": N_("The two notes stay apart, and nothing was changed."),
    "notes_apart.first": N_("There is no note before this one under its item."),
    "notes_apart.speaker": N_("Different speakers said the two notes, so they stay apart."),
    "notes_apart.attribution": N_(
        "The two notes are attributed by different rules, so they stay apart."
    ),
    "notes_apart.private": N_("A private note is not joined with one that others will read."),
    "ambiguous": N_("Several meetings begin like this. Give more of the identifier: {id}"),
    "not_found.name": N_("Nothing of this name is in the archive: {id}"),
    "ambiguous.row": N_("Several identifiers begin like this. Give more of it: {id}"),
    "ambiguous.name": N_(
        "Several entries of the archive fit this name. Give more of it, or the identifier: {id}"
    ),
    "same_entry": N_(
        "This is one entry named twice, and nothing was changed. Two different ones are needed: "
        "{id}"
    ),
    "change_refused": N_(
        "Changes from another laptop were refused because they are not sound; none of them was "
        "taken in. Ask for them again."
    ),
    "meeting_exists": N_(
        "This meeting is in the archive already, so nothing was imported. To have it a second "
        "time, import it as a copy: {id}"
    ),
    "meeting_file": N_(
        "Nothing was imported from {file}: {expected} was expected at {path}. Correct the file "
        "or ask for it again."
    ),
    "meeting_file.readable": N_(
        "The file could not be read, so nothing was imported. Check its name and its "
        "permissions: {file}"
    ),
    "meeting_file.size": N_("The file is too large for a meeting and was not read: {file}"),
    "meeting_file.json": N_(
        "The file is not sound JSON (line and column {path}), so nothing was imported: {file}"
    ),
    "meeting_file.format": N_(
        "This is not a meeting file of Mahdar, so nothing was imported: {file}"
    ),
    "meeting_file.version": N_(
        "A newer release of Mahdar wrote this file, so nothing was imported. Import it with that "
        "release: {file}"
    ),
    "attachment": N_("The file could not be read, so it was not attached: {path}"),
    "file_too_large": N_(
        "The file is too large ({size}; the most is {limit}), so it was not attached. Make it "
        "smaller, or keep it elsewhere: {path}"
    ),
    "photograph": N_(
        "The picture is damaged or cut off, so it was not attached. Copy it from the camera or "
        "the phone once more: {path}"
    ),
    "photograph.pixels": N_(
        "The picture has more pixels than can be read here, so it was not attached. Make it "
        "smaller first: {path}"
    ),
    "photograph.kind": N_(
        "A picture of this kind cannot be freed of the place and the device that it tells, so it "
        "was not attached. Save it as JPEG or PNG first: {path}"
    ),
    "blob_missing": N_(
        "This file is known here by its name alone: the laptop that it was attached on has not "
        "brought it yet: {name}"
    ),
    "blob_damaged": N_(
        "This file is damaged in the archive and was not given out. Take it from a backup or from "
        "the laptop that it was attached on: {name}"
    ),
    "sync": N_("The sync could not be done; what is in the archive is whole."),
    "sync_stopped": N_("The sync was stopped. What was taken in by then stays, all else is whole."),
    "stick": N_("The stick could not be used; nothing here was changed: {path}"),
    "stick.missing": N_("There is no such folder. Is the stick plugged in? {path}"),
    "stick.readonly": N_("Nothing can be written on the stick, and nothing was: {path}"),
    "stick.full": N_("The stick is full. Free some space on it, then try again: {path}"),
    "stick.gone": N_(
        "The stick was pulled out or fails; what is in the archive is whole. Plug it in again, "
        "then try once more: {path}"
    ),
    "stick.unreliable": N_("The stick does not keep what is written to it. Use another: {path}"),
    "bundle": N_("Nothing was taken from the file, since it is damaged or no file of ours: {file}"),
    "bundle.newer": N_(
        "A newer release of Mahdar wrote the file, so nothing was taken from it. Bring this laptop "
        "up to date first: {file}"
    ),
    "no_team": N_("This laptop shares with nobody yet. Make a team, or join one by its code."),
    "no_team.stick": N_(
        "Nobody has shared by this stick yet. Plug it into your colleague's laptop first: {path}"
    ),
    "code_mistyped": N_("This is no code: it has 20 digits. Type it once more."),
    "code_mistyped.letters": N_("A code has digits alone. Type it once more."),
    "code_mistyped.length": N_("A code has {whole} digits; {count} were typed."),
    "code_mistyped.check": N_("A digit is wrong, or two are in the wrong order. Compare them."),
    "wrong_code": N_(
        "The code is not that of the team on this stick. Ask for it once more, or look whether it "
        "is the right stick."
    ),
    "letterhead": N_(
        "The letterhead could not be used, so nothing was written. Choose another .docx: {path}"
    ),
    "letterhead.large": N_(
        "The letterhead is too large, so nothing was written. Make its pictures smaller: {path}"
    ),
    "letterhead.macro": N_(
        "The letterhead holds macros, so it was not used. Save it as .docx without them: {path}"
    ),
    "letterhead.embedded": N_(
        "The letterhead holds other files, so it was not used. Take them out and save it again: "
        "{path}"
    ),
    "letterhead.external": N_(
        "The letterhead fetches things from outside, so it was not used. Put its pictures into "
        "the file and save it again: {path}"
    ),
    "letterhead.outside": N_(
        "The letterhead holds parts that lead out of it, so it was not used. Open it in Word, save "
        "it under a new name and try with that: {path}"
    ),
    "letterhead.reviewed": N_(
        "The letterhead holds comments or tracked changes, so it was not used. Accept the changes, "
        "delete the comments and save it again: {path}"
    ),
    "returned": N_(
        "The document could not be read, so nothing was compared. Choose a .docx that Mahdar "
        "wrote and that was saved in Word or LibreOffice: {path}"
    ),
    "returned.locked": N_(
        "Another program holds the document, so nothing was compared. Close it there and try "
        "again: {path}"
    ),
    "returned.macro": N_("The document holds macros, so it was not read: {path}"),
    "returned.embedded": N_("The document holds other files, so it was not read: {path}"),
    "returned.external": N_("The document fetches things from outside, so it was not read: {path}"),
    "returned.large": N_("The document is too large and was not read: {path}"),
    "returned.strange": N_(
        "No recommendation of this meeting was found in the document, so nothing was compared. "
        "It has to be one that Mahdar wrote of this meeting, with the recommendations in it: "
        "{path}"
    ),
    "office": N_(
        "LibreOffice made no PDF of this document, and nothing was written. Export it for Word and "
        "save it as PDF there: {path}"
    ),
    "office.late": N_(
        "LibreOffice took too long and was ended; nothing was written. Export the document for "
        "Word and save it as PDF there: {path}"
    ),
    "office_stopped": N_("The PDF was stopped, and nothing was written: {path}"),
    "office_missing": N_(
        "A PDF needs LibreOffice, which is not on this machine. Install it, or export the document "
        "for Word and save it as PDF there: {path}"
    ),
    "export": N_("The file could not be written; what was there before is whole: {path}"),
    "export.locked": N_(
        "The file is open in another program and stayed as it was. Close it there, then try "
        "again: {path}"
    ),
    "export.unwritable": N_(
        "Nothing can be written here, and nothing was. Choose another folder: {path}"
    ),
    "export.full": N_(
        "The disk is full, so nothing was written and an older file stayed as it was. Free some "
        "space or choose another disk: {path}"
    ),
}

EXPECTED = {
    "text": N_("text"),
    "integer": N_("a whole number"),
    "boolean": N_("true or false"),
    "date": N_("a date (YYYY-MM-DD)"),
    "clock": N_("a time of day (HH:MM)"),
    "instant": N_("a moment in UTC (YYYY-MM-DDTHH:MM:SSZ)"),
    "identity": N_("an identifier"),
    "token": N_("a token of the schema"),
    "object": N_("an object"),
    "list": N_("a list"),
    "number": N_("a number that JSON allows"),
    "unicode": N_("sound UTF-8 text"),
    "shallow": N_("less nesting"),
    "present": N_("a value"),
    "unique_key": N_("a key that stands there once"),
    "unique_id": N_("an identifier that stands there once"),
    "this_meeting": N_("the identifier of the file's own meeting"),
}
"""What a meeting file should have held, in the words of a sentence."""

_WHOLE_FILE = N_("the file as a whole")


def explain(error: RecorderError, catalogue: Catalogue) -> str:
    """The sentence that tells a user what went wrong and what to do about it."""
    message = catalogue.gettext(_sentence(error))
    return message.format_map(_Fields(error, catalogue))


def _sentence(error: RecorderError) -> str:
    detail = error.data.get("reason") or error.data.get("expected")
    for kind in type(error).__mro__:
        code = getattr(kind, "code", RecorderError.code)
        found = SENTENCES.get(f"{code}.{detail}") or SENTENCES.get(code)
        if found:
            return found
    return SENTENCES[RecorderError.code]


class _Fields(dict[str, str]):
    """The error's data as a sentence shows it; what it lacks is left blank."""

    def __init__(self, error: RecorderError, catalogue: Catalogue) -> None:
        super().__init__(
            {name: _isolated(str(value)) for name, value in error.data.items() if value}
        )
        self._catalogue = catalogue
        for name in ("size", "limit"):
            if isinstance(count := error.data.get(name), int):
                self[name] = _isolated(said_size(count))
        expected = str(error.data.get("expected", ""))
        self["expected"] = catalogue.gettext(EXPECTED[expected]) if expected in EXPECTED else ""

    def __missing__(self, name: str) -> str:
        return self._catalogue.gettext(_WHOLE_FILE) if name == "path" else ""


def _isolated(text: str) -> str:
    return f"{FSI}{text}{PDI}"
