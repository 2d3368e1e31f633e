"""Bounds and policies on invented networks, against an independent linear programme over the unpruned records."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from enduse.graph.bounds import Bounds, bounds, readings
from enduse.graph.events import orderings
from enduse.graph.intermediaries import at_most_passing, at_most_without, inside_of, merged, most_passing, passing
from enduse.graph.paths import journeys
from enduse.graph.policies import drawn_by_age, drawn_pro_rata, passed_through, scan_of
from enduse.graph.question import Window
from enduse.graph.reach import Core, core_of
from enduse.graph.rows import Rows

PARTIES = "EFS0123"
"""E and F end users, S the supplier, the digits companies between."""
Leg = tuple[str, str, int, int]
"""Consignor, consignee, day, quantity."""


class Answer(NamedTuple):
    core: Core
    bounds: Bounds
    fifo: int
    lifo: int
    proportional: float
    through: dict[str, tuple[float, float, float]]


@st.composite
def networks(draw: st.DrawFn) -> list[Leg]:
    """Draw a record: on one day goods move only towards higher names, so that every order within a day is settled."""
    ends = st.sampled_from("SS0123"), st.sampled_from("EFS01230123")
    legs = draw(st.lists(st.tuples(*ends, st.integers(0, 6), st.integers(1, 30)), min_size=6, max_size=24))
    later = {"E": 9, "F": 9, "S": 0} | {name: int(name) + 1 for name in "0123"}
    return [leg for number, leg in enumerate(legs) if leg[0] != leg[1] and (later[leg[0]] < later[leg[1]] or number % 2)]


def spread_days(legs: list[Leg]) -> list[Leg]:
    """Return the legs with days of their own, where some day would have goods go around in a ring."""
    return [(left, right, day * 100 + at, quantity) for at, (left, right, day, quantity) in enumerate(legs)]


def solved(legs: list[Leg], end_users: str = "EF") -> Answer:
    """Answer with the room's own modules, from pruning to policies."""
    names = tuple(sorted(PARTIES))
    code = {name: at for at, name in enumerate(names)}
    left, right = np.array([code[leg[0]] for leg in legs], dtype=np.int32), np.array([code[leg[1]] for leg in legs], dtype=np.int32)
    days = np.array([leg[2] for leg in legs], dtype=np.int32)
    none = np.zeros(len(legs), dtype=np.bool_)
    rows = Rows(left, right, np.zeros(len(legs), dtype=np.int32), days, days, none, none, names, ("854231",))
    core = core_of(rows, rows.codes(["S"]), rows.codes(list(end_users)), Window(), 0)
    quantity = np.array([leg[3] for leg in legs], dtype=np.int64)[core.position] * 1000
    read = readings(core, orderings(core, Window(), 0, 0), quantity, 0.0)
    found = bounds(core, read, quantity, 1)
    order, chain = read[0].ordering, read[0].chains
    scan = scan_of(core, order, chain, quantity)
    direct = int(found.direct[0])
    nodes = list(range(core.node_entity.size))
    pro_rata = passed_through(scan, chain.opening, 0, nodes)
    network = merged(read[0].network, core.consignor)
    through = {}
    for node in nodes:
        inside = inside_of(network, chain.block_node, node)
        sales = network.seller == core.node_entity[node]
        least, most, flow = passing(network, sales, True), passing(network, sales, False), most_passing(network, inside)
        assert least is not None
        assert most is not None
        assert flow is None or abs(flow - most) < 1
        assert int(found.at_least[0]) - direct - at_most_without(network, sales) <= least + 1
        assert at_most_passing(network, inside) >= most - 1
        through[names[core.node_entity[node]]] = (least, float(pro_rata[node]), most)
    oldest, newest = (direct + int(drawn_by_age(scan, chain.opening, 1, rule)[0]) for rule in (False, True))
    return Answer(core, found, oldest, newest, direct + float(drawn_pro_rata(scan, chain.opening, 1)[0]), through)


