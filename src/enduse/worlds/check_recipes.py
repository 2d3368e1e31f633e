"""Kinds of cases about shipments: which rows are made, which number is claimed, and what must come out with coverage and without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from enduse.worlds.press_names import Draw

Row = dict[str, Any]
Number = dict[str, Any]
SUPPORTED, PARTLY, CONTRADICTED, OPEN = "supported", "partly_supported", "contradicted", "not_decidable"


def some_rows(draw: Draw) -> list[Row]:
    """Return two to five shipments of 2023."""
    rows = []
    for _ in range(draw.between(2, 5)):
        day = f"2023-{draw.between(1, 12):02d}-{draw.between(1, 28):02d}"
        rows.append({"usd": float(draw.between(10, 900) * 100), "kg": float(draw.between(5, 500)), "on": day})
    return rows


def no_rows(_: Draw) -> list[Row]:
    """Return nothing."""
    return []


def rows_of_2022(draw: Draw) -> list[Row]:
    """Return shipments of the year before."""
    return [{**row, "on": row["on"].replace("2023", "2022"), "in": False} for row in some_rows(draw)]


def without_amount(draw: Draw) -> list[Row]:
    """Return shipments that state no value."""
    return [{**row, "usd": None} for row in some_rows(draw)]


def with_duplicates(draw: Draw) -> list[Row]:
    """Return shipments each of which was also reported a second time and is not counted again."""
    return [one for row in some_rows(draw) for one in (row, {**row, "counted": False})]


def usd(factor: float, bound: str = "exact", currency: str = "USD") -> Callable[[float, float], Number]:
    """Return a claimed value: the rows' total times a factor, in a currency (the made rate is 1.25 dollars for a euro)."""

    def number(total: float, _: float) -> Number:
        value = (total or 100_000.0) * factor / (1.25 if currency == "EUR" else 1.0)
        upper = {"upper": round(value * 1.5, 2)} if bound == "range" else {}
        return {"value": round(value, 2), "currency": currency, "bound": bound, **upper}

    return number


def mass(factor: float, unit: str, scale: float, bound: str = "exact") -> Callable[[float, float], Number]:
    """Return a claimed quantity: the rows' mass in kg times a factor, in a unit of `scale` kg."""

    def number(_: float, kg: float) -> Number:
        return {"quantity": round((kg or 1000.0) * factor / scale, 6), "unit": unit, "bound": bound}

    return number


def nothing(_: float, __: float) -> Number:
    """Return no number."""
    return {}


@dataclass(frozen=True)
class Recipe:
    """One kind of case. `covered` and `uncovered`: the verdict where the data are declared complete, and where not."""

    name: str
    number: Callable[[float, float], Number]
    covered: str
    uncovered: str
    rows: Callable[[Draw], list[Row]] = some_rows
    stance: str = "asserted"
    unknown: bool = False
    one_side: bool = False
    open_period: bool = False
    other_seller: bool = False
    """The rows are another company's, which an open question says may be the same."""
    shown_in: str = ""
    """For a denial: whether every row ('all') or one of them ('any') must stand in months declared complete to contradict it."""


DELIVERED: tuple[Recipe, ...] = (
    Recipe("equal", usd(1.0), SUPPORTED, SUPPORTED),
    Recipe("rounded", usd(1.03), SUPPORTED, SUPPORTED),
    Recipe("about", usd(0.94, "about"), SUPPORTED, SUPPORTED),
    Recipe("at-least-met", usd(0.6, "at_least"), SUPPORTED, SUPPORTED),
    Recipe("at-least-missed", usd(3.0, "at_least"), CONTRADICTED, PARTLY),
    Recipe("too-much", usd(3.0), CONTRADICTED, PARTLY),
    Recipe("too-little", usd(0.3), CONTRADICTED, PARTLY),
    Recipe("at-most-kept", usd(1.5, "at_most"), SUPPORTED, OPEN),
    Recipe("at-most-broken", usd(0.4, "at_most"), CONTRADICTED, OPEN),
    Recipe("absent", usd(1.0), CONTRADICTED, OPEN, no_rows),
    Recipe("absent-unnumbered", nothing, CONTRADICTED, OPEN, no_rows),
    Recipe("unnumbered", nothing, SUPPORTED, SUPPORTED),
    Recipe("other-year", usd(1.0), CONTRADICTED, OPEN, rows_of_2022),
    Recipe("no-amount", usd(1.0), OPEN, OPEN, without_amount),
    Recipe("duplicates", usd(1.0), SUPPORTED, SUPPORTED, with_duplicates),
    Recipe("euros", usd(1.0, "exact", "EUR"), SUPPORTED, SUPPORTED),
    Recipe("euros-too-much", usd(4.0, "exact", "EUR"), CONTRADICTED, PARTLY),
    Recipe("tonnes", mass(1.0, "tonnes", 1000.0), SUPPORTED, SUPPORTED),
    Recipe("kilograms-missed", mass(2.5, "kg", 1.0), CONTRADICTED, PARTLY),
    Recipe("nouns", mass(1.0, "drones", 1.0), OPEN, OPEN),
    Recipe("unknown-company", usd(1.0), OPEN, OPEN, unknown=True),
    Recipe("buyer-only", usd(1.0), SUPPORTED, SUPPORTED, one_side=True),
    Recipe("open-period", usd(1.0), OPEN, OPEN, no_rows, open_period=True),
    Recipe("open-identity", usd(1.0), OPEN, OPEN, other_seller=True),
    Recipe("over-itself", usd(1.0, "over"), PARTLY, PARTLY),
    Recipe("over-met", usd(0.9, "over"), SUPPORTED, SUPPORTED),
    Recipe("under-kept", usd(1.2, "under"), SUPPORTED, OPEN),
    Recipe("range-met", usd(0.8, "range"), SUPPORTED, SUPPORTED),
    Recipe("range-missed", usd(2.0, "range"), CONTRADICTED, PARTLY),
    Recipe("hedged-met", usd(1.0), SUPPORTED, SUPPORTED, stance="uncertain"),
    Recipe("hedged-too-much", usd(3.0), OPEN, PARTLY, stance="uncertain"),
    Recipe("hedged-absent", nothing, OPEN, OPEN, no_rows, stance="uncertain"),
    Recipe("denied-with-rows", usd(0.6, "at_least"), CONTRADICTED, OPEN, stance="denied", shown_in="all"),
    Recipe("denied-unnumbered", nothing, CONTRADICTED, OPEN, stance="denied", shown_in="any"),
    Recipe("denied-more-than-rows", usd(5.0), OPEN, OPEN, stance="denied"),
    Recipe("denied-other-year", nothing, OPEN, OPEN, rows_of_2022, stance="denied"),
    Recipe("denied-absent", nothing, OPEN, OPEN, no_rows, stance="denied"),
)
_TOTALLED = {
    "equal": OPEN, "about": OPEN, "at-least-met": SUPPORTED, "at-least-missed": OPEN, "too-much": OPEN, "too-little": OPEN,
    "at-most-kept": OPEN, "at-most-broken": OPEN, "absent": OPEN, "over-met": SUPPORTED, "range-met": OPEN,
}  # fmt: skip
"""Kinds of cases that are made of totals too -> the verdict without coverage, where only a lower bound is decided."""
TOTALS: tuple[Recipe, ...] = (
    *(replace(one, uncovered=_TOTALLED[one.name]) for one in DELIVERED if one.name in _TOTALLED),
    Recipe("under-broken", usd(0.6, "under"), CONTRADICTED, OPEN),
    Recipe("denied", usd(1.0), CONTRADICTED, OPEN, stance="denied"),
)
