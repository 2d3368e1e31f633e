"""Claims of deliveries against rows: amounts, bounds, coverage, open identities, denials."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.store import StageRun
from tests.claims.desks import COMPLETE, EXAMPLE, KESTREL, OTHER, prepare, verdict

YEAR = {"since": "2023", "until": "2023"}
ROWS: list[dict[str, Any]] = [{"usd": 600.0, "kg": 10.0}, {"usd": 400.0, "kg": 30.0, "on": "2023-07-01"}]


def delivered(**fields: Any) -> dict[str, Any]:
    """Return a proposition about the two companies in 2023."""
    return {"delivered": {"supplier": KESTREL, "consignee": EXAMPLE, **YEAR, **fields}}


def usd(value: float, bound: str = "exact") -> dict[str, Any]:
    """Return the fields of a dollar value."""
    return {"value": value, "currency": "USD", "bound": bound}


@pytest.mark.parametrize(
    ("fields", "word", "reason"),
    [
        (usd(1000), "supported", "rows_agree"),
        (usd(1040), "supported", "rows_agree"),
        (usd(1090, "about"), "supported", "rows_agree"),
        (usd(1090), "partly_supported", "partial_sum"),
        (usd(500), "partly_supported", "rows_exceed"),
        (usd(900, "at_least"), "supported", "rows_agree"),
        (usd(5000, "at_least"), "partly_supported", "partial_sum"),
        (usd(5000, "at_most"), "not_decidable", "no_coverage"),
        (usd(500, "at_most"), "not_decidable", "rows_exceed"),
        ({"quantity": 0.04, "unit": "tonnes"}, "supported", "rows_agree"),
        ({"quantity": 7, "unit": "drones"}, "not_decidable", "not_testable"),
        ({"quantity": 7, "unit": "pieces"}, "not_decidable", "amount_not_stated"),
        ({}, "supported", "rows_agree"),
        ({"goods": ["8407"]}, "supported", "rows_agree"),
        ({"goods": ["8418"]}, "not_decidable", "no_coverage"),
    ],
)
def test_without_coverage(desk: StageRun, fields: dict[str, Any], word: str, reason: str) -> None:
    """Rows can support a claim, in whole or as a lower bound; without declared coverage they never contradict it."""
    found = verdict(prepare(desk, ROWS), delivered(**fields))
    assert (found.verdict, found.reason) == (word, reason), found.explanation


@pytest.mark.parametrize(
    ("fields", "word", "reason"),
    [
        (usd(1000), "supported", "rows_agree"),
        (usd(5000), "contradicted", "rows_differ"),
        (usd(500), "contradicted", "rows_differ"),
        (usd(5000, "at_least"), "contradicted", "rows_differ"),
        (usd(500, "at_most"), "contradicted", "rows_differ"),
        (usd(5000, "at_most"), "supported", "rows_agree"),
        ({"goods": ["8418"]}, "contradicted", "absent_in_covered_period"),
    ],
)
def test_with_coverage(desk: StageRun, fields: dict[str, Any], word: str, reason: str) -> None:
    """With every month of the claim declared complete, rows that differ beyond the tolerance contradict it."""
    found = verdict(prepare(desk, ROWS, COMPLETE), delivered(**fields))
    assert (found.verdict, found.reason) == (word, reason), found.explanation


@pytest.mark.parametrize(
    "covered",
    [
        [],
        [{"since": "2023-01", "until": "2023-11"}],
        [{"since": "2023-01", "until": "2023-12", "status": "partial"}],
        [{"since": "2023-01", "until": "2023-12", "reporter": "RU"}],
        [{"since": "2023-01", "until": "2023-12", "direction": "export"}],
        [{"since": "2023-01", "until": "2023-12", "goods_scope": "85"}],
        [{"since": "2023-01", "until": "2023-12", "share": 0.9}],
    ],
)
def test_no_contradiction_without_whole_coverage(desk: StageRun, covered: list[dict[str, Any]]) -> None:
    """A month, a field, the direction, the reporter or the goods not covered: a shortfall stays undecided or partial."""
    prepare(desk, ROWS, covered)
    assert verdict(desk, delivered(**usd(5000))).verdict == "partly_supported"
    assert verdict(desk, delivered(goods=["8418"])).verdict == "not_decidable"


def test_an_open_period_is_never_contradicted(desk: StageRun) -> None:
    """A claim without dates cannot be covered."""
    says = {"delivered": {"supplier": KESTREL, "consignee": OTHER}}
    assert verdict(prepare(desk, ROWS, COMPLETE), says).verdict == "not_decidable"


def test_exports_of_the_supplier_cover_too(desk: StageRun) -> None:
    """Complete exports of the supplier's country would have shown the rows."""
    covered = [{**COMPLETE[0], "reporter": "CN", "direction": "export"}]
    assert verdict(prepare(desk, ROWS, covered), delivered(**usd(5000))).verdict == "contradicted"


