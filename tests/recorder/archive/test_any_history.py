"""Random histories on several laptops: typing, undoing, restarting, copying, delivering."""

import os
import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from hypothesis import given, settings
from hypothesis import strategies as st

from recorder import Archive, Note, Recommendation, new_id
from tests.recorder.archive.laptops import deliver, exchange_all, tables

HISTORIES = int(os.environ.get("MAHDAR_HISTORIES", "25"))
"""How many histories each law is tried on; `MAHDAR_HISTORIES=10000` is the long form."""


class Laptops:
    """Some archives with clocks that go wrong, and what happens to them."""

    def __init__(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.chance = random.Random(seed)
        self.moments: list[datetime] = []
        self.archives: list[Archive] = []
        self.said: set[str] = set()
        for _ in range(3):
            self.add(None)

    def add(self, copy_of: Path | None) -> None:
        at = len(self.archives)
        path = self.folder / f"{at}.mahdar"
        if copy_of is not None:
            shutil.copy(copy_of, path)
        self.moments.append(datetime(2026, 1, 1, tzinfo=UTC))
        self.archives.append(self.opened(at, path))

    def opened(self, at: int, path: Path) -> Archive:
        return Archive.open(
            path, author=str(at), clock=lambda: self.moments[at], machine=self.folder / str(at)
        )

    def close(self) -> None:
        for archive in self.archives:
            archive.close()
        shutil.rmtree(self.folder)

    def play(self, at: int, verb: str, number: int) -> None:
        archive = self.archives[at % len(self.archives)]
        notes = archive.notes.all("m")
        if verb in self.of_laptops:
            self.of_laptops[verb](self, at % len(self.archives), number)
        elif verb == "write" or not notes:
            self.say(archive, number)
        else:
            self.of_notes[verb](self, archive, notes[number % len(notes)], number)

    def word(self, number: int) -> str:
        word = f"{number}.{len(self.said)}"
        self.said.add(word)
        return word

    def say(self, archive: Archive, number: int) -> None:
        archive.notes.append(Note(id=new_id(), meeting_id="m", text=self.word(number)))
        if number % 3 == 0:
            archive.recommendations.append(
                Recommendation(id=new_id(), meeting_id="m", text=f"توصية {number}")
            )

    def edit(self, archive: Archive, note: Note, number: int) -> None:
        words = note.text.split(" ")
        words.insert(number % (len(words) + 1), self.word(number))
        archive.notes.write(replace(note, text=" ".join(words)))

    def demand(self, archive: Archive, _note: Note, number: int) -> None:
        for first in archive.recommendations.all("m")[:1]:
            archive.recommendations.write(replace(first, text=f"نص {number}"))

    def send(self, at: int, number: int) -> None:
        target = self.archives[number % len(self.archives)]
        if target is not self.archives[at]:
            deliver(self.archives[at], target, self.chance)

    def set_clock(self, at: int, number: int) -> None:
        self.moments[at] += timedelta(days=number - 5_000)

    def restart(self, at: int, _number: int) -> None:
        path = self.archives[at].path
        self.archives[at].close()
        self.archives[at] = self.opened(at, path)

    def copy(self, at: int, number: int) -> None:
        if len(self.archives) < 5:
            self.restart(at, number)  # the copy of an open file would need its log beside it
            self.archives[at].close()
            self.add(self.archives[at].path)
            self.archives[at] = self.opened(at, self.archives[at].path)

    of_laptops: ClassVar[dict[str, Callable[["Laptops", int, int], None]]] = {
        "send": send,
        "clock": set_clock,
        "restart": restart,
        "copy": copy,
    }
    of_notes: ClassVar[dict[str, Callable[["Laptops", Archive, Note, int], None]]] = {
        "edit": edit,
        "demand": demand,
        "delete": lambda _, archive, note, __: archive.notes.delete(note.id),
        "restore": lambda _, archive, note, __: archive.notes.restore(note.id),
        "move": lambda _, archive, note, __: archive.notes.move(note.id),
        "undo": lambda _, archive, __, ___: archive.undo(),
        "redo": lambda _, archive, __, ___: archive.redo(),
    }


def histories(*verbs: str) -> st.SearchStrategy[list[tuple[int, str, int]]]:
    step = st.tuples(st.integers(0, 4), st.sampled_from(verbs), st.integers(0, 10_000))
    return st.lists(step, max_size=40)


@settings(max_examples=HISTORIES, deadline=None)
@given(
    histories("write", "edit", "edit", "delete", "restore", "move", "demand", "send", "send",
              "clock", "undo", "redo", "restart", "copy"),
    st.integers(0, 2**32),
)  # fmt: skip
def test_laptops_that_saw_the_same_changes_show_the_same(
    history: list[tuple[int, str, int]], seed: int
) -> None:
    laptops = Laptops(seed)
    try:
        for step in history:
            laptops.play(*step)
        exchange_all(laptops.archives)
        shown = [tables(archive) for archive in laptops.archives]
        assert all(each == shown[0] for each in shown)
        for archive in laptops.archives:
            assert archive.count_waiting() == 0
            assert archive.check().problems == ()
    finally:
        laptops.close()


@settings(max_examples=HISTORIES, deadline=None)
@given(histories("write", "edit", "edit", "move", "send", "clock", "restart", "copy"),
       st.integers(0, 2**32))  # fmt: skip
def test_no_word_vanishes_that_nobody_removed(
    history: list[tuple[int, str, int]], seed: int
) -> None:
    laptops = Laptops(seed)
    try:
        for step in history:
            laptops.play(*step)
        exchange_all(laptops.archives)
        text = "\n".join(note.text for note in laptops.archives[0].notes.all("m"))
        assert laptops.said <= set(text.split())
    finally:
        laptops.close()
