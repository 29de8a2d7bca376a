"""Sharing by a stick or any folder: the team, a sync, and a look at one file of a stick."""

from dataclasses import asdict
from pathlib import Path

import click

from recorder import Delivery
from recorder.cli import output
from recorder.cli.commands import FILE, Desk, as_json, program
from recorder.cli.program import FAULT, Command, Option, Program
from recorder.cli.words import _, language_in_use
from recorder.language.catalogue import N_
from recorder.language.deliveries import lines_of_delivery, lines_of_sync

FOLDER = click.Path(path_type=Path, file_okay=False)


@program.command(cls=Command, help=N_("Share with the laptops of the team by a stick or folder."))
@click.argument("folder", type=FOLDER)
@click.option("--preview", is_flag=True, cls=Option,
              help=N_("Only tell what would come; nothing is taken in or written."))  # fmt: skip
@as_json()
@click.pass_obj
def sync(desk: Desk, folder: Path, *, preview: bool, as_json: bool) -> int:
    """What came and what went; 1 when a file was refused or the stick could not be written."""
    told: list[Delivery] = []

    def refuse(delivery: Delivery) -> bool:
        told.append(delivery)
        return False

    with desk.open_existing() as archive:
        report = archive.sharing.sync(folder, agree=refuse if preview else None)
    if as_json:
        output.print_json(asdict(report))
    elif preview:
        lines = [line for each in told for line in lines_of_delivery(each, language_in_use())]
        click.echo("\n".join(lines or [_("Nothing new was on the stick.")]))
    else:
        click.echo("\n".join(lines_of_sync(report, language_in_use())))
    return FAULT if report.refused or report.failure else 0


@program.group("team", cls=Program, help=N_("The laptops that share with this one."))
def team() -> None:
    """What laptops that share have in common: one code."""


@team.command("new", cls=Command, help=N_("Make a team and show its code, once."))
@click.argument("folder", type=FOLDER)
@click.pass_obj
def new(desk: Desk, folder: Path) -> None:
    """A team that there was is left; its code opens nothing that is written from now on."""
    with desk.open() as archive:
        code = archive.sharing.found(folder)
    click.echo(_("Read these 20 digits to your colleagues; they type them once:"))
    click.echo(" ".join(code[at : at + 4] for at in range(0, len(code), 4)))


@team.command("join", cls=Command, help=N_("Join the team whose code you were told."))
@click.argument("folder", type=FOLDER)
@click.option("--code", prompt=True, cls=Option, help=N_("The 20 digits."))
@click.pass_obj
def join(desk: Desk, folder: Path, code: str) -> None:
    """Digits in groups or not, Arabic or Latin."""
    with desk.open() as archive:
        archive.sharing.join(folder, code)
    click.echo(_("This laptop is of the team now. `sync` shares with it."))


@team.command("leave", cls=Command, help=N_("Leave the team; what was shared stays here."))
@click.pass_obj
def leave(desk: Desk) -> None:
    """Nothing is deleted, here or on any stick."""
    with desk.open_existing() as archive:
        archive.sharing.leave()
    click.echo(_("This laptop is of no team now. What was shared stays here."))


@program.group("bundle", cls=Program, help=N_("Files that laptops leave on a stick."))
def bundle() -> None:
    """For whoever wonders what a file on a stick is."""


@bundle.command("inspect", cls=Command, help=N_("Tell what a file of a stick holds."))
@click.argument("file", type=FILE)
@as_json()
@click.pass_obj
def inspect(desk: Desk, file: Path, *, as_json: bool) -> None:
    """Whose it is, from when, and how far it goes in each meeting; nothing is taken in."""
    with desk.open_to_read() as archive:
        found = archive.sharing.inspect(file)
    if as_json:
        output.print_json(asdict(found))
        return
    click.echo(_("Written by: {names}").format(names=found.author or _("somebody unnamed")))
    click.echo(_("Written at: {moment}").format(moment=found.wall))
    click.echo(_("Changes: {count}").format(count=found.count))
    for run in found.runs:
        click.echo(f"{run.scope}  {run.site}  {run.first}-{run.last}")
