"""What a number covers: the period said for it, and its rate by month, so that two periods compare."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from enduse.claims.extracted import DateSpan, Quantity

_NO_RATE = (
    "km",
    "percent",
    "m",
    "hp",
    "kw",
    "h",
    "°c",
    "years",
    "year",
    "months",
    "month",
    "days",
    "day",
    "hours",
    "weeks",
    "week",
    "companies",
    "firms",
    "suppliers",
    "sources",
    "officials",
    "people",
    "countries",
    "banks",
    "entities",
    "individuals",
    "factories",
)


def with_period(text: str, one: Quantity, part: list[Quantity], dates: list[DateSpan], sentence: tuple[int, int]) -> Quantity:
    """Return the quantity with the period it covers: the date before the next quantity of its clause, else the one before it."""
    if not dates or (one.unit or "") in ("km", "percent", "m"):
        return one
    starts = [other.start for other in part]
    after = starts[bisect_right(starts, one.start)] if bisect_right(starts, one.start) < len(starts) else sentence[1]
    following = [date for date in dates if one.end <= date.start < after and not re.search(r"[;]|[.!?]\s", text[one.end : date.start])]
    leading = [date for date in dates if date.end <= one.start]
    period = following[0] if following else (leading[-1] if leading and (len(part) == 1 or _leads(text, leading[-1], sentence)) else None)
    if period is None:
        return one
    return replace(one, period=period, per_month=_per_month(one, period))


def _leads(text: str, date: DateSpan, sentence: tuple[int, int]) -> bool:
    return not re.search(r"[.;]", text[sentence[0] : date.start]) and len(text[sentence[0] : date.start].split()) <= 4


def _per_month(one: Quantity, period: DateSpan) -> float | None:
    if one.value is None or (one.unit or "").casefold() in _NO_RATE:
        return None
    if one.per is not None:
        return {"month": one.value, "year": round(one.value / 12, 6), "quarter": round(one.value / 3, 6)}.get(one.per)
    length = months_in(period)
    return round(one.value / length, 6) if length else None


def months_in(period: DateSpan) -> int | None:
    """Return how many whole months a period has; None when it is open, or a matter of days."""
    if period.since is None or period.until is None or len(period.since) == 10:
        return None
    first = int(period.since[:4]) * 12 + (int(period.since[5:7]) - 1 if len(period.since) > 4 else 0)
    last = int(period.until[:4]) * 12 + (int(period.until[5:7]) - 1 if len(period.until) > 4 else 11)
    return last - first + 1
