"""Laptops of one team that meet at one folder."""

from pathlib import Path

from recorder import Archive, Meeting, Note
from recorder.domain.sharing import SyncReport


class Laptops:
    """Archives of several laptops, and the stick that they pass on."""

    def __init__(self, folder: Path, stick: Path) -> None:
        self._folder, self.stick = folder, stick
        self._opened: list[Archive] = []
        self._paths: dict[str, Path] = {}
        self.founder = self.make("ليلى")
        self.code = self.founder.sharing.found(stick)

    def make(self, name: str) -> Archive:
        """A laptop that is of no team."""
        place = self._folder / f"laptop {len(self._opened)}"
        archive = Archive.open(place / "archive.mahdar", author=name, machine=place / "machine")
        self._opened.append(archive)
        self._paths[name] = archive.path
        return archive

    def path_of(self, name: str) -> Path:
        """Where the archive of an author lies, also once it is closed."""
        return self._paths[name]

    def join(self, name: str) -> Archive:
        """A laptop of the team; typing the code has tests of its own, and takes a while."""
        archive = self.make(name)
        team = self.founder.sharing._team()
        assert team is not None
        archive.sharing.remember(team)
        return archive

    def sync(self, *archives: Archive) -> list[SyncReport]:
        """Each plugs the stick in, in turn."""
        return [archive.sharing.sync(self.stick) for archive in archives]

    def close(self) -> None:
        """All of them."""
        for archive in self._opened:
            archive.close()


def a_meeting(archive: Archive, notes: int = 2) -> None:
    """A meeting "m" with some notes "n0", "n1"…"""
    archive.meetings.write(Meeting(id="m", title="لقاء تشاوري"))
    for at in range(notes):
        archive.notes.append(Note(id=f"n{at}", meeting_id="m", text=f"قال أحدهم كلمة {at}."))


def files(stick: Path) -> list[str]:
    """All files of a stick, by their place below it."""
    return sorted(path.relative_to(stick).as_posix() for path in stick.rglob("*") if path.is_file())


def texts(archive: Archive) -> list[str]:
    """The notes of the meeting "m"."""
    return [note.text for note in archive.notes.all("m")]
