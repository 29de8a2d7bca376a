"""The pages of a laid-out document as pictures: drawn by PDFium, one at a time, from memory.

PDFium may be used by one thread at a time, and by none while another lets go of one of its things
(its own documentation). So a document is opened, drawn from and closed under one lock for each
page: opening costs a millisecond or two (measured), and nothing is left to be let go of later.
"""

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recorder.errors import OfficeError
from recorder.minutes.pdf.conversion import LaidOut

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2

_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class Drawn:
    """A page as a picture.

    Attributes:
        width, height: in pixels.
        content: four bytes a pixel from the left above: red, green, blue, and one that says
            nothing.
        text: what is written on it, for whoever cannot see it.
    """

    width: int
    height: int
    content: bytes
    text: str = ""


@dataclass(frozen=True)
class Pages:
    """The pages of a PDF that is held in memory.

    Attributes:
        laid_out: the PDF, and what it was made of.
        sizes: the width and height of each page in points (1/72 inch).
    """

    laid_out: LaidOut
    sizes: tuple[tuple[float, float], ...]

    def draw(self, number: int, width: int) -> Drawn:
        """Draw a page (the first is 0) to a width in pixels; in any thread, for milliseconds.

        Raises:
            OfficeError: the PDF cannot be read (data: reason: failed).
        """
        with _opened(self.laid_out.content) as document:
            page = document[number]
            # Half a pixel less: its own rounding goes upwards.
            bitmap = page.render(
                scale=(width - 0.5) / page.get_width(), prefer_bgrx=True, rev_byteorder=True
            )
            try:
                text = page.get_textpage().get_text_range()
                return Drawn(bitmap.width, bitmap.height, bytes(bitmap.buffer), text)
            finally:
                bitmap.close()


def read_pages(laid_out: LaidOut) -> Pages:
    """Read how many pages a PDF has, and of which size.

    Raises:
        OfficeError: it cannot be read (data: reason: failed).
    """
    with _opened(laid_out.content) as document:
        return Pages(laid_out, tuple(document.get_page_size(at) for at in range(len(document))))


@contextmanager
def _opened(content: bytes) -> "Iterator[pypdfium2.PdfDocument]":
    with _ONE_AT_A_TIME:
        import pypdfium2

        try:
            with pypdfium2.PdfDocument(content) as document:
                yield document
        except pypdfium2.PdfiumError as fault:
            raise OfficeError(path="", reason="failed") from fault
