"""Which elements two sequences share, in order: Myers' greedy algorithm, frozen here.

Its answer decides what a merge of two laptops reads, so it may not change with a release of
Python, and every laptop must run the same one (RESOLVER counts its versions).
E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986).
"""

from collections.abc import Sequence

MAX_DIFFERENCES = 1_000
"""Beyond so many insertions and deletions two texts count as having nothing in common."""

_Pairs = list[tuple[int, int]]


def matches(one: Sequence[str], other: Sequence[str]) -> _Pairs:
    """The pairs of indices of a longest common subsequence, in order."""
    start, end = _common_ends(one, other)
    head = [(at, at) for at in range(start)]
    tail = [(len(one) - at, len(other) - at) for at in range(end, 0, -1)]
    between = _sifted(one[start : len(one) - end], other[start : len(other) - end])
    return [*head, *((start + left, start + right) for left, right in between), *tail]


def _common_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many elements both begin with, and how many of the rest both end with."""
    start = end = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, end


def _sifted(one: Sequence[str], other: Sequence[str]) -> _Pairs:
    """The matches among the elements that both have; what only one has can match nothing.

    Words that two people added are mostly new, and the search costs the square of their number.
    """
    shared = set(one).intersection(other)
    lefts = [at for at, element in enumerate(one) if element in shared]
    rights = [at for at, element in enumerate(other) if element in shared]
    # Once is enough, and a text whose every line was doubled would sift a line at a time.
    some, others = [one[at] for at in lefts], [other[at] for at in rights]
    start, end = _common_ends(some, others)
    pairs = [(at, at) for at in range(start)]
    middle = _snakes(some[start : len(some) - end], others[start : len(others) - end])
    pairs += ((start + left, start + right) for left, right in middle)
    pairs += ((len(some) - at, len(others) - at) for at in range(end, 0, -1))
    return [(lefts[left], rights[right]) for left, right in pairs]


def _snakes(one: Sequence[str], other: Sequence[str]) -> _Pairs:
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for differences in range(min(len(one) + len(other), MAX_DIFFERENCES) + 1):
        trace.append(dict(furthest))
        for diagonal in range(-differences, differences + 1, 2):
            left, _ = _step(furthest, diagonal, differences)
            right = left - diagonal
            while left < len(one) and right < len(other) and one[left] == other[right]:
                left, right = left + 1, right + 1
            furthest[diagonal] = left
            if left >= len(one) and right >= len(other):
                return _walk_back(trace, len(one), len(other))
    return []


def _step(furthest: dict[int, int], diagonal: int, differences: int) -> tuple[int, bool]:
    """Where a path on the diagonal begins, and whether it came by an insertion."""
    if diagonal == -differences:
        return furthest[diagonal + 1], True
    if diagonal != differences and furthest[diagonal - 1] < furthest[diagonal + 1]:
        return furthest[diagonal + 1], True
    return furthest[diagonal - 1] + 1, False


def _walk_back(trace: list[dict[int, int]], left: int, right: int) -> _Pairs:
    pairs: _Pairs = []
    for differences in range(len(trace) - 1, -1, -1):
        diagonal = left - right
        begun, inserted = _step(trace[differences], diagonal, differences)
        while left > begun and right > begun - diagonal:
            left, right = left - 1, right - 1
            pairs.append((left, right))
        if differences:
            left, right = (begun, right - 1) if inserted else (begun - 1, right)
    return pairs[::-1]
