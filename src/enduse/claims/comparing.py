"""A claimed number against what the rows hold at least and at most: the rules of a verdict, apart from any template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from enduse.claims.counting import Counted
from enduse.claims.measures import Measure
from enduse.claims.parameters import TOLERANCE_ABOUT, TOLERANCE_EXACT
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.findings import Citation, Covered, in_words
from enduse.store import StageRun
from enduse.terms.measures import number, so_many
from enduse.terms.propositions import Bound


@dataclass(frozen=True)
class Compared:
    """One claim's question as counted: what was claimed, what was found, what the data could have shown."""

    claim_id: str
    what: str
    bound: Bound
    measure: Measure
    counted: Counted
    covered: Covered
    query: str
    sums_need_coverage: bool = False
    """A total that rows reach without coverage is a coincidence: it is not decided by them (trade_total)."""
    unknown: str = "identity_open"
    """Why rows are possible only, as a reason."""

    def verdict(self, word: Word, reason: str, sentence: str) -> Verdict:
        """Return a verdict whose sentence holds the numbers compared."""
        rows: tuple[Citation, ...] = self.counted.rows
        numeric = self.measure.amount is not None
        return Verdict(
            self.claim_id,
            word,
            reason,
            f"{self.found} {sentence}".strip(),
            self.query,
            rows,
            self.measure.amount,
            self.counted.at_least if numeric else None,
            self.counted.at_most if numeric else None,
            self.measure.unit if numeric else None,
        )

    def contradicted(self, reason: str) -> Verdict:
        """Return a contradiction resting on the coverage; raises ValueError when there is none (it can then not be made)."""
        return self.verdict("not_decidable", reason, "").against(complete(self.covered))

    @property
    def found(self) -> str:
        """What was claimed and what the rows hold, in one sentence."""
        claimed = f"Claimed: {BOUND_WORDS[self.bound]}{self.measure.words}. " if self.measure.amount is not None else ""
        sure, possible = self.counted.sure, self.counted.possible
        rows = f"Rows that show {self.what}: {sure}" + (f", and {possible - sure} that may" if possible > sure else "")
        held = ""
        if self.measure.amount is not None and possible:
            held = f", holding {_held(self.counted.at_least, self.counted.at_most, self.measure.unit)}"
        return f"{claimed}{rows}{held}."


BOUND_WORDS: dict[Bound, str] = {
    "exact": "", "about": "about ", "at_least": "at least ", "over": "more than ", "at_most": "at most ", "under": "less than ",
    "range": "between ",
}  # fmt: skip
Position = Literal["inside", "outside", "open"]


def position(bound: Bound, claimed: tuple[float, float | None], found: tuple[float, float], tolerance: float) -> Position:
    """Tell where an interval lies against a claimed number (and the upper end of a range), with an absolute tolerance.

    inside: every value found meets the claim. outside: none does, the tolerance granted. open: some do, some do not.

    >>> position("about", (100, None), (95, 104), 10), position("over", (0.5, None), (0.5, 0.5), 0.0)
    ('inside', 'outside')
    """
    number_, upper = claimed
    least, most = found
    if bound in ("exact", "about", "range"):
        low, high = number_ - tolerance, (number_ if upper is None else upper) + tolerance
        inside, outside = low <= least and most <= high, most < low or least > high
    elif bound in ("at_least", "over"):
        inside = least > number_ or (bound == "at_least" and least == number_)
        outside = most < number_ - tolerance or (bound == "over" and tolerance == 0 and most <= number_)
    else:
        inside = most < number_ or (bound == "at_most" and most == number_)
        outside = least > number_ + tolerance or (bound == "under" and tolerance == 0 and least >= number_)
    return "inside" if inside else "outside" if outside else "open"


def _held(least: float | None, most: float | None, unit: str) -> str:
    """Return what rows add up to, in words.

    >>> _held(5, None, "kg"), _held(5, 7, "kg"), _held(None, None, "kg")
    ('at least 5 kg (some rows state no amount)', '5 to 7 kg', 'an amount not stated, in kg')
    """
    if least is None:
        return f"an amount not stated, in {unit}"
    if most is None:
        return f"at least {number(least)} {unit} (some rows state no amount)"
    return f"{number(least)} {unit}" if least == most else f"{number(least)} to {number(most)} {unit}"


def judge(run: StageRun, compared: Compared) -> Verdict:
    """Return the verdict on one claim; `contradicted` only under declared coverage and every admissible reading."""
    if compared.measure.amount is None:
        return _without_number(compared)
    if compared.counted.at_least is None:
        return compared.verdict("not_decidable", "amount_not_stated", "None of them states the amount.")
    kinds: dict[Bound, Callable[[Compared, float], Verdict]] = {
        "exact": _equal, "about": _equal, "range": _equal, "at_least": _at_least, "over": _at_least, "at_most": _at_most, "under": _at_most,
    }  # fmt: skip
    return kinds[compared.bound](compared, run.parameter(TOLERANCE_ABOUT if compared.bound == "about" else TOLERANCE_EXACT))


