"""Searching 100,000 notes of 300 letters: words and beginnings against the LIKE scan.

The words are those of the samples and of the tests, drawn as words are in speech: the second as
often as half of the first. One word stands in every note, which is the worst that can be.
"""

import random
import re
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median

from recorder import Archive, Hit, Meeting, Note, Person, Place, SearchFilter, Speaker
from tests.benchmarks.row import Row, at_least, at_most

MEETINGS, NOTES, WORDS = 1_000, 100, 48
EVERYWHERE = "المجتمع"
RUNS = 60
LONGEST = 10.0  # milliseconds, the 95th of a hundred searches
ROOT = Path(__file__).parents[2]


def measure() -> list[Row]:
    """The searches, the index as it is made anew, and its size."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with Archive.open(root / "archive.mahdar", machine=root / "machine") as archive:
            often, rare = _fill(archive)
            rows = _searches(archive, often, rare)
            return [*rows, *_upkeep(archive)]


def _fill(archive: Archive) -> tuple[str, str]:
    """A thousand meetings; returns a frequent and a rare word."""
    words = _vocabulary()
    chance = random.Random(1)
    chance.shuffle(words)
    weights = list(accumulate(1 / (place + 2) for place in range(len(words))))
    archive.write(*(Person(id=f"p{at}", name=f"{words[at]} {words[-at]}") for at in range(1, 200)))
    for number in range(MEETINGS):
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(2_000))
        meeting = Meeting(id=f"m{number}", title=words[number], date=day.isoformat())
        notes = [
            Note(
                id=f"n{number}-{at}", meeting_id=meeting.id, place=Place(None, f"{at:04}"),
                speaker=Speaker(f"p{chance.randrange(1, 200)}"),
                text=" ".join([*chance.choices(words, cum_weights=weights, k=WORDS), EVERYWHERE]),
            )
            for at in range(NOTES)
        ]  # fmt: skip
        archive.write(meeting, *notes)
    return words[1], words[1_500]


def _vocabulary() -> list[str]:
    paths = [*ROOT.glob("resources/samples/*.json"), *ROOT.glob("tests/**/*.py")]
    paths += [
        ROOT / "resources/locale/ar/LC_MESSAGES/mahdar.po",
        *ROOT.glob("tests/files/search/*"),
    ]
    found: set[str] = set()
    for path in paths:
        found |= set(re.findall("[\u0621-\u064a]{3,}", path.read_text("utf-8")))
    return sorted(found - {EVERYWHERE})


def _searches(archive: Archive, often: str, rare: str) -> list[Row]:
    database = archive._file.database.conn
    scan = "SELECT id FROM note WHERE text LIKE ? AND deleted = 0 LIMIT 50"
    like = _times(lambda: database.execute(scan, [f"%{rare}زق%"]).fetchall(), 5)[0]
    asked: list[tuple[str, str, SearchFilter]] = [
        ("a word that is in every note", f"{EVERYWHERE} ", SearchFilter()),
        ("a frequent word", f"{often} ", SearchFilter()),
        ("a rare word", f"{rare} ", SearchFilter()),
        ("two words", f"{often} {EVERYWHERE} ", SearchFilter()),
        ("a phrase", f'"{often} {EVERYWHERE}"', SearchFilter()),
        ("a beginning of 3 letters", EVERYWHERE[2:5], SearchFilter()),
        ("a beginning of 4 letters", EVERYWHERE[2:6], SearchFilter()),
        ("a word that may go on, in every note", EVERYWHERE, SearchFilter()),
        ("the same, of one speaker", EVERYWHERE, SearchFilter(speaker="p7")),
        ("the same, of one meeting", EVERYWHERE, SearchFilter(meeting_id="m7")),
        ("the same, of one month", EVERYWHERE,
         SearchFilter(date_from="2021-01-01", date_to="2021-01-31")),
        ("the same, decisions alone (there are none)", EVERYWHERE,
         SearchFilter(kinds=("decision",))),
    ]  # fmt: skip
    rows: list[Row] = []
    for name, words, within in asked:
        usual, longest = _times(_search(archive, words, within), RUNS)
        rows.append(at_least(f"{name}: median, LIKE", usual, like, 10))
        rows.append(at_most(f"{name}: p95, 10 ms", longest, LONGEST, 1))
    return rows


def _search(archive: Archive, words: str, within: SearchFilter) -> Callable[[], list[Hit]]:
    return lambda: archive.search(words, within)


def _times(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """The median and the 95th of a hundred, in milliseconds of the processor.

    Everything is in memory, and what else the machine does is not ours to measure.
    """
    taken: list[float] = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        taken.append((time.process_time() - begun) * 1e3)
    return median(taken), sorted(taken)[int(runs * 0.95)]


def _upkeep(archive: Archive) -> list[Row]:
    database = archive._file.database.conn
    index = archive._writer.index
    ids = [row_id for (row_id,) in database.execute("SELECT id FROM note LIMIT 10000")]
    begun = time.process_time()
    texts = [text for (text,) in database.execute("SELECT text FROM note")]
    database.execute("CREATE TEMP TABLE plain (no INTEGER PRIMARY KEY, text TEXT)")
    database.execute("BEGIN")
    database.executemany("INSERT INTO plain (text) VALUES (?)", [(text,) for text in texts])
    database.execute("COMMIT")
    copied = time.process_time() - begun
    begun = time.process_time()
    with archive._writer.transaction():
        index.rebuild()
    rebuilt = time.process_time() - begun
    unchanged = _indexing(archive, ids)
    database.execute(
        "UPDATE search_row SET mark = 0 WHERE row IN (SELECT logged_row.no FROM logged_row"
        " JOIN term ON term.no = tbl WHERE text = 'note')"
    )
    anew = _indexing(archive, ids)
    size = sum(len(text.encode()) for text in texts)
    kept = database.execute("SELECT sum(length(block)) FROM search_index_data").fetchone()[0]
    return [
        at_most("index anew, copying the texts", rebuilt * 1e3, copied * 1e3, 40),
        at_least("10,000 rows written again as they were, indexing them", unchanged, anew, 2),
        at_most("size of the index, the text itself", kept / 1e6, size / 1e6, 1.2, "MB"),
    ]


def _indexing(archive: Archive, ids: list[str]) -> float:
    """Milliseconds of the processor for bringing notes up to date."""
    begun = time.process_time()
    with archive._writer.transaction():
        archive._writer.index.update_many([("note", each) for each in ids])
    return (time.process_time() - begun) * 1e3
