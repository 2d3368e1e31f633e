"""From what was computed to ids, names, sentences and numbers in the unit asked for."""

from __future__ import annotations

from typing import Any

import numpy as np

from enduse.graph import assumptions as words
from enduse.graph.answer import Trace
from enduse.graph.coverage import coverage
from enduse.graph.doubts import Answer, Doubt
from enduse.graph.network import per_class
from enduse.graph.parameters import LP_ARCS_MAX, LP_COMPANIES_MAX, LP_WORK_MAX
from enduse.graph.paths import Route, binding, journeys, routes
from enduse.graph.question import Question, iso
from enduse.graph.rows import Codes, Rows, column, numbers
from enduse.graph.shares import Budget, Shares, shares
from enduse.graph.solving import Solved
from enduse.graph.values import THOUSANDTHS
from enduse.store import StageRun


def answer_of(solved: Solved) -> Answer:
    """Return at least, central and at most; None where no row states what they need.

    Direct sales that state nothing happened all the same: without any other lower bound, how much is not known, never nothing.
    """
    least = solved.prices.worth(solved.bounds.at_least, "low")
    if not least and solved.direct is None:
        least = None
    if silent(solved):
        return least, None, None
    central = None if solved.policies is None else solved.prices.worth(solved.policies.proportional, "middle")
    return least, central, solved.prices.worth(solved.bounds.at_most, "high")


def silent(solved: Solved) -> bool:
    """Tell whether goods can have moved on rows of the core, but none of its first (or none of its last) legs states how much."""
    whole = solved.whole
    lacking = solved.stated.lacking(whole, solved.unit)
    ends = (whole.on_path & whole.from_supplier, whole.on_path & whole.to_end_user)
    return any(bool(end.any() and lacking[end].all()) for end in ends)


