"""Of each caught chain, what goes back to its beginning without a gap, becomes the new log.

A change proves itself: its id is the hash of what it says and of the change before it. After a
gap nothing can be logged, since a chain of changes has none; what stands there is still sure
where a value fits its own hash, and is written anew (see `salvage_rows`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from recorder.domain.log import Change, LoggedValue
from recorder.storage import engine
from recorder.storage.branches import ENDS
from recorder.storage.inspection import is_what_was_written
from recorder.storage.registers import split
from recorder.storage.salvage_lines import run

UNSURE, SURE, LOGGED = 0, 1, 2
"""How far a caught change is proven: not at all, its value, or all of it."""

_CAUGHT = """
SELECT caught.rowid, scope, seq, caught.id, caught.no, lamport, caught.action, tbl, row_id, col,
       kind, schema, resolver, parents, digest, salt, value, action.id, name, author, wall
FROM caught JOIN action ON action.no = caught.action WHERE site = ? ORDER BY scope, seq, caught.no
"""


@dataclass(frozen=True)
class Account:
    """Whether every loss is known, and where.

    Attributes:
        lost: how many changes of each scope are lost.
        complete: the scopes of which everything was logged anew.
        is_closed: whether the losses add up to the numbers that are missing in the log.
    """

    is_closed: bool
    lost: dict[str, int] = field(default_factory=dict)
    complete: frozenset[str] = frozenset()


def log_what_is_proven(connection: engine.Connection) -> None:
    """Fill the log and its version vector from what was caught."""
    connection.execute("BEGIN")
    run(connection, _NUMBERS)
    connection.create_function("fits", 3, is_what_was_written)
    connection.execute(
        f"UPDATE caught SET sure = {SURE}"
        " WHERE told AND value IS NOT NULL AND fits(digest, salt, value)"
    )
    for site in _sites(connection):
        found = connection.execute(_CAUGHT, [site.no])
        for scope, chain in groupby(found, key=itemgetter(1)):
            for rowid in _proven(connection, site, scope, chain):
                _log(connection, rowid)
    connection.execute(ENDS.format(where=""))
    connection.execute("COMMIT")


@dataclass(frozen=True)
class _Site:
    no: int
    name: str
    parent: int | None


_NUMBERS = """
INSERT OR IGNORE INTO term (text) SELECT scope FROM caught UNION SELECT tbl FROM caught
    UNION SELECT col FROM caught UNION SELECT kind FROM caught
    UNION SELECT name FROM caught_action UNION SELECT author FROM caught_action;
INSERT OR IGNORE INTO deed SELECT found.no, id, name.no, author.no, wall
    FROM caught_action AS found JOIN term AS name ON name.text = found.name
    JOIN term AS author ON author.text = found.author;
INSERT OR IGNORE INTO logged_row (tbl, id) SELECT DISTINCT term.no, row_id
    FROM caught JOIN term ON term.text = tbl
"""
_LOG = """
INSERT OR IGNORE INTO log SELECT {no}, caught.id, site, scope.no, seq, lamport, action,
    logged_row.no, col.no, kind.no, schema, resolver, parents, digest, salt, value
    FROM caught JOIN term AS scope ON scope.text = caught.scope
    JOIN term AS tbl ON tbl.text = caught.tbl
    JOIN logged_row ON logged_row.id = row_id AND logged_row.tbl = tbl.no
    JOIN term AS col ON col.text = caught.col JOIN term AS kind ON kind.text = caught.kind
    WHERE caught.rowid = ?
