"""Other laptops at the same meeting: archives of their own that meet the one in the window."""

from dataclasses import dataclass, replace

from recorder import Archive


@dataclass
class OtherLaptop:
    """A laptop that knows what the window's archive knew when they last met."""

    archive: Archive
    room: object

    def meet(self):
        """Let both take in what the other wrote since."""
        theirs = self.archive.changes_since({})
        ours = self.room.ask(lambda archive: archive.changes_since({}))
        self.archive.receive(ours)
        self.room.ask(lambda archive: archive.receive(theirs))
        self.room.settle()

    def edit(self, subject, row_id, **fields):
        """Write fields of a row there."""
        edit(self.archive, subject, row_id, **fields)


def edit(archive, subject, row_id, **fields):
    """Write fields of a row."""
    rows = getattr(archive, subject)
    return rows.write(replace(rows.get(row_id), **fields))


def edit_here(room, subject, row_id, **fields):
    """The same on the laptop of the window."""
    room.ask(lambda archive: edit(archive, subject, row_id, **fields))
    room.settle()
