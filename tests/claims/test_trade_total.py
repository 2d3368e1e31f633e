"""Claims of totals: decided within declared coverage only."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.store import StageRun
from tests.claims.desks import COMPLETE, EXAMPLE, OTHER, prepare, verdict

ROWS: list[dict[str, Any]] = [{"usd": 600.0}, {"usd": 400.0, "to": OTHER}]


def total(value: float, bound: str = "exact", **fields: Any) -> dict[str, Any]:
    """Return a proposition about trade from CN to KZ in 2023."""
    ends = fields or {"from_country": "CN", "to_country": "KZ"}
    return {"trade_total": {"value": value, "currency": "USD", "bound": bound, "since": "2023", "until": "2023", **ends}}


@pytest.mark.parametrize(
    ("says", "covered", "word"),
    [
        (total(1000), COMPLETE, "supported"),
        (total(9000), COMPLETE, "contradicted"),
        (total(1000), [], "not_decidable"),
        (total(9000), [], "not_decidable"),
        (total(900, "at_least"), [], "supported"),
        (total(9000, "at_least"), [], "not_decidable"),
        (total(600, consignee=EXAMPLE), COMPLETE, "supported"),
    ],
)
def test_never_beyond_coverage(desk: StageRun, says: dict[str, Any], covered: list[dict[str, Any]], word: str) -> None:
    """A sum of rows decides a total only in months declared complete; a lower bound that is reached needs none."""
    found = verdict(prepare(desk, ROWS, covered), says)
    assert found.verdict == word, found.explanation


def test_origin_and_dispatch_are_two_readings(desk: StageRun) -> None:
    """Goods made in CN and dispatched from elsewhere count in the upper bound of trade from CN only."""
    found = verdict(prepare(desk, [*ROWS, {"usd": 50.0, "dispatch": "TR"}], COMPLETE), total(1000))
    assert (found.found_at_least, found.found_at_most) == (1000.0, 1050.0)
