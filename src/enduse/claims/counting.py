"""The rows a claim speaks of, surely and possibly, and what they hold; and the coverage that would have shown others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from enduse.claims.companies import Company
from enduse.claims.parameters import CITED_ROWS_MAX, FIELD_SHARE_MIN
from enduse.engine import Step
from enduse.engine.base import Literal as SqlValue
from enduse.findings import Calendar, Citation, Covered, Field
from enduse.model import TABLES
from enduse.store import StageRun
from enduse.terms.hs import matches_prefix
from enduse.terms.periods import months_between

CLAIM_ROWS = Step.load("enduse.claims", "claim_rows.sql")
CLAIM_TOTALS = Step.load("enduse.claims", "claim_totals.sql")
CLAIM_CITED = Step.load("enduse.claims", "claim_cited.sql")
CLAIM_SOURCES = Step.load("enduse.claims", "claim_sources.sql")
SHIPPED_CODES = Step.load("enduse.claims", "shipped_codes.sql")
FIRST, LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


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
    """Return the rows of the scope, counted once each, the sure ones cited first."""
    _put(run, scope)
    asked = scope.supplier is not None or scope.consignee is not None
    found = _ask(
        run,
        CLAIM_ROWS,
        measure=scope.unit,
        asks_supplier=scope.supplier is not None,
        asks_consignee=scope.consignee is not None,
        asks_company=asked,
        asks_goods=bool(scope.goods),
        from_country=scope.from_country or "",
        to_country=scope.to_country or "",
        since=scope.since or FIRST,
        until=scope.until or LAST,
        first=FIRST,
        last=LAST,
    )
    run.put("claim_rows", found)
    totals = _ask(run, CLAIM_TOTALS).to_pylist()[0]
    cited = _ask(run, CLAIM_CITED, most=run.parameter(CITED_ROWS_MAX))["shipment_id"].to_pylist()
    sure, possible = totals["rows_sure"], totals["rows_possible"]
    return Counted(
        sure,
        possible,
        None if sure and not totals["stated_sure"] else totals["amount_sure"] or 0.0,
        None if totals["stated_possible"] < possible else totals["amount_possible"] or 0.0,
        totals["first_day"],
        totals["last_day"],
        tuple(Citation("shipment", one) for one in cited),
    )


def coverage(run: StageRun, scope: Scope) -> Covered:
    """Return whether the declared coverage would have shown every row of the scope; an open period is never covered.

    Imports of every country in which the consignee may be, or exports of every country in which the supplier may be, must be
    complete in each month, for the goods asked about. A row that lacks goods, amount or one of two companies is counted as
    possible; what no count would meet is a row that names neither, so one of the companies must nearly always be stated.
    """
    if scope.since is None or scope.until is None:
        return Covered(False, (), ())
    calendar = Calendar(_rows(run, "coverage"), run.parameter(FIELD_SHARE_MIN))
    months = months_between(f"{scope.since:%Y-%m}", f"{scope.until:%Y-%m}")
    stated: list[tuple[Field, ...]] = []
    if scope.supplier is not None:
        stated.append(("consignor",))
    if scope.consignee is not None:
        stated.append(("consignee",))
    sides: tuple[tuple[Literal["import", "export"], Company | None, str | None, str], ...] = (
        ("import", scope.consignee, scope.to_country, "consignee"),
        ("export", scope.supplier, scope.from_country, "supplier"),
    )
    own_sources = _own_sources(run) if calendar.unnamed else []
    best = Covered(False, tuple(months), ())
    for direction, company, country, side in sides:
        for_side = [country] if country else _countries(run, company)
        own = [source for of, source in own_sources if of == side]
        for fields in stated or [()]:
            parts = [calendar.covered(calendar.streams(one, own, direction), months, fields, scope.goods or None) for one in for_side]
            whole = _together(parts)
            if whole.whole:
                return whole
            if parts and len(whole.missing) < len(best.missing):
                best = whole
    return best


def _together(parts: list[Covered]) -> Covered:
    """Return the coverage of all countries together: whole when there are some and each is."""
    missing = tuple(sorted({month for part in parts for month in part.missing}))
    cited = tuple(dict.fromkeys(citation for part in parts for citation in part.citations))
    return Covered(bool(parts) and all(part.whole for part in parts), missing, cited)


def _put(run: StageRun, scope: Scope) -> None:
    rows: list[tuple[str, str, int]] = []
    for side, company in (("supplier", scope.supplier), ("consignee", scope.consignee)):
        if company is not None:
            rows += [(side, entity, int(entity in company.ids)) for entity in company.everyone]
    sides, ids, sure = zip(*rows, strict=True) if rows else ((), (), ())
    columns = {"side": pa.array(sides, pa.string()), "entity_id": pa.array(ids, pa.string()), "sure": pa.array(sure, pa.int32())}
    run.put("claim_companies", pa.table(columns))
    codes: list[tuple[str, int]] = []
    if scope.goods:
        for code in _ask(run, SHIPPED_CODES)["hs_code"].to_pylist():
            fits = [matches_prefix(code, prefix) for prefix in scope.goods]
            if any(fit is not False for fit in fits):
                codes.append((code, int(True in fits)))
    shipped, fitting = zip(*codes, strict=True) if codes else ((), ())
    run.put("claim_goods", pa.table({"hs_code": pa.array(shipped, pa.string()), "sure": pa.array(fitting, pa.int32())}))


def _countries(run: StageRun, company: Company | None) -> list[str | None]:
    """Return the countries the company may be in; one that is not stated makes the list hold null, which no stream covers."""
    if company is None or not company.everyone:
        return []
    rows = run.read("entities", ["country"], filters=[("entity_id", "in", list(company.everyone))])
    return sorted(set(rows["country"].to_pylist()), key=lambda one: one or "")


def _own_sources(run: StageRun) -> list[tuple[str, str]]:
    found = _ask(run, CLAIM_SOURCES)
    return list(zip(found["side"].to_pylist(), found["source_id"].to_pylist(), strict=True))


def _ask(run: StageRun, step: Step, **parameters: SqlValue | tuple[str, ...]) -> pa.Table:
    if step.name not in run.steps_run:
        run.steps_run.append(step.name)
    for name in step.reads:
        if name in TABLES and not run.has(name):
            run.put(name, TABLES[name].schema.empty_table())
    run.attach(*[name for name in step.reads if name in TABLES and run.has(name)])
    return run.engine.query(f"select * from (\n{step.sql}\n) as question order by {', '.join(step.key)}", parameters)


def _rows(run: StageRun, name: str) -> list[dict[str, object]]:
    return run.read(name).to_pylist() if run.has(name) else []
