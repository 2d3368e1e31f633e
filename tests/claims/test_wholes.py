"""Claims about a whole: shares, counts of suppliers, beginnings and ends. Absence counts only in months declared complete."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.store import StageRun
from tests.claims.desks import COMPLETE, COUNTRIES, EXAMPLE, KESTREL, OTHER, TRANSIT, prepare, verdict

YEAR = {"since": "2023", "until": "2023"}
MIXED: list[dict[str, Any]] = [{"usd": 600.0, "kg": 1.0}, {"usd": 400.0, "kg": 9.0, "from": TRANSIT}]


def share(number: float, bound: str = "exact", **fields: Any) -> dict[str, Any]:
    """Return a proposition about Kestrel's share of Example Trading's purchases."""
    ends = {"supplier": KESTREL, "consignee": EXAMPLE, "of": ["consignee"], **YEAR}
    return {"share": {**ends, "share": number, "bound": bound, **fields}}


@pytest.mark.parametrize(
    ("says", "covered", "word", "reason"),
    [
        (share(0.5, "over"), COMPLETE, "supported", "rows_agree"),
        (share(0.6), COMPLETE, "supported", "rows_agree"),
        (share(0.63, "about"), COMPLETE, "supported", "rows_agree"),
        (share(0.5, "range", upper=0.7), COMPLETE, "supported", "rows_agree"),
        (share(0.605, "at_least"), COMPLETE, "partly_supported", "near_bound"),
        (share(0.6, "over"), COMPLETE, "contradicted", "rows_differ"),
        (share(0.9), COMPLETE, "contradicted", "rows_differ"),
        (share(0.1, measure="kg"), COMPLETE, "supported", "rows_agree"),
        (share(0.5, measure="shipments"), COMPLETE, "supported", "rows_agree"),
        (share(0.5, measure="pieces"), COMPLETE, "not_decidable", "amount_not_stated"),
        (share(0.5, "over"), [], "not_decidable", "no_coverage"),
        (share(0.9), COMPLETE[:0], "not_decidable", "no_coverage"),
    ],
)
def test_shares(desk: StageRun, says: dict[str, Any], covered: list[dict[str, Any]], word: str, reason: str) -> None:
    """A share is decided only where the whole is declared complete; a share of rows at hand is told and not decided on."""
    found = verdict(prepare(desk, MIXED, covered), says)
    assert (found.verdict, found.reason) == (word, reason), found.explanation


def test_a_company_of_no_stated_country_is_said_to_lie_outside_what_is_declared(desk: StageRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """Months declared complete for one country cover nobody whose country is unknown; the verdict says that this is why."""
    monkeypatch.setitem(COUNTRIES, EXAMPLE, None)
    found = verdict(prepare(desk, MIXED, COMPLETE), share(0.9))
    assert (found.verdict, found.reason) == ("not_decidable", "no_coverage")
    assert "no row states the country of the consignee" in found.explanation
    assert "Not declared" not in found.explanation


def test_a_row_without_an_amount_opens_the_share(desk: StageRun) -> None:
    """A purchase elsewhere that states no value can be of any size: the share is nought to what the rest leaves."""
    found = verdict(prepare(desk, [*MIXED, {"from": TRANSIT}], COMPLETE), share(0.6))
    assert (found.verdict, found.found_at_least, found.found_at_most) == ("not_decidable", 0.0, 0.6)


def test_a_share_of_nothing(desk: StageRun) -> None:
    """Without any purchase in complete months there is nothing to have a share of; without coverage nothing is known."""
    assert verdict(prepare(desk, [], COMPLETE), share(0.5)).verdict == "contradicted"
    assert verdict(prepare(desk, []), share(0.5)).verdict == "not_decidable"


def suppliers(count: int, bound: str = "exact", **fields: Any) -> dict[str, Any]:
    """Return a proposition about the number of Example Trading's suppliers."""
    return {"suppliers": {"consignees": [EXAMPLE], "count": count, "bound": bound, **YEAR, **fields}}


@pytest.mark.parametrize(
    ("says", "covered", "word", "reason"),
    [
        (suppliers(2), COMPLETE, "supported", "rows_agree"),
        (suppliers(2, "at_least"), [], "supported", "rows_agree"),
        (suppliers(5, "at_least"), [], "partly_supported", "partial_sum"),
        (suppliers(2), [], "not_decidable", "no_coverage"),
        (suppliers(1, "at_most"), [], "not_decidable", "rows_exceed"),
        (suppliers(100, "about"), COMPLETE, "contradicted", "rows_differ"),
        (suppliers(1, from_country="TR"), COMPLETE, "supported", "rows_agree"),
        (suppliers(1, goods=["8418"]), COMPLETE, "contradicted", "absent_in_covered_period"),
    ],
)
def test_counts_of_suppliers(desk: StageRun, says: dict[str, Any], covered: list[dict[str, Any]], word: str, reason: str) -> None:
    """The rows bound the count from below; all else needs complete imports."""
    found = verdict(prepare(desk, MIXED, covered), says)
    assert (found.verdict, found.reason) == (word, reason), found.explanation


