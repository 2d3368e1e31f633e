"""Clusters from evidence, put together anew only where the evidence changed.

What `contract` decides in a part that hangs together is a function of what it reads there: edges, what forbids joining two nodes, the
thresholds. A part of which nothing of that changed falls into the same groups, so that these are kept by a number made of all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from enduse.entities.contracting import contract, worth_joining
from enduse.entities.fingerprints import Prints, mixed, prints_of, prints_of_ids, summed
from enduse.entities.known import Known
from enduse.store import among, distinct, numbered

Ints = NDArray[np.int64]
_PART = "groups"


class Edges(NamedTuple):
    """Pairs of nodes, the smaller first, sorted, and the log-odds that they are one."""

    left: Ints
    right: Ints
    weight: NDArray[np.float64]

    def where(self, chosen: NDArray[np.bool_]) -> Edges:
        """Return some of them."""
        return Edges(self.left[chosen], self.right[chosen], self.weight[chosen])


class Nodes(NamedTuple):
    """What is read of nodes: the id of each, a number for all that forbids joining it, and which may not be kept."""

    ids: pa.Array
    forbidding: Prints
    judged: NDArray[np.bool_]


def settle(edges: Edges, nodes: Nodes, least: float, large: int, forbidden: Callable[[int, int], bool], known: Known) -> NDArray[np.int64]:
    """Return the group of each node, -1 for one that stands alone: `contract` of the same edges, groups in any order."""
    group = np.full(len(nodes.ids), -1, np.int64)
    part, edges = _parts(edges, len(nodes.ids), least)
    if not len(part):
        return group
    held = distinct(np.concatenate([edges.left, edges.right]))
    own = np.zeros(len(group), np.uint64)
    own[held] = prints_of_ids(nodes.ids.take(pa.array(held)))
    size = int(part.max()) + 1
    prints = _prints(edges, own + mixed(nodes.forbidding), part, size) + prints_of([f"{least!r} {large!r}"])
    judged = np.zeros(size, bool)
    judged[part[nodes.judged[edges.left] | nodes.judged[edges.right]]] = True
    had = _Had(known, prints, judged)
    taken = had.give(group, held, own)
    again = edges.where(~had.there[part])
    plain = list(zip(again.left.tolist(), again.right.tolist(), again.weight.tolist(), strict=True))
    for number, members in enumerate(contract(plain, least, forbidden, large), taken):
        group[list(members)] = number
    _keep(known, group, own, prints, _part_of(edges, part, len(group)), judged)
    return group


def _parts(edges: Edges, size: int, least: float) -> tuple[Ints, Edges]:
    """Return the edges inside of what hangs together through positive evidence and may come to a join, and the part of each."""
    positive = edges.weight > 0
    shape = (np.ones(int(positive.sum()), bool), (edges.left[positive], edges.right[positive]))
    label = connected_components(coo_array(shape, shape=(size, size)), directed=False)[1].astype(np.int64)
    inside = np.flatnonzero(label[edges.left] == label[edges.right])
    label = label[edges.left]
    strongest = np.zeros(size)
    np.maximum.at(strongest, label[inside], edges.weight[inside])
    chosen = np.zeros(len(label), bool)
    chosen[inside] = worth_joining(strongest[label[inside]], least)
    return numbered(label[chosen])[1], edges.where(chosen)


def _prints(edges: Edges, own: Prints, part: Ints, size: int) -> Prints:
    weight = mixed(edges.weight.view(np.uint64))
    # Which of two stands first is read as well.
    return summed(mixed(mixed(own[edges.left]) + own[edges.right] * np.uint64(3) + weight), part, size)


def _part_of(edges: Edges, part: Ints, size: int) -> Ints:
    """Return the part of each node; -1 without one."""
    of = np.full(size, -1, np.int64)
    of[edges.left] = of[edges.right] = part
    return of


class _Had:
    """The groups of an earlier run by the numbers of their parts; `there` tells which of this run's parts it had.

    Parts of which a person has decided something since are taken for new.
    """

    def __init__(self, known: Known, prints: Prints, judged: NDArray[np.bool_]) -> None:
        self._rows = known.get(_PART)
        self.there: NDArray[np.bool_] = np.zeros(len(prints), bool)
        if self._rows is not None:
            self._kept = self._rows["part"].to_numpy()
            self._used = among(self._kept, prints[~judged])
            self.there = among(prints, self._kept) & ~judged

    def give(self, group: Ints, held: Ints, own: Prints) -> int:
        """Write the groups of parts that were there; return how many numbers are taken."""
        if self._rows is None:
            return 0
        used = np.flatnonzero(self._used & (self._rows["group"].to_numpy() >= 0))
        ids, numbers = self._rows["id"].to_numpy()[used], self._rows["group"].to_numpy()[used]
        order = np.argsort(own[held])
        at = held[order][np.searchsorted(own[held][order], ids)]
        every, group[at] = numbered(numbers)
        return len(every)


def _keep(known: Known, group: Ints, own: Prints, prints: Prints, part_of: Ints, judged: NDArray[np.bool_]) -> None:
    """Keep each part with its nodes, but for parts of which a person decided something."""
    at = np.flatnonzero(part_of >= 0)
    at = at[~judged[part_of[at]]]
    known.put(_PART, pa.table({"part": prints[part_of[at]], "id": own[at], "group": group[at]}))
