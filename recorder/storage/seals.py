"""Seals: a site signs the heads of its chains, so that nobody can write in its name (FORMAT 3).

A seal vouches for its change and, since each change holds the hash of the one before it, for the
whole chain up to there. Chains are sealed when they are about to travel; a laptop that passes
them on passes the seal on.
"""

from collections.abc import Callable, Iterable
from typing import Any

from recorder.domain.identity import site_id_of
from recorder.domain.log import LoggedValue, Seal
from recorder.errors import ChangeRefusedError
from recorder.storage.engine import Connection

PURPOSE = b"mahdar: head of a chain\n"
"""What is signed before a change's id; a signature for one purpose is none for another."""


def seal_heads(connection: Connection, site_no: int) -> None:
    """Sign the head of each chain of a site of our own that has no seal yet.

    Its branches too: what we wrote may be called one since a clone turned up. What the clone
    wrote came with seals.
    """
    open_heads = connection.execute(
        "SELECT log.no, log.id, log.site, log.scope, log.seq FROM version"
        " JOIN site ON site.no = version.site JOIN log ON log.id = version.id"
        " LEFT JOIN seal ON seal.change = log.no"
        " WHERE ? IN (site.no, origin) AND seal.change IS NULL",
        [site_no],
    ).fetchall()
    if not open_heads:
        return
    _, sign = keys_of(connection, site_no)
    for no, change_id, *place in open_heads:
        _put(connection, place, no, sign(PURPOSE + change_id))


def keys_of(connection: Connection, site_no: int) -> tuple[bytes, Callable[[bytes], bytes]]:
    """The public key of a site of our own, and what signs with its secret one, in any thread.

    What is signed begins with a purpose, so that it is no signature for another one.
    """
    # Drawn in only here: it costs 30 ms.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    public, secret = connection.execute(
        "SELECT public_key, secret_key FROM site WHERE no = ?", [site_no]
    ).fetchone()
    return public, Ed25519PrivateKey.from_private_bytes(secret).sign


def keep_seals(connection: Connection, sealed: Iterable[LoggedValue]) -> None:
    """Keep the seals of changes that were just logged, for whoever they are passed on to."""
    latest: dict[tuple[int, int], tuple[int, int, bytes]] = {}
    for each in sealed:
        if each.seal is not None:
            no, site, scope, seq = connection.execute(
                "SELECT no, site, scope, seq FROM log WHERE id = ?", [each.id]
            ).fetchone()
            known = latest.get((site, scope), (0, 0, b""))
            latest[site, scope] = max(known, (seq, no, each.seal.signature))
            connection.execute(
                "UPDATE site SET public_key = ? WHERE id = ? AND public_key IS NULL",
                [each.seal.key, each.change.site],
            )
    for (site, scope), (seq, no, signature) in latest.items():
        _put(connection, [site, scope, seq], no, signature)


def _put(connection: Connection, place: list[Any], change_no: int, signature: bytes) -> None:
    """Keep a seal at a place (branch, scope, seq) and the one before it.

    A chain needs its latest alone; the one before is needed when what came is held back.
    """
    older = "FROM seal JOIN log ON log.no = seal.change WHERE site = ?1 AND scope = ?2"
    connection.execute(
        f"DELETE FROM seal WHERE change IN (SELECT seal.change {older}"
        f" AND seq < (SELECT max(seq) {older} AND seq < ?3))",
        place,
    )
    connection.execute("INSERT OR REPLACE INTO seal VALUES (?, ?)", [change_no, signature])


def vouched(arrived: dict[bytes, LoggedValue]) -> set[bytes]:
    """The ids of those changes that a seal among them vouches for.

    Raises:
        ChangeRefusedError: a seal is not of the site in whose name its change was written.
    """
    found: set[bytes] = set()
    for each in arrived.values():
        if each.seal is None:
            continue
        _verify(each, each.seal)
        at: LoggedValue | None = each
        while at is not None and at.id not in found:
            found.add(at.id)
            before = arrived.get(at.change.previous)
            # A hash proves what came before, not who wrote it.
            is_same_chain = before is not None and (before.change.site, before.change.scope) == (
                at.change.site,
                at.change.scope,
            )
            at = before if is_same_chain else None
    return found


def _verify(logged: LoggedValue, seal: Seal) -> None:
    change = logged.change
    if not is_genuine(seal, change.site, logged.id):
        raise ChangeRefusedError(reason="seal", site=change.site, seq=change.seq)


def is_genuine(seal: Seal, site_id: str, change_id: bytes) -> bool:
    """Whether a seal is that of a site under one of its changes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if site_id_of(seal.key) != site_id:
        return False
    try:
        public = Ed25519PublicKey.from_public_bytes(seal.key)
        public.verify(seal.signature, PURPOSE + change_id)
    except (InvalidSignature, ValueError):
        return False
    return True
