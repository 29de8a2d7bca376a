"""What a file is: pictures by their first bytes, everything else by the ending of its name."""

from pathlib import PurePath

HEAD = 32
"""How many bytes of a file `picture_kind` needs."""

UNKNOWN = "application/octet-stream"

# The machine's own tables (and the registry of Windows) would give one file two types.
_BY_ENDING = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "html": "text/html",
    "json": "application/json",
    "m4a": "audio/mp4",
    "md": "text/markdown",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wav": "audio/wav",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
_PICTURES = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "gif": "image/gif",
    "heic": "image/heic",
    "jp2": "image/jp2",
    "jpeg": "image/jpeg",
    "jxl": "image/jxl",
    "png": "image/png",
    "psd": "image/vnd.adobe.photoshop",
    "tiff": "image/tiff",
    "webp": "image/webp",
}
# Endings under which people know pictures; cameras' raw files are TIFF or of the HEIC family.
_ENDINGS = {
    "arw": "tiff", "cr2": "tiff", "cr3": "heic", "dng": "tiff", "heif": "heic", "j2k": "jp2",
    "jfif": "jpeg", "jpe": "jpeg", "jpg": "jpeg", "nef": "tiff", "orf": "tiff", "rw2": "tiff",
    "tif": "tiff",
} | {each: each for each in _PICTURES}  # fmt: skip
_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"IIRO", "tiff"),  # Olympus
    (b"IIU\0", "tiff"),  # Panasonic
    (b"FUJIFILMCCD-RAW", "tiff"),
    (b"8BPS", "psd"),
    (b"\xff\x0a", "jxl"),
    (b"\0\0\0\x0cJXL ", "jxl"),
    (b"\0\0\0\x0cjP  ", "jp2"),
    (b"\xff\x4f\xff\x51", "jp2"),
)
_BRANDS = {b"avif": "avif", b"avis": "avif"} | dict.fromkeys(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"crx "), "heic"
)


def picture_kind(head: bytes) -> str | None:
    """The kind of picture that a file begins as, whatever its name says; None for no picture."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    # Two letters say little: a text may begin with them, four zero bytes seldom stand there.
    if head[:2] == b"BM" and head[6:10] != bytes(4):
        return None
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def picture_of_name(name: str) -> str | None:
    """The kind of picture that a file's name promises, None when it promises none."""
    return _ENDINGS.get(_ending(name))


def mime_of_picture(kind: str) -> str:
    """The media type of a kind of picture."""
    return _PICTURES[kind]


def mime_of_name(name: str) -> str:
    """The media type of a document by the ending of its name."""
    return _BY_ENDING.get(_ending(name), UNKNOWN)


def _ending(name: str) -> str:
    return PurePath(name).suffix.removeprefix(".").lower()
