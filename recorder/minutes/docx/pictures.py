"""Photographs in the text: each file once, as large as the text allows, with words for the blind.

Lengths are in English Metric Units, of which a twentieth of a point has 635 (20.1.2.1).
"""

from collections.abc import Iterator

from recorder.language.direction import clean
from recorder.minutes.docx.page import TEXT_HEIGHT, TEXT_WIDTH, WIDE_TEXT_HEIGHT
from recorder.minutes.docx.paragraphs import lines, opening
from recorder.minutes.docx.runs import counted_runs, escaped, text_runs
from recorder.minutes.labels import caption_parts
from recorder.minutes.model import Minutes, Picture

_EMU = 635
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PRINTED = 180  # pixels to the inch; a smaller picture is not blown up beyond it
_PER_INCH = 914_400
_WIDEST = TEXT_WIDTH * 2 // 3
_HIGHEST = 2 / 5  # of the height of the text
_COUNTED = r"SEQ Figure \* ARABIC"  # one name in every language: a document may change its own


class Pictures:
    """The pictures of one document: their parts of the package and their places in the text.

    They are numbered from behind `after`: a letterhead has pictures of its own.
    """

    def __init__(self, minutes: Minutes, after: int = 0) -> None:
        self._media = minutes.media
        self._base = minutes.direction
        height = WIDE_TEXT_HEIGHT if minutes.is_landscape else TEXT_HEIGHT
        self._height = int(height * _HIGHEST) * _EMU
        self._kinds: dict[str, str] = {}
        self._after = self._count = after

    @property
    def targets(self) -> dict[str, str]:
        """The names of the files that were drawn so far, by the ids of their relationships."""
        return {
            _identity(number): f"media/picture{number}.{kind}"
            for number, kind in enumerate(self._kinds.values(), start=self._after + 1)
        }

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The parts of the package: one for each file, however often it is shown."""
        for sha256, target in zip(self._kinds, self.targets.values(), strict=True):
            yield f"word/{target}", self._media[sha256]

    def drawn(self, picture: Picture, width: int) -> str:
        """A picture with its caption; nothing where its bytes are not here."""
        if picture.sha256 not in self._media:
            return ""
        self._kinds.setdefault(picture.sha256, picture.kind)
        self._count += 1
        number = list(self._kinds).index(picture.sha256) + self._after + 1
        size = self._size(picture, min(width, _WIDEST) * _EMU)
        shown = drawing(self._count, _identity(number), size, picture.alternative)
        captions = self._captions(picture)
        start = opening("MinutesPicture", self._base, keeps_next=bool(captions))
        return f"{start}<w:r>{shown}</w:r></w:p>{captions}"

    def _size(self, picture: Picture, widest: int) -> tuple[int, int]:
        width, height = max(picture.width, 1), max(picture.height, 1)
        scale = min(widest / width, self._height / height, _PER_INCH / _PRINTED)
        return max(int(width * scale), 1), max(int(height * scale), 1)

    def _captions(self, picture: Picture) -> str:
        """What Word lists as a figure, then who took it."""
        base, parts = self._base, caption_parts(picture)
        credit = lines("MinutesPictureCredit", [picture.credit.strip()], base)
        if not any(parts):
            return credit
        start = opening("Caption", base, keeps_next=bool(credit))
        counted = counted_runs(_COUNTED, parts, base) if parts[1] else text_runs(parts[2], base)
        return f"{start}{counted}</w:p>{credit}"


def _identity(number: int) -> str:
    return f"rPicture{number}"


def drawing(number: int, identity: str, size: tuple[int, int], alternative: str) -> str:
    """The picture in the line of text (20.4.2.8), with the words that are read out for it."""
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    said = escaped(" ".join(clean(alternative).split())).replace('"', "&quot;")
    named = f'id="{number}" name="Picture {number}" descr="{said}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:docPr {named}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main"'
        ' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{identity}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