def test_a_possible_identity_widens_the_bounds(desk: StageRun) -> None:
    """Rows of a company that may be the consignee count in the upper bound, and stop a contradiction."""
    prepare(desk, [*ROWS, {"usd": 4000.0, "to": OTHER}], COMPLETE, [(EXAMPLE, OTHER)])
    found = verdict(desk, delivered(**usd(5000)))
    assert (found.verdict, found.found_at_least, found.found_at_most) == ("partly_supported", 1000.0, 5000.0)


def test_a_row_without_a_consignee_may_be_the_one(desk: StageRun) -> None:
    """A shipment of the supplier to somebody not stated is possible: it shows nothing and stops a contradiction."""
    found = verdict(prepare(desk, [{"usd": 100.0, "to": None}], COMPLETE), delivered())
    assert (found.verdict, found.reason) == ("not_decidable", "identity_open")


def test_a_partial_date_is_possible_only(desk: StageRun) -> None:
    """A row that admits days outside the claim's period counts in the upper bound only."""
    found = verdict(prepare(desk, [*ROWS, {"usd": 50.0, "on": "2023"}]), delivered(since="2023-02", until="2023-12", **usd(1000)))
    assert (found.found_at_least, found.found_at_most) == (1000.0, 1050.0)


def test_a_row_without_an_amount_opens_the_upper_bound(desk: StageRun) -> None:
    """One row that states no value: the upper bound is open, and nothing is contradicted."""
    found = verdict(prepare(desk, [*ROWS, {"kg": 5.0}], [{**COMPLETE[0]}]), delivered(**usd(5000)))
    assert (found.verdict, found.found_at_least, found.found_at_most) == ("partly_supported", 1000.0, None)


def test_uncounted_duplicates_do_not_count(desk: StageRun) -> None:
    """A row that another stands for adds nothing."""
    assert verdict(prepare(desk, [*ROWS, {"usd": 600.0, "counted": False}]), delivered(**usd(1000))).found_at_most == 1000.0


def test_a_currency_is_converted_at_the_periods_mean(desk: StageRun) -> None:
    """A claim in euro is compared in dollars at the mean of its months, and both numbers are shown."""
    rates = [("EUR", "2023-05-02", 1.0), ("EUR", "2023-05-03", 1.2)]
    found = verdict(prepare(desk, ROWS, rates=rates), delivered(since="2023-05", until="2023-05", value=500, currency="EUR"))
    assert found.claimed == pytest.approx(550.0)
    assert "500 EUR, at 1.1000 USD" in found.explanation


def test_a_month_without_a_rate_is_no_guess(desk: StageRun) -> None:
    """A period with a month that has no rate is not converted."""
    found = verdict(prepare(desk, ROWS, rates=[("EUR", "2023-05-02", 1.0)]), delivered(value=500, currency="EUR"))
    assert (found.verdict, found.reason, found.unit) == ("not_decidable", "no_rate", "EUR")


def test_an_unknown_company_is_not_decidable(desk: StageRun) -> None:
    """A name nobody in the workspace bears: not decidable, and the explanation names it."""
    found = verdict(prepare(desk, ROWS), {"delivered": {"supplier": "Invented Absent Works", **YEAR}})
    assert (found.verdict, found.reason) == ("not_decidable", "unknown_company")
    assert "Invented Absent Works" in found.explanation


def test_a_denial_is_never_supported_by_absence(desk: StageRun) -> None:
    """No row in complete months: the denial is still not decidable."""
    found = verdict(prepare(desk, [], COMPLETE), delivered(), stance="denied")
    assert (found.verdict, found.reason) == ("not_decidable", "absence_is_no_denial")


