r"""A bundle: some changes of a team as one file, of which a stranger can read nothing.

    mahdar-bundle 1\n | length of the head, 4 bytes | head | body

Head and body are sealed for the team (age). The head says what the body holds, and its hash, so
that nobody unpacks what was damaged or what they have already; the laptop that wrote the file
has signed the head. Everything is judged by its size before it is read into memory (FORMAT 15).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from recorder.domain.identity import site_id_of
from recorder.domain.log import LoggedValue
from recorder.errors import BundleError
from recorder.sync.lines import MOST_CHANGES, deflate, inflate
from recorder.sync.team import Team

MARK: Final = b"mahdar-bundle "
FORMAT: Final = 1
PURPOSE: Final = b"mahdar: head of a bundle\n"
"""What is signed before the head; a signature for one purpose is none for another."""

LARGEST_HEAD: Final = 2**20
LARGEST_FILE: Final = 16 * 2**20
"""Bytes. A bundle of ours is a few megabytes; a larger file is none."""

CHANGES_AT_ONCE: Final = 20_000
"""Changes in one bundle; more become several files."""

_PLAIN_AT_ONCE: Final = 8 * 2**20  # bytes of values, roughly
_SIGNATURE: Final = 64


class Run(msgspec.Struct, frozen=True):
    """Changes of one chain without a gap.

    Attributes:
        first: the place of the first one; `last` and `id` are of the last one.
        before: the id of the change that the first one follows, b"" at the chain's beginning.
    """

    site: str
    scope: str
    first: int
    last: int
    before: bytes
    id: bytes


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a bundle is.

    Attributes:
        team: the id of the team; `site` that of the laptop that wrote it, `key` its public key.
        author: whose laptop it is, as its owner is called.
        number: its place among the bundles of that laptop on that stick, from 1.
        wall: when it was written, by that laptop's clock.
        runs: what the body holds.
        count: of changes; `length` is how long their lines are inflated.
        size: bytes of the sealed body; `digest` is their sha256.
    """

    team: str
    site: str
    key: bytes
    author: str
    number: int
    wall: str
    runs: tuple[Run, ...]
    count: int
    length: int
    size: int
    digest: bytes


@dataclass(frozen=True)
class Writer:
    """Who writes a bundle.

    Attributes:
        sign: signs bytes with the laptop's secret key.
    """

    site: str
    key: bytes
    author: str
    sign: Callable[[bytes], bytes]


_heads = msgspec.json.Decoder(Head)


## Writing


def portions(changes: Iterable[LoggedValue]) -> Iterator[list[LoggedValue]]:
    """Changes in their order, as many at a time as one bundle takes."""
    portion: list[LoggedValue] = []
    size = 0
    for each in changes:
        portion.append(each)
        size += len(each.value or "")
        if len(portion) == CHANGES_AT_ONCE or size > _PLAIN_AT_ONCE:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def pack(
    team: Team, writer: Writer, number: int, wall: str, changes: Sequence[LoggedValue]
) -> bytes:
    """A bundle of changes; each one's predecessor stands before it or is elsewhere."""
    deflated, length = deflate(changes)
    body = team.seal(deflated)
    head = Head(
        team=team.id, site=writer.site, key=writer.key, author=writer.author, number=number,
        wall=wall, runs=runs_of(changes), count=len(changes), length=length, size=len(body),
        digest=hashlib.sha256(body).digest(),
    )  # fmt: skip
    told = msgspec.json.encode(head)
    sealed = team.seal(writer.sign(PURPOSE + told) + told)
    return MARK + b"%d\n" % FORMAT + len(sealed).to_bytes(4) + sealed + body


def runs_of(changes: Iterable[LoggedValue]) -> tuple[Run, ...]:
    """The chains of which changes are, each as far as it goes on without a gap."""
    runs: dict[bytes, Run] = {}  # by its last change
    for each in changes:
        change = each.change
        at = runs.get(change.previous) if change.previous else None
        if at is not None and (at.site, at.scope, at.last) == (
            change.site, change.scope, change.seq - 1,
        ):  # fmt: skip
            del runs[change.previous]
            first, before = at.first, at.before
        else:
            first, before = change.seq, change.previous
        runs[each.id] = Run(change.site, change.scope, first, change.seq, before, each.id)
    return tuple(runs.values())


## Reading


@dataclass(frozen=True)
class Parts:
    """A bundle's file, of which the head was opened and the body is as it came."""

    head: Head
    body: bytes


def open_bundle(team: Team, data: bytes) -> Parts:
    """The head of a bundle, and its body, which is whole but not yet opened.

    Raises:
        BundleError: it is none that this team and this release can read (data: reason: foreign,
            newer, large, damaged or forged).
    """
    head_sealed, body = _cut(data)
    plain = team.open(head_sealed)
    signature, told = plain[:_SIGNATURE], plain[_SIGNATURE:]
    try:
        head = _heads.decode(told)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise BundleError(reason="damaged") from error
    if site_id_of(head.key) != head.site or not _is_signed(head.key, signature, PURPOSE + told):
        raise BundleError(reason="forged")
    if head.team != team.id:
        raise BundleError(reason="forged")
    if not 0 < head.count <= MOST_CHANGES or head.number < 1:
        raise BundleError(reason="large")
    if len(body) != head.size or hashlib.sha256(body).digest() != head.digest:
        raise BundleError(reason="damaged")
    return Parts(head, body)


def changes_of(team: Team, parts: Parts) -> list[LoggedValue]:
    """The changes of a bundle: those that its head told, no others.

    Raises:
        BundleError: the body is not what the head says (data: reason).
    """
    changes = inflate(team.open(parts.body), parts.head.length, parts.head.count)
    if runs_of(changes) != parts.head.runs:
        raise BundleError(reason="forged")
    return changes


def _cut(data: bytes) -> tuple[bytes, bytes]:
    """Sealed head and sealed body of a file."""
    if not data.startswith(MARK):
        raise BundleError(reason="foreign")
    if len(data) > LARGEST_FILE:
        raise BundleError(reason="large")
    version, _, rest = data[len(MARK) :].partition(b"\n")
    if version != b"%d" % FORMAT:
        is_number = version.isdigit() and len(version) < 4  # noqa: PLR2004 - no release has more
        raise BundleError(reason="newer" if is_number and rest else "damaged")
    length = int.from_bytes(rest[:4])
    if not 0 < length <= LARGEST_HEAD or len(rest) < 4 + length:
        raise BundleError(reason="damaged")
    return rest[4 : 4 + length], rest[4 + length :]


def _is_signed(key: bytes, signature: bytes, told: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, told)
    except (InvalidSignature, ValueError):
        return False
    return True
