"""The console front: the archive by commands, in Arabic or English."""

from recorder.cli import (
    attaching,  # noqa: F401 - its commands join the program
    past,  # noqa: F401 - adds its commands
)
from recorder.cli.commands import program

__all__ = ["program"]
