"""What a desk has to know of its items to show them, and to say what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recorder import Span
    from ui.review.reading import Version


class DeskItem(Protocol):
    """One thing among whose versions somebody chooses."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What is settled: table, row and column."""

    @property
    def versions(self) -> Sequence[Version]:
        """What stands beside one another."""

    @property
    def is_text(self) -> bool:
        """Whether a wording of one's own can be written."""


class DeskWords(Protocol):
    """Puts the items of a desk into words."""

    window: str
    """The name of the desk's drafts: like those of a form they become changes after a crash."""

    def title(self) -> str:
        """Over the list."""

    def progress(self, at: int, count: int) -> str:
        """How far one has come: which of those that are left is shown, and how many are left."""

    def where(self, item: Any) -> str:  # noqa: ANN401 - each desk has items of its own
        """The thing that is looked at."""

    def excerpt(self, item: Any) -> str:  # noqa: ANN401
        """The words by which it is known, on one line."""

    def note(self, item: Any) -> str:  # noqa: ANN401
        """What is to be known before one chooses; "" for nothing."""

    def who(self, item: Any, at: int) -> str:  # noqa: ANN401
        """Whose version it is."""

    def answer(self, item: Any, at: int) -> str:  # noqa: ANN401
        """What taking a version is called on its button; "" where it is only to be read."""

    def spans(self, item: Any, at: int) -> list[Span]:  # noqa: ANN401
        """What a version says, with what differs."""

    def is_now(self, item: Any, at: int) -> bool:  # noqa: ANN401
        """Whether the version is what shows now."""

    def own(self, item: Any) -> str:  # noqa: ANN401
        """Over the box in which a wording of one's own is written."""

    def beginning(self, item: Any) -> str:  # noqa: ANN401
        """The wording with which the box begins."""
