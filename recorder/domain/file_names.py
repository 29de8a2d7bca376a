"""Names of files as people may meet them: no path in them, and nothing that is not seen."""

import re
import unicodedata
from pathlib import PurePosixPath

MOST_BYTES = 180
"""Of UTF-8. File systems end at 255, and a copy's name may be given a few letters more."""

NAMELESS = "file"

# Controls, surrogates, noncharacters, and every mark that turns the direction of what follows:
# a name may be read as another with them. ZWNJ and ZWJ stay, Persian is written with them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_REFUSED = re.compile('[<>:"|?*]')  # by Windows and by sticks
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)")


def clean_file_name(name: str) -> str:
    """The last part of a path as a name that every system takes.

    Idempotent. A name that is too long keeps its ending; one of which nothing is left becomes
    "file".
    """
    last = re.split(r"[/\\]", name.rstrip("/\\ "))[-1]
    plain = _REFUSED.sub("_", _UNSEEN.sub("", unicodedata.normalize("NFC", last)))
    plain = _stripped(" ".join(plain.split()))
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    return _shortened(plain) or NAMELESS


def with_ending(name: str, ending: str) -> str:
    """The name with another ending: («لقاء.webp», «jpg») gives «لقاء.jpg»."""
    return clean_file_name(f"{PurePosixPath(name).stem}.{ending}")


def _stripped(name: str) -> str:
    # Windows drops dots and spaces at the end; one at the front hides the file elsewhere.
    return name.strip(" .")


def _shortened(name: str) -> str:
    if len(name.encode()) <= MOST_BYTES:
        return name
    path = PurePosixPath(name)
    ending = path.suffix if len(path.suffix.encode()) < MOST_BYTES // 4 else ""
    stem = name.removesuffix(ending).encode()[: MOST_BYTES - len(ending.encode())]
    return _stripped(stem.decode("utf-8", "ignore")) + ending
