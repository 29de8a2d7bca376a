"""How the past looks in a terminal: each line of one language, an identifier by itself."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from recorder import Fate, Place, Speaker, Story, StoryLine, Subject, Trashed, Version
from recorder.cli.output import one_line
from recorder.cli.words import _, language_in_use
from recorder.language.catalogue import N_
from recorder.language.deeds import deed, thing
from recorder.language.field_words import field_word
from recorder.language.formatting import Formatter
from recorder.language.labels import label

_FATES = {
    Fate.ADDED: N_("Added: {thing}"),
    Fate.CHANGED: N_("Changed: {thing}"),
    Fate.DELETED: N_("Deleted: {thing}"),
    Fate.RESTORED: N_("Restored: {thing}"),
}
_NOBODY = N_("nobody named")


def moment(wall: str) -> str:
    """An instant by the clock on this wall: «23 تشرين الثاني 2026 11:00»."""
    if not wall:
        return ""
    local = datetime.fromisoformat(wall).astimezone()
    return f"{Formatter(language_in_use()).date(local.date().isoformat())} {local:%H:%M}"


def value_words(value: Any) -> str:  # noqa: ANN401 - any field's
    """A value in a line: the word of a token, the name or the id of a compound."""
    if isinstance(value, Speaker):
        return value.label or value.person_id or ""
    if isinstance(value, Place):
        return value.parent_id or ""
    if isinstance(value, Subject):
        return value.row_id or ""
    if isinstance(value, StrEnum):
        return label(value, language_in_use())
    return "" if value is None else one_line(str(value))


def lines_of_versions(versions: Sequence[Version]) -> Iterator[str]:
    """Two lines for a version: when, who, which field and how; then what it was set to."""
    language = language_in_use()
    for each in versions:
        facts = (
            moment(each.wall),
            each.author,
            field_word(each.column, language),
            deed(each.action, language),
            _("shown now") if each.is_shown else "",
        )
        yield " · ".join(filter(None, facts))
        yield "  " + (value_words(each.value) or _("(empty)"))


def lines_of_story(story: Story) -> Iterator[str]:
    """For each row: its fate, what it says, what changed in it, by whom and when."""
    since = moment(story.since)
    yield _("What changed since {moment}").format(moment=since) if since else _("All that changed")
    for each in story.lines:
        yield _(_FATES[each.fate]).format(thing=thing(each.table, language_in_use()))
        yield "  " + (one_line(each.text) or _("(empty)"))
        yield from _lines_of_fields(each)
        yield "  " + " · ".join(filter(None, _facts(each)))


def _lines_of_fields(line: StoryLine) -> Iterator[str]:
    for each in line.fields:
        yield f"  {field_word(each.column, language_in_use())}:"
        for sign, value in (("-", each.before), ("+", each.after)):
            if words := value_words(value):
                yield f"    {sign} {words}"


def _facts(line: StoryLine) -> Iterator[str]:
    yield "، ".join(line.authors) if language_in_use() == "ar" else ", ".join(line.authors)
    yield moment(line.wall)
    yield _("received from another laptop") if line.is_received else ""
    yield _("joined by the program") if line.is_merged else ""


def lines_of_trash(found: Sequence[Trashed]) -> Iterator[str]:
    """Three lines for a row: what it said, what it was and who deleted it when, its id."""
    for each in found:
        facts = (
            thing(each.table, language_in_use()),
            one_line(each.meeting_title),
            each.author or _(_NOBODY),
            moment(each.wall),
        )
        yield one_line(each.text) or _("(empty)")
        yield "  " + " · ".join(filter(None, facts))
        yield f"  {each.row_id}"
