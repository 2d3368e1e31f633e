"""From legs to numbers: the core, its chains, the bounds and what each rule of drawing stock says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from enduse.errors import SettingError
from enduse.graph.bounds import Bounds, Reading, bounds, readings, share
from enduse.graph.events import orderings
from enduse.graph.network import per_class
from enduse.graph.policies import Floats, Scan, drawn_by_age, drawn_pro_rata, scan_of
from enduse.graph.question import Question, Unit
from enduse.graph.reach import Core, core_of
from enduse.graph.rows import Codes, Flags, Ints, Rows
from enduse.graph.values import Measured, Prices, measure, plain, prices
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


def solve(run: StageRun, rows: Rows, question: Question, sides: tuple[Codes, Codes], events_max: int) -> Solved:
    """Return the bounds and policies between suppliers and end users (`sides`); policies are None above `events_max` events."""
    classes = len(rows.classes)
    whole = core_of(rows, *sides, question.window, question.lag_min)
    stated = measure(run, whole, question.unit, classes)
    keep = stated.quantity > 0
    core, quantity = whole.kept(keep), stated.quantity[keep]
    if float(quantity.astype(np.float64).sum()) > TOTAL_MAX:
        raise SettingError("the quantities of these goods add up to more than can be counted in grams; name fewer goods or a shorter time")
    read = readings(core, orderings(core, question.window, question.lag_min, question.lag_max), quantity, question.sigma)
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
