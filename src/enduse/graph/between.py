"""The closed-world networks of one solved question, class by class: how much passed one company between, over all readings of the dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from enduse.graph.intermediaries import Merged, at_most_passing, at_most_without, inside_of, merged, most_passing, passing
from enduse.graph.rows import Codes, Flags
from enduse.graph.solving import Solved


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
    """Bounds of what passed one node, in thousandths: a company, or several that may be one, with one class of goods.

    Nodes in `wide` have a bound that holds and may be wider than the records allow, as the budget was used up.
    """

    def __init__(self, solved: Solved, consignor: Codes, budget: Budget) -> None:
        """Ask of this answer; `consignor` says for each leg of its core which company sold it."""
        self.solved, self.core = solved, solved.core
        self._must = solved.bounds.at_least - solved.bounds.direct
        self._can = solved.bounds.at_most - solved.bounds.direct
        self._consignor, self._budget = consignor, budget
        self._networks: dict[int, list[tuple[Merged, Codes]]] = {}
        self.wide: set[int] = set()

    def least(self, node: int, seller: int | None = None) -> float:
        """Return the least that must have passed the node: by its sales, or by those of one of its companies (`seller`) alone."""
        must = float(self._must[self.core.node_goods[node]])
        # Where nothing indirect must have arrived, nothing need have passed any company.
        if not must:
            return 0.0

        def by_sales(one: Merged, inside: Flags) -> float:
            sales = inside[one.tail] & (one.seller >= 0) if seller is None else one.seller == seller
            found = self._programme(one, sales, node, True)
            return max(0.0, must - at_most_without(one, sales)) if found is None else found

        return min(self._over_readings(node, by_sales))

    def most(self, node: int) -> float:
        """Return the most that can have passed the node."""
        can = float(self._can[self.core.node_goods[node]])

        def by_flow(one: Merged, inside: Flags) -> float:
            found = most_passing(one, inside)
            if found is None:
                found = self._programme(one, inside[one.tail] & (one.seller >= 0), node, False)
            return min(can, at_most_passing(one, inside)) if found is None else found

        return max(self._over_readings(node, by_flow))

    def _over_readings(self, node: int, passed: Callable[[Merged, Flags], float]) -> list[float]:
        goods = int(self.core.node_goods[node])
        if goods not in self._networks:
            self._networks[goods] = [
                (merged(one.network.of_class(goods), self._consignor), one.chains.block_node) for one in self.solved.read
            ]
        return [passed(one, inside_of(one, block_node, node)) for one, block_node in self._networks[goods]]

    def _programme(self, one: Merged, sales: Flags, node: int, least: bool) -> float | None:
        found = passing(one, sales, least) if self._budget.allows(one.tail.size) else None
        if found is None:
            self.wide.add(node)
        return found
