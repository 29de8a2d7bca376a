"""People and organisations that are in the directory twice: proposed, merged, taken apart."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from recorder import Candidate, Changes, Kind, Merged, Organisation, Person
from recorder.archive import Archive
from recorder.cli import output
from recorder.cli.commands import Desk, as_json, program
from recorder.cli.program import Command, Option
from recorder.cli.words import _, language_in_use, ngettext
from recorder.errors import AmbiguousError, NotFoundError
from recorder.language.catalogue import N_
from recorder.language.folding import fold
from recorder.language.labels import label

KINDS: dict[str, Kind] = {"people": "person", "organisations": "organisation"}
_Entry = Person | Organisation


@program.command(cls=Command, help=N_("List people and organisations that may be there twice."))
@click.argument("kind", type=click.Choice(list(KINDS)), required=False)
@click.option("--merged", "is_merged", is_flag=True, cls=Option,
              help=N_("Those that were merged already."))  # fmt: skip
@as_json()
@click.pass_obj
def duplicates(desk: Desk, kind: str | None, *, is_merged: bool, as_json: bool) -> None:
    """Candidates with the reason, the likeliest first; or what was merged."""
    kinds = [KINDS[kind]] if kind else list(KINDS.values())
    with desk.open_existing() as archive:
        subject = archive.duplicates
        found: list[Candidate | Merged] = []
        for each in kinds:
            found += subject.merged(each) if is_merged else subject.candidates(each)
        bodies = {each.id: each.acronym or each.name for each in archive.organisations.all()}
    if as_json:
        output.print_json([asdict(each) for each in found])
    elif not found:
        click.echo(_("Nobody was merged.") if is_merged else _("Nobody seems to be there twice."))
    for pair in () if as_json else found:
        click.echo("\n".join(_lines(pair, bodies)))


@program.command("merge-people", cls=Command,
               help=N_("Let two entries be one person, shown as the second."))  # fmt: skip
@click.argument("first")
@click.argument("second")
@click.pass_obj
def merge_people(desk: Desk, first: str, second: str) -> None:
    """Two people by id, the beginning of it, or name."""
    _merge(desk, "person", first, second)


@program.command("merge-organisations", cls=Command,
               help=N_("Let two entries be one organisation, shown as the second."))  # fmt: skip
@click.argument("first")
@click.argument("second")
@click.pass_obj
def merge_organisations(desk: Desk, first: str, second: str) -> None:
    """Two organisations by id, the beginning of it, or name."""
    _merge(desk, "organisation", first, second)


@program.command(cls=Command, help=N_("Let an entry that was merged stand for itself again."))
@click.argument("entry")
@click.pass_obj
def separate(desk: Desk, entry: str) -> None:
    """One entry, of either kind; the others that it was merged with stay one."""
    with desk.open_existing() as archive:
        kind, row = _find(archive, entry, ("person", "organisation"))
        changes = archive.duplicates.separate(kind, row.id)
    _say(changes, _("Separated: {name}"), row)


def _merge(desk: Desk, kind: Kind, first: str, second: str) -> None:
    with desk.open_existing() as archive:
        ids = [_find(archive, each, (kind,))[1].id for each in (first, second)]
        changes = archive.duplicates.merge(kind, *ids)
        subject = archive.people if kind == "person" else archive.organisations
        row: _Entry = subject.get(ids[1])
    _say(changes, _("Merged, and shown as: {name}"), row)


def _say(changes: Changes, said: str, row: _Entry) -> None:
    said = said if changes else _("Nothing was to be done: {name}")
    click.echo(said.format(name=output.one_line(row.name)))


def _find(archive: Archive, wanted: str, kinds: tuple[Kind, ...]) -> tuple[Kind, _Entry]:
    """An entry by its id, by its name as people write it, or by the beginning of its id.

    Entries that were merged away are found too: they are named to be separated.

    Raises:
        NotFoundError: none fits.
        AmbiguousError: several do.
    """
    known = [(kind, each) for kind in kinds for each in _all(archive, kind)]
    name = fold(wanted)
    for found in (
        [pair for pair in known if pair[1].id == wanted],
        [pair for pair in known if name and fold(pair[1].name) == name],
        [pair for pair in known if wanted and pair[1].id.startswith(wanted)],
    ):
        if len(found) > 1:
            raise AmbiguousError(id=wanted, reason="name")
        if found:
            return found[0]
    raise NotFoundError(table=kinds[0], id=wanted, reason="name")


def _all(archive: Archive, kind: Kind) -> Iterator[_Entry]:
    yield from archive.people.all() if kind == "person" else archive.organisations.all()
    for each in archive.duplicates.merged(kind):
        yield from each.others


def _lines(found: Candidate | Merged, bodies: dict[str, str]) -> Iterator[str]:
    """Why two may be one, then two lines for each: who it is, and the id."""
    if isinstance(found, Candidate):
        yield label(found.likeness, language_in_use())
        yield from _lines_of(found.first, bodies, found.first_meetings)
        yield from _lines_of(found.second, bodies, found.second_meetings)
        return
    yield output.one_line(found.entry.name)
    for each in found.others:
        yield from _lines_of(each, bodies, 0)


def _lines_of(entry: _Entry, bodies: dict[str, str], meetings: int) -> Iterator[str]:
    facts = [output.one_line(entry.name)]
    if isinstance(entry, Person):
        facts = [output.one_line(f"{entry.title} {entry.name}"), output.one_line(entry.role),
                 output.one_line(bodies.get(entry.organisation_id or "", ""))]  # fmt: skip
    elif entry.acronym != entry.name:
        facts.append(entry.acronym)
    counted = ngettext("in {count} meeting", "in {count} meetings", meetings)
    facts.append(counted.format(count=meetings) if meetings else "")
    yield "  " + " · ".join(filter(None, facts))
    yield f"  {entry.id}"
