"""The same history under other clocks ends with the same tables (engine.md §6, 10)."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recorder import Meeting
from tests.recorder.archive.deeds import DRAFTS, FIELDS, ROWS, TEXTS
from tests.recorder.archive.deliveries import WAYS, deliver, exchange_all
from tests.recorder.archive.directory_deeds import DIRECTORY
from tests.recorder.archive.invariants import shared
from tests.recorder.archive.steps_back import go_back, go_forth
from tests.recorder.archive.world import World, a_world

DEEDS = TEXTS | FIELDS | ROWS | DRAFTS | DIRECTORY
STEPS_BACK = {"go back": go_back, "go forth": go_forth}
TITLES = ("name_the_meeting", "retitle", "recommend", "rename")
"""What one of two laptops wins and the other one sees listed."""
Step = tuple[str, int, int]

histories = st.lists(
    st.tuples(
        st.sampled_from([*DEEDS, *STEPS_BACK, *TITLES, *TITLES, *TITLES, *WAYS, *WAYS, "clock"]),
        st.integers(0, 2),
        st.integers(0, 10_000),
    ),
    max_size=40,
)


def play(world: World, history: list[Step]) -> dict[str, Any]:
    for verb, at, number in history:
        laptop = world.laptops[at]
        if verb == "clock":
            world.set_clock(laptop, number)
        elif verb in DEEDS:
            DEEDS[verb](world, laptop, number)
        elif verb in STEPS_BACK:
            STEPS_BACK[verb](laptop)
        else:
            deliver(world, laptop, world.laptops[(at + 1 + number % 2) % 3], verb)
    exchange_all(world)
    shown = shared(world.archives[0])
    shown["heads"] = [each[:3] for each in shown["heads"]]  # an id is a hash, the wall in it
    shown["conflicts"] = [
        (*each[:3], [(side.value, side.author, side.site) for side in each[3]])
        for each in shown["conflicts"]
    ]
    return shown


def test_a_clock_in_the_next_century_wins_nothing() -> None:
    with a_world(laptops=2) as world:
        late, early = world.laptops
        world.set_clock(late, 47_000)
        world.set_clock(early, 0)
        for _ in range(3):
            early.archive.meetings.write(Meeting(id="m", title=f"لقاء {world.word()}"))
        title = early.archive.meetings.get("m").title
        late.archive.meetings.write(Meeting(id="m", title="من القرن القادم"))
        exchange_all(world)
        assert [each.meetings.get("m").title for each in world.archives] == [title, title]


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(histories, st.integers(0, 2**32), st.randoms(use_true_random=False))
def test_clocks_set_anywhere_change_no_outcome(history: list[Step], seed: int, chance: Any) -> None:
    outcomes = []
    for clocks in (lambda: 20_454, lambda: chance.randrange(47_400)):
        with a_world(seed=seed, clocks=clocks) as world:
            for laptop in world.laptops:
                world.set_clock(laptop, 0)
            outcomes.append(play(world, history))
    assert outcomes[0] == outcomes[1]
