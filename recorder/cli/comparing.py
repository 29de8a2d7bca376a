"""The command that compares minutes which were edited in Word with the archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from recorder import Rewording
from recorder.cli import output
from recorder.cli.commands import FILE, Desk, as_json, program
from recorder.cli.finding import find_meeting
from recorder.cli.program import Command
from recorder.cli.words import _
from recorder.language.catalogue import N_


@program.command(
    cls=Command,
    help=N_(
        "List the recommendations that were reworded, taken out or added in Word; "
        "nothing is changed."
    ),
)
@click.argument("meeting")
@click.argument("file", type=FILE)
@as_json()
@click.pass_obj
def compare(desk: Desk, meeting: str, file: Path, *, as_json: bool) -> None:
    """What a colleague changed, one by one, to be taken over by hand."""
    with desk.open_to_read() as archive:
        found = archive.compare_docx(find_meeting(archive, meeting), file)
    output.print_list(found, as_json=as_json, lines=_lines,
                      empty=_("No recommendation was changed in this document."))  # fmt: skip


def _lines(found: Sequence[Rewording]) -> Iterator[str]:
    for each in found:
        if each.is_new:
            yield _("(added in Word)")
            yield _("  in Word: {text}").format(text=output.one_line(each.in_word))
            continue
        yield each.recommendation_id
        before = _("(no longer known)") if each.before is None else output.one_line(each.before)
        yield _("  before:  {text}").format(text=before)
        word = output.one_line(each.in_word) or _("(taken out)")
        yield _("  in Word: {text}").format(text=word)
        if each.is_contested:
            yield _("  here now: {text}").format(text=output.one_line(each.present))
        if each.joined:
            yield _("  both changes: {text}").format(text=output.one_line(each.joined))
