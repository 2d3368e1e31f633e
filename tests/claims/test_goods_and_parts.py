"""Claims of how goods were declared, and of parts found in weapons."""

from __future__ import annotations

from typing import Any

import pytest

from enduse.model import TABLES
from enduse.store import StageRun
from tests.claims.desks import COMPLETE, EXAMPLE, KESTREL, prepare, verdict

YEAR = {"since": "2023", "until": "2023"}
FRIDGE = {"hs": "841869", "usd": 100.0, "text": "Refrigeration equipment"}
ENGINE = {"hs": "841869", "usd": 300.0, "text": "AIRCRAFT ENGINES, for refrigeration"}


def declared(*words: str, **fields: Any) -> dict[str, Any]:
    """Return a proposition that goods were declared as refrigeration equipment."""
    says = {"supplier": KESTREL, "consignee": EXAMPLE, "declared_as": ["8418"], "described_as": list(words), **YEAR}
    return {"declared_as": {**says, **fields}}


@pytest.mark.parametrize(
    ("rows", "says", "covered", "word", "reason"),
    [
        ([FRIDGE, ENGINE], declared("engine"), [], "supported", "rows_agree"),
        ([FRIDGE], declared("engine"), COMPLETE, "partly_supported", "contents_not_shown"),
        ([FRIDGE], declared(), COMPLETE, "partly_supported", "contents_not_shown"),
        ([{"usd": 5.0}], declared("engine"), [], "not_decidable", "no_coverage"),
        ([{"usd": 5.0}], declared("engine"), COMPLETE, "contradicted", "absent_in_covered_period"),
        ([FRIDGE, ENGINE], declared("engine", value=250, currency="USD", bound="over"), [], "supported", "rows_agree"),
        ([FRIDGE, ENGINE], declared("engine", value=9000, currency="USD"), COMPLETE, "contradicted", "rows_differ"),
        ([FRIDGE, ENGINE], declared("engine", value=400, currency="USD"), COMPLETE, "partly_supported", "partial_sum"),
    ],
)
def test_declared_under_other_codes(
    desk: StageRun, rows: list[dict[str, Any]], says: dict[str, Any], covered: list[dict[str, Any]], word: str, reason: str
) -> None:
    """A code shows how goods were declared, a description what they were; no row under the code, in complete months, contradicts."""
    found = verdict(prepare(desk, rows, covered), says)
    assert (found.verdict, found.reason) == (word, reason), found.explanation


def catalogue(desk: StageRun) -> StageRun:
    """Write an invented catalogue of four parts in two weapons."""
    rows = [
        ("1", "Chip XK32F1", "Invented Semiconductor Inc.", "KR", "Sample-136 (OTHER-2) S001"),
        ("2", "Chip XK32F2", "Invented Semiconductor", "KR", "Sample-136 (OTHER-2) S001"),
        ("3", "Motor", "Invented Semiconductor Holding Works", "KR", "Example-10"),
        ("4", "Relay", None, None, "Example-10"),
    ]
    names = ("external_id", "name_marking", "manufacturer", "manufacturer_country", "found_in")
    desk.write(TABLES["components"], [{"component_id": f"c{row[0]}", **dict(zip(names, row, strict=True))} for row in rows])
    return desk


@pytest.mark.parametrize(
    ("says", "word", "reason", "cited"),
    [
        ({"maker": "Invented Semiconductor", "found_in": "Sample 136"}, "supported", "rows_agree", ["c1", "c2"]),
        ({"maker": "INVENTED SEMICONDUCTOR INC", "found_in": "Other 2", "count": 2}, "supported", "rows_agree", ["c1", "c2"]),
        ({"maker": "Invented Semiconductor", "count": 2, "bound": "at_least"}, "supported", "rows_agree", ["c1", "c2"]),
        ({"maker": "Invented Semiconductor", "found_in": "Sample 136", "count": 9}, "partly_supported", "partial_sum", ["c1", "c2"]),
        ({"maker": "Invented Semiconductor", "found_in": "Sample 136", "count": 1}, "partly_supported", "rows_exceed", ["c1", "c2"]),
        ({"country": "KR", "count": 9, "bound": "at_most"}, "not_decidable", "no_coverage", ["c1", "c2", "c3", "c4"]),
        ({"maker": "Invented Semiconductor", "found_in": "Example 10"}, "not_decidable", "identity_open", ["c3", "c4"]),
        ({"part": "XK32F", "found_in": "Sample-136"}, "supported", "rows_agree", ["c1", "c2"]),
        ({"maker": "Unheard Company", "found_in": "Sample 136"}, "not_decidable", "not_in_data", []),
        ({"country": "KR", "found_in": "Sample 13"}, "not_decidable", "not_in_data", []),
    ],
)
def test_parts_in_weapons(desk: StageRun, says: dict[str, Any], word: str, reason: str, cited: list[str]) -> None:
    """Maker, part and weapon must fit; names that only overlap and makers not named are questions; a catalogue sets no upper limit."""
    found = verdict(catalogue(prepare(desk)), {"component": says})
    assert (found.verdict, found.reason, [one.ref_id for one in found.rows]) == (word, reason, cited), found.explanation


def test_no_catalogue_and_a_denial_decide_nothing(desk: StageRun) -> None:
    """Without a catalogue nothing can be looked up; a denial of what one records is not contradicted by it."""
    says = {"component": {"maker": "Invented Semiconductor"}}
    assert verdict(prepare(desk), says).reason == "list_not_loaded"
    assert verdict(catalogue(desk), says, stance="denied").reason == "rows_against_denial"
