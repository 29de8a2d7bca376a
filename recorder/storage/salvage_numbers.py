"""A damaged log's numbers, put back into words: what row, scope, column and author they mean.

`term` and `logged_row` each stand in the file twice, in their table and in its index; what one of
them lost the other still tells, and where they say different things both are tried. A number with
one bit otherwise is another row's: so a change that no hash proves counts only where a second
place (its head, or the index of rows) says the same of it.
"""

from recorder.storage import engine
from recorder.storage.salvage_lines import Shape, has_shape, keep, numbered, plain, run
from recorder.storage.wreck import Line, Values, Wreck

TABLES = (
    "caught_term", "caught_number", "caught_deed", "caught_log", "caught_standing", "caught_end",
    "caught_entry", "caught_doubt",
)  # fmt: skip

_SCHEMA = """
CREATE TABLE caught_term (no INTEGER, text TEXT, PRIMARY KEY (no, text)) WITHOUT ROWID;
CREATE TABLE caught_number (
    no INTEGER, tbl INTEGER, id TEXT, PRIMARY KEY (no, tbl, id)
) WITHOUT ROWID;
CREATE TABLE caught_entry (row INTEGER, change INTEGER);
CREATE TABLE caught_doubt (kind TEXT, no INTEGER, PRIMARY KEY (kind, no)) WITHOUT ROWID;
CREATE TABLE caught_deed (
    no INTEGER PRIMARY KEY, id TEXT, name INTEGER, author INTEGER, wall TEXT
);
CREATE TABLE caught_log (
    no INTEGER, id BLOB, site INTEGER, scope INTEGER, seq INTEGER, lamport INTEGER, deed INTEGER,
    row INTEGER, col INTEGER, kind INTEGER, schema INTEGER, resolver INTEGER, parents BLOB,
    digest BLOB, salt BLOB, value TEXT
);
CREATE TABLE caught_standing (row INTEGER, col INTEGER, change INTEGER, is_stray INTEGER);
CREATE TABLE caught_end (site INTEGER, scope INTEGER, seq INTEGER, no INTEGER)
"""

_NONE = type(None)
_TERM: Shape = ((int,), (str,))
_ROW: Shape = ((int,), (int,), (str,))
_DEED: Shape = ((int,), (str,), (int,), (int,), (str,))
_LOG: Shape = (
    (int,), (bytes,), (int,), (int,), (int,), (int,), (int,), (int,), (int,), (int,),
    (int,), (int,), (bytes,), (bytes,), (bytes, _NONE), (str, _NONE),
)  # fmt: skip
_LINES = {
    "caught_deed": ("deed", _DEED), "caught_log": ("log", _LOG),
    "caught_number": ("logged_row", _ROW), "caught_term": ("term", _TERM),
}  # fmt: skip
_STANDING: Shape = ((int,), (int,), (int,))
_END: Shape = ((int,), (int,), (int,), (int,))
_ENTRY: Shape = ((int,), (int,))
_TERM_ENTRY: Shape = ((str,), (int,))
_ROW_ENTRY: Shape = ((str,), (int,), (int,))

