"""Who sold to the end users directly, by month, and the edges of the flow diagram."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from enduse import entities, graph
from enduse.errors import SettingError, UnknownName
from enduse.model.companies import ENTITY_MENTIONS, LISTED_MATCHES, POSSIBLE_MATCHES
from enduse.model.trade import MENTIONS, SHIPMENTS
from enduse.store import StageRun
from tests.graph.examples import lay, leg


@pytest.fixture
def sold(desk: StageRun, monkeypatch: pytest.MonkeyPatch) -> StageRun:
    """Return a desk where S and A sell to E, A after buying from S, and E sells to F."""
    rows: list[dict[str, Any]] = [
        leg(("1", "S", "E", 3, 10), usd=100.0), leg(("2", "S", "E", 40, 5), usd=None), leg(("3", "A", "E", 50, 7), usd=900.0),
        leg(("4", "S", "A", 45, 9), usd=50.0), leg(("5", "S", "A", 60, 9), usd=50.0), leg(("6", "E", "F", 60, 1), usd=1.0),
        leg(("7", "B", "E", 0, 1), usd=2.0, hs_code="010121", date_from=dt.date(1970, 1, 1), date_until=dt.date(1970, 2, 28)),
    ]  # fmt: skip
    lay(desk, rows)
    net = {one["shipment_id"]: one["kg"] for one in rows} | {"2": None}
    desk.write(SHIPMENTS, [{"shipment_id": one, "net_mass_kg": mass} for one, mass in net.items()])
    desk.write(ENTITY_MENTIONS, [{"mention_id": one, "entity_id": "S"} for one in ("m1", "m2")])
    printed = {"m1": ("INVENTED S", 1), "m2": ("Invented S Works", 2)}
    desk.write(MENTIONS, [{"mention_id": one, "name": name, "shipments": count} for one, (name, count) in printed.items()])
    desk.write(LISTED_MATCHES, [{"entity_id": "S", "subject_id": one, "grade": one} for one in ("likely", "possible")])
    monkeypatch.setattr(entities, "count_bounds", lambda run, ids: (len(ids), len(ids) + 1), raising=False)
    return desk


def test_suppliers_are_told_with_their_rows(sold: StageRun) -> None:
    """The dearest first; sums over the rows that state them; gross mass never counts as net mass."""
    told = graph.suppliers(sold, ["E"])
    assert [one["entity"] for one in told.suppliers] == ["A", "S", "B"]
    supplier = told.suppliers[1]
    assert supplier["names"] == ["Invented S Works", "INVENTED S"]
    assert (supplier["value_usd"], supplier["without_value"], supplier["net_mass_kg"], supplier["kg"]) == (100, 1, 10, 15)
    assert (supplier["shipments"], supplier["first"], supplier["last"]) == (["1", "2"], "1970-01-04", "1970-02-10")


def test_the_count_is_an_interval(sold: StageRun) -> None:
    """The resolved companies' own bounds are used; a partial date that may fall outside adds only to the upper one."""
    assert graph.suppliers(sold, ["E"]).count == {"at_least": 3, "at_most": 4}
    told = graph.suppliers(sold, ["E"], until="1970-02-10")
    assert told.count == {"at_least": 1, "at_most": 3}
    assert told.suppliers[1]["rows_uncertain"] == 1


def test_what_was_sent_to_a_company_that_may_be_the_end_user_counts_at_most(sold: StageRun) -> None:
    """A may be E: its purchases are in the upper bounds, its own sales to E are not in the lower ones, and neither is in a sum."""
    sold.write(POSSIBLE_MATCHES, [{"left_entity_id": "A", "right_entity_id": "E"}])
    told = graph.suppliers(sold, ["E"])
    assert (told.total["value_usd"], told.total["suppliers"], told.count) == (1002, 3, {"at_least": 2, "at_most": 4})
    assert told.bounds["net_mass_kg"] == {"at_least": 11, "at_most": None}
    assert [(one["entity"], one["may_be"], one["suppliers"], one["shipments"]) for one in told.possible] == [
        ("A", ["E"], ["S"], ["4", "5"])
    ]
    by_name = {one["entity"]: one for one in told.suppliers}
    assert (by_name["A"]["may_be"], by_name["A"]["bounds"]["value_usd"]) == (["E"], {"at_least": 0, "at_most": 900})
    assert (by_name["S"]["possible_shipments"], by_name["B"]["bounds"]["value_usd"]) == (["4", "5"], {"at_least": 2, "at_most": 2})
    assert graph.suppliers(sold, ["A", "E"]).possible == []


