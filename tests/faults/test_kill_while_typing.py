from pathlib import Path

from tests.faults.kill_while_typing import kill_once

ROUNDS = 3


def test_what_was_typed_half_a_second_before_a_kill_is_there_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "archive.mahdar"
    outcomes = [kill_once(path, seed) for seed in range(1, ROUNDS + 1)]
    assert [outcome.lost for outcome in outcomes] == [[]] * ROUNDS
    assert all(outcome.is_sound for outcome in outcomes)
    assert all(outcome.keys > 10 for outcome in outcomes)