def test_open_questions_and_unnamed_consignors_widen_the_count(desk: StageRun) -> None:
    """Two suppliers that may be one, and a row without a consignor: one to three."""
    prepare(desk, [*MIXED, {"from": None}], [{**COMPLETE[0], "share": 0.995}], [(KESTREL, TRANSIT)])
    found = verdict(desk, suppliers(3))
    assert (found.verdict, found.found_at_least, found.found_at_most) == ("not_decidable", 1.0, 3.0)


def test_one_is_told_in_the_singular(desk: StageRun) -> None:
    """A claim of one supplier speaks of one company."""
    found = verdict(prepare(desk, MIXED, COMPLETE), suppliers(1))
    assert "1 company that supplied" in found.explanation


DATED: list[dict[str, Any]] = [{"on": "2023-03-10"}, {"on": "2023-05-05"}]
LONG = [{"since": "2022-01", "until": "2024-06"}]


def dated(**fields: Any) -> dict[str, Any]:
    """Return a proposition about when Kestrel's sales to Example Trading began or ended."""
    return {"first_last": {"supplier": KESTREL, "consignee": EXAMPLE, **fields}}


@pytest.mark.parametrize(
    ("says", "covered", "word", "reason"),
    [
        (dated(first="2023-03"), LONG, "supported", "rows_agree"),
        (dated(first="2023-03"), [], "partly_supported", "earlier_not_covered"),
        (dated(first="2023-02"), LONG, "partly_supported", "rows_later"),
        (dated(first="2023-04"), LONG, "contradicted", "rows_outside"),
        (dated(first="2023-04"), [], "not_decidable", "rows_outside"),
        (dated(first="2023-06", until="2023-09"), [{"since": "2023-06", "until": "2023-09"}], "not_decidable", "rows_outside"),
        (dated(last="2023-05"), LONG, "supported", "rows_agree"),
        (dated(last="2023-05"), COMPLETE[:0], "partly_supported", "later_not_covered"),
        (dated(last="2023-05", until="2023-07-31"), COMPLETE, "supported", "rows_agree"),
        (dated(last="2023-04"), LONG, "contradicted", "rows_outside"),
        (dated(last="2023-02", until="2023-02-28"), [], "not_decidable", "no_coverage"),
        (dated(first="2023-03", last="2023-05"), LONG, "supported", "rows_agree"),
        (dated(first="2023-03", last="2023-04"), LONG, "contradicted", "rows_outside"),
        (dated(first="2023-03", last="2023-05"), [{"since": "2022-01", "until": "2023-05"}], "partly_supported", "later_not_covered"),
    ],
)
def test_beginnings_and_ends(desk: StageRun, says: dict[str, Any], covered: list[dict[str, Any]], word: str, reason: str) -> None:
    """Nothing before or after is shown by complete months only; a row outside contradicts in a complete month only."""
    found = verdict(prepare(desk, DATED, covered), says)
    assert (found.verdict, found.reason) == (word, reason), found.explanation


def test_a_possible_row_before_leaves_a_beginning_open(desk: StageRun) -> None:
    """An earlier sale to a company that only may be the consignee decides nothing."""
    prepare(desk, [*DATED, {"on": "2023-01-05", "to": OTHER}], LONG, [(EXAMPLE, OTHER)])
    assert verdict(desk, dated(first="2023-03")).reason == "identity_open"


def test_a_company_that_may_be_the_buyer_itself_is_a_supplier_only_perhaps(desk: StageRun) -> None:
    """Two sure suppliers, and one that an open question calls the buyer itself: two or three, never fewer at most than at least."""
    rows = [*MIXED, {"usd": 50.0, "kg": 2.0, "from": OTHER}]
    prepare(desk, rows, COMPLETE, maybe_same=[(EXAMPLE, OTHER)])
    found = verdict(desk, {"suppliers": {"consignees": [EXAMPLE], "count": 2, **YEAR}})
    assert (found.verdict, found.found_at_least, found.found_at_most) == ("not_decidable", 2.0, 3.0), found.explanation