def test_rows_speak_against_a_denial(desk: StageRun) -> None:
    """Rows that show what is denied are named beside the denial, as not decidable without a contradiction."""
    found = verdict(prepare(desk, ROWS), delivered(), stance="denied")
    assert (found.verdict, found.reason) == ("not_decidable", "rows_against_denial")


@pytest.mark.parametrize(
    ("fields", "covered", "word", "reason"),
    [
        ({}, COMPLETE, "contradicted", "denied_and_shown"),
        ({"since": None}, COMPLETE, "contradicted", "denied_and_shown"),
        ({"since": None, "until": None}, COMPLETE, "not_decidable", "rows_against_denial"),
        ({}, [{"since": "2023-07", "until": "2023-07"}], "contradicted", "denied_and_shown"),
        (usd(900, "over"), COMPLETE, "contradicted", "denied_and_shown"),
        (usd(900, "over"), [{"since": "2023-07", "until": "2023-07"}], "not_decidable", "rows_against_denial"),
        (usd(5000), COMPLETE, "not_decidable", "absence_is_no_denial"),
        ({"goods": ["8418"]}, COMPLETE, "not_decidable", "absence_is_no_denial"),
        ({"until": "2023-03"}, COMPLETE, "not_decidable", "absence_is_no_denial"),
        ({"supplier": OTHER}, COMPLETE, "not_decidable", "absence_is_no_denial"),
    ],
)
def test_a_denial_within_its_scope(desk: StageRun, fields: dict[str, Any], covered: list[dict[str, Any]], word: str, reason: str) -> None:
    """Rows of the goods, days and companies denied contradict it in months declared complete; all other rows do not answer it."""
    says = {key: value for key, value in delivered(**fields)["delivered"].items() if value is not None}
    found = verdict(prepare(desk, ROWS, covered), {"delivered": says}, stance="denied")
    assert (found.verdict, found.reason) == (word, reason), found.explanation


@pytest.mark.parametrize(
    ("bound", "fields", "word"),
    [
        ("over", {"value": 1000}, "partly_supported"),
        ("over", {"value": 999}, "supported"),
        ("under", {"value": 1001}, "supported"),
        ("under", {"value": 1000}, "partly_supported"),
        ("range", {"value": 900, "upper": 1100}, "supported"),
        ("range", {"value": 100, "upper": 500}, "contradicted"),
        ("range", {"value": 2000, "upper": 3000}, "contradicted"),
    ],
)
def test_bounds_as_worded(desk: StageRun, bound: str, fields: dict[str, Any], word: str) -> None:
    """'More than' and 'less than' leave the number itself out; a range has two ends."""
    found = verdict(prepare(desk, ROWS, COMPLETE), delivered(currency="USD", bound=bound, **fields))
    assert found.verdict == word, found.explanation


@pytest.mark.parametrize(("day", "word"), [("2023-05-06", "supported"), ("2023-05-12", "not_decidable")])
def test_a_weekend_takes_the_last_fixing(desk: StageRun, day: str, word: str) -> None:
    """A claim about a Saturday takes Friday's rate; a rate of more than some days before is none."""
    rows = [{"usd": 550.0, "on": day}]
    found = verdict(prepare(desk, rows, rates=[("EUR", "2023-05-05", 1.1)]), delivered(since=day, until=day, value=500, currency="EUR"))
    assert found.verdict == word, found.explanation


@pytest.mark.parametrize(("value", "word", "reason"), [(1000, "supported", "rows_agree"), (9000, "not_decidable", "hedged")])
def test_a_hedged_claim_is_not_contradicted(desk: StageRun, value: float, word: str, reason: str) -> None:
    """Of a claim worded as uncertain, rows can show that it holds; that they do not show it is no contradiction."""
    found = verdict(prepare(desk, ROWS, COMPLETE), delivered(**usd(value)), stance="uncertain")
    assert (found.verdict, found.reason) == (word, reason), found.explanation


def test_cited_rows_are_the_rows_counted(desk: StageRun) -> None:
    """The verdict cites each row it counted, and only those."""
    found = verdict(prepare(desk, [*ROWS, {"usd": 9.0, "from": OTHER}]), delivered(**usd(1000)))
    assert [(one.kind, one.ref_id) for one in found.rows] == [("shipment", "s0"), ("shipment", "s1")]
