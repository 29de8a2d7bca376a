"""What a meeting asks for, and what became of it (FORMAT 18)."""

from dataclasses import dataclass
from typing import ClassVar

from recorder.domain import columns
from recorder.domain.columns import Place
from recorder.domain.identity import derived_id
from recorder.domain.row import Row
from recorder.domain.tokens import Priority, Stage, Status


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Recommendation(Row):
    """One recommendation; it lives in the meeting that made it and is never copied.

    Its status and progress are those of its latest follow-up. `due` is a date, `timeframe`
    says the same in words where no date was given. `reason` explains a rejection.
    `number` is empty until approval (FORMAT 13).
    """

    TABLE: ClassVar[str] = "recommendation"
    meeting_id: str = columns.parent("meeting")
    place: Place = columns.place("agenda_item")
    number: str = columns.text()
    text: str = columns.text()
    theme_id: str | None = columns.reference("theme")
    lead_id: str | None = columns.reference("organisation")
    priority: Priority | str | None = columns.token(Priority)
    due: str = columns.local_date()
    timeframe: str = columns.text()
    indicator: str = columns.text()
    evidence: str = columns.text()
    stage: Stage | str | None = columns.token(Stage, Stage.PRELIMINARY)
    reason: str = columns.text()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Support(Row):
    """An organisation that helps the lead of a recommendation."""

    TABLE: ClassVar[str] = "support"
    meeting_id: str = columns.parent("meeting")
    recommendation_id: str | None = columns.reference("recommendation")
    organisation_id: str | None = columns.reference("organisation")

    @staticmethod
    def id_for(recommendation_id: str, organisation_id: str) -> str:
        """The id on which every laptop agrees."""
        return derived_id("support", recommendation_id, organisation_id)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Source(Row):
    """A note from which a recommendation or a decision came; one of the two is named."""

    TABLE: ClassVar[str] = "source"
    meeting_id: str = columns.parent("meeting")
    recommendation_id: str | None = columns.reference("recommendation")
    note_id: str | None = columns.reference("note")
    decision_id: str | None = columns.reference("decision")

    @staticmethod
    def id_for(recommendation_id: str, note_id: str) -> str:
        """The id on which every laptop agrees."""
        return derived_id("source", recommendation_id, note_id)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Carried(Row):
    """That a later meeting took up an open recommendation of an earlier one."""

    TABLE: ClassVar[str] = "carried"
    meeting_id: str = columns.parent("meeting")
    recommendation_id: str | None = columns.reference("recommendation")
    place: Place = columns.place()

    @staticmethod
    def id_for(meeting_id: str, recommendation_id: str) -> str:
        """The id on which every laptop agrees."""
        return derived_id("carried", meeting_id, recommendation_id)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FollowUp(Row):
    """One entry of progress, told at the meeting `meeting_id` or between meetings.

    `progress` is a whole percentage, 0 to 100. The latest by `date`, then by `place`, counts.
    """

    TABLE: ClassVar[str] = "follow_up"
    meeting_id: str = columns.parent("meeting")
    recommendation_id: str | None = columns.reference("recommendation")
    place: Place = columns.place()
    date: str = columns.local_date()
    status: Status | str | None = columns.token(Status)
    progress: int | None = columns.integer()
    text: str = columns.text()
    evidence: str = columns.text()
