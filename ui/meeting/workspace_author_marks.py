"""Who wrote a note down, where there is more than one who does."""

from dataclasses import dataclass, field, replace

from recorder import NoteAuthors
from ui.i18n import _, isolate
from ui.meeting.workspace_notes_model import NoteLine


@dataclass(frozen=True)
class Authors:
    """Who wrote the notes of the meeting down, as far as it is worth telling."""

    read: NoteAuthors = field(default_factory=lambda: NoteAuthors(others={}, names={}))
    is_told: bool = False

    def sign(self, line: NoteLine) -> NoteLine:
        """The line with its author, where somebody else wrote it."""
        author = self.read.others.get(line.note.id) if self.is_told else None
        if author is None:
            return line
        name = self.read.names.get(author) or _("Another laptop")
        at = sorted(self.read.names).index(author) if author in self.read.names else 0
        words = _("Written down by {author}").format(author=isolate(name))
        return replace(line, author=words, author_at=at)
