"""RF-03 over many companies: scatter that all of them show is no spike of one."""

from __future__ import annotations

from typing import Any

from enduse.findings import assess
from enduse.store import StageRun
from tests.findings.desks import prepare


def trade(company: str, before: int, after: int) -> list[dict[str, Any]]:
    """Return rows of one company: so many in the 24 months before T0, and in the 24 after."""
    return [
        {"on": f"{year + number % 2}-{number % 12 + 1:02d}-11", "to": company}
        for year, count in ((2020, before), (2022, after))
        for number in range(24)
        for _ in range(count // 24 + (number < count % 24))
        if f"{year + number % 2}-{number % 12 + 1:02d}" not in ("2020-01", "2022-01", "2022-02")
    ]


def spikes(desk: StageRun, rows: list[dict[str, Any]]) -> set[str]:
    """Return the companies for which RF-03 fires."""
    assess(prepare(desk, {"shipments": rows}))
    return {row["entity_id"] for row in desk.read("findings").to_pylist() if row["flag_id"] == "RF-03" and row["outcome"] == "yes"}


def test_scatter_of_all_companies_is_no_spike(desk: StageRun) -> None:
    """Half of thirty companies triple and half shrink to a third: tripling is the ordinary scatter of this market."""
    rows = [row for number in range(30) for row in trade(f"Example {number:02d}", *((48, 144) if number % 2 else (144, 48)))]
    assert spikes(desk, rows) == set()


def test_the_same_growth_among_steady_companies_is_one(desk: StageRun) -> None:
    """One company triples among thirty that stay as they were."""
    rows = [row for number in range(30) for row in trade(f"Example {number:02d}", 96, 96)]
    assert spikes(desk, rows + trade("Example Tripled", 48, 144)) == {"Example Tripled"}


def test_newcomers_to_the_market_do_not_hide_a_spike(desk: StageRun) -> None:
    """A market that grows by new importers is met by all the old ones alike; the one that spikes still stands out."""
    rows = [row for number in range(25) for row in trade(f"Example {number:02d}", 48, 24 + number)]
    rows += [row for number in range(10) for row in trade(f"Example New {number}", 0, 240)]
    assert spikes(desk, rows + trade("Example Spiked", 48, 960)) == {"Example Spiked"}
