"""Multi-value registers with causal parents: which writes stand, which one shows.

A write names the writes that it replaces. The writes that nobody replaced are the register's
heads; more than one head is a conflict, which only a write that names them all resolves.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from recorder.merge.text import merge_texts

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


def resolve_text(writes: Collection[Write]) -> str:
    """The JSON of the text that a register's whole history amounts to.

    One head is the text. Concurrent heads are merged by sentence and word against what they
    have in common (`merge_texts`); no word disappears that nobody who saw it removed.
    """
    heads = heads_of(writes)
    if len(heads) == 1:
        return heads[0].value
    history = _History({each.id: each for each in writes})
    return json.dumps(history.merged(heads, _DEEPEST), ensure_ascii=False)


_DEEPEST = 4
"""Criss-cross histories whose common pasts must be merged in turn end with an empty past."""


class _History:
    """The writes of one text register and what each of them had seen."""

    def __init__(self, writes: dict[bytes, Write]) -> None:
        self._writes = writes
        self._seen: dict[bytes, frozenset[bytes]] = {}

    def merged(self, heads: Collection[Write], depth: int) -> str:
        """The heads' texts in one, against their nearest common past."""
        base = self._base([each.id for each in heads], depth)
        return merge_texts(base, [_text(each) for each in heads]).text

    def _base(self, heads: list[bytes], depth: int) -> str:
        common = frozenset.intersection(*(self._ancestors(each) for each in heads))
        older = {other for each in common for other in self._ancestors(each)}
        nearest = [self._writes[each] for each in sorted(common - older)]
        if not nearest or depth == 0:
            return ""
        return _text(nearest[0]) if len(nearest) == 1 else self.merged(nearest, depth - 1)

    def _ancestors(self, write_id: bytes) -> frozenset[bytes]:
        """All that a write had seen, itself left out; iterative, since histories are long."""
        waiting = [write_id]
        while waiting:
            known = [each for each in self._writes[waiting[-1]].parents if each in self._writes]
            if missing := [each for each in known if each not in self._seen]:
                waiting += missing
                continue
            seen = (self._seen[each] for each in known)
            self._seen[waiting.pop()] = frozenset(known).union(*seen)
        return self._seen[write_id]


def _text(write: Write) -> str:
    value = json.loads(write.value)
    return value if isinstance(value, str) else ""


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
