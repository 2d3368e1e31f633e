"""Which legs can lie on a way from the suppliers to the end users: earliest arrival and latest departure, any number of hops.

Array passes over the frontier only: each leg is looked at when its consignor is first reached early enough for it, so the
work is one sort and one visit per leg. Time order is read generously (receipts on the first day a date admits, dispatches on
the last), so no leg is dropped that some order of the admitted days would use.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np

from enduse.graph.question import Window
from enduse.graph.rows import Codes, Flags, Ints, Rows
from enduse.store import distinct

_DENSE_NODES = 20_000_000
_FAR = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Core:
    """The legs that matter, in the order of the table: those on a way (`on_path`), and every other leg of the companies between.

    A node is one intermediary with one class of goods; `tail` and `head` are node numbers, -1 for a company that is none.
    """

    position: Ints
    tail: Codes
    head: Codes
    goods: Codes
    consignor: Codes
    consignee: Codes
    first_day: Codes
    last_day: Codes
    from_supplier: Flags
    to_end_user: Flags
    on_path: Flags
    node_entity: Codes
    node_goods: Codes

    def kept(self, keep: Flags) -> Core:
        """Return only the marked legs; the nodes stay."""
        per_node = ("node_entity", "node_goods")
        return replace(self, **{one.name: getattr(self, one.name)[keep] for one in fields(self) if one.name not in per_node})


@dataclass(frozen=True)
class _Graph:
    tail: Codes | Ints
    head: Codes | Ints
    leave: Ints
    arrive: Ints
    passes: Flags
    """The leg may be entered from its tail."""
    lands: Flags
    """What travels the leg may go on from its head."""
    nodes: int


def core_of(rows: Rows, suppliers: Codes, end_users: Codes, window: Window, lag_min: int) -> Core:
    """Return the legs between `suppliers` and `end_users` that time order allows, with the whole record of the companies between."""
    side = np.zeros(max(1, len(rows.entities)), dtype=np.int8)
    side[suppliers], side[end_users] = 1, 2
    sender, receiver = side[rows.consignor], side[rows.consignee]
    live = (rows.consignor != rows.consignee) & (rows.goods >= 0)
    asked = live & (rows.last_day >= window.first) & (rows.first_day <= window.last)
    starts = asked & (sender == 1) & (receiver != 1)
    ends = asked & (receiver == 2) & (sender != 2)
    leaving, arriving = (np.zeros(len(rows.classes) + 1, dtype=np.bool_) for _ in range(2))
    leaving[rows.goods[starts]] = arriving[rows.goods[ends]] = True
    shared = leaving & arriving
    use = np.flatnonzero(live & shared[rows.goods])
    tail, head, nodes = _nodes(rows, use, shared)
    inner_tail, inner_head = sender[use] == 0, receiver[use] == 0
    leave, arrive = rows.last_day[use].astype(np.int64), rows.first_day[use].astype(np.int64) + lag_min
    forward = np.flatnonzero(spread(_Graph(tail, head, leave, arrive, inner_tail, inner_head, nodes), starts[use]))
    # The same walk on the reversed graph: time runs backwards, from the end users.
    reverse = _Graph(head[forward], tail[forward], -arrive[forward], -leave[forward], inner_head[forward], inner_tail[forward], nodes)
    way = forward[spread(reverse, ends[use][forward])]
    on_path = np.zeros(use.size, dtype=np.bool_)
    on_path[way] = True
    between = np.zeros(nodes, dtype=np.bool_)
    between[head[way[inner_head[way]]]] = True
    between[tail[way[inner_tail[way]]]] = True
    chosen = np.flatnonzero(on_path | (between[tail] & inner_tail) | (between[head] & inner_head))
    number = np.full(nodes, -1, dtype=np.int32)
    number[between] = np.arange(int(between.sum()), dtype=np.int32)
    at = use[chosen]
    tails, heads = number[tail[chosen]], number[head[chosen]]
    node_entity, node_goods = np.zeros(int(between.sum()), dtype=np.int32), np.zeros(int(between.sum()), dtype=np.int32)
    node_entity[tails[tails >= 0]], node_goods[tails[tails >= 0]] = rows.consignor[at][tails >= 0], rows.goods[at][tails >= 0]
    return Core(
        at.astype(np.int64), tails, heads, rows.goods[at], rows.consignor[at], rows.consignee[at], rows.first_day[at], rows.last_day[at],
        sender[at] == 1, (receiver[at] == 2) & (sender[at] != 2), on_path[chosen], node_entity, node_goods,
    )  # fmt: skip


def spread(graph: _Graph, start: Flags) -> Flags:
    """Return which legs can be travelled when those marked in `start` are, no leg before what it carries has arrived."""
    reached = start.copy()
    fresh = np.flatnonzero(start)
    if not fresh.size:
        return reached
    base = int(graph.leave.min())
    # One number per leg orders by (tail, leave); the last place of each tail's span stands for 'after every leg'.
    width = int(graph.leave.max()) - base + 2
    legs = np.flatnonzero(graph.passes)
    key = graph.tail[legs].astype(np.int64) * width + (graph.leave[legs] - base)
    order = np.argsort(key, kind="stable")
    key, legs = key[order], legs[order]
    best = np.full(graph.nodes, _FAR, dtype=np.int64)
    upto = np.full(graph.nodes, -1, dtype=np.int64)
    while fresh.size:
        landing = fresh[graph.lands[fresh]]
        head, arrive = graph.head[landing], graph.arrive[landing]
        better = arrive < best[head]
        head, arrive = head[better], arrive[better]
        if not head.size:
            break
        np.minimum.at(best, head, arrive)
        changed = distinct(head).astype(np.int64)
        low = np.searchsorted(key, changed * width + np.clip(best[changed] - base, 0, width - 1))
        high = np.where(upto[changed] < 0, np.searchsorted(key, (changed + 1) * width), upto[changed])
        upto[changed] = low
        fresh = legs[_ranges(low.astype(np.int64), high.astype(np.int64))]
        reached[fresh] = True
    return reached


def _nodes(rows: Rows, use: Ints, shared: Flags) -> tuple[Ints, Ints, int]:
    """Return the (company, class) numbers of both ends of the used legs, and how many numbers there are."""
    number = np.cumsum(shared) - 1
    count = int(shared.sum())
    goods = number[rows.goods[use]]
    tail = rows.consignor[use].astype(np.int64) * count + goods
    head = rows.consignee[use].astype(np.int64) * count + goods
    nodes = len(rows.entities) * max(1, count)
    if nodes > _DENSE_NODES:
        present, both = np.unique(np.concatenate([tail, head]), return_inverse=True)
        return both[: use.size], both[use.size :], int(present.size)
    return tail, head, max(1, nodes)


def _ranges(low: Ints, high: Ints) -> Ints:
    """Return low[0]..high[0]-1, low[1]..high[1]-1, ... in one array."""
    sizes = high - low
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if ends.size else 0
    places: Ints = np.arange(total, dtype=np.int64) + np.repeat(low - (ends - sizes), sizes)
    return places
