"""Photographs inside the one file of a web page: their bytes stand in it, nothing is fetched."""

from base64 import b64encode
from collections.abc import Mapping

from recorder.language.direction import Direction
from recorder.minutes.html.texts import escaped, inline
from recorder.minutes.labels import caption_parts
from recorder.minutes.model import Picture


def figure(picture: Picture, media: Mapping[str, bytes], base: Direction) -> str:
    """A picture over its caption; nothing where its bytes are not here."""
    shown = image(picture, media)
    if not shown:
        return ""
    captions = ("".join(caption_parts(picture)), picture.credit)
    lines = "".join(f"<div>{inline(each, base)}</div>" for each in captions if each.strip())
    caption = f"<figcaption>{lines}</figcaption>" if lines else ""
    return f"<figure>{shown}{caption}</figure>\n"


def image(picture: Picture, media: Mapping[str, bytes], otherwise: str = "") -> str:
    """A picture alone, with the words that are read out for it; nothing where it is not here."""
    if picture.sha256 not in media:
        return ""
    content = b64encode(media[picture.sha256]).decode()
    said = escaped(" ".join((picture.alternative or otherwise).split()))
    return (
        f'<img src="data:image/{picture.kind};base64,{content}" alt="{said}"'
        f' width="{picture.width}" height="{picture.height}">'
    )
