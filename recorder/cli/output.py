"""How answers look: lines that read well in a terminal of either direction, or JSON.

A terminal turns each line by its first letter, so a line is of one language, and an identifier
has a line for itself.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from recorder import CheckReport, Hit, MeetingState, MeetingSummary
from recorder.cli.words import _, language_in_use, ngettext, pgettext
from recorder.language.catalogue import N_
from recorder.language.formatting import Formatter
from recorder.language.labels import label

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

AnyFunction = TypeVar("AnyFunction", bound=Callable[..., Any])
Entry = TypeVar("Entry", bound="DataclassInstance")

_SHORTEST_ID = 8
_MOST_UNKNOWN = 5
_MOST_PROBLEMS = 20

_STATES = {str(each): each for each in MeetingState}

_PROBLEMS = {
    "page": N_("A page of the file is damaged: {data}"),
    "chain": N_("A change is not what was written: {data}"),
    "blob": N_("An attached file is not what was attached: {data}"),
    "table": N_("A table differs from the log; `rebuild` makes it anew: {data}"),
    "index": N_("A search would miss something; `rebuild` makes its index anew: {data}"),
}


def one_line(text: str) -> str:
    """A text of several lines in one."""
    return " ".join(text.split())


def print_json(value: object) -> None:
    """JSON that a person can read too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=_as_text))


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def print_list(
    found: Sequence[Entry],
    *,
    as_json: bool,
    empty: str,
    lines: Callable[[Sequence[Entry]], Iterator[str]],
) -> None:
    """The entries as JSON, as lines, or the sentence that there are none."""
    if as_json:
        print_json([asdict(each) for each in found])
    elif not found:
        click.echo(empty)
    else:
        click.echo("\n".join(lines(found)))


def lines_of_meetings(found: Sequence[MeetingSummary]) -> Iterator[str]:
    """Three lines for a meeting: its title, what it counts, and as much of its id as it takes."""
    size = _length_of_ids([each.id for each in found])
    for each in found:
        yield one_line(each.title) or _("Without a title")
        yield "  " + " · ".join(filter(None, _facts(each)))
        yield f"  {each.id[:size]}"


def _facts(each: MeetingSummary) -> Iterator[str]:
    language = language_in_use()
    yield _("no. {number}").format(number=each.number) if each.number else ""
    yield Formatter(language).long_date(each.date) if each.date else _("without a date")
    yield one_line(each.city)
    yield label(_STATES.get(each.state or ""), language) or each.state or ""
    counted = (
        (each.people, ngettext("{count} participant", "{count} participants", each.people)),
        (each.notes, ngettext("{count} note", "{count} notes", each.notes)),
        (each.decisions, ngettext("{count} decision", "{count} decisions", each.decisions)),
        (
            each.recommendations,
            ngettext("{count} recommendation", "{count} recommendations", each.recommendations),
        ),
    )
    for count, words in counted:
        yield words.format(count=count) if count else ""


def _length_of_ids(ids: Sequence[str]) -> int:
    """How many characters tell the ids apart."""
    longest = max(map(len, ids))
    sizes = range(_SHORTEST_ID, longest + 1)
    return next((size for size in sizes if len({each[:size] for each in ids}) == len(ids)), longest)


def lines_of_hits(found: Sequence[Hit]) -> Iterator[str]:
    """Two lines for a row: what it says, and what it is, whose and in which meeting.

    What was found is bold in a terminal; Click leaves that out of files and pipes.
    """
    kinds = _kinds()
    formatter = Formatter(language_in_use())
    for each in found:
        yield _with_marks(each)
        kind = kinds.get(each.table, each.table)
        day = formatter.date(each.date) if each.date else ""
        facts = (kind, each.who, one_line(each.meeting_title), day)
        yield "  " + " · ".join(filter(None, facts))


def _with_marks(hit: Hit) -> str:
    parts: list[str] = []
    at = 0
    for start, end in hit.spans:
        parts += [hit.text[at:start], click.style(hit.text[start:end], bold=True)]
        at = end
    return one_line("".join((*parts, hit.text[at:]))) or _("Without a title")


def _kinds() -> dict[str, str]:
    """What a row of each table is called where it is found."""
    return {
        "meeting": pgettext("what was found", "Meeting"),
        "series": pgettext("what was found", "Series"),
        "agenda_item": pgettext("what was found", "Agenda item"),
        "note": pgettext("what was found", "Note"),
        "issue": pgettext("what was found", "Point of agreement or difference"),
        "position": pgettext("what was found", "Position"),
        "decision": pgettext("what was found", "Decision"),
        "recommendation": pgettext("what was found", "Recommendation"),
        "follow_up": pgettext("what was found", "Follow-up entry"),
        "person": pgettext("what was found", "Person"),
        "organisation": pgettext("what was found", "Organisation"),
        "theme": pgettext("what was found", "Theme"),
        "attachment": pgettext("what was found", "Attachment"),
    }


def print_check(report: CheckReport, *, as_json: bool) -> None:
    """What a check found."""
    if as_json:
        problems = [{"code": code, "data": data} for code, data in report.problems]
        print_json({"ok": report.ok, **asdict(report), "problems": problems})
        return
    for code, data in report.problems[:_MOST_PROBLEMS]:
        click.echo(_(_PROBLEMS.get(code, "{data}")).format(data=data), err=True)
    if len(report.problems) > _MOST_PROBLEMS:
        click.echo("  …", err=True)
    if report.ok:
        said = ngettext(
            "The archive is whole: {count} change was checked.",
            "The archive is whole: {count} changes were checked.",
            report.changes,
        )
        click.echo(said.format(count=report.changes))
    if report.missing:
        said = ngettext(
            "{count} attached file is known by its name alone; its bytes are on another laptop.",
            "{count} attached files are known by name alone; their bytes are on another laptop.",
            report.missing,
        )
        click.echo(said.format(count=report.missing))


def warn_of_unknown(paths: Sequence[str]) -> None:
    """Fields of a file that this release does not know, the first few by name."""
    if not paths:
        return
    said = ngettext(
        "{count} field of the file is not known to this release and was left out:",
        "{count} fields of the file are not known to this release and were left out:",
        len(paths),
    )
    click.echo(said.format(count=len(paths)), err=True)
    for each in paths[:_MOST_UNKNOWN]:
        click.echo(f"  {each}", err=True)
    if len(paths) > _MOST_UNKNOWN:
        click.echo("  …", err=True)
