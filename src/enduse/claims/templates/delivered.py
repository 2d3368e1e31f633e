"""`supplier` delivered goods to `consignee`: directly (checked against counted shipments), or through others (see `through`).

Rows count when consignor, consignee, goods (HS prefixes) and dates fit; each shipment once. A company that is not named is not
asked about. Unless the claim names intermediaries (`via`) or leaves the way open (`route: any`), what went through
intermediaries is no delivery of the supplier's.
"""

from __future__ import annotations

from enduse.claims.comparing import Compared, judge
from enduse.claims.counting import Scope, count
from enduse.claims.covering import coverage, shown
from enduse.claims.measures import measure
from enduse.claims.templates import through
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict
from enduse.store import StageRun
from enduse.terms.propositions import Delivered


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a delivery, with or without a number."""
    says = question.says
    assert isinstance(says, Delivered)
    if says.via or says.route == "any":
        return through.check(run, question)
    asked = measure(run, says)
    scope = Scope(*question.ends, says.goods, None, None, says.first_day, says.last_day, asked.unit)
    compared = Compared(
        question.claim_id,
        question.shipments,
        says.bound,
        asked,
        count(run, scope),
        coverage(run, scope),
        question.query,
    )
    if asked.problem:
        return compared.verdict("not_decidable", asked.problem, f"The number cannot be compared: {asked.words}.")
    return judge(run, compared)


def _shown(run: StageRun, question: Question) -> Basis | None:
    """Return the coverage of direct sales; None for amounts that came through others: they are bounds, not rows."""
    says = question.says
    assert isinstance(says, Delivered)
    numbered = says.value is not None or says.quantity is not None
    # A denial without days may mean that there are none any more.
    if says.via or (says.route == "any" and numbered) or not (says.since or says.until):
        return None
    scope = Scope(*question.ends, says.goods, None, None, says.first_day, says.last_day, "")
    return shown(run, scope, every=numbered)


TEMPLATE = Template("delivered", ("supplier", "consignee", "via"), check, _shown)
