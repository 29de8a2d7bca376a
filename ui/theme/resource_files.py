"""Where the files that ship with the product are, run from source or frozen."""

from pathlib import Path

import resources

_ROOT = Path(resources.__file__).parent


def resource(*parts: str) -> Path:
    """The path of a shipped file, e.g. `resource("icons", "plus.svg")`; it may not exist."""
    return _ROOT.joinpath(*parts)
