"""How changes get from one laptop to another: whole, in part, shuffled, twice, in any order."""

from recorder.domain.log import LoggedValue
from tests.recorder.archive.invariants import changes_of, everything, the_log_is_whole
from tests.recorder.archive.world import MEETINGS, Laptop, World

WAYS = ("all", "since", "shuffled", "halves", "one by one", "twice", "part", "one scope")
WHOLE = WAYS[:6]
"""The ways after which the target knows all that the source knew."""


def deliver(world: World, source: Laptop, target: Laptop, way: str) -> None:
    """Let `target` receive what `source` knows, or some of it."""
    vector = target.archive.vector()
    known = source.archive.changes_since(vector if way == "since" else {})
    carried = _chosen(world, known, way)
    diverged = changes_of(source.archive) - changes_of(target.archive)
    diverged_there = changes_of(target.archive) - changes_of(source.archive)
    for some in _in_turn(carried, way):
        target.archive.receive(some)
    if way in WHOLE:
        assert changes_of(source.archive) <= changes_of(target.archive)
    if way == "twice":
        before = everything(target.archive)
        target.archive.receive(carried)
        assert everything(target.archive) == before
    the_log_is_whole(target.archive)
    world.merges += bool(diverged and diverged_there)


def _chosen(world: World, known: list[LoggedValue], way: str) -> list[LoggedValue]:
    carried = list(known)
    if way == "shuffled":
        world.chance.shuffle(carried)
        return carried + world.chance.sample(carried, len(carried) // 2)
    if way == "one by one":
        world.chance.shuffle(carried)
    if way == "part":
        return [each for each in carried if world.chance.random() < 0.6]
    if way == "one scope":
        scope = world.chance.choice([*MEETINGS, "directory"])
        return [each for each in carried if each.change.scope == scope]
    return carried


def _in_turn(carried: list[LoggedValue], way: str) -> list[list[LoggedValue]]:
    if way == "one by one":
        return [[each] for each in carried]
    if way == "halves":  # the later ones first: they wait for what they hang from
        middle = len(carried) // 2
        return [carried[middle:], carried[:middle]]
    return [carried]


def exchange_all(world: World) -> None:
    """Everybody meets everybody until all have everything."""
    for _ in range(2):
        for source in world.laptops:
            for target in world.laptops:
                if source is not target:
                    deliver(world, source, target, "all")
