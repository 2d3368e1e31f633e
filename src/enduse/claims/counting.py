"""The rows a claim speaks of, surely and possibly, and what they hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pyarrow as pa

from enduse.claims.companies import Company
from enduse.claims.parameters import CITED_ROWS_MAX
from enduse.engine import Step
from enduse.findings import Citation
from enduse.store import StageRun
from enduse.terms.hs import matches_prefix
from enduse.terms.periods import FIRST, LAST

CLAIM_ROWS = Step.load("enduse.claims", "claim_rows.sql")
CLAIM_TOTALS = Step.load("enduse.claims", "claim_totals.sql")
CLAIM_CITED = Step.load("enduse.claims", "claim_cited.sql")
SHIPPED_CODES = Step.load("enduse.claims", "shipped_codes.sql")


@dataclass(frozen=True)
class Scope:
    """Which rows are asked for: companies, goods and countries that are None or empty are not asked about; days are included."""

    supplier: Company | None
    consignee: Company | None
    goods: tuple[str, ...]
    from_country: str | None
    to_country: str | None
    since: dt.date | None
    until: dt.date | None
    unit: str


@dataclass(frozen=True)
class Counted:
    """What the rows hold. `at_least` is null when none of the sure rows states an amount, `at_most` while some row states none."""

    sure: int
    possible: int
    at_least: float | None
    at_most: float | None
    first_day: dt.date | None
    last_day: dt.date | None
    rows: tuple[Citation, ...]


def count(run: StageRun, scope: Scope) -> Counted:
    """Return the rows of the scope, counted once each, the sure ones cited first; they stay readable as `claim_rows`."""
    run.put("claim_rows", rows_of(run, scope))
    return counted_rows(run)


def counted_rows(run: StageRun) -> Counted:
    """Return what the rows readable as `claim_rows` hold."""
    totals = run.ask(CLAIM_TOTALS).to_pylist()[0]
    sure, possible = totals["rows_sure"], totals["rows_possible"]
    return Counted(
        sure,
        possible,
        None if sure and not totals["stated_sure"] else totals["amount_sure"] or 0.0,
        None if totals["stated_possible"] < possible else totals["amount_possible"] or 0.0,
        totals["first_day"],
        totals["last_day"],
        cited(run),
    )


def rows_of(run: StageRun, scope: Scope) -> pa.Table:
    """Return (shipment_id, date_from, date_until, amount, sure) of every counted row that is, or may be, one of the scope."""
    put_scope(run, scope)
    return run.ask(
        CLAIM_ROWS,
        measure=scope.unit,
        asks_supplier=scope.supplier is not None,
        asks_consignee=scope.consignee is not None,
        asks_company=scope.supplier is not None or scope.consignee is not None,
        asks_goods=bool(scope.goods),
        from_country=scope.from_country or "",
        to_country=scope.to_country or "",
        since=scope.since or FIRST,
        until=scope.until or LAST,
        first=FIRST,
        last=LAST,
    )


def cited(run: StageRun) -> tuple[Citation, ...]:
    """Return the rows of `claim_rows` as citations, the sure ones first, no more than a verdict may cite."""
    found = run.ask(CLAIM_CITED, most=run.parameter(CITED_ROWS_MAX))["shipment_id"].to_pylist()
    return tuple(Citation("shipment", one) for one in found)


def put_scope(run: StageRun, scope: Scope) -> None:
    """Make the companies and the shipped codes of the scope readable as `claim_companies` and `claim_goods`."""
    rows: list[tuple[str, str, int]] = []
    for side, company in (("supplier", scope.supplier), ("consignee", scope.consignee)):
        if company is not None:
            rows += [(side, entity, int(entity in company.ids)) for entity in company.everyone]
    sides, ids, sure = zip(*rows, strict=True) if rows else ((), (), ())
    columns = {"side": pa.array(sides, pa.string()), "entity_id": pa.array(ids, pa.string()), "sure": pa.array(sure, pa.int32())}
    run.put("claim_companies", pa.table(columns))
    codes: list[tuple[str, int]] = []
    if scope.goods:
        for code in run.ask(SHIPPED_CODES)["hs_code"].to_pylist():
            fits = [matches_prefix(code, prefix) for prefix in scope.goods]
            if any(fit is not False for fit in fits):
                codes.append((code, int(True in fits)))
    shipped, fitting = zip(*codes, strict=True) if codes else ((), ())
    run.put("claim_goods", pa.table({"hs_code": pa.array(shipped, pa.string()), "sure": pa.array(fitting, pa.int32())}))
