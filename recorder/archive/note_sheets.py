"""The notes of one meeting in columns, for lists that are long."""

from typing import cast

from recorder.archive.subjects import Subject
from recorder.archive.telling import tells_damage
from recorder.domain.columns import Speaker
from recorder.domain.discussion import Note
from recorder.domain.sheet import NoteAuthors, NoteSheet


@tells_damage
class NoteSheets(Subject[Note]):
    """Reads what a screen of many notes needs; see NoteSheet."""

    def sheet(self, meeting_id: str) -> NoteSheet:
        """The notes of a meeting without making them."""
        rows = self._reader.of_meeting(self._table, meeting_id)
        parents, said = rows.column("place_parent_id"), rows.column("said_at")
        labels = rows.column("speaker_label")
        in_time = [at for at in sorted(range(len(rows)), key=said.__getitem__) if said[at]]
        return NoteSheet(
            rows=cast("list[Note]", rows),
            ids=rows.column("id"),
            parents=parents,
            sort_keys=rows.column("place_sort_key"),
            texts=rows.column("text"),
            recent=_latest_first(in_time, rows.column("speaker_person_id"), labels),
            groups=list(dict.fromkeys(filter(None, labels))),
            last_said={parents[at]: said[at] for at in in_time},
        )

    def authors(self, meeting_id: str) -> NoteAuthors:
        """Who began the notes of a meeting: others by name, all else is this laptop's own."""
        authorship = self._reader.authorship
        others = authorship.begun_elsewhere(self._table, meeting_id)
        return NoteAuthors(others=others, names=authorship.names() if others else {})


def _latest_first(in_time: list[int], people: list[str | None], labels: list[str]) -> list[Speaker]:
    """Who spoke, the latest first."""
    speakers = dict.fromkeys((people[at], labels[at]) for at in reversed(in_time))
    speakers.pop((None, ""), None)
    return [Speaker(*each) for each in speakers]
