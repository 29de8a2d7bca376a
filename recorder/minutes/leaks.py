"""The leak check: every registered name that still stands in a document against the rules.

What people type is not rewritten: a note that names somebody names them under every rule. So a
built document is read over, and each name that the rule or the person's own word forbids is told
with its place, for a person to mend.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from recorder.domain.discussion import Note
from recorder.domain.record import MeetingRecord
from recorder.domain.tokens import Attribution, HostRole
from recorder.language.mentions import Mention, NameFinder
from recorder.minutes.discretion import Discretion
from recorder.minutes.edition import Edition
from recorder.minutes.model import (
    Block,
    Cards,
    Facing,
    Heading,
    KeyValues,
    Minutes,
    Origin,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
)


@dataclass(frozen=True)
class Leak:
    """A name that may not stand where it stands.

    Attributes:
        table, row_id: whose name it is: a person or an organisation of the directory.
        found: the words of the document.
        is_whole: whether it is the whole name; a part of one may be a word of its own.
        block: the place among the document's blocks, from 0; -1 for its title and letterhead.
        origin: the row that the text was written from, if that is known.
    """

    table: str
    row_id: str
    found: str
    is_whole: bool
    block: int
    origin: Origin | None = None


def find_leaks(record: MeetingRecord, edition: Edition, document: Minutes) -> list[Leak]:
    """The leaks of a document in the order of its text; none in one that may go out.

    Pure. An organisation is nobody's secret where it holds the meeting or answers for a
    recommendation; the others are hidden by sector and without attribution.
    """
    return list(_Check(record, edition).leaks(document))


@dataclass(frozen=True)
class _Text:
    """A text of a document, and whether the officers of the meeting may be named in it."""

    text: str
    origin: Origin | None = None
    is_for_officers: bool = False


@dataclass
class _Check:
    record: MeetingRecord
    edition: Edition
    _notes: dict[str, Note] = field(init=False)

    def __post_init__(self) -> None:
        record = self.record
        self._discretion = Discretion(record, self.edition.document)
        self._notes = {each.id: each for each in record.notes}
        people = {each.id: (each.name, each.name_en, *record.other_names.get(each.id, ()))
                  for each in record.people}  # fmt: skip
        bodies = {
            each.id: (each.name, each.name_en, each.acronym, *record.other_names.get(each.id, ()))
            for each in record.organisations
        }
        self._pictured = {each.id: each.subject for each in record.attachments}
        self._people = people.keys()
        self._finder = NameFinder({**people, **bodies}, parts=people)
        self._public = self._public_bodies()
        meeting = record.meeting
        self._officers = {meeting.chair_id, meeting.facilitator_id, meeting.rapporteur_id}
        bodies_of = (record.organisation_of(each) for each in self._officers if each)
        self._bodies_of_officers = {each.id for each in bodies_of if each}

    def leaks(self, document: Minutes) -> Iterator[Leak]:
        hosts = [text for each in document.letterhead.hosts for text in (each.name, each.acronym)]
        for text in (document.title, document.subject, document.reference, *hosts):
            yield from self._in(_Text(text), -1)
        for place, block in enumerate(document):
            for each in _texts_of(block):
                yield from self._in(each, place)

    def _in(self, text: _Text, block: int) -> Iterator[Leak]:
        if not text.text.strip():
            return
        mentions = list(self._finder.find(text.text))
        for each in mentions:
            if not self._may_stand(each, text):
                table = "person" if each.key in self._people else "organisation"
                found = text.text[each.start : each.end]
                yield Leak(table, each.key, found, each.is_whole, block, text.origin)

    def _may_stand(self, mention: Mention, text: _Text) -> bool:
        rule = self._rule_in(text)
        if mention.key not in self._people:
            known = self._public
            if text.is_for_officers and self._discretion.names_officers:
                known = self._public | self._bodies_of_officers
            return rule in (Attribution.NAMED, Attribution.ORGANISATION) or mention.key in known
        if mention.key in self._discretion.withheld:
            return False
        if mention.key in self._officers and text.is_for_officers:
            return self._discretion.names_officers
        return rule is Attribution.NAMED

    def _rule_in(self, text: _Text) -> Attribution:
        """The rule for a text: of a note its own, of what stands at an item the item's.

        What is said of a picture follows the rule of what it was taken of.
        """
        if text.origin is None:
            return self._discretion.rule
        row_id = text.origin.row_id
        if subject := self._pictured.get(row_id):
            row_id = subject.row_id or ""
        if note := self._notes.get(row_id):
            return self._discretion.rule_of(note)
        return self._discretion.rule_about(row_id)

    def _public_bodies(self) -> set[str | None]:
        record = self.record
        known: Iterable[str | None] = (
            *(each.organisation_id for each in record.hosts if each.role in set(HostRole)),
            *(each.lead_id for each in (*record.recommendations, *record.earlier)),
            *(each.organisation_id for each in record.supports),
        )
        return set(known)


def _texts_of(block: Block) -> Iterator[_Text]:
    match block:
        case Facing():
            for each in (*block.arabic, *block.english):
                yield from _texts_of(each)
        case Cards():
            for each in (each for card in block.cards for each in card):
                yield from _texts_of(each)
        case Table():
            yield from _cells(block)
        case KeyValues() | SignatureBlock():
            yield from (_Text(each, is_for_officers=True) for each in _formal(block))
        case Heading() | Paragraph() | Picture():
            yield from _running(block)
        case _:
            pass  # a page break says nothing, the contents what headings say


def _formal(block: KeyValues | SignatureBlock) -> Iterator[str]:
    if isinstance(block, KeyValues):
        yield from (text for row in block.rows for text in row)
    else:
        for each in block.signatories:
            yield from (each.capacity, each.name, each.role)


def _running(block: Heading | Paragraph | Picture) -> Iterator[_Text]:
    """The texts of a block, each of several notes that run together in it by itself."""
    if isinstance(block, Picture):
        texts = (block.caption, block.credit, block.alternative)
        yield from (_Text(each, block.origin) for each in texts)
        return
    if isinstance(block, Heading):
        yield _Text(block.text, block.origin)
    else:
        for origin, spans in groupby(block.spans, lambda each: each.origin or block.origin):
            yield _Text("".join(each.text for each in spans), origin)
    for text, _own in block.note.lines if block.note else ():
        yield _Text(text, block.origin)


def _cells(table: Table) -> Iterator[_Text]:
    for place, row in enumerate(table.rows):
        origin = table.origins[place] if place < len(table.origins) else None
        yield from (_Text(each, origin) for each in row)
        if noted := table.noted(place, row):
            yield from (_Text(text, origin) for text, _own in noted.note.lines)
