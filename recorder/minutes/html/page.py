"""The HTML document around the blocks: its head, the letterhead and the title."""

from collections.abc import Iterator
from pathlib import Path

from recorder.language.direction import clean
from recorder.minutes.html.blocks import blocks
from recorder.minutes.html.figures import image
from recorder.minutes.html.look import STYLE, paper
from recorder.minutes.html.texts import escaped, inline
from recorder.minutes.model import LetterheadHost, Minutes
from recorder.minutes.stream import write_text_file

# Whatever a text of somebody's may say, a browser fetches nothing and runs nothing for it.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'"
)


def write_html(minutes: Minutes, path: Path) -> Path:
    """Write the minutes as one self-contained HTML file.

    Raises:
        ExportError: the file cannot be written; what was there before is whole.
    """
    return write_text_file(html(minutes), path)


def html(minutes: Minutes) -> Iterator[str]:
    """The file, in pieces of any size; the blocks are read once."""
    base = minutes.direction
    yield _head(minutes)
    yield _letterhead(minutes)
    unprinted = "" if minutes.is_headed else ' class="unprinted"'
    yield f"<h1{unprinted}>{inline(minutes.title, base)}</h1>\n"
    for name, text in (
        ("subject", minutes.subject),
        ("reference", minutes.reference),
        ("state", minutes.state),
    ):
        if text.strip() and minutes.is_headed:
            yield f'<p class="{name}">{inline(text, base)}</p>\n'
    yield from blocks(minutes)
    yield "</body>\n</html>\n"


def _head(minutes: Minutes) -> str:
    words = minutes.page_words
    title = " – ".join(each for each in (minutes.title, minutes.subject) if each.strip())
    language = "ar" if minutes.is_bilingual else escaped(minutes.language)
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{language}" dir="{minutes.direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(' '.join(clean(title).split()))}</title>\n"
        f"<style>\n{STYLE}{paper(words.page, words.of)}</style>\n</head>\n<body>\n"
    )


def _letterhead(minutes: Minutes) -> str:
    hosts = minutes.letterhead.hosts
    if not hosts:
        return ""
    shown = "".join(_host(each, minutes) for each in hosts)
    return f'<header class="letterhead">\n{shown}</header>\n'


def _host(host: LetterheadHost, minutes: Minutes) -> str:
    base = minutes.direction
    role = f"<small>{inline(host.role, base)}</small>" if host.role else ""
    short = f"<b>{inline(host.acronym, base)}</b>" if host.acronym not in ("", host.name) else ""
    logo = image(host.logo, minutes.media, host.name) if host.logo else ""
    return f'<div class="host">{logo}{role}{inline(host.name, base)}{short}</div>\n'
