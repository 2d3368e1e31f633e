"""Spike in priority goods.

Fires: the consignee imported goods on the list before T0 (`control_start`) and imports them at a significantly higher rate
    after it. With a and b shipments in e0 and e1 covered months, and market growth g of the same list and country (all other
    consignees), b given a+b is binomial with share g*e1 / (e0 + g*e1). When the companies of the run scatter more than that
    around their own typical growth, counts are shrunk by that dispersion. Fires at a Benjamini-Hochberg q of at most `q_max`
    over all companies and lists tested, and a rate of at least `min_ratio` times that of the market. The sentence gives the
    effect at the ratios 1.5, 2, 3 and 5.
Parameters: control_start, lookback_months, q_max, min_ratio, covered_months_min, market_rows_min, field_share_min,
    list_before_first_version.
Cannot tell: fewer than `covered_months_min` covered months on either side, as when a source began or ended near T0; the
    consignee's country is not stated; fewer than `market_rows_min` imports by others on either side, so that growth cannot be
    measured; the answer changes with the HS concordance, with rows whose month is not known, or with a company that may be
    the same one.
Innocent reading: growth of the whole market; stock-building; a one-off project; recovery from the slump of 2020 and 2021.
Source: Export Enforcement Five, joint guidance of 2023-09-26, pattern 3 ("a significant spike"); read in a restatement:
    verify. The authority states no threshold: every parameter but T0, and the test, are ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from enduse.findings.evidence import Evidence
from enduse.findings.finding import Citation, Finding
from enduse.findings.flag import Flag
from enduse.findings.parameters import CONTROL_START, FIELD_SHARE_MIN, LIST_BEFORE_FIRST_VERSION, LOOKBACK_MONTHS
from enduse.findings.rates import Counts, Rates, Span
from enduse.findings.wording import Question, absence_before, list_in_words, not_covered, same_company, several, severity_of
from enduse.settings import Parameter
from enduse.terms.ids import canonical

Q_MAX = Parameter("q_max", 0.05, "RF-03 fires at a Benjamini-Hochberg q of at most this, over all companies and lists tested.")
MIN_RATIO = Parameter(
    "min_ratio", 2.0, "RF-03 fires when the rate after T0 is at least this many times what the market explains (also shown at 1.5, 3, 5)."
)
COVERED_MONTHS_MIN = Parameter("covered_months_min", 6, "RF-03 needs at least this many covered months on each side of T0.")
MARKET_ROWS_MIN = Parameter(
    "market_rows_min", 10, "RF-03 measures market growth from at least this many imports by other companies on each side of T0."
)
PARAMETERS = (
    CONTROL_START,
    LOOKBACK_MONTHS,
    Q_MAX,
    MIN_RATIO,
    COVERED_MONTHS_MIN,
    MARKET_ROWS_MIN,
    FIELD_SHARE_MIN,
    LIST_BEFORE_FIRST_VERSION,
)
SHOWN_RATIOS = (1.5, 2.0, 3.0, 5.0)
DISPERSION_COMPANIES_MIN = 20
DISPERSION_ROWS_MIN = 5
MEDIAN_OF_CHI_SQUARE = 0.4549


@dataclass(frozen=True, slots=True)
class _Reading:
    """One admissible reading of who the company is: its counts in the covered months, and how the rest of the market grew."""

    span: Span
    counts: Counts
    growth: float
    without_month: int

    @property
    def share(self) -> float:
        """The part of a+b expected after T0 when the company grew like the market."""
        weight = self.growth * len(self.span.after)
        return weight / (len(self.span.before) + weight)

    def ratio(self, before: int, after: int) -> float:
        """How many times the market's growth the company's own is."""
        return (after / len(self.span.after)) / (self.growth * before / len(self.span.before))

    @property
    def least(self) -> tuple[int, int]:
        """The imports before and after that favour a spike least."""
        return self.counts.before_upper + self.without_month, self.counts.after_lower

    @property
    def most(self) -> tuple[int, int]:
        """The imports that favour a spike most; at least one before, or there is nothing to compare with."""
        return max(self.counts.before_lower, 1), self.counts.after_upper + self.without_month


@dataclass(frozen=True, slots=True)
class _Test:
    """One company and list under test; `merged` is None when growth cannot be measured with the company's doubles taken as one."""

    question: Question
    own: _Reading
    merged: _Reading | None


