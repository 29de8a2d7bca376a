"""The recommendations of a meeting with all that hangs from them, read in one go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from recorder import FollowUp, Note, Recommendation, Status, Support
from ui.meeting.agenda_lines import by_agenda

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

Hanging = TypeVar("Hanging", Support, FollowUp)


@dataclass(frozen=True)
class RecommendationsReading:
    """One reading; supports, follow-ups (the latest first) and notes by recommendation id."""

    meeting_id: str = ""
    recommendations: Sequence[Recommendation] = ()
    supports: Mapping[str, list[Support]] = field(default_factory=dict)
    follow_ups: Mapping[str, list[FollowUp]] = field(default_factory=dict)
    sources: Mapping[str, list[Note]] = field(default_factory=dict)

    def find(self, recommendation_id: str) -> Recommendation | None:
        """A recommendation of the meeting, None when it is not there."""
        found = (each for each in self.recommendations if each.id == recommendation_id)
        return next(found, None)

    def latest(self, recommendation_id: str) -> FollowUp | None:
        """The entry of progress that counts."""
        return next(iter(self.follow_ups.get(recommendation_id, ())), None)

    def status_of(self, recommendation_id: str) -> Status | str:
        """How far it has been carried out; not started before its first entry."""
        latest = self.latest(recommendation_id)
        return (latest.status if latest else None) or Status.NOT_STARTED


def read_recommendations(
    meeting_id: str, recommendation_id: str = ""
) -> "Callable[[ArchiveType], RecommendationsReading]":
    """A call that reads the recommendations of a meeting, or of the one that made one of them."""

    def call(archive: "ArchiveType") -> RecommendationsReading:
        one = archive.recommendations.find(recommendation_id) if recommendation_id else None
        own = one.meeting_id if one else meeting_id
        if not own:
            return RecommendationsReading()
        latest_first = sorted(
            archive.follow_ups.all(),
            key=lambda each: (each.date, each.place.sort_key, each.id),
            reverse=True,
        )
        return RecommendationsReading(
            own,
            by_agenda(archive.recommendations.all(own), archive.agenda.all(own)),
            _by_recommendation(archive.supports.all(own)),
            _by_recommendation(latest_first),
            _notes(archive, own),
        )

    return call


def _by_recommendation(rows: Iterable[Hanging]) -> dict[str, list[Hanging]]:
    found: dict[str, list[Hanging]] = {}
    for each in rows:
        found.setdefault(each.recommendation_id or "", []).append(each)
    return found


def _notes(archive: "ArchiveType", meeting_id: str) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for each in archive.sources.all(meeting_id):
        note = archive.notes.find(each.note_id) if each.note_id else None
        if note is not None:
            found.setdefault(each.recommendation_id or "", []).append(note)
    return found
