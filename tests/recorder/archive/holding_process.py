"""Opens an archive, writes a note, says so, and holds it until it is told to go or is killed."""

import sys
from pathlib import Path

from recorder import Archive, Note, RecorderError, new_id


def main(path: Path, machine: Path, text: str) -> None:
    try:
        archive = Archive.open(path, machine=machine)
    except RecorderError as error:
        print(type(error).__name__, flush=True)  # noqa: T201 - it is read by who started it
        return
    archive.notes.append(Note(id=new_id(), meeting_id="m", text=text))
    print("held", flush=True)  # noqa: T201
    sys.stdin.readline()
    archive.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
