"""What people type finds what they mean: pairs of real spellings, through a real archive."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from recorder import Archive, Meeting, Note

FILES = Path(__file__).parents[2] / "files" / "search"
Pair = tuple[str, str]
MISSED = 20
"""How many pairs of `missed.txt` are not found; a lower number is welcome, a higher one never."""


def pairs(name: str) -> list[Pair]:
    lines = (FILES / f"{name}.txt").read_text("utf-8").splitlines()
    return [
        (typed.strip(), text.strip())
        for typed, bar, text in (line.partition("|") for line in lines if line[:1] != "#")
        if bar
    ]


@pytest.fixture(scope="module")
def spelt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """All texts of all pairs as notes of one meeting; the text is the note's id."""
    folder = tmp_path_factory.mktemp("spelt")
    with Archive.open(folder / "archive.mahdar", machine=folder / "machine") as archive:
        texts = {text for name in ("found", "never", "missed") for _typed, text in pairs(name)}
        notes = [Note(id=each, meeting_id="m", text=each) for each in sorted(texts)]
        archive.write(Meeting(id="m"), *notes)
        yield archive


def finds(archive: Archive, typed: str, text: str) -> bool:
    """Whether the text is found; what ends with «…» is still being typed."""
    query = typed.removesuffix("…") if typed.endswith("…") else f"{typed} "
    return text in {hit.row_id for hit in archive.search(query, limit=1_000)}


def test_the_pairs_are_many_and_no_two_the_same() -> None:
    found = pairs("found")
    assert len(found) == len(set(found)) >= 150
    assert len(pairs("never")) >= 40


@pytest.mark.parametrize(("typed", "text"), pairs("found"))
def test_what_people_type_finds_what_they_mean(spelt: Archive, typed: str, text: str) -> None:
    assert finds(spelt, typed, text)


@pytest.mark.parametrize(("typed", "text"), pairs("never"))
def test_another_word_is_not_taken_for_it(spelt: Archive, typed: str, text: str) -> None:
    assert not finds(spelt, typed, text)


def test_what_is_known_to_be_missed_is_counted(spelt: Archive) -> None:
    still = [pair for pair in pairs("missed") if not finds(spelt, *pair)]
    assert len(still) == len(pairs("missed")) == MISSED


@pytest.mark.parametrize(("typed", "text"), pairs("found"))
def test_what_was_found_is_marked_in_its_own_spelling(
    spelt: Archive, typed: str, text: str
) -> None:
    query = typed.removesuffix("…")
    hit = next(hit for hit in spelt.search(query, limit=1_000) if hit.row_id == text)
    assert hit.spans
    assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)
    assert all(one[1] <= other[0] for one, other in pairwise(hit.spans))
