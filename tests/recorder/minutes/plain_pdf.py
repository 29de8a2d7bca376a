"""A small PDF made by hand: each page one colour, so that a picture of it is easily known."""

from collections.abc import Sequence

A4, A4_LANDSCAPE = (595.0, 842.0), (842.0, 595.0)
Colour = tuple[int, int, int]
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def plain_pdf(colours: Sequence[Colour], size: tuple[float, float] = A4) -> bytes:
    """A PDF with a page of each colour."""
    wide, high = size
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(colours)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(colours)} >>",
    ]
    for at, colour in enumerate(colours):
        ink = " ".join(str(each / 255) for each in colour)
        drawing = f"{ink} rg 0 0 {wide} {high} re f"
        box, contents = f"/MediaBox [0 0 {wide} {high}]", f"/Contents {4 + 2 * at} 0 R"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {box} {contents} >>",
            f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
        ]
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{each}\nendobj\n".encode()
    size = len(objects) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    rest = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    )
    return content + rest.encode()
