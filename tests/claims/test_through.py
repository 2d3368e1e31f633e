"""Claims of deliveries through others: bounds, hops, coverage of the intermediary."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.store import StageRun
from tests.claims.desks import EXAMPLE, KESTREL, OTHER, TRANSIT, prepare, verdict

WAY: list[dict[str, Any]] = [
    {"from": KESTREL, "to": TRANSIT, "kg": 100.0, "on": "2023-03-01"},
    {"from": TRANSIT, "to": EXAMPLE, "kg": 80.0, "on": "2023-05-01"},
]
BEFORE = {"since": "2022-01", "until": "2023-12"}
RECORDS = [{**BEFORE, "reporter": "TR", "direction": direction} for direction in ("import", "export")]


def through(*via: str, **fields: Any) -> dict[str, Any]:
    """Return a proposition of a delivery through others in 2023."""
    says: dict[str, Any] = {"supplier": KESTREL, "consignee": EXAMPLE, "since": "2023", "until": "2023", **fields}
    return {"delivered": {**says, **({"via": list(via)} if via else {"route": "any"})}}


def kg(amount: float, bound: str = "exact") -> dict[str, Any]:
    """Return the fields of a quantity."""
    return {"quantity": amount, "unit": "kg", "bound": bound}


@pytest.mark.parametrize(
    ("fields", "covered", "word", "reason"),
    [
        ({}, [], "partly_supported", "way_open"),
        ({}, RECORDS, "supported", "rows_agree"),
        (kg(70, "at_least"), [], "partly_supported", "way_open"),
        (kg(70, "at_least"), RECORDS, "supported", "rows_agree"),
        (kg(80), RECORDS, "supported", "rows_agree"),
        (kg(500), RECORDS, "contradicted", "rows_differ"),
        (kg(500), [], "partly_supported", "way_open"),
        (kg(50, "at_most"), RECORDS, "not_decidable", "rows_exceed"),
        (kg(90, "at_most"), RECORDS, "supported", "rows_agree"),
        (kg(90, "at_most"), [], "not_decidable", "no_coverage"),
        ({"quantity": 3, "unit": "m2"}, RECORDS, "not_decidable", "not_testable"),
    ],
)
def test_through_one_company(desk: StageRun, fields: dict[str, Any], covered: list[dict[str, Any]], word: str, reason: str) -> None:
    """A way supports in part; complete records of the company between make the bounds hold; a leg that is too small contradicts."""
    found = verdict(prepare(desk, WAY, covered), through(TRANSIT, **fields))
    assert (found.verdict, found.reason) == (word, reason), found.explanation


def test_goods_cannot_leave_before_they_came(desk: StageRun) -> None:
    """The sale to the end user stands before the purchase: no goods can have taken that way, and nothing is supported."""
    late = [{**WAY[0], "on": "2023-08-01"}, WAY[1]]
    found = verdict(prepare(desk, late), through(TRANSIT))
    assert (found.verdict, found.reason, found.found_at_most) == ("not_decidable", "no_coverage", None), found.explanation


IMPORTS = [{**BEFORE, "reporter": "KZ"}]


@pytest.mark.parametrize(
    ("more", "covered", "word"),
    [
        ([], [], "not_decidable"),
        ([], IMPORTS, "contradicted"),
        ([{"from": OTHER, "kg": 5.0}], IMPORTS, "not_decidable"),
        ([{"from": OTHER, "kg": 5.0}], RECORDS, "contradicted"),
    ],
)
def test_a_leg_without_rows(desk: StageRun, more: list[dict[str, Any]], covered: list[dict[str, Any]], word: str) -> None:
    """Nothing from the company between to the end user: others may stand between; contradicted only if one of them moved nothing at all."""
    assert verdict(prepare(desk, [*WAY[:1], *more], covered), through(TRANSIT)).verdict == word


def test_rows_without_amounts_leave_the_way_open(desk: StageRun) -> None:
    """Both legs stand in order and state no mass: the way is open, a number cannot be compared."""
    prepare(desk, [{**row, "kg": None} for row in WAY], RECORDS)
    assert verdict(desk, through(TRANSIT)).reason == "way_open"
    assert verdict(desk, through(TRANSIT, **kg(5, "at_least"))).verdict in ("not_decidable", "partly_supported")


def test_the_rows_of_every_leg_are_cited(desk: StageRun) -> None:
    """Both legs stand in the verdict; a sale to somebody else does not."""
    found = verdict(prepare(desk, [*WAY, {"from": TRANSIT, "to": OTHER, "kg": 5.0}]), through(TRANSIT))
    assert [one.ref_id for one in found.rows] == ["s0", "s1"]


def test_an_open_question_between_two_ends_decides_nothing(desk: StageRun) -> None:
    """The company between may be the end user itself."""
    assert verdict(prepare(desk, WAY, RECORDS, [(TRANSIT, EXAMPLE)]), through(TRANSIT)).reason == "identity_open"


@pytest.mark.parametrize(
    ("rows", "covered", "word"),
    [
        (WAY, [], "partly_supported"),
        (WAY, RECORDS, "supported"),
        ([{"usd": 5.0}], [], "supported"),
        ([], [], "not_decidable"),
    ],
)
def test_any_way(desk: StageRun, rows: list[dict[str, Any]], covered: list[dict[str, Any]], word: str) -> None:
    """By any way: direct rows alone show it, a way through others needs complete records, no row decides nothing."""
    assert verdict(prepare(desk, rows, covered), through()).verdict == word


def test_a_denial_is_not_contradicted_by_bounds(desk: StageRun) -> None:
    """That goods went through a named company is never a row: a denial of it stays open."""
    found = verdict(prepare(desk, WAY, RECORDS), through(TRANSIT), stance="denied")
    assert (found.verdict, found.reason) == ("not_decidable", "rows_against_denial")