def ask(evidence: Evidence) -> Iterator[Finding]:
    """Yield one answer for each company that imported, or may have imported, listed goods before T0, and for each target."""
    used = canonical({one.name: evidence.run.parameter(one) for one in PARAMETERS})
    rates = Rates(evidence, evidence.run.parameter(COVERED_MONTHS_MIN))
    market_rows_min = evidence.run.parameter(MARKET_ROWS_MIN)
    tests: list[_Test] = []
    for list_id in evidence.lists:
        for entity in evidence.asked:
            if evidence.history(entity, list_id).after_upper or entity in evidence.targets:
                asked = _prepared(evidence, rates, Question("RF-03", entity, list_id, used), market_rows_min)
                if isinstance(asked, Finding):
                    yield asked
                else:
                    tests.append(asked)
    yield from _judged(evidence, tests, evidence.run.parameter(Q_MAX), evidence.run.parameter(MIN_RATIO))


def _prepared(evidence: Evidence, rates: Rates, question: Question, market_rows_min: int) -> Finding | _Test:
    entity, list_id = question.entity_id, question.list_id
    history, span = evidence.history(entity, list_id), rates.span(entity)
    rows = _rows(evidence, question)
    if not history.before_upper:
        return _nothing_before(evidence, question, rows)
    if span is None:
        unknown = evidence.country(entity) is None
        few = "too few months are declared complete for its imports before or after T0 to compare rates"
        return question.cannot_tell("its country is not stated, so no month is known to be complete for it" if unknown else few, rows)
    own = rates.counts(span, entity, list_id)
    before, after = rates.others(span, list_id, own)
    alone = _reading(rates, span, (list_id, own, history.without_month), market_rows_min)
    if alone is None:
        others = f"other companies of {span.country} have {before} such imports before and {after} after T0"
        return question.cannot_tell(f"{others}, too few to measure market growth", rows)
    if not own.before_upper:
        return question.cannot_tell("its imports of listed goods before T0 lie outside the covered months", rows)
    merged = own
    for doubt in evidence.doubts(entity):
        merged = merged.plus(rates.counts(span, doubt.other_id, list_id))
    return _Test(question, alone, _reading(rates, span, (list_id, merged, history.without_month), market_rows_min))


def _reading(rates: Rates, span: Span, of: tuple[str, Counts, int], market_rows_min: int) -> _Reading | None:
    """Return the counts beside the growth of the rest of the market; None when that rest is too small."""
    list_id, counts, without_month = of
    before, after = rates.others(span, list_id, counts)
    if min(before, after) < max(market_rows_min, 1):
        return None
    return _Reading(span, counts, (after / len(span.after)) / (before / len(span.before)), without_month)


def _nothing_before(evidence: Evidence, question: Question, rows: tuple[Citation, ...]) -> Finding:
    named = list_in_words(evidence, question.list_id)
    covered = absence_before(evidence, question.entity_id, question.list_id)
    same = [one for one in evidence.doubts(question.entity_id) if evidence.history(one.other_id, question.list_id).before_upper]
    unclear = [] if covered.whole else [not_covered(evidence, question.entity_id, covered)]
    if same:
        unclear.append(same_company(same, f"imported goods on {named} before T0"))
    said = f"no import of goods on {named} is recorded before {evidence.start}"
    if unclear:
        return question.cannot_tell(f"{said}, but {'; '.join(unclear)}", rows + tuple(one.citation for one in same))
    return question.no(f"{said[0].upper()}{said[1:]}, in months declared complete: there is no earlier rate to compare with.", rows)


def _judged(evidence: Evidence, tests: list[_Test], q_max: float, min_ratio: float) -> Iterator[Finding]:
    if not tests:
        return
    from scipy.stats import false_discovery_control

    dispersion = _dispersion(tests)
    chances = [_chance(one.own, one.own.least, dispersion) for one in tests]
    rates_of_error = [float(q) for q in false_discovery_control(chances, method="bh")]
    # A reading other than the one in the family is held against the largest p that passed (or the first step of the procedure).
    passed = [p for p, q in zip(chances, rates_of_error, strict=True) if q <= q_max]
    p_max = max([*passed, q_max / len(tests)])

    def answers(reading: _Reading | None) -> set[bool]:
        if reading is None:
            return {True, False}
        found = {
            reading.ratio(*counts) >= min_ratio and _chance(reading, counts, dispersion) <= p_max
            for counts in (reading.least, reading.most)
        }
        return found if reading.counts.before_lower else found | {False}

    for test, p, q in zip(tests, chances, rates_of_error, strict=True):
        yield _finding(evidence, test, (answers(test.own), answers(test.merged)), (p, q, dispersion))


