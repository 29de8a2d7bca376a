"""`python -m recorder`: the console front."""

import sys
from io import TextIOWrapper


def main() -> None:
    """Runs a command and leaves the process with 0, 1 (the world or the data) or 2 (usage)."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe or an old locale may have chosen an encoding without Arabic.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from recorder.cli import program

    program.main(prog_name="mahdar-cli")


if __name__ == "__main__":
    main()
