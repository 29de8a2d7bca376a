"""The console front: the archive by commands, in Arabic or English."""

from recorder.cli.commands import program

__all__ = ["program"]
