"""Made cases about wholes: shares of a trade, counts of suppliers."""

from __future__ import annotations

from typing import Any

from enduse.worlds.check_plans import EXPORTS, IMPORTS, NOWHERE, Cast, Plan, Planners, Row, row, sales, some_day, total
from enduse.worlds.check_recipes import CONTRADICTED, OPEN, PARTLY, SUPPORTED
from enduse.worlds.press_names import Draw

YEAR = {"since": "2023", "until": "2023"}
SHARES, COUNTS = Planners("share"), Planners("suppliers")


def _bought(draw: Draw, cast: Cast) -> tuple[list[Row], float]:
    """Return the buyer's purchases from the seller and two rivals, and the seller's true share of their value."""
    rows = sales(draw, cast.seller, cast.buyer, draw.between(2, 4))
    rows += [one for rival in cast.rivals[:2] for one in sales(draw, rival, cast.buyer, 2, cited=False)]
    return rows, total(rows, cast.seller) / total(rows)


def _share(cast: Cast, number: float, bound: str = "exact", **more: Any) -> Row:
    ends = {"supplier": cast.seller, "consignee": cast.buyer, "goods": [cast.hs_code], "of": ["consignee", "goods"]}
    return {**YEAR, **ends, "share": min(1.0, max(0.0, round(number, 4))), "bound": bound, **more}


def _weighted(draw: Draw, cast: Cast, heavy: bool) -> list[Row]:
    """Return purchases of which the seller sold clearly more, or clearly less, than half."""
    own, other = (9.0, 2.0) if heavy else (2.0, 9.0)
    values = [(cast.seller, own), (cast.seller, own), (cast.rivals[0], other), (cast.rivals[1], other)]
    days = [some_day(draw) for _ in values]
    scale = draw.between(5, 90) * 100.0
    return [row(who, cast.buyer, day, usd * scale, cited=who == cast.seller) for (who, usd), day in zip(values, days, strict=True)]


@SHARES.add
def equal(draw: Draw, cast: Cast) -> Plan:
    """The true share as an exact number."""
    rows, true = _bought(draw, cast)
    return Plan(rows, _share(cast, true), SUPPORTED, OPEN, IMPORTS)


@SHARES.add
def about(draw: Draw, cast: Cast) -> Plan:
    """Three points beside the true share, as 'about'."""
    rows, true = _bought(draw, cast)
    return Plan(rows, _share(cast, true + (0.03 if true < 0.9 else -0.03), "about"), SUPPORTED, OPEN, IMPORTS)


@SHARES.add
def most(draw: Draw, cast: Cast) -> Plan:
    """'Most of', and it was."""
    return Plan(_weighted(draw, cast, heavy=True), _share(cast, 0.5, "over"), SUPPORTED, OPEN, IMPORTS)


@SHARES.add
def not_most(draw: Draw, cast: Cast) -> Plan:
    """'Most of', and it was not."""
    return Plan(_weighted(draw, cast, heavy=False), _share(cast, 0.5, "over"), CONTRADICTED, OPEN, IMPORTS)


@SHARES.add
def far_off(draw: Draw, cast: Cast) -> Plan:
    """A share that lies far from the true one."""
    rows, true = _bought(draw, cast)
    return Plan(rows, _share(cast, true + 0.3 if true < 0.6 else true - 0.3), CONTRADICTED, OPEN, IMPORTS)


@SHARES.add
def between(draw: Draw, cast: Cast) -> Plan:
    """A range that holds the true share."""
    rows, true = _bought(draw, cast)
    says = _share(cast, true - 0.1, "range", upper=min(1.0, round(true + 0.1, 4)))
    return Plan(rows, says, SUPPORTED, OPEN, IMPORTS)


@SHARES.add
def up_to(draw: Draw, cast: Cast) -> Plan:
    """An upper bound that is kept."""
    rows, true = _bought(draw, cast)
    return Plan(rows, _share(cast, true + 0.05, "at_most"), SUPPORTED, OPEN, IMPORTS)


