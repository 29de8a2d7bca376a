"""Pictures as phones, scanners and bad neighbours make them."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

CANARY = "KANARIENVOGEL"
"""Written everywhere that a file has room beside its picture; no byte of it may get in."""

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (250, 250, 250)


def quarters(width: int = 160, height: int = 80) -> Image.Image:
    """Upright: red and green above, blue and white below."""
    picture = Image.new("RGB", (width, height))
    for colour, corner in ((RED, (0, 0)), (GREEN, (1, 0)), (BLUE, (0, 1)), (WHITE, (1, 1))):
        box = Image.new("RGB", (width // 2, height // 2), colour)
        picture.paste(box, (corner[0] * width // 2, corner[1] * height // 2))
    return picture


def corners(picture: Image.Image) -> list[str]:
    """The colours of the four quarters by name, in reading order."""
    names = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    plain, (width, height) = picture.convert("RGB"), picture.size
    places = [(width // 4, height // 4), (3 * width // 4, height // 4)]
    places += [(x, 3 * height // 4) for x, _ in places]
    return [
        min(names, key=lambda name: _distance(names[name], plain.getpixel(place)))
        for place in places
    ]


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def saved(picture: Image.Image, form: str, **more: object) -> bytes:
    target = BytesIO()
    picture.save(target, form, **more)
    return target.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """EXIF with a place on the earth, a device, a comment and a thumbnail's worth of text."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010F] = f"{CANARY} camera"
    told[0x9286] = f"{CANARY} comment"
    place = told.get_ifd(0x8825)
    place[1], place[2] = "N", (36.0, 12.0, 7.0)
    place[3], place[4] = "E", (37.0, 9.0, 38.0)
    place[29] = f"{CANARY} date"
    return told


def _profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile + CANARY.encode()  # readers go by the length that stands in it


def jpeg_that_tells(orientation: int = 1) -> bytes:
    xmp = f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode()
    content = saved(quarters(), "JPEG", exif=exif(orientation), comment=CANARY, xmp=xmp,
                    icc_profile=_profile(), quality=95)  # fmt: skip
    iptc = b"Photoshop 3.0\x00" + CANARY.encode()
    segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return content[:2] + segment + content[2:] + CANARY.encode()


def png_that_tells() -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", CANARY)
    text.add_text("Author", CANARY, zip=True)
    text.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{CANARY}</x:xmpmeta>")
    content = saved(quarters(), "PNG", pnginfo=text, exif=exif(), icc_profile=_profile())
    return content + CANARY.encode()


def webp_that_tells() -> bytes:
    xmp = f"<x:xmpmeta>{CANARY}</x:xmpmeta>".encode()
    return saved(quarters(), "WEBP", exif=exif(), xmp=xmp, icc_profile=_profile(), quality=95)


def gif_that_tells() -> bytes:
    return saved(quarters(), "GIF", comment=CANARY) + CANARY.encode()


TELLING: dict[str, Callable[[], bytes]] = {
    "jpg": jpeg_that_tells,
    "png": png_that_tells,
    "webp": webp_that_tells,
    "gif": gif_that_tells,
}


def png_bomb(side: int) -> bytes:
    """A picture of one colour that takes side² bytes of memory and next to none on the disk."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    packer, packed = zlib.compressobj(9), bytearray()
    for _ in range(side):
        packed += packer.compress(bytes(side + 1))
    packed += packer.flush()
    chunks = ((b"IHDR", header), (b"IDAT", bytes(packed)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_png_chunk(*each) for each in chunks)


def _png_chunk(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum
