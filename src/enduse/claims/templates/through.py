"""Delivered through others: bounds of the flow (as `enduse trace` computes them) and the rows of every hop.

At least and at most hold if the intermediaries' records are complete, so a claim is supported only when imports and exports of
each intermediary's country are declared complete for the period and the months before it (claim_months_before); without that,
rows of every hop support it in part: the way is open, the goods need not have taken it. It is contradicted only when one hop's
rows, in months declared complete, hold less than claimed. Direct sales need no such thing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from enduse import graph
from enduse.claims.companies import Company, in_words
from enduse.claims.comparing import BOUND_WORDS, Position, gap, position
from enduse.claims.counting import Counted, Scope, count
from enduse.claims.covering import coverage
from enduse.claims.measures import NO_UNIT, Measure, measure, number
from enduse.claims.parameters import CITED_ROWS_MAX, MONTHS_BEFORE, TOLERANCE_ABOUT, TOLERANCE_EXACT
from enduse.claims.templates.template import Question
from enduse.claims.verdicts import Basis, Verdict, Word
from enduse.findings import Citation, Covered
from enduse.store import StageRun
from enduse.terms.propositions import Delivered

_UNITS: dict[str, graph.Unit] = {"USD": "usd", "kg": "kg", "pieces": "pieces", NO_UNIT: "kg"}
_HS_DIGITS = 6
_OTHERS_MAX = 20
"""Intermediaries whose coverage is looked up when the way is open; with more, their records are not taken as complete."""


@dataclass(frozen=True)
class _Hop:
    """The rows between two neighbours on the way, and the coverage that would have shown others."""

    words: str
    counted: Counted
    covered: Covered


@dataclass(frozen=True)
class _Flow:
    """What arrived, at least and at most; `direct` without conditions. None: the rows do not state it. `ways`: some way is open."""

    direct: float | None
    at_least: float | None
    at_most: float | None
    between: tuple[str, ...]
    shipments: tuple[str, ...]


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
    hops = _hops(run, says, chain, asked.unit) if via else _ends(run, says, (supplier, consignee), asked.unit)
    flow = _flow(run, says, chain, _UNITS[asked.unit])
    told = _Told(run, question, says, asked, hops, flow)
    return told.verdict()


@dataclass(frozen=True)
class _Told:
    """One claim's way as counted and traced."""

    run: StageRun
    question: Question
    says: Delivered
    asked: Measure
    hops: tuple[_Hop, ...]
    flow: _Flow

    def verdict(self) -> Verdict:
        """Return what the rows say: a hop that cannot carry the claim first, then the bounds."""
        short = [one for one in self.hops if one.covered.whole and self._too_little(one.counted)]
        if short:
            hop = short[0]
            reason = "rows_differ" if hop.counted.possible else "absent_in_covered_period"
            clause = f"The months of that leg are declared complete ({len(hop.covered.citations)} rows of the calendar)."
            return self._say("not_decidable", reason, f"{hop.words} cannot carry it.").against(Basis(clause, hop.covered.citations))
        if (self.says.via or not self.flow.shipments) and any(not one.counted.possible for one in self.hops):
            missing = next(one for one in self.hops if not one.counted.possible)
            reason = "not_in_data" if missing.covered.citations else "no_coverage"
            return self._say("not_decidable", reason, f"No row shows {missing.words}. {gap(missing.covered)}")
        if self.says.via and any(not one.counted.sure for one in self.hops):
            return self._say(
                "not_decidable", "identity_open", "Whether rows of every leg are about these companies, goods and dates is open."
            )
        return self._by_bounds()

    def _by_bounds(self) -> Verdict:
        direct, least, most = self.flow.direct, self.flow.at_least, self.flow.at_most
        if self.asked.amount is None:
            if direct is not None and direct > 0:
                return self._say("supported", "rows_agree", "Direct sales alone show it.")
            if least and self._complete():
                return self._say("supported", "rows_agree", "The records of the companies between are declared complete.")
            return self._open()
        if least is None and most is None:
            return self._say("not_decidable", "amount_not_stated", "Not every leg states the amount.")
        if direct is not None and self._against(direct, None) == "inside":
            return self._say("supported", "rows_agree", "Direct sales alone reach the bound.")
        place = self._against(least or 0.0, most)
        if place == "inside":
            if self._complete():
                return self._say("supported", "rows_agree", "The records of the companies between are declared complete.")
            if self.says.bound in ("at_most", "under"):
                return self._say("not_decidable", "no_coverage", "The records of the companies between are not declared complete.")
            return self._open()
        if place == "outside" and (least or 0.0) > self.asked.amount:
            return self._say("not_decidable", "rows_exceed", "More than claimed took that way, if the records between are complete.")
        return self._open()

    def _open(self) -> Verdict:
        """Return partly supported while rows of the way are there; not decidable when none is, or when only an upper bound was claimed."""
        if not self.flow.shipments and not self.says.via:
            return self._say("not_decidable", "not_in_data", "No way through the recorded sales leads there.")
        if self.asked.amount is not None and self.says.bound in ("at_most", "under"):
            return self._say("not_decidable", "no_coverage", "An upper bound needs the records of all companies between.")
        if self.flow.at_most == 0:
            return self._say("not_decidable", "not_in_data", "No goods can have taken that way in the order of the dates recorded.")
        return self._say("partly_supported", "way_open", "Rows of the way are there; that these goods took it is not shown.")

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
        rows = "; ".join(f"{one.words}: {one.counted.sure} rows" for one in self.hops)
        unit = self.asked.unit or "kg"
        low, high = self.flow.at_least, self.flow.at_most
        bounds = (
            f" On that way at least {_stated(low)}, at most {_stated(high)} {unit}, if the records of the companies between are complete."
        )
        most = self.run.parameter(CITED_ROWS_MAX)
        cited = [one for hop in self.hops for one in hop.counted.rows] if self.says.via else []
        cited += [] if self.says.via else [Citation("shipment", one) for one in self.flow.shipments]
        return Verdict(
            self.question.claim_id,
            word,
            reason,
            f"{claimed}{rows}.{bounds} {sentence}",
            self.question.query,
            tuple(dict.fromkeys(cited))[:most],
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
    place = says.first_day.year * 12 + says.first_day.month - 1 - run.parameter(MONTHS_BEFORE)
    return dt.date(max(1900, place // 12), place % 12 + 1, 1), says.last_day


def _hops(run: StageRun, says: Delivered, chain: Sequence[Company], unit: str) -> tuple[_Hop, ...]:
    """Return the rows between neighbours: the last leg in the claim's days, the others also in the months before."""
    earlier, until = _window(run, says)
    found = []
    for place, (left, right) in enumerate(pairwise(chain)):
        since = says.first_day if place == len(chain) - 2 else earlier
        scope = Scope(left, right, says.goods, None, None, since, until, unit)
        found.append(_Hop(f"from {in_words(left)} to {in_words(right)}", count(run, scope), coverage(run, scope)))
    return tuple(found)


def _ends(run: StageRun, says: Delivered, ends: tuple[Company, Company], unit: str) -> tuple[_Hop, ...]:
    """Return all that the supplier sent and all that the consignee received: neither can be less than what arrived."""
    earlier, until = _window(run, says)
    supplier, consignee = ends
    sent = Scope(supplier, None, says.goods, None, None, earlier, until, unit)
    received = Scope(None, consignee, says.goods, None, None, says.first_day, until, unit)
    words = (f"all that {in_words(supplier)} sent", f"all that {in_words(consignee)} received")
    return tuple(_Hop(said, count(run, one), coverage(run, one)) for said, one in zip(words, (sent, received), strict=True))


def _flow(run: StageRun, says: Delivered, chain: Sequence[Company], unit: graph.Unit) -> _Flow:
    """Return the bounds: at least for the companies surely named, at most for every one that may be meant."""
    if not run.has("legs"):
        return _Flow(None, None, None, (), ())
    goods = sorted({code[:_HS_DIGITS] for code in says.goods})
    # The flow knows six digits: of a longer code only the upper bound is one of the goods claimed.
    exact_goods = all(len(code) <= _HS_DIGITS for code in says.goods)
    sure = all(one.ids for one in chain)
    wide = _traced(run, says, [one.everyone for one in chain], goods, unit)
    certain = all(not one.candidates and not one.possible for one in chain)
    narrow = wide if certain else _traced(run, says, [one.ids for one in chain], goods, unit) if sure else None
    if narrow is None or not exact_goods:
        return replace(wide, direct=0.0, at_least=0.0)
    return replace(narrow, at_most=wide.at_most)


def _traced(run: StageRun, says: Delivered, chain: Sequence[tuple[str, ...]], goods: Sequence[str], unit: graph.Unit) -> _Flow:
    found = graph.trace(run, chain[0], chain[-1], goods, says.since, says.until, unit)
    between = tuple(one["entity"] for one in found.intermediaries)
    if len(chain) == 2:
        return _Flow(found.direct, found.at_least, found.at_most_open, between, tuple(found.shipments))
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
    return _Flow(None, at_least, at_most, between, tuple(found.shipments))


def _closed(run: StageRun, says: Delivered, chain: Sequence[tuple[str, ...]], place: int, goods: Sequence[str], unit: graph.Unit) -> bool:
    """Tell whether no goods can have gone from the next company on the way back to this one."""
    back = graph.trace(run, chain[place + 1], chain[place], goods, None, says.until, unit)
    return not back.shipments and not back.at_most_open
