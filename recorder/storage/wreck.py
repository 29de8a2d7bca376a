"""A damaged file read page by page, without SQLite, which gives up at the first page it misses.

Only reads: not a byte of the file or of its write-ahead log is touched. A page that is not what
it should be costs what stood on it and no more, also when it is the first one or one on which
others hang: pages that no tree leads to are read too, and given by the shape of their lines.
(SQLite's file format: database header, b-tree pages, records, overflow pages, WAL frames.)
"""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_PAGE_SIZE = 4096  # what our archives have, should the header not say
_HEADER = 100
_TABLE_LEAF, _TABLE_INNER, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_INNER = {_TABLE_INNER, _INDEX_INNER}
_MAGIC = {0x377F0682, 0x377F0683}
_WAL_HEADER, _FRAME_HEADER = 32, 24
_LONGEST = 64 * 2**20  # bytes of one line; a larger one is a length that was damaged
_DEEPEST = 20

Line = tuple[Any, ...]
Values = tuple[int | None, Line]
"""A row's number, None in a tree that has none, and its values as they are stored."""


class _UnreadableError(Exception):
    """A page or a line is not what it should be."""


class Wreck:
    """A damaged archive's file. Lines that cannot be read are passed over and counted.

    Attributes:
        failures: how many pages and lines could not be read so far.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._log = path.with_name(path.name + "-wal")
        head = self._file.read(_HEADER)
        is_header = head.startswith(b"SQLite format 3\0")
        size = int.from_bytes(head[16:18]) if is_header else _PAGE_SIZE
        self._size = {1: 65536}.get(size, size) if size in _SIZES else _PAGE_SIZE
        self._usable = self._size - (head[20] if is_header else 0)
        self._file.seek(0, 2)
        self._logged = self._frames()
        self.count = max(-(-self._file.tell() // self._size), *self._logged, 0)
        self._visited: set[int] = set()
        self.failures = 0
        self.roots = self._roots()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def rows(self, table: str) -> Iterator[Values]:
        """The lines of a table or an index as far as its tree can be walked, each but once."""
        root = self.roots.get(table)
        if root is not None:
            yield from self._walk(root, 0)

    def strays(self) -> Iterator[Values]:
        """The lines on pages that no tree led to; call it once the trees were walked."""
        for number in range(1, self.count + 1):
            if number not in self._visited:
                page = self._page(number)
                start = _start(number)
                if len(page) > start + 8 and page[start] in _READERS:
                    yield from self._lines(number, page)

    ## Pages

    def _page(self, number: int) -> bytes:
        """A page as the last commit left it; short, or empty, where the file is."""
        at = self._logged.get(number)
        if at is not None:
            with self._log.open("rb") as log:
                log.seek(at)
                return log.read(self._size)
        if number < 1:
            return b""
        self._file.seek((number - 1) * self._size)
        return self._file.read(self._size)

    def _frames(self) -> dict[int, int]:
        """Where in the write-ahead log the pages are that were committed and not folded in."""
        try:
            log = self._log.read_bytes()
        except OSError:
            return {}
        if len(log) < _WAL_HEADER or int.from_bytes(log[:4]) not in _MAGIC:
            return {}
        committed: dict[int, int] = {}
        pending: dict[int, int] = {}
        step = _FRAME_HEADER + self._size
        for at in range(_WAL_HEADER, len(log) - step + 1, step):
            number, pages = struct.unpack_from(">II", log, at)
            if log[at + 8 : at + 16] != log[16:24] or not number:
                break
            pending[number] = at + _FRAME_HEADER
            if pages:
                committed |= pending
                pending = {}
        return committed

    ## Trees

    def _roots(self) -> dict[str, int]:
        """The first page of each table and index, as far as their list can be read."""
        found: dict[str, int] = {}
        for _, line in self._walk(1, 0):
            padded: Line = (*line, None, None, None, None)
            kind, name, _, root = padded[:4]
            if kind in ("table", "index") and isinstance(name, str) and isinstance(root, int):
                found[name] = root
        return found

    def _walk(self, number: int, depth: int) -> Iterator[Values]:
        if number in self._visited or depth > _DEEPEST:
            self.failures += 1
            return
        page = self._page(number)
        start = _start(number)
        kind = page[start] if len(page) > start + 8 else 0
        if kind not in _READERS and kind != _TABLE_INNER:
            self.failures += 1  # not visited: should it be a leaf after all, it is a stray
            return
        self._visited.add(number)
        if kind != _TABLE_INNER:
            yield from self._lines(number, page)
        if kind in _INNER:
            for child in self._children(number, page):
                yield from self._walk(child, depth + 1)

    def _children(self, number: int, page: bytes) -> list[int]:
        start = _start(number)
        pointers = self._pointers(page, start, start + 12)
        children = [int.from_bytes(page[at : at + 4]) for at in pointers]
        return [*children, int.from_bytes(page[start + 8 : start + 12])]

    def _lines(self, number: int, page: bytes) -> Iterator[Values]:
        start = _start(number)
        kind = page[start]
        for at in self._pointers(page, start, start + (12 if kind in _INNER else 8)):
            try:
                yield _READERS[kind](self, page, at)
            except (_UnreadableError, IndexError, struct.error, ValueError):
                self.failures += 1

    def _pointers(self, page: bytes, start: int, first: int) -> list[int]:
        count = int.from_bytes(page[start + 3 : start + 5])
        fitting = min(count, (len(page) - first) // 2)
        self.failures += count - fitting
        pointers = struct.unpack_from(f">{fitting}H", page, first)
        sound = [at for at in pointers if first + 2 * fitting <= at < len(page)]
        self.failures += fitting - len(sound)
        return sound

    ## Lines

    def _table_line(self, page: bytes, at: int) -> Values:
        length, at = _number(page, at)
        row, at = _number(page, at)
        return row, _values(self._payload(page, at, length, self._usable - 35))

    def _index_line(self, page: bytes, at: int) -> Values:
        length, at = _number(page, at)
        most = (self._usable - 12) * 64 // 255 - 23
        return None, _values(self._payload(page, at, length, most))

    def _inner_index_line(self, page: bytes, at: int) -> Values:
        return self._index_line(page, at + 4)

    def _payload(self, page: bytes, at: int, length: int, most: int) -> bytes:
        if length > _LONGEST:
            raise _UnreadableError
        if length <= most:
            found = page[at : at + length]
        else:
            least = (self._usable - 12) * 32 // 255 - 23
            kept = least + (length - least) % (self._usable - 4)
            kept = kept if kept <= most else least
            found = self._continued(page[at : at + kept], page[at + kept : at + kept + 4], length)
        if len(found) != length:
            raise _UnreadableError
        return found

    def _continued(self, first: bytes, following: bytes, length: int) -> bytes:
        parts, had, number = [first], len(first), int.from_bytes(following)
        while had < length:
            page = self._page(number)
            if len(page) < self._usable:
                raise _UnreadableError
            parts.append(page[4 : min(self._usable, 4 + length - had)])
            had += len(parts[-1])
            number = int.from_bytes(page[:4])
        return b"".join(parts)


_SIZES = {1, *(2**power for power in range(9, 16))}

_READERS: dict[int, Callable[[Wreck, bytes, int], Values]] = {
    _TABLE_LEAF: Wreck._table_line,  # noqa: SLF001 - its own
    _INDEX_LEAF: Wreck._index_line,  # noqa: SLF001
    _INDEX_INNER: Wreck._inner_index_line,  # noqa: SLF001
}


def _start(number: int) -> int:
    """Where on a page its tree begins: after the file's header on the first."""
    return _HEADER if number == 1 else 0


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
            return value, at + step + 1
    value = value << 8 | data[at + 8]
    return (value - 2**64 if value >= 2**63 else value), at + 9


_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_CONSTANTS: dict[int, int | None] = {0: None, 8: 0, 9: 1}
_REAL, _LEAST_BLOB = 7, 12


def _values(payload: bytes) -> Line:
    """The values of a line."""
    body, at = _number(payload, 0)
    if not 0 < body <= len(payload):
        raise _UnreadableError
    kinds: list[int] = []
    while at < body:
        kind, at = _number(payload, at)
        kinds.append(kind)
    values: list[Any] = []
    at = body
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise _UnreadableError
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in _CONSTANTS:
        return _CONSTANTS[kind], at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind == _REAL:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind < _LEAST_BLOB:
        raise _UnreadableError
    end = at + (kind - _LEAST_BLOB) // 2
    if end > len(payload):
        raise _UnreadableError
    found = payload[at:end]
    return (found.decode("utf-8") if kind % 2 else found), end
