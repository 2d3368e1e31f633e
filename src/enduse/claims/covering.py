"""The declared coverage that would have shown the rows a claim speaks of: what a contradiction can rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from enduse.claims.companies import Company
from enduse.claims.counting import Scope, put_scope, rows_of
from enduse.claims.parameters import FIELD_SHARE_MIN
from enduse.claims.verdicts import Basis
from enduse.engine import Step
from enduse.findings import Calendar, Covered, Field
from enduse.store import StageRun
from enduse.terms.measures import so_many
from enduse.terms.periods import months_between

CLAIM_DAYS = Step.load("enduse.claims", "claim_days.sql")
CLAIM_SOURCES = Step.load("enduse.claims", "claim_sources.sql")


def coverage(run: StageRun, scope: Scope, months: Sequence[str] | None = None, also: tuple[Field, ...] = ()) -> Covered:
    """Return whether the declared coverage would have shown every row of the scope; an open period is never covered.

    Imports of every country in which the consignee may be, or exports of every country in which the supplier may be, must be
    complete in each month (of the scope's own, unless `months` are given), for the goods asked about, the fields `also` nearly
    always stated. A row that lacks goods, amount or one of two companies is counted as possible; what no count would meet is a
    row that names neither, so one of the companies must nearly always be stated.
    """
    if months is None:
        if scope.since is None or scope.until is None:
            return Covered(False, (), ())
        months = months_between(f"{scope.since:%Y-%m}", f"{scope.until:%Y-%m}")
    calendar = Calendar(_rows(run, "coverage"), run.parameter(FIELD_SHARE_MIN))
    stated: list[tuple[Field, ...]] = []
    if scope.supplier is not None:
        stated.append(("consignor", *also))
    if scope.consignee is not None:
        stated.append(("consignee", *also))
    sides: tuple[tuple[Literal["import", "export"], Company | None, str | None, str], ...] = (
        ("import", scope.consignee, scope.to_country, "consignee"),
        ("export", scope.supplier, scope.from_country, "supplier"),
    )
    own_sources = _own_sources(run) if calendar.unnamed else []
    unplaced: list[str] = []
    best = Covered(False, tuple(months), ())
    for direction, company, country, side in sides:
        for_side = [country] if country else _countries(run, company)
        if None in for_side:
            unplaced.append(side)
        own = [source for of, source in own_sources if of == side]
        for fields in stated or [also]:
            parts = [calendar.covered(calendar.streams(one, own, direction), months, fields, scope.goods or None) for one in for_side]
            whole = together(parts)
            if whole.whole:
                return whole
            if parts and len(whole.missing) < len(best.missing):
                best = whole
    return replace(best, unplaced=tuple(unplaced))


def shown(run: StageRun, scope: Scope, every: bool) -> Basis | None:
    """Return the declared coverage in which the sure rows of the scope stand; None when it is not declared, or no row is sure.

    `every`: the months of all sure rows must be complete, else those of one row are enough.
    """
    run.put("claim_rows", rows_of(run, scope))
    return shown_by(run, scope, every)


def shown_by(run: StageRun, scope: Scope, every: bool) -> Basis | None:
    """Return the same for the rows readable as `claim_rows`, which are some of the scope's."""
    days = run.ask(CLAIM_DAYS).to_pylist()
    put_scope(run, scope)
    found = [_months_of(run, scope, one["date_from"], one["date_until"]) for one in days]
    complete = [one for one in found if one.whole]
    if not complete or (every and len(complete) < len(found)):
        return None
    citations = together(complete).citations
    return Basis(f"They stand in months declared complete ({so_many(len(citations), 'rows')} of the calendar).", citations)


def _months_of(run: StageRun, scope: Scope, first: dt.date | None, last: dt.date | None) -> Covered:
    if first is None or last is None:
        return Covered(False, (), ())
    return coverage(run, scope, months_between(f"{first:%Y-%m}", f"{last:%Y-%m}"))


def together(parts: list[Covered]) -> Covered:
    """Return several coverages as one: whole when there are some and each is."""
    missing = tuple(sorted({month for part in parts for month in part.missing}))
    cited = tuple(dict.fromkeys(citation for part in parts for citation in part.citations))
    unplaced = tuple(sorted({side for part in parts for side in part.unplaced}))
    return Covered(bool(parts) and all(part.whole for part in parts), missing, cited, unplaced)


def _countries(run: StageRun, company: Company | None) -> list[str | None]:
    """Return the countries the company may be in; one that is not stated makes the list hold null, which no stream covers."""
    if company is None or not company.everyone:
        return []
    rows = run.read("entities", ["country"], filters=[("entity_id", "in", list(company.everyone))])
    return sorted(set(rows["country"].to_pylist()), key=lambda one: one or "")


def _own_sources(run: StageRun) -> list[tuple[str, str]]:
    found = run.ask(CLAIM_SOURCES)
    return list(zip(found["side"].to_pylist(), found["source_id"].to_pylist(), strict=True))


def _rows(run: StageRun, name: str) -> list[dict[str, object]]:
    return run.read(name).to_pylist() if run.has(name) else []
