"""What stands around the text: the letterhead, the running header and the foot of the page."""

from recorder.language.direction import Direction
from recorder.minutes.docx.logos import Logos
from recorder.minutes.docx.page import shares, text_width
from recorder.minutes.docx.paragraphs import gap, line, lines, opening
from recorder.minutes.docx.runs import field_runs, tab_run, text_runs
from recorder.minutes.docx.table_styles import BARE
from recorder.minutes.docx.tables import ROW, ROW_END, TABLE_END, cell, table_start
from recorder.minutes.model import LetterheadHost, Minutes

_MOST_HOSTS = 3  # beside one another
_SIDES = [42, 16, 42]


def letterhead(minutes: Minutes) -> str:
    """The hosts at the top of the first page: two at the two sides, more in equal columns."""
    base, hosts = minutes.direction, minutes.letterhead.hosts
    if not hosts:
        return gap(base) if minutes.is_headed else running_header(minutes)
    rows = [hosts[first : first + _MOST_HOSTS] for first in range(0, len(hosts), _MOST_HOSTS)]
    width, logos = text_width(minutes), Logos(minutes)
    return gap(base).join(_hosts(row, base, width, logos) for row in rows) + line(
        "MinutesLetterheadRule", "", base
    )


def running_header(minutes: Minutes) -> str:
    """Title and reference on all later pages, one tab between them."""
    base = minutes.direction
    title = text_runs(minutes.title.split("\n")[0], base)
    reference = tab_run(base) + text_runs(minutes.reference, base) if minutes.reference else ""
    return f"{opening('Header', base)}{title}{reference}</w:p>"


def footer(minutes: Minutes) -> str:
    """The number of the page and how many there are, counted by Word.

    Their digits are those of the reader's own settings: no number format of the standard asks
    for Arabic-Indic ones.
    """
    base, words = minutes.direction, minutes.page_words
    return (
        f"{opening('Footer', base)}{text_runs(f'{words.page} ', base)}"
        f"{field_runs('PAGE', '1', base)}{text_runs(f' {words.of} ', base)}"
        f"{field_runs('NUMPAGES', '1', base)}</w:p>"
    )


def _hosts(hosts: tuple[LetterheadHost, ...], base: Direction, width: int, logos: Logos) -> str:
    if len(hosts) == 2:  # noqa: PLR2004 - one at each side
        widths = shares(_SIDES, width)
        first, second = (_host(host, base, logos) for host in hosts)
        cells = [first, line("MinutesHost", "", base), second]
    else:
        widths = shares([1] * len(hosts), width)
        cells = [_host(host, base, logos) for host in hosts]
    row = "".join(cell(share, each) for share, each in zip(widths, cells, strict=True))
    return f"{table_start(BARE, widths, base)}{ROW}{row}{ROW_END}{TABLE_END}"


def _host(host: LetterheadHost, base: Direction, logos: Logos) -> str:
    short = host.acronym if host.acronym != host.name else ""
    return (
        logos.drawn(host)
        + lines("MinutesHostRole", [host.role], base)
        + line("MinutesHost", host.name, base)
        + lines("MinutesHostShort", [short], base)
    )
