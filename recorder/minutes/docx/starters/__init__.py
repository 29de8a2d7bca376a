"""Letterheads to begin with: three papers of ours that an organisation makes its own in Word.

They are made by `python -m recorder.minutes.docx.starters` and lie in resources/templates.
"""

from recorder.minutes.docx.starters.package import STARTERS, write_starters

__all__ = ["STARTERS", "write_starters"]
