"""The question a trace answers: from whom, to whom, which goods, when, in which unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from enduse.errors import SettingError, UnknownName
from enduse.graph.parameters import CLASS_DIGITS, LAG_MAX, LAG_MIN, PARAMETERS, SIGMA
from enduse.settings import hs_prefix
from enduse.store import StageRun
from enduse.terms.periods import period_of

Unit = Literal["kg", "pieces", "usd"]
EPOCH = dt.date(1970, 1, 1)
FIRST_DAY, LAST_DAY = -(10**6), 10**6
"""Days from 1970 that stand for 'no limit'."""


@dataclass(frozen=True)
class Window:
    """The days asked about, counted from 1970-01-01, both included."""

    first: int = FIRST_DAY
    last: int = LAST_DAY


@dataclass(frozen=True)
class Question:
    """What was asked, and the parameters in force; entity ids and prefixes are sorted and unique."""

    suppliers: tuple[str, ...]
    end_users: tuple[str, ...]
    goods: tuple[str, ...]
    since: str | None
    until: str | None
    unit: Unit
    window: Window
    class_digits: int
    lag_min: int
    lag_max: int
    sigma: float
    parameters: tuple[tuple[str, Any], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the arguments and parameters: enough to ask again."""
        return {
            "suppliers": list(self.suppliers),
            "end_users": list(self.end_users),
            "goods": list(self.goods),
            "since": self.since,
            "until": self.until,
            "unit": self.unit,
            "parameters": dict(self.parameters),
        }


def ask(
    run: StageRun,
    suppliers: Sequence[str],
    end_users: Sequence[str],
    goods: Sequence[str],
    since: str | None,
    until: str | None,
    unit: Unit,
) -> Question:
    """Return the question with its parameters; raises SettingError for what cannot be asked."""
    if unit not in get_args(Unit):
        raise SettingError(f"unit {unit!r} is not known; kg, pieces or usd are accepted")
    if not suppliers or not end_users:
        raise SettingError("a trace needs at least one supplier and at least one end user; give their entity ids")
    both = sorted(set(suppliers) & set(end_users))
    if both:
        raise SettingError(f"{', '.join(both)} cannot be a supplier and an end user in one question; leave it out on one side")
    lag_min, lag_max, sigma, class_digits = (run.parameter(one) for one in (LAG_MIN, LAG_MAX, SIGMA, CLASS_DIGITS))
    if not 0 <= lag_min <= lag_max:
        raise SettingError(f"transit lag is {lag_min} to {lag_max} days; 0 or more, the least first, is accepted")
    if sigma < 0 or not 2 <= class_digits <= 6:
        raise SettingError(f"sigma is {sigma} and class_digits {class_digits}; 0 or more, and 2 to 6, are accepted")
    return Question(
        suppliers=tuple(sorted(set(suppliers))),
        end_users=tuple(sorted(set(end_users))),
        goods=prefixes(goods),
        since=since,
        until=until,
        unit=unit,
        window=window(since, until),
        class_digits=class_digits,
        lag_min=lag_min,
        lag_max=lag_max,
        sigma=sigma,
        parameters=tuple((one.name, run.parameter(one)) for one in PARAMETERS if one.name != "address_tenants_max"),
    )


def known(run: StageRun, ids: Sequence[str]) -> None:
    """Raise UnknownName for the first id that is not in `entities`."""
    held = set(run.read("entities", ["entity_id"], filters=[("entity_id", "in", list(ids))])["entity_id"].to_pylist())
    for one in ids:
        if one not in held:
            raise UnknownName(one)


def prefixes(goods: Sequence[str]) -> tuple[str, ...]:
    """Return the HS prefixes as digits, sorted and unique; raises SettingError for one that legs cannot answer to (2 to 6 digits)."""
    try:
        return tuple(sorted({hs_prefix(code) for code in goods}))
    except ValueError as error:
        raise SettingError(str(error)) from error


def window(since: str | None, until: str | None) -> Window:
    """Return the days from the first day `since` admits to the last day `until` admits; raises SettingError for other texts."""
    ends: list[int | None] = []
    for name, text in (("since", since), ("until", until)):
        period = period_of(text) if text else None
        if text and period is None:
            raise SettingError(f"{name} {text!r} is not a date; YYYY, YYYY-MM or YYYY-MM-DD is accepted")
        ends.append(None if period is None else ((period.from_ if name == "since" else period.until) - EPOCH).days)
    first, last = ends
    span = Window(FIRST_DAY if first is None else first, LAST_DAY if last is None else last)
    if span.first > span.last:
        raise SettingError(f"since {since} lies after until {until}")
    return span


def iso(day: int) -> str:
    """Return the ISO date of a day counted from 1970-01-01.

    >>> iso(0)
    '1970-01-01'
    """
    return (EPOCH + dt.timedelta(days=day)).isoformat()
