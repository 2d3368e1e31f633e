"""The chain of each intermediary: every receipt and dispatch in time order, and the stock that must have been there.

A printed date admits a span of days, so one record gives up to three orders: `central` (the middle day), `early_receipts`
(receipts on the first day, dispatches on the last) and `late_receipts` (the reverse). On one day receipts come before
dispatches; where companies pass goods around in a ring on one day, `central` takes the ring's legs in the order of their ids.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from enduse.graph.question import Window
from enduse.graph.reach import Core
from enduse.graph.rows import Codes, Flags, Ints


@dataclass(frozen=True)
class Ordering:
    """When each leg left and arrived, in one reading of the dates; which legs then count.

    `supplied`: the leg leaves a supplier within the days asked about. `delivered`: it reaches an end user within them.
    `level`, `late`: places within one day (see `_rings`).
    """

    name: str
    leave: Ints
    arrive: Ints
    supplied: Flags
    delivered: Flags
    leave_level: Ints
    arrive_level: Ints
    late: Flags


@dataclass(frozen=True)
class Chains:
    """All receipts and dispatches of the nodes in chain order, cut into blocks (receipts, then dispatches).

    `opening` is the least unobserved stock that makes a node's records feasible; `stock` the total stock after a block, of
    which at most so much can be the suppliers'. Quantities are whole grams (or thousandths of a piece).
    """

    receipt_block: Ints
    dispatch_block: Ints
    block_node: Codes
    stock: Ints
    opening: Ints
    turnover: Ints
    scan: Ints
    """Events in one order of time for all nodes: twice the leg number, plus one for a dispatch."""


def orderings(core: Core, window: Window, lag_min: int, lag_max: int) -> tuple[Ordering, ...]:
    """Return the distinct readings of the dates, `central` first; one only when all dates are whole days and no ring exists."""
    first, last = core.first_day.astype(np.int64), core.last_day.astype(np.int64)
    middle = first + (last - first) // 2
    central = _ordering(core, "central", window, middle, middle + (lag_min + lag_max) // 2, middle, middle)
    leave_level, arrive_level, late = _rings(core, central.leave, central.arrive)
    central = Ordering("central", central.leave, central.arrive, central.supplied, central.delivered, leave_level, arrive_level, late)
    whole_days = lag_min == lag_max and bool((first == last).all())
    if whole_days and not late.any():
        return (central,)
    early = _ordering(core, "early_receipts", window, last, first + lag_min, last, first)
    if whole_days:
        return central, early
    return central, early, _ordering(core, "late_receipts", window, first, last + lag_max, first, last)


def chains(core: Core, ordering: Ordering, quantity: Ints) -> Chains:
    """Return the chains of all nodes in that order; every leg of `core` has a quantity."""
    receipts, dispatches = np.flatnonzero(core.head >= 0), np.flatnonzero(core.tail >= 0)
    leg = np.concatenate([receipts, dispatches])
    out = np.concatenate([np.zeros(receipts.size, dtype=np.int8), np.ones(dispatches.size, dtype=np.int8)])
    node = np.concatenate([core.head[receipts], core.tail[dispatches]])
    day = np.concatenate([ordering.arrive[receipts], ordering.leave[dispatches]])
    level = np.concatenate([ordering.arrive_level[receipts], ordering.leave_level[dispatches]])
    phase = np.concatenate([ordering.late[receipts].astype(np.int8), np.ones(dispatches.size, dtype=np.int8)])
    # Within a ring a leg's dispatch comes directly before its own receipt.
    after = 1 - out
    order = np.lexsort((after, leg, phase, day, node))
    scan = np.lexsort((after, leg, phase, level, day))
    count = core.node_entity.size
    node, leg_in_order, out_in_order = node[order], leg[order], out[order]
    change = np.where(out_in_order == 1, -quantity[leg_in_order], quantity[leg_in_order])
    opens = np.ones(order.size, dtype=np.bool_)
    opens[1:] = (node[1:] != node[:-1]) | ((out_in_order[1:] == 0) & (out_in_order[:-1] == 1))
    block = np.cumsum(opens) - 1
    running, opening = _stock(node, change, count)
    ends = np.flatnonzero(np.append(opens[1:], True)) if order.size else np.zeros(0, dtype=np.int64)
    receipt_block, dispatch_block = np.full(core.tail.size, -1, dtype=np.int64), np.full(core.tail.size, -1, dtype=np.int64)
    receipt_block[leg_in_order[out_in_order == 0]] = block[out_in_order == 0]
    dispatch_block[leg_in_order[out_in_order == 1]] = block[out_in_order == 1]
    turnover = np.zeros(count, dtype=np.int64)
    np.add.at(turnover, core.tail[dispatches], quantity[dispatches])
    return Chains(
        receipt_block, dispatch_block, node[ends], running[ends] + opening[node[ends]], opening, turnover, leg[scan] * 2 + out[scan]
    )


def _stock(node: Codes, change: Ints, count: int) -> tuple[Ints, Ints]:
    """Return the recorded balance after each event of a node, and each node's least opening stock."""
    if not change.size:
        return change, np.zeros(count, dtype=np.int64)
    begins = np.flatnonzero(np.append(True, node[1:] != node[:-1]))
    total = np.cumsum(change)
    before = total[begins] - change[begins]
    running = total - np.repeat(before, np.diff(np.append(begins, node.size)))
    opening = np.zeros(count, dtype=np.int64)
    opening[node[begins]] = np.maximum(0, -np.minimum.reduceat(running, begins))
    return running, opening


