"""So many companies supplied the consignees directly: checked against the count of `enduse suppliers`, which is an interval.

At least: companies whose rows surely fall within the claim, open questions of identity answered 'same'. At most: every company
whose rows may, and every row that names no consignor as one more. A count speaks of everything: 'at least' is decided by the
rows, all else only when imports of every consignee are declared complete in every month.
"""

from __future__ import annotations

from dataclasses import dataclass

from enduse import entities, graph
from enduse.claims.companies import Company, in_words
from enduse.claims.comparing import BOUND_WORDS, complete, gap, position, uncovered
from enduse.claims.counting import Scope, rows_of
from enduse.claims.covering import coverage, together
from enduse.claims.parameters import CITED_ROWS_MAX, TOLERANCE_ABOUT
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.engine import Step
from enduse.findings import Citation, Covered
from enduse.store import StageRun
from enduse.terms.measures import counted
from enduse.terms.propositions import Suppliers

UNNAMED_CONSIGNORS = Step.load("enduse.claims", "unnamed_consignors.sql")
_HS_DIGITS = 6


@dataclass(frozen=True)
class _Count:
    """How many companies, at least and at most, and their rows, the sure ones first."""

    least: int
    most: int
    rows: tuple[str, ...]


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a number of suppliers."""
    says = question.says
    assert isinstance(says, Suppliers)
    of = question.several("consignees")
    covered = _covered(run, says, of)
    found = _count(run, says, of)
    names = ", ".join(in_words(one) for one in of)
    where = f" from {says.from_country}" if says.from_country else ""
    top = f" to {says.upper:g}" if says.upper is not None else ""
    companies = counted("companies", says.count, says.count if says.upper is None else says.upper)
    what = f"Claimed: {BOUND_WORDS[says.bound]}{says.count}{top} {companies}{where} that supplied {names}."

    def verdict(word: Word, reason: str, sentence: str) -> Verdict:
        held = f" The rows show {found.least}" + ("" if found.least == found.most else f" to {found.most}") + "."
        rows = tuple(Citation("shipment", one) for one in found.rows[: run.parameter(CITED_ROWS_MAX)])
        numbers = (float(says.count), float(found.least), float(found.most), "companies")
        return Verdict(question.claim_id, word, reason, f"{what}{held} {sentence}".strip(), question.query, rows, *numbers)

    tolerance = run.parameter(TOLERANCE_ABOUT) * says.count if says.bound == "about" else 0.0
    place = position(says.bound, (float(says.count), says.upper), (float(found.least), float(found.most)), tolerance)
    if place == "inside" and (covered.whole or says.bound in ("at_least", "over")):
        return verdict("supported", "rows_agree", "The months are declared complete." if covered.whole else "The bound is reached.")
    if covered.whole:
        if place == "outside":
            reason = "rows_differ" if found.most else "absent_in_covered_period"
            return verdict("not_decidable", reason, "").against(complete(covered))
        return verdict("not_decidable", "identity_open", "Open questions of identity, or rows without a consignor, leave it open.")
    if says.bound in ("at_least", "over") and found.least:
        return verdict("partly_supported", "partial_sum", f"They are a lower bound. {gap(covered)}")
    reason = "rows_exceed" if place == "outside" and found.least > says.count else uncovered(covered)
    return verdict("not_decidable", reason, f"A count needs all rows. {gap(covered)}")


def _covered(run: StageRun, says: Suppliers, of: tuple[Company, ...]) -> Covered:
    scopes = [Scope(None, one, says.goods, None, None, says.first_day, says.last_day, "") for one in of]
    return together([coverage(run, scope, also=("consignor",)) for scope in scopes])


def _count(run: StageRun, says: Suppliers, of: tuple[Company, ...]) -> _Count:
    sure_ids = sorted({entity for one in of for entity in one.ids})
    all_ids = sorted({entity for one in of for entity in one.everyone})
    goods = sorted({code[:_HS_DIGITS] for code in says.goods})
    narrow = graph.suppliers(run, sure_ids, goods, says.since, says.until) if sure_ids else None
    sold: dict[str, set[str]] = {}
    # Each on its own: a company that only may be the consignee is a supplier unless it is.
    for wide in graph.suppliers_of_each(run, all_ids, goods, says.since, says.until).values():
        for one in wide.suppliers:
            if one["entity"] not in sure_ids:
                sold.setdefault(one["entity"], set()).update(one["shipments"])
    countries = _countries(run, sorted(sold))
    here = says.from_country
    exact_goods = all(len(code) <= _HS_DIGITS for code in says.goods)
    certain = [
        one
        for one in (narrow.suppliers if narrow is not None and exact_goods else [])
        if one["rows"] > one["rows_uncertain"] and one["entity"] not in all_ids and (here is None or countries.get(one["entity"]) == here)
    ]
    possible = sorted(one for one in sold if here is None or countries.get(one) in (here, None))
    least = entities.count_bounds(run, [one["entity"] for one in certain])[0]
    most = entities.count_bounds(run, possible)[1] + _unnamed(run, says, of)
    first = [row for one in certain for row in one["shipments"]]
    return _Count(least, most, tuple(dict.fromkeys([*sorted(first), *sorted(row for one in possible for row in sold[one])])))


def _unnamed(run: StageRun, says: Suppliers, of: tuple[Company, ...]) -> int:
    """Return how many rows to the consignees name no consignor: each may be of one more company."""
    count = 0
    for one in of:
        run.put("claim_rows", rows_of(run, Scope(None, one, says.goods, None, None, says.first_day, says.last_day, "")))
        count += run.ask(UNNAMED_CONSIGNORS).to_pylist()[0]["unnamed"]
    return count


def _countries(run: StageRun, ids: list[str]) -> dict[str, str | None]:
    rows = run.read("entities", ["entity_id", "country"], filters=[("entity_id", "in", ids or [""])]).to_pylist()
    return {row["entity_id"]: row["country"] for row in rows}


def _shown(run: StageRun, question: Question) -> Basis | None:
    """Return the coverage of the consignees' imports in the claim's months; None unless all are declared complete."""
    says = question.says
    assert isinstance(says, Suppliers)
    covered = _covered(run, says, question.several("consignees"))
    return complete(covered) if covered.whole else None


TEMPLATE = Template("suppliers", ("consignees",), check, _shown)
