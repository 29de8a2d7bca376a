"""Writes drafts and notes as fast as it can and says after each what is safe; killed outside."""

import sys

from recorder import Archive, Draft


def main(path: str) -> None:
    archive = Archive.open(path)
    begun = len(archive.notes.all("m"))
    for number in range(begun, 100_000):
        draft = Draft(window="capture", table="note", row_id=f"n{number}", column="text",
                      text=f"مداخلة {number}", fields={"meeting_id": "m"})  # fmt: skip
        archive.drafts.save(draft)
        sys.stdout.write(f"draft {number}\n")
        sys.stdout.flush()
        archive.drafts.commit("capture", "note", f"n{number}", "text")
        sys.stdout.write(f"note {number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
