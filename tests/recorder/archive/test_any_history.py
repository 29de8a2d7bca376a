"""Any history on three to five laptops ends with the same minutes on all, and no word lost.

A short run here; `MAHDAR_HISTORIES=1500 python -m pytest -s --timeout=0
tests/recorder/archive/test_any_history.py` is the long one, and says how many merges it made
(a merge: a delivery between two laptops, each of which knew something that the other did not).
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.recorder.archive.deeds import DRAFTS, FIELDS, PEOPLE, ROWS, TEXTS, settle
from tests.recorder.archive.deliveries import WAYS, deliver, exchange_all
from tests.recorder.archive.directory_deeds import DIRECTORY
from tests.recorder.archive.invariants import (
    all_is_well,
    changes_of,
    found,
    shared,
    waiting,
    words_in,
)
from tests.recorder.archive.steps_back import go_back, go_back_and_forth, go_forth
from tests.recorder.archive.world import MOST_LAPTOPS, Laptop, World

HISTORIES = int(os.environ.get("MAHDAR_HISTORIES", "20"))
IS_LONG = "MAHDAR_HISTORIES" in os.environ
STEPS = 40
MADE = {"histories": 0, "merges": 0}

at_any = st.integers(0, MOST_LAPTOPS - 1)
any_number = st.integers(0, 10_000)


class AnyHistory(RuleBasedStateMachine):
    """Laptops to which anything may happen; see the invariants at the end."""

    world: World

    @initialize(seed=st.integers(0, 2**32), laptops=st.integers(3, 4))
    def begin(self, seed: int, laptops: int) -> None:
        self.world = World(seed=seed, laptops=laptops)
        self.was_put_back = False
        self.furnish()

    def furnish(self) -> None:
        """Something that all have, to go on with apart."""
        first = self.world.laptops[0]
        for name in ("name_the_meeting", "introduce", "introduce", "plan", "plan", "recommend"):
            FIELDS[name](self.world, first, 6)
        for number in range(1, 5):
            TEXTS["say"](self.world, first, number)
        self.carry_all()

    def carry(self, source: Laptop, target: Laptop, way: str) -> None:
        """Bring to one laptop what another one knows."""
        deliver(self.world, source, target, way)

    def carry_all(self) -> None:
        """Bring everything to everybody."""
        exchange_all(self.world)

    def laptop(self, at: int) -> Laptop:
        return self.world.laptops[at % len(self.world.laptops)]

    ## People

    @rule(at=at_any, name=st.sampled_from(sorted(TEXTS)), number=any_number)
    def write_a_note(self, at: int, name: str, number: int) -> None:
        TEXTS[name](self.world, self.laptop(at), number)

    @rule(at=at_any, name=st.sampled_from(sorted(FIELDS)), number=any_number)
    def change_a_field(self, at: int, name: str, number: int) -> None:
        FIELDS[name](self.world, self.laptop(at), number)

    @rule(at=at_any, name=st.sampled_from(sorted(DIRECTORY)), number=any_number)
    def merge_or_part_people(self, at: int, name: str, number: int) -> None:
        DIRECTORY[name](self.world, self.laptop(at), number)

    @rule(at=at_any, name=st.sampled_from(sorted(ROWS)), number=any_number)
    def delete_restore_move_or_settle(self, at: int, name: str, number: int) -> None:
        ROWS[name](self.world, self.laptop(at), number)

    @rule(at=at_any, name=st.sampled_from(sorted(PEOPLE)), number=any_number)
    def introduce_merge_or_part_people(self, at: int, name: str, number: int) -> None:
        PEOPLE[name](self.world, self.laptop(at), number)

    @rule(at=at_any, name=st.sampled_from(sorted(DRAFTS)), number=any_number)
    def type_in_a_window(self, at: int, name: str, number: int) -> None:
        DRAFTS[name](self.world, self.laptop(at), number)

    @rule(at=at_any, step=st.sampled_from([go_back, go_back, go_forth, go_back_and_forth]))
    def undo_or_redo(self, at: int, step) -> None:
        step(self.laptop(at))

    ## Machines

    @rule(at=at_any)
    def restart(self, at: int) -> None:
        self.laptop(at).restart()

    @rule(at=at_any)
    def crash(self, at: int) -> None:
        laptop = self.laptop(at)
        typed, known = laptop.archive.drafts.pending(), shared(laptop.archive)
        laptop.crash()
        assert laptop.archive.drafts.pending() == typed
        assert shared(laptop.archive) == known

    @rule(at=at_any, day=st.integers(0, 47_400), seconds=st.sampled_from([1, 61]))
    def set_the_clock(self, at: int, day: int, seconds: int) -> None:
        self.world.set_clock(self.laptop(at), day)
        self.world.wait(seconds)

    @precondition(lambda self: len(self.world.laptops) < MOST_LAPTOPS)
    @rule(at=at_any)
    def copy_the_file_to_another_machine(self, at: int) -> None:
        copy = self.world.clone(self.laptop(at), with_machine=False)
        assert copy.archive.is_new_copy

    @precondition(lambda self: len(self.world.laptops) < MOST_LAPTOPS)
    @rule(at=at_any)
    def clone_the_whole_machine(self, at: int) -> None:
        """Two laptops go on in one name until they meet (FORMAT 3)."""
        copy = self.world.clone(self.laptop(at), with_machine=True)
        assert not copy.archive.is_new_copy

    @rule(at=at_any)
    def back_up(self, at: int) -> None:
        self.laptop(at).archive.make_backup()

    @precondition(lambda self: any(each.archive.backups() for each in self.world.laptops))
    @rule(at=at_any, number=any_number)
    def put_a_backup_back(self, at: int, number: int) -> None:
        laptops = [each for each in self.world.laptops if each.archive.backups()]
        laptop = laptops[at % len(laptops)]
        laptop.restore(number)
        self.was_put_back = True
        assert laptop.archive.is_new_copy

    @rule(source=at_any, to=at_any, way=st.sampled_from(WAYS))
    def deliver(self, source: int, to: int, way: str) -> None:
        if self.laptop(source) is not self.laptop(to):
            self.carry(self.laptop(source), self.laptop(to), way)

    @rule(source=at_any, to=at_any, way=st.sampled_from(WAYS))
    def meet(self, source: int, to: int, way: str) -> None:
        self.deliver(source, to, way)
        self.deliver(to, source, way)

    ## In the end

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        try:
            self.everybody_has_everything()
        finally:
            self.world.close()
        MADE["histories"] += 1
        MADE["merges"] += self.world.merges

    def everybody_has_everything(self) -> None:
        world = self.world
        made = set().union(*map(changes_of, world.archives))
        self.carry_all()
        first = shared(world.archives[0])
        for archive in world.archives:
            all_is_well(archive)
            assert made <= changes_of(archive)
            # What nobody has any more (a backup was put back) may wait for its seal for ever.
            assert not waiting(archive) & made
            assert self.was_put_back or not waiting(archive)
            assert shared(archive) == first
            assert archive.vector() == world.archives[0].vector()
            assert archive.people.all() == world.archives[0].people.all()
            assert archive.attendance.all("m") == world.archives[0].attendance.all("m")
        self.searches_find_the_same()
        self.conflicts_end_when_they_are_settled()

    def searches_find_the_same(self) -> None:
        archives = self.world.archives
        text = "\n".join(note.text for note in archives[0].notes.all())
        for query in (*sorted(words_in(text))[:4], "قال", "توصية", "احمد"):
            answers = [found(archive, query) for archive in archives]
            assert all(each == answers[0] for each in answers)
            archives[0].rebuild()
            assert found(archives[0], query) == answers[0]

    def conflicts_end_when_they_are_settled(self) -> None:
        world = self.world
        for number in range(len(world.archives[0].conflicts())):
            settle(world, world.laptops[0], number)
        self.carry_all()
        for archive in world.archives:
            assert archive.check().problems == ()
            assert shared(archive) == shared(world.archives[0])


SETTINGS = settings(
    max_examples=HISTORIES,
    stateful_step_count=STEPS,
    # To make a failing history short takes minutes: the long form does it.
    phases=set(Phase) - (set() if IS_LONG else {Phase.shrink, Phase.explain}),
    suppress_health_check=list(HealthCheck),
)
AnyHistory.TestCase.settings = SETTINGS
TestAnyHistory = AnyHistory.TestCase


@pytest.fixture(scope="module", autouse=True)
def count() -> Iterator[None]:
    yield
    if IS_LONG:
        print(f"\n{MADE['histories']} histories, {MADE['merges']} merges")  # noqa: T201
