"""After an upgrade: rows that the log took in before their table was known here (FORMAT 15)."""

from sqlite_utils import Database

from recorder.storage.codec import CODECS
from recorder.storage.migrations import UNPROJECTED
from recorder.storage.projection import Projection
from recorder.storage.search_index import SearchIndex


def project_what_waited(database: Database, projection: Projection, index: SearchIndex) -> None:
    """Show the rows of tables that an upgrade made; the caller owns the transaction."""
    noted = database.conn.execute(
        "SELECT name FROM setting WHERE substr(name, 1, ?) = ?", [len(UNPROJECTED), UNPROJECTED]
    ).fetchall()
    for (name,) in noted:
        table = str(name).removeprefix(UNPROJECTED)
        found = database.conn.execute(
            "SELECT DISTINCT row_id FROM head WHERE tbl = ? ORDER BY row_id", [table]
        )
        row_ids = [row_id for (row_id,) in found]
        if table in CODECS:
            projection.refresh_many(table, row_ids)
            index.update_many((table, row_id) for row_id in row_ids)
        database.conn.execute("DELETE FROM setting WHERE name = ?", [name])
