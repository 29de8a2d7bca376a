"""Which entry stands for those that were merged into one another, the same on every laptop.

Links (from, into) are followed, never written into what names an entry (FORMAT 17). Two laptops
may merge one pair both ways, or one entry into two others: all that links join is one, and one
of it stands for the rest.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

Link = tuple[str, str]
_Graph = dict[str, list[str]]


def representatives(links: Iterable[Link], out_of_sight: Collection[str] = ()) -> dict[str, str]:
    """Who stands for each id that does not stand for itself.

    The one that stands for all is where the links lead to in the end. Where they end in a cycle,
    or in several places, it is the smallest id of those ends. Should no end be in sight (somebody
    deleted it while another merged into it), it is the smallest id that is.

    Args:
        links: (from, into), in any order and any number of times.
        out_of_sight: ids whose rows are not shown.
    """
    graph, hidden = _graph_of(links), set(out_of_sight)
    found: dict[str, str] = {}
    for group in _connected(graph):
        ends = _ends(group, graph)
        shown = [each for each in ends if each not in hidden]
        chosen = min(shown or [each for each in group if each not in hidden] or ends)
        found.update((each, chosen) for each in group if each != chosen)
    return found


def _graph_of(links: Iterable[Link]) -> _Graph:
    graph: _Graph = {}
    for start, end in sorted(set(links)):
        if start != end:
            graph.setdefault(start, []).append(end)
            graph.setdefault(end, [])
    return graph


def _connected(graph: _Graph) -> list[list[str]]:
    """The ids that links join, whichever way they lead."""
    both: _Graph = defaultdict(list)
    for start, ends in graph.items():
        for end in ends:
            both[start].append(end)
            both[end].append(start)
    seen: set[str] = set()
    return [_reached([each], both, seen) for each in graph if each not in seen]


def _ends(group: list[str], graph: _Graph) -> list[str]:
    """Ids from which no link leads that does not lead back in the end.

    Kosaraju's strongly connected components: taken in the order in which a walk along the links
    finishes, against the links, the first component is one of the last places, and so on.
    """
    back: _Graph = defaultdict(list)
    for start in group:
        for end in graph[start]:
            back[end].append(start)
    seen: set[str] = set()
    component: dict[str, int] = {}
    for number, start in enumerate(reversed(_finishing(group, graph))):
        if start not in seen:
            component.update(dict.fromkeys(_reached([start], back, seen), number))
    leading_out = {
        component[start]
        for start in group
        for end in graph[start]
        if component[start] != component[end]
    }
    return [each for each in group if component[each] not in leading_out]


def _reached(starts: list[str], graph: _Graph, seen: set[str]) -> list[str]:
    """What links lead to from the starts and was not seen before, the starts with it."""
    found: list[str] = []
    waiting = list(starts)
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            found.append(each)
            waiting += graph.get(each, ())
    return found


def _finishing(group: list[str], graph: _Graph) -> list[str]:
    """The ids in the order in which a walk in depth leaves them; iterative, chains may be long."""
    seen: set[str] = set()
    left: list[str] = []
    for start in group:
        waiting = [(start, iter(graph[start]))] if start not in seen else []
        seen.add(start)
        while waiting:
            following = waiting[-1][1]
            after = next((end for end in following if end not in seen), None)
            if after is None:
                left.append(waiting.pop()[0])
            else:
                seen.add(after)
                waiting.append((after, iter(graph[after])))
    return left
