"""Archives as each release left them, kept for ever.

A release that adds a step to the schema adds one file (`python -m
tests.recorder.archive.old_archives` writes it); a file that is there never changes.
"""

import gzip
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from recorder import Archive, Attachment, Draft, Meeting, Note, Person, Recommendation, new_id
from recorder.storage.inspection import known_steps
from recorder.storage.log import Entry
from tests.recorder.archive.laptops import deliver

REPORT = b"%PDF-1.7 of a report"
FOLDER = Path(__file__).parents[2] / "files" / "archives"


def kept_archives() -> list[Path]:
    """The archives of all releases, the oldest first."""
    return sorted(FOLDER.glob("*.mahdar.gz"))


def unpack(kept: Path, folder: Path) -> Path:
    """A kept archive as a file that may be written to."""
    path = folder / kept.name.removesuffix(".gz")
    with gzip.open(kept) as packed, path.open("wb") as plain:
        shutil.copyfileobj(packed, plain)
    return path


def write_history(here: Archive, there: Archive) -> None:
    """A meeting with one of everything that a release must be able to read."""
    here.people.write(Person(id="p", name="وسيم الحاج", title="م."))
    here.people.write(Person(id="p2", name="وسيم حاج"))
    here.duplicates.merge("person", "p2", "p")
    here.meetings.write(Meeting(id="m", title="لقاء حلب"))
    here.notes.append(Note(id="n1", meeting_id="m", text="الماء منقطع. الكهرباء ضعيفة."))
    here.notes.append(Note(id="n2", meeting_id="m", text="تُحذف"))
    here.notes.append(Note(id="n3", meeting_id="m", text="سرّ", kind="private"))
    here.recommendations.append(Recommendation(id="r", meeting_id="m", text="خطة عمل"))
    here.notes.delete("n2")
    deliver(here, there)
    for archive, text in ((here, "خطة عمل مشتركة"), (there, "خطة عمل واضحة")):
        archive.recommendations.write(replace(archive.recommendations.get("r"), text=text))
    note = here.notes.get("n1")
    here.notes.write(replace(note, text="الماء منقطع منذ شهر. الكهرباء ضعيفة."))
    there.notes.write(replace(note, text="الماء منقطع. الكهرباء ضعيفة جداً."))
    log = there._writer.log
    with there._writer.transaction():
        action = there._writer.begin(new_id(), "applause.write")
        log.append(there._writer.sites.public, action, Entry("m", "applause", "x", "loudness", "9"))
    deliver(there, here)
    here.attachments.add(Attachment(id="f", meeting_id="m", name="تقرير.pdf"), BytesIO(REPORT))
    here.notes.append(Note(id="n4", meeting_id="m", text="جملة تُسحب"))
    here.undo()
    here.drafts.save(
        Draft(window="capture", table="note", row_id="n5", column="text", text="لم تُحفظ بعد",
              fields={"meeting_id": "m"})
    )  # fmt: skip


def keep_this_release() -> Path:
    """Write the archive of the release that runs this."""

    def clock() -> datetime:
        return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        here, there = (
            Archive.open(folder / f"{no}.mahdar", author=author, clock=clock, machine=folder / no)
            for no, author in (("1", "ليلى"), ("2", "رنا"))
        )
        write_history(here, there)
        database = here._file.database
        plain = folder / "plain.mahdar"
        database.execute("VACUUM INTO ?", [str(plain)])
        # Closed as by a power cut: closing in good order would make the draft a change.
        here._file.close()
        there.close()
        FOLDER.mkdir(exist_ok=True)
        kept = FOLDER / f"{len(known_steps()):04}.mahdar.gz"
        kept.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
    return kept


if __name__ == "__main__":
    sys.stdout.write(f"{keep_this_release()}\n")
