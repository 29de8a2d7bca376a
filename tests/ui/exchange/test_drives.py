"""Sticks are noticed by what the system tells; disks and drives of a network are not."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from ui.exchange.drives import Drive, linux_places, look_at, plugged_in
from ui.exchange.watch import DriveWatch

MOUNTS = r"""
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/layla/KINGSTON vfat rw,nosuid 0 0
/dev/sdc1 /run/media/layla/\331\201\331\204\040\134x exfat rw 0 0
/dev/sdd1 /run/media/layla/two\040words ext4 ro 0 0
server:/share /media/layla/share nfs4 rw 0 0
//server/x /media/layla/smb cifs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
host:/home /media/layla/ssh fuse.sshfs rw 0 0
/dev/sda3 /home ext4 rw 0 0
short
"""


def test_sticks_are_told_from_disks_and_from_what_lies_elsewhere():
    assert [str(path) for path in linux_places(MOUNTS.encode())] == [
        "/media/layla/KINGSTON",
        "/run/media/layla/فل \\x",
        "/run/media/layla/two words",
    ]


def test_a_folder_is_a_drive_by_its_name_and_tells_whether_a_team_was_there(tmp_path):
    folder = tmp_path / "مجلد"
    folder.mkdir()
    drive = look_at(folder)
    assert (drive.name, drive.was_shared) == ("مجلد", False)
    assert drive.free > 0
    (folder / "Mahdar" / "0123456789abcdef").mkdir(parents=True)
    assert look_at(folder).was_shared


def test_a_folder_that_is_gone_is_no_mistake(tmp_path):
    assert look_at(tmp_path / "gone").was_shared is False


def test_looking_for_sticks_on_this_machine_ends_well():
    assert isinstance(plugged_in(), list)


STICK, OTHER = Drive(Path("/media/a"), "A"), Drive(Path("/media/b"), "B")


class Ports:
    """What is plugged in, by a hand."""

    def __init__(self) -> None:
        self.drives: list[Drive] = []
        self.looks = 0

    def read(self) -> list[Drive]:
        self.looks += 1
        return list(self.drives)


@pytest.fixture
def ports():
    return Ports()


@pytest.fixture
def watch(qtbot, ports):
    owner = QObject()
    made = DriveWatch(lambda: True, owner, read=ports.read)
    made.owner = owner

    def look() -> None:
        made.look()
        qtbot.waitUntil(lambda: not made.is_looking)

    made.look_once = look
    return made


def test_what_was_there_at_first_is_listed_and_what_comes_later_is_told(watch, ports):
    came, moved = [], []
    watch.came.connect(came.append)
    watch.moved.connect(lambda: moved.append(True))
    ports.drives = [STICK]
    watch.look_once()
    assert (watch.drives, came, len(moved)) == ([STICK], [], 1)
    watch.look_once()
    assert len(moved) == 1
    ports.drives = [STICK, OTHER]
    watch.look_once()
    assert came == [OTHER]
    ports.drives = [OTHER]
    watch.look_once()
    ports.drives = [STICK, OTHER]
    watch.look_once()
    assert came == [OTHER, STICK]


def test_a_stick_that_changed_is_not_one_that_came(watch, ports):
    came = []
    watch.came.connect(came.append)
    ports.drives = [STICK]
    watch.look_once()
    ports.drives = [replace(STICK, free=1)]
    watch.look_once()
    assert (watch.drives[0].free, came) == (1, [])


def test_nobody_looks_while_the_window_is_not_at_work(qtbot, ports):
    owner = QObject()
    watch = DriveWatch(lambda: False, owner, read=ports.read)
    watch.look()
    assert (watch.is_looking, ports.looks) == (False, 0)


def test_a_chosen_folder_stays_in_the_list(watch, ports, tmp_path, qtbot):
    watch.add_folder(tmp_path)
    qtbot.waitUntil(lambda: watch.drives[0].free > 0)
    watch.look_once()
    assert [each.path for each in watch.drives] == [tmp_path]
