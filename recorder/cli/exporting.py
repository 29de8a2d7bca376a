"""The command that writes documents: a meeting's minutes and data in the formats of offices."""

from pathlib import Path

import click

from recorder import Archive, Detail, DocumentKind, Section
from recorder.archive.editions import edition_of, parts_of
from recorder.archive.letterheads import check_letterhead, copy_starters
from recorder.cli import output
from recorder.cli.commands import FILE, Desk, program
from recorder.cli.finding import find_meeting
from recorder.cli.program import Command, Misuse, Option
from recorder.cli.words import _, language_in_use
from recorder.language.catalogue import LANGUAGES, N_

_ON_PAPER = {"docx": Archive.export_docx, "pdf": Archive.export_pdf}
_FORMS = {
    "html": Archive.export_html,
    "md": Archive.export_markdown,
    "txt": Archive.export_message,
    "xlsx": Archive.export_workbook,
    "ics": Archive.export_calendar,
}
_DATA = frozenset({"json", "xlsx", "ics"})
_DROPPED = {
    "properties": N_("Left out: its properties (author, company, dates)."),
    "preview": N_("Left out: its preview picture."),
    "template": N_("Left out: the name of the template that it was made from."),
    "unused": N_("Left out: parts that nothing leads to."),
}


@program.command(cls=Command, help=N_("Write the minutes or the data of a meeting to a file."))
@click.argument("meeting")
@click.option("--to", "form", type=click.Choice([*_ON_PAPER, *_FORMS, "json"]), required=True,
              cls=Option, metavar="FORM", help=N_("The minutes for Word (docx), for reading (pdf, "
              "through LibreOffice), as a web page (html), as Markdown (md) or as a message for a "
              "chat (txt); recommendations and attendance as a workbook (xlsx); due dates for a "
              "calendar (ics); the whole meeting as data (json)."))  # fmt: skip
@click.option("--out", "file", type=FILE, required=True, cls=Option, help=N_("The file to write."))
@click.option("--letterhead", type=FILE, cls=Option,
              help=N_("The organisation's own paper for docx and pdf: a .docx."))  # fmt: skip
@click.option("--document", type=click.Choice([each.value for each in DocumentKind]), cls=Option,
              metavar="KIND", default=DocumentKind.MINUTES.value, help=N_("Which document: "
              "minutes, short_minutes, matrix, attendance, blank_attendance, donor_annex, "
              "consultation_report, press, invitation, run_sheet, agenda_cards."))  # fmt: skip
@click.option("--detail", type=click.Choice([each.value for each in Detail]), cls=Option,
              metavar="HOW",
              help=N_("How much of the discussion: full, summary or outcomes."))  # fmt: skip
@click.option("--sections", cls=Option, metavar="PARTS",
              help=N_("Which parts of the document, in this order, commas between "
                      "them."))  # fmt: skip
@click.option("--photographs", is_flag=True, cls=Option, help=N_("With the photographs."))
@click.option("--hijri", is_flag=True, cls=Option,
              help=N_("With the Umm al-Qura date beside the date."))  # fmt: skip
@click.option("--edition-language", type=click.Choice([*LANGUAGES, "both"]), cls=Option,
              metavar="LANG", help=N_("The language of the document: ar, en or both."))  # fmt: skip
@click.option("--digits", type=click.Choice(["latn", "arab"]), cls=Option,
              help=N_("Digits of the minutes: 0-9 or ٠-٩."))  # fmt: skip
@click.pass_obj
def export(  # noqa: PLR0913 - an option each
    desk: Desk, /, meeting: str, *, form: str, file: Path, letterhead: Path | None,
    photographs: bool, hijri: bool, **edition: str | None,
) -> None:  # fmt: skip
    """A document of one meeting."""
    language, digits = edition["edition_language"], edition["digits"]
    if form == "json" and (language or digits):
        raise click.UsageError("an edition is of minutes")
    if letterhead and form not in _ON_PAPER:
        raise click.UsageError("a letterhead is of paper")
    if edition["sections"] is not None and form in _DATA:
        raise Misuse(_("Parts are chosen of documents, not of data."))
    document = DocumentKind(edition["document"] or DocumentKind.MINUTES)
    sections = _sections(edition["sections"], document)
    with desk.open_to_read() as archive:
        meeting_id = find_meeting(archive, meeting)
        chosen = edition_of(
            language or language_in_use(), digits or "latn",
            document=document, detail=edition["detail"], sections=sections,
            has_photographs=photographs, has_hijri=hijri,
        )  # fmt: skip
        if form == "json":
            archive.export_json(meeting_id, file)
        elif form in _ON_PAPER:
            _ON_PAPER[form](archive, meeting_id, file, chosen, letterhead)
        else:
            _FORMS[form](archive, meeting_id, file, chosen)
        leaks = [] if form in _DATA else archive.find_leaks(meeting_id, chosen)
    for each in leaks:
        place = f"{each.origin.table} {each.origin.row_id}" if each.origin else ""
        said = _("A name stands there against the rule of attribution: {name} {place}")
        click.echo(said.format(name=output.one_line(each.found), place=place).strip(), err=True)
    click.echo(_("Written: {path}").format(path=file))


def _sections(said: str | None, document: DocumentKind) -> tuple[Section, ...] | None:
    """The parts that were named, in the order in which they were.

    Raises:
        Misuse: the document has no such part.
    """
    if said is None:
        return None
    parts = {each.value: each for each in parts_of(document)}
    named = [each.strip() for each in said.split(",") if each.strip()]
    for each in named:
        if each not in parts:
            words = _("This document has no part “{name}”. Its parts: {names}")
            raise Misuse(words.format(name=output.one_line(each), names=", ".join(parts)))
    return tuple(parts[each] for each in named)


@program.command(cls=Command, help=N_("Put letterheads to begin with into a folder."))
@click.option("--out", "folder", type=FILE, required=True, cls=Option,
              help=N_("The folder; what is there stays."))  # fmt: skip
def letterheads(folder: Path) -> None:
    """Our three papers, to be made one's own in Word."""
    for each in copy_starters(folder):
        click.echo(_("Written: {path}").format(path=each))


@program.command(cls=Command, help=N_("Say what will become of a letterhead; it is not changed."))
@click.argument("file", type=FILE)
def letterhead(file: Path) -> None:
    """The places that will be filled, what was forgotten, and what will be left out."""
    report = check_letterhead(file)
    click.echo(
        _("The minutes will stand in their frame.")
        if report.has_body
        else _("There is no frame for the minutes, so they will stand at the end.")
    )
    places = [each for each in report.tags if each not in report.forgotten]
    click.echo(_("Places: {names}").format(names=", ".join(places) or "–"))
    if report.forgotten:
        said = _("Still as they were made, so nothing will be printed there: {names}")
        click.echo(said.format(names=", ".join(report.forgotten)))
    for each in report.dropped:
        click.echo(_(_DROPPED[each]))


@program.command(cls=Command, help=N_("Write meetings in figures for analysis, without names."))
@click.argument("meetings", nargs=-1)
@click.option("--out", "file", type=FILE, required=True, cls=Option, help=N_("The file to write."))
@click.pass_obj
def figures(desk: Desk, meetings: tuple[str, ...], file: Path) -> None:
    """The meetings that are named, else all of them, as JSON Lines."""
    with desk.open_to_read() as archive:
        chosen = [find_meeting(archive, each) for each in meetings] or None
        archive.export_figures(file, chosen)
    click.echo(_("Written: {path}").format(path=file))
