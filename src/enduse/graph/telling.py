"""From what was computed to ids, names, sentences and numbers in the unit asked for."""

from __future__ import annotations

from typing import Any

import numpy as np

from enduse.graph import assumptions as words
from enduse.graph.answer import Trace
from enduse.graph.coverage import coverage
from enduse.graph.doubts import Answer
from enduse.graph.network import per_class
from enduse.graph.paths import Route, binding, journeys, routes
from enduse.graph.question import Question, iso
from enduse.graph.rows import Codes, Ints, Rows, column
from enduse.graph.shares import Shares, shares
from enduse.graph.solving import Solved, StillOpen
from enduse.graph.supplied import supplied_by
from enduse.graph.values import THOUSANDTHS, wider
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


def _open(solved: Solved) -> float | None:
    return None if silent(solved) else solved.prices.worth(solved.bounds.at_most_open, "high")


class Teller:
    """Turns what was computed into ids, names, sentences and numbers in the unit asked for."""

    def __init__(self, run: StageRun, rows: Rows, question: Question, solved: Solved, still_open: StillOpen) -> None:
        self.run, self.rows, self.question, self.solved = run, rows, question, solved
        self.asked, self.maybe_suppliers, self.at_least, self.at_most, self.passing = still_open
        self.core = solved.core
        self.ids = _Ids(run)

    def tell(self, sides: tuple[Codes, Codes], told: list[dict[str, Any]]) -> Trace:
        """Return the whole answer."""
        solved, bounds = self.solved, self.solved.bounds
        unstated = silent(solved)
        least, central, most = answer_of(solved)
        found = routes(self.core, journeys(bounds.widest.network, bounds.flow))
        legs, stocks = binding(bounds.widest.network, bounds.flow)
        direct = solved.direct_rows
        supplied, supplied_rows, supplied_range = supplied_by(self.run, self.rows, self.question, self.maybe_suppliers)
        on_routes = self.core.position[[leg for route in found for leg in route.legs]]
        lacking, possible = self._lacking(), self._possible()
        self.ids.want(lacking, possible, solved.whole.position[direct], on_routes, self.core.position[legs])
        passed = shares(self.run, solved, self.passing)
        covered = coverage(self.run, self.question.since, self.question.until)
        codes = {one for route in found for one in route.companies} | set(solved.core.node_entity.tolist()) | set(passed.of)
        self.ids.want_names({self.rows.entities[one] for one in codes} | {one for pair in self.asked for one in (pair.left, pair.right)})
        shipments = {self.ids.shipment(at) for at in (*on_routes, *solved.whole.position[direct])}
        return Trace(
            unit=self.question.unit,
            direct=solved.direct,
            direct_at_most=self.at_most.direct_at_most,
            at_least=wider(least, answer_of(self.at_least)[0], min),
            central=central,
            at_most=wider(most, answer_of(self.at_most)[2], max),
            at_most_open=wider(_open(solved), _open(self.at_most), max),
            as_resolved={"at_least": least, "at_most": most, "at_most_open": _open(solved)},
            at_most_covers="stated rows only" if lacking.size else "all rows",
            central_range=self._range(unstated),
            exposed=None if unstated else self._exposed(),
            supplied=supplied,
            direct_rows={"rows": int(direct.sum()), "unstated": int(solved.direct_unstated.sum())},
            supplied_rows=supplied_rows,
            supplied_range=supplied_range,
            shipments=sorted(shipments),
            possible_shipments=sorted({self.ids.shipment(at) for at in possible} - shipments),
            paths=[self._path(route) for route in found],
            intermediaries=self._named(passed),
            binding=[{"shipment_id": self.ids.shipment(self.core.position[leg]), "quantity": self._of_leg(leg)} for leg in legs],
            binding_stock=self._stocks(stocks),
            unmeasured=sorted(self.ids.shipment(at) for at in lacking),
            assumptions=words.sentences(self.question, self.rows, solved, sides, covered, passed, self.asked, self.ids.name),
            sensitivity=self._sensitivity(),
            if_same=[one | {f"{side}_name": self.ids.name(one[side]) for side in ("left", "right")} for one in told],
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
        return self.solved.summed(whole.on_path & whole.to_end_user)

    def _lacking(self) -> Ints:
        """Return the legs on a way that do not state what is asked for, by any answer to the open questions."""
        found = [one.whole.position[one.stated.lacking(one.whole, self.question.unit)] for one in (self.solved, self.at_most)]
        return np.unique(np.concatenate(found))

    def _possible(self) -> Ints:
        """Return the legs on the ways behind the upper bound for every answer to the open questions; none where that is no other."""
        most = self.at_most
        if most is self.solved:
            return np.zeros(0, dtype=np.int64)
        legs = [leg for route in routes(most.core, journeys(most.bounds.widest.network, most.bounds.flow)) for leg in route.legs]
        return np.unique(np.concatenate([most.core.position[legs], most.whole.position[most.direct_rows]]))

    def _sensitivity(self) -> list[dict[str, float | None]]:
        """Return the lower bound under each share of assumed stock, whatever the answers to the open questions are."""
        own, open_ = self.solved, self.at_least
        return [
            {"sigma": sigma, "at_least": wider(own.prices.worth(resolved, "low"), open_.prices.worth(amount, "low"), min)}
            for (sigma, resolved), (_, amount) in zip(own.bounds.sensitivity, open_.bounds.sensitivity, strict=True)
        ]

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
                "as_resolved": dict(zip(("at_least", "at_most"), share.as_resolved, strict=True)),
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
