"""Ways and bottlenecks: a flow taken apart into journeys, and the records that stop more from arriving."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from enduse.graph.network import FIRST, SINK, SOURCE, Flow, Network
from enduse.graph.reach import Core


@dataclass(frozen=True)
class Journey:
    """So much of the flow moved along these legs, in this order."""

    legs: tuple[int, ...]
    quantity: int


@dataclass(frozen=True)
class Route:
    """All journeys through the same companies; `legs` in time order."""

    companies: tuple[int, ...]
    legs: tuple[int, ...]
    quantity: int
    goods: tuple[tuple[int, int], ...]
    """(class, quantity) pairs."""


def journeys(network: Network, flow: Flow) -> list[Journey]:
    """Return the flow into the end users as journeys that add up to it; flow that runs in rings is left out."""
    left = flow.carried.tolist()
    head, leg = network.head.tolist(), network.leg.tolist()
    leaving: dict[int, list[int]] = defaultdict(list)
    for arc in np.flatnonzero(flow.carried).tolist()[::-1]:
        leaving[int(network.tail[arc])].append(arc)
    found: list[Journey] = []
    while True:
        walk = _walk(leaving, left, head)
        if not walk:
            return found
        amount = min(left[arc] for arc in walk)
        for arc in walk:
            left[arc] -= amount
        found.append(Journey(tuple(leg[arc] for arc in walk if leg[arc] >= 0), amount))


def _walk(leaving: dict[int, list[int]], left: list[int], head: list[int]) -> list[int]:
    """Return arcs with flow from the source to the end users; a ring met on the way is emptied. Empty when no flow is left."""
    walk: list[int] = []
    place, seen = SOURCE, {SOURCE: 0}
    while place != SINK:
        arcs = leaving[place]
        while arcs and not left[arcs[-1]]:
            arcs.pop()
        if not arcs:
            return []
        walk.append(arcs[-1])
        place = head[arcs[-1]]
        if place in seen:
            ring = walk[seen[place] :]
            amount = min(left[arc] for arc in ring)
            for arc in ring:
                left[arc] -= amount
            walk = walk[: seen[place]]
            seen = {SOURCE: 0} | {head[arc]: at + 1 for at, arc in enumerate(walk)}
        else:
            seen[place] = len(walk)
    return walk


def routes(core: Core, found: list[Journey]) -> list[Route]:
    """Return the journeys gathered by the companies they pass, the largest first, then by company."""
    legs: dict[tuple[int, ...], set[int]] = defaultdict(set)
    amounts: dict[tuple[int, ...], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for journey in found:
        companies = (int(core.consignor[journey.legs[0]]), *(int(core.consignee[leg]) for leg in journey.legs))
        legs[companies].update(journey.legs)
        amounts[companies][int(core.goods[journey.legs[0]])] += journey.quantity
    gathered = [
        Route(
            companies,
            tuple(sorted(legs[companies], key=lambda leg: (int(core.first_day[leg]), leg))),
            sum(amount.values()),
            tuple(sorted(amount.items())),
        )
        for companies, amount in amounts.items()
    ]
    return sorted(gathered, key=lambda route: (-route.quantity, route.companies))


def binding(network: Network, flow: Flow) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the legs, and the (block, quantity) stocks, that together stop more from reaching the end users."""
    crossing = np.flatnonzero(flow.near_source[network.tail] & ~flow.near_source[network.head])
    legs = sorted(int(network.leg[arc]) for arc in crossing if network.leg[arc] >= 0)
    stocks = [(int(network.tail[arc]) - FIRST, int(network.capacity[arc])) for arc in crossing if network.block[arc] >= 0]
    return legs, stocks
