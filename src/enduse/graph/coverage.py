"""What the sources could have shown in the months asked about: absence of rows is not evidence of absence."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from enduse.store import StageRun
from enduse.terms.periods import months_between, period_of

STATUSES = ("complete", "partial", "unknown", "absent")


def coverage(run: StageRun, since: str | None, until: str | None) -> dict[str, Any]:
    """Return the months of the span by status, and each source's own count.

    A month is complete (or absent) only when every line of the coverage table says so, unknown when none speaks of it or one
    says unknown, partial otherwise. Without `since` or `until` the span is that of the coverage table itself.
    """
    columns = ["source_id", "reporter", "direction", "month", "status", "goods_scope"]
    lines = run.read("coverage", columns).to_pylist() if run.has("coverage") else []
    known = sorted(line["month"] for line in lines)
    first = _month(since, known[0] if known else None, 0)
    last = _month(until, known[-1] if known else None, -1)
    span = months_between(first, last) if first and last else []
    inside = set(span)
    by_month: dict[str, set[str]] = defaultdict(set)
    by_source: dict[tuple[str, str, str], dict[str, Any]] = {}
    for line in sorted(lines, key=lambda one: (one["source_id"], one["reporter"], one["direction"], one["month"])):
        if line["month"] not in inside:
            continue
        by_month[line["month"]].add(line["status"])
        key = (line["source_id"], line["reporter"], line["direction"])
        source = by_source.setdefault(
            key,
            {"source_id": key[0], "reporter": key[1], "direction": key[2], "goods_scope": line["goods_scope"]}
            | {f"{status}_months": 0 for status in STATUSES},
        )
        source[f"{line['status']}_months"] += 1
    months: dict[str, list[str]] = {status: [] for status in STATUSES}
    for month in span:
        months[_together(by_month[month])].append(month)
    return {f"{status}_months": found for status, found in months.items()} | {"sources": list(by_source.values())}


def _together(statuses: set[str]) -> str:
    if not statuses or "unknown" in statuses:
        return "unknown"
    return next(iter(statuses)) if len(statuses) == 1 else "partial"


def _month(text: str | None, otherwise: str | None, end: int) -> str | None:
    period = period_of(text) if text else None
    if period is None:
        return otherwise
    return f"{(period.from_, period.until)[end]:%Y-%m}"
