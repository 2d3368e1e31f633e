"""What the kinds of claims are made of: dates, goods, bounds, amounts, each with the checks that belong to it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from enduse.terms.periods import Period, period_of

Bound = Literal["exact", "about", "at_least", "over", "at_most", "under", "range"]
Route = Literal["direct", "any"]
Relation = Literal["owner", "parent", "director", "acts_for", "shares_address", "any"]
End = Literal["supplier", "consignee", "from_country", "to_country", "goods"]
Measured = Literal["usd", "kg", "pieces", "shipments"]


def _a_date(partial: str) -> str:
    # Normal forms only: a time of day or a slash would be another convention.
    period = period_of(partial)
    if period is None or str(period) != partial:
        raise ValueError(f"{partial!r} is not a day, month or year of the calendar; write YYYY, YYYY-MM or YYYY-MM-DD")
    return partial


def days_of(partial: str) -> Period:
    """Return the days a date of a claim admits."""
    period = period_of(partial)
    if period is None:
        raise ValueError(f"{partial!r} is not a date")
    return period


PartialDate = Annotated[str, AfterValidator(_a_date)]
Name = Annotated[str, Field(min_length=1)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166 alpha-2")]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217")]
# Kept as text: 0101 read as a number would be another code.
HsPrefix = Annotated[str, Field(pattern=r"^[0-9]{2,10}$", description="2 to 10 digits; covers what stands below it", strict=True)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=10**9)]


class Shape(BaseModel):
    """A value of the ledger: unknown fields are refused, texts are stripped, nothing changes after it is made."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Dated(Shape):
    """What is said of a stretch of time."""

    since: PartialDate | None = None
    """First day, month or year spoken of; null when the claim does not say."""
    until: PartialDate | None = None
    """Last day, month or year spoken of, included; null when the claim does not say."""

    @model_validator(mode="after")
    def _in_order(self) -> Dated:
        if self.since and self.until and days_of(self.since).from_ > days_of(self.until).until:
            raise ValueError(f"since {self.since} comes after until {self.until}")
        return self

    @property
    def first_day(self) -> dt.date | None:
        """The first day the period admits; None when it is open."""
        return days_of(self.since).from_ if self.since else None

    @property
    def last_day(self) -> dt.date | None:
        """The last day the period admits; None when it is open."""
        return days_of(self.until).until if self.until else None


class Scoped(Dated):
    """What is said of goods in a stretch of time."""

    goods: tuple[HsPrefix, ...] = ()
    """HS prefixes spoken of, each 2 to 10 digits; empty when the claim speaks of all goods."""


class Bounded(Shape):
    """What is said with a number that may be a bound."""

    bound: Bound = "exact"
    """How the number is meant: exact, about ('some', 'around'), at_least, over ('more than'), at_most ('up to'), under ('fewer than'),
    range ('between ... and ...', with `upper`)."""
    upper: Amount | None = None
    """The upper end of a range, in the unit of the number; stated exactly when bound is range."""

    def ordered(self, number: float | None) -> None:
        """Raise ValueError when the bound does not fit the number it is of."""
        if (self.bound == "range") != (self.upper is not None):
            raise ValueError("upper belongs to bound: range, and a range needs it: state both or neither")
        if self.upper is not None and (number is None or self.upper < number):
            raise ValueError(f"upper {self.upper:g} comes before the number it is the upper end of: write the lower one first")


class Counted(Scoped, Bounded):
    """What is said with an amount of goods: a value or a quantity, or neither."""

    value: Amount | None = None
    """In `currency`; null when the claim states no value."""
    currency: Currency | None = None
    """ISO 4217; stated exactly when `value` is."""
    quantity: Amount | None = None
    """In `unit`; null when the claim states no quantity."""
    unit: Name | None = None
    """kg, pieces, m ... or the counted noun; stated exactly when `quantity` is."""

    @model_validator(mode="after")
    def _one_number_with_its_unit(self) -> Counted:
        if (self.value is None) != (self.currency is None):
            raise ValueError("value and currency belong together: state both or neither")
        if (self.quantity is None) != (self.unit is None):
            raise ValueError("quantity and unit belong together: state both or neither")
        if self.value is not None and self.quantity is not None:
            raise ValueError("a value and a quantity are two claims, each with its own verdict: write two")
        self.ordered(self.value if self.quantity is None else self.quantity)
        return self
