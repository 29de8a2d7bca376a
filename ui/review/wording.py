"""What was written apart, in words: where it is, what each version says, who wrote it when."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from recorder import Mark, Note, Place, Span, Speaker, Subject, differences
from ui.i18n import _, field_word, isolate, kind_word, label, pgettext
from ui.past.moments import moment_words
from ui.review.reading import DELETED, WINDOW, ReviewItem, name_of
from ui.widgets.direction import joined

if TYPE_CHECKING:
    from ui.services import Services

_SHORT, _TWO = 60, 2


class ReviewWords:
    """Puts an item of the review into words."""

    window = WINDOW

    def __init__(self, services: Services) -> None:
        self._services = services

    def title(self) -> str:
        """Over the list."""
        return _("Written apart")

    def progress(self, at: int, count: int) -> str:  # noqa: ARG002 - one as good as another
        """How many are left."""
        return self._services.wording.figures(str(count))

    def note(self, item: ReviewItem) -> str:  # noqa: ARG002 - the versions say it
        """Nothing."""
        return ""

    def where(self, item: ReviewItem) -> str:
        """«مداخلة · النص · هبة القاضي · 10:42»: the thing, its field, whose it is and when."""
        conflict, row = item.conflict, item.row
        is_deletion = conflict.column == DELETED
        parts = [
            kind_word(conflict.table),
            _("Deleted by one, changed by another") if is_deletion else field_word(conflict.column),
        ]
        if isinstance(row, Note):
            parts += [item.names.get(row.speaker.person_id or "", row.speaker.label),
                      self._clock(row.said_at)]  # fmt: skip
        return joined(parts, self._services.theme.direction)

    def excerpt(self, item: ReviewItem) -> str:
        """The words by which the row is known, on one line."""
        return " ".join(name_of(item.row).split())

    def value(self, item: ReviewItem, at: int) -> str:
        """What a version says."""
        version = item.versions[at]
        if item.conflict.column == DELETED:
            return _("It was deleted") if version.value else name_of(item.row)
        if isinstance(version.value, Place):
            return self._place(item, version.value, at)
        return self._told(item, version.value) or _("Left empty")

    def spans(self, item: ReviewItem, at: int) -> list[Span]:
        """A version; marked is what the other, or what all had seen, does not have."""
        told = [self.value(item, each) for each in range(len(item.versions))]
        if not item.is_text:
            return [Span(Mark.SAME, told[at])]
        if len(told) == _TWO:
            own = Mark.ADDED if at else Mark.REMOVED
            return [each for each in differences(*told) if each.mark in {Mark.SAME, own}]
        base = str(item.conflict.base or "")
        return [each for each in differences(base, told[at]) if each.mark is not Mark.REMOVED]

    def is_now(self, item: ReviewItem, at: int) -> bool:
        """Whether it shows now."""
        return bool(item.versions[at].value == item.now)

    def own(self, item: ReviewItem) -> str:  # noqa: ARG002 - the same for all
        """Over the box."""
        return _("Or in your own wording; as it reads now:")

    def beginning(self, item: ReviewItem) -> str:
        """What the machine joined, perhaps."""
        return str(item.now)

    def who(self, item: ReviewItem, at: int) -> str:
        """Who wrote it and when, by this laptop's clock."""
        version = item.versions[at]
        if not version.wall:
            return _("Somebody went on with it")
        author = version.author or _("Another laptop")
        return joined(
            (author, moment_words(version.wall, self._services)), self._services.theme.direction
        )

    def answer(self, item: ReviewItem, at: int) -> str:
        """What taking a version is called on its button."""
        if item.conflict.column != DELETED:
            return _("Take this one")
        return _("Delete it") if item.versions[at].value else _("Keep it")

    ## Inside

    def _told(self, item: ReviewItem, value: object) -> str:
        told = ""
        match value:
            case bool():
                told = _("Yes") if value else _("No")
            case Speaker():
                told = item.names.get(value.person_id or "", value.label)
            case Subject():
                told = item.names.get(value.row_id or "", "")
            case StrEnum():
                told = label(value)
            case int():
                told = self._services.wording.figures(str(value))
            case str():
                told = item.names.get(value, "") or self._moment(value)
        return told

    def _place(self, item: ReviewItem, place: Place, at: int) -> str:
        under = item.names.get(place.parent_id or "", "")
        lines = [_("Under: {item}").format(item=isolate(under))] if under else []
        after = _in_short(item.after.get(at, ""))
        lines.append(_("After: {item}").format(item=isolate(after)) if after else _("First"))
        return "\n".join(lines)

    def _moment(self, text: str) -> str:
        """A value as it is; instants by the clock on the wall."""
        if len(text) == len("2026-11-23T08:00:00Z") and text.endswith("Z"):
            return moment_words(text, self._services)
        return text

    def _clock(self, said_at: str) -> str:
        if not said_at:
            return ""
        zone = self._services.clock().tzinfo
        moment = datetime.fromisoformat(said_at).astimezone(zone)
        return self._services.wording.clock(moment.strftime("%H:%M"))


def _in_short(text: str) -> str:
    """The beginning of a text on one line, as far as it tells which one is meant."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[:_SHORT].rsplit(" ", 1)[0] + "…"


def spoken(where: str, excerpt: str) -> str:
    """What a screen reader says for a row of the list."""
    return pgettext("between a speaker and a time", ", ").join(filter(None, (where, excerpt)))