class Teller:
    """Turns what was computed into ids, names, sentences and numbers in the unit asked for."""

    def __init__(self, run: StageRun, rows: Rows, question: Question, solved: Solved) -> None:
        self.run, self.rows, self.question, self.solved = run, rows, question, solved
        self.core = solved.core
        self.ids = _Ids(run)

    def tell(self, sides: tuple[Codes, Codes], asked: list[Doubt], told: list[dict[str, Any]]) -> Trace:
        """Return the whole answer."""
        solved, bounds, worth = self.solved, self.solved.bounds, self.solved.prices.worth
        unstated = silent(solved)
        least, central, most = answer_of(solved)
        found = routes(self.core, journeys(bounds.widest.network, bounds.flow))
        legs, stocks = binding(bounds.widest.network, bounds.flow)
        lacking = solved.stated.lacking(solved.whole, self.question.unit)
        direct = solved.direct_rows
        supplied, supplied_rows = self._supplied(sides)
        on_routes = self.core.position[[leg for route in found for leg in route.legs]]
        self.ids.want(solved.whole.position[lacking | direct], on_routes, self.core.position[legs])
        budget = Budget(self.run.parameter(LP_ARCS_MAX), self.run.parameter(LP_WORK_MAX))
        passed = shares(solved, len(self.rows.classes), budget, self.run.parameter(LP_COMPANIES_MAX))
        covered = coverage(self.run, self.question.since, self.question.until)
        codes = {one for route in found for one in route.companies} | set(solved.core.node_entity.tolist())
        self.ids.want_names({self.rows.entities[one] for one in codes} | {one for pair in asked for one in (pair.left, pair.right)})
        return Trace(
            unit=self.question.unit,
            direct=solved.direct,
            at_least=least,
            central=central,
            at_most=most,
            at_most_open=None if unstated else worth(bounds.at_most_open, "high"),
            at_most_covers="stated rows only" if lacking.any() else "all rows",
            central_range=self._range(unstated),
            exposed=None if unstated else self._exposed(),
            supplied=supplied,
            direct_rows={"rows": int(direct.sum()), "unstated": int(solved.direct_unstated.sum())},
            supplied_rows=supplied_rows,
            shipments=sorted({self.ids.shipment(at) for at in (*on_routes, *solved.whole.position[direct])}),
            paths=[self._path(route) for route in found],
            intermediaries=self._named(passed),
            binding=[{"shipment_id": self.ids.shipment(self.core.position[leg]), "quantity": self._of_leg(leg)} for leg in legs],
            binding_stock=self._stocks(stocks),
            unmeasured=sorted(self.ids.shipment(at) for at in solved.whole.position[lacking]),
            assumptions=words.sentences(self.question, self.rows, solved, sides, covered, passed, asked, self.ids.name),
            sensitivity=[{"sigma": sigma, "at_least": worth(amount, "low")} for sigma, amount in bounds.sensitivity],
            if_same=told,
            coverage=covered,
            question=self.question.as_json(),
        )

    def _range(self, unstated: bool) -> dict[str, float | None]:
        policies, worth = self.solved.policies, self.solved.prices.worth
        if policies is None or unstated:
            return {"fifo": None, "lifo": None, "proportional": None}
        return {
            "fifo": worth(policies.fifo, "middle"),
            "lifo": worth(policies.lifo, "middle"),
            "proportional": worth(policies.proportional, "middle"),
        }

    def _exposed(self) -> float | None:
        """Return all that reached end users on legs of the core: what their suppliers had touched, not what moved."""
        whole = self.solved.whole
        arriving = whole.on_path & whole.to_end_user
        return self._sum(arriving)

    def _supplied(self, sides: tuple[Codes, Codes]) -> tuple[float | None, dict[str, int]]:
        """Return all that the suppliers sold to others of the goods and days asked about, whether or not a way leads on, and its rows."""
        rows, span = self.rows, self.question.window
        side = np.zeros(max(1, len(rows.entities)), dtype=np.bool_)
        side[sides[0]] = True
        asked = (rows.goods >= 0) & (rows.last_day >= span.first) & (rows.first_day <= span.last)
        at = np.flatnonzero(side[rows.consignor] & ~side[rows.consignee] & asked)
        stated = numbers(self.run, self.question.unit, at)
        stated = stated[(stated >= 0) & np.isfinite(stated)]
        counted = {"rows": int(at.size), "unstated": int(at.size - stated.size)}
        if at.size and not stated.size:
            return None, counted
        return sum(round(one * THOUSANDTHS) for one in stated.tolist()) / THOUSANDTHS, counted

    def _sum(self, chosen: Any) -> float | None:
        stated = self.solved.stated
        if self.question.unit == "usd":
            values = stated.usd[chosen & ~np.isnan(stated.usd)]
            return sum(round(one * 100) for one in values.tolist()) / 100 if values.size or not chosen.any() else None
        values = stated.quantity[chosen & (stated.quantity >= 0)]
        return int(values.sum()) / THOUSANDTHS if values.size or not chosen.any() else None

    def _of_leg(self, leg: int) -> float | None:
        """Return the quantity of one leg of the core in the unit asked for."""
        if self.question.unit != "usd":
            return int(self.solved.quantity[leg]) / THOUSANDTHS
        keep = self.solved.stated.quantity > 0
        stated = float(self.solved.stated.usd[keep][leg])
        return None if np.isnan(stated) else stated

    def _path(self, route: Route) -> dict[str, Any]:
        ids = [self.rows.entities[at] for at in route.companies]
        first, last = route.legs[0], route.legs[-1]
        amount = np.zeros(len(self.rows.classes), dtype=np.int64)
        for goods, quantity in route.goods:
            amount[goods] = quantity
        if len(ids) == 2 and self.question.unit == "usd":
            stated = [self._of_leg(leg) for leg in route.legs]
            worth = None if None in stated else round(sum(one for one in stated if one is not None), 2)
        else:
            worth = self.solved.prices.indirect(amount, "middle")
        return {
            "entities": ids,
            "names": [self.ids.name(one) for one in ids],
            "shipments": [self.ids.shipment(self.core.position[leg]) for leg in route.legs],
            "quantity": worth,
            "hops": len(ids) - 1,
            "from": iso(int(self.core.first_day[first])),
            "until": iso(max(int(self.core.last_day[leg]) for leg in (*route.legs, last))),
        }

    def _stocks(self, found: list[tuple[int, int]]) -> list[dict[str, Any]]:
        """Return the stocks that stop more: so much was there at most after the last event of a block."""
        reading, core = self.solved.bounds.widest, self.core
        day = np.full(reading.chains.block_node.size, np.iinfo(np.int64).min)
        chain, order = reading.chains, reading.ordering
        for blocks, days in ((chain.receipt_block, order.arrive), (chain.dispatch_block, order.leave)):
            np.maximum.at(day, blocks[blocks >= 0], days[blocks >= 0])
        told = []
        for block, amount in found:
            node = int(reading.chains.block_node[block])
            entity = self.rows.entities[core.node_entity[node]]
            whole = per_class(core.node_goods[[node]], np.array([amount]), len(self.rows.classes))
            told.append(
                {
                    "entity": entity,
                    "name": self.ids.name(entity),
                    "goods": self.rows.classes[core.node_goods[node]],
                    "after": iso(int(day[block])),
                    "quantity": self.solved.prices.indirect(whole, "middle"),
                }
            )
        return told

    def _named(self, passed: Shares) -> list[dict[str, Any]]:
        told = [
            {
                "entity": self.rows.entities[one],
                "name": self.ids.name(self.rows.entities[one]),
                "at_least": share.at_least,
                "central": share.central,
                "at_most": share.at_most,
            }
            for one, share in passed.of.items()
        ]
        return sorted(told, key=lambda one: (-(one["central"] or 0.0), one["entity"]))


class _Ids:
    """Looks up shipment ids and names for the few rows and companies that are told."""

    def __init__(self, run: StageRun) -> None:
        self.run = run
        self._shipments: dict[int, str] = {}
        self._names: dict[str, str] = {}

    def want(self, *positions: Any) -> None:
        """Fetch the ids of the legs at these places of the table."""
        wanted = np.unique(np.concatenate([np.asarray(one, dtype=np.int64) for one in positions]))
        if wanted.size:
            self._shipments = dict(zip(wanted.tolist(), column(self.run, "shipment_id", wanted), strict=True))

    def want_names(self, ids: set[str]) -> None:
        """Fetch the names of these companies."""
        if ids:
            held = self.run.read("entities", ["entity_id", "name"], filters=[("entity_id", "in", sorted(ids))]).to_pylist()
            self._names = {row["entity_id"]: row["name"] for row in held}

    def shipment(self, position: Any) -> str:
        """Return the id of the leg."""
        return self._shipments[int(position)]

    def name(self, entity: str) -> str:
        """Return the name of the company; its id when it has none."""
        return self._names.get(entity) or entity
