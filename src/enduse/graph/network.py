"""The time-expanded network: who can have held the suppliers' goods between which events, and how much at most.

Nodes are the source, the end users (sink), the rest of the world, and one node per block of a chain. A shipment arc carries
at most the shipment; a stock arc from a block to the next carries at most the total stock (closed world) or anything (open
world); after the last block all stock goes to the rest. Only that part of a flow that is the suppliers' is modelled: 0 <= x
<= q and 0 <= s <= stock say that the other goods are conserved too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from enduse.graph.events import Chains, Ordering
from enduse.graph.reach import Core
from enduse.graph.rows import Codes, Flags, Ints

if TYPE_CHECKING:
    from ortools.graph.python.max_flow import SimpleMaxFlow

SOURCE, SINK, REST, FIRST = 0, 1, 2, 3


@dataclass(frozen=True)
class Network:
    """Arcs in a fixed order: shipments on a way (with their leg), shipments to the rest, then stock (with its block)."""

    tail: Ints
    head: Ints
    capacity: Ints
    leg: Ints
    block: Ints
    goods: Codes
    nodes: int

    def open_world(self) -> Network:
        """Return the network in which any stock may be the suppliers'."""
        unlimited = int(self.capacity[self.tail == SOURCE].sum())
        return replace(self, capacity=np.where(self.block >= 0, max(unlimited, 1), self.capacity))

    def with_more_stock(self, extra: Ints, block_node: Codes) -> Network:
        """Return the network in which each node held `extra` more than the records imply."""
        held = self.block >= 0
        capacity = self.capacity.copy()
        capacity[held] += extra[block_node[self.block[held]]]
        return replace(self, capacity=capacity)

    def of_class(self, goods: int) -> Network:
        """Return the arcs of one class; node numbers stay."""
        chosen = np.flatnonzero(self.goods == goods)
        return replace(
            self,
            tail=self.tail[chosen],
            head=self.head[chosen],
            capacity=self.capacity[chosen],
            leg=self.leg[chosen],
            block=self.block[chosen],
            goods=self.goods[chosen],
        )


@dataclass(frozen=True)
class Flow:
    """A maximum flow: how much each arc carries, and which nodes lie on the source's side of the cut that stops more."""

    carried: Ints
    near_source: Flags


def build(core: Core, ordering: Ordering, chain: Chains, quantity: Ints) -> Network:
    """Return the closed-world network of one ordering, without assumed stock."""
    ways = np.flatnonzero(core.on_path & (ordering.supplied | ~core.from_supplier))
    tail = np.where(core.from_supplier[ways], SOURCE, FIRST + chain.dispatch_block[ways])
    onward = np.where(core.to_end_user[ways], REST, FIRST + chain.receipt_block[ways])
    head = np.where(ordering.delivered[ways], SINK, onward)
    leaving = np.flatnonzero(~core.on_path & (core.tail >= 0))
    blocks = chain.block_node.size
    out = np.zeros(blocks, dtype=np.int64)
    np.add.at(out, chain.dispatch_block[leaving], quantity[leaving])
    left = np.flatnonzero(out)
    number = np.arange(blocks, dtype=np.int64)
    last = np.append(chain.block_node[1:] != chain.block_node[:-1], True)[:blocks]
    block_goods = core.node_goods[chain.block_node]
    none = np.full(left.size, -1, dtype=np.int64)
    return Network(
        tail=np.concatenate([tail, FIRST + left, FIRST + number]).astype(np.int64),
        head=np.concatenate([head, np.full(left.size, REST), np.where(last, REST, FIRST + number + 1)]).astype(np.int64),
        capacity=np.concatenate([quantity[ways], out[left], chain.stock]),
        leg=np.concatenate([ways, none, np.full(blocks, -1, dtype=np.int64)]),
        block=np.concatenate([np.full(ways.size, -1, dtype=np.int64), none, number]),
        goods=np.concatenate([core.goods[ways], block_goods[left], block_goods]),
        nodes=FIRST + blocks,
    )


def max_flow(network: Network, target: int) -> Flow:
    """Return a maximum flow from the source to `target` (SINK or REST); what reaches the other end stays there and is not counted."""
    near = np.zeros(network.nodes, dtype=np.bool_)
    near[SOURCE] = True
    if not ((network.tail == SOURCE).any() and (network.head == target).any()):
        return Flow(np.zeros(network.tail.size, dtype=np.int64), near)
    solver, arcs = _solved(network.tail, network.head, network.capacity, SOURCE, target)
    near[np.array(solver.get_source_side_min_cut(), dtype=np.int64)] = True
    return Flow(np.asarray(solver.flows(arcs), dtype=np.int64), near)


def flow_value(tail: Ints, head: Ints, capacity: Ints, source: int, target: int) -> int:
    """Return the value of a maximum flow over plain arcs."""
    solver, _ = _solved(tail, head, capacity, source, target)
    return int(solver.optimal_flow())


def _solved(tail: Ints, head: Ints, capacity: Ints, source: int, target: int) -> tuple[SimpleMaxFlow, Ints]:
    """Return the solver after an exact maximum flow, and its numbers of the arcs in the order given."""
    from ortools.graph.python.max_flow import SimpleMaxFlow

    solver = SimpleMaxFlow()
    arcs: Ints = solver.add_arcs_with_capacity(tail.astype(np.int32), head.astype(np.int32), capacity)
    status = solver.solve(source, target)
    if status != SimpleMaxFlow.Status.OPTIMAL:
        raise ArithmeticError(f"the maximum flow ended as {status}: capacities were checked before, so this is our mistake")
    return solver, arcs


def into(network: Network, flow: Flow, target: int, classes: int) -> Ints:
    """Return how much arrives at `target`, for each class of goods."""
    return per_class(network.goods, np.where(network.head == target, flow.carried, 0), classes)


def supplied(network: Network, classes: int) -> Ints:
    """Return how much leaves the suppliers on a way, for each class of goods."""
    return per_class(network.goods, np.where(network.tail == SOURCE, network.capacity, 0), classes)


def per_class(goods: Codes, amount: Ints, classes: int) -> Ints:
    """Return the sum of `amount` for each class, exactly."""
    total = np.zeros(classes, dtype=np.int64)
    np.add.at(total, goods, amount)
    return total
