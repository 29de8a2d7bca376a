"""What every section is written from: the meeting, the edition, and the words for both."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from typing import Literal, TypeVar

from recorder.domain.discussion import Note, Position
from recorder.domain.meeting import AgendaItem
from recorder.domain.record import MeetingRecord
from recorder.domain.row import Row
from recorder.domain.running import is_parked
from recorder.domain.tokens import Stage
from recorder.language.catalogue import Catalogue
from recorder.language.formatting import Formatter
from recorder.language.verbs import is_foreign
from recorder.minutes.discretion import Discretion
from recorder.minutes.edition import Edition
from recorder.minutes.model import Origin, Paragraph, ParagraphKind, Span
from recorder.minutes.name_words import NameWords
from recorder.minutes.naming import Names
from recorder.minutes.outline import Heading, outline

Placed = TypeVar("Placed", bound=Row)


class Material:
    """A record as its minutes may tell it, the words of an edition, and what is looked up often.

    `everybody` is the record as it was given: whose names a rule must keep out of the text.
    `media` holds the bytes of its pictures by sha256, as far as they are here.
    """

    def __init__(
        self, record: MeetingRecord, edition: Edition, media: Mapping[str, bytes] | None = None
    ) -> None:
        self.everybody = record
        self.record = record.without_private_notes().as_of_the_meeting()
        self.meeting = record.meeting
        self.edition = edition
        self.media = media or {}
        self.is_outline = False
        self.words = Catalogue.load(edition.language)
        self.formatter = Formatter(edition.language, edition.digits)
        self.discretion = Discretion(record, edition.document)
        self.names = Names(self.record, edition.language, self.discretion.withheld)
        self.name_words = NameWords(record)

    def outlined(self) -> "Material":
        """The same for whoever wants the headings alone: of what was said, nothing is worded."""
        outlined = copy(self)
        outlined.is_outline = True
        return outlined

    @property
    def is_arabic(self) -> bool:
        """Whether the edition is in Arabic."""
        return self.edition.language == "ar"

    @property
    def comma(self) -> str:
        """What stands between two parts of a line."""
        return "، " if self.is_arabic else ", "

    @cached_property
    def headings(self) -> list[Heading]:
        """The agenda in the order in which it is read, without topics that were on none."""
        return outline([each for each in self.record.agenda if not is_parked(each)])

    @cached_property
    def parked(self) -> list[AgendaItem]:
        """The topics that were on no agenda and were put aside."""
        return [each for each in self.record.agenda if is_parked(each)]

    @cached_property
    def notes_by_item(self) -> dict[str | None, list[Note]]:
        """The notes under each agenda item; None: under none that is known."""
        return self.by_item(self.record.notes)

    @cached_property
    def items_with_content(self) -> set[str]:
        """The items at which something was said or summed up, and those above them."""
        parents = {each.item.id: each.item.place.parent_id for each in self.headings}
        found: set[str] = set()
        for each in self.headings:
            notes = self.notes_by_item.get(each.item.id, ())
            if each.item.summary.strip() or any(note.text.strip() for note in notes):
                above: str | None = each.item.id
                while above is not None and above not in found:
                    found.add(above)
                    above = parents.get(above)
        return found

    @property
    def day(self) -> str:
        """The meeting's date with its weekday, the Umm al-Qura date behind it if asked for."""
        date = self.formatter.long_date(self.meeting.date)
        hijri = self.formatter.hijri(self.meeting.date) if self.edition.has_hijri else ""
        if not hijri:
            return date
        return self.words.gettext("{date}, {hijri}").format(date=date, hijri=hijri)

    @cached_property
    def are_preliminary(self) -> bool:
        """Whether none of the meeting's recommendations was adopted or refused yet."""
        asked = [each for each in self.record.recommendations if each.text.strip()]
        return all(each.stage == Stage.PRELIMINARY for each in asked)

    @cached_property
    def sources_by_row(self) -> dict[str | None, list[Note]]:
        """The notes that a recommendation or a decision came from, by its id."""
        notes = {each.id: each for each in self.record.notes if each.text.strip()}
        found = defaultdict(list)
        for each in self.record.sources:
            if each.note_id in notes:
                found[each.recommendation_id or each.decision_id].append(notes[each.note_id])
        return dict(found)

    @cached_property
    def supporting(self) -> dict[str | None, list[str | None]]:
        """The supporting organisations of each recommendation."""
        found = defaultdict(list)
        for each in self.record.supports:
            found[each.recommendation_id].append(each.organisation_id)
        return dict(found)

    @cached_property
    def reported_on(self) -> set[str | None]:
        """The recommendations of which somebody told the progress."""
        return {each.recommendation_id for each in self.record.follow_ups}

    @cached_property
    def positions_by_subject(self) -> dict[str | None, list[Position]]:
        """Who stood how, by the row that it is about."""
        found = defaultdict(list)
        for each in self.record.positions:
            found[each.subject.row_id].append(each)
        return dict(found)

    def by_item(self, rows: Iterable[Placed]) -> dict[str | None, list[Placed]]:
        """Rows that stand under agenda items, by item; their order stays."""
        known = {each.id for each in self.record.agenda}
        found = defaultdict(list)
        for each in rows:
            parent = each.place.parent_id  # type: ignore[attr-defined]
            found[parent if parent in known else None].append(each)
        return dict(found)

    def in_order(self, rows: Iterable[Placed]) -> list[Placed]:
        """Rows that stand under agenda items, as the agenda orders them, the unfiled last."""
        filed = self.by_item(rows)
        items = [each.item.id for each in self.headings] + [each.id for each in self.parked]
        return [row for item in [*items, None] for row in filed.get(item, ())]

    def numbered(self, rows: Iterable[Placed]) -> list[tuple[str, Placed]]:
        """Decisions or recommendations with their numbers: what was set, else their order."""
        return [
            (row.number or self.formatter.number(position), row)  # type: ignore[attr-defined]
            for position, row in enumerate(self.in_order(rows), start=1)
        ]

    def title_of(self, item: AgendaItem) -> str:
        """The title of an agenda item, else that of its theme, else nothing."""
        return item.title.strip() or self.theme(item.theme_id)

    def named(self, item: AgendaItem) -> str:
        """The title of an agenda item as a heading says it, which cannot say nothing."""
        return self.title_of(item) or self.words.gettext("Untitled item")

    @cached_property
    def planned(self) -> list[Heading]:
        """The items of the agenda that say something, and those above them."""
        kept: list[Heading] = []
        for each in reversed(self.headings):
            is_above = bool(kept) and kept[-1].depth > each.depth
            if is_above or self.title_of(each.item):
                kept.append(each)
        return kept[::-1]

    def written(
        self,
        text: str,
        kind: ParagraphKind = ParagraphKind.BODY,
        label: str = "",
        origin: Origin | None = None,
    ) -> Paragraph:
        """A paragraph of what somebody wrote, in the direction of the language they wrote in."""
        other: Literal["rtl", "ltr"] = "ltr" if self.is_arabic else "rtl"
        direction = other if is_foreign(self.edition.language, text) else None
        return Paragraph((Span(text),), kind, label, direction, origin=origin)

    def theme(self, theme_id: str | None) -> str:
        """The title of a theme in the language of the edition."""
        theme = self.record.theme_by_id.get(theme_id) if theme_id else None
        if theme is None:
            return ""
        return (theme.title if self.is_arabic else theme.title_en or theme.title).strip()
