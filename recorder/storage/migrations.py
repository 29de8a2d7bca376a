"""The schema, step by step; a step that was released never changes.

Every step has a test that opens an archive of the release before it.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from recorder.storage.numbered_log import NUMBERED_LOG

schema = Migrations("recorder")

UNPROJECTED = "unprojected."
"""Settings of this name and a table's tell that the log knew its rows before the table was made."""

_ENGINE = """
CREATE TABLE site (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, public_key BLOB, secret_key BLOB,
    private INTEGER NOT NULL, made TEXT
) STRICT;
CREATE TABLE action (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, author TEXT NOT NULL,
    wall TEXT NOT NULL
) STRICT;
CREATE TABLE change (
    no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, site INTEGER NOT NULL REFERENCES site (no),
    scope TEXT NOT NULL, seq INTEGER NOT NULL, lamport INTEGER NOT NULL,
    action INTEGER NOT NULL REFERENCES action (no), tbl TEXT NOT NULL, row_id TEXT NOT NULL,
    col TEXT NOT NULL, kind TEXT NOT NULL, schema INTEGER NOT NULL, resolver INTEGER NOT NULL,
    parents BLOB NOT NULL, digest BLOB NOT NULL, salt BLOB, value TEXT,
    UNIQUE (site, scope, seq)
) STRICT;
CREATE INDEX change_row ON change (row_id);
CREATE TABLE head (
    tbl TEXT NOT NULL, row_id TEXT NOT NULL, col TEXT NOT NULL,
    change INTEGER NOT NULL REFERENCES change (no),
    PRIMARY KEY (tbl, row_id, col, change)
) WITHOUT ROWID, STRICT;
CREATE TABLE version (
    site INTEGER NOT NULL REFERENCES site (no), scope TEXT NOT NULL, seq INTEGER NOT NULL,
    id BLOB NOT NULL, PRIMARY KEY (site, scope)
) WITHOUT ROWID, STRICT;
CREATE TABLE waiting (
    id BLOB PRIMARY KEY NOT NULL, lamport INTEGER NOT NULL, document TEXT NOT NULL
) STRICT;
CREATE TABLE draft (
    window TEXT NOT NULL, tbl TEXT NOT NULL, row_id TEXT NOT NULL, col TEXT NOT NULL,
    text TEXT NOT NULL, parents BLOB NOT NULL, author TEXT NOT NULL, fields TEXT NOT NULL,
    PRIMARY KEY (window, tbl, row_id, col)
) WITHOUT ROWID, STRICT;
CREATE TABLE undone (
    action INTEGER PRIMARY KEY REFERENCES action (no), by INTEGER NOT NULL REFERENCES action (no)
) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT) STRICT;
CREATE TABLE search_row (
    no INTEGER PRIMARY KEY, tbl TEXT NOT NULL, row_id TEXT NOT NULL, UNIQUE (row_id, tbl)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
    terms, content='', contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE author (id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, name TEXT) STRICT;
"""

