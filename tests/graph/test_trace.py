"""The answer to a question of flow, with all the numbers of the nine-row example."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from enduse import graph
from enduse.errors import SettingError, UnknownName
from enduse.model.companies import POSSIBLE_MATCHES
from enduse.model.trade import COVERAGE
from enduse.store import StageRun
from tests.conftest import MakeDesk
from tests.graph.examples import NINE_ROWS, Row, day, lay, leg


@pytest.fixture
def nine(desk: StageRun) -> graph.Trace:
    """Return the trace of the nine-row example."""
    return graph.trace(lay(desk, map(leg, NINE_ROWS)), ["S"], ["E"])


def test_the_nine_row_example_has_its_bounds(nine: graph.Trace) -> None:
    """Direct 20, at least 80, at most 120 in a closed and an open world, 160 supplied."""
    assert (nine.direct, nine.at_least, nine.at_most, nine.at_most_open, nine.supplied) == (20, 80, 120, 120, 160)


def test_the_nine_row_example_has_its_policies(nine: graph.Trace) -> None:
    """LIFO 80, proportional 95, FIFO 120; lots that blended on the way would give 113.75 and 81.25."""
    assert nine.central_range == {"fifo": 120, "lifo": 80, "proportional": 95}
    assert nine.central == 95


def test_exposure_is_told_apart_from_amounts(nine: graph.Trace) -> None:
    """140 kg came from companies that had received some of the goods: more than can have moved, and said to be no amount."""
    assert nine.exposed == 140
    assert any("not an amount that moved" in sentence for sentence in nine.assumptions)


def test_paths_add_up_and_rows_that_cannot_belong_are_left_out(nine: graph.Trace) -> None:
    """Rows 6 (too late) and 9 (too early) are on no path; the paths add up to at_most."""
    assert nine.shipments == ["1", "2", "4", "5", "7"]
    assert sum(path["quantity"] for path in nine.paths) == 120
    assert {tuple(path["entities"]) for path in nine.paths} == {("S", "E"), ("S", "A", "E"), ("S", "A", "B", "E")}


def test_a_path_carries_names_rows_hops_and_days(nine: graph.Trace) -> None:
    """The path through A and B has its rows in time order."""
    path = next(one for one in nine.paths if one["hops"] == 3)
    assert path["shipments"] == ["2", "5", "7"]
    assert path["names"][0] == "Invented S Works"
    assert (path["from"], path["until"]) == (day(10).isoformat(), day(60).isoformat())


def test_binding_rows_and_stocks_add_up_to_the_upper_bound(nine: graph.Trace) -> None:
    """The cut has the value of the flow: the supplier's own sales (1 and 2) bind."""
    assert sum(one["quantity"] for one in (*nine.binding, *nine.binding_stock)) == 120
    assert [one["shipment_id"] for one in nine.binding] == ["1", "2"]


def test_intermediaries_have_their_own_bounds(nine: graph.Trace) -> None:
    """All indirect goods passed A (60 to 100); through B passed at least 10 and at most 70."""
    shares = {one["entity"]: (one["at_least"], one["central"], one["at_most"]) for one in nine.intermediaries}
    assert shares == {"A": (60, 75, 100), "B": (10, pytest.approx(43.75), 70)}


def test_bounds_by_flows_alone_hold(make_desk: MakeDesk) -> None:
    """Where linear programmes would be too large, bounds by maximum flows stand in their place, and the trace says so."""
    told = graph.trace(lay(make_desk(parameters={"lp_arcs_max": 0}), map(leg, NINE_ROWS)), ["S"], ["E"])
    assert {one["entity"]: (one["at_least"], one["at_most"]) for one in told.intermediaries} == {"A": (60, 100), "B": (10, 70)}
    assert any("For 2 of 2 intermediaries" in sentence and "may be wider" in sentence for sentence in told.assumptions)


