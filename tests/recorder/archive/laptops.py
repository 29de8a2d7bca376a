"""Several laptops at one table: what they show, and how their changes reach each other."""

import random
from typing import Any

from recorder import Archive
from recorder.storage.codec import CODECS


def tables(archive: Archive) -> dict[str, list[Any]]:
    database = archive._file.database
    contents = {table: list(database.table(table).rows_where(order_by="id")) for table in CODECS}
    conflicts = [(each.table, each.row_id, each.column, each.sides)
                 for each in archive.conflicts()]  # fmt: skip
    return {**contents, "conflicts": sorted(conflicts, key=str)}


def deliver(source: Archive, target: Archive, chance: random.Random | None = None) -> None:
    changes = source.changes_since({})
    if chance is not None:
        chance.shuffle(changes)
        changes += chance.sample(changes, len(changes) // 2)
    target.receive(changes)


def exchange_all(archives: list[Archive]) -> None:
    for _ in range(2):
        for source in archives:
            for target in archives:
                if source is not target:
                    deliver(source, target)
