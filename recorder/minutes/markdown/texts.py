"""Texts inside Markdown: said as they are, never read as its signs.

Marked are only signs that could mean something where they stand, so that the source stays
readable: a full stop after the first number of a line («1.» begins a list), not every one.
"""

import re

from recorder.language.direction import clean

_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~&]")
_URL_SIGN = re.compile(r"(?i)\b(?:https?|ftp)(?=://)|\bwww(?=\.)")
_LINE_START = re.compile(r"(?m)^([ \t]*)(?:([0-9]{1,9})(?=[.)])|(?=[-+=#:]))")
_INDENT = re.compile(r"(?m)^[ \t]+|[ \t]+$")


def marked(text: str) -> str:
    """A text for one or more lines of their own; lines stay, what indents them goes."""
    said = _ANYWHERE.sub(_escaped, _INDENT.sub("", clean(text).replace("\t", " ")))
    said = _URL_SIGN.sub(r"\g<0>\\", said)  # an address stays a text: no link is made of it
    said = _LINE_START.sub(r"\g<1>\g<2>\\", said)
    return _without_empty_lines(said)


def in_lines(text: str) -> str:
    """A text whose lines are kept as lines of one paragraph."""
    return marked(text).replace("\n", "\\\n")


def in_cell(text: str) -> str:
    """A text for a cell of a table, which has one line: the others follow a break."""
    return marked(text).replace("\n", "<br>")


def in_one_line(text: str) -> str:
    """A text for a heading."""
    return " ".join(marked(text).split())


def _without_empty_lines(text: str) -> str:
    """An empty line would end the paragraph."""
    return "\n".join(each for each in text.split("\n") if each.strip())


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found.group()}"
