"""Rows under rows: what to do when two laptops put each of two rows under the other."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar, cast

from recorder.domain.columns import Place
from recorder.domain.row import Row

AnyRow = TypeVar("AnyRow", bound=Row)


def without_cycles(rows: Iterable[AnyRow]) -> list[AnyRow]:
    """The rows, of each ring of rows the one with the smallest id at the top (FORMAT 6).

    The rule looks at ids alone, so that every laptop breaks a ring at the same place. Rows keep
    their order; those that are in no ring, and those whose parent is not among them, are as they
    were.
    """
    given = list(rows)
    parents = {each.id: _place(each).parent_id for each in given}
    tops = _tops(parents)
    if not tops:
        return given
    return [_at_the_top(each) if each.id in tops else each for each in given]


def _tops(parents: dict[str, str | None]) -> set[str]:
    """The smallest id of each ring."""
    found: set[str] = set()
    finished: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at: str | None = start
        while at in parents and at not in finished and at not in path:
            path[at] = None
            at = parents[at]
        if at in path:
            walked = list(path)
            found.add(min(walked[walked.index(at) :]))
        finished.update(path)
    return found


def _place(row: Row) -> Place:
    return cast("Place", cast("Any", row).place)


def _at_the_top(row: AnyRow) -> AnyRow:
    return cast("AnyRow", replace(cast("Any", row), place=Place(None, _place(row).sort_key)))
