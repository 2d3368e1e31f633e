"""Made cases about when deliveries began and ended, and about goods declared under other codes."""

from __future__ import annotations

from typing import Any

from enduse.worlds.check_plans import FIRST_HALF, NOWHERE, Cast, Plan, Planners, Row, row, some_day, total
from enduse.worlds.check_recipes import CONTRADICTED, OPEN, PARTLY, SUPPORTED
from enduse.worlds.press_names import Draw

TIMES, DECLARATIONS = Planners("first_last"), Planners("declared_as")


def _months(draw: Draw, cast: Cast, months: tuple[int, ...], cited: tuple[int, ...] | None = None) -> list[Row]:
    days = {month: f"2023-{month:02d}-{draw.between(1, 28):02d}" for month in months}
    return [row(cast.seller, cast.buyer, day, 100.0, cited=cited is None or month in cited) for month, day in days.items()]


def _dated(cast: Cast, **fields: Any) -> Row:
    return {"supplier": cast.seller, "consignee": cast.buyer, "goods": [cast.hs_code], **fields}


@TIMES.add
def began(draw: Draw, cast: Cast) -> Plan:
    """The month of the first delivery, with a quiet year before it."""
    first = draw.between(2, 5)
    rows = _months(draw, cast, (first, first + 1, first + 3), (first,))
    return Plan(rows, _dated(cast, first=f"2023-{first:02d}"), SUPPORTED, PARTLY, FIRST_HALF)


@TIMES.add
def began_earlier(draw: Draw, cast: Cast) -> Plan:
    """Deliveries stand before the month claimed."""
    first = draw.between(1, 3)
    rows = _months(draw, cast, (first, first + 1, first + 4), (first, first + 1))
    return Plan(rows, _dated(cast, first=f"2023-{first + 3:02d}"), CONTRADICTED, OPEN, FIRST_HALF)


@TIMES.add
def began_later(draw: Draw, cast: Cast) -> Plan:
    """The first delivery stands some months after the one claimed."""
    rows = _months(draw, cast, (5, 7, 9))
    return Plan(rows, _dated(cast, first=f"2023-{draw.between(1, 3):02d}", until="2023"), PARTLY, PARTLY)


@TIMES.add
def never_began(draw: Draw, cast: Cast) -> Plan:
    """No delivery at all in the months claimed."""
    return Plan([], _dated(cast, first=f"2023-{draw.between(1, 8):02d}", until="2023"), CONTRADICTED, OPEN)


@TIMES.add
def ended(draw: Draw, cast: Cast) -> Plan:
    """The month of the last delivery, with quiet months after it."""
    last = draw.between(5, 9)
    return Plan(_months(draw, cast, (2, 4, last)), _dated(cast, last=f"2023-{last:02d}"), SUPPORTED, PARTLY)


@TIMES.add
def went_on(draw: Draw, cast: Cast) -> Plan:
    """Deliveries stand after the month claimed as the last."""
    rows = _months(draw, cast, (1, 5, 6), (5, 6))
    return Plan(rows, _dated(cast, last=f"2023-{draw.between(2, 4):02d}"), CONTRADICTED, OPEN, FIRST_HALF)


@TIMES.add
def both_ends(draw: Draw, cast: Cast) -> Plan:
    """First and last month, both true; rows of the first month and those up to the last are cited."""
    first, last = draw.between(2, 4), draw.between(6, 8)
    says = _dated(cast, first=f"2023-{first:02d}", last=f"2023-{last:02d}", until="2023-12-31")
    return Plan(_months(draw, cast, (first, 5, last)), says, SUPPORTED, PARTLY)


@TIMES.add
def one_end_wrong(draw: Draw, cast: Cast) -> Plan:
    """The beginning is true, the end is not."""
    first = draw.between(1, 2)
    says = _dated(cast, first=f"2023-{first:02d}", last="2023-04")
    return Plan(_months(draw, cast, (first, 5, 6)), says, CONTRADICTED, PARTLY, FIRST_HALF)


@TIMES.add
def denied_beginning(draw: Draw, cast: Cast) -> Plan:
    """The true beginning, denied."""
    rows = _months(draw, cast, (3, 4), (3,))
    return Plan(rows, _dated(cast, first="2023-03"), CONTRADICTED, OPEN, FIRST_HALF, "denied")


_PLAIN, _TELLING = "Invented refrigeration equipment", "Invented ENGINES for example aircraft"


def _declared(draw: Draw, cast: Cast, texts: tuple[str, ...]) -> list[Row]:
    return [row(cast.seller, cast.buyer, some_day(draw), float(draw.between(10, 90) * 100), text=text) for text in texts]


def _as(cast: Cast, *words: str, **more: Any) -> Row:
    says = {"supplier": cast.seller, "consignee": cast.buyer, "declared_as": [cast.hs_code], "described_as": list(words)}
    return {**says, "since": "2023", "until": "2023", **more}


@DECLARATIONS.add
def described(draw: Draw, cast: Cast) -> Plan:
    """A row under the code says in words what it was."""
    return Plan(_declared(draw, cast, (_TELLING, _PLAIN)), _as(cast, "engine"), SUPPORTED, SUPPORTED)


@DECLARATIONS.add
def not_described(draw: Draw, cast: Cast) -> Plan:
    """Rows under the code do not say what was in them."""
    return Plan(_declared(draw, cast, (_PLAIN, _PLAIN)), _as(cast, "engine"), PARTLY, PARTLY)


@DECLARATIONS.add
def no_words(draw: Draw, cast: Cast) -> Plan:
    """The claim names no word to look for."""
    return Plan(_declared(draw, cast, (_TELLING,)), _as(cast), PARTLY, PARTLY)


@DECLARATIONS.add
def nothing_under_the_code(_: Draw, cast: Cast) -> Plan:
    """No row under the code."""
    return Plan([], _as(cast, "engine"), CONTRADICTED, OPEN)


@DECLARATIONS.add
def value_reached(draw: Draw, cast: Cast) -> Plan:
    """The rows that say so reach the bound."""
    rows = _declared(draw, cast, (_TELLING, _TELLING))
    return Plan(rows, _as(cast, "engine", value=total(rows) * 0.8, currency="USD", bound="at_least"), SUPPORTED, SUPPORTED)


@DECLARATIONS.add
def value_beyond(draw: Draw, cast: Cast) -> Plan:
    """All rows under the code together are worth far less."""
    rows = _declared(draw, cast, (_TELLING, _PLAIN))
    return Plan(rows, _as(cast, "engine", value=total(rows) * 3, currency="USD"), CONTRADICTED, PARTLY)


@DECLARATIONS.add
def denied_description(draw: Draw, cast: Cast) -> Plan:
    """A row says in words what it was, and that is denied."""
    rows = [row(cast.seller, cast.buyer, some_day(draw, last=6), 100.0, text=_TELLING)]
    return Plan(rows, _as(cast, "engine"), CONTRADICTED, OPEN, FIRST_HALF, "denied")


@DECLARATIONS.add
def denied_without_words(draw: Draw, cast: Cast) -> Plan:
    """Rows under the code that do not say what was in them do not answer a denial."""
    return Plan(_declared(draw, cast, (_PLAIN,)), _as(cast, "engine"), OPEN, OPEN, NOWHERE, "denied")
