"""Steps of the schema for what comes from other laptops."""

from sqlite_utils import Database

from recorder.storage.migrations import schema


@schema()
def m0015_deliveries_that_can_be_held_back(db: Database) -> None:
    """Which numbers of the log each delivery took, and changes that are held back (FORMAT 11)."""
    db.execute(
        "CREATE TABLE delivery (no INTEGER PRIMARY KEY, first INTEGER NOT NULL,"
        " last INTEGER NOT NULL, wall TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE TABLE held (id BLOB PRIMARY KEY NOT NULL, document TEXT NOT NULL) STRICT")