def test_what_a_company_sent_that_may_be_the_supplier_counts_at_most(sold: StageRun) -> None:
    """B may be A: each one's upper bound holds both, and neither lower bound changes."""
    sold.write(POSSIBLE_MATCHES, [{"left_entity_id": "A", "right_entity_id": "B"}])
    bounds = {one["entity"]: one["bounds"]["value_usd"] for one in graph.suppliers(sold, ["E"]).suppliers}
    assert bounds == {"A": {"at_least": 900, "at_most": 902}, "B": {"at_least": 2, "at_most": 902}, "S": {"at_least": 100, "at_most": None}}


def test_a_row_without_a_date_is_uncertain_only_where_days_are_asked_about(sold: StageRun) -> None:
    """Without days nothing can lie outside them."""
    lay(sold, [leg(("1", "S", "E", 3, 10), usd=100.0, date_from=None, date_until=None)])
    assert graph.suppliers(sold, ["E"]).bounds["value_usd"] == {"at_least": 100, "at_most": 100}
    assert graph.suppliers(sold, ["E"], since="1970-01-01").bounds["value_usd"] == {"at_least": 0, "at_most": 100}


def test_the_total_counts_rows_without_value(sold: StageRun) -> None:
    """The sum of what is stated, and how many rows state nothing."""
    total = graph.suppliers(sold, ["E"]).total
    assert (total["value_usd"], total["without_value"], total["rows"]) == (1002, 1, 4)


def test_the_answer_is_json(sold: StageRun) -> None:
    """Every number is a JSON number."""
    told = graph.suppliers(sold, ["E"]).as_json()
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_listings_are_three_valued(sold: StageRun) -> None:
    """The best grade is told; no match is None."""
    assert {one["entity"]: one["listed"] for one in graph.suppliers(sold, ["E"]).suppliers} == {"A": None, "B": None, "S": "likely"}


def test_goods_restrict_suppliers(sold: StageRun) -> None:
    """Only rows under the prefixes count; sales among the end users never do."""
    assert [one["entity"] for one in graph.suppliers(sold, ["E"], ["01"]).suppliers] == ["B"]
    assert graph.suppliers(sold, ["E", "F"], ["85"]).total["rows"] == 3
    assert graph.suppliers(sold, ["E"], ["9999"]).count == {"at_least": 0, "at_most": 0}


def test_suppliers_of_nobody_cannot_be_asked(sold: StageRun) -> None:
    """Without an end user, or with one that is not held, there is no question."""
    with pytest.raises(SettingError):
        graph.suppliers(sold, [])
    with pytest.raises(UnknownName):
        graph.suppliers(sold, ["E') or :x --"])


def test_months_without_an_exact_month_stay_unknown(sold: StageRun) -> None:
    """A date over two months has no month; sums that nobody states are None."""
    found = [(one["month"], one["entity"], one["usd"], one["rows"]) for one in graph.monthly(sold, ["E"])]
    assert found == [(None, "B", 2.0, 1), ("1970-01", "S", 100.0, 1), ("1970-02", "A", 900.0, 1), ("1970-02", "S", None, 1)]


def test_edges_draw_purchases_that_came_before_a_sale(sold: StageRun) -> None:
    """A bought row 4 before selling to E; row 5 came too late; S sells directly."""
    found = {(one["left"], one["right"], one["kind"], one["kg"]) for one in graph.sankey(sold, ["E"], ["85"])}
    assert found == {("S", "A", "to_intermediary", 9.0), ("A", "E", "to_end_user", 7.0), ("S", "E", "direct", 15.0)}


def test_smaller_companies_are_drawn_together(sold: StageRun) -> None:
    """Beyond the largest of a column nothing is lost: the edges add up to the same."""
    edges = graph.sankey(sold, ["E"], top=1)
    assert sum(one["rows"] for one in edges if one["kind"] != "to_intermediary") == 4
    assert {one["left_name"] for one in edges if one["kind"] == "direct"} == {"other suppliers"}
