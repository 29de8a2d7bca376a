"""What is measured at the keyboard can be measured: once, in a small meeting."""

import pytest

from tests.benchmarks import bench_typing


def test_a_hand_is_measured_in_a_small_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    small = {"NOTES": 30, "ROUNDS": 1, "SAVES": 2, "WORDS": "كلمة", "REST_MS": 20}
    for name, value in small.items():
        monkeypatch.setattr(bench_typing, name, value)
    rows = bench_typing.measure()
    assert len(rows) == len({row.name for row in rows}) > 8
    assert all(row.value > 0 for row in rows)
