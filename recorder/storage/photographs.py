"""Photographs are drawn anew when they enter: nothing of the file stays but what it shows.

Where a picture was taken, by which phone, when, a first version of it in small, what somebody
wrote into it, what hangs after its end: none of that is asked for by name and removed, which
would keep what nobody thought of. The picture is decoded and its pixels are written to a file
that knows nothing else.
"""

import warnings
from dataclasses import dataclass
from functools import cache
from io import SEEK_END, BytesIO
from typing import IO, TYPE_CHECKING

from recorder.errors import PhotographError

if TYPE_CHECKING:
    from types import ModuleType

    from PIL.Image import Image, Transpose

LARGEST_PHOTOGRAPH = 50 * 2**20
"""Bytes of the file that is given; phones stay below 30 million."""

MOST_PIXELS = 64_000_000
"""Decoded at once: 256 MB of memory at the most. A JPEG is decoded at a fraction of its size,
so that one of 200 million pixels, as the largest phones take them, fits too."""

MOST_JPEG_PIXELS = 260_000_000

LONGEST_SIDE = 4_096
KEPT_PIXELS = 8_000_000
"""What is kept: a full page at 300 dots to the inch, and a wide panorama still to be read."""

QUALITY = 88
LARGEST_PNG = 4 * 2**20
"""Bytes; a picture without transparency that is larger as PNG is a photograph, and is a JPEG."""

_ORIENTATION = 0x0112  # of EXIF
_READABLE = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "bmp": "BMP"}


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture written anew: its bytes, and the kind ("jpeg", "png") that they are of."""

    content: bytes
    kind: str


def redrawn(source: IO[bytes], kind: str) -> Photograph:
    """The picture upright, in sRGB and within the limits, in a file that tells nothing else.

    The same file gives the same bytes. Of a moving picture the first frame is kept.

    Args:
        source: the file, at its beginning; it must be seekable.
        kind: what `picture_kind` found.

    Raises:
        PhotographError: it is damaged, has too many pixels, or is of a kind that cannot be
            written anew; data: reason.
    """
    if kind not in _READABLE:
        raise PhotographError(reason="kind", kind=kind)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about damage beside the pixels, which stays outside
            return _encoded(_decoded(source, _READABLE[kind]), kind, source.seek(0, SEEK_END))
    except PhotographError:
        raise
    except Exception as error:  # a hostile file makes decoders raise anything
        raise PhotographError(reason="unreadable") from error


def opened(source: IO[bytes]) -> "Image":
    """A picture as `redrawn` leaves it, to be closed by the caller; not decoded yet."""
    picture: Image = _pillow().open(source, formats=["JPEG", "PNG"])
    return picture


def _decoded(source: IO[bytes], form: str) -> "Image":
    """The picture upright, in L, RGB or RGBA, and no larger than what is kept."""
    pil = _pillow()
    with pil.open(source, formats=[form]) as picture:
        if picture.format in {"JPEG", "MPO"} and not picture.info.get("progressive"):
            # As large as needed and not as large as it is: eighths of it cost no memory.
            _refuse_more_than(MOST_JPEG_PIXELS, picture)
            picture.draft(None, _kept_size(picture.size))
        _refuse_more_than(MOST_PIXELS, picture)
        picture.load()
        flat = _in_srgb(picture)
        orientation = _orientation(picture)
        size = _kept_size(flat.size)
        if size != flat.size:
            flat = flat.resize(size, pil.Resampling.LANCZOS, reducing_gap=3.0)
        return flat if orientation is None else flat.transpose(orientation)


def _refuse_more_than(most: int, picture: "Image") -> None:
    pixels = picture.width * picture.height
    if pixels > most:
        raise PhotographError(reason="pixels", pixels=pixels, most=most)


def _kept_size(size: tuple[int, int]) -> tuple[int, int]:
    width, height = size
    scale = min(1.0, LONGEST_SIDE / max(size), (KEPT_PIXELS / (width * height)) ** 0.5)
    return max(1, int(width * scale)), max(1, int(height * scale))


def _in_srgb(picture: "Image") -> "Image":
    """The picture as grey, colour, or colour with transparency, eight bits each, in sRGB."""
    if picture.mode in {"1", "L"}:
        return picture.convert("L")
    if picture.mode.startswith("I"):  # a scan in 65,536 greys
        return picture.convert("I").point(lambda step: step * (1 / 257)).convert("L")
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data:
        flat = picture.convert("RGBA")
        is_opaque = flat.getchannel("A").getextrema() == (255, 255)
        flat = flat.convert("RGB") if is_opaque else flat
    elif picture.mode == "CMYK" and profile:
        flat = picture
    else:
        flat = picture.convert("RGB")
    return _out_of_profile(flat, profile) if profile else flat


def _out_of_profile(picture: "Image", profile: bytes) -> "Image":
    """The colours of another space (a phone's, a printer's) as sRGB; as they are if that fails."""
    from PIL import ImageCms

    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    plain = picture if picture.mode == "CMYK" else picture.convert("RGB")
    try:
        turned = ImageCms.profileToProfile(
            plain, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError):
        turned = None
    flat = plain.convert("RGB") if turned is None else turned
    if alpha is not None:
        flat.putalpha(alpha)
    return flat


def _orientation(picture: "Image") -> "Transpose | None":
    """How the picture must be turned to stand upright; None for not at all."""
    turn = _pillow().Transpose
    turns: dict[object, Transpose] = {
        2: turn.FLIP_LEFT_RIGHT, 3: turn.ROTATE_180, 4: turn.FLIP_TOP_BOTTOM, 5: turn.TRANSPOSE,
        6: turn.ROTATE_270, 7: turn.TRANSVERSE, 8: turn.ROTATE_90,
    }  # fmt: skip
    try:
        return turns.get(picture.getexif().get(_ORIENTATION))
    except Exception:  # noqa: BLE001 - pixels that are whole are kept, whatever stands beside them
        return None


def _encoded(picture: "Image", kind: str, size: int) -> Photograph:
    """JPEG for what was one, PNG where lines must stay sharp or something shows through.

    A PNG of more bytes than are kept as one is not tried: that alone takes two seconds.
    """
    picture.info.clear()  # what an encoder finds there it writes
    is_seen_through = picture.mode == "RGBA"
    is_drawing = kind in {"gif", "bmp"} or (kind == "png" and size <= LARGEST_PNG)
    if is_seen_through or is_drawing:
        content = _written(picture, "PNG", optimize=False)
        if is_seen_through or len(content) <= LARGEST_PNG:
            return Photograph(content, "png")
    return Photograph(_written(picture, "JPEG", quality=QUALITY, optimize=True), "jpeg")


def _written(picture: "Image", form: str, **how: object) -> bytes:
    target = BytesIO()
    picture.save(target, form, **how)
    return target.getvalue()


@cache
def _pillow() -> "ModuleType":
    """Pillow's images, drawn in with the first picture; only what we read is loaded."""
    from PIL import Image, WebPImagePlugin  # noqa: F401 - the others are there by themselves

    # Our own limits are asked before anything is decoded; its warning would go nowhere.
    Image.MAX_IMAGE_PIXELS = None
    return Image
