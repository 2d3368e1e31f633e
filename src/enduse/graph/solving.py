"""From legs to numbers: the core, its chains, the bounds and what each rule of drawing stock says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from enduse.errors import SettingError
from enduse.graph.bounds import Bounds, Reading, bounds, readings, share
from enduse.graph.doubts import Doubt
from enduse.graph.events import Chains, Ordering, chains, orderings
from enduse.graph.identity import Together
from enduse.graph.network import per_class
from enduse.graph.policies import Floats, Scan, drawn_by_age, drawn_pro_rata, scan_of
from enduse.graph.question import Question, Unit
from enduse.graph.reach import Core, core_of
from enduse.graph.rows import Codes, Flags, Ints, Rows
from enduse.graph.values import THOUSANDTHS, Measured, Prices, cents, largest_stated, measure, plain, prices
from enduse.store import StageRun

TOTAL_MAX = 2**62


@dataclass(frozen=True)
class Policies:
    """What arrived in all under each rule, for each class, in thousandths; direct sales included."""

    fifo: Ints
    lifo: Ints
    proportional: Floats
    scan: Scan
    opening: Ints


@dataclass(frozen=True)
class Solved:
    """Everything computed for one question. `whole` holds every leg of the core, `core` those that state a quantity above nothing."""

    whole: Core
    stated: Measured
    core: Core
    quantity: Ints
    read: tuple[Reading, ...]
    bounds: Bounds
    policies: Policies | None
    prices: Prices
    unit: Unit

    @property
    def direct_rows(self) -> Flags:
        """Which legs of `whole` are sales of a supplier to an end user within the days asked about."""
        return self.whole.on_path & self.whole.from_supplier & self.whole.to_end_user

    @property
    def direct_unstated(self) -> Flags:
        """Which of these do not state the unit asked for."""
        return self.direct_rows & self.stated.lacking(self.whole, self.unit)

    @property
    def direct(self) -> float | None:
        """What was sold directly by the rows that state it; None when there are such rows and none states it."""
        if self.direct_rows.any() and self.direct_unstated.sum() == self.direct_rows.sum():
            return None
        return self.prices.worth(self.bounds.direct, "low")

    @property
    def direct_at_most(self) -> float | None:
        """What all rows that may be direct sales state; None when one does not."""
        return None if self.direct_unstated.any() else self.summed(self.direct_rows)

    def summed(self, chosen: Flags) -> float | None:
        """Return what these legs of `whole` state in the unit asked for; None when none of them does."""
        if self.unit == "usd":
            values = self.stated.usd[chosen & ~np.isnan(self.stated.usd)]
            return cents(values) if values.size or not chosen.any() else None
        quantity = self.stated.quantity[chosen & (self.stated.quantity >= 0)]
        return int(quantity.sum()) / THOUSANDTHS if quantity.size or not chosen.any() else None


class Passing(NamedTuple):
    """What holds of each company between whatever the answers to the open questions are.

    `apart` are the rows as resolved, `one` the code under which a company stands among the nodes, `ending` marks who may be of a
    side or one with such: on no way. See `identity.passing_rows`.
    """

    least: Solved
    most: Solved
    apart: Rows
    one: Codes
    ending: Flags

    def further(self) -> set[int]:
        """Return the companies that lie between by some answer."""
        core = self.most.core
        sold, bought = (self.one[side[core.position[core.on_path]]] for side in (self.apart.consignor, self.apart.consignee))
        both = np.intersect1d(sold[self.ending[sold]], bought[self.ending[bought]])
        return set(np.flatnonzero(np.isin(self.one, np.concatenate([core.node_entity, both]))).tolist())


class StillOpen(NamedTuple):
    """The open questions of identity that may move an answer, who may be a supplier by them, and what holds whatever the answers are.

    `passing` is None where there is no such question.
    """

    asked: list[Doubt]
    suppliers: frozenset[str]
    at_least: Solved
    at_most: Solved
    passing: Passing | None


def solve(run: StageRun, rows: Rows, question: Question, sides: tuple[Codes, Codes], events_max: int) -> Solved:
    """Return the bounds and policies between suppliers and end users (`sides`); policies are None above `events_max` events."""
    return _solve(run, rows, question, sides, events_max, None)


def solve_together(run: StageRun, together: Together, question: Question) -> Solved:
    """Return bounds that hold for every answer to the questions that `together` leaves open; policies are None."""
    return _solve(run, together.rows, question, together.sides, -1, together)


def _solve(run: StageRun, rows: Rows, question: Question, sides: tuple[Codes, Codes], events_max: int, together: Together | None) -> Solved:
    classes = len(rows.classes)
    whole = core_of(rows, *sides, question.window, question.lag_min)
    stated = measure(run, whole, question.unit, classes)
    keep = stated.quantity > 0
    core, quantity = whole.kept(keep), stated.quantity[keep]
    if float(quantity.astype(np.float64).sum()) > TOTAL_MAX:
        raise SettingError("the quantities of these goods add up to more than can be counted in grams; name fewer goods or a shorter time")
    held = None if together is None else _held(run, together, core, quantity, question.unit)
    read = readings(core, orderings(core, question.window, question.lag_min, question.lag_max), quantity, question.sigma, held)
    found = bounds(core, read, quantity, classes)
    events = int((core.tail >= 0).sum() + (core.head >= 0).sum())
    policies = _policies(core, read[0], quantity, classes, question.sigma) if events <= events_max else None
    if question.unit == "usd":
        orders = orderings(whole, question.window, question.lag_min, question.lag_max)
        direct_rows = np.logical_and.reduce([whole.on_path & one.supplied & one.delivered for one in orders])
        valued = prices(whole, stated, found.direct, direct_rows)
    else:
        valued = plain(classes)
    return Solved(whole, stated, core, quantity, read, found, policies, valued, question.unit)


def _held(run: StageRun, together: Together, core: Core, quantity: Ints, unit: Unit) -> Callable[[Ordering, Chains], Ints]:
    """Return what the companies of each node alone must have held, beyond what their records put together imply."""
    width = len(together.apart.entities)
    keys = [
        node.astype(np.int64) * width + company[core.position]
        for node, company in zip((core.tail, core.head), (together.apart.consignor, together.apart.consignee), strict=True)
    ]
    between = [core.tail >= 0, core.head >= 0]
    alone = np.unique(np.concatenate([key[at] for key, at in zip(keys, between, strict=True)]))
    tail, head = (np.where(at, np.searchsorted(alone, key), -1).astype(np.int32) for key, at in zip(keys, between, strict=True))
    node = alone // width
    single = replace(core, tail=tail, head=head, node_entity=np.zeros(alone.size, dtype=np.int32), node_goods=core.node_goods[node])
    among = np.zeros(core.node_entity.size, dtype=np.int64)
    inner = together.inner()
    number = {one: at for at, one in enumerate(zip(core.node_entity.tolist(), core.node_goods.tolist(), strict=True))}
    sent = zip(together.one[together.apart.consignor[inner]].tolist(), together.apart.goods[inner].tolist(), strict=True)
    for at, amount in zip(sent, largest_stated(run, inner, unit).tolist(), strict=True):
        if at in number:
            among[number[at]] += amount

    def held(order: Ordering, chain: Chains) -> Ints:
        stock: Ints = among - chain.opening
        np.add.at(stock, node, chains(single, order, quantity).opening)
        return stock

    return held


def _policies(core: Core, reading: Reading, quantity: Ints, classes: int, sigma: float) -> Policies:
    order, chain = reading.ordering, reading.chains
    scan = scan_of(core, order, chain, quantity)
    opening = chain.opening + share(chain.turnover, sigma)
    sold = core.on_path & order.supplied & order.delivered
    direct = per_class(core.goods, np.where(sold, quantity, 0), classes)
    return Policies(
        fifo=direct + drawn_by_age(scan, opening, classes, newest_first=False),
        lifo=direct + drawn_by_age(scan, opening, classes, newest_first=True),
        proportional=direct + drawn_pro_rata(scan, opening, classes),
        scan=scan,
        opening=opening,
    )
