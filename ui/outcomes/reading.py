"""What a meeting came to, read in one go; and what a hand does to it, in the archive's thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from recorder import Agreement, Changes, Decision, Issue, Position, Stance
from ui.edits import SUBJECTS
from ui.meeting.agenda_lines import by_agenda

if TYPE_CHECKING:
    from ui.bridge import ArchiveType

CONCERNED = ("issue", "decision", "position", "organisation", "person", "agenda_item")
"""The tables of which something is shown."""

Outcome = Issue | Decision


@dataclass(frozen=True)
class Outcomes:
    """The points and decisions of a meeting in the order of the minutes.

    Attributes:
        positions: who stood how, by the row that it is about, in the order of their places.
        holders: how the holder of each position is called, by its id.
    """

    meeting_id: str = ""
    issues: Sequence[Issue] = ()
    decisions: Sequence[Decision] = ()
    positions: Mapping[str, Sequence[Position]] = field(default_factory=dict)
    holders: Mapping[str, str] = field(default_factory=dict)

    def find(self, row_id: str) -> Outcome | None:
        """A point or a decision, None when it is not there."""
        every: list[Outcome] = [*self.issues, *self.decisions]
        return next((each for each in every if each.id == row_id), None)


def reading(meeting_id: str) -> "Callable[[ArchiveType], Outcomes]":
    """A call that reads what a meeting came to."""

    def call(archive: "ArchiveType") -> Outcomes:
        items = archive.agenda.all(meeting_id)
        positions: dict[str, list[Position]] = {}
        holders: dict[str, str] = {}
        for each in archive.positions.all(meeting_id):
            positions.setdefault(each.subject.row_id or "", []).append(each)
            holders[each.id] = _holder(archive, each)
        return Outcomes(
            meeting_id,
            by_agenda(archive.issues.all(meeting_id), items),
            by_agenda(archive.decisions.all(meeting_id), items),
            positions,
            holders,
        )

    return call


def turning(issue_id: str) -> "Callable[[ArchiveType], Changes | None]":
    """Say that the room agreed on a point, or that it differed, by turns."""

    def call(archive: "ArchiveType") -> Changes | None:
        issue = archive.issues.find(issue_id)
        if issue is None:
            return None
        agrees = issue.agreement != Agreement.AGREED
        agreement = Agreement.AGREED if agrees else Agreement.CONTESTED
        return archive.issues.write(replace(issue, agreement=agreement))

    return call


def turning_stance(position_id: str) -> "Callable[[ArchiveType], Changes | None]":
    """Say the next of the stances of a position."""

    def call(archive: "ArchiveType") -> Changes | None:
        position = archive.positions.find(position_id)
        if position is None:
            return None
        stances = list(Stance)
        at = stances.index(position.stance) if isinstance(position.stance, Stance) else -1
        return archive.positions.write(replace(position, stance=stances[(at + 1) % len(stances)]))

    return call


def stepping(table: str, row_id: str, step: int) -> "Callable[[ArchiveType], Changes | None]":
    """One place up (-1) or down (1) among those of the same agenda item."""

    def call(archive: "ArchiveType") -> Changes | None:
        subject = getattr(archive, SUBJECTS[table])
        row = subject.find(row_id)
        if row is None:
            return None
        parent = row.place.parent_id
        like = [each.id for each in subject.all(row.meeting_id) if each.place.parent_id == parent]
        at = like.index(row_id) + step
        if not 0 <= at < len(like):
            return None
        others = [each for each in like if each != row_id]
        changes: Changes = subject.move(
            row_id, parent_id=parent, after=others[at - 1] if at else None
        )
        return changes

    return call


def _holder(archive: "ArchiveType", position: Position) -> str:
    """The organisation by its acronym or name, else the person, else the group."""
    body = archive.organisations.find(position.organisation_id or "-")
    if body is not None:
        return body.acronym or body.name
    person = archive.people.find(position.holder.person_id or "-")
    return person.name if person is not None else position.holder.label
