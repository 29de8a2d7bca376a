"""Photographs of the meeting in its documents: under what they show, or together at the end."""

import struct
from collections.abc import Iterator
from functools import cached_property

from recorder.domain.discussion import Attachment, Note
from recorder.domain.documents import Detail, DocumentKind, Section
from recorder.domain.meeting import AgendaItem, Host
from recorder.domain.tokens import Consent
from recorder.minutes.discretion import FOR_THE_PUBLIC
from recorder.minutes.material import Material
from recorder.minutes.model import Block, Heading, Origin, Picture

_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class Album:
    """The pictures that a document may show, by the row that they are about.

    A picture that leaves the circle of those who met stays out where anybody who came asked not
    to be pictured: nobody knows who is on it.
    """

    def __init__(self, material: Material) -> None:
        self._material = material

    def about(self, table: str, row_id: str) -> Iterator[Picture]:
        """The pictures of one row."""
        yield from self._by_row.get((table, row_id), ())

    @property
    def others(self) -> Iterator[Picture]:
        """The pictures that stand under no row of the document's discussion."""
        placed = self._told_rows()
        for key, pictures in self._by_row.items():
            if key not in placed:
                yield from pictures

    def _told_rows(self) -> set[tuple[str, str]]:
        """The items and notes under which the document shows their pictures itself."""
        material, edition = self._material, self._material.edition
        is_told = edition.sections is None or Section.DISCUSSION in edition.sections
        is_whole = edition.document is DocumentKind.MINUTES and edition.detail != Detail.OUTCOMES
        if not (is_told and is_whole):
            return set()
        told = {each.item.id for each in material.headings}
        items = {(AgendaItem.TABLE, each) for each in told & material.items_with_content}
        notes = {
            (Note.TABLE, each.id)
            for place in (*told, None)
            for each in material.notes_by_item.get(place, ())
            if each.text.strip()
        }
        return items | notes

    @cached_property
    def _by_row(self) -> dict[tuple[str, str], list[Picture]]:
        found: dict[tuple[str, str], list[Picture]] = {}
        for each in self._material.record.attachments if self._may_show() else ():
            is_logo = each.subject.table == Host.TABLE
            if not is_logo and (picture := self._picture(each)):
                key = each.subject.table, each.subject.row_id or ""
                found.setdefault(key, []).append(picture)
        return found

    def _may_show(self) -> bool:
        edition, attendance = self._material.edition, self._material.record.attendance
        if not edition.has_photographs:
            return False
        is_refused = any(each.consent_photo not in (None, Consent.YES) for each in attendance)
        return not (is_refused and edition.document in FOR_THE_PUBLIC)

    def _picture(self, row: Attachment) -> Picture | None:
        content = self._material.media.get(row.sha256)
        measured = measure(content) if content else None
        if measured is None:
            return None
        kind, width, height = measured
        words, caption = self._material.words, row.caption.strip()
        credit = row.credit.strip()
        return Picture(
            row.sha256,
            kind,
            width,
            height,
            caption,
            words.gettext("Photograph: {name}").format(name=credit) if credit else "",
            caption or words.gettext("Photograph of the meeting"),
            Origin(Attachment.TABLE, row.id),
            words.pgettext("caption", "Figure"),
        )


def photographs(material: Material) -> Iterator[Block]:
    """The pictures that stand nowhere else."""
    pictures = list(Album(material).others)
    if pictures:
        yield Heading(material.words.gettext("Photographs"))
        yield from pictures


def logo_of(material: Material, host: Host) -> Picture | None:
    """The picture that was attached to a host of the meeting, the latest if there are several."""
    about = (Host.TABLE, host.id)
    for each in reversed(material.record.attachments):
        content = material.media.get(each.sha256)
        measured = measure(content) if content else None
        if (each.subject.table, each.subject.row_id) == about and measured is not None:
            return Picture(each.sha256, *measured, origin=Origin(Attachment.TABLE, each.id))
    return None


def measure(content: bytes) -> tuple[str, int, int] | None:
    """The kind of a picture ("jpeg", "png"), its width and height in pixels; None: neither."""
    if content.startswith(_PNG) and len(content) >= len(_PNG) + 16:
        width, height = struct.unpack(">II", content[16:24])
        return "png", width, height
    return _measured_jpeg(content) if content.startswith(b"\xff\xd8") else None


def _measured_jpeg(content: bytes) -> tuple[str, int, int] | None:
    """Walk over the segments to the header of the frame (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - a marker begins
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return "jpeg", width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return None
