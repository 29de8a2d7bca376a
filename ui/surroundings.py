"""What the main window knows of its surroundings, and asks of some of its screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ui.bridge import ArchiveBridge
    from ui.people.directory import Directory
    from ui.saved import SaveState
    from ui.settings.store import SettingsStore


@dataclass(frozen=True)
class Surroundings:
    """What outlives a change of language or look: the archive's bridge and its followers."""

    bridge: ArchiveBridge
    store: SettingsStore
    clock: Callable[[], datetime]
    saved: SaveState
    directory: Directory


@runtime_checkable
class RecommendationView(Protocol):
    """A screen that can show one recommendation."""

    def show_recommendation(self, recommendation_id: str) -> None:
        """Bring it into view."""


@runtime_checkable
class ExportView(Protocol):
    """A screen that can write what it shows."""

    def write_at_once(self) -> None:
        """Write it where the last document went."""
