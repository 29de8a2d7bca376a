"""Colours, typefaces and lines that all styles share: dark ink, one quiet teal, hairlines.

The faces are those that every Windows has with Arabic in them; the naskh of the text suits an
official paper, the plain face its headings and tables.
"""

BODY_FONT, HEADING_FONT = "Times New Roman", "Arial"

INK = "1D2B2E"
QUIET = "56635F"
ACCENT = "0B5750"
CAUTION = "8A5A00"
LINE = "C4CFCC"
TINT = "F1F5F4"
HEAD_TINT = "E3ECEA"


def size_pair(latin: int, arabic: int) -> str:
    """The sizes of both scripts in half points; naskh looks smaller than Latin of its size."""
    return f'<w:sz w:val="{latin}"/><w:szCs w:val="{arabic}"/>'


def rule(side: str, eighths: int, space: int = 0, colour: str = LINE) -> str:
    """A border line above or below; those at the sides are read differently in bidi."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'
