"""What sharing by a stick tells: what would come, what came, what was refused, what went."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recorder.domain.changes import Changes

BOOKKEEPING = frozenset({"author"})
"""Tables whose rows nobody sees as entries."""


@dataclass(frozen=True)
class Refused:
    """A file of the stick of which nothing was taken: whose folder, its name, and why.

    `reason` is that of a BundleError or a StickError.
    """

    site: str
    name: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """What a delivery makes of the archive, foreseen or done.

    Attributes:
        added: new rows by table, `changed` known ones that somebody went on with, `deleted` those
            that somebody put away.
        conflicts: fields that stand in conflict since, by (table, row id, column).
        deleted_and_edited: those of them that one side deleted while another went on.
        authors: who wrote it, by name, and how many changes each.
        meetings: the ids of the meetings that it is about.
        waiting: changes that wait for what has not arrived.
    """

    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    deleted: Mapping[str, int] = field(default_factory=dict)
    conflicts: tuple[tuple[str, str, str], ...] = ()
    deleted_and_edited: int = 0
    authors: tuple[tuple[str, int], ...] = ()
    meetings: tuple[str, ...] = ()
    waiting: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing in sight is new; that a colleague has a name is nothing to look at."""
        return {*self.added, *self.changed, *self.deleted} <= BOOKKEEPING


@dataclass(frozen=True, kw_only=True)
class SyncReport:
    """What a sync did.

    Attributes:
        delivery: what came in, None when there was nothing new.
        refused: files of which nothing was taken; their neighbours were.
        files_in: bundles that brought something, `files_out` those that were written.
        attachments_in: attached files whose bytes came, `attachments_out` those that went.
        failure: why the stick could not be written to, "" when all of it was; what came in is
            kept either way. It is a StickError's reason.
        is_safe_to_pull: whether everything that was written was flushed and read back.
    """

    delivery: Delivery | None = None
    refused: tuple[Refused, ...] = ()
    files_in: int = 0
    files_out: int = 0
    attachments_in: int = 0
    attachments_out: int = 0
    failure: str = ""

    @property
    def is_safe_to_pull(self) -> bool:
        """Whether the stick has all that this laptop knows, proven by reading it back."""
        return not self.failure


@dataclass(frozen=True)
class HeldBack:
    """A merge that was undone.

    Attributes:
        changes: what reads otherwise now.
        held: how many of the changes that had come are held back.
        kept: how many stayed, because the user has gone on from them since.
    """

    changes: Changes
    held: int
    kept: int


@dataclass(frozen=True)
class BundleRun:
    """Changes of one laptop in one scope, from the first to the last, as a bundle's head tells."""

    site: str
    scope: str
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class BundleFacts:
    """What a bundle says of itself; `wall` is by the writing laptop's clock."""

    site: str
    author: str
    number: int
    wall: str
    count: int
    runs: tuple[BundleRun, ...]
