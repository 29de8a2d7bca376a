"""Photographs as large as a page prints them: a document of twenty stays small enough to send."""

import warnings
from io import BytesIO

from recorder.storage.photographs import opened

LONGEST_SIDE = 1_600
"""Pixels; 14 cm of a page at 290 dots to the inch."""

QUALITY = 82


def reduced(content: bytes, longest: int = LONGEST_SIDE) -> bytes | None:
    """A kept picture, JPEG or PNG, with no side longer than so many pixels; None: it is none.

    The same picture gives the same bytes. One that is small enough stays as it is.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with opened(BytesIO(content)) as picture:
                if max(picture.size) <= longest:
                    return content
                form = picture.format or "JPEG"
                picture.draft("RGB", (longest, longest))
                picture.thumbnail((longest, longest))
                target = BytesIO()
                how = {"quality": QUALITY, "optimize": True} if form == "JPEG" else {}
                picture.save(target, form, **how)
    except Exception:  # noqa: BLE001 - what cannot be shown is left out, whatever is wrong with it
        return None
    return target.getvalue()
