"""The console front: the archive by commands, in Arabic or English."""

from recorder.cli import (  # noqa: F401 - they add their commands
    attaching,
    comparing,
    duplicates,
    exporting,
    past,
    safety,
    searching,
    sharing,
)
from recorder.cli.commands import program

__all__ = ["program"]
