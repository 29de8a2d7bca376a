"""Which elements two sequences share, in order: Myers' greedy algorithm, frozen here.

Its answer decides what a merge of two laptops reads, so it may not change with a release of
Python, and every laptop must run the same one (RESOLVER counts its versions).
E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986).
"""

from collections.abc import Sequence

MAX_DIFFERENCES = 2_000
"""Beyond so many insertions and deletions two texts count as having nothing in common."""


def matches(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of indices of a longest common subsequence, in order."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    shorter = min(len(one), len(other)) - start
    while end < shorter and one[-1 - end] == other[-1 - end]:
        end += 1
    head = [(at, at) for at in range(start)]
    tail = [(len(one) - at, len(other) - at) for at in range(end, 0, -1)]
    between = _snakes(one[start : len(one) - end], other[start : len(other) - end])
    return [*head, *((start + left, start + right) for left, right in between), *tail]


def _snakes(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
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


def _walk_back(trace: list[dict[int, int]], left: int, right: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for differences in range(len(trace) - 1, -1, -1):
        diagonal = left - right
        begun, inserted = _step(trace[differences], diagonal, differences)
        while left > begun and right > begun - diagonal:
            left, right = left - 1, right - 1
            pairs.append((left, right))
        if differences:
            left, right = (begun, right - 1) if inserted else (begun - 1, right)
    return pairs[::-1]
