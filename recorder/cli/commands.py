"""The commands. Each opens the archive, does one thing by it, and says what it did."""

from collections.abc import Callable
from pathlib import Path

import click

import recorder
from recorder.archive import Archive
from recorder.cli import output
from recorder.cli.program import FAULT, Command, Option, Program
from recorder.cli.words import _, ngettext, sentence_for
from recorder.errors import ArchiveInUseError, ArchiveMissingError
from recorder.language.catalogue import LANGUAGES, N_
from recorder.location import default_archive_path

FILE = click.Path(path_type=Path)


class Desk:
    """What all commands share: which archive, and who writes in it."""

    def __init__(self, path: Path | None, author: str) -> None:
        self.path = path or default_archive_path()
        self.author = author

    def open(self) -> Archive:
        """The archive, made when there is none."""
        archive = Archive.open(self.path, author=self.author)
        if archive.unsaved is not None:  # it was brought up to date without a copy
            click.echo(sentence_for(archive.unsaved), err=True)
        return archive

    def open_existing(self) -> Archive:
        """The archive; a mistyped path makes no empty one.

        Raises:
            ArchiveMissingError: there is none.
        """
        if not self.path.exists():
            raise ArchiveMissingError(path=str(self.path))
        return self.open()

    def open_to_read(self) -> Archive:
        """The archive; one that a window has open is read as it stands now.

        Raises:
            ArchiveMissingError: there is none.
        """
        try:
            return self.open_existing()
        except ArchiveInUseError:
            return Archive.open(self.path, read_only=True)


def as_json() -> Callable[[output.AnyFunction], output.AnyFunction]:
    """The option of every command that prints a list."""
    return click.option(
        "--json", "as_json", is_flag=True, cls=Option, help=N_("Print JSON with stable keys.")
    )


@click.group(
    cls=Program,
    no_args_is_help=True,
    help=N_("Mahdar records consultative meetings and writes their minutes."),
)
@click.option("--archive", "path", type=FILE, cls=Option, help=N_("The archive's file."))
@click.option(
    "--language", type=click.Choice(LANGUAGES), cls=Option, help=N_("The language of the answers.")
)
@click.option("--author", default="", cls=Option, help=N_("The name of who writes."))
@click.option(
    "--debug", is_flag=True, cls=Option, help=N_("Show the details of an unexpected error.")
)
@click.version_option(
    recorder.__version__, message="%(prog)s %(version)s", cls=Option, help=N_("Show the version.")
)
@click.pass_context
def program(
    context: click.Context,
    path: Path | None,
    language: str | None,  # noqa: ARG001 - taken from the arguments before they are parsed
    author: str,
    *,
    debug: bool,  # noqa: ARG001 - likewise
) -> None:
    """The group; what it does for all commands."""
    context.obj = Desk(path, author)


@program.command(cls=Command, help=N_("Load the sample meetings."))
@click.pass_obj
def sample(desk: Desk) -> None:
    """The samples that are not there yet."""
    with desk.open() as archive:
        count = len(archive.load_sample().rows.get("meeting", ()))
    if not count:
        click.echo(_("The sample meetings are in the archive already."))
        return
    said = ngettext(
        "{count} sample meeting was loaded.", "{count} sample meetings were loaded.", count
    )
    click.echo(said.format(count=count))


@program.command(cls=Command, help=N_("List the meetings."))
@as_json()
@click.pass_obj
def meetings(desk: Desk, *, as_json: bool) -> None:
    """Every meeting with its counts."""
    with desk.open_to_read() as archive:
        found = archive.meetings.summaries()
    output.print_list(found, as_json=as_json, empty=_("The archive holds no meeting yet."),
                      lines=output.lines_of_meetings)  # fmt: skip


@program.command("import", cls=Command, help=N_("Take in a meeting from a JSON file."))
@click.argument("file", type=FILE)
@click.option("--as-copy", is_flag=True, cls=Option, help=N_("Give it new identifiers."))
@click.pass_obj
def import_(desk: Desk, file: Path, *, as_copy: bool) -> None:
    """One meeting; what the file says that nobody knows is named."""
    with desk.open() as archive:
        report = archive.import_json(file, as_copy=as_copy)
        title = archive.meetings.get(report.meeting_id).title
    output.warn_of_unknown(report.unknown)
    click.echo(_("Imported: {title}").format(title=output.one_line(title)))
    click.echo(report.meeting_id)


@program.command(cls=Command, help=N_("Check that the archive is whole."))
@as_json()
@click.pass_obj
def check(desk: Desk, *, as_json: bool) -> int:
    """Pages, chains, and tables against the log; 1 when something was found."""
    with desk.open_to_read() as archive:
        report = archive.check()
    output.print_check(report, as_json=as_json)
    return 0 if report.ok else FAULT


@program.command(cls=Command, help=N_("Make the tables anew from the log."))
@click.pass_obj
def rebuild(desk: Desk) -> None:
    """The same rows as before, unless the tables were damaged."""
    with desk.open_existing() as archive:
        count = archive.rebuild()
    said = ngettext("{count} row was made anew.", "{count} rows were made anew.", count)
    click.echo(said.format(count=count))
