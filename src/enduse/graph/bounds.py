"""How much of the suppliers' goods can have reached the end users: exactly at least and at most, for each class of goods.

The lower bound is a second maximum flow: what cannot be brought to the rest of the world must have arrived (methods 1.2).
Classes are independent networks, so their bounds add. With partial dates each bound is the worst over the readings of the
dates tried (see `events`); other readings between them are not enumerated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from enduse.graph.events import Chains, Ordering, chains
from enduse.graph.network import REST, SINK, Flow, Network, build, into, max_flow, per_class, supplied
from enduse.graph.reach import Core
from enduse.graph.rows import Ints

SENSITIVITY = (0.0, 0.25, 1.0)


@dataclass(frozen=True)
class Reading:
    """One ordering of the events with its chains and its closed-world network (assumed stock included)."""

    ordering: Ordering
    chains: Chains
    network: Network
    bare: Network
    """The network without assumed stock."""


@dataclass(frozen=True)
class Bounds:
    """Whole grams (or thousandths of a piece) for each class; `widest` is the reading that gave `at_most`, `flow` its flow."""

    direct: Ints
    at_least: Ints
    at_most: Ints
    at_most_open: Ints
    sensitivity: tuple[tuple[float, Ints], ...]
    widest: Reading
    flow: Flow


def readings(
    core: Core, orders: tuple[Ordering, ...], quantity: Ints, sigma: float, held: Callable[[Ordering, Chains], Ints] | None = None
) -> tuple[Reading, ...]:
    """Return chains and network for each ordering; `held` says what each node held besides what its records imply."""
    found = []
    for order in orders:
        chain = chains(core, order, quantity)
        bare = build(core, order, chain, quantity)
        if held is not None:
            bare = bare.with_more_stock(held(order, chain), chain.block_node)
        found.append(Reading(order, chain, bare.with_more_stock(share(chain.turnover, sigma), chain.block_node), bare))
    return tuple(found)


def bounds(core: Core, read: tuple[Reading, ...], quantity: Ints, classes: int) -> Bounds:
    """Return the bounds over all readings."""
    least, most, widest_open = [], [], []
    flows: list[Flow] = []
    for one in read:
        least.append(at_least(one.network, classes))
        flows.append(max_flow(one.network, SINK))
        most.append(into(one.network, flows[-1], SINK, classes))
        open_world = one.network.open_world()
        widest_open.append(into(open_world, max_flow(open_world, SINK), SINK, classes))
    best = max(range(len(read)), key=lambda at: (int(most[at].sum()), -at))
    certain = [core.on_path & core.from_supplier & one.ordering.supplied & one.ordering.delivered for one in read]
    direct = per_class(core.goods, np.where(np.logical_and.reduce(certain), quantity, 0), classes)
    return Bounds(
        direct=direct,
        at_least=np.minimum.reduce(least),
        at_most=np.maximum.reduce(most),
        at_most_open=np.maximum.reduce([*widest_open, *most]),
        sensitivity=_sensitivity(read, direct, classes),
        widest=read[best],
        flow=flows[best],
    )


def _sensitivity(read: tuple[Reading, ...], direct: Ints, classes: int) -> tuple[tuple[float, Ints], ...]:
    """Return the lower bound under each share of assumed stock; more stock never raises it, and it never falls below `direct`."""
    told: list[tuple[float, Ints]] = []
    for sigma in SENSITIVITY:
        least = direct
        if not told or (told[-1][1] > direct).any():
            networks = (one.bare.with_more_stock(share(one.chains.turnover, sigma), one.chains.block_node) for one in read)
            least = np.minimum.reduce([at_least(network, classes) for network in networks])
        told.append((sigma, least))
    return tuple(told)


def at_least(network: Network, classes: int) -> Ints:
    """Return what must have reached the end users: all that was supplied, less the most that can have gone elsewhere."""
    # No arc leaves the end users, so a flow to the rest of the world never passes them.
    return supplied(network, classes) - into(network, max_flow(network, REST), REST, classes)


def share(turnover: Ints, sigma: float) -> Ints:
    """Return the assumed stock of each node: `sigma` times what it sold, in whole grams."""
    stock: Ints = np.rint(turnover * sigma).astype(np.int64)
    return stock
