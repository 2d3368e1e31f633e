"""What arrived if every intermediary had drawn its stock by one rule: first in first out, last in first out, or pro rata.

One scan over the receipts and dispatches of the intermediaries. Lots stay apart when goods move, in the order drawn, and
what was drawn first is what the receiver's rule draws first: blending a shipment into one lot would change the answer.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from enduse.graph.events import Chains, Ordering
from enduse.graph.reach import Core
from enduse.graph.rows import Ints

Lots = list[tuple[int, bool]]
"""Quantity, and whether it is the suppliers'; in the order drawn."""
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scan:
    """The events as plain lists: one entry per event, in time order."""

    leg: list[int]
    dispatch: list[bool]
    node: list[int]
    target: list[int]
    """For a dispatch: the receiving node, -1 for an end user within the days asked about, -2 for anywhere else."""
    supplied: list[bool]
    """For a receipt: the goods come from a supplier within the days asked about."""
    quantity: list[int]
    goods: list[int]


def scan_of(core: Core, ordering: Ordering, chain: Chains, quantity: Ints) -> Scan:
    """Return the events of all nodes as lists."""
    leg, out = chain.scan // 2, (chain.scan % 2).astype(np.bool_)
    onward = np.where(core.on_path & (core.head >= 0), core.head, -2)
    target = np.where(core.on_path & ordering.delivered, -1, onward)
    return Scan(
        leg=leg.tolist(),
        dispatch=out.tolist(),
        node=np.where(out, core.tail[leg], core.head[leg]).tolist(),
        target=target[leg].tolist(),
        supplied=(core.on_path & ordering.supplied)[leg].tolist(),
        quantity=quantity[leg].tolist(),
        goods=core.goods[leg].tolist(),
    )


def drawn_by_age(scan: Scan, opening: Ints, classes: int, newest_first: bool) -> Ints:
    """Return what arrives through intermediaries, for each class, when the oldest (or newest) lot is always drawn first."""
    stock: list[deque[tuple[int, bool]]] = [deque([(amount, False)] if amount else []) for amount in opening.tolist()]
    moving: dict[int, Lots] = {}
    arrived = [0] * classes
    for leg, dispatch, node, target, supplied, quantity, goods in _events(scan):
        if dispatch:
            lots = _draw(stock[node], quantity, newest_first)
            if target == -1:
                arrived[goods] += sum(amount for amount, ours in lots if ours)
            elif target >= 0:
                moving[leg] = lots
            continue
        lots = moving.pop(leg, []) or [(quantity, supplied)]
        for amount, ours in reversed(lots) if newest_first else lots:
            _put(stock[node], amount, ours)
    return np.array(arrived, dtype=np.int64)


def drawn_pro_rata(scan: Scan, opening: Ints, classes: int) -> Floats:
    """Return what arrives through intermediaries, for each class, when every dispatch is the same mixture as the stock."""
    total = opening.tolist()
    ours = [0.0] * len(total)
    moving: dict[int, float] = {}
    arrived = [0.0] * classes
    for leg, dispatch, node, target, supplied, quantity, goods in _events(scan):
        if dispatch:
            part = ours[node] if quantity >= total[node] else ours[node] * quantity / total[node]
            ours[node] -= part
            total[node] = max(0, total[node] - quantity)
            if target == -1:
                arrived[goods] += part
            elif target >= 0:
                moving[leg] = part
            continue
        ours[node] += moving.pop(leg, float(quantity) if supplied else 0.0)
        total[node] += quantity
    return np.array(arrived, dtype=np.float64)


def passed_through(scan: Scan, opening: Ints, of_class: int, nodes: list[int]) -> Floats:
    """Return, for each of `nodes` (all nodes of one class), what arrives pro rata having passed through it anywhere on the way."""
    place = {node: at for at, node in enumerate(nodes)}
    total = [int(opening[node]) for node in nodes]
    ours = [0.0] * len(nodes)
    passed = np.zeros((len(nodes), len(nodes)), dtype=np.float64)
    moving: dict[int, tuple[float, Floats]] = {}
    arrived = np.zeros(len(nodes), dtype=np.float64)
    for leg, dispatch, node, target, supplied, quantity, goods in _events(scan):
        if goods != of_class:
            continue
        at = place[node]
        if dispatch:
            part = 1.0 if quantity >= total[at] else quantity / total[at]
            gone = passed[at] * part
            if target == -1:
                arrived += gone
            elif target >= 0:
                moving[leg] = (ours[at] * part, gone)
            passed[at] -= gone
            ours[at] -= ours[at] * part
            total[at] = max(0, total[at] - quantity)
            continue
        amount, brought = moving.pop(leg, (float(quantity) if supplied else 0.0, None))
        ours[at] += amount
        total[at] += quantity
        if brought is not None:
            passed[at] += brought
        passed[at, at] = ours[at]
    return arrived


def _events(scan: Scan) -> zip[tuple[int, bool, int, int, bool, int, int]]:
    return zip(scan.leg, scan.dispatch, scan.node, scan.target, scan.supplied, scan.quantity, scan.goods, strict=True)


def _draw(stock: deque[tuple[int, bool]], quantity: int, newest_first: bool) -> Lots:
    """Take `quantity` out of the stock; what the stock cannot give is not the suppliers'."""
    lots: Lots = []
    wanted = quantity
    while wanted and stock:
        amount, ours = stock.pop() if newest_first else stock.popleft()
        taken = min(amount, wanted)
        if amount > taken:
            (stock.append if newest_first else stock.appendleft)((amount - taken, ours))
        wanted -= taken
        if lots and lots[-1][1] == ours:
            lots[-1] = (lots[-1][0] + taken, ours)
        else:
            lots.append((taken, ours))
    if wanted:
        lots.append((wanted, False))
    return lots


def _put(stock: deque[tuple[int, bool]], amount: int, ours: bool) -> None:
    """Add a lot on the new end; neighbours of one kind become one lot, which changes nothing."""
    if stock and stock[-1][1] == ours:
        stock[-1] = (stock[-1][0] + amount, ours)
    else:
        stock.append((amount, ours))
