"""Writes the starters: python -m recorder.minutes.docx.starters resources/templates."""

import sys
from pathlib import Path

from recorder.minutes.docx.starters.package import write_starters

if __name__ == "__main__":
    write_starters(Path(sys.argv[1]))
