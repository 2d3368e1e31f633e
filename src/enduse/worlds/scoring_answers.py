"""Answers against the truth: traced quantities, counts of suppliers, verdicts on claims."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import Any

import pyarrow as pa

from enduse.worlds.measures import Measure, share

SLACK = 1e-6
"""Relative rounding allowed at the ends of an interval."""
Results = Mapping[str, Mapping[str, Any] | None]


def traces(truth: Mapping[str, Any], results: Results) -> list[Measure]:
    """Return how often the true quantity lies between at_least and at_most, how wide they are, and how often direct is exact."""
    pairs = [(chain, results.get(chain["id"])) for chain in truth["chains"]]
    answered = [(chain, found) for chain, found in pairs if found is not None and found.get("at_least") is not None]
    inside = sum(_within(chain["kg"], found.get("at_least"), found.get("at_most")) for chain, found in answered)
    widths = [
        (found["at_most"] - found["at_least"]) / chain["kg"]
        for chain, found in answered
        if chain["kg"] > 0 and found.get("at_most") is not None
    ]
    direct = sum(found.get("direct") is not None and _close(chain["direct"], found["direct"]) for chain, found in answered)
    expected = [(chain["expected"], found) for chain, found in answered if "expected" in chain]
    exact = sum(_close(want["at_least"], found["at_least"]) and _close(want["at_most"], found.get("at_most")) for want, found in expected)
    return [
        share("trace_coverage", inside, len(answered), "True quantities between at_least and at_most, of the traces answered."),
        share("trace_answered", len(answered), len(truth["chains"]), "Traces answered with numbers, of all planted."),
        Measure("trace_relative_width", median(widths) if widths else None, len(widths), "Median of (at_most - at_least) / true quantity."),
        share("trace_direct_exact", direct, len(answered), "Direct quantities equal to the planted ones."),
        share("trace_bounds_exact", exact, len(expected), "Bounds equal to those worked out by hand."),
    ]


def suppliers(truth: Mapping[str, Any], results: Results) -> list[Measure]:
    """Return how often the true number of suppliers lies within the bounds, and how far apart these are."""
    found = [(one["count"], result["count"]) for one in truth["suppliers"] if (result := results.get(one["id"])) is not None]
    inside = sum(_within(count, bounds["at_least"], bounds["at_most"]) for count, bounds in found)
    widths = [(bounds["at_most"] - bounds["at_least"]) / count for count, bounds in found if count and bounds["at_most"] is not None]
    return [
        share("suppliers_inside", inside, len(found), "True numbers of suppliers within the bounds, of the questions answered."),
        Measure(
            "suppliers_relative_width", median(widths) if widths else None, len(widths), "Median of (at_most - at_least) / true number."
        ),
    ]


def claims(truth: Mapping[str, Any], verdicts: pa.Table | None) -> list[Measure]:
    """Return the share of claims with the right verdict, and of wrong contradictions among the claims not contradicted."""
    found = {} if verdicts is None else dict(zip(verdicts["claim_id"].to_pylist(), verdicts["verdict"].to_pylist(), strict=True))
    wanted = {name: one["verdict"] for name, one in truth["claims"].items() if name in found}
    right = sum(found[name] == verdict for name, verdict in wanted.items())
    sound = [name for name, verdict in wanted.items() if verdict != "contradicted"]
    wrongly = sum(found[name] == "contradicted" for name in sound)
    return [
        share("claims_accuracy", right, len(wanted), "Claims with the verdict that the rows must give."),
        share("claims_wrongly_contradicted", wrongly, len(sound), "Claims called contradicted that are not."),
    ]


def _within(true: float, at_least: float | None, at_most: float | None) -> bool:
    slack = SLACK * max(abs(true), 1.0)
    return (at_least is None or at_least <= true + slack) and (at_most is None or true <= at_most + slack)


def _close(true: float, found: float | None) -> bool:
    return found is not None and abs(true - found) <= SLACK * max(abs(true), 1.0)
