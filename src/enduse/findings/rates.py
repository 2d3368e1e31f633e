"""Counts of listed imports per covered month before and after T0, for a company and for the rest of its country's market.

A calendar is the set of streams (source, reporter, direction) that would show a company's imports and hold enough complete
months on both sides of T0, and the months that all of them have: a source that begins or ends near T0 has no say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from enduse.engine import Step
from enduse.findings.asking import tuples
from enduse.findings.calendar import Stream
from enduse.findings.evidence import Evidence
from enduse.findings.finding import Citation
from enduse.terms.periods import months_away, months_between

RATES = Step.load("enduse.findings", "rates.sql")
MARKET = Step.load("enduse.findings", "market.sql")


@dataclass(frozen=True)
class Span:
    """The streams and months one company is measured in; `before` and `after` are the covered months."""

    calendar_id: str
    country: str
    streams: tuple[Stream, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def citations(self) -> tuple[Citation, ...]:
        """Return the coverage rows that declare the months complete."""
        return tuple(Citation("coverage", "|".join((*stream, month))) for stream in self.streams for month in (*self.before, *self.after))


@dataclass(frozen=True, slots=True)
class Counts:
    """Imports in the covered months on each side of T0; `lower` surely of listed goods, `upper` possibly."""

    before_lower: int = 0
    before_upper: int = 0
    after_lower: int = 0
    after_upper: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the counts of two companies taken as one."""
        return Counts(
            self.before_lower + other.before_lower,
            self.before_upper + other.before_upper,
            self.after_lower + other.after_lower,
            self.after_upper + other.after_upper,
        )


class Rates:
    """The spans and counts of all companies asked about."""

    def __init__(self, evidence: Evidence, months_min: int) -> None:
        self._spans: dict[str, Span | None] = {}
        self._known: dict[tuple[object, ...], Span | None] = {}
        self._before, self._after = _windows(evidence)
        members: set[tuple[str, str]] = set()
        for entity in evidence.asked:
            span = self._spans[entity] = self._span(evidence, entity, months_min)
            if span is not None:
                members.update((span.calendar_id, one) for one in (entity, *(doubt.other_id for doubt in evidence.doubts(entity))))
        self._count(evidence, members)

    def span(self, entity: str) -> Span | None:
        """Return what the company is measured in; None when too few months are covered on either side."""
        return self._spans[entity]

    def counts(self, span: Span, entity: str, list_id: str) -> Counts:
        """Return the company's counts in the span; all zero when it has none."""
        return self._rates.get((span.calendar_id, entity, list_id), Counts())

    def others(self, span: Span, list_id: str, own: Counts) -> tuple[int, int]:
        """Return the imports before and after by every other consignee of the span's country."""
        before, after = self._market.get((span.calendar_id, list_id), (0, 0))
        return before - own.before_upper, after - own.after_upper

    def _span(self, evidence: Evidence, entity: str, months_min: int) -> Span | None:
        country, streams = evidence.country(entity), evidence.streams(entity)
        if country is None:
            return None
        key = (country, streams)
        if key not in self._known:
            steady_before = evidence.calendar.steady(streams, self._before, ("consignee", "hs"), ())
            steady_after = evidence.calendar.steady(streams, self._after, ("consignee", "hs"), ())
            usable = tuple(
                stream
                for stream in streams
                if min(len(steady_before.get(stream, ())), len(steady_after.get(stream, ()))) >= max(months_min, 1)
            )
            before = [month for month in self._before if all(month in steady_before[stream] for stream in usable)]
            after = [month for month in self._after if all(month in steady_after[stream] for stream in usable)]
            enough = bool(usable) and min(len(before), len(after)) >= months_min
            number = f"calendar-{len(self._known)}"
            self._known[key] = Span(number, country, usable, tuple(before), tuple(after)) if enough else None
        return self._known[key]

    def _count(self, evidence: Evidence, members: Iterable[tuple[str, str]]) -> None:
        run, spans = evidence.run, [span for span in self._known.values() if span is not None]
        run.put("members", _table(("calendar_id", "entity_id"), sorted(members)))
        run.put("calendars", _table(("calendar_id", "country"), [(span.calendar_id, span.country) for span in spans]))
        streams = [(span.calendar_id, *stream) for span in spans for stream in span.streams]
        run.put("calendar_streams", _table(("calendar_id", "source_id", "reporter", "direction"), streams))
        sides = [(span, "before", span.before) for span in spans] + [(span, "after", span.after) for span in spans]
        months = [(span.calendar_id, month, period) for span, period, covered in sides for month in covered]
        run.put("calendar_months", _table(("calendar_id", "month", "period"), months))
        self._rates = {(one[0], one[1], one[2]): Counts(*one[3:]) for one in tuples(run.ask(RATES))}
        self._market = {(one[0], one[1]): (one[2], one[3]) for one in tuples(run.ask(MARKET))}


def _windows(evidence: Evidence) -> tuple[list[str], list[str]]:
    """Return the months that lie wholly before, and wholly after, T0."""
    start, last = evidence.start, evidence.calendar.last_month
    before = months_between(f"{months_away(start, -evidence.lookback):%Y-%m}", f"{months_away(start, -1):%Y-%m}")
    after_first = start if start.day == 1 else months_away(start, 1)
    return before, months_between(f"{after_first:%Y-%m}", last) if last else []


def _table(names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> pa.Table:
    return pa.table({name: pa.array([row[place] for row in rows], pa.string()) for place, name in enumerate(names)})
