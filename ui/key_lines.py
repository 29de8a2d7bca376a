"""The table of commands as people read it: under headings, neighbours of the same name as one."""

from dataclasses import dataclass
from itertools import groupby

from ui.actions import COMMANDS, Command, written_key


@dataclass(frozen=True)
class KeyLine:
    """One line of the key sheet and of the printed card.

    Attributes:
        text: what is done (an English msgid).
        key: the key that is shown first, as the platform writes it; «Ctrl+1 … Ctrl+5» for a row
            of commands of the same name.
    """

    text: str
    key: str


def key_lines() -> dict[str, list[KeyLine]]:
    """The lines under each heading (an English msgid), in the order of the table."""
    lines: dict[str, list[KeyLine]] = {}
    keyed = [each for each in COMMANDS if each.keys]
    for _same, found in groupby(keyed, key=lambda each: (each.group, each.text, each.where)):
        alike = list(found)
        lines.setdefault(alike[0].group, []).append(KeyLine(alike[0].text, _keys_of(alike)))
    return lines


def _keys_of(alike: list[Command]) -> str:
    first = alike[0]
    if first.is_local:  # each of its keys does something of its own
        return " ".join(written_key(key) for key in first.keys)
    shown = written_key(first.keys[0])
    return f"{shown} … {written_key(alike[-1].keys[0])}" if len(alike) > 1 else shown
