"""What the strip says of the floor: every word of it, without a widget."""

from dataclasses import dataclass

from recorder import Speaker
from ui.capture.speakers import SpeakerDirectory
from ui.floor.floor_board import FloorBoard
from ui.floor.floor_words import silent_text, span_text
from ui.i18n import _, isolate
from ui.wording import Wording

_SOON = 20
"""How many seconds before the end of the limit the clock begins to warn."""


@dataclass(frozen=True)
class FloorLine:
    """The strip at a moment.

    Attributes:
        speaker: who has the floor, "" for nobody.
        clock: how long they have spoken; `limit` how long they may.
        remark: that the time is overrun, or that the clock stands; in a `tone`.
        tint: the colour of the clock.
        next_name: who is next in the queue; `more` how many come after.
        suggestion: who has not spoken yet.
    """

    speaker: str = ""
    clock: str = ""
    limit: str = ""
    remark: str = ""
    tone: str = "neutral"
    tint: str = "ink"
    is_paused: bool = False
    next_name: str = ""
    more: str = ""
    suggestion: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.speaker or self.next_name or self.suggestion)

    @property
    def sentence(self) -> str:
        """The whole line as a screen reader says it."""
        parts = (self.speaker, self.clock, self.limit, self.remark, self.next_name, self.suggestion)
        return "، ".join(each for each in parts if each)


def floor_line(
    board: FloorBoard, directory: SpeakerDirectory, wording: Wording, suggestion: str
) -> FloorLine:
    """The floor as the strip shows it now; it is asked every second, hence weighs nothing."""
    floor = board.floor
    if not board.is_live and floor.speaking is None:
        return FloorLine()  # whoever still waits on the list of another day is not next

    def name(speaker: Speaker) -> str:
        return directory.name(speaker) or _("Speaker not named")

    waiting = [name(each.speaker) for each in floor.waiting]
    more = len(waiting) - 1
    remark, tone, tint = _state(board, wording)
    limit = floor.speaking.limit_seconds if floor.speaking else None
    return FloorLine(
        speaker=name(floor.speaking.speaker) if floor.speaking else "",
        clock=wording.clock(span_text(board.spoken())) if floor.speaking else "",
        limit=_("of {span}").format(span=wording.clock(span_text(limit))) if limit else "",
        remark=remark,
        tone=tone,
        tint=tint,
        is_paused=board.is_paused,
        next_name=waiting[0] if waiting else "",
        more=_("and {count} more").format(count=wording.number(more)) if more > 0 else "",
        suggestion="" if waiting else suggestion,
    )


def suggestion_text(board: FloorBoard, directory: SpeakerDirectory, wording: Wording) -> str:
    """Who has not spoken yet and might be asked, "" for nobody."""
    people = [directory.people.get(each) for each in board.suggested()]
    known = [each for each in people if each is not None]
    if not known:
        return ""
    return silent_text([each.name for each in known], [each.sex for each in known], wording)


def _state(board: FloorBoard, wording: Wording) -> tuple[str, str, str]:
    """The remark, its tone, and the tint of the clock."""
    left = board.left()
    if left is not None and left < 0:
        over = wording.clock(span_text(left))
        return _("Over by {span}").format(span=isolate(over)), "bad", "bad"
    tint = "warn" if left is not None and left <= _SOON else "ink"
    return (_("Paused"), "neutral", tint) if board.is_paused else ("", "neutral", tint)
