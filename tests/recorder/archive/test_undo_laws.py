"""The laws of undo and redo, tried on random histories."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recorder import Archive, Meeting, Note
from recorder.storage import writer
from tests.recorder.archive.laptops import deliver, tables


@pytest.fixture(autouse=True, scope="module")
def hurried_clock() -> Iterator[None]:
    """Every write counts as an action of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "GROUPED_WITHIN", 0.0)
        yield


def title(archive: Archive, words: str) -> None:
    archive.meetings.write(replace(archive.meetings.get("m"), title=words))


class Desk:
    """Two laptops, one hand that undoes, and another that writes meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.here = Archive.open(folder / "a", author="هنا", machine=folder / "1")
        self.there = Archive.open(folder / "b", author="هناك", machine=folder / "2")
        self.here.meetings.write(Meeting(id="m", title="لقاء"))
        self.here.notes.append(Note(id="n0", meeting_id="m", text="أولاً. ثانياً. ثالثاً."))
        deliver(self.here, self.there)
        self.words = 0

    def act(self, archive: Archive, verb: str, number: int) -> None:
        notes = archive.notes.all("m")
        self.words += 1
        word = f"{'ه' if archive is self.here else 'م'}{self.words}"
        if verb == "new" or not notes:
            archive.notes.append(Note(id=f"n{self.words}", meeting_id="m", text=f"{word}."))
            return
        note = notes[number % len(notes)]
        if verb == "edit":
            archive.notes.write(replace(note, text=f"{note.text} {word}."))
        elif verb == "title":
            title(archive, word)
        elif verb == "move":
            archive.notes.move(note.id)
        elif verb == "delete":
            archive.notes.delete(note.id)

    def close(self) -> None:
        self.here.close()
        self.there.close()


def acts(*verbs: str) -> st.SearchStrategy[list[tuple[str, int]]]:
    return st.lists(st.tuples(st.sampled_from(verbs), st.integers(0, 9)), max_size=7)


def with_desk(play: Callable[[Desk], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        try:
            play(desk)
        finally:
            desk.close()


def contents(archive: Archive) -> dict[str, Any]:
    return {name: rows for name, rows in tables(archive).items() if name != "conflicts"}


@settings(max_examples=25)
@given(acts("new", "edit", "title", "move", "delete"), st.integers(1, 7))
def test_undoing_and_doing_again_gives_the_same_tables(
    done: list[tuple[str, int]], steps: int
) -> None:
    def play(desk: Desk) -> None:
        for each in done:
            desk.act(desk.here, *each)
        states = [contents(desk.here)]
        for _ in range(steps):
            if not desk.here.undo():
                break
            states.append(contents(desk.here))
        for state in states[-2::-1]:
            assert desk.here.redo() is not None
            assert contents(desk.here) == state
        assert desk.here.redo() is None
        assert desk.here.check().problems == ()

    with_desk(play)


@settings(max_examples=25)
@given(
    acts("new", "edit", "title", "move", "delete"),
    acts("new", "edit"),
    st.lists(st.sampled_from(["undo", "redo"]), min_size=1, max_size=9),
)
def test_no_undo_after_a_sync_takes_away_a_word_of_somebody_else(
    mine: list[tuple[str, int]], theirs: list[tuple[str, int]], turns: list[str]
) -> None:
    def play(desk: Desk) -> None:
        for each in mine:
            desk.act(desk.here, *each)
        for each in theirs:
            desk.act(desk.there, *each)
        deliver(desk.there, desk.here)

        def words_of_theirs() -> set[str]:
            text = " ".join(note.text for note in desk.here.notes.all("m"))
            return {word for word in text.replace(".", " ").split() if word.startswith("م")}

        before = words_of_theirs()
        for turn in turns:
            getattr(desk.here, turn)()
            assert before <= words_of_theirs()
        deliver(desk.here, desk.there)
        deliver(desk.there, desk.here)
        assert tables(desk.here) == tables(desk.there)
        assert desk.here.check().problems == ()

    with_desk(play)
