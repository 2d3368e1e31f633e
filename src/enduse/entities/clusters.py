"""Clusters of mentions that cannot contradict themselves: joining two that may not be one is refused, not done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

Refusal = Literal["judged different", "identifiers differ"]
Numbers = Mapping[str, frozenset[str]]


class Clusters:
    """Union-find over the positions 0 .. n-1 with cannot-links.

    `numbers` holds the identifiers of each position by scheme. Two clusters whose identifiers of one scheme have nothing in
    common never join, nor two that a person judged different.
    """

    def __init__(self, numbers: Sequence[Numbers]) -> None:
        self._parent = list(range(len(numbers)))
        self._numbers: list[dict[str, frozenset[str]]] = [dict(one) for one in numbers]
        self._apart: list[frozenset[int]] = [frozenset()] * len(numbers)
        self.reason: list[str] = ["alone"] * len(numbers)

    def find(self, position: int) -> int:
        """Return the position that stands for the cluster: the smallest in it."""
        root = position
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[position] != root:
            self._parent[position], position = root, self._parent[position]
        return root

    def keep_apart(self, left: int, right: int) -> None:
        """Forbid that the two ever join; call before joining anything."""
        self._apart[left] |= {right}
        self._apart[right] |= {left}

    def numbers(self, position: int) -> dict[str, frozenset[str]]:
        """Return the identifiers of the position's cluster by scheme."""
        return self._numbers[self.find(position)]

    def refusal(self, left: int, right: int) -> Refusal | None:
        """Return why the two clusters may not be one; null when they may."""
        a, b = self.find(left), self.find(right)
        if a == b:
            return None
        smaller, other = (a, b) if len(self._apart[a]) <= len(self._apart[b]) else (b, a)
        if any(self.find(enemy) == other for enemy in self._apart[smaller]):
            return "judged different"
        return "identifiers differ" if contradict(self._numbers[a], self._numbers[b]) else None

    def join(self, left: int, right: int, reason: str) -> Refusal | None:
        """Make the two clusters one and note the reason; return why not when they may not be one."""
        a, b = sorted((self.find(left), self.find(right)))
        if refused := self.refusal(a, b):
            return refused
        for position in (left, right):
            if self.reason[position] == "alone":
                self.reason[position] = reason
        if a != b:
            self._parent[b] = a
            self._apart[a] |= self._apart[b]
            for scheme, values in self._numbers[b].items():
                self._numbers[a][scheme] = self._numbers[a].get(scheme, frozenset()) | values
        return None


def contradict(left: Numbers, right: Numbers) -> bool:
    """Tell whether two sets of identifiers have a scheme in common and no number of it."""
    return any(left[scheme].isdisjoint(right[scheme]) for scheme in left.keys() & right.keys())
