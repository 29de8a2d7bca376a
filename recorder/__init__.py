"""The recorder: meetings in an archive, minutes out of it. No Qt anywhere below."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from recorder.archive import Archive as Archive


def __getattr__(name: str) -> object:
    # The archive draws in SQL libraries that a window must not wait for at its start.
    if name == "Archive":
        from recorder.archive import Archive

        return Archive
    raise AttributeError(name)