def _ordering(core: Core, name: str, window: Window, leave: Ints, arrive: Ints, sold: Ints, bought: Ints) -> Ordering:
    """Return one reading; `sold` and `bought` are the days compared with the window: both ends of the date, or its middle."""
    if name == "late_receipts":  # only what certainly falls within the days asked about
        inside = (core.first_day >= window.first) & (core.last_day <= window.last)
    elif name == "early_receipts":  # all that may
        inside = (core.last_day >= window.first) & (core.first_day <= window.last)
    else:
        inside = (sold >= window.first) & (bought <= window.last)
    none = np.zeros(leave.size, dtype=np.int64)
    return Ordering(
        name, leave, arrive, core.from_supplier & inside, core.to_end_user & inside, none, none, np.zeros(leave.size, dtype=np.bool_)
    )


def _rings(core: Core, leave: Ints, arrive: Ints) -> tuple[Ints, Ints, Flags]:
    """Return for each leg the place of its ends within their day (so that goods can pass several hands in one day), and ring legs."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    size = leave.size
    leave_level, arrive_level, late = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.bool_)
    same = np.flatnonzero((core.tail >= 0) & (core.head >= 0) & (leave == arrive))
    if not same.size:
        return leave_level, arrive_level, late
    base = int(min(leave.min(), arrive.min()))
    width = int(max(leave.max(), arrive.max())) - base + 1
    tail_key = np.where(core.tail >= 0, core.tail.astype(np.int64) * width + leave - base, -1)
    head_key = np.where(core.head >= 0, core.head.astype(np.int64) * width + arrive - base, -1)
    places, ends = np.unique(np.concatenate([tail_key[same], head_key[same]]), return_inverse=True)
    source, target = ends[: same.size], ends[same.size :]
    graph = coo_array((np.ones(same.size, dtype=np.int8), (source, target)), shape=(places.size, places.size))
    count, ring = connected_components(graph, directed=True, connection="strong")
    within = ring[source] == ring[target]
    level = np.zeros(count, dtype=np.int64)
    before, behind = ring[source][~within], ring[target][~within]
    while True:
        raised = level.copy()
        np.maximum.at(raised, behind, level[before] + 1)
        if (raised == level).all():
            break
        level = raised
    late[same[within]] = True
    for key, levels in ((tail_key, leave_level), (head_key, arrive_level)):
        at = np.searchsorted(places, key)
        known = (at < places.size) & (places[np.minimum(at, places.size - 1)] == key)
        levels[known] = level[ring[at[known]]]
    return leave_level, arrive_level, late
