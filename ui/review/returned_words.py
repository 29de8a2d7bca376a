"""What a Word file says otherwise, in words: which recommendation, what stands here and there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recorder import Mark, Span, differences
from ui.i18n import _, isolate
from ui.review.returned import WINDOW
from ui.widgets.direction import joined

if TYPE_CHECKING:
    from ui.review.returned import ReturnedItem
    from ui.services import Services

_OURS, _THEIRS = 0, 1


class ReturnedWords:
    """Puts the items of a comparison into words.

    Attributes:
        file: the name of the file.
        total: how many items it had.
    """

    window = WINDOW

    def __init__(self, services: Services) -> None:
        self._services = services
        self.file, self.total = "", 0

    def title(self) -> str:
        """The file that is compared."""
        return _("Compared with {file}").format(file=isolate(self.file))

    def progress(self, at: int, count: int) -> str:
        """«2 من 5»."""
        number = self._services.wording.number
        place = self.total - count + at + 1
        return _("{at} of {all}").format(at=number(place), all=number(self.total))

    def where(self, item: ReturnedItem) -> str:
        """«التوصية 3 · معتمدة»."""
        if item.rewording.is_new:
            return _("Added in Word")
        parts = [_("Recommendation {number}").format(number=item.number), item.stage]
        if item.rewording.is_gone:
            parts.append(_("Taken out in Word"))
        return joined(parts, self._services.theme.direction)

    def excerpt(self, item: ReturnedItem) -> str:
        """Its text here, or the one that is new."""
        return " ".join((item.rewording.present or item.rewording.in_word).split())

    def note(self, item: ReturnedItem) -> str:
        """What else is to be known."""
        found = item.rewording
        if found.is_gone:
            return _("It stands here still. Whether it is to go is yours to say, in its form.")
        if found.is_new:
            return _("It has no number and no mark of ours; its text alone would be taken over.")
        if found.before is None:
            return _("It was changed here as well; what it said at first is no longer known.")
        if found.is_contested:
            return _("It was changed here as well since the file was written.")
        return ""

    def who(self, item: ReturnedItem, at: int) -> str:  # noqa: ARG002 - the same for all
        """Here, in the file, or when the file was written."""
        if at == _OURS:
            return _("Here now")
        return _("In Word") if at == _THEIRS else _("When the file was written")

    def answer(self, item: ReturnedItem, at: int) -> str:
        """What choosing a version does; the old one is only to be read."""
        found = item.rewording
        if at == _OURS and found.is_gone:
            return _("Keep it here")
        if at == _OURS:
            return _("Leave it out") if found.is_new else _("Keep ours")
        if at > _THEIRS:
            return ""
        if found.is_gone:
            return _("Open the recommendation")
        return _("Take it as a recommendation") if found.is_new else _("Take Word’s")

    def spans(self, item: ReturnedItem, at: int) -> list[Span]:
        """A version; marked is what the other, or what both began with, does not have."""
        found = item.rewording
        if at == (_OURS if found.is_new else _THEIRS) and not item.is_text:
            return [Span(Mark.SAME, _("It does not stand there."))]
        if not item.is_text:
            return [Span(Mark.SAME, found.present or found.in_word)]
        if at > _THEIRS:
            return [Span(Mark.SAME, str(found.before))]
        if len(item.versions) > _THEIRS + 1:
            text = (found.present, found.in_word)[at]
            told = differences(str(found.before), text)
            return [each for each in told if each.mark is not Mark.REMOVED]
        own = Mark.ADDED if at else Mark.REMOVED
        told = differences(found.present, found.in_word)
        return [each for each in told if each.mark in {Mark.SAME, own}]

    def is_now(self, item: ReturnedItem, at: int) -> bool:  # noqa: ARG002 - its head says it
        """Never said twice."""
        return False

    def own(self, item: ReturnedItem) -> str:
        """Over the box: with what it begins."""
        said = _("Or in your own wording; as Word has it:")
        if item.rewording.joined:
            said = _("Or both changes in one text, to be read and mended:")
        return f"{said}  \u2066Enter\u2069"

    def beginning(self, item: ReturnedItem) -> str:
        """Both changes where they touch different sentences, else what the file says."""
        return item.rewording.joined or item.rewording.in_word
