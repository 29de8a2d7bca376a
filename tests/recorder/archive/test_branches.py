"""A laptop that was cloned with all that is on it: two go on in one name, and lose nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from recorder import Archive, Note
from tests.recorder.archive.laptops import clone_laptop, deliver, exchange_all, tables


class Desk:
    """Laptops that begin as clones of one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open = [Archive.open(folder / "0.mahdar", author="ليلى", machine=folder / "0")]
        self.say(0, "أصل")

    def clone(self, source: int) -> int:
        archive, number = self.open[source], len(self.open)
        machine = self.folder / str(source)
        copy = clone_laptop(
            archive, self.folder / f"{number}.mahdar", machine, self.folder / str(number)
        )
        self.open.append(copy)
        self.open[source] = Archive.open(archive.path, machine=machine)
        assert not copy.is_new_copy
        return number

    def stranger(self) -> int:
        number = len(self.open)
        machine = self.folder / str(number)
        self.open.append(Archive.open(self.folder / f"{number}.mahdar", machine=machine))
        return number

    def say(self, at: int, text: str) -> None:
        self.open[at].notes.append(Note(id=f"{text} {at}", meeting_id="m", text=text))

    def texts(self, at: int) -> list[str]:
        return sorted(note.text for note in self.open[at].notes.all("m"))


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    yield desk
    for archive in desk.open:
        archive.close()


def test_two_clones_that_both_went_on_keep_what_both_wrote(desk: Desk) -> None:
    desk.clone(0)
    desk.say(0, "من الأول")
    desk.say(1, "من الثاني")
    desk.say(1, "من الثاني أيضاً")
    exchange_all(desk.open)
    assert desk.texts(0) == desk.texts(1) == ["أصل", "من الأول", "من الثاني", "من الثاني أيضاً"]
    assert tables(desk.open[0]) == tables(desk.open[1])
    assert desk.open[0].vector() == desk.open[1].vector()
    assert all(archive.check().ok for archive in desk.open)


def test_clones_that_met_go_on_as_two_laptops(desk: Desk) -> None:
    desk.clone(0)
    desk.say(0, "من الأول")
    desk.say(1, "من الثاني")
    exchange_all(desk.open)
    assert desk.open[0].is_new_copy
    desk.say(0, "بعدها هنا")
    desk.say(1, "بعدها هناك")
    latest = [
        {each.change.site for each in archive.changes_since({}) if each.value == f'"{text}"'}
        for archive, text in zip(desk.open, ("بعدها هنا", "بعدها هناك"), strict=True)
    ]
    assert latest[0] != latest[1]
    exchange_all(desk.open)
    assert desk.texts(0) == desk.texts(1)
    assert desk.open[0].vector() == desk.open[1].vector()


def test_a_clone_that_went_on_alone_is_noticed_before_the_chain_forks(desk: Desk) -> None:
    desk.clone(0)
    desk.say(1, "من الثاني")
    deliver(desk.open[1], desk.open[0])
    assert desk.open[0].is_new_copy
    desk.say(0, "من الأول")
    desk.say(1, "أيضاً")
    exchange_all(desk.open)
    assert desk.texts(0) == desk.texts(1) == ["أصل", "أيضاً", "من الأول", "من الثاني"]
    assert desk.open[0].vector() == desk.open[1].vector()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_a_third_laptop_calls_the_branches_the_same_in_whatever_order_they_come(
    desk: Desk, order: tuple[int, ...]
) -> None:
    desk.clone(0)
    desk.say(1, "ثانٍ")
    desk.clone(1)
    for at in (0, 1, 2, 2, 1, 0):
        desk.say(at, f"من {at} {desk.texts(at)[-1][:3]}")
    third = desk.stranger()
    for at in order:
        deliver(desk.open[at], desk.open[third])
    exchange_all(desk.open)
    exchange_all(desk.open)
    vectors = [archive.vector() for archive in desk.open]
    assert all(each == vectors[0] for each in vectors)
    shown = [tables(archive) for archive in desk.open]
    assert all(each == shown[0] for each in shown)
    assert all(archive.check().ok for archive in desk.open)
    assert all(archive.count_waiting() == 0 for archive in desk.open)


def test_what_both_clones_changed_is_a_conflict_like_any_other(desk: Desk) -> None:
    desk.clone(0)
    for at, text in ((0, "نعم"), (1, "لا")):
        note = desk.open[at].notes.all("m")[0]
        desk.open[at].notes.write(replace(note, text=text))
    exchange_all(desk.open)
    (conflict,) = desk.open[1].conflicts("m")
    assert {side.value for side in conflict.sides} == {"نعم", "لا"}
    assert sorted(desk.texts(0)[0].split("\n")) == ["لا", "نعم"]


def test_a_laptop_that_knows_one_branch_is_sent_the_other(desk: Desk) -> None:
    desk.clone(0)
    for _ in range(3):
        desk.say(0, f"هنا {len(desk.texts(0))}")
    desk.say(1, "هناك")
    third = desk.stranger()
    deliver(desk.open[1], desk.open[third])
    desk.open[third].receive(desk.open[0].changes_since(desk.open[third].vector()))
    assert desk.texts(third) == ["أصل", "هنا 1", "هنا 2", "هنا 3", "هناك"]
    assert desk.open[third].check().ok


@pytest.mark.parametrize("longer", [0, 1])
def test_clones_that_ask_only_for_what_is_new_get_all_of_it(desk: Desk, longer: int) -> None:
    desk.clone(0)
    for at in (0, 1, longer):
        desk.say(at, f"من {at} بعد {len(desk.texts(at))}")
    for source, target in ((1, 0), (0, 1)):
        here, there = desk.open[source], desk.open[target]
        there.receive(here.changes_since(there.vector()))
    assert desk.texts(0) == desk.texts(1)
    assert len(desk.texts(0)) == 4
    assert desk.open[0].vector() == desk.open[1].vector()
    assert desk.open[0].changes_since(desk.open[1].vector()) == []
