"""Minutes as PDF, through the office program of the machine where there is one."""

from recorder.minutes.pdf.conversion import plan_pdf, write_pdf
from recorder.minutes.pdf.office import find_office

__all__ = ["find_office", "plan_pdf", "write_pdf"]
