"""Link rows that came to link the same when entries were merged: both stay, one is shown.

Both of two merged people may have been on the list of one meeting. The line that is shown is the
row that says more; what is changed in it is written to its twin too, or the change would seem to
be undone by the other row.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from recorder.domain.tokens import HostRole, Presence
from recorder.storage.aliases import Standing
from recorder.storage.codec import CODECS, TableCodec
from recorder.storage.engine import Connection


class _Link(NamedTuple):
    """What a row of a table links: a row of its meeting, and an entry of the directory."""

    owner: str
    entry: str
    table: str
    told: str = ""
    order: Sequence[str] = ()


LINKS = {
    "attendance": _Link("meeting_id", "person_id", "person", "presence",
                        (Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT)),
    "host": _Link("meeting_id", "organisation_id", "organisation", "role", tuple(HostRole)),
    "support": _Link("recommendation_id", "organisation_id", "organisation"),
}  # fmt: skip
"""The tables whose rows are known by what they link, the entry of the directory among it."""


def without_twins(
    codec: TableCodec, standing: Standing, lines: list[Sequence[Any]]
) -> list[Sequence[Any]]:
    """The stored lines, of those that link the same the one that says most.

    Present before excused before absent, organiser before partner; then whichever has more of
    its fields filled in, then the one that names the shown entry itself, then the smallest id.
    """
    link = LINKS[codec.table]
    owner, entry = (codec.names.index(name) for name in (link.owner, link.entry))
    told = codec.names.index(link.told) if link.told else 0
    ranks = {str(token): place for place, token in enumerate(link.order)}
    best: dict[tuple[Any, Any], tuple[Any, ...]] = {}
    for line in lines:
        shown = standing.entry(link.table, line[entry]) if line[entry] else line[0]
        filled = sum(1 for each in line if each)
        rank = (ranks.get(line[told], len(ranks)), -filled, line[entry] != shown, line[0])
        best[line[owner], shown] = min(rank, best.get((line[owner], shown), rank))
    chosen = {rank[-1] for rank in best.values()}
    return [line for line in lines if line[0] in chosen]


def shared_columns(table: str) -> frozenset[str]:
    """The fields that tell of what is linked, and so are the same in all twins."""
    link = LINKS.get(table)
    if link is None:
        return frozenset()
    return frozenset(CODECS[table].columns.keys() - {link.owner, link.entry, "place"})


def twins_of(connection: Connection, standing: Standing, table: str, row_id: str) -> list[str]:
    """The other rows in sight that link what a row links, when merged entries are one."""
    link = LINKS.get(table)
    if link is None or not standing:
        return []
    found = connection.execute(
        f"SELECT {link.owner}, {link.entry} FROM {table} WHERE id = ?", [row_id]
    ).fetchone()
    members = standing.members(link.table, found[1]) if found and found[1] else frozenset()
    if len(members) < 2:  # noqa: PLR2004 - alone
        return []
    marks = ", ".join("?" * len(members))
    twins = connection.execute(
        f"SELECT id FROM {table} WHERE {link.owner} = ? AND {link.entry} IN ({marks})"
        " AND id <> ? AND deleted = 0 ORDER BY id",
        [found[0], *members, row_id],
    )
    return [twin for (twin,) in twins]


def surplus(connection: Connection, standing: Standing) -> dict[str, tuple[int, int]]:
    """How many people too many a count of rows finds, by meeting: on the list, and present."""
    if not standing.of["person"]:
        return {}
    people: dict[tuple[str, str], list[bool]] = {}
    for meeting_id, person_id, presence in connection.execute(
        "SELECT meeting_id, person_id, presence FROM attendance WHERE deleted = 0 AND person_id IN"
        " (SELECT from_id FROM person_alias UNION SELECT into_id FROM person_alias)"
    ):
        key = (meeting_id, standing.entry("person", person_id))
        people.setdefault(key, []).append(presence == Presence.PRESENT)
    more: dict[str, tuple[int, int]] = {}
    for (meeting_id, _), present in people.items():
        listed, there = more.get(meeting_id, (0, 0))
        more[meeting_id] = (listed + len(present) - 1, there + max(sum(present) - 1, 0))
    return {meeting_id: each for meeting_id, each in more.items() if any(each)}
