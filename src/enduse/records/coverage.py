"""The coverage calendar: what each source could have shown, month by month, so that absence is never read from a gap.

A month is what a person declared it to be; where nobody did, it is unknown. What the data show can lower a declaration
(an empty or nearly empty month is not complete), never raise it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median
from typing import Any, NamedTuple

from enduse.engine import Step
from enduse.model.trade import COVERAGE
from enduse.records.parameters import COVERAGE_LOW_SHARE
from enduse.settings import CoverageDeclaration
from enduse.store import StageRun
from enduse.terms.periods import months_between

ROWS = Step.load("enduse.records", "coverage_rows.sql")
CUT = Step.load("enduse.records", "cut_months.sql")

SHARES = ("consignor_share", "consignee_share", "hs_share", "net_mass_share", "value_share")
UNDECLARED = "nobody declared this month"


class Series(NamedTuple):
    """One calendar: a source, a reporter and a direction, '' where the source does not say."""

    source_id: str
    reporter: str
    direction: str


def write_coverage(run: StageRun) -> None:
    """Write the table coverage: every month from the first to the last of each source's data, and every declared month."""
    seen = {(_series(row), row["month"]): row for row in run.ask(ROWS).to_pylist()}
    cut = {(_series(row), row["month"]) for row in (run.ask(CUT).to_pylist() if run.has("snapshots") else [])}
    run.write(COVERAGE, calendar(seen, cut, run.settings.coverage, run.parameter(COVERAGE_LOW_SHARE)))


def calendar(
    seen: dict[tuple[Series, str], dict[str, Any]],
    cut: set[tuple[Series, str]],
    declared: Iterable[CoverageDeclaration],
    low_share: float,
) -> list[dict[str, Any]]:
    """Return the rows of coverage.

    `seen` holds the months with rows, `cut` the last months of files that were probably cut. Of several declarations for
    one month the one that names more of reporter and direction holds, of equals the later in enduse.toml.
    """
    rows: list[dict[str, Any]] = []
    ranked = sorted(enumerate(declared), key=lambda one: (bool(one[1].reporter) + bool(one[1].direction), one[0]))
    for series, months in sorted(_months(seen, [one for _, one in ranked]).items()):
        holding: dict[str, CoverageDeclaration] = {}
        for _, one in ranked:
            if _applies(one, series):
                holding.update(dict.fromkeys(months_between(one.since, one.until), one))
        low = _low(series, holding, seen, low_share)
        for month in sorted(months | holding.keys()):
            found = seen.get((series, month))
            status, basis = _status(holding.get(month), found["rows_seen"] if found else 0, low, (series, month) in cut)
            scope = holding[month].goods if month in holding else ()
            rows.append(
                {
                    **series._asdict(),
                    "month": month,
                    "status": status,
                    "goods_scope": ",".join(sorted(set(scope))) or None,
                    "rows": found["rows_seen"] if found else 0,
                    "basis": basis,
                    **{share: found[share] if found else None for share in SHARES},
                }
            )
    return rows


def _series(row: dict[str, Any]) -> Series:
    return Series(row["source_id"], row["reporter"], row["direction"])


def _applies(declared: CoverageDeclaration, series: Series) -> bool:
    return (
        declared.source == series.source_id and declared.reporter in ("", series.reporter) and declared.direction in ("", series.direction)
    )


def _months(seen: Iterable[tuple[Series, str]], declared: Iterable[CoverageDeclaration]) -> dict[Series, set[str]]:
    """Return each calendar's months from the source's data; a declaration that fits no data opens a calendar of its own."""
    spans: dict[str, tuple[str, str]] = {}
    found: dict[Series, set[str]] = {}
    for series, month in seen:
        first, last = spans.get(series.source_id, (month, month))
        spans[series.source_id] = (min(first, month), max(last, month))
        found[series] = set()
    for series, months in found.items():
        months.update(months_between(*spans[series.source_id]))
    for one in declared:
        if not any(_applies(one, series) for series in found):
            found[Series(one.source, one.reporter, one.direction)] = set()
    return found


class _Low(NamedTuple):
    """Fewer rows than `rows` lower a month declared complete; `middle` is the median of such months."""

    rows: float
    middle: float
    share: float


def _low(series: Series, holding: dict[str, CoverageDeclaration], seen: dict[tuple[Series, str], dict[str, Any]], share: float) -> _Low:
    counts = list(_complete_counts(series, holding, seen))
    middle = float(median(counts)) if counts else 0.0
    return _Low(share * middle, middle, share)


def _complete_counts(
    series: Series, holding: dict[str, CoverageDeclaration], seen: dict[tuple[Series, str], dict[str, Any]]
) -> Iterator[int]:
    for month, one in holding.items():
        if one.status == "complete":
            found = seen.get((series, month))
            yield found["rows_seen"] if found else 0


def _status(declared: CoverageDeclaration | None, rows: int, low: _Low, cut: bool) -> tuple[str, str]:
    status, basis = (declared.status, declared.basis) if declared else ("unknown", UNDECLARED)
    if status == "complete" and rows == 0:
        return "partial", f"declared complete ({basis}); lowered: no row in this month"
    if status == "complete" and rows < low.rows:
        return "partial", (
            f"declared complete ({basis}); lowered: {rows} rows are less than {low.share:.0%} of {low.middle:g}, "
            "the median of the months declared complete"
        )
    if cut and status != "partial":
        said = f"declared {status} ({basis})" if declared else basis
        return "partial", f"{said}; lowered: the last month of a file that was probably cut"
    return status, basis