_TABLES = """
CREATE TABLE series (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, title TEXT, title_en TEXT, purpose TEXT
) STRICT;
CREATE TABLE organisation (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, name TEXT, name_en TEXT, acronym TEXT,
    sector TEXT, contact TEXT
) STRICT;
CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, name TEXT, name_en TEXT, title TEXT,
    role TEXT, organisation_id TEXT, sex TEXT, phone TEXT, email TEXT
) STRICT;
CREATE TABLE theme (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, place_parent_id TEXT,
    place_sort_key TEXT, title TEXT, title_en TEXT, description TEXT
) STRICT;
CREATE TABLE meeting (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, series_id TEXT, number TEXT, kind TEXT,
    title TEXT, title_en TEXT, purpose TEXT, venue TEXT, city TEXT, date TEXT, zone TEXT,
    planned_start TEXT, planned_end TEXT, actual_start TEXT, actual_end TEXT, chair_id TEXT,
    facilitator_id TEXT, rapporteur_id TEXT, attribution TEXT, opening TEXT, closing TEXT,
    next_date TEXT, next_venue TEXT, credits TEXT, state TEXT
) STRICT;
CREATE TABLE host (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, organisation_id TEXT,
    role TEXT, place_parent_id TEXT, place_sort_key TEXT
) STRICT;
CREATE INDEX host_meeting ON host (meeting_id, place_sort_key);
CREATE TABLE agenda_item (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, place_parent_id TEXT,
    place_sort_key TEXT, title TEXT, kind TEXT, theme_id TEXT, presenter_id TEXT,
    planned_minutes INTEGER, started_at TEXT, ended_at TEXT, summary TEXT
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, place_sort_key);
CREATE TABLE attendance (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, person_id TEXT,
    place_parent_id TEXT, place_sort_key TEXT, capacity TEXT, presence TEXT, arrived TEXT,
    departed TEXT, role TEXT, organisation_id TEXT, remark TEXT
) STRICT;
CREATE INDEX attendance_meeting ON attendance (meeting_id, place_sort_key);
CREATE TABLE turn (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, place_parent_id TEXT,
    place_sort_key TEXT, speaker_person_id TEXT, speaker_label TEXT, asked_at TEXT,
    began_at TEXT, ended_at TEXT
) STRICT;
CREATE INDEX turn_meeting ON turn (meeting_id, place_sort_key);
CREATE TABLE note (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, place_parent_id TEXT,
    place_sort_key TEXT, kind TEXT, speaker_person_id TEXT, speaker_label TEXT, verb TEXT,
    text TEXT, said_at TEXT, attribution TEXT
) STRICT;
CREATE INDEX note_meeting ON note (meeting_id, place_sort_key);
CREATE TABLE issue (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, place_parent_id TEXT,
    place_sort_key TEXT, text TEXT, agreement TEXT
) STRICT;
CREATE INDEX issue_meeting ON issue (meeting_id, place_sort_key);
CREATE TABLE position (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, subject_table TEXT,
    subject_row_id TEXT, place_parent_id TEXT, place_sort_key TEXT, stance TEXT,
    organisation_id TEXT, holder_person_id TEXT, holder_label TEXT, reason TEXT
) STRICT;
CREATE INDEX position_meeting ON position (meeting_id, place_sort_key);
CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, place_parent_id TEXT,
    place_sort_key TEXT, number TEXT, text TEXT
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting_id, place_sort_key);
CREATE TABLE recommendation (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, place_parent_id TEXT,
    place_sort_key TEXT, number TEXT, text TEXT, theme_id TEXT, lead_id TEXT, priority TEXT,
    due TEXT, timeframe TEXT, indicator TEXT, evidence TEXT, stage TEXT, reason TEXT
) STRICT;
CREATE INDEX recommendation_meeting ON recommendation (meeting_id, place_sort_key);
CREATE TABLE support (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, recommendation_id TEXT,
    organisation_id TEXT
) STRICT;
CREATE INDEX support_meeting ON support (meeting_id);
CREATE TABLE source (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, recommendation_id TEXT,
    note_id TEXT
) STRICT;
CREATE INDEX source_meeting ON source (meeting_id);
CREATE TABLE carried (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, recommendation_id TEXT,
    place_parent_id TEXT, place_sort_key TEXT
) STRICT;
CREATE INDEX carried_meeting ON carried (meeting_id, place_sort_key);
CREATE TABLE follow_up (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, recommendation_id TEXT,
    place_parent_id TEXT, place_sort_key TEXT, date TEXT, status TEXT, progress INTEGER,
    text TEXT, evidence TEXT
) STRICT;
CREATE INDEX follow_up_meeting ON follow_up (meeting_id, place_sort_key);
CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, meeting_id TEXT, subject_table TEXT,
    subject_row_id TEXT, place_parent_id TEXT, place_sort_key TEXT, name TEXT, mime TEXT,
    sha256 TEXT, size INTEGER, caption TEXT, credit TEXT
) STRICT;
CREATE INDEX attachment_meeting ON attachment (meeting_id, place_sort_key);
CREATE INDEX note_item ON note (place_parent_id, place_sort_key);
CREATE INDEX support_recommendation ON support (recommendation_id);
CREATE INDEX source_recommendation ON source (recommendation_id);
CREATE INDEX follow_up_recommendation ON follow_up (recommendation_id);
"""

_SEARCH = """
DROP TABLE search_index;
DROP TABLE search_row;
CREATE TABLE search_scope (
    no INTEGER PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE, series_id TEXT NOT NULL,
    first INTEGER NOT NULL UNIQUE, used INTEGER NOT NULL
) STRICT;
CREATE TABLE search_row (
    no INTEGER PRIMARY KEY, tbl TEXT NOT NULL, row_id TEXT NOT NULL, mark INTEGER NOT NULL,
    UNIQUE (row_id, tbl)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
    terms, content='', contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE search_term USING fts5vocab (search_index, instance);
CREATE INDEX attendance_organisation ON attendance (organisation_id)
    WHERE organisation_id IS NOT NULL;
"""

