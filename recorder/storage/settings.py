"""The archive's own settings; they are local and never carried."""

from sqlite_utils import Database


def setting(database: Database, name: str) -> str | None:
    """A setting's value, None when it was never written."""
    found = database.conn.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchone()
    return found[0] if found else None


def write_setting(database: Database, name: str, value: str) -> None:
    """Write a setting; durable when this returns."""
    database.conn.execute(
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        [name, value],
    )


def remove_setting(database: Database, name: str) -> None:
    """Forget a setting."""
    database.conn.execute("DELETE FROM setting WHERE name = ?", [name])