def test_sensitivity_falls_towards_the_direct_sales(nine: graph.Trace) -> None:
    """The more stock is assumed, the less must have arrived; never less than the direct sales."""
    values = [one["at_least"] for one in nine.sensitivity]
    assert [one["sigma"] for one in nine.sensitivity] == [0.0, 0.25, 1.0]
    assert values[0] == 80
    assert values == sorted(values, reverse=True)  # type: ignore[type-var]
    assert values[-1] == 20


def test_sigma_is_a_parameter(make_desk: MakeDesk) -> None:
    """Assumed stock lowers at_least and is said."""
    told = graph.trace(lay(make_desk(parameters={"sigma": 1.0}), map(leg, NINE_ROWS)), ["S"], ["E"])
    assert told.at_least == 20
    assert any("assumed stock" in sentence for sentence in told.assumptions)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "much", True])
def test_a_parameter_that_is_no_number_is_refused(make_desk: MakeDesk, value: float | str | bool) -> None:
    """TOML knows nan and inf: a bound computed with them would be nobody's."""
    with pytest.raises(SettingError, match="a float such as"):
        graph.trace(lay(make_desk(parameters={"sigma": value}), map(leg, NINE_ROWS)), ["S"], ["E"])


def test_the_answer_is_json(nine: graph.Trace) -> None:
    """as_json holds what the command promises, and nothing that JSON cannot say."""
    told = json.loads(json.dumps(nine.as_json(), allow_nan=False))
    promised = {"unit", "direct", "at_least", "central", "at_most", "at_most_open", "shipments", "paths", "intermediaries", "coverage"}
    assert promised | {"assumptions", "binding", "sensitivity", "question", "if_same", "unmeasured"} <= told.keys()


def test_row_order_and_other_companies_names_do_not_matter(make_desk: MakeDesk, nine: graph.Trace) -> None:
    """The same rows in another order give the same answer."""
    again = graph.trace(lay(make_desk(), map(leg, reversed(NINE_ROWS))), ["S"], ["E"])
    assert again == nine


SIX = [row for row in NINE_ROWS if row[0] not in ("6", "9")] + [("6", "S", "B", 55, 40)]
CASES = {(True, True): (80, 103.75, 140), (False, True): (40, 80.417, 120), (True, False): (20, 43.333, 60), (False, False): (20, 20, 20)}


@pytest.mark.parametrize(("suppliers_same", "buyers_same"), CASES)
def test_resolved_cases_of_the_identity_example(desk: StageRun, suppliers_same: bool, buyers_same: bool) -> None:
    """Each of the four resolutions of the doubtful names gives its published minimum, proportional and maximum."""

    def resolved(row: Row) -> Row:
        shipment, left, right, number, kg = row
        left = "S2" if shipment == "6" and not suppliers_same else "A2" if shipment in ("4", "5") and not buyers_same else left
        return shipment, left, right, number, kg

    told = graph.trace(lay(desk, (leg(resolved(row)) for row in SIX)), ["S"], ["E"])
    assert (told.at_least, told.central, told.at_most) == CASES[suppliers_same, buyers_same]


def test_a_doubtful_name_is_asked_and_answered_both_ways(desk: StageRun) -> None:
    """An open match of the supplier is a question, the answer under it is given and within the bounds; one without effect is only asked."""
    rows = [leg(("6", "S2", "B", 55, 40)) if row[0] == "6" else leg(row) for row in SIX]
    lay(desk, rows)
    pairs = [("S", "S2", 0.7, None), ("E", "X", 0.2, "unsure"), ("A", "F", 0.1, "different")]
    desk.write(POSSIBLE_MATCHES, [{"left_entity_id": a, "right_entity_id": b, "score": c, "judgement": d} for a, b, c, d in pairs])
    told = graph.trace(desk, ["S"], ["E"])
    assert (told.as_resolved["at_least"], told.as_resolved["at_most"]) == (40, 120)
    assert (told.at_least, told.at_most, told.supplied_range) == (40, 140, {"at_least": 120, "at_most": 160, "unstated": 0})
    names = {"left_name": "Invented S Works", "right_name": "Invented S2 Works"}
    assert told.if_same[0] == {"left": "S", "right": "S2", "at_least": 80, "central": 103.75, "at_most": 140} | names
    assert sum("one company?" in sentence for sentence in told.assumptions) == 2


