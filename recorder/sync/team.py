"""A team: laptops that share one age identity, so that only they can read what is on the stick.

The identity is random and never typed. It lies on the stick wrapped by the code (FORMAT 15):
Argon2id (RFC 9106) makes a key of the code, AES-256-GCM wraps the identity with it. The figures
are fixed by the format and not read from the file, which could ask for any amount of memory.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from functools import cached_property

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from recorder.errors import BundleError, WrongCodeError

KEY_MARK = b"mahdar-team 1\n"
LARGEST_KEY = 1024
"""Bytes of a wrapped identity; it takes some 130."""

_SALT, _NONCE = 16, 12
_ITERATIONS, _KIBIBYTES, _LANES = 3, 64 * 1024, 1


@dataclass(frozen=True)
class Team:
    """Who can read the bundles of a folder.

    Attributes:
        identity: the age identity as text; whoever has it reads everything.
        key: the identity as it lies on the stick, wrapped by the code.
    """

    identity: str = field(repr=False)
    key: bytes = field(repr=False)

    @cached_property
    def id(self) -> str:
        """16 hex digits that name the team's folder and tell nothing else."""
        return hashlib.sha256(b"mahdar: team\n" + str(self._recipient).encode()).hexdigest()[:16]

    def seal(self, plain: bytes) -> bytes:
        """Bytes that the team alone can read."""
        return bytes(pyrage.encrypt(plain, [self._recipient]))

    def open(self, sealed: bytes) -> bytes:
        """What `seal` was given.

        Raises:
            BundleError: they are not of this team, or not as they were (data: reason).
        """
        try:
            return bytes(pyrage.decrypt(sealed, [self._identity]))
        except pyrage.DecryptError as error:
            raise BundleError(reason="damaged") from error

    def name_of(self, digest: str) -> str:
        """What the bytes of a hash are called on the stick: nobody else can tell which they are."""
        secret = self.identity.encode()
        return hmac.new(secret, f"blob {digest}".encode(), hashlib.sha256).hexdigest()[:32]

    @cached_property
    def _identity(self) -> pyrage.x25519.Identity:
        return pyrage.x25519.Identity.from_str(self.identity)

    @cached_property
    def _recipient(self) -> pyrage.x25519.Recipient:
        return self._identity.to_public()


def found_team(code: str) -> Team:
    """A new team, its identity wrapped by a code (`new_code`)."""
    identity = str(pyrage.x25519.Identity.generate())
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    wrapped = AESGCM(_stretched(code, salt)).encrypt(nonce, identity.encode(), KEY_MARK)
    return Team(identity, KEY_MARK + salt + nonce + wrapped)


def join_team(key: bytes, code: str) -> Team:
    """The team whose wrapped identity was found on a stick.

    Raises:
        WrongCodeError: the code is not that team's.
        BundleError: what was found is no wrapped identity (data: reason).
    """
    if not key.startswith(KEY_MARK) or len(key) > LARGEST_KEY:
        raise BundleError(reason="foreign")
    rest = key[len(KEY_MARK) :]
    salt, nonce, wrapped = rest[:_SALT], rest[_SALT : _SALT + _NONCE], rest[_SALT + _NONCE :]
    if len(nonce) != _NONCE:
        raise BundleError(reason="damaged")
    try:
        identity = AESGCM(_stretched(code, salt)).decrypt(nonce, wrapped, KEY_MARK).decode()
        team = Team(identity, key)
        _ = team.id  # an identity that is none is told now
    except InvalidTag as error:
        raise WrongCodeError from error
    except (ValueError, pyrage.IdentityError) as error:
        raise BundleError(reason="damaged") from error
    return team


def _stretched(code: str, salt: bytes) -> bytes:
    return Argon2id(
        salt=salt, length=32, iterations=_ITERATIONS, lanes=_LANES, memory_cost=_KIBIBYTES
    ).derive(code.encode())
