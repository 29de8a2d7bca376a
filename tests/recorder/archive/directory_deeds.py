"""What people do with the directory: entries merged on one laptop, renamed and parted on others."""

from io import BytesIO
from typing import Any

from recorder import Archive, Attachment, NotFoundError, new_id
from tests.recorder.archive.deeds import Deed, chosen, meeting_of
from tests.recorder.archive.world import Laptop, World

_KINDS = {"person": "people", "organisation": "organisations"}


def merge_entries(world: World, laptop: Laptop, number: int) -> None:
    archive, kind, rows = entries(laptop, number)
    if len(rows) < 2:
        return
    one, other = chosen(rows, number // 2), chosen(rows, number // 3)
    if one.id == other.id:
        return
    archive.duplicates.merge(kind, one.id, other.id)
    subject = getattr(archive, _KINDS[kind])
    assert subject.get(one.id) == subject.get(other.id)
    assert len(subject.all()) == len(rows) - 1


def part_entries(world: World, laptop: Laptop, number: int) -> None:
    archive, kind, _ = entries(laptop, number)
    merged = chosen(archive.duplicates.merged(kind), number // 2)
    if merged is not None:
        other = chosen(list(merged.others), number // 3)
        archive.duplicates.separate(kind, other.id)
        subject = getattr(archive, _KINDS[kind])
        assert subject.get(other.id).id == other.id
        assert subject.get(merged.entry.id).id != other.id


def tell_apart(world: World, laptop: Laptop, number: int) -> None:
    archive, kind, _ = entries(laptop, number)
    candidate = chosen(archive.duplicates.candidates(kind), number // 2)
    if candidate is not None:
        archive.duplicates.dismiss(kind, candidate.first.id, candidate.second.id)


def entries(laptop: Laptop, number: int) -> tuple[Archive, Any, list[Any]]:
    kind = ("person", "organisation")[number % 2]
    return laptop.archive, kind, getattr(laptop.archive, _KINDS[kind]).all()


def attach(world: World, laptop: Laptop, number: int) -> None:
    """The row travels; what the bytes do is told elsewhere (FORMAT 14)."""
    row = Attachment(id=new_id(), meeting_id=meeting_of(number), name=f"{number % 3}.txt")
    try:
        laptop.archive.attachments.add(row, BytesIO(f"نص {number % 3}".encode()))
    except NotFoundError:
        assert laptop.archive.meetings.find(row.meeting_id) is None


DIRECTORY: dict[str, Deed] = {
    each.__name__: each for each in (merge_entries, part_entries, tell_apart, attach)
}
