"""The change: one logged write of one register, known by its hash (FORMAT 1)."""

import json
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import Any

SCHEMA = 1
"""Version of the meaning of tables and columns that this release writes."""

WRITE = "write"
"""The kind of an ordinary change; forgetting a person is a kind of its own (FORMAT 10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One write, as it is hashed, logged and carried.

    Attributes:
        site: the laptop's copy that wrote it; `seq` counts its changes in `scope` from 1.
        lamport: one more than the largest that the site had seen.
        wall: UTC instant of the action, for display only; it decides nothing.
        author: the id of the writer's profile; `action` and `name` are the user's action.
        previous: the id of the site's preceding change in the scope, b"" for its first.
        parents: ids of the writes that it replaces, sorted.
        digest: of the salted value (`value_digest`); it outlives the value itself.
    """

    site: str
    scope: str
    seq: int
    lamport: int
    wall: str
    author: str
    action: str
    name: str
    table: str
    row_id: str
    column: str
    kind: str = WRITE
    schema: int = SCHEMA
    resolver: int
    previous: bytes
    parents: tuple[bytes, ...]
    digest: bytes

    def compute_id(self) -> bytes:
        """sha256 over the canonical metadata and the digest of the salted value (FORMAT 1)."""
        metadata = {
            each: value.hex() if isinstance(value := getattr(self, each), bytes) else value
            for each in _METADATA
        }
        metadata["parents"] = [parent.hex() for parent in self.parents]
        return sha256(canonical(metadata) + self.digest).digest()


_METADATA = tuple(each.name for each in fields(Change) if each.name not in {"parents", "digest"})


@dataclass(frozen=True, slots=True)
class LoggedValue:
    """A change with its id and the value that its digest stands for.

    `salt` is 16 random bytes, so that a digest tells nothing of a short value; `value` is JSON
    text, None once it was forgotten.
    """

    change: Change
    salt: bytes
    value: str | None
    id: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.change.compute_id())


_encode = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
).encode


def canonical(document: object) -> bytes:
    """JSON with sorted keys and no spaces, as UTF-8: equal documents give equal bytes."""
    return _encode(document).encode()


def value_digest(salt: bytes, value: str) -> bytes:
    """sha256 of the salted JSON text; it stays when the value is forgotten (FORMAT 1, 10)."""
    return sha256(salt + value.encode()).digest()


def to_document(carried: LoggedValue) -> dict[str, Any]:
    """The change as JSON carries it: bytes in hex."""
    document: dict[str, Any] = {
        each: value.hex() if isinstance(value := getattr(carried.change, each), bytes) else value
        for each in _METADATA
    }
    document["parents"] = [parent.hex() for parent in carried.change.parents]
    document["digest"] = carried.change.digest.hex()
    return {**document, "salt": carried.salt.hex(), "value": carried.value}


def from_document(document: dict[str, Any]) -> LoggedValue:
    """The change of a document that `to_document` made."""
    rest = dict(document)
    salt, value = bytes.fromhex(rest.pop("salt")), rest.pop("value")
    for name in ("previous", "digest"):
        rest[name] = bytes.fromhex(rest[name])
    rest["parents"] = tuple(bytes.fromhex(parent) for parent in rest["parents"])
    return LoggedValue(Change(**rest), salt, value)
