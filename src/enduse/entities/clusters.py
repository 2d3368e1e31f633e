"""Clusters of mentions that cannot contradict themselves: joining two that may not be one is refused, not done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from enduse.entities.fingerprints import Prints, prints_of
from enduse.store import among, first_places, numbered

Refusal = Literal["judged different", "identifiers differ"]
Numbers = Mapping[str, frozenset[str]]
_NO_NUMBERS: Numbers = {}
_ALONE = "alone"


class Clusters:
    """Union-find over the positions 0 .. n-1 with cannot-links.

    `numbers` holds the identifiers, by scheme, of each position that has any. Two clusters whose identifiers of one scheme have
    nothing in common never join, nor two that a person judged different.
    """

    def __init__(self, size: int, numbers: Mapping[int, Numbers]) -> None:
        self._above: NDArray[np.int64] = np.arange(size)
        # A memory view gives a single number faster than an array does.
        self._parent = self._above.data
        self._numbers: dict[int, Numbers] = {at: one for at, one in numbers.items() if one}
        self._apart: dict[int, frozenset[int]] = {}
        self._words = {_ALONE: 0}
        self._reason: NDArray[np.int32] = np.zeros(size, np.int32)
        """Why each position stands in its cluster, as numbers of `_words`: what joined it first."""

    def __len__(self) -> int:
        return len(self._above)

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
        firsts = np.repeat(members[starts], np.diff(np.append(starts, len(members))))
        self._reason[members] = self._coded(reason)
        self._above[members] = firsts
        for position in members[among(members, np.fromiter(self._numbers, np.int64, len(self._numbers))) & (firsts != members)].tolist():
            del self._numbers[position]

    def join_sure(self, left: NDArray[np.int64], right: NDArray[np.int64], reasons: str | Sequence[str]) -> None:
        """Make the two clusters of each pair of positions one, for one reason or one for each pair; nothing refuses any of it."""
        if not len(left):
            return
        self._note(np.stack([left, right], axis=1).ravel(), reasons)
        roots = self.roots()
        nodes, place = numbered(np.concatenate([roots[left], roots[right]]))
        shape = (np.ones(len(left), bool), (place[: len(left)], place[len(left) :]))
        label = connected_components(coo_array(shape, shape=(len(nodes), len(nodes))), directed=False)[1]
        # The smallest of each, and nodes ascend.
        new = nodes[first_places(label)][label]
        self._above[nodes] = new
        for old, root in zip(nodes[new != nodes].tolist(), new[new != nodes].tolist(), strict=True):
            if old in self._numbers or old in self._apart:
                self._taken(root, old)

    def _note(self, positions: NDArray[np.int64], reasons: str | Sequence[str]) -> None:
        """Note for positions that stand alone why they do not any more: of two reasons the first. Two positions have one reason."""
        codes = np.array([self._coded(reasons)] if isinstance(reasons, str) else [self._coded(one) for one in reasons], np.int32)
        each = np.broadcast_to(codes, len(positions) // 2).repeat(2)
        fresh = self._reason[positions] == 0
        # Of what is written twice the last holds.
        self._reason[positions[fresh][::-1]] = each[fresh][::-1]

    def _coded(self, reason: str) -> int:
        return self._words.setdefault(reason, len(self._words))

    def reasons(self) -> pa.Array:
        """Return why each position stands in its cluster, in words."""
        return pa.array(list(self._words), pa.string()).take(pa.array(self._reason))

    def roots(self) -> NDArray[np.int64]:
        """Return for each position the one that stands for its cluster."""
        parent = self._above.copy()
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
        return list(self._numbers)

    def prints(self, roots: NDArray[np.int64]) -> Prints:
        """Return a number for the identifiers of each of these clusters, given by the positions that stand for them."""
        found = np.repeat(prints_of([""]), len(roots))
        numbered = np.flatnonzero(among(roots, np.fromiter(self._numbers, np.int64, len(self._numbers))))
        stated = [self._numbers[root] for root in roots[numbered].tolist()]
        # What is printed alike is one object.
        apart = {id(one): one for one in stated}
        said = {at: repr(sorted((scheme, sorted(values)) for scheme, values in one.items())) for at, one in apart.items()}
        made = dict(zip(said, prints_of(said.values()).tolist(), strict=True))
        found[numbered] = np.array([made[id(one)] for one in stated], np.uint64)
        return found

    @property
    def kept_apart(self) -> bool:
        """Tell whether a person keeps any two apart."""
        return bool(self._apart)

    @property
    def joined(self) -> bool:
        """Tell whether anything was joined or kept apart so far."""
        return bool(self._apart) or bool(self._reason.any())

    def judged(self) -> list[int]:
        """Return the positions that stand for the clusters that a person keeps apart from another."""
        return sorted({self.find(position) for position in self._apart})

    def refusal(self, left: int, right: int) -> Refusal | None:
        """Return why the two clusters may not be one; null when they may."""
        return self.refusal_of(self.find(left), self.find(right))

    def refusal_of(self, a: int, b: int) -> Refusal | None:
        """The same of two clusters given by the positions that stand for them."""
        if a == b:
            return None
        if self._apart:
            sides = (self._apart.get(a, frozenset()), b), (self._apart.get(b, frozenset()), a)
            enemies, other = min(sides, key=lambda side: len(side[0]))
            if any(self.find(enemy) == other for enemy in enemies):
                return "judged different"
        ours, theirs = self._numbers.get(a), self._numbers.get(b)
        return "identifiers differ" if ours and theirs and contradict(ours, theirs) else None

    def may_refuse(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell of which pairs of clusters, given by the positions that stand for them, `refusal_of` may say something."""
        if self._apart:
            return np.ones(len(left), bool)
        numbered = np.zeros(len(self), bool)
        numbered[self.numbered()] = True
        found: NDArray[np.bool_] = numbered[left] & numbered[right]
        return found

    def join(self, left: int, right: int, reason: str) -> Refusal | None:
        """Make the two clusters one and note the reason; return why not when they may not be one."""
        a, b = self.find(left), self.find(right)
        if a > b:
            a, b = b, a
        if refused := self.refusal_of(a, b):
            return refused
        code = self._coded(reason)
        for position in (left, right):
            if not self._reason[position]:
                self._reason[position] = code
        if a != b:
            self._parent[b] = a
            self._taken(a, b)
        return None

    def _taken(self, root: int, old: int) -> None:
        """Let a cluster bear what one that was joined to it stated, and keep from it what was kept from that one."""
        if old in self._apart:
            self._apart[root] = self._apart.get(root, frozenset()) | self._apart[old]
        if old in self._numbers:
            ours, theirs = self._numbers.get(root, _NO_NUMBERS), self._numbers.pop(old)
            # Numbers are shared between positions that print the same: they are replaced, never changed.
            self._numbers[root] = theirs if not ours else ours if ours == theirs else _joined(ours, theirs)


def _joined(ours: Numbers, theirs: Numbers) -> Numbers:
    return {scheme: ours.get(scheme, frozenset()) | theirs.get(scheme, frozenset()) for scheme in {**ours, **theirs}}


def contradict(left: Numbers, right: Numbers) -> bool:
    """Tell whether two sets of identifiers have a scheme in common and no number of it."""
    return any(left[scheme].isdisjoint(right[scheme]) for scheme in left.keys() & right.keys())