def test_goods_of_different_codes_do_not_stand_for_each_other(desk: StageRun) -> None:
    """What A bought under one code and sold under another is no flow, unless one prefix covers both."""
    rows = [leg(("1", "S", "A", 1, 10)), leg(("2", "A", "E", 2, 10), hs_code="854239")]
    lay(desk, rows)
    assert graph.trace(desk, ["S"], ["E"]).at_most == 0
    assert graph.trace(desk, ["S"], ["E"], goods=["8542"]).at_least == 10
    assert graph.trace(desk, ["S"], ["E"], goods=["8542", "854239"]).at_most == 0


def test_rows_without_a_code_form_one_class(desk: StageRun) -> None:
    """Rows without a code are traced among themselves when no goods are named, left out and counted otherwise."""
    lay(desk, [leg(("1", "S", "A", 1, 10), hs_code=""), leg(("2", "A", "E", 2, 10), hs_code="")])
    assert graph.trace(desk, ["S"], ["E"]).at_least == 10
    told = graph.trace(desk, ["S"], ["E"], goods=["85"])
    assert told.at_most == 0
    assert any("2 shipments" in sentence and "no HS code" in sentence for sentence in told.assumptions)


def test_days_asked_about_restrict_sales_and_receipts_but_not_stock(desk: StageRun) -> None:
    """Before `since` the supplier's goods count as anybody's; A's old stock still dilutes."""
    rows: list[Row] = [("1", "S", "A", 1, 10), ("2", "S", "A", 20, 10), ("3", "A", "E", 30, 10), ("4", "A", "E", 60, 10)]
    told = graph.trace(lay(desk, map(leg, rows)), ["S"], ["E"], since=day(10).isoformat(), until=day(40).isoformat())
    assert (told.at_least, told.central, told.at_most, told.supplied) == (0, 5, 10, 10)


def test_goods_of_one_day_pass_several_hands(desk: StageRun) -> None:
    """On one day receipts come before dispatches, however the ids are ordered."""
    rows: list[Row] = [("3", "S", "A", 1, 10), ("2", "A", "B", 1, 10), ("1", "B", "E", 1, 10)]
    told = graph.trace(lay(desk, map(leg, rows)), ["S"], ["E"])
    assert (told.at_least, told.central, told.at_most) == (10, 10, 10)


def test_a_ring_on_one_day_keeps_the_order_of_the_bounds(desk: StageRun) -> None:
    """Companies that pass goods around on one day get an answer whose bounds hold every policy."""
    rows: list[Row] = [("1", "A", "B", 1, 5), ("2", "B", "A", 1, 5), ("3", "S", "A", 1, 10), ("4", "B", "E", 1, 4), ("5", "A", "F", 2, 6)]
    told = graph.trace(lay(desk, map(leg, rows)), ["S"], ["E"])
    assert all(told.at_least <= one <= told.at_most for one in told.central_range.values())  # type: ignore[operator]
    assert any("ring" in sentence for sentence in told.assumptions)


def test_partial_dates_widen_the_bounds(desk: StageRun) -> None:
    """A receipt known by its month may or may not precede the dispatch: nothing at least, all at most."""
    month = {"date_from": dt.date(1970, 1, 1), "date_until": dt.date(1970, 1, 31)}
    told = graph.trace(lay(desk, [leg(("1", "S", "A", 0, 10), **month), leg(("2", "A", "E", 10, 10))]), ["S"], ["E"])
    assert (told.at_least, told.at_most) == (0, 10)
    assert any("no exact day" in sentence for sentence in told.assumptions)


