"""A part is so large a share of a whole: checked against sums of counted shipments.

The rows of the whole are split into those surely in the part, possibly in it, and surely outside it; what is not stated leaves
the share open, so the share found is an interval. A share speaks of everything: it is decided only when the whole is declared
complete in every month, otherwise the share of the rows at hand is told and not decided on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from enduse.claims.companies import in_words
from enduse.claims.comparing import BOUND_WORDS, complete, gap, position, uncovered
from enduse.claims.counting import Scope, cited, rows_of
from enduse.claims.covering import coverage
from enduse.claims.parameters import POINTS_ABOUT, POINTS_EXACT
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.engine import Step
from enduse.store import StageRun
from enduse.terms.measures import number
from enduse.terms.propositions import Share

SHARE_TOTALS = Step.load("enduse.claims", "share_totals.sql")
_UNITS = {"usd": "USD", "kg": "kg", "pieces": "pieces", "shipments": "shipments"}


@dataclass(frozen=True)
class _Found:
    """The share of the rows, at least and at most; None when they cannot say (no rows, or nothing stated)."""

    least: float | None
    most: float | None
    whole: int
    part: int


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a share."""
    says = question.says
    assert isinstance(says, Share)
    part = _scope(question, says)
    whole = _whole(part, says)
    covered = coverage(run, whole)
    found = _found(run, part, whole)
    rows = cited(run)
    claimed = f"{says.share:.0%}" + (f" to {says.upper:.0%}" if says.upper is not None else "")
    what = f"Claimed: {BOUND_WORDS[says.bound]}{claimed} of {_words(question, says)}."

    def verdict(word: Word, reason: str, sentence: str) -> Verdict:
        held = (
            ""
            if found.least is None or found.most is None
            else f" The rows hold {_interval(found.least, found.most)} in {_UNITS[says.measure]}."
        )
        said = f"{what} Rows of the whole: {found.whole}, {found.part} of them in the part.{held} {sentence}".strip()
        numbers = (says.share, found.least, found.most, f"share of {_UNITS[says.measure]}")
        return Verdict(question.claim_id, word, reason, said, question.query, rows, *numbers)

    if not found.whole:
        if covered.whole:
            # Of nothing there is no share: the claim needs rows that complete records would have shown.
            return verdict("not_decidable", "absent_in_covered_period", "No row shows the whole.").against(complete(covered))
        return verdict("not_decidable", uncovered(covered), gap(covered))
    if not covered.whole:
        return verdict("not_decidable", uncovered(covered), f"A share needs all rows. {gap(covered)}")
    if found.least is None or found.most is None:
        return verdict("not_decidable", "amount_not_stated", "No row states the amount.")
    points = run.parameter(POINTS_ABOUT if says.bound == "about" else POINTS_EXACT)
    place = position(says.bound, (says.share, says.upper), (found.least, found.most), 0.0 if says.bound in ("over", "under") else points)
    if place == "inside":
        return verdict("supported", "rows_agree", "The months are declared complete.")
    if place == "outside":
        return verdict("not_decidable", "rows_differ", "").against(complete(covered))
    if found.least == found.most:
        return verdict("partly_supported", "near_bound", "It lies within the tolerance of the bound.")
    return verdict("not_decidable", "identity_open", "Rows that may belong, or state no amount, leave it open.")


def _scope(question: Question, says: Share) -> Scope:
    unit = _UNITS[says.measure]
    return Scope(*question.ends, says.goods, says.from_country, says.to_country, says.first_day, says.last_day, unit)


def _whole(part: Scope, says: Share) -> Scope:
    """Return the scope with only the ends that also describe the whole."""
    return replace(
        part,
        supplier=part.supplier if "supplier" in says.of else None,
        consignee=part.consignee if "consignee" in says.of else None,
        from_country=part.from_country if "from_country" in says.of else None,
        to_country=part.to_country if "to_country" in says.of else None,
        goods=part.goods if "goods" in says.of else (),
    )


def _found(run: StageRun, part: Scope, whole: Scope) -> _Found:
    """Return the share of the rows; the rows of the part stay readable as `claim_rows`."""
    run.put("share_whole", rows_of(run, whole))
    rows = rows_of(run, part)
    run.put("share_part", rows)
    run.put("claim_rows", rows)
    totals = run.ask(SHARE_TOTALS).to_pylist()[0]
    part_low, part_high, rest_low, rest_high = (totals[name] or 0.0 for name in ("part_low", "part_high", "rest_low", "rest_high"))
    counts = (totals["rows_whole"], int(totals["rows_part_possible"]))
    if part_high + rest_high == 0:
        return _Found(None, None, *counts)
    # An amount that is not stated can be of any size.
    least = 0.0 if totals["rest_unstated"] else _ratio(part_low, part_low + rest_high)
    most = 1.0 if totals["part_unstated"] else _ratio(part_high, part_high + rest_low)
    return _Found(least, most, *counts)


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 9) if whole else 0.0


def _interval(least: float, most: float) -> str:
    low, high = number(least * 100), number(most * 100)
    return f"{low} %" if low == high else f"{low} to {high} %"


def _words(question: Question, says: Share) -> str:
    """Return 'what is of the whole: what is of the part' in words."""
    named = {end: in_words(company) for end, company in question.companies.items()}
    for end in ("from_country", "to_country"):
        if getattr(says, end):
            named[end] = getattr(says, end)
    if says.goods:
        named["goods"] = f"HS {', '.join(says.goods)}"
    before = {"supplier": "from ", "consignee": "to ", "from_country": "from ", "to_country": "to ", "goods": "of "}
    whole = " ".join(f"{before[end]}{named[end]}" for end in before if end in named and end in says.of)
    part = " ".join(f"{before[end]}{named[end]}" for end in before if end in named and end not in says.of)
    return f"the trade {whole} is {part}"


def _shown(run: StageRun, question: Question) -> Basis | None:
    """Return the coverage of the whole, which a supported share rests on."""
    says = question.says
    assert isinstance(says, Share)
    whole = _whole(_scope(question, says), says)
    covered = coverage(run, whole)
    return complete(covered) if covered.whole else None


TEMPLATE = Template("share", ("supplier", "consignee"), check, _shown)
