import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recorder import Archive

CHILD = Path(__file__).with_name("saving_child.py")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_was_said_to_be_saved_is_lost_when_the_process_is_killed(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "archive.mahdar"
    chance = random.Random(seed)
    for _ in range(2):
        acknowledged = killed_after(path, chance.uniform(0.05, 0.4))
        with Archive.open(path) as archive:
            safe = {note.text for note in archive.notes.all("m")}
            safe |= {draft.text for draft in archive.drafts.pending()}
            assert {f"مداخلة {line.split()[1]}" for line in acknowledged} <= safe
            assert archive.check().ok


def killed_after(path: Path, seconds: float) -> list[str]:
    """Runs the writer, kills it that long after its first word, returns what it had said."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(CHILD), str(path)], stdout=subprocess.PIPE, env=environment
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        os.kill(child.pid, signal.SIGKILL)
        lines = (first + child.stdout.read()).decode().split("\n")
    assert len(lines) > 2
    return lines[:-1]
