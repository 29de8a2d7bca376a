"""Whose name may stand where: the rules of the meeting, its items and its notes, and consent."""

from functools import cached_property

from recorder.domain.discussion import Note
from recorder.domain.documents import DocumentKind
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Attribution, Consent

FOR_THE_PUBLIC = frozenset({DocumentKind.PRESS, DocumentKind.DONOR_ANNEX})
"""Documents that leave the circle of those who met: silence is no consent there."""


class Discretion:
    """What one document of one meeting may tell about people.

    A note's own rule goes before that of its item, an item's before that of what it stands
    under, and that before the meeting's.
    """

    def __init__(self, record: MeetingRecord, document: DocumentKind) -> None:
        self._record = record
        self._is_public = document in FOR_THE_PUBLIC

    @cached_property
    def rule(self) -> Attribution:
        """The meeting's rule; one of a later release is taken for the strictest."""
        return attribution_of(self._record.meeting.attribution)

    @property
    def names_people(self) -> bool:
        """Whether lists may name those who came."""
        return self.rule is Attribution.NAMED

    @property
    def names_officers(self) -> bool:
        """Whether who chaired, facilitated and took the minutes is named as such.

        They answer for the minutes by their names, unless nobody at all may be named.
        """
        return self.rule is not Attribution.NONE

    @property
    def names_bodies(self) -> bool:
        """Whether it may be told which organisations took part."""
        return self.rule in (Attribution.NAMED, Attribution.ORGANISATION)

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The people who are not named whatever the rule."""
        return frozenset(each.id for each in self._record.people if not self._agrees(each.id))

    def rule_of(self, note: Note) -> Attribution:
        """The rule for who said a note."""
        if note.attribution is not None:
            return attribution_of(note.attribution)
        return self.rule_at(note.place.parent_id)

    def rule_at(self, item_id: str | None) -> Attribution:
        """The rule at an item of the agenda, also a deleted one; None for what is under none."""
        return self._rules.get(item_id, self.rule)

    def rule_about(self, row_id: str | None) -> Attribution:
        """The rule for what is told of a row: that of the item at which it stands."""
        return self.rule_at(self._items_of_rows.get(row_id))

    @cached_property
    def _items_of_rows(self) -> dict[str | None, str | None]:
        """An item stands at itself, a position at what it is about."""
        record = self._record
        found: dict[str | None, str | None] = {each.id: each.id for each in record.agenda}
        for rows in (record.issues, record.decisions, record.recommendations):
            found |= {each.id: each.place.parent_id for each in rows}
        return found | {each.id: found.get(each.subject.row_id) for each in record.positions}

    @cached_property
    def _rules(self) -> dict[str | None, Attribution]:
        agenda = [*self._record.agenda, *self._record.deleted_items]
        items = {each.id: each for each in agenda}
        found: dict[str | None, Attribution] = {}
        for each in agenda:
            path, at = {each.id: None}, each
            while at.attribution is None and (above := items.get(at.place.parent_id or "")):
                if above.id in path:  # two laptops put each under the other
                    break
                path[above.id] = None
                at = above
            found[each.id] = self.rule if at.attribution is None else attribution_of(at.attribution)
        return found

    def _agrees(self, person_id: str) -> bool:
        """Whether somebody may be named as far as it is up to them."""
        attendance = self._record.attendance_by_person.get(person_id)
        consent = attendance.consent_name if attendance else None
        if self._is_public:
            return consent == Consent.YES
        return consent in (None, Consent.YES)  # a token of a later release hides


_BY_STRICTNESS = (
    Attribution.NAMED,
    Attribution.ORGANISATION,
    Attribution.SECTOR,
    Attribution.NONE,
)


def stricter(one: Attribution, other: Attribution) -> Attribution:
    """The rule that hides more."""
    return max(one, other, key=_BY_STRICTNESS.index)


def attribution_of(token: Attribution | str | None) -> Attribution:
    """The rule that a token asks for: none given is by name, an unknown one hides everybody."""
    if token is None:
        return Attribution.NAMED
    return token if isinstance(token, Attribution) else Attribution.NONE
