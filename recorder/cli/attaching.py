"""The commands about attached files: put one in, list a meeting's, get one out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from recorder import Archive, Attachment, Subject, new_id
from recorder.cli import output
from recorder.cli.commands import Desk, as_json, program
from recorder.cli.finding import find_meeting, find_named
from recorder.cli.program import Command, Option
from recorder.cli.words import _
from recorder.errors import AmbiguousError, NotFoundError
from recorder.language.catalogue import N_
from recorder.language.formatting import said_size

_FILE = click.Path(path_type=Path)


@dataclass(frozen=True)
class Listed:
    """An attachment as the list shows it; `subject` is the row that it is about, if any."""

    id: str
    name: str
    mime: str
    size: int | None
    sha256: str
    caption: str
    credit: str
    subject_table: str
    subject_id: str | None
    state: str


@program.command(cls=Command, help=N_("Attach a file or a photograph to a meeting."))
@click.argument("meeting")
@click.argument("file", type=_FILE)
@click.option("--to", "note", cls=Option, help=N_("The note that it belongs to."))
@click.option("--logo-of", "host", cls=Option,
              help=N_("The organisation that held the meeting, whose logo it is."))  # fmt: skip
@click.option("--caption", default="", cls=Option, help=N_("What is to be seen in it."))
@click.option("--credit", default="", cls=Option, help=N_("Who made it."))
@click.option("--original", is_flag=True, cls=Option,
              help=N_("Keep a photograph with the place and device that it tells."))  # fmt: skip
@click.pass_obj
def attach(desk: Desk, /, meeting: str, file: Path, *, original: bool, **words: str | None) -> None:
    """One file; a photograph is drawn anew unless the original is asked for."""
    row_id = new_id()
    with desk.open_existing() as archive:
        meeting_id = find_meeting(archive, meeting)
        row = Attachment(
            id=row_id, meeting_id=meeting_id, caption=words["caption"] or "",
            credit=words["credit"] or "",
            subject=_subject(archive, meeting_id, words["note"], words["host"]),
        )  # fmt: skip
        archive.attachments.add(row, file, keep_original=original)
        name = archive.attachments.get(row_id).name
    click.echo(_("Attached: {name}").format(name=name))
    click.echo(row_id)


@program.command(cls=Command, help=N_("List the files that are attached to a meeting."))
@click.argument("meeting")
@as_json()
@click.pass_obj
def attachments(desk: Desk, meeting: str, *, as_json: bool) -> None:
    """Each file with what it is, and whether its bytes are here."""
    with desk.open_existing() as archive:
        meeting_id = find_meeting(archive, meeting)
        found = [_listed(archive, each) for each in archive.attachments.all(meeting_id)]
    output.print_list(found, as_json=as_json, empty=_("Nothing is attached to this meeting."),
                      lines=_lines)  # fmt: skip


@program.command(cls=Command, help=N_("Write an attached file to a file."))
@click.argument("attachment")
@click.option("--out", "file", type=_FILE, required=True, cls=Option, help=N_("The file to write."))
@click.pass_obj
def extract(desk: Desk, attachment: str, file: Path) -> None:
    """The bytes as they were kept; they are checked on the way."""
    with desk.open_existing() as archive:
        ids = [each.id for each in archive.attachments.all()]
        archive.attachments.export_to(_find_row("attachment", ids, attachment), file)
    click.echo(_("Written: {path}").format(path=file))


def _subject(archive: Archive, meeting_id: str, note: str | None, host: str | None) -> Subject:
    """What the file is about: a note, the place of a host, or the meeting as a whole."""
    if host:
        return Subject("host", _find_host(archive, meeting_id, host))
    return Subject("note", _find_note(archive, meeting_id, note)) if note else Subject()


def _find_note(archive: Archive, meeting_id: str, wanted: str) -> str:
    return _find_row("note", [each.id for each in archive.notes.all(meeting_id)], wanted)


def _find_host(archive: Archive, meeting_id: str, wanted: str) -> str:
    """The place of an organisation among the hosts of a meeting."""
    organisation = find_named(archive, "organisation", wanted)
    for each in archive.hosts.all(meeting_id):
        if each.organisation_id == organisation:
            return each.id
    raise NotFoundError(table="host", id=wanted, reason="name")


def _find_row(table: str, ids: Sequence[str], wanted: str) -> str:
    """An id from itself or from its beginning."""
    found = [each for each in ids if each == wanted] or [
        each for each in ids if wanted and each.startswith(wanted)
    ]
    if len(found) > 1:
        raise AmbiguousError(id=wanted, reason="row")
    if not found:
        raise NotFoundError(table=table, id=wanted)
    return found[0]


def _listed(archive: Archive, row: Attachment) -> Listed:
    return Listed(
        id=row.id, name=row.name, mime=row.mime, size=row.size, sha256=row.sha256,
        caption=row.caption, credit=row.credit, subject_table=row.subject.table,
        subject_id=row.subject.row_id, state=archive.attachments.state(row.id).value,
    )  # fmt: skip


def _lines(found: Sequence[Listed]) -> Iterator[str]:
    """Three or four lines for a file: name, caption, what it is and where, its id."""
    for each in found:
        yield output.one_line(each.name)
        if each.caption:
            yield f"  {output.one_line(each.caption)}"
        size = "" if each.size is None else said_size(each.size)
        absent = _("its bytes are on another laptop") if each.state == "missing" else ""
        if facts := [part for part in (size, output.one_line(each.credit), absent) if part]:
            yield "  " + " · ".join(facts)
        yield f"  {each.id}"
