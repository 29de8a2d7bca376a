"""Multi-value registers with causal parents: which writes stand, which one shows.

A write names the writes that it replaces. The writes that nobody replaced are the register's
heads; more than one head is a conflict, which only a write that names them all resolves.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from recorder.merge.text import merge_texts

RESOLVER = 1
"""Version of the rules below; laptops that differ in it do not project each other's writes."""


class Write(NamedTuple):
    """One write of a register, as far as its outcome depends on it.

    `id` is the change's hash; `value` is JSON text, "null" for nothing. A tuple, since a merge
    makes tens of thousands of them.
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
    replaced: set[bytes] = set().union(*(each.parents for each in known))
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
    return json.dumps(_merged({each.id: each for each in writes}, heads), ensure_ascii=False)


def common_past(writes: Collection[Write], heads: Collection[Write]) -> list[Write]:
    """The latest writes that all the heads had seen, the winner first; [] without any.

    More than one when laptops met crosswise and each went on from what it saw.
    """
    return ranked(_nearest({each.id: each for each in writes}, heads))


_DEEPEST = 4
"""Criss-cross histories whose common pasts must be merged in turn end with an empty past."""

_History = Mapping[bytes, Write]


def _merged(history: _History, heads: Collection[Write], depth: int = _DEEPEST) -> str:
    """The heads' texts in one, against their nearest common past."""
    base = _base(history, heads, depth)
    return merge_texts(base, [_text(each) for each in heads]).text


def _base(history: _History, heads: Collection[Write], depth: int) -> str:
    nearest = _nearest(history, heads)
    if not nearest or depth == 0:
        return ""
    return _text(nearest[0]) if len(nearest) == 1 else _merged(history, nearest, depth - 1)


def _nearest(history: _History, heads: Collection[Write]) -> list[Write]:
    """The common ancestors of the heads that are no ancestors of another common one.

    What a common ancestor had seen is common too, so those that are a parent of one are older.
    """
    common = set[bytes].intersection(*(_seen_by(history, each) for each in heads))
    older = set[bytes]().union(*(history[each].parents for each in common))
    return [history[each] for each in sorted(common - older)]


def _seen_by(history: _History, write: Write) -> set[bytes]:
    """The ids of all that a write had seen, itself left out."""
    seen: set[bytes] = set()
    waiting = [write]
    while waiting:
        for parent in waiting.pop().parents - seen:
            if (known := history.get(parent)) is not None:
                seen.add(parent)
                waiting.append(known)
    return seen


def _text(write: Write) -> str:
    """The text of a write; what no release of ours writes reads as none (FORMAT 8)."""
    try:
        value = json.loads(write.value)
    except (ValueError, RecursionError):
        return ""
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
