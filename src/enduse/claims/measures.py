"""The number of a claim in the unit of the rows: dollars at the mean dated rate of the claim's period, kilograms, pieces."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from enduse.claims.parameters import RATE_AGE_DAYS
from enduse.store import StageRun
from enduse.terms.measures import counted, number
from enduse.terms.periods import month_period, months_between
from enduse.terms.propositions import DeclaredAs, Delivered, TradeTotal

KILOGRAMS = {
    "kg": 1.0,
    "kilogram": 1.0,
    "kilograms": 1.0,
    "t": 1000.0,
    "tonne": 1000.0,
    "tonnes": 1000.0,
    "ton": 1000.0,
    "tons": 1000.0,
    "g": 0.001,
}
"""The units of mass that claims are written in, in kilograms."""
PIECES = frozenset(("pieces", "piece", "pcs", "units", "unit", "items", "item"))
_AS_RECORDED = ("m", "m2", "m3", "l", "pair")
NO_UNIT = ""
_FEW_DAYS = 4


@dataclass(frozen=True)
class Measure:
    """What is compared: `amount` in `unit` (null when the claim states no number), `note` on the conversion.

    `upper` is the upper end of a range.
    `problem` is a reason code when the number cannot be compared; the amount then stays as claimed, in its own unit.
    """

    unit: str
    amount: float | None = None
    note: str = ""
    problem: str | None = None
    upper: float | None = None

    @property
    def words(self) -> str:
        """The amount (or range) with its unit, and the conversion behind it."""
        if self.amount is None:
            return ""
        top = f" to {number(self.upper)}" if self.upper is not None else ""
        unit = counted(self.unit, self.amount, self.amount if self.upper is None else self.upper)
        return f"{number(self.amount)}{top} {unit}{f' ({self.note})' if self.note else ''}"


def measure(run: StageRun, says: Delivered | TradeTotal | DeclaredAs) -> Measure:
    """Return the claim's number as it can be compared with rows."""
    if says.value is not None and says.currency is not None:
        return _dollars(run, says, says.value, says.currency)
    if says.quantity is None or says.unit is None:
        return Measure(NO_UNIT)
    unit = says.unit.strip().casefold()
    if unit in KILOGRAMS:
        factor = KILOGRAMS[unit]
        top = None if says.upper is None else says.upper * factor
        note = "" if factor == 1.0 else f"claimed as {number(says.quantity)} {says.unit}"
        return Measure("kg", says.quantity * factor, note, upper=top)
    if unit in PIECES or unit in _AS_RECORDED:
        return Measure("pieces" if unit in PIECES else unit, says.quantity, upper=says.upper)
    return Measure(says.unit, says.quantity, problem="not_testable", upper=says.upper)


def _dollars(run: StageRun, says: Delivered | TradeTotal | DeclaredAs, value: float, currency: str) -> Measure:
    if currency == "USD":
        return Measure("USD", value, upper=says.upper)
    first, last = says.first_day, says.last_day
    rate = mean_rate(run, currency, first, last) if first and last else None
    if rate is None:
        return Measure(currency, value, problem="no_rate", upper=says.upper)
    note = f"claimed as {number(value)} {currency}, at {rate:.4f} USD, the mean rate of {first} to {last}"
    return Measure("USD", value * rate, note, upper=None if says.upper is None else says.upper * rate)


def mean_rate(run: StageRun, currency: str, first: dt.date, last: dt.date) -> float | None:
    """Return the mean of the dated rates in US dollars for one unit; None unless every month of the period has one.

    Rates are fixed on working days: a period that holds none takes the latest fixing before it, if that is not older than a
    long weekend (claim_rate_age_days).
    """
    if not run.has("exchange_rates"):
        return None
    earliest = first - dt.timedelta(days=run.parameter(RATE_AGE_DAYS))
    conditions = [("currency", "=", currency), ("rate_on", ">=", earliest), ("rate_on", "<=", last)]
    rows = run.read("exchange_rates", ["rate_on", "usd_per_unit"], filters=conditions)
    fixed = sorted(zip(rows["rate_on"].to_pylist(), rows["usd_per_unit"].to_pylist(), strict=True))
    dated = [(day, rate) for day, rate in fixed if day >= first]
    if not dated and (last - first).days <= run.parameter(RATE_AGE_DAYS):
        return fixed[-1][1] if fixed else None
    # The first and last month may hold only a few days of the period, none of them a working day.
    wanted = [month for month in months_between(f"{first:%Y-%m}", f"{last:%Y-%m}") if _days_in(month, first, last) > _FEW_DAYS]
    if set(wanted) - {f"{day:%Y-%m}" for day, _ in dated}:
        return None
    return math.fsum(rate for _, rate in dated) / len(dated) if dated else None


def _days_in(month: str, first: dt.date, last: dt.date) -> int:
    """Return how many days of the month lie in the period."""
    year, number_ = int(month[:4]), int(month[5:])
    whole = month_period(year, number_)
    return (min(whole.until, last) - max(whole.from_, first)).days + 1
