"""The trade between two countries, or of one company, came to a number: checked against sums of counted shipments.

Never beyond coverage: a sum of rows decides a total only when the months are declared complete; without that it can only show
that a bound is reached. 'From' a country is read as dispatch and as origin, 'to' as destination and as the importing reporter;
rows on which the readings differ are possible only.
"""

from __future__ import annotations

from enduse.claims.companies import in_words
from enduse.claims.comparing import Compared, judge
from enduse.claims.counting import Scope, count
from enduse.claims.covering import coverage, shown
from enduse.claims.measures import measure
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict
from enduse.store import StageRun
from enduse.terms.propositions import TradeTotal


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a total."""
    says = question.says
    assert isinstance(says, TradeTotal)
    supplier, consignee = question.ends
    asked = measure(run, says)
    scope = _scope(question, says, asked.unit)
    ends = [f"from {one}" for one in (says.from_country, supplier and in_words(supplier)) if one]
    ends += [f"to {one}" for one in (says.to_country, consignee and in_words(consignee)) if one]
    compared = Compared(
        question.claim_id,
        f"trade {' '.join(ends)}",
        says.bound,
        asked,
        count(run, scope),
        coverage(run, scope),
        question.query,
        sums_need_coverage=True,
    )
    if asked.problem:
        return compared.verdict("not_decidable", asked.problem, f"The number cannot be compared: {asked.words}.")
    return judge(run, compared)


def _scope(question: Question, says: TradeTotal, unit: str) -> Scope:
    return Scope(*question.ends, says.goods, says.from_country, says.to_country, says.first_day, says.last_day, unit)


def _shown(run: StageRun, question: Question) -> Basis | None:
    says = question.says
    assert isinstance(says, TradeTotal)
    return shown(run, _scope(question, says, ""), every=True)


TEMPLATE = Template("trade_total", ("supplier", "consignee"), check, _shown)
