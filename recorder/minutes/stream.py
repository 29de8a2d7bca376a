"""Pieces of text on their way into a file: in UTF-8, a quarter of a megabyte at a time."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from recorder.replacing import replacing

_CHUNK = 256 * 1024  # characters


def write_in_chunks(part: IO[bytes], pieces: Iterable[str]) -> None:
    """Write pieces of any size; no more than two chunks of them are held.

    A chunk is written, and deflated where `part` deflates, while the next one is made: the thread
    that writes needs no Python for it.
    """
    chunks = _chunks(pieces)
    first = next(chunks)
    if len(first) < _CHUNK:  # the only one
        part.write(first)
        return
    with ThreadPoolExecutor(1) as writer:
        written = writer.submit(part.write, first)
        for chunk in chunks:
            written.result()
            written = writer.submit(part.write, chunk)
        written.result()


def _chunks(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces put together; at least one chunk, the last one smaller than the others."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
            length = 0
    yield "".join(waiting).encode()


def write_text_file(pieces: Iterable[str], path: Path) -> Path:
    """Put a file of text in the place of `path` in one step.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    with replacing(path) as stream:
        write_in_chunks(stream, pieces)
    return path
