"""Pictures carry direction and amount, and escape what they are given."""

import re

import pytest

from enduse.report.diagrams import calendar, flow, timeline

EDGES = [
    {"left": "a", "right": "m", "kind": "to_intermediary", "usd": 10.0, "kg": None, "rows": 1},
    {"left": "m", "right": "e", "kind": "to_end_user", "usd": 8.0, "kg": None, "rows": 2},
    {"left": "a", "right": "e", "kind": "to_end_user", "usd": 30.0, "kg": None, "rows": 3},
]


def test_each_edge_is_drawn_with_direction_and_amount() -> None:
    """Three edges, three bands, each told in words."""
    svg = flow(EDGES, {"a": "Example <A>", "m": "Middle", "e": "End"}, "usd", "USD")
    assert svg.count("<path") == 3
    assert "Example &lt;A&gt; → End: 30 USD, 3 rows" in svg


def test_bands_are_as_thick_as_their_amounts() -> None:
    """The direct band is three times the one to the intermediary."""
    svg = flow(EDGES, {}, "usd", "USD")
    drawn = re.findall(r'd="M[\d.]+,([\d.]+) .* [\d.]+,([\d.]+) Z".*?<title>(\S+ → \S+):', svg.replace("</path>", "\n"))
    widths = {name: float(low) - float(high) for high, low, name in drawn}
    assert abs(widths["a → e"] / widths["a → m"] - 3) < 0.1


def test_edges_without_the_measure_are_not_drawn() -> None:
    """Nothing to draw gives no picture."""
    assert flow(EDGES, {}, "kg", "kg") == ""


def test_the_time_line_is_the_same_each_time() -> None:
    """Same rows, same bytes."""
    rows = [{"month": "2023-01", "entity": "a", "usd": 5.0, "kg": None}, {"month": "2023-02", "entity": "a", "usd": 7.0, "kg": None}]
    marks = [{"day": "2023-01-20", "label": "End listed"}]
    first = timeline(rows, marks, {"a": "Example"}, "usd", "USD")
    assert first == timeline(rows, marks, {"a": "Example"}, "usd", "USD")
    assert "End listed" in first


def test_companies_of_one_name_are_two_colours() -> None:
    """Two companies printed alike are told apart by their ids, never drawn as one."""
    rows = [{"month": "2023-01", "entity": one, "usd": 5.0, "kg": None} for one in ("E-1", "E-2", "E-3")]
    svg = timeline(rows, [], {"E-1": "Example", "E-2": "Example", "E-3": "Invented"}, "usd", "USD")
    assert all(label in svg for label in ("Example E-1", "Example E-2", ">Invented<"))


def test_the_calendar_shows_missing_months_as_absent() -> None:
    """A month without a line is grey, not white."""
    row = {"source_id": "customs/x", "reporter": "RU", "direction": "import", "rows": 4}
    svg = calendar([{**row, "month": "2023-01", "status": "complete"}, {**row, "reporter": "KZ", "month": "2023-02", "status": "partial"}])
    assert "x RU import 2023-02: absent, 0 rows" in svg


@pytest.mark.parametrize(
    ("months", "years"), [(["2023-01"], ["2023"]), (["2022-12", "2023-01", "2023-02"], ["2023"]), (["2022-11"], ["2022"])]
)
def test_a_calendar_of_few_months_is_small_and_its_years_stand_apart(months: list[str], years: list[str]) -> None:
    """One month is not blown up to the width of the page, and the last year printed is not cut."""
    drawn = calendar(
        [
            {"source_id": "customs/example", "reporter": "RU", "direction": "import", "month": one, "status": "unknown", "rows": 1}
            for one in months
        ]
    )
    width = float(re.findall(r'viewBox="0 0 (\d+)', drawn)[0])
    told = re.findall(r'<text x="([\d.]+)" y="14">(\d+)<', drawn)
    assert [year for _, year in told] == years
    assert float(told[-1][0]) + 30 < width < 300
