"""Bytes go in and come out the same, are kept once, and are never handed out damaged."""

import random
import tracemalloc
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recorder import Archive, BlobDamagedError, BlobMissingError, FileTooLargeError
from recorder.storage import blobs as blobs_module
from recorder.storage.blobs import CHUNK, Blob, Blobs


class Trickle:
    """A stream that gives a few bytes at once, as a slow stick does."""

    def __init__(self, content: bytes, chance: random.Random) -> None:
        self._rest = BytesIO(content)
        self._chance = chance

    def read(self, size: int, /) -> bytes:
        return self._rest.read(self._chance.randint(1, size) if size > 1 else size)


@pytest.fixture
def blobs(archive: Archive) -> Blobs:
    return archive.attachments._blobs


def put(archive: Archive, content: bytes) -> Blob:
    with archive._writer.transaction():
        return archive.attachments._blobs.put(BytesIO(content))


def rows(archive: Archive) -> tuple[int, int]:
    """How many blobs and chunks the file holds."""
    database = archive._file.database
    return database.table("blob").count, database.table("blob_chunk").count


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_file_of_any_size_comes_out_as_it_went_in(
    archive: Archive, blobs: Blobs, size: int
) -> None:
    content = random.Random(size).randbytes(size)
    blob = put(archive, content)
    assert blob == Blob(sha256(content).hexdigest(), size)
    pieces = list(blobs.read(blob.sha256))
    assert b"".join(pieces) == content
    assert [len(each) for each in pieces[:-1]] == [CHUNK] * (len(pieces) - 1)
    assert rows(archive) == (1, -(-size // CHUNK))
    assert list(blobs.damaged_blobs()) == []


@given(content=st.binary(max_size=60), seed=st.integers())
def test_however_a_stream_gives_its_bytes_they_come_out_the_same(
    one_archive: Archive, content: bytes, seed: int
) -> None:
    blobs = one_archive.attachments._blobs
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blobs_module, "CHUNK", 7)  # so that most files have several
        with one_archive._writer.transaction():
            blob = blobs.put(Trickle(content, random.Random(seed)))
        assert b"".join(blobs.read(blob.sha256)) == content
        assert put(one_archive, content) == blob


@pytest.fixture(scope="module")
def one_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("blobs") / "archive.mahdar") as archive:
        yield archive


def test_the_same_bytes_are_kept_once(archive: Archive) -> None:
    content = bytes(CHUNK + 5)
    assert put(archive, content) == put(archive, content)
    put(archive, content[1:])
    assert rows(archive) == (2, 4)


def test_a_file_over_the_limit_leaves_nothing(archive: Archive, blobs: Blobs) -> None:
    with pytest.raises(FileTooLargeError) as refused, archive._writer.transaction():
        blobs.put(BytesIO(bytes(CHUNK + 1)), largest=CHUNK)
    assert refused.value.data == {"size": CHUNK + 1, "limit": CHUNK}
    assert rows(archive) == (0, 0)
    put(archive, bytes(CHUNK))


def test_a_stream_that_breaks_off_leaves_nothing(archive: Archive, blobs: Blobs) -> None:
    class Pulled(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() >= CHUNK:
                raise OSError("the stick was pulled")
            return super().read(size)

    with pytest.raises(OSError, match="pulled"), archive._writer.transaction():
        blobs.put(Pulled(bytes(2 * CHUNK)))
    assert rows(archive) == (0, 0)


def test_absent_bytes_are_told_when_they_are_asked_for(blobs: Blobs) -> None:
    digest = "0" * 64
    assert not blobs.has(digest)
    with pytest.raises(BlobMissingError):
        next(blobs.read(digest))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE blob_chunk SET bytes = CAST('x' || substr(bytes, 2) AS BLOB) WHERE n = 1",
        "UPDATE blob_chunk SET bytes = substr(bytes, 2) WHERE n = 0",
        "DELETE FROM blob_chunk WHERE n = 2",
        "UPDATE blob SET size = size - 1",
        "UPDATE blob SET size = size - 1048576",
        "UPDATE blob SET size = size + 1048576",
    ],
)
def test_damaged_bytes_are_found_by_the_check_and_not_handed_out_whole(
    archive: Archive, blobs: Blobs, damage: str
) -> None:
    content = random.Random(1).randbytes(2 * CHUNK + 9)
    sound, blob = put(archive, b"sound"), put(archive, content)
    archive._file.database.execute(f"{damage} {'AND' if 'WHERE' in damage else 'WHERE'} "
                                   + ("blob = 2" if "chunk" in damage else "no = 2"))  # fmt: skip
    report = archive.check()
    assert report.problems == (("blob", blob.sha256),)
    assert b"".join(blobs.read(sound.sha256)) == b"sound"
    given_out = []
    with pytest.raises(BlobDamagedError):
        given_out.extend(blobs.read(blob.sha256))
    assert b"".join(given_out) != content


def test_a_page_that_cannot_be_read_is_a_damaged_file_and_not_the_end(
    archive: Archive, blobs: Blobs, tmp_path: Path
) -> None:
    blob = put(archive, bytes(range(256)) * 4096)
    archive.close()
    raw = bytearray(archive.path.read_bytes())
    at = raw.find(bytes(range(256)) * 4)
    raw[at : at + 16] = b"\xff" * 16
    archive.path.write_bytes(raw)
    with Archive.open(archive.path, machine=tmp_path) as opened:
        assert list(opened.attachments._blobs.damaged_blobs()) == [blob.sha256]


def test_memory_does_not_grow_with_the_file(archive: Archive, blobs: Blobs) -> None:
    class Long:
        """24 MiB that are never in memory at once."""

        left = 24 * CHUNK

        def read(self, size: int, /) -> bytes:
            taken = min(size, self.left)
            self.left -= taken
            return bytes(taken)

    tracemalloc.start()
    with archive._writer.transaction():
        blob = blobs.put(Long())
    for _ in blobs.read(blob.sha256):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert blob.size == 24 * CHUNK
    assert peak < 8 * CHUNK
