"""Minutes as PDF, through the office program of the machine where there is one."""

from recorder.minutes.pdf.conversion import LaidOut, Patience, plan_layout, plan_pdf, write_pdf
from recorder.minutes.pdf.office import find_office
from recorder.minutes.pdf.pages import Drawn, Pages, read_pages

__all__ = [
    "Drawn",
    "LaidOut",
    "Pages",
    "Patience",
    "find_office",
    "plan_layout",
    "plan_pdf",
    "read_pages",
    "write_pdf",
]
