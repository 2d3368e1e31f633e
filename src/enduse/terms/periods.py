"""Days and partial dates: a period is every day a printed date admits, so '2022-03' stays a month and is never made a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

EXCEL_SERIAL = "excel_serial"
"""Named format: days since 1899-12-30, as spreadsheets store dates."""
DMMYYYY = "dmmyyyy"
"""Named format: day (one or two digits), month (two), year (four) run together, as in 5032025 = 5 March 2025."""
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
FIRST, LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
"""The days between which a printed date is believed; they stand for 'no limit' where a period is open."""
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_EXCEL_FIRST, _EXCEL_LAST = 20_000, 80_000


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days a date admits: `from_` to `until`, both included; one day when they are equal."""

    from_: dt.date
    until: dt.date

    def __post_init__(self) -> None:
        if self.until < self.from_:
            raise ValueError(f"a period cannot end ({self.until}) before it begins ({self.from_})")

    def __str__(self) -> str:
        """Return the shortest ISO text: 2022, 2022-03, 2022-03-05, or 2022-03-05/2022-04-01."""
        if self.from_ == self.until:
            return self.from_.isoformat()
        if self.from_.day == 1 and self.until == _month_end(self.until.year, self.until.month):
            if (self.from_.year, self.from_.month) == (self.until.year, self.until.month):
                return f"{self.from_:%Y-%m}"
            if self.from_.year == self.until.year and (self.from_.month, self.until.month) == (1, 12):
                return f"{self.from_:%Y}"
        return f"{self.from_.isoformat()}/{self.until.isoformat()}"

    @property
    def is_day(self) -> bool:
        """True when exactly one day is admitted."""
        return self.from_ == self.until

    @property
    def month(self) -> str | None:
        """YYYY-MM when both ends fall in one month; None otherwise."""
        same = (self.from_.year, self.from_.month) == (self.until.year, self.until.month)
        return f"{self.from_:%Y-%m}" if same else None

    def precedes(self, other: Period) -> bool | None:
        """Tell whether this date lies before `other` (same day: False); None when the admitted days cannot tell.

        >>> period_of("2022-03").precedes(period_of("2022-03-15")) is None
        True
        """
        if self.until < other.from_:
            return True
        return False if self.from_ >= other.until else None


def day(date: dt.date) -> Period:
    """Return the period of one day."""
    return Period(date, date)


def month_period(year: int, month: int) -> Period:
    """Return the period of one month."""
    return Period(dt.date(year, month, 1), _month_end(year, month))


def year_period(year: int) -> Period:
    """Return the period of one year."""
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))


def period_of(text: str) -> Period | None:
    """Return the days an ISO date admits ('2022', '2022-03', '2022-03-05', with or without a time); None when it is not one.

    >>> str(period_of("2022-03"))
    '2022-03'
    """
    stripped = text.strip()
    if len(stripped) > 10 and stripped[10] in "T ":
        stripped = stripped[:10]
    found = _ISO.fullmatch(stripped)
    if not found:
        return None
    year, month, number = found.groups()
    return _period(int(year), int(month) if month else None, int(number) if number else None)


def parse(text: str, format: str) -> Period | None:  # noqa: A002 - the word of strptime
    """Return the days `text` admits in the declared format; None when it does not fit.

    `format` is a strptime format (without a day: a month; without a month: a year), EXCEL_SERIAL or DMMYYYY. A time of
    day is dropped. Never guesses another format.

    >>> str(parse("31.12.2021", "%d.%m.%Y")), str(parse("12.2021", "%m.%Y")), parse("2025-02-30", "%Y-%m-%d")
    ('2021-12-31', '2021-12', None)
    """
    stripped = text.strip()
    if format == EXCEL_SERIAL:
        return _excel(stripped)
    if format == DMMYYYY:
        return _run_together(stripped)
    if format in ("%Y-%m-%d", "%Y-%m", "%Y"):
        found = period_of(stripped)
        wanted = {"%Y-%m-%d": 10, "%Y-%m": 7, "%Y": 4}[format]
        return found if found and (len(stripped) == wanted or len(stripped) > 10 == wanted) else None
    try:
        read = dt.datetime.strptime(stripped, format)  # noqa: DTZ007 - days only
    except ValueError:
        return None
    if not FIRST.year <= read.year <= LAST.year:
        return None
    directives = set(re.findall(r"%[-]?([A-Za-z])", format))
    if directives & {"d", "j", "c", "x", "D", "F"}:
        return day(read.date())
    return month_period(read.year, read.month) if directives & {"m", "b", "B"} else year_period(read.year)


def months_between(first: str, last: str) -> list[str]:
    """Return every YYYY-MM from `first` to `last`, both included; empty when `last` lies before.

    >>> months_between("2021-11", "2022-02")
    ['2021-11', '2021-12', '2022-01', '2022-02']
    """
    start, end = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (first, last))
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(start, end + 1)]


def months_away(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month that many months after the day's own (before it, when negative), never outside FIRST and LAST.

    >>> str(months_away(dt.date(2022, 2, 24), -24)), str(months_away(dt.date(2022, 12, 31), 1)), str(months_away(FIRST, -1))
    ('2020-02-01', '2023-01-01', '1900-01-01')
    """
    place = day.year * 12 + day.month - 1 + months
    return min(max(dt.date(min(max(place // 12, 1), 9999), place % 12 + 1, 1), FIRST), LAST)


def _period(year: int, month: int | None, number: int | None) -> Period | None:
    if not FIRST.year <= year <= LAST.year:
        return None
    try:
        if month is None:
            return year_period(year)
        return month_period(year, month) if number is None else day(dt.date(year, month, number))
    except (ValueError, calendar.IllegalMonthError):
        return None


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _excel(text: str) -> Period | None:
    whole = text.split(".", 1)[0]
    # The length first: numbers of thousands of digits are no days, and cost more to read than to refuse.
    if len(whole) > 9 or not (whole.isascii() and whole.isdigit()) or not _EXCEL_FIRST <= int(whole) <= _EXCEL_LAST:
        return None
    return day(_EXCEL_EPOCH + dt.timedelta(days=int(whole)))


def _run_together(text: str) -> Period | None:
    if len(text) not in (7, 8) or not (text.isascii() and text.isdigit()):
        return None
    return _period(int(text[-4:]), int(text[-6:-4]), int(text[:-6]))