_BLOBS = """
CREATE TABLE blob (
    no INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL
) STRICT;
CREATE TABLE blob_chunk (
    blob INTEGER NOT NULL REFERENCES blob (no) ON DELETE CASCADE, n INTEGER NOT NULL,
    bytes BLOB NOT NULL, PRIMARY KEY (blob, n)
) STRICT;
"""


def _run(db: Database, script: str) -> None:
    # Statement by statement: executescript would commit the step's transaction.
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _await_projection(db: Database, table: str) -> None:
    """Note that a new table has rows in the log: a laptop with a later release had sent them."""
    db.execute(
        "INSERT INTO setting SELECT ?, '1' WHERE EXISTS (SELECT 1 FROM head WHERE tbl = ?)",
        [f"{UNPROJECTED}{table}", table],
    )


@schema()
def m0001_a_log_of_changes_and_the_tables_projected_from_it(db: Database) -> None:
    """The log, its heads and versions, drafts, search, and a table for every kind of row."""
    _run(db, _ENGINE)
    _run(db, _TABLES)


@schema()
def m0002_the_search_in_the_order_of_dates(db: Database) -> None:
    """Rows of the search numbered by the dates of their meetings; the index fills itself."""
    _run(db, _SEARCH)


@schema()
def m0003_the_bytes_of_attached_files_beside_the_log(db: Database) -> None:
    """Bytes by their hash, in chunks; they are no changes (FORMAT 14)."""
    _run(db, _BLOBS)


_ALIASES = """
CREATE TABLE {table}_alias (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, from_id TEXT, into_id TEXT
) STRICT;
CREATE INDEX {table}_alias_from ON {table}_alias (from_id);
CREATE INDEX {table}_alias_into ON {table}_alias (into_id);
CREATE TABLE {table}_distinction (
    id TEXT PRIMARY KEY NOT NULL, deleted INTEGER, first_id TEXT, second_id TEXT
) STRICT;
CREATE INDEX {table}_distinction_first ON {table}_distinction (first_id);
CREATE INDEX {table}_distinction_second ON {table}_distinction (second_id);
"""


@schema()
def m0004_entries_that_are_one_and_entries_that_are_two(db: Database) -> None:
    """Merged people and organisations, and those that somebody said are not the same."""
    for table in ("person", "organisation"):
        _run(db, _ALIASES.format(table=table))
        _await_projection(db, f"{table}_alias")
        _await_projection(db, f"{table}_distinction")


_PAST = """
CREATE INDEX change_action ON change (action);
CREATE TABLE step (
    action INTEGER PRIMARY KEY REFERENCES action (no), author TEXT NOT NULL,
    last INTEGER NOT NULL REFERENCES action (no), undone INTEGER NOT NULL
) STRICT;
INSERT INTO step
    SELECT action.no, action.author, ifnull(undone.by, action.no), undone.by IS NOT NULL
    FROM action LEFT JOIN undone ON undone.action = action.no
    WHERE name NOT IN ('author.write', 'sample.load', 'meeting.import', 'undo', 'redo')
    AND EXISTS (SELECT 1 FROM change JOIN site ON site.no = change.site
        WHERE change.action = action.no AND secret_key IS NOT NULL);
CREATE INDEX step_back ON step (author, action) WHERE undone = 0;
CREATE INDEX step_forth ON step (author, last) WHERE undone = 1;
CREATE INDEX step_author ON step (author, action);
DROP TABLE undone;
CREATE TABLE reversal (
    action INTEGER PRIMARY KEY REFERENCES action (no),
    reverted INTEGER NOT NULL REFERENCES action (no)
) STRICT;
CREATE TABLE exported (
    no INTEGER PRIMARY KEY, meeting_id TEXT NOT NULL, form TEXT NOT NULL, wall TEXT NOT NULL,
    change INTEGER NOT NULL
) STRICT;
CREATE INDEX exported_meeting ON exported (meeting_id, no);
"""

_TRASHED = (
    "series", "organisation", "person", "theme", "meeting", "host", "agenda_item", "attendance",
    "turn", "note", "issue", "position", "decision", "recommendation", "support", "source",
    "carried", "follow_up", "attachment",
)  # fmt: skip


@schema()
def m0006_steps_that_can_be_undone_and_what_was_exported_when(db: Database) -> None:
    """The author's own steps by themselves, deleted rows by themselves, and a list of exports."""
    _run(db, _PAST)
    for table in _TRASHED:
        db.execute(f"CREATE INDEX {table}_deleted ON {table} (id) WHERE deleted = 1")


