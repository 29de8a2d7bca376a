"""Identities: random for things that are made once, derived where two laptops must meet."""

from hashlib import sha256
from uuid import UUID, uuid4, uuid5

# Fixed for ever: every derived id of every archive hangs from it (FORMAT 4).
_DERIVED = UUID("6f1a2f0e-6d0e-5b7e-9a44-6d6168646172")

DIRECTORY = "directory"
"""The scope of people, organisations, themes and series (FORMAT 2)."""


def new_id() -> str:
    """A fresh random row id: UUID text, never changed and never reused (FORMAT 4)."""
    return str(uuid4())


def derived_id(table: str, *parts: str) -> str:
    """The id on which all laptops agree for a row known by what it links (FORMAT 4).

    Args:
        table: the table of the row, so that equal parts in two tables do not collide.
        parts: the ids and tokens that the row links, in the order of its fields.
    """
    return str(uuid5(_DERIVED, "\x1f".join((table, *parts))))


SITE_ID_LENGTH = 32
"""Hex digits of a site's id."""


def site_id_of(public_key: bytes) -> str:
    """The id of the site with a raw public Ed25519 key (FORMAT 3)."""
    return sha256(public_key).hexdigest()[:SITE_ID_LENGTH]
