"""The clock that follows the writing: whoever is written for has the floor, with no extra work."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from recorder import Speaker, Turn, seconds_of
from ui.floor.floor_board import NOBODY, FloorBoard, instant_of

QUIET_SECONDS = 180
"""After how long without a word written a turn that only followed the writing is over."""
SLIP_SECONDS = 5
"""Within how many seconds another speaker corrects the one before and takes no turn from them."""


class Following(QObject):
    """Begins and ends turns by themselves where nobody keeps a queue."""

    def __init__(self, board: FloorBoard, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._wanted: Speaker | None = None
        self._last_sign = 0
        self._looked_back = False
        self._done: Speaker | None = None
        board.taken.connect(self._on_taken)
        board.changed.connect(self._on_changed)
        board.ticked.connect(self._let_rest)

    def forget(self) -> None:
        """Another meeting is shown."""
        self._wanted, self._last_sign, self._looked_back = None, 0, False
        self._done = None

    def follow(self, speaker: Speaker) -> None:
        """Somebody was chosen to be written for.

        Where nobody waits they have the floor; where they wait themselves, too. Somebody else's
        word while others wait is an interjection: the queue is the facilitator's.
        """
        board, self._done = self._board, None
        if not board.choices.follows_writing or not board.is_live:
            return
        self._last_sign = board.now
        if board.is_busy:
            self._wanted = speaker
            return
        turn, known = board.floor.speaking, board.waiting(speaker)
        if turn is not None and turn.speaker == speaker:
            return
        if known is not None:
            board.give(known.id)
        elif not board.floor.waiting:
            self._turn_to(speaker, turn)

    def write_on(self, speaker: Speaker) -> None:
        """Somebody is written for, key by key: a sign that they speak, or spoke till now.

        Of whoever's turn the user has ended the last words are still being written.
        """
        if speaker != self._done:
            self.follow(speaker)

    def _on_taken(self, speaker: Speaker) -> None:
        self._done, self._wanted = speaker, None

    def _turn_to(self, speaker: Speaker, turn: Turn | None) -> None:
        board, at = self._board, self._board.instant()
        followed = turn.id if turn is not None and not turn.asked_at else ""
        if speaker == NOBODY:
            if followed:
                board.write(lambda archive: archive.turns.rest(followed, at))
        elif followed and board.spoken() < SLIP_SECONDS:
            board.write(lambda archive: archive.turns.correct(followed, speaker))
        else:
            board.begin(speaker)

    def _on_changed(self) -> None:
        if self._board.is_busy:
            return
        self._let_rest()
        if self._wanted is not None and not self._board.is_busy:
            speaker, self._wanted = self._wanted, None
            self.follow(speaker)

    def _let_rest(self) -> None:
        """End a turn of which there was no sign for long, and one that another day left open.

        Its end is its last sign: nobody is given the break, or the night, as speaking time.
        """
        board = self._board
        if board.is_busy or not board.is_known:
            return
        was_left = board.has_ended or not (self._looked_back or board.is_live)
        self._looked_back = True
        if (turn := board.floor.speaking) is None:
            return
        signs = (seconds_of(turn.began_at), seconds_of(board.heard_at))
        last = min(max(self._last_sign, *(each or 0 for each in signs)), board.now)
        follows_only = not turn.asked_at and not turn.paused_at
        if was_left or (follows_only and board.now - last > QUIET_SECONDS):
            turn_id, at = turn.id, instant_of(datetime.fromtimestamp(last, UTC))
            board.write(lambda archive: archive.turns.rest(turn_id, at))