def _without_number(compared: Compared) -> Verdict:
    if compared.counted.sure:
        return compared.verdict("supported", "rows_agree", "")
    if compared.counted.possible:
        return compared.verdict("not_decidable", "identity_open", "Whether they are about these companies, goods and dates is open.")
    return nothing(compared)


def nothing(compared: Compared) -> Verdict:
    """Return the verdict when no row may be one the claim speaks of."""
    if compared.covered.whole:
        return compared.contradicted("absent_in_covered_period")
    return compared.verdict("not_decidable", uncovered(compared.covered), gap(compared.covered))


def complete(covered: Covered) -> Basis:
    """Return what a contradiction by rows rests on: the months declared complete; it cites nothing, and carries none, unless all are."""
    clause = f"The months are declared complete ({so_many(len(covered.citations), 'rows')} of the calendar)."
    return Basis(clause, covered.citations if covered.whole else ())


def uncovered(covered: Covered) -> str:
    """Return the reason of a verdict that months not declared complete leave open: some of them are, or none."""
    return "not_in_data" if covered.citations else "no_coverage"


def gap(covered: Covered) -> str:
    """Return which months are not declared complete, and whether that is so because a country is not stated, as a sentence."""
    if not covered.missing:
        return "The claim's period is open, so no coverage can be declared for it."
    months = in_words(covered.missing)
    if not covered.unplaced:
        return f"Not declared complete: {months}."
    sides = " and of the ".join(covered.unplaced)
    why = f"no row states the country of the {sides}, and declared months cover only companies whose country is known"
    return f"Not known to be covered: {months}; {why}."


def _equal(compared: Compared, tolerance: float) -> Verdict:
    claimed, least, most = _numbers(compared)
    upper = compared.measure.upper
    low, high = claimed * (1 - tolerance), (claimed if upper is None else upper) * (1 + tolerance)
    if most is not None and low <= least and most <= high and (compared.covered.whole or not compared.sums_need_coverage):
        return compared.verdict("supported", "rows_agree", f"They agree within {tolerance:.0%}.")
    if low <= least <= high and (most is None or most > high):
        return _beyond_coverage(compared, "identity_open", "The sure rows agree; with the possible ones they may hold more.")
    if least > high:
        if compared.covered.whole:
            return compared.contradicted("rows_differ")
        return _beyond_coverage(compared, "rows_exceed", f"They hold more than claimed, tolerance {tolerance:.0%} included.")
    return _less(compared, low, most)


def _at_least(compared: Compared, tolerance: float) -> Verdict:
    claimed, least, most = _numbers(compared)
    if least > claimed or (least == claimed and compared.bound == "at_least"):
        return compared.verdict("supported", "rows_agree", "The bound is reached.")
    return _less(compared, claimed * (1 - tolerance), most)


def _at_most(compared: Compared, tolerance: float) -> Verdict:
    claimed, least, most = _numbers(compared)
    if least > claimed * (1 + tolerance):
        if compared.covered.whole:
            return compared.contradicted("rows_differ")
        return compared.verdict("not_decidable", "rows_exceed", f"They hold more than claimed; but {gap(compared.covered).lower()}")
    kept = most is not None and (most < claimed or (most == claimed and compared.bound == "at_most"))
    if kept and compared.covered.whole:
        return compared.verdict("supported", "rows_agree", "The months are declared complete.")
    if compared.covered.whole:
        if most is None:
            return compared.verdict("not_decidable", "amount_not_stated", "Some rows state no amount.")
        if most > claimed * (1 + tolerance):
            return compared.verdict("not_decidable", "identity_open", "Some rows are possible only.")
        return compared.verdict("partly_supported", "near_bound", f"They hold the bound or a little more, within {tolerance:.0%}.")
    return compared.verdict("not_decidable", uncovered(compared.covered), gap(compared.covered))


def _less(compared: Compared, low: float, most: float | None) -> Verdict:
    """Return the verdict when the sure rows do not reach the claim: a lower bound, unless coverage shows that there is no more."""
    counted = compared.counted
    if not counted.possible:
        return nothing(compared)
    if most is not None and most < low and compared.covered.whole:
        return compared.contradicted("rows_differ")
    if not counted.sure:
        return compared.verdict("not_decidable", "identity_open", "Whether they are about these companies, goods and dates is open.")
    said = "They are a lower bound." if compared.covered.whole else f"They are a lower bound. {gap(compared.covered)}"
    return _beyond_coverage(compared, "partial_sum", said)


def _beyond_coverage(compared: Compared, reason: str, sentence: str) -> Verdict:
    """Return partly supported; for totals that need coverage and have none, not decidable."""
    if compared.sums_need_coverage and not compared.covered.whole:
        return compared.verdict("not_decidable", uncovered(compared.covered), sentence)
    return compared.verdict("partly_supported", reason, sentence)


def _numbers(compared: Compared) -> tuple[float, float, float | None]:
    claimed, least = compared.measure.amount, compared.counted.at_least
    assert claimed is not None  # judge sends claims without a number elsewhere
    assert least is not None
    return claimed, least, compared.counted.at_most
