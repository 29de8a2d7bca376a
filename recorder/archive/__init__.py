"""The archive: the one door to meetings, by subject."""

from recorder.archive.archive import Archive

__all__ = ["Archive"]
