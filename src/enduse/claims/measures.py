"""The number of a claim in the unit of the rows: dollars at the mean dated rate of the claim's period, kilograms, pieces."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from enduse.store import StageRun
from enduse.terms.periods import months_between
from enduse.terms.propositions import Delivered, TradeTotal

_KILOGRAMS = {
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
_PIECES = ("pieces", "piece", "pcs", "units", "unit", "items", "item")
_AS_RECORDED = ("m", "m2", "m3", "l", "pair")
NO_UNIT = ""


@dataclass(frozen=True)
class Measure:
    """What is compared: `amount` in `unit` (null when the claim states no number), `note` on the conversion.

    `problem` is a reason code when the number cannot be compared; the amount then stays as claimed, in its own unit.
    """

    unit: str
    amount: float | None = None
    note: str = ""
    problem: str | None = None

    @property
    def words(self) -> str:
        """The amount with its unit, and the conversion behind it."""
        return "" if self.amount is None else f"{number(self.amount)} {self.unit}{f' ({self.note})' if self.note else ''}"


def measure(run: StageRun, says: Delivered | TradeTotal) -> Measure:
    """Return the claim's number as it can be compared with rows."""
    if says.value is not None and says.currency is not None:
        return _dollars(run, says, says.value, says.currency)
    if says.quantity is None or says.unit is None:
        return Measure(NO_UNIT)
    unit = says.unit.strip().casefold()
    if unit in _KILOGRAMS:
        note = "" if _KILOGRAMS[unit] == 1.0 else f"claimed as {number(says.quantity)} {says.unit}"
        return Measure("kg", says.quantity * _KILOGRAMS[unit], note)
    if unit in _PIECES:
        return Measure("pieces", says.quantity)
    if unit in _AS_RECORDED:
        return Measure(unit, says.quantity)
    return Measure(says.unit, says.quantity, problem="not_testable")


def _dollars(run: StageRun, says: Delivered | TradeTotal, value: float, currency: str) -> Measure:
    if currency == "USD":
        return Measure("USD", value)
    first, last = says.first_day, says.last_day
    rate = mean_rate(run, currency, first, last) if first and last else None
    if rate is None:
        return Measure(currency, value, problem="no_rate")
    note = f"claimed as {number(value)} {currency}, at {rate:.4f} USD, the mean rate of {first} to {last}"
    return Measure("USD", value * rate, note)


def mean_rate(run: StageRun, currency: str, first: dt.date, last: dt.date) -> float | None:
    """Return the mean of the dated rates in US dollars for one unit; None unless every month of the period has one."""
    if not run.has("exchange_rates"):
        return None
    conditions = [("currency", "=", currency), ("rate_on", ">=", first), ("rate_on", "<=", last)]
    rows = run.read("exchange_rates", ["rate_on", "usd_per_unit"], filters=conditions)
    dated = sorted(zip(rows["rate_on"].to_pylist(), rows["usd_per_unit"].to_pylist(), strict=True))
    wanted = set(months_between(f"{first:%Y-%m}", f"{last:%Y-%m}"))
    # A period of a few days may hold no working day at all: then there is no rate for it.
    if wanted - {f"{day:%Y-%m}" for day, _ in dated}:
        return None
    return math.fsum(rate for _, rate in dated) / len(dated)


def number(value: float) -> str:
    """Return a number as printed: grouped by thousands, no more decimals than it needs (at most two).

    >>> number(3500000.0), number(12.5), number(0.126)
    ('3,500,000', '12.5', '0.13')
    """
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
