"""The console front: the archive by commands, in Arabic or English."""

from recorder.cli import attaching, past, searching  # noqa: F401 - they add their commands
from recorder.cli.commands import program

__all__ = ["program"]
