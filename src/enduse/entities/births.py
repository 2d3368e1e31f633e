"""Dates of birth as lists and passports print them, and what two sides' dates say of one person.

A day in one year is near proof against a person born in another; but lists err, print several, and know of many only the year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache

from enduse.entities.outcomes import Compared, Outcome
from enduse.terms.periods import Period, day, month_period, year_period

DAY_AGREES, YEAR_AGREES = 2.0, 0.7
"""What one day, and one month or year of birth, add: less than a name that denies takes, for twins share the day. Set by hand."""
DAY_DIFFERS, NEXT_YEAR, YEARS_DIFFER, GENERATION = -2.0, -2.0, -6.0, -10.0
"""What another day of one year, the year before or after, another year, and one ten years off take. By hand too: few judged pairs
state dates."""
_NEAR_YEARS, _GENERATION_YEARS = 1, 10
_YEARS = "(?:18|19|20)\\d\\d"
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januar january", "feb februar february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_DATE = re.compile(
    rf"(?P<range>\b{_YEARS}\s?[-\u2013]\s?{_YEARS})|(?P<iso>\b{_YEARS}-\d\d(?:-\d\d)?)|(?P<numeric>\b\d{{1,2}}[./]\d{{1,2}}[./]{_YEARS})"
    rf"|(?:(?P<day>\b\d{{1,2}})\s+)?(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?,?\s+(?P<of>{_YEARS})"
    rf"|(?P<year>\b{_YEARS}\b)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:circa|ca|approx\w*|about|between|around|c)\b", re.IGNORECASE)
_ABOUT_YEARS = 3


def born(printed: Iterable[str]) -> tuple[Period, ...]:
    """Return the days that printed dates of birth admit, each once, sorted; a date said to be about right admits years around it.

    >>> [str(one) for one in born(["28 April 1937", "1.7.1960 or 1961", "circa 1950", "1980-1982"])]
    ['1937-04-28', '1947-01-01/1953-12-31', '1960-07-01', '1961', '1980-01-01/1982-12-31']
    """
    return tuple(sorted({one for text in printed for one in _read(text)}))


@lru_cache(maxsize=100_000)
def _read(text: str) -> tuple[Period, ...]:
    about = _ABOUT.search(text) is not None
    found = (_period(one) for one in _DATE.finditer(text))
    return tuple(_around(one) if about else one for one in found if one is not None)


def _around(one: Period) -> Period:
    return Period(dt.date(one.from_.year - _ABOUT_YEARS, 1, 1), dt.date(one.until.year + _ABOUT_YEARS, 12, 31))


def _period(found: re.Match[str]) -> Period | None:
    try:
        if years := found["range"]:
            return Period(dt.date(int(years[:4]), 1, 1), dt.date(int(years[-4:]), 12, 31))
        if iso := found["iso"]:
            year, *rest = (int(part) for part in iso.split("-"))
            return month_period(year, rest[0]) if len(rest) == 1 else day(dt.date(year, *rest))
        if numeric := found["numeric"]:
            first, second, year = (int(part) for part in re.split("[./]", numeric))
            # Months first only where they cannot be days.
            return day(dt.date(year, first, second) if second > 12 else dt.date(year, second, first))
        if month := found["month"]:
            year, number = int(found["of"]), _MONTHS[month.casefold()]
            return day(dt.date(year, number, int(found["day"]))) if found["day"] else month_period(year, number)
        return year_period(int(found["year"]))
    except ValueError:
        return None


def births_worth(ours: tuple[Period, ...], theirs: tuple[Period, ...]) -> float:
    """Return what two sides' dates of birth add to the score: the best of any two; nothing where a side states none.

    >>> births_worth(born(["1960-05-01"]), born(["1 May 1960", "1962"])) == DAY_AGREES
    True
    """
    return max((_worth(one, other) for one in ours for other in theirs), default=0.0)


def _worth(one: Period, other: Period) -> float:
    if one.from_ <= other.until and other.from_ <= one.until:
        return DAY_AGREES if one.is_day and other.is_day else YEAR_AGREES
    years = max(one.from_.year - other.until.year, other.from_.year - one.until.year)
    if years <= 0:
        return YEAR_AGREES if _swapped(one, other) else DAY_DIFFERS
    return NEXT_YEAR if years <= _NEAR_YEARS else YEARS_DIFFER if years < _GENERATION_YEARS else GENERATION


def _swapped(one: Period, other: Period) -> bool:
    """Tell whether two days are one with day and month changed round."""
    return one.is_day and other.is_day and (one.from_.day, one.from_.month) == (other.from_.month, other.from_.day)


def explain_births(ours: tuple[Period, ...], theirs: tuple[Period, ...]) -> tuple[Compared, ...]:
    """Return whether two sides' dates of birth agree, differ or stand on one side only; nothing where neither states one."""
    if not (ours or theirs):
        return ()
    outcome: Outcome = "unknown" if not (ours and theirs) else "agree" if births_worth(ours, theirs) > 0 else "differ"
    return (Compared("date of birth", outcome, _said(ours), _said(theirs)),)


def _said(dates: tuple[Period, ...]) -> str | None:
    return ", ".join(map(str, dates)) or None
