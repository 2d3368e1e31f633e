"""Deliveries began, or ended: checked against the rows before, in and after the date claimed.

That there was nothing before the first day (or after the last) is an absence: it is shown only by months declared complete,
claim_months_before before and claim_months_after after it (or until the day up to which the claim speaks). A row outside
contradicts it when its own month is declared complete.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from enduse.claims.comparing import complete, gap, uncovered
from enduse.claims.counting import Counted, Scope, count
from enduse.claims.covering import coverage, shown
from enduse.claims.parameters import CITED_ROWS_MAX, MONTHS_AFTER, MONTHS_BEFORE
from enduse.claims.templates.template import Question, Template
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.store import StageRun
from enduse.terms.periods import Period, months_away, period_of
from enduse.terms.propositions import FirstLast

_Say = Callable[[Word, str, str, Counted], Verdict]
_WORST: tuple[Word, ...] = ("contradicted", "not_decidable", "partly_supported", "supported")
_DAY = dt.timedelta(days=1)


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on one claim of a beginning, an end, or both: the worse of the two."""
    says = question.says
    assert isinstance(says, FirstLast)
    scope = Scope(*question.ends, says.goods, None, None, None, None, "")
    parts: list[Verdict] = []
    if says.first:
        parts.append(_began(run, question, scope, _period(says.first)))
    if says.last:
        parts.append(_ended(run, question, scope, _period(says.last)))
    if len(parts) == 1:
        return parts[0]
    worse, better = sorted(parts, key=lambda one: _WORST.index(one.verdict))
    if worse.verdict == "not_decidable" and better.verdict in ("supported", "partly_supported"):
        # One of two things said is shown.
        worse = replace(worse, verdict="partly_supported")
    rows = tuple(dict.fromkeys((*worse.rows, *better.rows)))[: run.parameter(CITED_ROWS_MAX)]
    return replace(worse, explanation=f"{worse.explanation} {better.explanation}", rows=rows)


def _began(run: StageRun, question: Question, scope: Scope, first: Period) -> Verdict:
    """Return the verdict on a beginning: nothing before `first`, something in or after it."""
    says = question.says
    assert isinstance(says, FirstLast)
    earlier = replace(scope, until=first.from_ - _DAY)
    before = count(run, earlier)
    inside = count(run, replace(scope, since=first.from_, until=first.until))
    later = count(run, replace(scope, since=first.from_, until=says.last_day))
    start = months_away(first.from_, -run.parameter(MONTHS_BEFORE))
    quiet = coverage(run, replace(scope, since=start, until=first.from_ - _DAY))

    def verdict(word: Word, reason: str, sentence: str, rows: Counted) -> Verdict:
        said = f"Rows that show {question.shipments}: {before.sure} before {first}, {inside.sure} in it. {sentence}"
        return Verdict(question.claim_id, word, reason, said, question.query, rows.rows)

    if before.sure:
        return _outside(run, verdict("not_decidable", "rows_outside", f"Deliveries began before {first}.", before), earlier)
    if not later.sure:
        return _nothing(run, verdict, later, replace(scope, since=first.from_, until=says.last_day))
    if before.possible:
        return verdict(
            "not_decidable", "identity_open", "Whether rows before it are about these companies, goods and dates is open.", later
        )
    if not inside.sure:
        if inside.possible:
            return verdict(
                "not_decidable", "identity_open", "Whether rows in it are about these companies, goods and dates is open.", later
            )
        return verdict("partly_supported", "rows_later", f"The first row stands on {later.first_day}.", later)
    if quiet.whole:
        return verdict("supported", "rows_agree", f"The months from {start:%Y-%m} on are declared complete and show none.", inside)
    return verdict("partly_supported", "earlier_not_covered", gap(quiet), inside)


def _ended(run: StageRun, question: Question, scope: Scope, last: Period) -> Verdict:
    """Return the verdict on an end: nothing after `last`, something before or in it."""
    says = question.says
    assert isinstance(says, FirstLast)
    first_day = _period(says.first).from_ if says.first else None
    seen = count(run, replace(scope, since=first_day, until=last.until))
    until = says.last_day or months_away(last.until, run.parameter(MONTHS_AFTER) + 1) - _DAY
    beyond = replace(scope, since=last.until + _DAY, until=says.last_day)
    # Nothing can be recorded after a claim that speaks up to the end of `last` itself.
    after = count(run, beyond) if says.last_day is None or says.last_day > last.until else None
    quiet = coverage(run, replace(beyond, until=until)) if after is not None else None

    def verdict(word: Word, reason: str, sentence: str, rows: Counted) -> Verdict:
        later = 0 if after is None else after.sure
        said = f"Rows that show {question.shipments}: {seen.sure} up to {last}, {later} after it. {sentence}"
        return Verdict(question.claim_id, word, reason, said, question.query, rows.rows)

    if after is not None and after.sure:
        return _outside(run, verdict("not_decidable", "rows_outside", f"Deliveries went on after {last}.", after), beyond)
    if not seen.sure:
        return _nothing(run, verdict, seen, replace(scope, since=first_day, until=last.until))
    if after is not None and after.possible:
        return verdict("not_decidable", "identity_open", "Whether rows after it are about these companies, goods and dates is open.", seen)
    if quiet is not None and quiet.whole:
        return verdict("supported", "rows_agree", f"The months up to {until:%Y-%m} are declared complete and show none.", seen)
    missing = gap(quiet) if quiet is not None else "The claim speaks of no time after it."
    return verdict("partly_supported", "later_not_covered", missing, seen)


def _outside(run: StageRun, found: Verdict, scope: Scope) -> Verdict:
    """Return the verdict as contradicted when one of the rows outside stands in a month declared complete."""
    basis = shown(run, scope, every=False)
    return found if basis is None else found.against(basis)


def _nothing(run: StageRun, verdict: _Say, rows: Counted, scope: Scope) -> Verdict:
    """Return the verdict when no row surely shows a delivery in the days claimed."""
    if rows.possible:
        return verdict("not_decidable", "identity_open", "Whether rows are about these companies, goods and dates is open.", rows)
    covered = coverage(run, scope)
    if covered.whole:
        return verdict("not_decidable", "absent_in_covered_period", "", rows).against(complete(covered))
    return verdict("not_decidable", uncovered(covered), gap(covered), rows)


def _period(text: str) -> Period:
    period = period_of(text)
    assert period is not None  # the shape accepts dates only
    return period


def _shown(run: StageRun, question: Question) -> Basis | None:
    """Return the coverage in which the rows up to the last day stand."""
    says = question.says
    assert isinstance(says, FirstLast)
    since = _period(says.first).from_ if says.first else None
    until = _period(says.last).until if says.last else says.last_day
    return shown(run, Scope(*question.ends, says.goods, None, None, since, until, ""), every=False)


TEMPLATE = Template("first_last", ("supplier", "consignee"), check, _shown)
