"""Steps of the schema for what happens in the room while a meeting runs."""

from collections.abc import Iterable

from sqlite_utils import Database

from recorder.storage.migrations import UNPROJECTED, schema


def add_columns(db: Database, table: str, **kinds: str) -> None:
    """Add columns to a table, and let those rows be projected again that knew them already.

    A laptop of a later release may have sent values before; the log kept them (FORMAT 15).

    Args:
        db: the archive, inside the step's transaction.
        table: the table.
        kinds: each column's type, with the default that an unwritten register reads as.
    """
    for column, kind in kinds.items():
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
    _await_columns(db, table, kinds)


def _await_columns(db: Database, table: str, columns: Iterable[str]) -> None:
    names = ", ".join(f"'{each}'" for each in columns)
    db.execute(
        "INSERT OR IGNORE INTO setting SELECT ?, '1' WHERE EXISTS"
        f" (SELECT 1 FROM head WHERE tbl = ? AND col IN ({names}))",
        [f"{UNPROJECTED}{table}", table],
    )


@schema()
def m0010_seats_consents_and_the_timer_of_a_turn(db: Database) -> None:
    """Where somebody sits and what they consent to; the limit and the pauses of a turn."""
    add_columns(db, "attendance", seat="TEXT DEFAULT ''", consent_name="TEXT", consent_photo="TEXT")
    add_columns(
        db, "turn", limit_seconds="INTEGER", paused_at="TEXT DEFAULT ''", paused_seconds="INTEGER"
    )


@schema()
def m0011_items_left_for_later_pauses_and_counted_hands(db: Database) -> None:
    """Why an item was postponed and how long it paused; hands on points and decisions."""
    add_columns(
        db, "agenda_item", paused_minutes="INTEGER", postponed="TEXT",
        postponed_reason="TEXT DEFAULT ''",
    )  # fmt: skip
    hands = {f"hands_{each}": "INTEGER" for each in ("for", "against", "abstained")}
    add_columns(db, "issue", **hands)
    add_columns(db, "decision", **hands)
