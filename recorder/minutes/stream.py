"""Pieces of text on their way into a file: in UTF-8, a quarter of a megabyte at a time."""

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from recorder.replacing import replacing

_CHUNK = 256 * 1024  # characters


def write_in_chunks(part: IO[bytes], pieces: Iterable[str]) -> None:
    """Write pieces of any size; no more than a chunk of them is held."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _CHUNK:
            part.write("".join(waiting).encode())
            waiting.clear()
            length = 0
    part.write("".join(waiting).encode())


def write_text_file(pieces: Iterable[str], path: Path) -> Path:
    """Put a file of text in the place of `path` in one step.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    with replacing(path) as stream:
        write_in_chunks(stream, pieces)
    return path
