"""The change: one logged write of one register, known by its hash (FORMAT 1)."""

from dataclasses import dataclass, field, fields
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

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
        return sha256(self.canonical().encode() + self.digest).digest()

    def canonical(self) -> str:
        """The metadata as JSON with sorted keys and no spaces (FORMAT 1).

        Spelled out, since every change that arrives is hashed: an encoder takes four times longer.
        """
        parents = ",".join([f'"{parent.hex()}"' for parent in self.parents])
        return (
            f'{{"action":{quoted(self.action)},"author":{quoted(self.author)},'
            f'"column":{quoted(self.column)},"kind":{quoted(self.kind)},'
            f'"lamport":{self.lamport:d},"name":{quoted(self.name)},"parents":[{parents}],'
            f'"previous":"{self.previous.hex()}","resolver":{self.resolver:d},'
            f'"row_id":{quoted(self.row_id)},"schema":{self.schema:d},'
            f'"scope":{quoted(self.scope)},"seq":{self.seq:d},"site":{quoted(self.site)},'
            f'"table":{quoted(self.table)},"wall":{quoted(self.wall)}}}'
        )


_METADATA = tuple(each.name for each in fields(Change) if each.name not in {"parents", "digest"})


class Version(NamedTuple):
    """How far a chain is known: its last change's place and id."""

    seq: int
    id: bytes


Vector = dict[tuple[str, str], Version]
"""How far each branch is known in each scope: (branch, scope) to its last change."""


class Seal(NamedTuple):
    """A site's signature under one of its changes; it vouches for the chain up to there.

    `key` is the site's raw public Ed25519 key (32 bytes), of which the site's id is a hash.
    """

    key: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class LoggedValue:
    """A change with its id and the value that its digest stands for.

    `salt` is 16 random bytes, so that a digest tells nothing of a short value; `value` is JSON
    text, None once it was forgotten. The head of a chain that travels carries a seal (FORMAT 3).
    """

    change: Change
    salt: bytes
    value: str | None
    seal: Seal | None = None
    id: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.change.compute_id())


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
    if carried.seal is not None:
        document["seal"] = [each.hex() for each in carried.seal]
    return {**document, "salt": carried.salt.hex(), "value": carried.value}


def from_document(document: dict[str, Any]) -> LoggedValue:
    """The change of a document that `to_document` made.

    Raises:
        ValueError, TypeError, KeyError: it is no such document.
    """
    rest = dict(document)
    salt, value = bytes.fromhex(rest.pop("salt")), rest.pop("value")
    seal = rest.pop("seal", None)
    for name in ("previous", "digest"):
        rest[name] = bytes.fromhex(rest[name])
    rest["parents"] = tuple(bytes.fromhex(parent) for parent in rest["parents"])
    change = Change(**rest)
    if any(type(getattr(change, name)) is not kind for name, kind in _KINDS.items()):
        raise TypeError
    if not isinstance(value, str | None):
        raise TypeError
    return LoggedValue(change, salt, value, Seal(*map(bytes.fromhex, seal)) if seal else None)


# A document may hold anything: 1.5 and True would be hashed as the numbers that they are not.
_KINDS = {each.name: each.type for each in fields(Change) if each.type in (str, int)}
