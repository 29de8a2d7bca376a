"""The console front: the archive by commands, in Arabic or English."""

from recorder.cli import past  # noqa: F401 - adds its commands
from recorder.cli.commands import program

__all__ = ["program"]
