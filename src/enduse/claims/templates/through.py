"""Delivered through others: bounds of the flow (as `enduse trace` computes them), and what each company received and sent.

At least and at most hold if the intermediaries' records are complete, so a claim is supported only when imports and exports of
each intermediary's country are declared complete for the period and the months before it (claim_months_before); without that,
an open way supports it in part: the goods need not have taken it. Companies not named may stand between those named, so a leg
without rows contradicts nothing; what contradicts is a company on the way whose rows, in months declared complete, hold less
than claimed: all that the supplier sent, an intermediary received or sent, the consignee received. Direct sales need no bounds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from enduse import graph
from enduse.claims.companies import Company, in_words
from enduse.claims.comparing import BOUND_WORDS, Position, position
from enduse.claims.counting import Counted, Scope, count
from enduse.claims.covering import coverage
from enduse.claims.measures import NO_UNIT, Measure, measure
from enduse.claims.parameters import CITED_ROWS_MAX, MONTHS_BEFORE, TOLERANCE_ABOUT, TOLERANCE_EXACT
from enduse.claims.templates.template import Question
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.findings import Citation, Covered
from enduse.store import StageRun
from enduse.terms.measures import number, so_many
from enduse.terms.periods import months_away
from enduse.terms.propositions import Delivered

_UNITS: dict[str, graph.Unit] = {"USD": "usd", "kg": "kg", "pieces": "pieces", NO_UNIT: "kg"}
_HS_DIGITS = 6
_UNCOUNTED = Counted(0, 0, None, None, None, None, ())
_OTHERS_MAX = 20
"""Intermediaries whose coverage is looked up when the way is open; with more, their records are not taken as complete."""


@dataclass(frozen=True)
class _Hop:
    """The rows between two neighbours on the way, or all that one company of it sent or received; and their coverage."""

    words: str
    counted: Counted
    covered: Covered


@dataclass(frozen=True)
class _Flow:
    """What arrived, at least and at most; `direct` without conditions. None: the rows do not state it.

    `between` are the companies through which something may have passed, `shipments` rows of the ways. `way`: some goods can have
    taken it, in the order of the dates; None when rows that state no amount may lie on it. `sure`: for the companies surely named.
    """

    direct: float | None
    at_least: float | None
    at_most: float | None
    between: tuple[str, ...]
    shipments: tuple[str, ...]
    way: bool | None
    sure: bool


def check(run: StageRun, question: Question) -> Verdict:
    """Return the verdict on a claim of a delivery through named intermediaries, or by any way."""
    says = question.says
    assert isinstance(says, Delivered)
    supplier, consignee = question.companies["supplier"], question.companies["consignee"]
    via = question.several("via")
    asked = measure(run, says)
    problem = asked.problem or (None if asked.unit in _UNITS else "not_testable")
    if problem:
        said = f"The number cannot be compared along a way: {asked.words}."
        return Verdict(question.claim_id, "not_decidable", problem, said, question.query, claimed=asked.amount, unit=asked.unit)
    chain = (supplier, *via, consignee)
    if _overlap(chain):
        said = "The companies named on the way may be one and the same: an open question of identity joins them."
        return Verdict(question.claim_id, "not_decidable", "identity_open", said, question.query, claimed=asked.amount)
    if asked.amount is None and not via:
        direct = count(run, Scope(supplier, consignee, says.goods, None, None, says.first_day, says.last_day, ""))
        if direct.sure:
            said = f"Rows that show direct sales from {in_words(supplier)} to {in_words(consignee)}: {direct.sure}."
            return Verdict(question.claim_id, "supported", "rows_agree", said, question.query, direct.rows)
    legs = _legs(run, says, chain, asked.unit) if via else ()
    return _Told(run, question, says, asked, legs, _flow(run, says, chain, _UNITS[asked.unit])).verdict()


@dataclass(frozen=True)
class _Told:
    """One claim's way as counted and traced."""

    run: StageRun
    question: Question
    says: Delivered
    asked: Measure
    legs: tuple[_Hop, ...]
    flow: _Flow

    def verdict(self) -> Verdict:
        """Return what the rows say: a company that cannot carry the claim first, then the bounds."""
        ends = _ends(self.run, self.says, self._chain, self.asked.unit)
        for one in ends:
            if one.covered.whole and self._too_little(one.counted):
                reason = "rows_differ" if one.counted.possible else "absent_in_covered_period"
                clause = (
                    f"The months of that company are declared complete ({so_many(len(one.covered.citations), 'rows')} of the calendar)."
                )
                said = f"{one.words}: {so_many(one.counted.possible, 'rows')}; that cannot carry it."
                return self._say("not_decidable", reason, said).against(Basis(clause, one.covered.citations))
        way = self._in_order() if self.flow.way is None else self.flow.way
        if not way:
            cited = any(one.covered.citations for one in ends)
            said = "The recorded sales show no way there in the order of their dates; companies that are not recorded may stand between."
            return self._say("not_decidable", "not_in_data" if cited else "no_coverage", said)
        if not self.flow.sure:
            return self._say("not_decidable", "identity_open", "Whether the rows of the way are about these companies is an open question.")
        return self._by_bounds()

    def _in_order(self) -> bool:
        """Tell whether each leg has a row that the next leg can follow; legs not counted one by one are open."""
        days = [(one.counted.first_day, one.counted.last_day) for one in self.legs if one.counted.sure]
        if len(days) < len(self.legs):
            return False
        return all(before[0] is None or after[1] is None or before[0] <= after[1] for before, after in pairwise(days))

    def _by_bounds(self) -> Verdict:
        direct, least, most = self.flow.direct, self.flow.at_least, self.flow.at_most
        if self.asked.amount is None:
            if least and self._complete():
                return self._say("supported", "rows_agree", "The records of the companies between are declared complete.")
            return self._open()
        if least is None and most is None:
            return self._say("not_decidable", "amount_not_stated", "Not every leg states the amount.")
        if direct is not None and self._against(direct, None) == "inside":
            return self._say("supported", "rows_agree", "Direct sales alone reach the bound.")
        place = self._against(least or 0.0, most)
        if place == "inside" and self._complete():
            return self._say("supported", "rows_agree", "The records of the companies between are declared complete.")
        if place == "outside" and (least or 0.0) > self.asked.amount:
            return self._say("not_decidable", "rows_exceed", "More than claimed took that way, if the records between are complete.")
        return self._open()

    def _open(self) -> Verdict:
        """Return partly supported for an open way; not decidable when only an upper bound was claimed."""
        if self.asked.amount is not None and self.says.bound in ("at_most", "under"):
            return self._say("not_decidable", "no_coverage", "An upper bound needs the records of all companies between.")
        return self._say("partly_supported", "way_open", "A way is open; that these goods took it is not shown.")

    def _too_little(self, counted: Counted) -> bool:
        if self.asked.amount is None:
            return counted.possible == 0
        if self.says.bound in ("at_most", "under") or counted.at_most is None:
            return False
        return counted.at_most < self.asked.amount * (1 - self._tolerance) or (counted.possible == 0 and self.asked.amount > 0)

    @property
    def _tolerance(self) -> float:
        share: float = self.run.parameter(TOLERANCE_ABOUT if self.says.bound == "about" else TOLERANCE_EXACT)
        return share

    @property
    def _chain(self) -> tuple[Company, ...]:
        return (self.question.companies["supplier"], *self.question.several("via"), self.question.companies["consignee"])

    def _against(self, least: float, most: float | None) -> Position:
        assert self.asked.amount is not None  # callers ask about numbers only
        claimed = (self.asked.amount, self.asked.upper)
        tolerance = self._tolerance * (self.asked.upper or self.asked.amount)
        return position(self.says.bound, claimed, (least, float("inf") if most is None else most), tolerance)

    def _complete(self) -> bool:
        """Tell whether all that each company between received and sent is declared complete."""
        between = self.question.several("via") or tuple(Company(one, (one,)) for one in self.flow.between)
        if len(between) > _OTHERS_MAX:
            return False
        since, until = _window(self.run, self.says)
        for one in between:
            sides: tuple[tuple[Company | None, Company | None], ...] = ((None, one), (one, None))
            for left, right in sides:
                if not coverage(self.run, Scope(left, right, self.says.goods, None, None, since, until, "")).whole:
                    return False
        return True

    def _say(self, word: Word, reason: str, sentence: str) -> Verdict:
        numeric = self.asked.amount is not None
        claimed = f"Claimed: {BOUND_WORDS[self.says.bound]}{self.asked.words}. " if numeric else ""
        rows = "".join(f"{one.words}: {so_many(one.counted.sure, 'rows')}. " for one in self.legs)
        unit = self.asked.unit or "kg"
        low, high = self.flow.at_least, self.flow.at_most
        bounds = (
            f"On that way at least {_stated(low)}, at most {_stated(high)} {unit}, if the records of the companies between are complete."
        )
        cited = [one for leg in self.legs for one in leg.counted.rows]
        if not self.legs or any(not one.counted.sure for one in self.legs):
            cited += [Citation("shipment", one) for one in self.flow.shipments]
        return Verdict(
            self.question.claim_id,
            word,
            reason,
            f"{claimed}{rows}{bounds} {sentence}",
            self.question.query,
            tuple(dict.fromkeys(cited))[: self.run.parameter(CITED_ROWS_MAX)],
            self.asked.amount,
            low if numeric else None,
            high if numeric else None,
            unit if numeric else None,
        )