def _finding(evidence: Evidence, test: _Test, answers: tuple[set[bool], set[bool]], measures: tuple[float, float, float]) -> Finding:
    own, merged = answers
    question, rows = test.question, _rows(evidence, test.question)
    if own == {False} and merged == {False}:
        return question.no(_sentence(evidence, test, measures), rows + test.own.span.citations())
    if own == {True} and merged == {True}:
        severity = severity_of(evidence.history(question.entity_id, question.list_id).tier_after)
        said = _sentence(evidence, test, measures) + " Consistent with a spike beyond the market's growth."
        return question.yes(said, rows + test.own.span.citations(), "likely", severity)
    doubts = evidence.doubts(question.entity_id)
    if len(own) == 1:
        because = same_company(doubts, "would change the answer if it were" if len(doubts) == 1 else "would change the answer if they were")
        return question.cannot_tell(because, rows + tuple(one.citation for one in doubts))
    return question.cannot_tell("the answer changes with the HS concordance, or with shipments whose month or list is not certain", rows)


def _sentence(evidence: Evidence, test: _Test, measures: tuple[float, float, float]) -> str:
    own, span = test.own, test.own.span
    before, after = own.least
    p, q, dispersion = measures
    ratio = own.ratio(before, after)
    reached = [f"{one:g}" for one in SHOWN_RATIOS if ratio >= one]
    named = list_in_words(evidence, test.question.list_id)
    return (
        f"{several(before, 'shipment')} of goods on {named} in {len(span.before)} covered months before "
        f"{evidence.start} and {after} in {len(span.after)} after; the market of {span.country} grew {own.growth:.2f}-fold, so "
        f"the company's rate is {ratio:.2f} times what the market explains (reaches {', '.join(reached) or 'none'} of 1.5, 2, 3, 5); "
        f"p {p:.2g}, q {q:.2g}, dispersion {dispersion:.2f}."
    )


def _rows(evidence: Evidence, question: Question) -> tuple[Citation, ...]:
    entity, list_id = question.entity_id, question.list_id
    found = evidence.goods_rows(entity, list_id, "before") + evidence.goods_rows(entity, list_id, "after")
    return found or evidence.any_rows(entity, "after", "either", "before")


def _chance(reading: _Reading, counts: tuple[int, int], dispersion: float) -> float:
    """Return the chance of at least this many after T0 if the company grew like the market (upper binomial tail)."""
    from scipy.special import betainc

    before, after = counts
    if not after:
        return 1.0
    return float(betainc(after / dispersion, before / dispersion + 1.0, reading.share))


def _dispersion(tests: list[_Test]) -> float:
    """Return how much more the counts scatter than a binomial, at least 1; 1 when too few companies are tested to measure it.

    Scatter is measured around the companies' own typical growth (the market also grows by newcomers), and by a median, so
    that the companies that did spike do not hide themselves.
    """
    tested = [test.own for test in tests if sum(test.own.least) >= DISPERSION_ROWS_MIN]
    if len(tested) < DISPERSION_COMPANIES_MIN:
        return 1.0
    # No import after T0 is read as half of one: a small ratio rather than none.
    typical = median(one.ratio(before, after) if after else one.ratio(2 * before, 1) for one in tested for before, after in [one.least])
    squares: list[float] = []
    for one in tested:
        before, after = one.least
        number, weight = before + after, typical * one.growth * len(one.span.after)
        share = weight / (len(one.span.before) + weight)
        squares.append((after - number * share) ** 2 / (number * share * (1 - share)))
    return max(1.0, median(squares) / MEDIAN_OF_CHI_SQUARE)


FLAG = Flag(
    id="RF-03",
    name="Spike in priority goods",
    authority="Export Enforcement Five, 2023-09-26, pattern 3",
    status="verify",
    grain="consignee and goods list",
    reads=("shipments", "shipment_parties", "entity_mentions", "entities", "goods_codes", "hs_concordance", "coverage", "possible_matches"),
    parameters=PARAMETERS,
    ask=ask,
    text=__doc__,
)