_IN_WORDS = """
CREATE INDEX caught_log_no ON caught_log (no);
CREATE INDEX caught_entry_change ON caught_entry (change);
CREATE INDEX caught_standing_change ON caught_standing (change);
INSERT INTO caught_doubt SELECT 'term', no FROM caught_term GROUP BY no HAVING count(*) > 1;
INSERT INTO caught_doubt SELECT 'row', no FROM caught_number WHERE no IN
    (SELECT no FROM caught_number GROUP BY no HAVING count(*) > 1)
    OR tbl IN (SELECT no FROM caught_doubt WHERE kind = 'term') GROUP BY no;
INSERT OR IGNORE INTO caught_action SELECT deed.no, deed.id, name.text, author.text, wall
    FROM caught_deed AS deed JOIN caught_term AS name ON name.no = deed.name
    JOIN caught_term AS author ON author.no = deed.author;
INSERT INTO caught SELECT log.no, log.id, site, scope.text, seq, lamport, deed, tbl.text,
    about.id, col.text, kind.text, schema, resolver, parents, digest, salt, value, 0,
    {told}
    FROM caught_log AS log JOIN caught_number AS about ON about.no = log.row
    JOIN caught_term AS scope ON scope.no = log.scope
    JOIN caught_term AS tbl ON tbl.no = about.tbl
    JOIN caught_term AS col ON col.no = log.col JOIN caught_term AS kind ON kind.no = log.kind;
INSERT OR IGNORE INTO caught_head SELECT tbl.text, about.id, col.text, change
    FROM caught_standing AS standing JOIN caught_number AS about ON about.no = standing.row
    JOIN caught_term AS tbl ON tbl.no = about.tbl JOIN caught_term AS col ON col.no = standing.col
    WHERE standing.row NOT IN (SELECT no FROM caught_doubt WHERE kind = 'row')
    AND standing.col NOT IN (SELECT no FROM caught_doubt WHERE kind = 'term')
    AND (NOT is_stray OR EXISTS (SELECT 1 FROM caught_log AS log WHERE log.no = change
        AND log.row = standing.row AND log.col = standing.col));
INSERT INTO caught_place SELECT site, text, seq, ending.no FROM caught_end AS ending
    JOIN caught_term ON caught_term.no = ending.scope
"""


_TOLD = """
    log.row NOT IN (SELECT no FROM caught_doubt WHERE kind = 'row')
    AND log.col NOT IN (SELECT no FROM caught_doubt WHERE kind = 'term')
    AND (EXISTS (SELECT 1 FROM caught_standing AS standing WHERE standing.change = log.no
        AND standing.row = log.row AND standing.col = log.col)
    OR (EXISTS (SELECT 1 FROM caught_entry AS entry WHERE entry.change = log.no
            AND entry.row = log.row)
        AND NOT EXISTS (SELECT 1 FROM caught_standing AS standing
            WHERE standing.change = log.no)))
"""
"""Whether a second place says of a change what its line says: which row and column it wrote."""


def begin(connection: engine.Connection) -> None:
    """Make room for what is caught."""
    run(connection, _SCHEMA)


def catch_numbers(connection: engine.Connection, wreck: Wreck) -> None:
    """Read the numbered log and what its numbers mean, as far as trees lead to it."""
    for table, (source, shape) in _LINES.items():
        keep(connection, table, numbered(wreck.rows(source), shape))
    terms = plain(wreck.rows("sqlite_autoindex_term_1"), _TERM_ENTRY)
    keep(connection, "caught_term", ((no, text) for text, no in terms))
    rows = plain(wreck.rows("sqlite_autoindex_logged_row_1"), _ROW_ENTRY)
    keep(connection, "caught_number", ((no, tbl, row_id) for row_id, tbl, no in rows))
    standing = plain(wreck.rows("standing"), _STANDING)
    keep(connection, "caught_standing", ((*line, 0) for line in standing))
    keep(connection, "caught_end", plain(wreck.rows("sqlite_autoindex_log_2"), _END))
    keep(connection, "caught_entry", plain(wreck.rows("log_row"), _ENTRY))


def keep_stray(connection: engine.Connection, values: Values) -> None:
    """A line on a page that no tree led to, if it looks like one of ours.

    An entry of the index of terms looks like one of many indexes, and is not trusted.
    """
    no, line = values
    if no is not None:
        for table, (_, shape) in _LINES.items():
            keep(connection, table, numbered([values], shape))
    elif has_shape(line, _STANDING):
        keep(connection, "caught_standing", [(*line, 1)])
    elif has_shape(line, _END):
        keep(connection, "caught_end", [line])
    elif has_shape(line, _ROW_ENTRY):
        _keep_row_entry(connection, line)


def _keep_row_entry(connection: engine.Connection, line: Line) -> None:
    row_id, tbl, no = line
    keep(connection, "caught_number", [(no, tbl, row_id)])


def put_in_words(connection: engine.Connection) -> None:
    """Lay out what was caught as an older log would have held it."""
    run(connection, _IN_WORDS.format(told=_TOLD))