def _stated(value: float | None) -> str:
    return "an amount not stated" if value is None else number(value)


def _overlap(chain: Sequence[Company]) -> bool:
    everyone = [one for company in chain for one in company.everyone]
    return len(everyone) > len(set(everyone))


def _window(run: StageRun, says: Delivered) -> tuple[dt.date | None, dt.date | None]:
    """Return the days in which goods of the claim may have moved: the claim's own, and the months before."""
    if says.first_day is None:
        return None, says.last_day
    return months_away(says.first_day, -run.parameter(MONTHS_BEFORE)), says.last_day


def _legs(run: StageRun, says: Delivered, chain: Sequence[Company], unit: str) -> tuple[_Hop, ...]:
    """Return the rows between neighbours: the last leg in the claim's days, the others also in the months before."""
    earlier, until = _window(run, says)
    found = []
    for place, (left, right) in enumerate(pairwise(chain)):
        since = says.first_day if place == len(chain) - 2 else earlier
        scope = Scope(left, right, says.goods, None, None, since, until, unit)
        found.append(_Hop(f"{in_words(left)} to {in_words(right)}", count(run, scope), Covered(False, (), ())))
    return tuple(found)


def _ends(run: StageRun, says: Delivered, chain: Sequence[Company], unit: str) -> tuple[_Hop, ...]:
    """Return all that each company of the way sent and received, in its own days: none can be less than what arrived."""
    earlier, until = _window(run, says)
    asked: list[tuple[str, Scope]] = []
    for place, one in enumerate(chain):
        if place < len(chain) - 1:
            asked.append((f"All that {in_words(one)} sent", Scope(one, None, says.goods, None, None, earlier, until, unit)))
        if place:
            since = says.first_day if place == len(chain) - 1 else earlier
            asked.append((f"All that {in_words(one)} received", Scope(None, one, says.goods, None, None, since, until, unit)))
    found = []
    for words, scope in asked:
        covered = coverage(run, scope)
        # Only complete months can contradict: rows elsewhere need not be counted.
        found.append(_Hop(words, count(run, scope) if covered.whole else _UNCOUNTED, covered))
    return tuple(found)


