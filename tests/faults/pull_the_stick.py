"""Pull an exFAT stick while a laptop writes to it: what was said to be on it is on it.

    python -m tests.faults.pull_the_stick 20

makes an exFAT image of 64 MB on a loop device, lets a laptop sync to it again and again, and
kills the driver of the file system at a random moment: what the kernel had not been given is
gone, as when somebody pulls the stick. Then the image is mounted again and read by another
laptop. Needs root, losetup, mkfs.exfat and mount.exfat-fuse.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recorder import Archive, Meeting, Note

MEGABYTES = 64


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[int]:
    """The image as a folder, while its driver lives; answers the driver's process id."""
    device = subprocess.run(["losetup", "--find", "--show", str(image)], check=True,
                            capture_output=True, text=True).stdout.strip()  # fmt: skip
    try:
        driver = subprocess.Popen(["mount.exfat-fuse", "-d", device, str(at)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        for _ in range(100):
            if os.path.ismount(at):
                break
            time.sleep(0.05)
        assert os.path.ismount(at), "the image could not be mounted"
        assert os.statvfs(at).f_blocks * os.statvfs(at).f_frsize < 256 * 2**20
        yield driver.pid
        subprocess.run(["umount", str(at)], check=False, capture_output=True)
        driver.wait(10)
    finally:
        subprocess.run(["umount", "-l", str(at)], check=False, capture_output=True)
        subprocess.run(["losetup", "--detach", device], check=False, capture_output=True)


def write_until_pulled(folder: Path, stick: Path, told: Path, first: int) -> None:
    """Sync note after note; say each one's number once the sync said that it is safe to pull."""
    with (
        Archive.open(folder / "a.mahdar", author="ليلى", machine=folder / "a") as archive,
        told.open("a") as acknowledged,
    ):
        for number in range(first, first + 10_000):
            archive.notes.append(Note(id=f"n{number}", meeting_id="m", text=f"كلمة {number}"))
            if not archive.sharing.sync(stick).is_safe_to_pull:
                return
            acknowledged.write(f"{number}\n")
            acknowledged.flush()


def pull_once(folder: Path, image: Path, chance: random.Random) -> None:
    """Let a laptop write for a while, and kill the driver under it."""
    stick, told = folder / "stick", folder / "told"
    first = len(told.read_text().splitlines()) * 1000 if told.exists() else 0
    with mounted(image, stick) as driver:
        child = os.fork()
        if child == 0:
            try:
                write_until_pulled(folder, stick, told, first)
            except Exception:  # noqa: BLE001 - the stick is gone under it
                os._exit(1)
            os._exit(0)
        time.sleep(chance.uniform(0.3, 2.0))
        os.kill(driver, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert not os.WIFSIGNALED(status), "the program died with the stick"


def read_back(folder: Path, image: Path, code: str) -> tuple[set[str], int]:
    """The notes that another laptop reads from the stick, and how many files it refused."""
    stick = folder / "stick"
    with (
        tempfile.TemporaryDirectory() as place,
        mounted(image, stick),
        Archive.open(Path(place) / "b.mahdar", machine=Path(place) / "b") as other,
    ):
        other.sharing.join(stick, code)
        report = other.sharing.sync(stick, agree=lambda _: True)
        return {note.id for note in other.notes.all("m")}, len(report.refused)


def main(times: int) -> int:
    """Pull that many times; 1 when something that was acknowledged is not there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stick, image, told = folder / "stick", folder / "image", folder / "told"
        stick.mkdir()
        with image.open("wb") as file:
            file.truncate(MEGABYTES * 2**20)
        subprocess.run(["mkfs.exfat", str(image)], check=True, capture_output=True)
        with (
            mounted(image, stick),
            Archive.open(folder / "a.mahdar", author="ليلى", machine=folder / "a") as archive,
        ):
            archive.meetings.write(Meeting(id="m", title="لقاء"))
            code = archive.sharing.found(stick)
        refused = 0
        for at in range(times):
            pull_once(folder, image, random.Random(at))
            here, bad = read_back(folder, image, code)
            refused += bad
            lost = {f"n{number}" for number in told.read_text().split()} - here
            if lost:
                sys.stdout.write(f"pull {at}: {len(lost)} acknowledged notes lost\n")
                return 1
        count = len(told.read_text().split())
        sys.stdout.write(f"{times} pulls, {count} syncs acknowledged, 0 lost, {refused} refused\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8))