_BRANCHES_SEALS_CONFLICTS = """
ALTER TABLE site ADD COLUMN origin INTEGER REFERENCES site (no);
ALTER TABLE site ADD COLUMN parent INTEGER REFERENCES site (no);
CREATE TABLE seal (
    change INTEGER PRIMARY KEY REFERENCES change (no), signature BLOB NOT NULL
) STRICT;
CREATE TABLE conflict (
    tbl TEXT NOT NULL, row_id TEXT NOT NULL, col TEXT NOT NULL, scope TEXT NOT NULL,
    PRIMARY KEY (tbl, row_id, col)
) WITHOUT ROWID, STRICT;
INSERT INTO conflict SELECT head.tbl, head.row_id, head.col, min(scope) FROM head
    JOIN change ON change.no = head.change GROUP BY 1, 2, 3
    HAVING count(DISTINCT value) > 1;
"""


@schema()
def m0007_branches_of_chains_and_seals_and_a_list_of_conflicts(db: Database) -> None:
    """Chains that forked are kept, heads are signed, and conflicts need not be searched for."""
    _run(db, _BRANCHES_SEALS_CONFLICTS)
    tables = db.execute(
        "SELECT DISTINCT tbl FROM head JOIN sqlite_master ON type = 'table' AND name = tbl"
    ).fetchall()
    for (table,) in tables:
        db.execute(
            "INSERT OR IGNORE INTO conflict SELECT head.tbl, head.row_id, head.col, min(scope)"
            f" FROM head JOIN change ON change.no = head.change JOIN {table}"
            f" ON {table}.id = head.row_id WHERE head.tbl = ? AND head.col = 'deleted'"
            f" AND value = '1' AND {table}.deleted = 0 GROUP BY 1, 2, 3",
            [table],
        )


_SCALE = """
DROP INDEX host_meeting;
DROP INDEX agenda_item_meeting;
DROP INDEX attendance_meeting;
DROP INDEX turn_meeting;
DROP INDEX note_meeting;
DROP INDEX issue_meeting;
DROP INDEX position_meeting;
DROP INDEX decision_meeting;
DROP INDEX recommendation_meeting;
DROP INDEX carried_meeting;
DROP INDEX follow_up_meeting;
DROP INDEX attachment_meeting;
CREATE INDEX host_meeting ON host (meeting_id, deleted, place_sort_key);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, deleted, place_sort_key);
CREATE INDEX attendance_meeting ON attendance (meeting_id, deleted, place_sort_key, presence);
CREATE INDEX turn_meeting ON turn (meeting_id, deleted, place_sort_key);
CREATE INDEX note_meeting ON note (meeting_id, deleted, place_sort_key);
CREATE INDEX issue_meeting ON issue (meeting_id, deleted, place_sort_key);
CREATE INDEX position_meeting ON position (meeting_id, deleted, place_sort_key);
CREATE INDEX decision_meeting ON decision (meeting_id, deleted, place_sort_key);
CREATE INDEX recommendation_meeting ON recommendation (meeting_id, deleted, place_sort_key);
CREATE INDEX carried_meeting ON carried (meeting_id, deleted, place_sort_key);
CREATE INDEX follow_up_meeting ON follow_up (meeting_id, deleted, place_sort_key);
CREATE INDEX attachment_meeting ON attachment (meeting_id, deleted, place_sort_key);
CREATE INDEX meeting_series ON meeting (series_id);
CREATE INDEX theme_parent ON theme (place_parent_id);
CREATE INDEX change_lamport ON change (lamport);
"""


@schema()
def m0008_indexes_that_answer_without_reading_the_rows(db: Database) -> None:
    """Rows of a meeting are counted, and the latest Lamport time is found, in an index alone."""
    _run(db, _SCALE)


@schema()
def m0009_a_log_that_says_what_it_repeats_by_number(db: Database) -> None:
    """Rows, scopes, columns and names once each; views show the log in words as before."""
    _run(db, NUMBERED_LOG)


@schema()
def m0013_decisions_that_came_of_a_note(db: Database) -> None:
    """A source may lead to a decision; rows that a later release sent before are read again."""
    db.execute("ALTER TABLE source ADD COLUMN decision_id TEXT")
    db.execute("CREATE INDEX source_decision ON source (decision_id)")
    _await_projection(db, "source")


# Its steps come after those above and are added to `schema`, hence down here.
from recorder.storage import live_steps  # noqa: E402, F401, I001
from recorder.storage import document_steps  # noqa: E402, F401
from recorder.storage import sharing_steps  # noqa: E402, F401
