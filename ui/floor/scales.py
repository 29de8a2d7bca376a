"""What the floor is weighed with: who was heard without a turn, and whom nobody need suggest."""

from collections.abc import Sequence

from recorder import Balance, Heard, Note, NoteKind, Room, Speaker, Turn, suggested_speakers, weigh

_FEWEST_TURNS = 3
"""How many turns tell that somebody has not spoken yet, and not just that all begins."""
_QUIET_TURNS = 5
"""For how many turns nobody is suggested after the user wanted no suggestion."""


class Scales:
    """Keeps one balance as long as nothing changed: it is asked for from several sides at once."""

    def __init__(self) -> None:
        self.heard = Heard()
        self._dismissed: frozenset[str] = frozenset()
        self._quiet_until = _FEWEST_TURNS
        self._balance: Balance | None = None
        self._of: tuple[object, object, object] = (None, None, None)
        self._at = 0

    def hear(self, note: Note) -> None:
        """A note was written: whoever said it has been heard; a private one is nobody's word."""
        if note.kind != NoteKind.PRIVATE:
            self.heard = self.heard.and_then(note.speaker, note.said_at)

    def dismiss(self, people: Sequence[str]) -> None:
        """Suggest these people no more, and others not at once."""
        self._dismissed |= set(people)
        turns = self._balance.turns if self._balance else 0
        self._quiet_until = max(turns + _QUIET_TURNS, _FEWEST_TURNS)

    def balance(self, turns: Sequence[Turn], room: Room, now: int) -> Balance:
        """How the floor is shared at `now` (seconds since 1970)."""
        of = (turns, self.heard, room)
        is_same = all(mine is theirs for mine, theirs in zip(self._of, of, strict=True))
        if self._balance is None or not is_same or self._at != now:
            self._balance = weigh(turns, self.heard.turns, room, now)
            self._of, self._at = of, now
        return self._balance

    def suggested(
        self, balance: Balance, room: Room, waiting: Sequence[Speaker]
    ) -> tuple[str, ...]:
        """People who might be asked next, by id; nobody until a few have spoken."""
        if balance.turns < self._quiet_until:
            return ()
        passed_over = {each.person_id or "" for each in waiting} | self._dismissed
        return suggested_speakers(balance, room, passed_over)
