"""The minutes: built from a meeting's record as a document, written by a writer per format."""

from pathlib import Path

from recorder.minutes.build import build_minutes
from recorder.minutes.edition import Edition
from recorder.minutes.model import Minutes

__all__ = ["Edition", "Minutes", "build_minutes", "write_docx"]


def write_docx(minutes: Minutes, path: Path) -> Path:
    """Write a Word document; raises ExportError where it cannot be written."""
    from recorder.minutes.docx import write_docx as write

    return write(minutes, path)
