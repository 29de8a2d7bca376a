"""Several laptops at one table: what they show, and how their changes reach each other."""

import random
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from recorder import Archive
from recorder.domain.log import LoggedValue, Seal
from recorder.storage.codec import CODECS
from recorder.storage.seals import PURPOSE


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


def sealed(archive: Archive, logged: LoggedValue) -> LoggedValue:
    """The change as the archive's own site would seal it."""
    key, secret = archive._file.database.execute(
        "SELECT public_key, secret_key FROM site WHERE id = ?", [logged.change.site]
    ).fetchone()
    signature = Ed25519PrivateKey.from_private_bytes(secret).sign(PURPOSE + logged.id)
    return replace(logged, seal=Seal(key, signature))


def clone_laptop(archive: Archive, path: Path, machine: Path, new_machine: Path) -> Archive:
    """The archive on a cloned disk, the user's folder included: it does not know that it is one.

    The archive itself is closed; open it again by its path.
    """
    author = archive.author
    archive.close()
    shutil.copy(archive.path, path)
    shutil.copytree(machine, new_machine)
    return Archive.open(path, author=author, machine=new_machine)
