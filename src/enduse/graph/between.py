"""The closed-world networks of one solved question, class by class: how much passed one company between, over all readings of the dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from enduse.graph.intermediaries import Merged, inside_of, merged, most_passing, passing
from enduse.graph.rows import Codes, Flags
from enduse.graph.solving import Solved

OPEN = float("nan")


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


class Between:
    """Bounds of what passed one node (a company, or several that may be one, with one class of goods), in thousandths; NaN where open."""

    def __init__(self, solved: Solved, consignor: Codes, budget: Budget) -> None:
        """Ask of this answer; `consignor` says for each leg of its core which company sold it."""
        self.core, self._read = solved.core, solved.read
        # Where nothing indirect must have arrived, nothing need have passed any company.
        self._nothing_must = solved.bounds.at_least == solved.bounds.direct
        self._consignor, self._budget = consignor, budget
        self._networks: dict[int, list[tuple[Merged, Codes]]] = {}

    def least(self, node: int, seller: int | None = None) -> float:
        """Return the least that must have passed the node: by its sales, or by those of one of its companies (`seller`) alone."""
        if self._nothing_must[self.core.node_goods[node]]:
            return 0.0

        def by_sales(one: Merged, inside: Flags) -> float:
            return self._programme(one, inside[one.tail] & (one.seller >= 0) if seller is None else one.seller == seller, True)

        return float(np.min(self._over_readings(node, by_sales)))

    def most(self, node: int) -> float:
        """Return the most that can have passed the node."""

        def by_flow(one: Merged, inside: Flags) -> float:
            found = most_passing(one, inside)
            return self._programme(one, inside[one.tail] & (one.seller >= 0), False) if found is None else found

        return float(np.max(self._over_readings(node, by_flow)))

    def _over_readings(self, node: int, passed: Callable[[Merged, Flags], float]) -> list[float]:
        goods = int(self.core.node_goods[node])
        if goods not in self._networks:
            self._networks[goods] = [(merged(one.network.of_class(goods), self._consignor), one.chains.block_node) for one in self._read]
        return [passed(one, inside_of(one, block_node, node)) for one, block_node in self._networks[goods]]

    def _programme(self, one: Merged, sales: Flags, least: bool) -> float:
        found = passing(one, sales, least) if self._budget.allows(one.tail.size) else None
        return OPEN if found is None else found