def test_rows_without_any_date_are_possible_but_not_certain(desk: StageRun) -> None:
    """A row without a date counts for at_most only."""
    rows = [leg(("1", "S", "A", 5, 10), date_from=None, date_until=None), leg(("2", "A", "E", 10, 10)), leg(("3", "X", "Y", 20, 1))]
    told = graph.trace(lay(desk, rows), ["S"], ["E"])
    assert (told.at_least, told.at_most) == (0, 10)


def test_transit_lag_keeps_goods_from_arriving_too_early(make_desk: MakeDesk) -> None:
    """With 5 to 20 days under way goods sent on day 1 can be sold on from day 6, surely from day 21."""
    desk = make_desk(parameters={"transit_lag_min_days": 5, "transit_lag_max_days": 20})
    rows: list[Row] = [("1", "S", "A", 1, 10), ("2", "A", "E", 5, 4), ("3", "A", "E", 10, 3), ("4", "A", "E", 21, 3)]
    told = graph.trace(lay(desk, map(leg, rows)), ["S"], ["E"])
    assert (told.at_least, told.at_most) == (3, 6)


def test_rows_that_do_not_state_the_unit_are_listed(desk: StageRun) -> None:
    """A row on a way without kilograms is unmeasured, and at_most is said to cover stated rows only."""
    told = graph.trace(lay(desk, [leg(("1", "S", "E", 1, 10)), leg(("2", "S", "E", 2, 0), kg=None)]), ["S"], ["E"])
    assert (told.direct, told.at_most, told.unmeasured, told.at_most_covers) == (10, 10, ["2"], "stated rows only")
    assert told.shipments == ["1", "2"]


def test_nothing_stated_is_not_nothing(desk: StageRun) -> None:
    """When no receipt of the end user states the unit, the upper bound and the likely value cannot be told."""
    told = graph.trace(lay(desk, [leg(("1", "S", "E", 1, 10))]), ["S"], ["E"], unit="pieces")
    assert (told.direct, told.at_least, told.central, told.at_most, told.at_most_open) == (None, None, None, None, None)
    assert told.direct_rows == {"rows": 1, "unstated": 1}


@pytest.mark.parametrize("kg", [-5.0, float("nan"), float("inf"), 1e300])
def test_impossible_masses_are_not_followed(desk: StageRun, kg: float) -> None:
    """A negative, endless or absurd mass counts as not stated."""
    told = graph.trace(lay(desk, [leg(("1", "S", "E", 1, 10)), leg(("2", "S", "E", 1, 0), kg=kg)]), ["S"], ["E"])
    assert (told.at_most, told.unmeasured) == (10, ["2"])


def test_money_follows_the_goods_at_both_prices(desk: StageRun) -> None:
    """S sells at 10 dollars a kilogram, E buys at 30: at least at 10, at most at 30, direct sales as stated."""
    legs: list[dict[str, Any]] = [
        leg(("1", "S", "E", 1, 2), usd=50.0), leg(("2", "S", "A", 1, 10), usd=100.0), leg(("3", "A", "E", 2, 8), usd=240.0),
    ]  # fmt: skip
    told = graph.trace(lay(desk, legs), ["S"], ["E"], unit="usd")
    assert (told.direct, told.at_least, told.central, told.at_most) == (50, 130, 210, 290)
    assert told.supplied == 150


def test_direct_sales_count_in_dollars_without_a_mass(desk: StageRun) -> None:
    """A direct row that states dollars but no kilograms counts at what it states."""
    told = graph.trace(lay(desk, [leg(("1", "S", "E", 1, 0), kg=None, usd=70.0)]), ["S"], ["E"], unit="usd")
    assert (told.direct, told.at_least, told.at_most, told.unmeasured) == (70, 70, 70, [])


