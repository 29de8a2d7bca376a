"""Minutes as a Word document, written straight as WordprocessingML (ECMA-376)."""

from recorder.minutes.docx.package import write_docx

__all__ = ["write_docx"]
