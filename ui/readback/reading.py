"""What is read back to the room, and what the room does about it; runs in the archive's thread.

Only what the minutes print of a recommendation is read: no note, no name of who said what.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recorder import Changes, Recommendation, Stage
from ui.meeting.agenda_lines import by_agenda

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

CONCERNED = ("recommendation", "agenda_item", "meeting", "organisation")
"""The tables of which something is shown."""


@dataclass(frozen=True)
class Read:
    """A recommendation as the room sees it.

    Attributes:
        number: its number in the minutes, in ASCII digits or as the office set it.
        lead: the organisation that answers for it.
    """

    row: Recommendation
    number: str
    lead: str

    @property
    def id(self) -> str:
        """The id of the recommendation."""
        return self.row.id

    @property
    def is_adopted(self) -> bool:
        """Whether the room adopted it."""
        return self.row.stage not in {Stage.PRELIMINARY, Stage.REJECTED, None}


@dataclass(frozen=True)
class Reading:
    """The recommendations of a meeting in the order of the minutes."""

    meeting_id: str
    title: str
    rows: Sequence[Read]


def reading(meeting_id: str) -> "Callable[[ArchiveType], Reading]":
    """A call that reads what is read back."""

    def call(archive: "ArchiveType") -> Reading:
        meeting = archive.meetings.find(meeting_id)
        rows = by_agenda(archive.recommendations.all(meeting_id), archive.agenda.all(meeting_id))
        found = []
        for at, row in enumerate(rows, 1):
            lead = archive.organisations.find(row.lead_id) if row.lead_id else None
            found.append(Read(row, row.number or str(at), lead.name if lead else ""))
        return Reading(meeting_id, meeting.title if meeting else "", found)

    return call


def adopting(recommendation_id: str) -> "Callable[[ArchiveType], Changes | None]":
    """The room adopts a recommendation, or takes back that it did."""

    def decide(row: Recommendation) -> tuple[Recommendation, str]:
        if row.stage in {Stage.PRELIMINARY, Stage.REJECTED, None}:
            # Why it was once rejected would be printed beside what the room has now adopted.
            return replace(row, stage=Stage.ADOPTED, reason=""), "recommendation.adopt"
        return replace(row, stage=Stage.PRELIMINARY), "recommendation.return"

    return _deciding(recommendation_id, decide)


def rejecting(
    recommendation_id: str, reason: str, *, returns: bool = False
) -> "Callable[[ArchiveType], Changes | None]":
    """The room rejects a recommendation, or returns it to be worked on, and says why."""

    def decide(row: Recommendation) -> tuple[Recommendation, str]:
        stage = Stage.PRELIMINARY if returns else Stage.REJECTED
        action = "recommendation.return" if returns else "recommendation.reject"
        return replace(row, stage=stage, reason=reason or row.reason), action

    return _deciding(recommendation_id, decide)


def _deciding(
    recommendation_id: str, decide: Callable[[Recommendation], tuple[Recommendation, str]]
) -> "Callable[[ArchiveType], Changes | None]":
    def call(archive: "ArchiveType") -> Changes | None:
        row = archive.recommendations.find(recommendation_id)
        if row is None:
            return None
        decided, action = decide(row)
        return archive.write(decided, action=action)

    return call
