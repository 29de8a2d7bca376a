"""The commands that keep an archive safe: its backups, and putting one back."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from recorder import Backup, Rescued
from recorder.archive.safety import backups_of, restore, salvage
from recorder.cli import output
from recorder.cli.commands import FILE, Desk, as_json, program
from recorder.cli.program import FAULT, Command, Option
from recorder.cli.words import _, language_in_use
from recorder.errors import BackupMissingError
from recorder.language.catalogue import N_
from recorder.language.formatting import Formatter, said_size
from recorder.language.labels import label
from recorder.language.rescue import lines_of_rescue


@program.command(cls=Command, help=N_("List the backups."))
@as_json()
@click.pass_obj
def backups(desk: Desk, *, as_json: bool) -> None:
    """Every checked copy, newest first; the archive itself may be damaged or gone."""
    found = backups_of(desk.path)
    output.print_list(found, as_json=as_json, empty=_("There is no backup yet."),
                      lines=_lines)  # fmt: skip


@program.command(cls=Command, help=N_("Make a backup now."))
@click.pass_obj
def backup(desk: Desk) -> None:
    """A copy that was opened and checked, also while the window has the archive open."""
    with desk.open_to_read() as archive:
        made = archive.make_backup()
    click.echo(_("Backed up and checked: {path}").format(path=made.path))


@program.command("restore", cls=Command, help=N_("Put a backup in the place of the archive."))
@click.argument("backup", metavar="BACKUP")
@click.option("--yes", "is_sure", is_flag=True, cls=Option, help=N_("Do not ask."))
@click.pass_obj
def restore_(desk: Desk, backup: str, *, is_sure: bool) -> None:
    """A backup by its number in the list or its file; the former archive is kept."""
    chosen = _find(desk, backup)
    if not is_sure:
        asked = _("Put this copy in the place of the archive? What is there now is kept aside.")
        click.confirm(asked, abort=True)
    aside = restore(chosen, desk.path)
    click.echo(_("Restored: {path}").format(path=chosen))
    if aside is not None:
        click.echo(_("The archive that was there is kept as: {path}").format(path=aside))


@program.command("salvage", cls=Command, help=N_("Rescue what a damaged archive still holds."))
@click.option("--from", "damaged", type=FILE, cls=Option, help=N_("The damaged file."))
@click.option("--to", "new", type=FILE, required=True, cls=Option, help=N_("The new archive."))
@as_json()
@click.pass_obj
def salvage_(desk: Desk, damaged: Path | None, new: Path, *, as_json: bool) -> int:
    """A new archive, and what of each meeting is in it; 1 when something is lost."""
    report = salvage(damaged or desk.path, new)
    if as_json:
        output.print_json(asdict(report))
    else:
        for line in lines_of_rescue(report, language_in_use()):
            click.echo(line)
        click.echo(_("Written: {path}").format(path=new))
    is_whole = all(each.state is Rescued.WHOLE for each in report.scopes)
    return 0 if is_whole else FAULT


def _find(desk: Desk, wanted: str) -> Path:
    """A copy by its number in the list, or by its file."""
    for each in backups_of(desk.path):
        if wanted == str(each.number):
            return each.path
    if Path(wanted).is_file():
        return Path(wanted)
    raise BackupMissingError(id=wanted)


def _lines(found: Sequence[Backup]) -> Iterator[str]:
    formatter, language = Formatter(language_in_use()), language_in_use()
    for each in found:
        made = each.made.astimezone()
        moment = f"{formatter.date(made.date().isoformat())} {made:%H:%M}"
        facts = (label(each.reason, language), said_size(each.size))
        yield f"{each.number}  {moment}"
        yield "  " + " · ".join(facts)