@SHARES.add
def of_the_sellers_sales(draw: Draw, cast: Cast) -> Plan:
    """The buyer's share of all that the seller sold: decided by the seller's exports."""
    rows = sales(draw, cast.seller, cast.buyer, 3) + sales(draw, cast.seller, cast.bystander, 2, cited=False)
    bought = sum(one["usd"] for one in rows if one["to"] == cast.buyer)
    return Plan(rows, _share(cast, bought / total(rows), of=["supplier", "goods"]), SUPPORTED, OPEN, EXPORTS)


@SHARES.add
def one_value_missing(draw: Draw, cast: Cast) -> Plan:
    """A rival's sale states no value, so the share of what is stated is not the share."""
    rows, true = _bought(draw, cast)
    return Plan([*rows, row(cast.rivals[2], cast.buyer, some_day(draw), cited=False)], _share(cast, true), OPEN, OPEN, NOWHERE)


@SHARES.add
def of_nothing(_: Draw, cast: Cast) -> Plan:
    """No purchase at all."""
    return Plan([], _share(cast, 0.5, "over"), CONTRADICTED, OPEN, IMPORTS)


@SHARES.add
def denied(draw: Draw, cast: Cast) -> Plan:
    """The true share, denied."""
    return Plan(_weighted(draw, cast, heavy=True), _share(cast, 0.5, "over"), CONTRADICTED, OPEN, IMPORTS, "denied")


def _sellers(draw: Draw, cast: Cast, count: int) -> list[Row]:
    everyone = (cast.seller, *cast.rivals)
    return [one for who in everyone[:count] for one in sales(draw, who, cast.buyer, draw.between(1, 3))]


def _count(cast: Cast, number: int, bound: str = "exact", **more: Any) -> Row:
    return {**YEAR, "consignees": [cast.buyer], "goods": [cast.hs_code], "count": number, "bound": bound, **more}


@COUNTS.add
def as_many(draw: Draw, cast: Cast) -> Plan:
    """The true number."""
    number = draw.between(2, 4)
    return Plan(_sellers(draw, cast, number), _count(cast, number), SUPPORTED, OPEN, IMPORTS)


@COUNTS.add
def at_least_met(draw: Draw, cast: Cast) -> Plan:
    """A lower bound that the rows reach."""
    return Plan(_sellers(draw, cast, 4), _count(cast, draw.between(2, 4), "at_least"), SUPPORTED, SUPPORTED, IMPORTS)


@COUNTS.add
def at_least_missed(draw: Draw, cast: Cast) -> Plan:
    """A lower bound far above."""
    return Plan(_sellers(draw, cast, 3), _count(cast, draw.between(20, 90), "over"), CONTRADICTED, PARTLY, IMPORTS)


@COUNTS.add
def too_many(draw: Draw, cast: Cast) -> Plan:
    """More than there were."""
    return Plan(_sellers(draw, cast, 3), _count(cast, draw.between(30, 90), "about"), CONTRADICTED, OPEN, IMPORTS)


@COUNTS.add
def at_most_kept(draw: Draw, cast: Cast) -> Plan:
    """An upper bound that holds where nothing is missing."""
    return Plan(_sellers(draw, cast, 3), _count(cast, 5, "under"), SUPPORTED, OPEN, IMPORTS)


@COUNTS.add
def at_most_broken(draw: Draw, cast: Cast) -> Plan:
    """An upper bound that the rows exceed."""
    return Plan(_sellers(draw, cast, 4), _count(cast, 2, "at_most"), CONTRADICTED, OPEN, IMPORTS)


@COUNTS.add
def two_may_be_one(draw: Draw, cast: Cast) -> Plan:
    """Two of three suppliers may be one company: two or three."""
    pair = ((cast.seller, cast.rivals[0]),)
    return Plan(_sellers(draw, cast, 3), _count(cast, 3), OPEN, OPEN, NOWHERE, maybe_same=pair)


@COUNTS.add
def nobody(_: Draw, cast: Cast) -> Plan:
    """No supplier at all."""
    return Plan([], _count(cast, 7), CONTRADICTED, OPEN, IMPORTS)


@COUNTS.add
def denied_number(draw: Draw, cast: Cast) -> Plan:
    """The reached lower bound, denied."""
    return Plan(_sellers(draw, cast, 3), _count(cast, 2, "at_least"), CONTRADICTED, OPEN, IMPORTS, "denied")
