"""What the values of a column look like: dates and in which formats, numbers and by which marks, codes, countries, units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from enduse.sources.customs.cells import Refusal, number_of
from enduse.terms import hs
from enduse.terms.currencies import currency_code
from enduse.terms.identifiers import identify
from enduse.terms.measures import unit_of
from enduse.terms.periods import DMMYYYY, EXCEL_SERIAL, Period, parse
from enduse.terms.territories import country_code

DATE_FORMATS = (
    "%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y",
    "%d-%b-%Y", "%d-%b-%y", "%d %b %Y", "%Y%m%d", "%Y年%m月%d日", "%Y-%m", "%m.%Y", "%m/%Y", "%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S",
    DMMYYYY, EXCEL_SERIAL,
)  # fmt: skip
MARKS: tuple[tuple[str, str | None], ...] = ((".", None), (",", None), (".", ","), (",", "."))
Kind = Literal["date", "number", "hs", "country", "unit", "currency", "tax_id", "text", "empty"]
_NOTHING = frozenset({"", "NULL", "N/A", "NA", "-", "NONE"})
_SAMPLE = 400
_TOGETHER_MAX = 3
_NO_DATES_MAX, _DATES_MIN = 0.1, 5
"""Of a column of dates at most so many values are none, or one beside so many dates: with more it is another column."""


@dataclass(frozen=True)
class Evidence:
    """Shares (0 to 1) of the stated values that fit each kind; `marks` fit every one, `formats` all but `no_dates`."""

    stated: int
    shares: dict[str, float]
    formats: tuple[str, ...]
    """Date formats that fit all values and differ in the days they mean."""
    marks: tuple[tuple[str, str | None], ...]
    """(decimal, thousands) that read all values; more than one only when they read them differently."""
    examples: tuple[str, ...]
    together: tuple[str, ...] = ()
    """Where no format alone reads the dates: those that together do, each date in one way."""
    no_dates: tuple[str, ...] = ()
    """What no known format reads, where some do not; of a column of dates a few: in the file such rows are rejects."""

    def share(self, kind: str) -> float:
        """Return the share of one kind."""
        return self.shares.get(kind, 0.0)


def evidence_of(cells: Sequence[str]) -> Evidence:
    """Return what the stated values of a column look like (the first 400 distinct ones, in order)."""
    distinct = [one for one in dict.fromkeys(cell.strip() for cell in cells) if one.upper() not in _NOTHING][:_SAMPLE]
    if not distinct:
        return Evidence(0, {}, (), (), ())
    formats, marks = _formats(distinct), _marks(distinct)
    no_dates: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    if not formats and not marks:
        # Some clerk wrote `not known`, or a day that never was; or two of them wrote in two manners.
        no_dates = tuple(value for value in distinct if not any(_dated(value, one) for one in DATE_FORMATS))
        dates = [value for value in distinct if value not in no_dates]
        if len(no_dates) <= max(_NO_DATES_MAX * len(distinct), len(dates) >= _DATES_MIN):
            formats = _formats(dates)
            together = () if formats else _together(dates)
    count = len(distinct)
    shares = {
        "date": 1 - len(no_dates) / count if formats or together else 0.0,
        "number": 1.0 if marks else 0.0,
        "hs": sum(map(_like_hs, distinct)) / count,
        "country": sum(country_code(one) is not None for one in distinct) / count,
        "unit": sum(unit_of(one) is not None for one in distinct) / count,
        "currency": sum(currency_code(one) is not None for one in distinct) / count,
        "tax_id": sum(_like_tax_id(one) for one in distinct) / count,
    }
    return Evidence(count, shares, formats, marks, tuple(distinct[:3]), together, no_dates)


def _formats(values: Sequence[str]) -> tuple[str, ...]:
    readings: dict[tuple[Period, ...], str] = {}
    for one in DATE_FORMATS:
        if all(_dated(value, one) for value in values):
            periods = [parse(value, one) for value in values]
            readings.setdefault(tuple(period for period in periods if period is not None), one)
    return tuple(readings.values())


def _together(values: Sequence[str]) -> tuple[str, ...]:
    """Return the few formats of which each reads a part of the values in one way; empty where a value would have two readings."""
    chosen: list[str] = []
    left = list(values)
    while left:
        read = {one: [value for value in left if _dated(value, one)] for one in DATE_FORMATS}
        best = max(DATE_FORMATS, key=lambda one: len(read[one]))
        if len(chosen) == _TOGETHER_MAX or len(_formats(read[best])) != 1:
            return ()
        chosen.append(best)
        left = [value for value in left if not _dated(value, best)]
    periods = ({parse(value, one) for one in chosen if _dated(value, one)} for value in values)
    return tuple(chosen) if all(len(found) == 1 for found in periods) else ()


def _dated(value: str, one: str) -> bool:
    return (period := parse(value, one)) is not None and 1990 <= period.from_.year <= 2100


def _marks(values: Sequence[str]) -> tuple[tuple[str, str | None], ...]:
    readings: dict[tuple[float, ...], tuple[str, str | None]] = {}
    for decimal, thousands in MARKS:
        numbers = [number_of(value, decimal, thousands) for value in values]
        good = [one for one in numbers if not isinstance(one, Refusal)]
        if len(good) == len(values):
            readings.setdefault(tuple(good), (decimal, thousands))
    return tuple(readings.values())


def _like_hs(value: str) -> bool:
    found = hs.digits(value)
    if found is None or not 6 <= len(found) <= 12 or not "01" <= found[:2] <= "97":
        return False
    return hs.padded(found, len(found) + len(found) % 2) is not None


def _like_tax_id(value: str) -> bool:
    return any(one.valid for one in identify(value)) if 8 <= len(value) <= 20 else False
