"""What could be read of a damaged archive's log, laid out to be judged.

It lies in tables of the new archive's own file, which are dropped in the end: a log of a million
changes does not fit into memory.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from recorder.storage import engine, salvage_numbers
from recorder.storage.codec import CODECS, TableCodec
from recorder.storage.salvage_lines import Shape, has_shape, keep, numbered, plain, run
from recorder.storage.sites import keys_fit
from recorder.storage.wreck import Line, Values, Wreck

TABLES = (
    *salvage_numbers.TABLES,
    "caught",
    "caught_action",
    "caught_head",
    "caught_place",
    "caught_version",
    "caught_row",
    "caught_line",
    "caught_known",
)
_SCHEMA = """
CREATE TABLE caught_action (
    no INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, author TEXT, wall TEXT
);
CREATE TABLE caught (
    no INTEGER, id BLOB, site INTEGER, scope TEXT, seq INTEGER, lamport INTEGER, action INTEGER,
    tbl TEXT, row_id TEXT, col TEXT, kind TEXT, schema INTEGER, resolver INTEGER, parents BLOB,
    digest BLOB, salt BLOB, value TEXT, sure INTEGER, told INTEGER
);
CREATE TABLE caught_head (
    tbl TEXT, row_id TEXT, col TEXT, change INTEGER, PRIMARY KEY (tbl, row_id, col, change)
) WITHOUT ROWID;
CREATE TABLE caught_place (site INTEGER, scope TEXT, seq INTEGER, no INTEGER);
CREATE TABLE caught_version (site INTEGER, scope TEXT, seq INTEGER, id BLOB);
CREATE TABLE caught_row (
    tbl TEXT, row_id TEXT, scope TEXT, PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID;
CREATE TABLE caught_line (
    tbl TEXT, row_id TEXT, line TEXT, PRIMARY KEY (tbl, row_id)
) WITHOUT ROWID
"""
_INDEXES = """
CREATE INDEX caught_chain ON caught (site, scope, seq);
CREATE INDEX caught_of_row ON caught (row_id, tbl);
CREATE INDEX caught_no ON caught (no);
CREATE INDEX caught_id ON caught (id);
CREATE INDEX caught_place_no ON caught_place (no);
INSERT INTO caught SELECT caught.no, caught.id, place.site, place.scope, place.seq, lamport,
    action, tbl, row_id, col, kind, schema, resolver, parents, digest, salt, value, sure, told
    FROM caught JOIN caught_place AS place ON place.no = caught.no
    WHERE (place.site, place.scope, place.seq) <> (caught.site, caught.scope, caught.seq);
INSERT OR IGNORE INTO caught_row SELECT tbl, row_id, min(scope)
    FROM caught GROUP BY row_id, tbl;
INSERT OR IGNORE INTO caught_row SELECT DISTINCT tbl, row_id, NULL FROM caught_head;
CREATE INDEX caught_row_scope ON caught_row (scope)
"""

_NONE = type(None)
_CHANGE: Shape = (
    (int,), (bytes,), (int,), (str,), (int,), (int,), (int,), (str,), (str,), (str,), (str,),
    (int,), (int,), (bytes,), (bytes,), (bytes, _NONE), (str, _NONE),
)  # fmt: skip
_ACTION: Shape = ((int,), (str,), (str,), (str,), (str,))
_SITE: Shape = ((int,), (str,), (bytes, _NONE), (bytes, _NONE), (int,), (str, _NONE))
_NAMED: Shape = ((str,), (int,))
_VERSION: Shape = ((int,), (str,), (int,), (bytes,))
_ENDING: Shape = (*_VERSION, (int,))
_PLAIN: dict[str, tuple[str, Shape]] = {
    "caught_head": ("head", ((str,), (str,), (str,), (int,))),
    "caught_place": ("sqlite_autoindex_change_2", ((int,), (str,), (int,), (int,))),
    "caught_version": ("version", _VERSION),
}
"""What an archive holds in words that waits for its upgrade; the ends of chains always are."""

_SITE_ID = re.compile("[0-9a-f]{32}")


def catch_log(connection: engine.Connection, wreck: Wreck) -> None:
    """Lay out the log, its heads and ends; sites and actions go where they belong at once.

    Call it last of all that walks trees: pages that no tree led to are read as what they look
    like.
    """
    run(connection, _SCHEMA)
    salvage_numbers.begin(connection)
    connection.execute("BEGIN")
    for codec in CODECS.values():
        _keep_lines(connection, wreck, codec)
    sites = list(wreck.rows("site"))
    named = [line for _, line in wreck.rows("sqlite_autoindex_site_1")]
    salvage_numbers.catch_numbers(connection, wreck)
    keep(connection, "caught_action", numbered(wreck.rows("action"), _ACTION))
    keep(connection, "caught", _unsure(wreck.rows("change")))
    for table, (source, shape) in _PLAIN.items():
        keep(connection, table, plain(map(_shortened, wreck.rows(source)), shape))
    for values in wreck.strays():
        salvage_numbers.keep_stray(connection, values)
        # Of a sound file all indexes are strays: what is no line of ours must not be kept.
        if values[0] is None:
            named += _keep_stray_entry(connection, values[1])
        else:
            sites += _keep_stray_line(connection, values)
    _keep_sites(connection, sites, named)
    salvage_numbers.put_in_words(connection)
    run(connection, _INDEXES)
    connection.execute("COMMIT")


def _unsure(found: Iterable[Values]) -> Iterable[Line]:
    """The changes of a log that is in words, as nothing yet proves them."""
    return ((*line, 0, 1) for line in numbered(found, _CHANGE))


def _shortened(values: Values) -> Values:
    """The end of a chain without its Lamport time, which the log tells."""
    no, line = values
    return (no, line[:-1]) if has_shape(line, _ENDING) else values


def _keep_stray_entry(connection: engine.Connection, line: Line) -> list[Line]:
    """A line of a tree without row numbers; answers it when it may name a site."""
    for table, (_, shape) in _PLAIN.items():
        keep(connection, table, plain([_shortened((None, line))], shape))
    return [line] if has_shape(line, _NAMED) and _SITE_ID.fullmatch(line[0]) else []


def _keep_stray_line(connection: engine.Connection, values: Values) -> list[Values]:
    """A line of a table; answers it when it may be a site."""
    no, line = values
    keep(connection, "caught", _unsure([values]))
    keep(connection, "caught_action", numbered([values], _ACTION))
    return [values] if has_shape((no, *line[1 : len(_SITE)]), _SITE) else []


def _keep_lines(connection: engine.Connection, wreck: Wreck, codec: TableCodec) -> None:
    """The lines of a readable table, in the order of its codec, `deleted` at the end."""
    names = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({codec.table})")]
    order = [names.index(name) for name in (*codec.names, "deleted")]
    for _, line in wreck.rows(codec.table):
        padded = (*line, *[None] * (len(names) - len(line)))
        ordered = [padded[at] for at in order]
        if not isinstance(ordered[0], str) or any(isinstance(each, bytes) for each in ordered):
            continue
        row = [codec.table, ordered[0]]
        connection.execute(
            "INSERT OR IGNORE INTO caught_line VALUES (?, ?, ?)", [*row, json.dumps(ordered)]
        )
        connection.execute(
            "INSERT OR IGNORE INTO caught_row VALUES (?, ?, ?)", [*row, codec.read(ordered).scope]
        )


def _keep_sites(
    connection: engine.Connection, sites: Iterable[Values], named: Iterable[Line]
) -> None:
    """The sites. Of one whose line is lost an index may tell the id.

    One whose privacy cannot be read is private: what it wrote never travels.
    """
    names = [name for _, name, *_ in connection.execute("PRAGMA table_info(site)")]
    lines: list[dict[str, Any]] = [
        dict.fromkeys(names) | dict(zip(names, line, strict=False)) | {"no": no}
        for no, line in sites
        if has_shape((no, *line[1 : len(_SITE)]), _SITE)
    ]
    lines += [
        dict.fromkeys(names) | {"id": line[0], "no": line[1]}
        for line in named
        if has_shape(line, _NAMED)
    ]
    marks = ", ".join("?" * len(names))
    for site in lines:
        if _SITE_ID.fullmatch(site["id"]):
            if site["private"] not in (0, 1):
                site["private"] = 1
            if not keys_fit(site["id"], site["public_key"], site["secret_key"]):
                site["secret_key"] = None
            connection.execute(
                f"INSERT OR IGNORE INTO site ({', '.join(names)}) VALUES ({marks})",
                [site[name] for name in names],
            )
