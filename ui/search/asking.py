"""Asking the archive while somebody types: not at each key, and never for two answers at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from recorder import SearchFilter

if TYPE_CHECKING:
    from recorder import Hit
    from ui.bridge import ArchiveBridge

MOST = 50
"""How many rows are asked for; who wants others types another word."""

_REST_MS = 90  # shorter than a pause between two words, longer than one between two letters


@dataclass(frozen=True)
class Question:
    """What is sought: the words as they stand in the field, and the filter."""

    words: str = ""
    within: SearchFilter = field(default_factory=SearchFilter)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is sought yet; a meeting or a kind alone asks for nothing."""
        within = self.within
        named = within.speaker or within.organisation_id or within.theme_id or within.series_id
        return not (self.words.strip() or named)


class Asking(QObject):
    """Asks for the latest question only; an answer to an older one is dropped.

    Signals:
        answered(Question, list): the hits of the question that was asked last.
    """

    answered = Signal(object, object)

    def __init__(self, bridge: ArchiveBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._question = Question()
        self._awaits = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._send)

    @property
    def question(self) -> Question:
        """What was asked last."""
        return self._question

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to the last question is still to come."""
        return self._awaits or self._rest.isActive()

    def ask(self, question: Question, *, at_once: bool = False) -> None:
        """Ask once the typing rests, or at once."""
        self._question = question
        self._rest.start(0 if at_once else _REST_MS)

    def ask_again(self) -> None:
        """The archive was changed: the answer may be another one."""
        if not self._question.is_empty:
            self._rest.start(_REST_MS)

    def _send(self) -> None:
        if self._awaits:
            return  # the answer that is on its way sends the next question
        question = self._question
        if question.is_empty:
            self.answered.emit(question, [])
            return
        self._awaits = True
        self._bridge.request(
            lambda archive: archive.search(question.words, question.within, limit=MOST),
            lambda hits: self._on_hits(question, hits),
            origin=self,
            failed=self._on_failed,
        )

    def _on_hits(self, question: Question, hits: list[Hit]) -> None:
        self._awaits = False
        if question == self._question:
            self.answered.emit(question, hits)
        elif not self._rest.isActive():
            self._send()

    def _on_failed(self, error: object) -> None:
        self._awaits = False
        self._bridge.failed.emit(error)
