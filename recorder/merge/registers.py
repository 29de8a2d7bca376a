"""Multi-value registers with causal parents: which writes stand, which one shows.

A write names the writes that it replaces. The writes that nobody replaced are the register's
heads; more than one head is a conflict, which only a write that names them all resolves.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

RESOLVER = 1
"""Version of the rules below; laptops that differ in it do not project each other's writes."""


@dataclass(frozen=True, slots=True)
class Write:
    """One write of a register, as far as its outcome depends on it.

    `id` is the change's hash; `value` is JSON text, "null" for nothing.
    """

    id: bytes
    lamport: int
    site: str
    value: str
    parents: frozenset[bytes] = frozenset()

    @property
    def rank(self) -> tuple[int, str, bytes]:
        """What decides between concurrent writes: the later Lamport time, then the site.

        The id settles the rest, so that the order is total even for a forged pair.
        """
        return (self.lamport, self.site, self.id)


def heads_of(writes: Iterable[Write]) -> list[Write]:
    """The writes that no other one replaces, the winner first."""
    known = list(writes)
    replaced = {parent for each in known for parent in each.parents}
    return ranked(each for each in known if each.id not in replaced)


def ranked(heads: Iterable[Write]) -> list[Write]:
    """Heads in their order of precedence: the one that shows comes first."""
    return sorted(heads, key=lambda each: each.rank, reverse=True)


def resolve_scalar(heads: Collection[Write]) -> str:
    """The JSON value that shows; the others are kept and listed as a conflict."""
    return max(heads, key=lambda each: each.rank).value


def resolve_text(heads: Collection[Write]) -> str:
    """The JSON of all concurrent texts, each on lines of its own, the winner's first.

    Nothing that anybody wrote disappears from the table; equal texts stand once.
    """
    if len(heads) == 1:
        return resolve_scalar(heads)
    values = (json.loads(each.value) for each in ranked(heads))
    texts = dict.fromkeys(value for value in values if value and isinstance(value, str))
    return json.dumps("\n".join(texts), ensure_ascii=False)


def is_deleted(existence: Collection[Write], others: Iterable[bytes]) -> bool:
    """Whether a row is gone (FORMAT 5).

    A delete names the heads of all the row's registers as parents. The row is gone when every
    head of its existence says so and each other head was seen by one of them: a concurrent
    edit keeps the row in sight, since keeping is safer than losing.

    Args:
        existence: the heads of the row's `deleted` register.
        others: the ids of the heads of all its other registers.
    """
    if not existence or any(each.value != "1" for each in existence):
        return False
    seen = frozenset().union(*(each.parents for each in existence))
    return all(other in seen for other in others)
