"""The two copies of one archive: the site that travels, and the one of private notes."""

from dataclasses import dataclass

from sqlite_utils import Database

from recorder.domain.identity import site_id_of
from recorder.merge.order import order_tag


@dataclass(frozen=True)
class Site:
    """One laptop's copy (FORMAT 3): `no` is its number in this file, `tag` marks its keys."""

    no: int
    id: str
    tag: str


@dataclass(frozen=True)
class Sites:
    """The sites in whose names this archive writes; `private` never travels (FORMAT 12)."""

    public: Site
    private: Site


def own_sites(database: Database, made: str) -> Sites:
    """The archive's own sites, made with their keys when it has none yet."""
    sites = _found_sites(database)
    for private in (0, 1):
        if private not in sites:
            sites[private] = _make_site(database, private, made)
    return Sites(sites[0], sites[1])


def known_sites(database: Database) -> Sites:
    """The archive's own sites where none can be made, since it is only read."""
    nobody = Site(0, "", "")
    sites = _found_sites(database)
    return Sites(sites.get(0, nobody), sites.get(1, nobody))


def _found_sites(database: Database) -> dict[int, Site]:
    found = database.execute(
        "SELECT private, no, id FROM site WHERE secret_key IS NOT NULL ORDER BY no"
    ).fetchall()
    return {private: Site(no, site_id, order_tag(site_id)) for private, no, site_id in found}


def disown_sites(database: Database) -> None:
    """Take the archive's sites for those of another copy: it goes on under new ones.

    What they wrote must have been sealed; nobody can do it later.
    """
    database.execute("UPDATE site SET secret_key = NULL")
    database.execute("DELETE FROM step")  # undo is per site (FORMAT 11)


def keys_fit(site_id: str, public: object, secret: object) -> bool:
    """Whether both keys are those of a site; else what it signs would be refused everywhere."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not isinstance(public, bytes) or not isinstance(secret, bytes):
        return False
    try:
        made = Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
    except ValueError:
        return False
    return made == public and site_id_of(public) == site_id


def _make_site(database: Database, private: int, made: str) -> Site:
    # Drawn in only when an archive is made: it costs 30 ms.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    site_id = site_id_of(public)
    cursor = database.execute(
        "INSERT INTO site (id, public_key, secret_key, private, made) VALUES (?, ?, ?, ?, ?)",
        [site_id, public, key.private_bytes_raw(), private, made],
    )
    return Site(int(cursor.lastrowid or 0), site_id, order_tag(site_id))