@pytest.mark.parametrize(
    ("unit", "first", "second", "direct"),
    [("usd", None, None, None), ("usd", 70.0, None, 70.0), ("usd", 70.0, 0.0, 70.0), ("kg", None, None, None), ("kg", None, 4.0, 4.0)],
)
def test_direct_sales_without_a_number_are_not_nothing(
    desk: StageRun, unit: graph.Unit, first: float | None, second: float | None, direct: float | None
) -> None:
    """Rows that do not state the unit are counted and told; with no other, how much was sold is not known, and never 0."""
    fields = [{"kg": 1.0, "usd": one} if unit == "usd" else {"kg": one, "usd": 9.0} for one in (first, second)]
    told = graph.trace(lay(desk, [leg((str(at), "S", "E", at, 1), **one) for at, one in enumerate(fields, 1)]), ["S"], ["E"], unit=unit)
    assert (told.direct, told.at_least) == (direct, direct)
    assert told.direct_rows == {"rows": 2, "unstated": [first, second].count(None)}
    assert any("direct sales do not state" in one for one in told.assumptions) is (None in (first, second))


def test_goods_without_a_price_leave_the_upper_bound_open(desk: StageRun) -> None:
    """Without any dollars on the way nothing can be said at most."""
    told = graph.trace(lay(desk, [leg(("2", "S", "A", 1, 10)), leg(("3", "A", "E", 2, 8))]), ["S"], ["E"], unit="usd")
    assert (told.at_least, told.at_most) == (0, None)


def test_end_users_absorb(desk: StageRun) -> None:
    """What an end user sells on is no longer the supplier's."""
    rows: list[Row] = [("1", "S", "E", 1, 10), ("2", "E", "A", 2, 10), ("3", "A", "E2", 3, 10)]
    told = graph.trace(lay(desk, map(leg, rows)), ["S"], ["E", "E2"])
    assert (told.at_least, told.at_most) == (10, 10)


def test_coverage_tells_what_could_be_seen(desk: StageRun) -> None:
    """Months without a line are unknown; a month is complete only where every line says so."""
    lay(desk, map(leg, NINE_ROWS))
    lines = [("1970-01", "", "complete"), ("1970-01", "import", "partial"), ("1970-02", "", "complete"), ("1970-03", "", "absent")]
    desk.write(COVERAGE, [{"source_id": "s", "reporter": "ZZ", "direction": b, "month": a, "status": c} for a, b, c in lines])
    told = graph.trace(desk, ["S"], ["E"], since="1970-01", until="1970-04").coverage
    months = [told[f"{status}_months"] for status in ("complete", "partial", "unknown", "absent")]
    assert months == [["1970-02"], ["1970-01"], ["1970-04"], ["1970-03"]]
    assert told["sources"][0]["complete_months"] == 2


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"suppliers": ["S"], "end_users": ["S"]}, SettingError),
        ({"suppliers": [], "end_users": ["E"]}, SettingError),
        ({"suppliers": ["S"], "end_users": ["nobody"]}, UnknownName),
        ({"suppliers": ["S"], "end_users": ["E"], "unit": "t"}, SettingError),
        ({"suppliers": ["S"], "end_users": ["E"], "goods": ["chips"]}, SettingError),
        ({"suppliers": ["S"], "end_users": ["E"], "since": "soon"}, SettingError),
        ({"suppliers": ["S"], "end_users": ["E"], "since": "2022", "until": "2021"}, SettingError),
    ],
)
def test_questions_that_cannot_be_asked_say_so(desk: StageRun, arguments: dict[str, Any], error: type[Exception]) -> None:
    """Each wrong argument raises, and nothing is answered."""
    lay(desk, map(leg, NINE_ROWS))
    with pytest.raises(error):
        graph.trace(desk, **arguments)


def test_an_empty_record_answers_nothing_moved(desk: StageRun) -> None:
    """Without legs every recorded quantity is nothing, and no path is told."""
    told = graph.trace(lay(desk, []), ["S"], ["E"])
    assert (told.direct, told.at_least, told.at_most, told.paths) == (0, 0, 0, [])
