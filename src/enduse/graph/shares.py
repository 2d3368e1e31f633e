"""What passed through each intermediary: at least, pro rata and at most, summed over classes of goods."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from enduse.graph.intermediaries import Merged, inside_of, merged, most_passing, passing
from enduse.graph.policies import Floats, passed_through
from enduse.graph.rows import Codes, Flags, Ints
from enduse.graph.solving import Solved
from enduse.graph.values import How

_PROVENANCE_MAX = 20_000_000
"""Largest square of the number of companies in one class, and largest tenth of its product with events, for which provenance is tracked."""


class Share(NamedTuple):
    """What arrived through one company; None where it was not computed or has no price."""

    at_least: float | None
    central: float | None
    at_most: float | None


@dataclass(frozen=True)
class Shares:
    """One `Share` for each company (by its code) through which something may have passed, and what was left out.

    `companies` lie between; bounds were left open for `open_bounds` of them; `without_central`: some class of goods had too
    many companies for provenance.
    """

    of: dict[int, Share]
    companies: int
    open_bounds: int
    without_central: bool


@dataclass
class Budget:
    """How much linear programming is still allowed: `left` counts squares of thousands of arcs; more than `arcs_max` arcs never are."""

    arcs_max: int
    left: float

    def allows(self, arcs: int) -> bool:
        """Take the cost of one programme; tell whether there was enough left."""
        cost = max(1.0, (arcs / 1000) ** 2)
        if arcs > self.arcs_max or cost > self.left:
            return False
        self.left -= cost
        return True


def shares(solved: Solved, classes: int, budget: Budget, companies_max: int) -> Shares:
    """Return what passed through each intermediary; companies through which nothing can have passed are left out."""
    core = solved.core
    central = _provenance(solved, classes)
    weight: dict[int, float] = dict.fromkeys(core.node_entity.tolist(), 0.0)
    for entity, amount in zip(core.node_entity.tolist(), np.nan_to_num(central).tolist(), strict=True):
        weight[entity] += amount
    order = sorted(weight, key=lambda one: (-weight[one], one))
    low, high = _bounds(solved, order[:companies_max], budget)
    found = {}
    nodes_of: dict[int, list[int]] = defaultdict(list)
    for node, entity in enumerate(core.node_entity.tolist()):
        nodes_of[entity].append(node)
    for entity in order:
        nodes = np.array(nodes_of[entity], dtype=np.int64)
        kinds: tuple[tuple[Floats, How], ...] = ((low, "low"), (central, "middle"), (high, "high"))
        share = Share(*(_total(solved, classes, nodes, values, how) for values, how in kinds))
        nothing = not np.isnan(high[nodes]).any() and bool((np.rint(high[nodes]) <= 0).all())
        if not nothing:
            found[entity] = share
    unbounded = sum(bool(np.isnan(low[nodes]).any() or np.isnan(high[nodes]).any()) for nodes in nodes_of.values())
    return Shares(found, len(order), unbounded, bool(np.isnan(central).any()))


def _bounds(solved: Solved, chosen: list[int], budget: Budget) -> tuple[Floats, Floats]:
    """Return the least and most through each node of the chosen companies, the first of them first; NaN where not computed."""
    core = solved.core
    low, high = np.full(core.node_entity.size, np.nan), np.full(core.node_entity.size, np.nan)
    # Where nothing indirect must have arrived, nothing need have passed any company.
    nothing_must = solved.bounds.at_least == solved.bounds.direct
    networks: dict[int, list[tuple[Merged, Codes]]] = {}
    place = {entity: at for at, entity in enumerate(chosen)}
    wanted = [node for node, entity in enumerate(core.node_entity.tolist()) if entity in place]
    for node in sorted(wanted, key=lambda one: (place[int(core.node_entity[one])], one)):
        goods = int(core.node_goods[node])
        if goods not in networks:
            networks[goods] = [(merged(one.network.of_class(goods)), one.chains.block_node) for one in solved.read]
        parts = [(one, inside_of(one, block_node, node)) for one, block_node in networks[goods]]
        most = [_most(one, inside, budget) for one, inside in parts]
        least = [0.0 if nothing_must[goods] else _programme(one, inside, budget, True) for one, inside in parts]
        low[node], high[node] = np.min(least), np.max(most)  # NaN where one of them is
    return low, high


def _most(one: Merged, inside: Flags, budget: Budget) -> float:
    found = most_passing(one, inside)
    return _programme(one, inside, budget, False) if found is None else found


def _programme(one: Merged, inside: Flags, budget: Budget, least: bool) -> float:
    found = passing(one, inside, least) if budget.allows(one.tail.size) else None
    return float("nan") if found is None else found


def _provenance(solved: Solved, classes: int) -> Floats:
    """Return for each node the pro rata quantity that passed through it; NaN where that is too much to compute."""
    core, policies = solved.core, solved.policies
    central = np.full(core.node_entity.size, np.nan)
    if policies is None:
        return central
    events = np.bincount(core.goods, minlength=classes) * 2
    for goods in np.unique(core.node_goods).tolist():
        nodes = np.flatnonzero(core.node_goods == goods).tolist()
        if len(nodes) * max(len(nodes), int(events[goods]) // 10) <= _PROVENANCE_MAX:
            central[nodes] = passed_through(policies.scan, policies.opening, goods, nodes)
    return central


def _total(solved: Solved, classes: int, nodes: Ints, values: Floats, how: How) -> float | None:
    if np.isnan(values[nodes]).any():
        return None
    whole = np.zeros(classes, dtype=np.int64)
    np.add.at(whole, solved.core.node_goods[nodes], np.rint(np.maximum(values[nodes], 0)).astype(np.int64))
    return solved.prices.indirect(whole, how)
