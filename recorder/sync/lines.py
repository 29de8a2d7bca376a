"""Changes as typed JSON lines, deflated: what is repeated or can be reckoned is left out.

A line says nothing of its predecessor where that is the line of its chain before it, and nothing
of a value's digest where the value is there. Both are in the hash by which each change is known,
so that a line that lies makes a change that nobody knows.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from recorder.domain.log import SCHEMA, WRITE, Change, LoggedValue, Seal, value_digest
from recorder.errors import BundleError

LARGEST_PLAIN = 32 * 2**20
"""Bytes of all lines of a bundle, inflated."""

LONGEST_LINE = 4 * 2**20
MOST_CHANGES = 50_000
_PIECE = 2**16
_HASH = 32


class _Line(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True):
    """A change; bytes in base64."""

    site: str
    scope: str
    seq: int
    lamport: int
    wall: str
    author: str
    action: str
    name: str
    table: str
    row: str
    col: str
    resolver: int
    salt: bytes
    value: str | None = None
    parents: tuple[bytes, ...] = ()
    kind: str = WRITE
    schema: int = SCHEMA
    previous: bytes | None = None
    digest: bytes | None = None
    seal: tuple[bytes, bytes] | None = None


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Line)

_Ends = dict[tuple[str, str], bytes]
"""The last change so far of each (site, scope)."""


def deflate(changes: Iterable[LoggedValue]) -> tuple[bytes, int]:
    """The lines of changes, deflated, and how long they are inflated."""
    squeeze = zlib.compressobj(6)
    ends: _Ends = {}
    pieces: list[bytes] = []
    length = 0
    for each in changes:
        line = _encoder.encode(_line_of(each, ends)) + b"\n"
        length += len(line)
        pieces.append(squeeze.compress(line))
    pieces.append(squeeze.flush())
    return b"".join(pieces), length


def _line_of(logged: LoggedValue, ends: _Ends) -> _Line:
    change = logged.change
    chain = (change.site, change.scope)
    follows = ends.get(chain, b"") == change.previous
    ends[chain] = logged.id
    return _Line(
        site=change.site, scope=change.scope, seq=change.seq, lamport=change.lamport,
        wall=change.wall, author=change.author, action=change.action, name=change.name,
        table=change.table, row=change.row_id, col=change.column, resolver=change.resolver,
        salt=logged.salt, value=logged.value, parents=change.parents, kind=change.kind,
        schema=change.schema, previous=None if follows else change.previous,
        digest=change.digest if logged.value is None else None,
        seal=(logged.seal.key, logged.seal.signature) if logged.seal else None,
    )  # fmt: skip


def inflate(deflated: bytes, length: int, count: int) -> list[LoggedValue]:
    """The changes of deflated lines.

    Args:
        deflated: what `deflate` made.
        length: how long the lines are said to be inflated; not one byte more is made of them.
        count: how many changes they are said to be.

    Raises:
        BundleError: they are not what they are said to be (data: reason: large or damaged).
    """
    if length > LARGEST_PLAIN or count > MOST_CHANGES:
        raise BundleError(reason="large")
    ends: _Ends = {}
    changes: list[LoggedValue] = []
    try:
        for line in _lines(deflated, length):
            if len(changes) == count:
                raise BundleError(reason="damaged")
            changes.append(_change_of(_decoder.decode(line), ends))
    except (zlib.error, msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise BundleError(reason="damaged") from error
    if len(changes) != count:
        raise BundleError(reason="damaged")
    return changes


def _lines(deflated: bytes, length: int) -> Iterator[bytes]:
    swell = zlib.decompressobj()
    rest, left, held = deflated, length, b""
    while not swell.eof:
        piece = swell.decompress(rest, _PIECE)
        rest = swell.unconsumed_tail
        left -= len(piece)
        if left < 0 or len(held) > LONGEST_LINE or not (piece or rest or swell.eof):
            raise BundleError(reason="damaged")
        *whole, held = (held + piece).split(b"\n")
        yield from whole
    if held or left or swell.unused_data:
        raise BundleError(reason="damaged")


def _change_of(line: _Line, ends: _Ends) -> LoggedValue:
    chain = (line.site, line.scope)
    digest = value_digest(line.salt, line.value) if line.value is not None else line.digest or b""
    previous = ends.get(chain, b"") if line.previous is None else line.previous
    if not _are_hashes([digest, *line.parents, *([previous] if previous else [])]):
        raise BundleError(reason="damaged")
    change = Change(
        site=line.site, scope=line.scope, seq=line.seq, lamport=line.lamport, wall=line.wall,
        author=line.author, action=line.action, name=line.name, table=line.table, row_id=line.row,
        column=line.col, kind=line.kind, schema=line.schema, resolver=line.resolver,
        previous=previous, parents=line.parents, digest=digest,
    )  # fmt: skip
    logged = LoggedValue(change, line.salt, line.value, Seal(*line.seal) if line.seal else None)
    ends[chain] = logged.id
    return logged


def _are_hashes(given: Sequence[bytes]) -> bool:
    return all(len(each) == _HASH for each in given)
