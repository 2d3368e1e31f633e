"""Clusters from evidence: the strongest pair first, never against a contradiction, and what grows suspicious is looked at again.

Greedy additive contraction (the strongest edge is joined, edges to common neighbours are put together), local moves after it,
and a raised threshold for clusters that grew large. Order comes from the evidence and from positions only.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

Edge = tuple[int, int, float]
_AGREE_MORE = 0.5
"""Of the weaker of two edges that say the same of two clusters: prints of one company repeat each other."""
_MORE_MAX = 0.8
"""And never more than this beyond the strongest single edge: many prints of one name do not make it another."""
_RIVAL = 2.5
"""Two clusters that deny each other and answer to a third this nearly alike leave the third alone."""
_GROWTH = 2.0
_RAISES_MAX = 5


def contract(edges: Iterable[Edge], least: float, forbidden: Callable[[int, int], bool], large: int) -> list[tuple[int, ...]]:
    """Return the groups of two and more nodes that the evidence joins, nodes in order, groups in the order of their first.

    An edge is the log-odds that two nodes are one; `least` is what joining takes; `forbidden` tells of two nodes that nothing
    may join. A group of more than `large` nodes is taken apart and joined again on stronger evidence.
    """
    kept = sorted(edges)
    found: list[tuple[int, ...]] = []
    waiting = [(part, least, 0) for part in _components(kept, least)]
    while waiting:
        part, needed, raised = waiting.pop()
        for group in _joined(part, needed, forbidden):
            if len(group) > large and raised < _RAISES_MAX:
                inside = set(group)
                again = [edge for edge in part if edge[0] in inside and edge[1] in inside]
                waiting += [(one, needed + _GROWTH, raised + 1) for one in _components(again, needed + _GROWTH)]
            elif len(group) > 1:
                found.append(group)
    return sorted(found)


def worth_joining(strongest: Any, least: float) -> Any:
    """Tell whether the strongest edge of a part may come to a join: two reach what neither does alone, but not with two thirds."""
    return strongest >= least * 2 / 3


def _components(edges: list[Edge], least: float) -> list[list[Edge]]:
    """Return the edges by what hangs together through positive evidence; denials within a part go with it."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for left, right, weight in edges:
        if weight > 0:
            a, b = root(left), root(right)
            parent[max(a, b)] = min(a, b)
    parts: dict[int, list[Edge]] = defaultdict(list)
    strongest: dict[int, float] = {}
    for edge in edges:
        if edge[0] in parent and edge[1] in parent and (at := root(edge[0])) == root(edge[1]):
            parts[at].append(edge)
            strongest[at] = max(strongest.get(at, 0.0), edge[2])
    return [part for at, part in parts.items() if worth_joining(strongest[at], least)]


def _joined(edges: list[Edge], least: float, forbidden: Callable[[int, int], bool]) -> list[tuple[int, ...]]:
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for left, right, weight in edges:
        beside[left][right] = beside[right][left] = weight
    members: dict[int, tuple[int, ...]] = {node: (node,) for node in beside}
    strongest = {node: dict(found) for node, found in beside.items()}
    own = {node: dict(found) for node, found in beside.items()}
    heap = [(-weight, left, right) for left, right, weight in edges if weight > 0]
    heapq.heapify(heap)
    while heap:
        weight, left, right = heapq.heappop(heap)
        if -weight < least:
            break
        if left not in members or right not in members or beside[left].get(right) != -weight:
            continue
        if _denied(members[left], members[right], forbidden):
            beside[left][right] = beside[right][left] = min(0.0, weight)
        elif not _rivalled(left, right, -weight, beside, members, forbidden):
            # A rivalled edge keeps its weight: it rivals the other edge in turn.
            _contract(left, right, beside, strongest, members, heap)
    return _moved(sorted(members.values()), own)


def _contract(
    left: int,
    right: int,
    beside: dict[int, dict[int, float]],
    strongest: dict[int, dict[int, float]],
    members: dict[int, tuple[int, ...]],
    heap: list[tuple[float, int, int]],
) -> None:
    members[left] = tuple(sorted(members[left] + members.pop(right)))
    for other, weight in sorted(beside.pop(right).items()):
        beside[other].pop(right, None)
        if other == left:
            continue
        most = max(strongest[left].get(other, weight), strongest[right].get(other, weight))
        strongest[left][other] = strongest[other][left] = most
        total = min(_together(beside[left].get(other), weight), most + _MORE_MAX)
        beside[left][other] = beside[other][left] = total
        if total > 0:
            heapq.heappush(heap, (-total, min(left, other), max(left, other)))


def _together(one: float | None, other: float) -> float:
    """Return what two edges to one neighbour say together: denials count in full, agreement beside agreement by half."""
    if one is None:
        return other
    if one > 0 and other > 0:
        return round(max(one, other) + _AGREE_MORE * min(one, other), 6)
    return round(one + other, 6)


def _denied(ours: tuple[int, ...], theirs: tuple[int, ...], forbidden: Callable[[int, int], bool]) -> bool:
    return any(forbidden(one, other) for one in ours for other in theirs)


def _rivalled(
    left: int,
    right: int,
    weight: float,
    beside: dict[int, dict[int, float]],
    members: dict[int, tuple[int, ...]],
    forbidden: Callable[[int, int], bool],
) -> bool:
    """Tell whether one of the two answers nearly as well to a third that denies the other."""
    for here, there in ((left, right), (right, left)):
        for other, found in beside[here].items():
            if other == there or found < max(weight - _RIVAL, 0.5) or other not in members:
                continue
            if beside[there].get(other, 0.0) < 0 or _denied(members[there], members[other], forbidden):
                return True
    return False


def _moved(groups: list[tuple[int, ...]], own: dict[int, dict[int, float]]) -> list[tuple[int, ...]]:
    """Return the groups after each node that its own group denies more than it supports has left it."""
    found: list[tuple[int, ...]] = []
    for group in groups:
        kept = list(group)
        for node in group:
            support = sum(own[node].get(other, 0.0) for other in kept if other != node)
            if len(kept) > 2 and support < 0:
                kept.remove(node)
        found += [tuple(kept), *((node,) for node in group if node not in kept)]
    return sorted(found)
