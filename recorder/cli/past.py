"""The commands about what was: a row's past, a meeting's story, steps back, the trash."""

from dataclasses import asdict

import click

from recorder import Undone
from recorder.archive import Archive
from recorder.cli import output, past_output
from recorder.cli.commands import Desk, as_json, program
from recorder.cli.finding import find_meeting
from recorder.cli.program import Command, Option
from recorder.cli.words import _, language_in_use, ngettext
from recorder.errors import AmbiguousError, NotFoundError
from recorder.language.catalogue import N_
from recorder.language.deeds import deed


@program.command(cls=Command, help=N_("Tell the past of a row: who wrote what in it, and when."))
@click.argument("row")
@as_json()
@click.pass_obj
def history(desk: Desk, row: str, *, as_json: bool) -> None:
    """All versions of all fields of one row, the latest first."""
    with desk.open_existing() as archive:
        versions = archive.history(*find_row(archive, row))
    if as_json:
        output.print_json([asdict(each) for each in versions])
    else:
        click.echo("\n".join(past_output.lines_of_versions(versions)))


@program.command(cls=Command, help=N_("Tell what changed in a meeting since its last export."))
@click.argument("meeting")
@click.option("--since-export", is_flag=True, cls=Option, help=N_("Since the last export."))
@click.option("--all", "everything", is_flag=True, cls=Option, help=N_("From the beginning."))
@click.option("--public", is_flag=True, cls=Option, help=N_("Leave private notes out."))
@as_json()
@click.pass_obj
def story(desk: Desk, /, meeting: str, *, as_json: bool, **chosen: bool) -> None:
    """Row by row: added, changed, deleted, restored; by whom and when."""
    everything = chosen["everything"]
    if chosen["since_export"] and everything:
        raise click.UsageError("one beginning")
    with desk.open_existing() as archive:
        meeting_id = find_meeting(archive, meeting)
        told = archive.story(meeting_id, "" if everything else None, private=not chosen["public"])
    if as_json:
        output.print_json(asdict(told))
    elif not told.lines:
        click.echo(_("Nothing changed since the last export."))
    else:
        click.echo("\n".join(past_output.lines_of_story(told)))


@program.command(cls=Command, help=N_("Take back what was done last."))
@click.pass_obj
def undo(desk: Desk) -> None:
    """The author's own latest action, by a new change."""
    with desk.open_existing() as archive:
        done = archive.undo()
    _say(done, _("Undone: {deed}."), _("There is nothing to undo."))


@program.command(cls=Command, help=N_("Do again what was undone last."))
@click.pass_obj
def redo(desk: Desk) -> None:
    """What the last undo took back, unless something else was done since."""
    with desk.open_existing() as archive:
        done = archive.redo()
    _say(done, _("Done again: {deed}."), _("There is nothing to do again."))


def _say(done: Undone | None, words: str, otherwise: str) -> None:
    if done is None:
        click.echo(otherwise)
        return
    click.echo(words.format(deed=deed(done.action, language_in_use())))
    if done.kept:
        click.echo(_("Some of it stays, because somebody else has gone on from there."))


@program.command(cls=Command, help=N_("List what was deleted: everywhere, or in one meeting."))
@click.argument("meeting", required=False)
@as_json()
@click.pass_obj
def trash(desk: Desk, meeting: str | None, *, as_json: bool) -> None:
    """Deleted rows, the latest first."""
    with desk.open_existing() as archive:
        found = archive.trash(find_meeting(archive, meeting) if meeting else None)
    if as_json:
        output.print_json([asdict(each) for each in found])
    elif not found:
        click.echo(_("Nothing is in the trash."))
    else:
        click.echo("\n".join(past_output.lines_of_trash(found)))


@program.command("restore-row", cls=Command, help=N_("Bring deleted rows back."))
@click.argument("rows", nargs=-1, required=True)
@click.pass_obj
def restore_row(desk: Desk, rows: tuple[str, ...]) -> None:
    """Rows by their ids, or the beginnings of these, in one action."""
    with desk.open_existing() as archive:
        known = {each.row_id: each.table for each in archive.trash()}
        wanted = [_only(each, [id_ for id_ in known if id_.startswith(each)]) for each in rows]
        archive.restore_rows([(known[each], each) for each in wanted])
    said = ngettext("{count} row was restored.", "{count} rows were restored.", len(wanted))
    click.echo(said.format(count=len(wanted)))


def find_row(archive: Archive, wanted: str) -> tuple[str, str]:
    """Table and id of a row, deleted or not, from its id or the beginning of it.

    Raises:
        NotFoundError: none fits.
        AmbiguousError: several do.
    """
    tables = {row_id: table for table, row_id in archive.rows_beginning_with(wanted)}
    row_id = _only(wanted, list(tables))
    return tables[row_id], row_id


def _only(wanted: str, found: list[str]) -> str:
    if wanted in found:
        return wanted
    if len(found) > 1:
        raise AmbiguousError(id=wanted)
    if not found:
        raise NotFoundError(table="row", id=wanted)
    return found[0]
