"""Clusters of mentions that cannot contradict themselves: joining two that may not be one is refused, not done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from enduse.entities.fingerprints import Prints, prints_of

Refusal = Literal["judged different", "identifiers differ"]
Numbers = Mapping[str, frozenset[str]]
_NO_NUMBERS: Numbers = {}


class Clusters:
    """Union-find over the positions 0 .. n-1 with cannot-links.

    `numbers` holds the identifiers, by scheme, of each position that has any. Two clusters whose identifiers of one scheme have
    nothing in common never join, nor two that a person judged different.
    """

    def __init__(self, size: int, numbers: Mapping[int, Numbers]) -> None:
        self._parent = list(range(size))
        self._numbers: dict[int, Numbers] = {at: one for at, one in numbers.items() if one}
        self._apart: dict[int, frozenset[int]] = {}
        self.reason: list[str] = ["alone"] * size

    def __len__(self) -> int:
        return len(self._parent)

    def find(self, position: int) -> int:
        """Return the position that stands for the cluster: the smallest in it."""
        root = position
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[position] != root:
            self._parent[position], position = root, self._parent[position]
        return root

    def join_alone(self, members: NDArray[np.int64], starts: NDArray[np.int64], reason: str) -> None:
        """Make each run of members one: of each run the first is the smallest, all stand alone, and none contradicts another.

        Their numbers, if any, are the same. `starts` says where runs begin.
        """
        positions = members.tolist()
        firsts = np.repeat(members[starts], np.diff(np.append(starts, len(members)))).tolist()
        for first, position in zip(firsts, positions, strict=True):
            self.reason[position] = reason
            if first != position:
                self._parent[position] = first
                self._numbers.pop(position, None)

    def roots(self) -> NDArray[np.int64]:
        """Return for each position the one that stands for its cluster."""
        parent = np.array(self._parent, np.int64)
        while ((above := parent[parent]) != parent).any():
            parent = above
        return parent

    def keep_apart(self, left: int, right: int) -> None:
        """Forbid that the two ever join; call before joining anything."""
        self._apart[left] = self._apart.get(left, frozenset()) | {right}
        self._apart[right] = self._apart.get(right, frozenset()) | {left}

    def numbers(self, position: int) -> Numbers:
        """Return the identifiers of the position's cluster by scheme."""
        return self._numbers.get(self.find(position), _NO_NUMBERS)

    def numbered(self) -> list[int]:
        """Return the positions that stand for the clusters that have identifiers."""
        return [self.find(position) for position in self._numbers]

    def prints(self, roots: Iterable[int]) -> Prints:
        """Return a number for the identifiers of each of these clusters, given by the positions that stand for them."""
        found = (self._numbers.get(root, _NO_NUMBERS) for root in roots)
        return prints_of(repr(sorted((scheme, sorted(values)) for scheme, values in one.items())) if one else "" for one in found)

    @property
    def kept_apart(self) -> bool:
        """Tell whether a person keeps any two apart."""
        return bool(self._apart)

    @property
    def joined(self) -> bool:
        """Tell whether anything was joined or kept apart so far."""
        return bool(self._apart) or any(reason != "alone" for reason in self.reason)

    def judged(self) -> list[int]:
        """Return the positions that stand for the clusters that a person keeps apart from another."""
        return sorted({self.find(position) for position in self._apart})

    def refusal(self, left: int, right: int) -> Refusal | None:
        """Return why the two clusters may not be one; null when they may."""
        a, b = self.find(left), self.find(right)
        if a == b:
            return None
        if self._apart:
            ours, theirs = self._apart.get(a, frozenset()), self._apart.get(b, frozenset())
            enemies, other = (ours, b) if len(ours) <= len(theirs) else (theirs, a)
            if any(self.find(enemy) == other for enemy in enemies):
                return "judged different"
        return "identifiers differ" if contradict(self._numbers.get(a, _NO_NUMBERS), self._numbers.get(b, _NO_NUMBERS)) else None

    def join(self, left: int, right: int, reason: str) -> Refusal | None:
        """Make the two clusters one and note the reason; return why not when they may not be one."""
        a, b = self.find(left), self.find(right)
        if a > b:
            a, b = b, a
        if refused := self.refusal(a, b):
            return refused
        for position in (left, right):
            if self.reason[position] == "alone":
                self.reason[position] = reason
        if a != b:
            self._parent[b] = a
            if b in self._apart:
                self._apart[a] = self._apart.get(a, frozenset()) | self._apart[b]
            if b in self._numbers:
                ours, theirs = self._numbers.get(a, _NO_NUMBERS), self._numbers.pop(b)
                # Numbers are shared between positions that print the same: they are replaced, never changed.
                self._numbers[a] = theirs if not ours else ours if ours == theirs else _joined(ours, theirs)
        return None


def _joined(ours: Numbers, theirs: Numbers) -> Numbers:
    return {scheme: ours.get(scheme, frozenset()) | theirs.get(scheme, frozenset()) for scheme in {**ours, **theirs}}


def contradict(left: Numbers, right: Numbers) -> bool:
    """Tell whether two sets of identifiers have a scheme in common and no number of it."""
    return any(left[scheme].isdisjoint(right[scheme]) for scheme in left.keys() & right.keys())
