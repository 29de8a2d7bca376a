"""Content controls: frames in Word with a name over them, into which texts and pictures go."""

import struct
import zlib

from recorder.minutes.docx.pictures import drawing
from recorder.minutes.docx.runs import escaped, text_runs

_EMU_PER_CM = 360_000
_SIDE = 96  # pixels of the placeholder


class Controls:
    """Makes controls, each with a number of its own."""

    def __init__(self) -> None:
        self._last = 0

    def ours(self, tag: str, title: str, shown: str) -> str:
        """A place that the program fills."""
        return self._inline(f"minutes.{tag}", title, "<w:text/>", text_runs(shown, "rtl"))

    def theirs(self, tag: str, title: str, shown: str) -> str:
        """A place that the organisation fills; left as it is it prints nothing."""
        runs = text_runs(shown, "rtl")
        return self._inline(f"letterhead.{tag}", title, "<w:showingPlcHdr/><w:text/>", runs)

    def logo(self, title: str, relationship: str, centimetres: float, tag: str = "logo") -> str:
        """A picture that is replaced by a click; left as it is the host's logo is printed."""
        side = int(centimetres * _EMU_PER_CM)
        shown = f"<w:r>{drawing(self._last + 1, relationship, (side, side), title)}</w:r>"
        return self._inline(f"letterhead.{tag}", title, "<w:showingPlcHdr/><w:picture/>", shown)

    def body(self, title: str, paragraphs: str) -> str:
        """The place of the minutes."""
        properties = self._properties("minutes.body", title, "")
        return f"<w:sdt>{properties}<w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"

    def _inline(self, tag: str, title: str, kind: str, runs: str) -> str:
        properties = self._properties(tag, title, kind)
        return f"<w:sdt>{properties}<w:sdtContent>{runs}</w:sdtContent></w:sdt>"

    def _properties(self, tag: str, title: str, kind: str) -> str:
        self._last += 1
        return (
            f'<w:sdtPr><w:alias w:val="{escaped(title)}"/><w:tag w:val="{tag}"/>'
            f'<w:id w:val="{7_000_000 + self._last}"/>{kind}</w:sdtPr>'
        )


def placeholder_png() -> bytes:
    """A quiet square with a ring in it, in the place of a logo; made here, byte for byte."""
    middle, rows = _SIDE / 2 - 0.5, []
    for y in range(_SIDE):
        row = bytearray([0])
        for x in range(_SIDE):
            distance = ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5
            is_edge = x in (0, _SIDE - 1) or y in (0, _SIDE - 1)
            row.append(0xB4 if is_edge or 22 <= distance <= 26 else 0xEE)  # noqa: PLR2004
        rows.append(bytes(row))
    size = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(rows), 9)
    chunks = (_chunk(b"IHDR", size), _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checked
