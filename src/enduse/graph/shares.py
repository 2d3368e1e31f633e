"""What passed through each intermediary: at least, pro rata and at most, summed over classes of goods."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from enduse.graph.between import Between, Budget
from enduse.graph.parameters import LP_ARCS_MAX, LP_COMPANIES_MAX, LP_WORK_MAX
from enduse.graph.policies import Floats, passed_through
from enduse.graph.reach import Core
from enduse.graph.rows import Codes
from enduse.graph.solving import Passing, Solved
from enduse.graph.values import How, wider
from enduse.store import StageRun

_PROVENANCE_MAX = 20_000_000
"""Largest square of the number of companies in one class, and largest tenth of its product with events, for which provenance is tracked."""


class Share(NamedTuple):
    """What arrived through one company; None where it was not computed or has no price.

    The bounds hold whatever the answers to the open questions of identity are; `central` and `as_resolved` take companies as resolved.
    """

    at_least: float | None
    central: float | None
    at_most: float | None
    as_resolved: tuple[float | None, float | None]


@dataclass(frozen=True)
class Shares:
    """One `Share` for each company (by its code) through which something may have passed, and what was left out.

    `companies` may lie between; bounds were left open for `open_bounds` of them, and may be wider than need be for `wide_bounds`;
    `without_central`: some class of goods had too many companies for provenance.
    """

    of: dict[int, Share]
    companies: int
    open_bounds: int
    wide_bounds: int
    without_central: bool


class _Passed(NamedTuple):
    """At least and at most through one company; `unknown` if not computed, `wide` if perhaps too wide, `nothing` if no goods passed."""

    at_least: float | None
    at_most: float | None
    unknown: bool
    wide: bool
    nothing: bool


_NOTHING = _Passed(0.0, 0.0, False, False, True)
_UNKNOWN = _Passed(None, None, True, False, False)


def shares(run: StageRun, solved: Solved, passing: Passing | None) -> Shares:
    """Return what passed through each intermediary; companies through which nothing can have passed are left out.

    `passing` is None where no open question of identity can move the answer.
    """
    core = solved.core
    central = _provenance(solved)
    weight: dict[int, float] = dict.fromkeys(core.node_entity.tolist(), 0.0)
    for entity, amount in zip(core.node_entity.tolist(), np.nan_to_num(central).tolist(), strict=True):
        weight[entity] += amount
    order = sorted(weight, key=lambda one: (-weight[one], one))
    most = run.parameter(LP_COMPANIES_MAX)
    budget = Budget(run.parameter(LP_ARCS_MAX), run.parameter(LP_WORK_MAX))
    own, nodes = Between(solved, core.consignor, budget), _nodes(core)
    resolved = dict.fromkeys(order, _UNKNOWN) | {one: _as_resolved(own, nodes[one]) for one in order[:most]}
    passed = resolved if passing is None else _over_answers(budget, resolved, passing, most)
    found = {}
    for entity, one in passed.items():
        as_resolved, at = resolved.get(entity, _NOTHING), np.array(nodes[entity], dtype=np.int64)
        middle = _total(solved, core.node_goods[at], central[at], "middle")
        if not one.nothing:
            found[entity] = Share(one.at_least, middle, one.at_most, (as_resolved.at_least, as_resolved.at_most))
    open_, wide = sum(one.unknown for one in passed.values()), sum(one.wide for one in passed.values())
    return Shares(found, len(passed), open_, wide, bool(np.isnan(central).any()))


def _as_resolved(own: Between, nodes: list[int]) -> _Passed:
    return _passed(own, [own.least(node) for node in nodes], own, [own.most(node) for node in nodes], nodes, nodes)


def _over_answers(budget: Budget, resolved: dict[int, _Passed], passing: Passing, most: int) -> dict[int, _Passed]:
    """Return what passed each company whatever the answers are; further companies lie between by some answers only."""
    apart = [passing.apart.consignor[one.core.position] for one in (passing.least, passing.most)]
    below, above = (Between(one, sold, budget) for one, sold in zip((passing.least, passing.most), apart, strict=True))
    nodes_below, nodes_above = _nodes(below.core), _nodes(above.core)
    # Who may be of a side stands on no way: no more can have passed it than has arrived in all.
    arrived = passing.most.bounds.at_most
    ending = _Passed(0.0, passing.most.prices.worth(arrived, "high"), False, False, not arrived.any())
    found = {}
    for place, entity in enumerate((*resolved, *sorted(passing.further() - resolved.keys()))):
        own, one = resolved.get(entity, _NOTHING), int(passing.one[entity])
        if place >= most:
            joint = _UNKNOWN
        elif passing.ending[entity]:
            joint = ending
        else:
            at, over = nodes_below[one], nodes_above[one]
            least = [below.least(node, entity) for node in at] if own.at_least else [0.0] * len(at)
            joint = _passed(below, least, above, [above.most(node) for node in over], at, over)
        # What need not have passed by one answer need not have passed.
        at_least = 0.0 if own.at_least == 0 else wider(own.at_least, joint.at_least, min)
        found[entity] = _Passed(
            at_least,
            wider(own.at_most, joint.at_most, max),
            own.unknown or joint.unknown,
            own.wide or joint.wide,
            own.nothing and joint.nothing,
        )
    return found


def _passed(low: Between, least: list[float], high: Between, most: list[float], low_nodes: list[int], high_nodes: list[int]) -> _Passed:
    """Return what these amounts at these nodes of two answers come to."""
    at_least = _total(low.solved, low.core.node_goods[low_nodes], np.array(least), "low")
    at_most = _total(high.solved, high.core.node_goods[high_nodes], np.array(most), "high")
    wide = not (low.wide.isdisjoint(low_nodes) and high.wide.isdisjoint(high_nodes))
    return _Passed(at_least, at_most, False, wide, bool((np.rint(most) <= 0).all()))


def _nodes(core: Core) -> dict[int, list[int]]:
    """Return the nodes of each company, by its code."""
    found: dict[int, list[int]] = defaultdict(list)
    for node, entity in enumerate(core.node_entity.tolist()):
        found[entity].append(node)
    return found


def _provenance(solved: Solved) -> Floats:
    """Return for each node the pro rata quantity that passed through it; NaN where that is too much to compute."""
    core, policies = solved.core, solved.policies
    central = np.full(core.node_entity.size, np.nan)
    if policies is None:
        return central
    events = np.bincount(core.goods, minlength=solved.bounds.direct.size) * 2
    for goods in np.unique(core.node_goods).tolist():
        nodes = np.flatnonzero(core.node_goods == goods).tolist()
        if len(nodes) * max(len(nodes), int(events[goods]) // 10) <= _PROVENANCE_MAX:
            central[nodes] = passed_through(policies.scan, policies.opening, goods, nodes)
    return central


def _total(solved: Solved, goods: Codes, values: Floats, how: How) -> float | None:
    if np.isnan(values).any():
        return None
    whole = np.zeros(solved.bounds.direct.size, dtype=np.int64)
    np.add.at(whole, goods, np.rint(np.maximum(values, 0)).astype(np.int64))
    return solved.prices.indirect(whole, how)
