"""Looking for duplicates among 5,000 people: beside reading their names and folding them once."""

import random
import tempfile
from pathlib import Path

from recorder import Archive, Note, Organisation, Person, Place, Speaker
from recorder.language.folding import fold
from recorder.language.name_words import GIVEN
from tests.benchmarks.bench_open import _meeting
from tests.benchmarks.raw_database import in_turns
from tests.benchmarks.row import Row, at_most

PEOPLE, BODIES = 5_000, 500
TIMES = 5
_FAMILIES = 600
_LETTERS = "بتجحدرزسشصطعفقكلمنوي"
_BODY = [
    *("جمعية", "منظمة", "مركز", "شبكة", "مؤسسة", "النور", "الأمل", "الحياة", "شباب"),
    *("تنمية", "حلب", "إدلب", "المدني", "الخيرية", "صحة"),
]


def measure() -> list[Row]:
    """Candidates among many, and opening a meeting in which a speaker was merged."""
    with tempfile.TemporaryDirectory() as folder:
        with Archive.open(Path(folder) / "archive.mahdar") as archive:
            archive.write(*_people(random.Random(7)))
            archive.write(*_bodies(random.Random(7)))
            people, bodies, folding = in_turns(
                TIMES,
                lambda _: archive.duplicates.candidates("person"),
                lambda _: archive.duplicates.candidates("organisation"),
                lambda _: [fold(each.name) for each in archive.people.all()],
            )
        with Archive.open(Path(folder) / "meeting.mahdar") as archive:
            archive.write(*_meeting())
            archive.write(Note(id="last", meeting_id="m", place=Place("i", "z"),
                               speaker=Speaker("p1")))  # fmt: skip
            bare = in_turns(TIMES * 3, lambda _: archive.meetings.record("m"))[0]
            archive.duplicates.merge("person", "p1", "p2")
            merged = in_turns(TIMES * 3, lambda _: archive.meetings.record("m"))[0]
    return [
        at_most("candidates among 5,000 people, of 1 s", people / 1e3, 1e3, 1),
        at_most("…and beside folding their names", people / 1e3, folding / 1e3, 12),
        at_most("candidates among 500 organisations, of 1 s", bodies / 1e3, 1e3, 1),
        at_most("open 5,000 notes with a merged speaker", merged / 1e3, bare / 1e3, 1.5),
    ]


def _people(chance: random.Random) -> list[Person]:
    given = sorted(GIVEN)
    families = ["".join(chance.choices(_LETTERS, k=5)) for _ in range(_FAMILIES)]
    return [
        Person(
            id=f"p{at}",
            name=" ".join([chance.choice(given), *chance.sample(given, at % 2),
                           chance.choice(families)]),
        )
        for at in range(PEOPLE)
    ]  # fmt: skip


def _bodies(chance: random.Random) -> list[Organisation]:
    return [
        Organisation(id=f"o{at}", name=" ".join(chance.sample(_BODY, 4)) + f" {at % 60}")
        for at in range(BODIES)
    ]