def _flow(run: StageRun, says: Delivered, chain: Sequence[Company], unit: graph.Unit) -> _Flow:
    """Return the bounds: at least for the companies surely named, at most for every one that may be meant."""
    if not run.has("legs"):
        return _Flow(None, None, None, (), (), False, False)
    goods = sorted({code[:_HS_DIGITS] for code in says.goods})
    # The flow knows six digits: of a longer code only the upper bound is one of the goods claimed.
    exact_goods = all(len(code) <= _HS_DIGITS for code in says.goods)
    sure = all(one.ids for one in chain)
    wide = _traced(run, says, [one.everyone for one in chain], goods, unit)
    certain = all(not one.candidates and not one.possible for one in chain)
    narrow = wide if certain else _traced(run, says, [one.ids for one in chain], goods, unit) if sure else None
    if narrow is None or not exact_goods:
        return replace(wide, direct=0.0, at_least=0.0, sure=narrow is not None and narrow.way is not False)
    if certain:
        return wide
    return replace(narrow, at_most=wide.at_most, way=wide.way, sure=narrow.way is not False)


def _traced(run: StageRun, says: Delivered, chain: Sequence[tuple[str, ...]], goods: Sequence[str], unit: graph.Unit) -> _Flow:
    found = graph.trace(run, chain[0], chain[-1], goods, says.since, says.until, unit)
    between = tuple(one["entity"] for one in found.intermediaries)
    if len(chain) == 2:
        way: bool | None = bool(found.shipments or found.unmeasured)
        return _Flow(found.direct, found.at_least, found.at_most_open, between, tuple(found.shipments), way, True)
    through = {one["entity"]: one for one in found.intermediaries}
    least, most = [], []
    for named in chain[1:-1]:
        passed = [through[one] for one in named if one in through]
        least.append(max((one["at_least"] or 0.0 for one in passed), default=0.0))
        open_ = any(one["at_most"] is None for one in passed)
        most.append(None if open_ else sum(one["at_most"] for one in passed))
    stated = [one for one in most if one is not None]
    at_most = min(stated) if stated else None
    at_least = least[0]
    if len(least) > 1:
        # Through the first and the second, in that order: what passed each, less all that arrived, unless goods can go back.
        whole = found.at_most
        ordered = whole is not None and all(_closed(run, says, chain, place, goods, unit) for place in range(1, len(chain) - 2))
        at_least = max(0.0, sum(least) - (len(least) - 1) * (whole or 0.0)) if ordered else 0.0
    rows = {row for path in found.paths for row in path["shipments"] if _passes(path["entities"], chain[1:-1])}
    if len(stated) < len(most) or found.unmeasured:
        at_most = None
    way = None if at_most is None and (found.unmeasured or stated != most) else at_most != 0
    return _Flow(None, at_least, at_most, between, tuple(sorted(rows)), way, True)


def _passes(way: Sequence[str], named: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether a way passes each of the named companies."""
    return all(set(way) & set(one) for one in named)


def _closed(run: StageRun, says: Delivered, chain: Sequence[tuple[str, ...]], place: int, goods: Sequence[str], unit: graph.Unit) -> bool:
    """Tell whether no goods can have gone from the next company on the way back to this one."""
    back = graph.trace(run, chain[place + 1], chain[place], goods, None, says.until, unit)
    return not back.shipments and not back.at_most_open
