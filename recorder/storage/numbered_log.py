"""The ninth step of the schema: what the log repeats stands in it as a number.

A year of work holds each row's id, table and scope a dozen times, and each id takes 36 bytes in
the table and in three indexes. `term` and `logged_row` hold them once. The views `change`, `head`
and `action` show the same log in words, for any SQLite tool and for all that is not read often.
"""

NUMBERED_LOG = """
CREATE TABLE term (no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO term (text) SELECT scope FROM change UNION SELECT tbl FROM change
    UNION SELECT col FROM change UNION SELECT kind FROM change UNION SELECT name FROM action
    UNION SELECT author FROM action UNION SELECT author FROM step;
CREATE TABLE logged_row (
    no INTEGER PRIMARY KEY, tbl INTEGER NOT NULL REFERENCES term (no), id TEXT NOT NULL,
    UNIQUE (id, tbl)
) STRICT;
INSERT INTO logged_row (tbl, id) SELECT term.no, row_id
    FROM (SELECT tbl, row_id, min(no) AS first FROM change GROUP BY row_id, tbl)
    JOIN term ON term.text = tbl ORDER BY first;
CREATE TABLE deed (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name INTEGER NOT NULL REFERENCES term (no),
    author INTEGER NOT NULL REFERENCES term (no), wall TEXT NOT NULL
) STRICT;
INSERT INTO deed SELECT action.no, id, name.no, author.no, wall FROM action
    JOIN term AS name ON name.text = action.name JOIN term AS author ON author.text = action.author
    ORDER BY action.no;
CREATE TABLE log (
    no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, site INTEGER NOT NULL REFERENCES site (no),
    scope INTEGER NOT NULL REFERENCES term (no), seq INTEGER NOT NULL, lamport INTEGER NOT NULL,
    deed INTEGER NOT NULL REFERENCES deed (no), row INTEGER NOT NULL REFERENCES logged_row (no),
    col INTEGER NOT NULL REFERENCES term (no), kind INTEGER NOT NULL REFERENCES term (no),
    schema INTEGER NOT NULL, resolver INTEGER NOT NULL, parents BLOB NOT NULL,
    digest BLOB NOT NULL, salt BLOB, value TEXT, UNIQUE (site, scope, seq)
) STRICT;
INSERT INTO log SELECT change.no, change.id, site, scope.no, seq, lamport, action, logged_row.no,
    col.no, kind.no, schema, resolver, parents, digest, salt, value FROM change
    JOIN term AS scope ON scope.text = change.scope JOIN term AS tbl ON tbl.text = change.tbl
    JOIN logged_row ON logged_row.id = row_id AND logged_row.tbl = tbl.no
    JOIN term AS col ON col.text = change.col JOIN term AS kind ON kind.text = change.kind
    ORDER BY change.no;
CREATE INDEX log_row ON log (row);
CREATE INDEX log_deed ON log (deed);
CREATE TABLE standing (
    row INTEGER NOT NULL REFERENCES logged_row (no), col INTEGER NOT NULL REFERENCES term (no),
    change INTEGER NOT NULL REFERENCES log (no), PRIMARY KEY (row, col, change)
) WITHOUT ROWID, STRICT;
INSERT INTO standing SELECT row, log.col, change FROM head JOIN log ON log.no = head.change;
CREATE TABLE numbered_seal (
    change INTEGER PRIMARY KEY REFERENCES log (no), signature BLOB NOT NULL
) STRICT;
INSERT INTO numbered_seal SELECT change, signature FROM seal;
CREATE TABLE numbered_step (
    action INTEGER PRIMARY KEY REFERENCES deed (no), author INTEGER NOT NULL REFERENCES term (no),
    last INTEGER NOT NULL REFERENCES deed (no), undone INTEGER NOT NULL
) STRICT;
INSERT INTO numbered_step SELECT action, term.no, last, undone FROM step
    JOIN term ON term.text = step.author;
CREATE TABLE numbered_reversal (
    action INTEGER PRIMARY KEY REFERENCES deed (no),
    reverted INTEGER NOT NULL REFERENCES deed (no)
) STRICT;
INSERT INTO numbered_reversal SELECT action, reverted FROM reversal;
ALTER TABLE version ADD COLUMN lamport INTEGER NOT NULL DEFAULT 0;
UPDATE version SET lamport = (SELECT max(lamport) FROM log JOIN term ON term.no = log.scope
    WHERE log.site = version.site AND term.text = version.scope);
CREATE TABLE numbered_search_row (
    no INTEGER PRIMARY KEY, row INTEGER NOT NULL UNIQUE REFERENCES logged_row (no),
    mark INTEGER NOT NULL
) STRICT;
INSERT INTO numbered_search_row SELECT search_row.no, logged_row.no, mark FROM search_row
    JOIN term ON term.text = search_row.tbl
    JOIN logged_row ON logged_row.id = search_row.row_id AND logged_row.tbl = term.no;
DROP TABLE search_row;
DROP TABLE reversal;
DROP TABLE step;
DROP TABLE seal;
DROP TABLE head;
DROP TABLE change;
DROP TABLE action;
ALTER TABLE numbered_search_row RENAME TO search_row;
ALTER TABLE numbered_reversal RENAME TO reversal;
ALTER TABLE numbered_step RENAME TO step;
ALTER TABLE numbered_seal RENAME TO seal;
CREATE INDEX step_back ON step (author, action) WHERE undone = 0;
CREATE INDEX step_forth ON step (author, last) WHERE undone = 1;
CREATE INDEX step_author ON step (author, action);
CREATE VIEW action AS SELECT deed.no AS no, deed.id AS id, name.text AS name,
    author.text AS author, wall FROM deed
    JOIN term AS name ON name.no = deed.name JOIN term AS author ON author.no = deed.author;
CREATE VIEW change AS SELECT log.no AS no, log.id AS id, site, scope.text AS scope, seq, lamport,
    deed AS action, tbl.text AS tbl, logged_row.id AS row_id, col.text AS col, kind.text AS kind,
    schema, resolver, parents, digest, salt, value FROM log
    JOIN term AS scope ON scope.no = log.scope JOIN logged_row ON logged_row.no = log.row
    JOIN term AS tbl ON tbl.no = logged_row.tbl JOIN term AS col ON col.no = log.col
    JOIN term AS kind ON kind.no = log.kind;
CREATE VIEW head AS SELECT tbl.text AS tbl, logged_row.id AS row_id, col.text AS col, change
    FROM standing JOIN logged_row ON logged_row.no = standing.row
    JOIN term AS tbl ON tbl.no = logged_row.tbl JOIN term AS col ON col.no = standing.col;
"""
