"""Kill the window while somebody types into it, and look for all that is older than half a second.

`python tests/faults/kill_while_typing.py 20` does so twenty times on one archive.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("typing_child.py")
PROMISED = 0.5
"""Seconds after which a typed letter survives a kill."""


@dataclass(frozen=True)
class Key:
    """A letter that was pressed: when (monotonic seconds), in which note."""

    at: float
    note: str
    letter: str


@dataclass(frozen=True)
class Outcome:
    """What one kill left.

    Attributes:
        keys: how many letters had been typed.
        lost: the promised texts that no note and no draft holds.
        oldest_lost: the age in seconds of the oldest letter that is gone, 0 if none is.
        is_sound: whether the archive's own check found nothing.
    """

    keys: int
    lost: list[str]
    oldest_lost: float
    is_sound: bool


def kill_once(path: Path, seed: int) -> Outcome:
    """Let a window be typed into, kill it at a random moment, and read what the archive has."""
    seconds = random.Random(seed).uniform(1.0, 5.0)
    keys, killed = _typed_until_killed(path, seed, seconds)
    from recorder import Archive

    with Archive.open(path) as archive:
        # Drafts over stored notes are what local reads show; drafts of new ones stand alone.
        texts = [note.text for note in archive.notes.all("meeting")]
        texts += [draft.text for draft in archive.drafts.pending()]
        is_sound = archive.check().ok
    notes = {key.note: [each for each in keys if each.note == key.note] for key in keys}
    lost, oldest = [], 0.0
    for typed in notes.values():
        promised = "".join(key.letter for key in typed if key.at < killed - PROMISED).rstrip()
        if not any(text.startswith(promised) for text in texts):
            lost.append(promised)
        oldest = max(oldest, _age_of_first_lost(typed, texts, killed))
    return Outcome(len(keys), lost, oldest, is_sound)


def _age_of_first_lost(typed: list[Key], texts: list[str], killed: float) -> float:
    whole = "".join(key.letter for key in typed)
    kept = max((_shared(whole, text) for text in texts), default=0)
    rest = [key for key in typed[kept:] if key.letter.strip()]
    return killed - rest[0].at if rest else 0.0


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _typed_until_killed(path: Path, seed: int, seconds: float) -> tuple[list[Key], float]:
    command = [sys.executable, str(CHILD), str(path), str(seed)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        killed = time.monotonic()
        os.kill(child.pid, signal.SIGKILL)
        lines = (first + child.stdout.read()).decode().splitlines()
    keys = []
    for at, note, code in (line.split() for line in lines):
        keys.append(Key(float(at), note, chr(int(code))))
    return keys, killed


def main(rounds: int) -> int:
    """Kill that many times; 1 when a promised word was lost."""
    sys.path.insert(0, str(ROOT))
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.mahdar"
        for number in range(1, rounds + 1):
            outcome = kill_once(path, number)
            failed = failed or bool(outcome.lost) or not outcome.is_sound
            state = "lost" if outcome.lost else "all kept"
            sys.stdout.write(
                f"round {number:3}: {outcome.keys:4} keys, {state}, oldest letter lost"
                f" {outcome.oldest_lost * 1000:4.0f} ms, archive sound: {outcome.is_sound}\n"
            )
            sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
