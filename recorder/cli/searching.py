"""The command that searches, with what it may be confined to."""

from collections.abc import Callable
from datetime import datetime

import click

from recorder import NoteKind, SearchFilter
from recorder.archive import Archive
from recorder.cli import output
from recorder.cli.commands import Desk, as_json, program
from recorder.cli.finding import find_meeting, find_named
from recorder.cli.program import Command, Option
from recorder.cli.words import _
from recorder.language.catalogue import N_

_KINDS = (
    "note", "decision", "recommendation", "issue", "agenda_item", "meeting", "series", "theme",
    "person", "organisation", "attachment", *(kind.value for kind in NoteKind),
)  # fmt: skip
_DAY = "%Y-%m-%d"


def filters() -> Callable[[output.AnyFunction], output.AnyFunction]:
    """The options that confine a search."""
    named = (
        ("--meeting", N_("Only in this meeting: its number or identifier.")),
        ("--series", N_("Only in the meetings of this series: its title or identifier.")),
        ("--speaker", N_("Only what this person said: a name or an identifier.")),
        ("--organisation", N_("Only of this organisation: a name or an identifier.")),
        ("--theme", N_("Only on this theme: its title or identifier.")),
    )

    def decorate(command: output.AnyFunction) -> output.AnyFunction:
        for name, words in (("--to", N_("Until this day: YYYY-MM-DD.")),
                            ("--from", N_("From this day on: YYYY-MM-DD."))):  # fmt: skip
            day = click.DateTime(formats=[_DAY])
            target = f"date_{name.removeprefix('--')}"
            command = click.option(name, target, type=day, metavar="DAY", cls=Option, help=words)(
                command
            )
        command = click.option(
            "--kind", "kinds", type=click.Choice(_KINDS), multiple=True, cls=Option,
            metavar="KIND",
            help=N_("Only this kind: note, decision, question and so on; may be repeated."),
        )(command)  # fmt: skip
        for name, words in reversed(named):
            command = click.option(name, cls=Option, help=words)(command)
        return command

    return decorate


@program.command(cls=Command, help=N_("Search all meetings."))
@click.argument("words", nargs=-1)
@filters()
@click.option("--limit", type=click.IntRange(1, 1_000), default=50, metavar="N", cls=Option,
              help=N_("How many at most."))  # fmt: skip
@as_json()
@click.pass_context
def search(
    context: click.Context,
    /,
    words: tuple[str, ...],
    *,
    limit: int,
    as_json: bool,
    **chosen: str | datetime | tuple[str, ...] | None,
) -> None:
    """Rows that hold all the words, however they are written, and are what was chosen."""
    if not (words or any(chosen.values())):
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    desk: Desk = context.obj
    with desk.open_to_read() as archive:
        hits = archive.search(" ".join(words), _filter(archive, chosen), limit=limit)
    output.print_list(hits, as_json=as_json, empty=_("Nothing was found."),
                      lines=output.lines_of_hits)  # fmt: skip


def _filter(
    archive: Archive, chosen: dict[str, str | datetime | tuple[str, ...] | None]
) -> SearchFilter:
    def named(option: str, table: str) -> str | None:
        wanted = chosen[option]
        return find_named(archive, table, wanted) if isinstance(wanted, str) else None

    def day(option: str) -> str:
        moment = chosen[option]
        return moment.date().isoformat() if isinstance(moment, datetime) else ""

    meeting, kinds = chosen["meeting"], chosen["kinds"]
    return SearchFilter(
        meeting_id=find_meeting(archive, meeting) if isinstance(meeting, str) else None,
        series_id=named("series", "series"),
        speaker=named("speaker", "person"),
        organisation_id=named("organisation", "organisation"),
        theme_id=named("theme", "theme"),
        kinds=kinds if isinstance(kinds, tuple) else (),
        date_from=day("date_from"),
        date_to=day("date_to"),
    )
