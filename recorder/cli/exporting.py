"""The command that writes documents: a meeting's minutes and data in the formats of offices."""

from pathlib import Path

import click

from recorder import Archive
from recorder.archive.editions import edition_of
from recorder.cli.commands import FILE, Desk, program
from recorder.cli.finding import find_meeting
from recorder.cli.program import Command, Option
from recorder.cli.words import _, language_in_use
from recorder.language.catalogue import LANGUAGES, N_

_FORMS = {
    "docx": Archive.export_docx,
    "html": Archive.export_html,
    "md": Archive.export_markdown,
    "txt": Archive.export_message,
    "xlsx": Archive.export_workbook,
    "ics": Archive.export_calendar,
}


@program.command(cls=Command, help=N_("Write the minutes or the data of a meeting to a file."))
@click.argument("meeting")
@click.option("--to", "form", type=click.Choice([*_FORMS, "json"]), required=True, cls=Option,
              metavar="FORM", help=N_("The minutes for Word (docx), as a web page (html), as "
              "Markdown (md) or as a message for a chat (txt); recommendations and attendance as "
              "a workbook (xlsx); due dates for a calendar (ics); the whole meeting as data "
              "(json)."))  # fmt: skip
@click.option("--out", "file", type=FILE, required=True, cls=Option, help=N_("The file to write."))
@click.option("--edition-language", type=click.Choice(LANGUAGES), cls=Option,
              help=N_("The language of the minutes."))  # fmt: skip
@click.option("--digits", type=click.Choice(["latn", "arab"]), cls=Option,
              help=N_("Digits of the minutes: 0-9 or ٠-٩."))  # fmt: skip
@click.pass_obj
def export(desk: Desk, /, meeting: str, *, form: str, file: Path, **edition: str | None) -> None:
    """A document of one meeting."""
    language, digits = edition["edition_language"], edition["digits"]
    if form == "json" and (language or digits):
        raise click.UsageError("an edition is of minutes")
    with desk.open_to_read() as archive:
        meeting_id = find_meeting(archive, meeting)
        if form == "json":
            archive.export_json(meeting_id, file)
        else:
            chosen = edition_of(language or language_in_use(), digits or "latn")
            _FORMS[form](archive, meeting_id, file, chosen)
    click.echo(_("Written: {path}").format(path=file))