def oracle(legs: list[Leg], aim: int, through: str | None = None) -> float:
    """Return the least (aim 1) or most (aim -1) that arrives, by a linear programme over every company's events, unpruned.

    Each shipment has a part of the supplier's that has passed `through` and a part that has not.
    """
    count = len(legs)
    upper: list[list[float]] = []
    limits: list[float] = []
    equal: list[list[float]] = []
    wanted: list[float] = []
    events: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, (left, right, day, _) in enumerate(legs):
        events[left].append((day, 1, at))
        events[right].append((day, 0, at))
    for at, (left, _, _, quantity) in enumerate(legs):
        row = [0.0] * (2 * count)
        row[at] = row[count + at] = 1.0
        (equal if left in "SEF" else upper).append(row)
        (wanted if left in "SEF" else limits).append(float(quantity) if left == "S" else 0.0 if left in "EF" else float(quantity))
        if left in ("S", through):  # fresh goods have passed nobody; goods of `through` have all passed it
            fixed = [0.0] * (2 * count)
            fixed[count + at if left == "S" else at] = 1.0
            equal.append(fixed)
            wanted.append(0.0)
    for party, chain in events.items():
        if party in "SEF":
            continue
        chain.sort()
        balance, low = 0, 0
        for _, out, at in chain:
            balance += -legs[at][3] if out else legs[at][3]
            low = min(low, balance)
        total = -low
        held = [[0.0] * (2 * count) for _ in range(2)]
        for _, out, at in chain:
            total += -legs[at][3] if out else legs[at][3]
            for layer in (0, 1):
                joined = 1 if party == through else layer
                held[joined][layer * count + at] += -1.0 if out else 1.0
            for one in held:
                upper.append([-value for value in one])
                limits.append(0.0)
            upper.append([a + b for a, b in zip(*held, strict=True)])
            limits.append(float(total))
    goal = np.zeros(2 * count)
    for at, (left, right, _, _) in enumerate(legs):
        if right in "EF" and left not in "EF":
            goal[count + at] = aim
            goal[at] = aim if through is None else 0
    answer = linprog(goal, A_ub=upper or None, b_ub=limits or None, A_eq=equal or None, b_eq=wanted or None, method="highs")
    assert answer.status == 0
    return float(aim * answer.fun)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(networks())
def test_bounds_hold_every_policy_and_equal_the_linear_programme(drawn: list[Leg]) -> None:
    """Direct <= at_least <= FIFO, LIFO, proportional <= at_most <= at_most_open, and both closed bounds are exact."""
    legs = spread_days(drawn)
    found = solved(legs)
    least, most, widest = (int(one[0]) for one in (found.bounds.at_least, found.bounds.at_most, found.bounds.at_most_open))
    assert int(found.bounds.direct[0]) <= least
    assert all(least - 1e-6 <= one <= most + 1e-6 for one in (found.fifo, found.lifo, found.proportional))
    assert most <= widest
    assert abs(least / 1000 - oracle(legs, 1)) < 1e-6
    assert abs(most / 1000 - oracle(legs, -1)) < 1e-6


@settings(max_examples=200, derandomize=True, deadline=None)
@given(networks())
def test_shipments_of_one_day_are_ordered_receipts_first(drawn: list[Leg]) -> None:
    """With several hands on one day and no ring, the bounds still equal the linear programme."""
    later = {"E": 9, "F": 9, "S": 0} | {name: int(name) + 1 for name in "0123"}
    legs = [leg for leg in drawn if later[leg[0]] < later[leg[1]]]
    found = solved(legs)
    assert abs(int(found.bounds.at_least[0]) / 1000 - (oracle(legs, 1) if legs else 0)) < 1e-6
    assert abs(int(found.bounds.at_most[0]) / 1000 - (oracle(legs, -1) if legs else 0)) < 1e-6
    assert int(found.bounds.at_least[0]) - 1e-6 <= found.proportional <= int(found.bounds.at_most[0]) + 1e-6


@settings(max_examples=100, derandomize=True, deadline=None)
@given(networks())
def test_rings_on_one_day_keep_policies_within_the_bounds(drawn: list[Leg]) -> None:
    """Where goods go around on one day the bounds still hold every policy."""
    found = solved(drawn)
    least, most = int(found.bounds.at_least[0]), int(found.bounds.at_most[0])
    assert all(least - 1e-6 <= one <= most + 1e-6 for one in (found.fifo, found.lifo, found.proportional))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(networks())
def test_what_passed_one_company_equals_the_linear_programme(drawn: list[Leg]) -> None:
    """The bounds through each intermediary are exact and hold its pro rata share; those by flows alone hold them."""
    legs = spread_days(drawn)
    for name, (least, central, most) in solved(legs).through.items():
        assert abs(least / 1000 - oracle(legs, 1, name)) < 1e-5
        assert abs(most / 1000 - oracle(legs, -1, name)) < 1e-5
        assert least - 1e-3 <= central <= most + 1e-3


@settings(max_examples=150, derandomize=True, deadline=None)
@given(networks())
def test_greedy_never_exceeds_the_open_bound_and_journeys_add_up(drawn: list[Leg]) -> None:
    """One scan that always sends on the supplier's goods first is possible in the open world; journeys add up to at_most."""
    legs = spread_days(drawn)
    found = solved(legs)
    held: dict[str, int] = defaultdict(int)
    arrived = 0
    for left, right, _, quantity in legs if legs == sorted(legs, key=lambda one: one[2]) else sorted(legs, key=lambda one: one[2]):
        moved = quantity if left == "S" else min(held[left], quantity)
        held[left] -= 0 if left == "S" else moved
        if right in "EF":
            arrived += moved
        elif right != "S":
            held[right] += moved
    assert arrived * 1000 <= int(found.bounds.at_most_open[0])
    walked = journeys(found.bounds.widest.network, found.bounds.flow)
    assert sum(one.quantity for one in walked) == int(found.bounds.at_most[0])
    days = [[legs[found.core.position[leg]][2] for leg in one.legs] for one in walked]
    assert all(one == sorted(one) for one in days)
