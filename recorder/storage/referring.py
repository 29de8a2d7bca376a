"""Which rows name a row, so that nothing is taken away on which others have built."""

from collections.abc import Iterator

from sqlite_utils import Database

from recorder.domain.columns import Shape
from recorder.storage.codec import CODECS


def naming_columns(table: str) -> Iterator[tuple[str, str]]:
    """The (table, SQL condition) by which rows name a row of a table and go out of sight with it.

    A row under a deleted item of the agenda, or a deleted theme, is only unfiled; so places do
    not count.
    """
    for codec in CODECS.values():
        for column in codec.columns.values():
            if column.shape is Shape.REFERENCE and column.table == table:
                yield codec.table, f"{codec.table}.{column.name} = ?"
            elif column.shape is Shape.SPEAKER and table == "person":
                yield codec.table, f"{codec.table}.{column.parts[0]} = ?"
            elif column.shape is Shape.SUBJECT and table != "meeting":
                kind, row_id = column.parts
                yield (
                    codec.table,
                    f"{codec.table}.{kind} = '{table}' AND {codec.table}.{row_id} = ?",
                )


def is_held_by_others(
    database: Database, row: tuple[str, str], author: str, since: int = 0
) -> bool:
    """Whether rows in sight that somebody else has written in, later than `since`, name the row.

    Args:
        database: the archive's file.
        row: table and id.
        author: whose own words do not count, if they were written on this copy of the archive.
        since: a place in this file's log.
    """
    table, row_id = row
    return any(
        database.conn.execute(
            f"SELECT 1 FROM {naming} JOIN change ON change.row_id = {naming}.id"
            " JOIN action ON action.no = change.action JOIN site ON site.no = change.site"
            f" WHERE {condition} AND {naming}.deleted = 0 AND tbl = ? AND change.no > ?"
            " AND (author <> ? OR secret_key IS NULL) LIMIT 1",
            [row_id, naming, since, author],
        ).fetchone()
        for naming, condition in naming_columns(table)
    )
