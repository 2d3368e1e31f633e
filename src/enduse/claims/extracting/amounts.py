"""Offered numbers and dates against what is printed: equal to what the rules read at the same place, or refused."""

from __future__ import annotations

import re
from dataclasses import replace

from enduse.claims.extracted import DateSpan, Quantity
from enduse.claims.extracting.offers import OfferedDate, OfferedQuantity
from enduse.claims.extracting.page import Page, Span
from enduse.claims.extracting.refusals import Refusal

_PREPOSITION = re.compile(
    r"\b(?:for|to|from|with|in|at|by|on|into|via|and|or|of the|made|used|worth)\b|(?<!\w)(?:для|из|с|и|в|на)(?!\w)", re.IGNORECASE
)
_UNIT_WITHIN = 48


def quantity(page: Page, offer: OfferedQuantity, quote: Span, sentence: Span) -> Quantity | Refusal:
    """Return the quantity with its offsets; refused unless every part of it is what the quote prints."""
    spots = page.places(offer.text, *quote)
    if not spots:
        return Refusal("number_not_stated", f"{offer.text!r} is not in the quote")
    refusal = Refusal("number_not_stated", f"no quantity is read in {offer.text!r}")
    for at in spots:
        end = at + len(offer.text)
        if any(one.start <= at and end <= one.end for one in page.view.dates):
            refusal = Refusal("number_is_a_date", f"{offer.text!r} is a date")
            continue
        printed = [one for one in page.view.quantities if one.start < end and at < one.end]
        fits = [one for one in printed if one.value == offer.value and one.upper == offer.upper]
        if not fits:
            if printed:
                refusal = Refusal("number_differs", f"{_amount(offer.value, offer.upper)} offered; {printed[0].text!r} is printed")
            continue
        refused = _differs(page, offer, fits[0])
        if refused is None:
            return _with_period(page, offer, fits[0], sentence)
        refusal = refused
    return refusal


def _amount(value: float | None, upper: float | None) -> str:
    # As written: a model may offer a number that no float holds.
    shown = "no value" if value is None else str(value)[:40]
    return shown if upper is None else f"{shown} to {str(upper)[:40]}"


def _differs(page: Page, offer: OfferedQuantity, printed: Quantity) -> Refusal | None:
    if offer.currency != printed.currency:
        return Refusal(
            "currency_not_stated",
            f"{offer.currency or 'none'} offered; {printed.text!r} reads as {printed.currency or 'no known currency'}",
        )
    if offer.unit != printed.unit and not _counts(page, offer.unit, printed):
        return Refusal("unit_not_stated", f"{offer.unit!r} offered; {printed.text!r} counts {printed.unit!r}")
    if offer.bound != printed.bound:
        return Refusal("bound_not_worded", f"{offer.bound!r} offered; {printed.text!r} reads as {printed.bound!r}")
    if offer.per != printed.per:
        return Refusal("rate_not_stated", f"per {offer.per!r} offered; {printed.text!r} reads as per {printed.per!r}")
    return None


def _counts(page: Page, unit: str | None, printed: Quantity) -> bool:
    """Tell whether the unit is worded otherwise but is printed right after the number: "foreign suppliers" for "suppliers"."""
    if unit is None or printed.currency is not None or not unit.strip():
        return False
    if printed.unit is not None and unit.casefold() == printed.unit.casefold():
        return True
    spots = page.places(unit, printed.start, min(printed.end + _UNIT_WITHIN, len(page.flat)))
    digits = re.search(r"[\d\w]+", printed.text)
    begin = printed.start + (digits.end() if digits else 0)
    return any(
        at >= begin and not re.search(r"[.;,:]", page.flat[begin:at]) and not _PREPOSITION.search(page.flat[begin:at]) for at in spots
    )


def _with_period(page: Page, offer: OfferedQuantity, printed: Quantity, sentence: Span) -> Quantity | Refusal:
    """Return the quantity as printed, with the unit and period as offered; its rate by month only when the rules read the same period."""
    if offer.period is None:
        return replace(printed, unit=offer.unit, period=None, per_month=None)
    period = date(page, offer.period, sentence)
    if isinstance(period, Refusal):
        return period
    same = printed.period is not None and (printed.period.start, printed.period.since, printed.period.until) == (
        period.start,
        period.since,
        period.until,
    )
    return replace(printed, unit=offer.unit, period=period, per_month=printed.per_month if same else None)


def date(page: Page, offer: OfferedDate, sentence: Span) -> DateSpan | Refusal:
    """Return the date with its offsets; refused unless its parts are those the rules read there, or are left unknown."""
    spots = page.places(offer.text, *sentence)
    if not spots:
        return Refusal("date_not_stated", f"{offer.text!r} is not in the quote's sentence")
    asked = (offer.since, offer.until, offer.month_day)
    refusal = Refusal("date_not_stated", f"no date is read in {offer.text!r}")
    for at in spots:
        end = at + len(offer.text)
        printed = next((one for one in page.view.dates if one.start < end and at < one.end), None)
        if printed is None:
            continue
        read = (printed.since, printed.until, printed.month_day)
        if all(mine in (None, theirs) for mine, theirs in zip(asked, read, strict=True)):
            known = offer.since or offer.until
            kept = replace(printed, since=offer.since, until=offer.until, month_day=offer.month_day)
            return kept if known else replace(kept, basis="none")
        years = {one[:4] for one in (printed.since, printed.until) if one}
        invented = {one[:4] for one in (offer.since, offer.until) if one} - years
        reason = "year_not_stated" if invented and not years else "date_differs"
        refusal = Refusal(reason, f"{offer.since or '?'} to {offer.until or '?'} offered; {printed.text!r} reads as {_read(printed)}")
    return refusal


def _read(one: DateSpan) -> str:
    return f"{one.since or '?'} to {one.until or '?'}" if one.since or one.until else one.month_day or "a date without a year"
