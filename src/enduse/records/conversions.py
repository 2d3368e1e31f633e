"""Working tables made from distinct values: countries, units, days, HS editions and prefixes, rates of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pyarrow as pa

from enduse.engine import Step
from enduse.records.parameters import MAX_RATE_AGE_DAYS, MIRROR_DAYS, MONTH_RATE
from enduse.records.rates import Lookup, RateBook
from enduse.store import StageRun
from enduse.terms.hs import digits, edition_of
from enduse.terms.measures import unit_of
from enduse.terms.periods import Period
from enduse.terms.territories import country_code

COUNTRIES = Step.load("enduse.records", "printed_countries.sql")
UNITS = Step.load("enduse.records", "printed_units.sql")
DATES = Step.load("enduse.records", "stated_dates.sql")
PREFIXES = Step.load("enduse.records", "printed_prefixes.sql")
AMOUNTS = Step.load("enduse.records", "stated_amounts.sql")

_EPOCH = dt.date(1900, 1, 1)
_TEXT, _INTEGER, _DOUBLE, _DATE = pa.string(), pa.int64(), pa.float64(), pa.date32()
_DATES = [("date_from", _DATE), ("date_until", _DATE)]
_RATES = [("currency", _TEXT), *_DATES, ("usd_per_unit", _DOUBLE), ("rate_on", _DATE), ("rate_source", _TEXT)]
LONGEST_MONTH = 31


def put_ids(run: StageRun, name: str, ids: Iterable[str]) -> None:
    """Make a set of shipments readable as a working table."""
    run.put(name, pa.table({"shipment_id": pa.array(sorted(ids), pa.string())}))


def put_conversions(run: StageRun, book: RateBook) -> None:
    """Make country_codes, unit_codes, days, editions, prefixes and day_rates readable in this stage's SQL."""
    _put(run, "country_codes", [("printed", _TEXT), ("country", _TEXT)], _countries(run.ask(COUNTRIES)["printed"].to_pylist()))
    _put(run, "unit_codes", [("printed", _TEXT), ("unit", _TEXT), ("factor", _DOUBLE)], _units(run.ask(UNITS)["printed"].to_pylist()))
    dates = run.ask(DATES).to_pylist()
    _put_days(run, dates)
    _put(
        run,
        "editions",
        [("reporter", _TEXT), *_DATES, ("hs_edition", _TEXT)],
        [
            (one["reporter"], one["date_from"], one["date_until"], edition)
            for one in dates
            if (edition := _edition(one["reporter"], one["date_from"], one["date_until"])) is not None
        ],
    )
    _put(run, "prefixes", [("printed", _TEXT), ("digits", _TEXT)], _prefixes(run.ask(PREFIXES)["printed"].to_pylist()))
    lookup = Lookup(book, run.parameter(MAX_RATE_AGE_DAYS), run.parameter(MONTH_RATE))
    _put(
        run,
        "day_rates",
        _RATES,
        [
            (*amount.values(), *rate)
            for amount in run.ask(AMOUNTS).select(["currency", "date_from", "date_until"]).to_pylist()
            if (rate := lookup.find(amount["currency"], amount["date_from"], amount["date_until"])) is not None
        ],
    )


def _put(run: StageRun, name: str, columns: list[tuple[str, pa.DataType]], rows: Iterable[tuple[object, ...]]) -> None:
    listed = list(rows)
    arrays = [pa.array([row[place] for row in listed], kind) for place, (_, kind) in enumerate(columns)]
    run.put(name, pa.table(arrays, schema=pa.schema(columns)))


def _countries(printed: Iterable[str]) -> list[tuple[str, str]]:
    return [(text, code) for text in printed if (code := country_code(text)) is not None]


def _units(printed: Iterable[str]) -> list[tuple[str, str, float]]:
    return [(text, unit.code, unit.factor) for text in printed if (unit := unit_of(text)) is not None]


def _prefixes(printed: Iterable[str]) -> list[tuple[str, str]]:
    """Return codes of four or five printed digits: too short for six, long enough to compare headings."""
    return [(text, code) for text in printed if (code := digits(text)) is not None and len(code) in (4, 5)]


def _put_days(run: StageRun, dates: list[dict[str, dt.date | str | None]]) -> None:
    """Put one row per stated (date_from, date_until): its month, and its days as numbers, for SQL without date arithmetic."""
    width = run.parameter(MIRROR_DAYS) + LONGEST_MONTH
    pairs = sorted({(one["date_from"], one["date_until"]) for one in dates})
    rows = []
    for first, last in pairs:
        assert isinstance(first, dt.date)
        assert isinstance(last, dt.date)
        begins = (first - _EPOCH).days
        month = f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else None
        rows.append((first, last, month, begins, (last - _EPOCH).days, begins // width))
    _put(
        run,
        "days",
        [*_DATES, ("month", _TEXT), ("first_day", _INTEGER), ("last_day", _INTEGER), ("bucket", _INTEGER)],
        rows,
    )


def _edition(reporter: str | None, first: dt.date, last: dt.date) -> str | None:
    return edition_of(Period(first, last), reporter) if first <= last else None
