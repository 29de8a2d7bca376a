"""Where instants come from, so that tests decide what time it is."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Answers the present instant, aware of its zone."""


def system_clock() -> datetime:
    """The machine's clock, in UTC. Shown to people; it decides nothing (DESIGN §8.6)."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where the machine is asked


def instant_text(moment: datetime) -> str:
    """The instant as FORMAT 7 stores it: UTC, whole seconds, ending in Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