"""


def _log(connection: engine.Connection, rowid: int) -> None:
    """Log a caught change; no hash proves its number, so that another one may have taken it."""
    if not connection.execute(_LOG.format(no="caught.no"), [rowid]).rowcount:
        connection.execute(_LOG.format(no="NULL"), [rowid])
    connection.execute(f"UPDATE caught SET sure = {LOGGED} WHERE rowid = ?", [rowid])


def _sites(connection: engine.Connection) -> list[_Site]:
    """The sites and branches, each after the one that it left."""
    lines = connection.execute("SELECT no, id, origin, parent FROM site").fetchall()
    ids = {no: site_id for no, site_id, *_ in lines}
    sites = {
        no: _Site(no, ids.get(origin, site_id) if origin else site_id, parent)
        for no, site_id, origin, parent in lines
    }

    def depth(site: _Site) -> int:
        seen: set[int] = set()
        at: _Site | None = site
        while at is not None and at.no not in seen:
            seen.add(at.no)
            at = sites.get(at.parent) if at.parent is not None else None
        return len(seen)

    return sorted(sites.values(), key=lambda each: (depth(each), each.no))


def _proven(
    connection: engine.Connection, site: _Site, scope: str, chain: Iterator[Sequence[Any]]
) -> Iterator[int]:
    """The caught lines that carry on the chain from its beginning."""
    at: int | None = None
    last = b""
    for stored in chain:
        seq, change_id = stored[2], stored[3]
        if at is None:
            at = seq - 1 if site.parent is not None else 0
            last = _before(connection, site, scope, seq) if at else b""
        if seq > at + 1:
            return
        is_next = seq == at + 1 and _logged(site.name, scope, stored, last).id == change_id
        if is_next and is_what_was_written(*stored[14:17]):
            at, last = seq, change_id
            yield stored[0]


def _before(connection: engine.Connection, site: _Site, scope: str, seq: int) -> bytes:
    """The id of the change after which a branch left another one."""
    parents = {each.no: each.parent for each in _sites(connection)}
    parent, tried = site.parent, set[int]()
    while parent is not None and parent not in tried:
        tried.add(parent)
        found = connection.execute(
            "SELECT id FROM change WHERE site = ? AND scope = ? AND seq = ?",
            [parent, scope, seq - 1],
        ).fetchone()
        if found:
            return bytes(found[0])
        parent = parents.get(parent)
    return b""


def _logged(site: str, scope: str, stored: Sequence[Any], previous: bytes) -> LoggedValue:
    (_, _, seq, _, _, lamport, _, table, row_id, column, kind, schema, resolver, parents, digest,
     salt, value, action, name, author, wall) = stored  # fmt: skip
    change = Change(
        site=site, scope=scope, seq=seq, lamport=lamport, wall=wall, author=author, action=action,
        name=name, table=table, row_id=row_id, column=column, kind=kind, schema=schema,
        resolver=resolver, previous=previous, parents=tuple(split(parents)), digest=digest,
    )  # fmt: skip
    return LoggedValue(change, salt or b"", value)


## Accounting

_PLACES = """
CREATE TABLE caught_known AS
    SELECT site, scope, seq, no, 1 AS here FROM change
    UNION ALL
    SELECT coalesce(place.site, caught.site), coalesce(place.scope, caught.scope),
        coalesce(place.seq, caught.seq), caught.no, 1
    FROM caught LEFT JOIN caught_place AS place ON place.no = caught.no
    WHERE sure = 1 AND caught.no NOT IN (SELECT no FROM log)
    UNION ALL
    SELECT site, scope, seq, no, 0 FROM caught_place
    WHERE no NOT IN (SELECT no FROM caught WHERE sure > 0)
    UNION ALL
    SELECT site, scope, seq, NULL, 0 FROM caught_version AS ending
    WHERE NOT EXISTS (SELECT 1 FROM caught WHERE caught.id = ending.id AND sure > 0)
"""
_CHAINS = """
SELECT scope, known.site, max(seq), min(seq), parent IS NOT NULL,
    count(DISTINCT CASE WHEN here THEN seq END),
    (SELECT count(*) FROM change WHERE site = known.site AND scope = known.scope),
    (SELECT count(*) FROM caught_version AS ending LEFT JOIN version USING (site, scope, seq, id)
     WHERE ending.site = known.site AND ending.scope = known.scope AND version.site IS NULL)
FROM caught_known AS known LEFT JOIN site ON site.no = known.site GROUP BY scope, known.site
"""


def account(connection: engine.Connection) -> Account:
    """What is lost: the log's numbers have no gaps, and neither has any chain.

    Where the two do not add up, a loss is not known, and nothing can be called whole.
    """
    connection.execute(_PLACES)
    lost: dict[str, int] = {}
    broken: set[str] = set()
    total = 0
    for scope, _, last, first, is_branch, here, logged, wrong_ends in connection.execute(_CHAINS):
        length = last - (first if is_branch else 1) + 1
        total += length
        lost[scope] = lost.get(scope, 0) + length - here
        if logged != length or wrong_ends:
            broken.add(scope)
    most = connection.execute("SELECT max(no) FROM caught_known").fetchone()[0]
    is_closed = most == total
    return Account(is_closed, lost, frozenset(lost.keys() - broken if is_closed else ()))
