"""A file that somebody hands in, made ready to be kept: pictures drawn anew, the rest as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from recorder.domain.file_names import clean_file_name, with_ending
from recorder.errors import AttachmentError, FileTooLargeError
from recorder.storage.blobs import Readable
from recorder.storage.file_kinds import (
    HEAD,
    mime_of_name,
    mime_of_picture,
    picture_kind,
    picture_of_name,
)

_ENDINGS = {"jpeg": "jpg", "png": "png"}


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """What of a file is kept, under which name, as what."""

    stream: Readable
    name: str
    mime: str


@contextmanager
def incoming(
    source: str | Path | Readable, name: str, *, keep_original: bool
) -> Iterator[IncomingFile]:
    """The file made ready, for as long as it is read.

    Args:
        source: a path, or a stream at its beginning that need not be able to seek.
        name: what it is called; "" takes the last part of the path.
        keep_original: leave a picture as it is, with all that it tells.

    Raises:
        AttachmentError: it cannot be read, is a picture that cannot be drawn anew, or was found
            too large, here or while it was read (data: path, and what the error says).
    """
    is_path = isinstance(source, str | Path)
    called = name or (str(source) if is_path else "")
    try:
        with _opened(source) as stream:
            yield _prepared(stream, clean_file_name(called), keep_original=keep_original)
    except AttachmentError as error:
        error.data["path"] = called
        raise
    except OSError as error:
        raise AttachmentError(path=called, reason="unreadable") from error


@contextmanager
def _opened(source: str | Path | Readable) -> Iterator[Readable]:
    if isinstance(source, str | Path):
        with Path(source).open("rb") as stream:
            yield stream
    else:
        yield source


def _prepared(stream: Readable, name: str, *, keep_original: bool) -> IncomingFile:
    head = _read(stream, HEAD)
    kind = picture_kind(head)
    promised = kind or picture_of_name(name)
    if keep_original or promised is None:
        mime = mime_of_picture(kind) if kind else mime_of_name(name)
        return IncomingFile(_Whole(head, stream), name, mime)
    # Pillow is drawn in with the first picture.
    from recorder.storage.photographs import LARGEST_PHOTOGRAPH, redrawn

    content = head + _read(stream, LARGEST_PHOTOGRAPH + 1 - len(head))
    if len(content) > LARGEST_PHOTOGRAPH:
        raise FileTooLargeError(size=len(content), limit=LARGEST_PHOTOGRAPH)
    # A file that promises a picture and is none is not kept under that promise.
    picture = redrawn(BytesIO(content), promised)
    return IncomingFile(
        BytesIO(picture.content),
        with_ending(name, _ENDINGS[picture.kind]),
        mime_of_picture(picture.kind),
    )


def _read(stream: Readable, size: int) -> bytes:
    """As many bytes as there are up to that size, also where the stream gives a few at once."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


class _Whole:
    """A stream with the beginning that was read from it already."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; b"" at the end."""
        if not self._head:
            return self._rest.read(size)
        given, self._head = self._head[:size], self._head[size:]
        return given
