"""Archives of any size, made in minutes: the real writer and log, many actions to one commit.

Each row and each edit is an action of its own, hashed, chained and projected as on a laptop;
only the commits are spared, and each row is indexed once, when its meeting is whole. So chains
verify and a rebuild changes nothing.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from recorder import (
    AgendaItem,
    Archive,
    Attendance,
    Decision,
    FollowUp,
    Meeting,
    Note,
    Organisation,
    Person,
    Place,
    Recommendation,
    Row,
    Series,
    Speaker,
    Theme,
)
from recorder.domain.identity import derived_id
from recorder.storage.writer import WriteAction

_SAID = """
الماء الكهرباء المدارس الطرق الصحة المجلس المحلي الحوار المجتمع المدني الشباب النساء العودة
السكن الزراعة السوق النقل البلدية المنظمات الدعم التمويل المشاركة الشفافية الأولويات الخدمات
التنسيق المتابعة اللجنة القرار التوصية الحي المدينة الريف المخيم المركز المبادرة التدريب
"""
WORDS = _SAID.split()


@dataclass(frozen=True)
class Shape:
    """How large an archive is.

    Attributes:
        meetings: how many there are.
        notes: in each meeting.
        edits: of each note after it was written.
    """

    meetings: int
    notes: int = 100
    edits: int = 3


APART = 10
"""Notes of each fiftieth meeting that another laptop edited at the same time."""

SMALL = Shape(meetings=10)
LARGE = Shape(meetings=1_000)
"""Some 100,000 notes and a million changes."""


def id_of(*parts: object) -> str:
    """The id of a row: ("meeting", 7), ("note", 7, 99), ("person", 0)… as long as real ones."""
    return derived_id("benchmark", *map(str, parts))


def make_archive(path: Path, shape: Shape) -> None:
    """Write an archive of that shape; the same shape gives the same texts."""
    chance = random.Random(1)
    with Archive.open(path, author="ليلى", machine=path.parent) as archive:
        # Nobody types here: what a power cut takes away is made again.
        archive._file.database.execute("PRAGMA synchronous=OFF").fetchall()
        with _one_commit(archive) as write:
            directory = list(_directory(chance))
            for row in directory:
                write(row)
        people = [each for each in directory if isinstance(each, Person)]
        for number in range(shape.meetings):
            with _one_commit(archive) as write:
                for row in _meeting(number, shape, people, chance):
                    write(row)
            if number % 50 == 0:
                _edit_apart(archive, number, path.parent)


@contextmanager
def _one_commit(archive: Archive) -> Iterator[Callable[[Row], None]]:
    """Writes rows, each as an action of its own, in one transaction."""
    writer = archive._writer
    touched: dict[tuple[str, str], None] = {}
    with writer.transaction():

        def write(row: Row) -> None:
            WriteAction(writer, f"{row.TABLE}.write").write(row)
            touched[row.TABLE, row.id] = None

        yield write
        for table, row_id in touched:
            writer.index.update(table, row_id)


def _directory(chance: random.Random) -> Iterator[Row]:
    for number in range(10):
        yield Series(id=id_of("series", number), title=f"سلسلة {number}")
        for below in range(5):
            place = Place(id_of("theme", number, 0) if below else None, f"a{below}")
            yield Theme(id=id_of("theme", number, below), title=text(chance, 2), place=place)
    for number in range(60):
        yield Organisation(id=id_of("organisation", number), name=text(chance, 3))
    for number in range(300):
        yield Person(
            id=id_of("person", number), name=text(chance, 2), role=text(chance, 2),
            organisation_id=id_of("organisation", number % 60),
        )  # fmt: skip


def _meeting(
    number: int, shape: Shape, people: list[Person], chance: random.Random
) -> Iterator[Row]:
    """The rows of a meeting, a note once more for each of its edits."""
    meeting_id = id_of("meeting", number)
    yield Meeting(
        id=meeting_id, title=text(chance, 5), series_id=id_of("series", number % 10), city="حلب",
        date=f"{2016 + number // 120}-{1 + number // 10 % 12:02}-{1 + number % 28:02}",
    )  # fmt: skip
    present = chance.sample(people, 20)
    for at, person in enumerate(present):
        yield Attendance(
            id=Attendance.id_for(meeting_id, person.id), meeting_id=meeting_id,
            person_id=person.id, place=Place(None, f"a{at:03}"), presence="present",
        )  # fmt: skip
    for at in range(10):
        yield AgendaItem(
            id=id_of("item", number, at), meeting_id=meeting_id, place=Place(None, f"a{at:03}"),
            title=text(chance, 4), theme_id=id_of("theme", at, 0),
        )  # fmt: skip
    for at in range(shape.notes):
        note = Note(
            id=id_of("note", number, at), meeting_id=meeting_id, text=text(chance, 40),
            place=Place(id_of("item", number, at % 10), f"a{at:05}"), verb="said",
            speaker=Speaker(chance.choice(present).id), said_at="2026-11-23T08:00:00Z",
        )  # fmt: skip
        yield note
        for _ in range(shape.edits):
            note = replace(note, text=f"{note.text} {chance.choice(WORDS)}")
            yield note
    for at in range(3):
        row_id = id_of("decision", number, at)
        yield Decision(id=row_id, meeting_id=meeting_id, text=text(chance, 9))
    for at in range(5):
        row_id = id_of("recommendation", number, at)
        yield Recommendation(
            id=row_id, meeting_id=meeting_id, text=text(chance, 9), place=Place(None, f"a{at}")
        )
        # What is long past is done but for a little, or every meeting would carry it all.
        status = "in_progress" if number < 20 and at == 0 else "done"
        yield FollowUp(
            id=id_of("follow_up", number, at), meeting_id=meeting_id, recommendation_id=row_id,
            status=status, date="2026-01-01",
        )  # fmt: skip


def _edit_apart(here: Archive, number: int, folder: Path) -> None:
    """Another laptop learns of the meeting; both edit the same notes, and they meet again."""
    meeting_id, file = id_of("meeting", number), folder / f"{number}.mahdar"
    elsewhere = {place: seen for place, seen in here.vector().items() if place[1] != meeting_id}
    with Archive.open(file, author="رنا", machine=folder / "there") as there:
        there.receive(here.changes_since(elsewhere))
        for archive, word in ((here, "هنا"), (there, "هناك")):
            notes = [archive.notes.get(id_of("note", number, at)) for at in range(APART)]
            archive.write(*(replace(each, text=f"{word}. {each.text}") for each in notes))
        here.receive(there.changes_since(here.vector()))
    file.unlink()


def text(chance: random.Random, words: int) -> str:
    """So many words, with a full stop after every tenth."""
    said = chance.choices(WORDS, k=words)
    return " ".join(word + ("." if at % 10 == 9 else "") for at, word in enumerate(said))
