"""The notes of one meeting in columns, for lists that are long."""

from collections.abc import Iterable
from typing import TypeVar, cast

from recorder.archive.subjects import Subject
from recorder.archive.telling import tells_damage
from recorder.domain.columns import Speaker
from recorder.domain.discussion import Note
from recorder.domain.sheet import NoteSheet

Key = TypeVar("Key")


@tells_damage
class NoteSheets(Subject[Note]):
    """Reads what a screen of many notes needs; see NoteSheet."""

    def sheet(self, meeting_id: str) -> NoteSheet:
        """The notes of a meeting without making them."""
        rows = self._reader.of_meeting(self._table, meeting_id)
        parents, said = rows.column("place_parent_id"), rows.column("said_at")
        labels = rows.column("speaker_label")
        speakers = _latest_by(zip(rows.column("speaker_person_id"), labels, strict=True), said)
        speakers.pop((None, ""), None)
        latest = [*reversed(speakers)]
        latest.sort(key=speakers.__getitem__, reverse=True)
        return NoteSheet(
            rows=cast("list[Note]", rows),
            ids=rows.column("id"),
            parents=parents,
            sort_keys=rows.column("place_sort_key"),
            texts=rows.column("text"),
            recent=[Speaker(*each) for each in latest],
            groups=list(dict.fromkeys(filter(None, labels))),
            last_said=_latest_by(parents, said),
        )


def _latest_by(keys: Iterable[Key], moments: Iterable[str]) -> dict[Key, str]:
    """The latest moment of each key; among keys of one moment the one met last stands last."""
    latest: dict[Key, str] = {}
    for key, moment in zip(keys, moments, strict=True):
        if moment and moment >= latest.get(key, ""):
            latest.pop(key, None)
            latest[key] = moment
    return latest
