"""What was saved out of a damaged archive, and what is known to be lost."""

from dataclasses import dataclass
from enum import StrEnum


class Rescued(StrEnum):
    """How much of a meeting was saved.

    Whole is said only where every change that was ever logged is accounted for.
    """

    WHOLE = "whole"
    PARTIAL = "partial"
    LOST = "lost"


@dataclass(frozen=True, kw_only=True)
class ScopeReport:
    """What was saved of one meeting, or of the directory of people and organisations.

    Attributes:
        scope: the meeting's id, or `directory`.
        title: the meeting's title; "" when it could not be read.
        state: how much was saved.
        notes: how many notes were saved.
        lost_notes: how many notes are known to have been there and have no text any more.
        lost_changes: how many logged changes are known to be lost.
        rewritten: how many fields were saved from what stood after a loss, their history gone.
        unsure: how many fields were read where no hash says that they are as they were written.
        doubtful: how the texts among them begin, so that somebody may read them over; the first
            few.
    """

    scope: str
    title: str
    state: Rescued
    notes: int
    lost_notes: int
    lost_changes: int
    rewritten: int
    unsure: int
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RescueReport:
    """What a rescue saved.

    Attributes:
        scopes: each meeting, and the directory at the end.
        changes: how many changes were saved with their history.
        is_accounted_for: whether every loss is known; else nothing is called whole.
        damaged: how many pages and lines could not be read.
        stray_notes: how many notes are lost of which not even the meeting is known.
        lost_files: how many attached files could not be read whole.
    """

    scopes: tuple[ScopeReport, ...]
    changes: int
    is_accounted_for: bool
    damaged: int
    stray_notes: int = 0
    lost_files: int = 0
