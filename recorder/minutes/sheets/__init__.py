"""A meeting's lists as a workbook for Excel and LibreOffice, to be sorted, filtered and kept up."""

from recorder.minutes.sheets.workbook import write_workbook

__all__ = ["write_workbook"]
