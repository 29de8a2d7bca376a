"""Lines of a message: a chat takes the direction of each from its first letter (UAX #9, P2)."""

from unicodedata import bidirectional

from recorder.language.direction import LRM, RLM, Direction, clean, split_runs

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_MARK: dict[Direction, str] = {"rtl": RLM, "ltr": LRM}


def in_lines(text: str, base: Direction, sign: str = "") -> str:
    """A text as lines of a direction, each with a sign of emphasis around it."""
    return "\n".join(
        _line(each.strip(), base, sign) for each in clean(text).split("\n") if each.strip()
    )


def _line(text: str, base: Direction, sign: str) -> str:
    """One line; a mark stands before it where its first letter would turn it round."""
    said = "".join(run.text for run in split_runs(text, base))
    letters = (_STRONG.get(bidirectional(each)) for each in said)
    first = next(filter(None, letters), None)
    return f"{sign}{'' if first == base else _MARK[base]}{said}{sign}"
