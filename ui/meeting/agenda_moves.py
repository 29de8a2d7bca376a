"""What a hand does to the agenda of a running meeting.

Each is a call that reckons in the archive's thread from what is stored by then: three quick steps
are three steps, and nothing that arrived meanwhile is overwritten.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from recorder import AgendaItem, Changes, Postponed, RunningAgenda, is_parked, new_id
from ui.meeting.outline import (
    Move,
    OutlineRow,
    dropped,
    indented,
    lowered,
    outdented,
    outline,
    raised,
)

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

_STEPS: dict[str, Callable[[Sequence[OutlineRow], str], Move | None]] = {
    "raise": raised,
    "lower": lowered,
    "indent": indented,
    "outdent": outdented,
}


def stepping(meeting_id: str, item_id: str, step: str) -> "Callable[[ArchiveType], Changes | None]":
    """Raise, lower, indent or outdent an item."""

    def target(rows: Sequence[OutlineRow]) -> Move | None:
        return _STEPS[step](rows, item_id)

    return lambda archive: _move(archive, meeting_id, item_id, target)


def dropping(
    meeting_id: str, item_id: str, before_id: str
) -> "Callable[[ArchiveType], Changes | None]":
    """Let an item go above another one; "" means the end."""

    def target(rows: Sequence[OutlineRow]) -> Move | None:
        at = next((at for at, each in enumerate(rows) if each.item.id == before_id), len(rows))
        return dropped(rows, item_id, at)

    return lambda archive: _move(archive, meeting_id, item_id, target)


def starting(
    meeting_id: str, item_id: str, clock: str
) -> "Callable[[ArchiveType], Changes | None]":
    """The room turns to an item."""
    return _writing(meeting_id, "agenda_item.start", lambda agenda: agenda.start(item_id, clock))


def ending(meeting_id: str, item_id: str, clock: str) -> "Callable[[ArchiveType], Changes | None]":
    """An item ends."""
    return _writing(meeting_id, "agenda_item.end", lambda agenda: agenda.end(item_id, clock))


def postponing(
    meeting_id: str, item_id: str, why: Postponed, words: str, clock: str
) -> "Callable[[ArchiveType], Changes | None]":
    """An item is left for a later meeting."""
    return _writing(
        meeting_id,
        "agenda_item.postpone",
        lambda agenda: agenda.postpone(item_id, why, words, clock),
    )


def resuming(meeting_id: str, item_id: str) -> "Callable[[ArchiveType], Changes | None]":
    """An item that was postponed, or a topic that was put aside, is on the agenda again."""
    return _writing(meeting_id, "agenda_item.resume", lambda agenda: agenda.resume(item_id))


def parking(meeting_id: str, title: str) -> "Callable[[ArchiveType], Changes]":
    """A topic that came up is put aside."""
    topic = AgendaItem(id=new_id(), meeting_id=meeting_id, title=title, postponed=Postponed.PARKED)
    return lambda archive: archive.agenda.append(topic)


def _writing(
    meeting_id: str, action: str, rows_of: "Callable[[RunningAgenda], Sequence[AgendaItem]]"
) -> "Callable[[ArchiveType], Changes | None]":
    def call(archive: "ArchiveType") -> Changes | None:
        rows = rows_of(RunningAgenda(archive.agenda.all(meeting_id)))
        return archive.write(*rows, action=action) if rows else None

    return call


def _move(
    archive: "ArchiveType",
    meeting_id: str,
    item_id: str,
    target: "Callable[[Sequence[OutlineRow]], Move | None]",
) -> Changes | None:
    items = archive.agenda.all(meeting_id)
    rows = outline([each for each in items if not is_parked(each)])
    if all(each.item.id != item_id for each in rows):
        return None
    to = target(rows)
    if to is None:
        return None
    return archive.agenda.move(item_id, parent_id=to.parent_id, after=to.after)
