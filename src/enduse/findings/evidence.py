"""What the flags read: each company's imports before and after T0, its goods on each list, doubts about who it is, coverage.

Prepared once for all flags, in SQL; what stands here is aggregated, one entry per company or per company and list. Only
companies that the flags can be asked about have an entry: those with an import after T0 that may stand on a goods list,
and the targets (consignees that answer to a list, or are end users of the case).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

import pyarrow as pa

from enduse import entities
from enduse.engine import Step
from enduse.errors import AmbiguousName, UnknownName
from enduse.findings.asking import rows, tuples
from enduse.findings.calendar import Calendar, Stream
from enduse.findings.finding import Citation
from enduse.findings.goods import GoodsList, goods_lists, list_hits
from enduse.findings.parameters import CITED_ROWS_MAX, CONTROL_START, FIELD_SHARE_MIN, LOOKBACK_MONTHS, day_parameter
from enduse.store import StageRun
from enduse.terms.periods import FIRST, months_away, months_between

IMPORTS = Step.load("enduse.findings", "imports.sql")
LIST_ROWS = Step.load("enduse.findings", "list_rows.sql")
LIST_HISTORY = Step.load("enduse.findings", "list_history.sql")
LIST_CITED = Step.load("enduse.findings", "list_cited.sql")
ASKED_ROWS = Step.load("enduse.findings", "asked_rows.sql")
DOUBTS = Step.load("enduse.findings", "doubts.sql")
OWN_SOURCES = Step.load("enduse.findings", "own_sources.sql")
ROWS_CITED_FOR_CONTEXT = 3
"""Rows cited to show that a company imported at all; the count is in the sentence."""


@dataclass(frozen=True, slots=True)
class Imports:
    """How many rows name a company as consignee before T0: surely, possibly (partial dates), and of these without an HS code."""

    before_sure: int = 0
    before_possible: int = 0
    before_without_code: int = 0


@dataclass(frozen=True, slots=True)
class ListHistory:
    """How many counted imports of goods on one list a company has on each side of T0: surely (lower) and possibly (upper).

    `without_month` of these admit days in several months.
    """

    before_lower: int = 0
    before_upper: int = 0
    after_lower: int = 0
    after_upper: int = 0
    without_month: int = 0
    first_after: dt.date | None = None
    tier_after: str | None = None
    goods_code_id: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another company that may be the same one; `citation` is the open question."""

    other_id: str
    citation: Citation


class Evidence:
    """All that is asked of the tables once, for every flag of the run."""

    def __init__(self, run: StageRun) -> None:
        self.run = run
        self.start = day_parameter(run, CONTROL_START)
        self.lookback: int = run.parameter(LOOKBACK_MONTHS)
        self.cited_most: int = run.parameter(CITED_ROWS_MAX)
        self.calendar = Calendar(rows(run, "coverage").to_pylist(), run.parameter(FIELD_SHARE_MIN))
        self.lists: dict[str, GoodsList] = goods_lists(run)
        self.targets = targets(run)
        run.put("list_hits", list_hits(run))
        run.put("list_rows", run.ask(LIST_ROWS))
        self.imports = {row[0]: Imports(*row[1:]) for row in tuples(run.ask(IMPORTS, start=self.start))}
        self.goods = {(row[0], row[1]): ListHistory(*row[2:]) for row in tuples(run.ask(LIST_HISTORY, start=self.start))}
        after = {entity for (entity, _), history in self.goods.items() if history.after_upper}
        self.asked = tuple(sorted(after | (self.targets & self.imports.keys())))
        run.put("asked", pa.table({"entity_id": pa.array(self.asked, pa.string())}))
        self._about_the_asked(run)

    def _about_the_asked(self, run: StageRun) -> None:
        self._goods_rows: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for entity, list_id, side, _, shipment in tuples(run.ask(LIST_CITED, start=self.start, first=FIRST, most=self.cited_most)):
            self._goods_rows[entity, list_id, side].append(shipment)
        self._rows: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entity, side, _, shipment in tuples(run.ask(ASKED_ROWS, start=self.start, first=FIRST, most=ROWS_CITED_FOR_CONTEXT)):
            self._rows[entity, side].append(shipment)
        self._doubts: dict[str, list[Doubt]] = defaultdict(list)
        for entity, other, left, right in tuples(run.ask(DOUBTS)):
            self._doubts[entity].append(Doubt(other, Citation("possible_match", f"{left}|{right}")))
        self._sources: dict[str, list[str]] = defaultdict(list)
        for entity, source in tuples(run.ask(OWN_SOURCES)):
            self._sources[entity].append(source)
        asked = set(self.asked)
        ids, countries = rows(run, "entities", ["entity_id", "country"]).to_pydict().values()
        self._countries = {entity: country for entity, country in zip(ids, countries, strict=True) if entity in asked}

    def country(self, entity: str) -> str | None:
        """Return the company's country; None when no row states it."""
        return self._countries.get(entity)

    def history(self, entity: str, list_id: str) -> ListHistory:
        """Return the company's imports of goods on the list; all zero when there are none."""
        return self.goods.get((entity, list_id), ListHistory())

    def imported(self, entity: str) -> Imports:
        """Return the company's imports of any goods; all zero when there are none."""
        return self.imports.get(entity, Imports())

    def doubts(self, entity: str) -> tuple[Doubt, ...]:
        """Return the companies that may be the same one, in order of id."""
        return tuple(self._doubts.get(entity, ()))

    def streams(self, entity: str) -> tuple[Stream, ...]:
        """Return the streams of data that would show an import of the company."""
        return self.calendar.streams(self.country(entity), self._sources.get(entity, ()))

    def goods_rows(self, entity: str, list_id: str, side: str, most: int | None = None) -> tuple[Citation, ...]:
        """Return the first shipments of listed goods 'before' or 'after' T0, at most `most`."""
        found = self._goods_rows.get((entity, list_id, side), [])
        return tuple(Citation("shipment", one) for one in found[: most or self.cited_most])

    def any_rows(self, entity: str, *sides: str) -> tuple[Citation, ...]:
        """Return the first rows 'before' or 'after' T0, or that admit 'either', in the order of `sides`."""
        return tuple(Citation("shipment", one) for side in sides for one in self._rows.get((entity, side), []))

    @property
    def months_before(self) -> list[str]:
        """Every month that the lookback before T0 touches."""
        eve = self.start - dt.timedelta(days=1)
        return months_between(f"{months_away(self.start, -self.lookback):%Y-%m}", f"{eve:%Y-%m}")

    @property
    def months_after(self) -> list[str]:
        """Every month from that of T0 to the last that any source speaks of; empty when none does."""
        last = self.calendar.last_month
        return months_between(f"{self.start:%Y-%m}", last) if last else []


def targets(run: StageRun) -> frozenset[str]:
    """Return the companies that answer to a list (confirmed or likely) or are end users of the case.

    A name of the case that no company answers to is left out; one that several answer to stands for all of them.
    """
    found: set[str] = set()
    for name in run.settings.case.end_users:
        try:
            found.update(entities.find(run, name))
        except AmbiguousName as several:
            found.update(entity for entity, _ in several.candidates)
        except UnknownName:
            continue
    matches = rows(run, "listed_matches", ["entity_id", "grade"]).to_pydict()
    found.update(entity for entity, grade in zip(matches["entity_id"], matches["grade"], strict=True) if grade in ("confirmed", "likely"))
    return frozenset(found)
