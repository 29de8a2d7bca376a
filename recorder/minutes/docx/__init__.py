"""The minutes as a Word document, written straight as WordprocessingML."""

from recorder.minutes.docx.package import write_docx

__all__ = ["write_docx"]
