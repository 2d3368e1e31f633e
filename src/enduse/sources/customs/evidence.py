"""What the values of a column look like: dates and in which formats, numbers and by which marks, codes, countries, units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from enduse.sources.customs.cells import CURRENCIES, Refusal, number_of
from enduse.terms import hs
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


@dataclass(frozen=True)
class Evidence:
    """Shares (0 to 1) of the stated values that fit each kind; `formats` and `marks` fit every stated value."""

    stated: int
    shares: dict[str, float]
    formats: tuple[str, ...]
    """Date formats that fit all values and differ in the days they mean."""
    marks: tuple[tuple[str, str | None], ...]
    """(decimal, thousands) that read all values; more than one only when they read them differently."""
    examples: tuple[str, ...]

    def share(self, kind: str) -> float:
        """Return the share of one kind."""
        return self.shares.get(kind, 0.0)


def evidence_of(cells: Sequence[str]) -> Evidence:
    """Return what the stated values of a column look like (the first 400 distinct ones, in order)."""
    distinct = [one for one in dict.fromkeys(cell.strip() for cell in cells) if one.upper() not in _NOTHING][:_SAMPLE]
    if not distinct:
        return Evidence(0, {}, (), (), ())
    formats = _formats(distinct)
    marks = _marks(distinct)
    count = len(distinct)
    shares = {
        "date": 1.0 if formats else 0.0,
        "number": 1.0 if marks else 0.0,
        "hs": sum(map(_like_hs, distinct)) / count,
        "country": sum(country_code(one) is not None for one in distinct) / count,
        "unit": sum(unit_of(one) is not None for one in distinct) / count,
        "currency": sum(one.upper() in CURRENCIES for one in distinct) / count,
        "tax_id": sum(_like_tax_id(one) for one in distinct) / count,
    }
    return Evidence(count, shares, formats, marks, tuple(distinct[:3]))


def _formats(values: Sequence[str]) -> tuple[str, ...]:
    readings: dict[tuple[Period, ...], str] = {}
    for one in DATE_FORMATS:
        periods = [parse(value, one) for value in values]
        if all(period is not None and 1990 <= period.from_.year <= 2100 for period in periods):
            readings.setdefault(tuple(period for period in periods if period is not None), one)
    return tuple(readings.values())


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
