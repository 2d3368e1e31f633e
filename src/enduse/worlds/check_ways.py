"""Made cases about goods that went through another company: its receipts and sales are events with known lots.

Each hub received `own` kilograms of the seller's and `others` of somebody else's, before it sold `sold` to the buyer: at least
sold - others, at most the lesser of own and sold, were the seller's. Whether that can be known follows from which records are
declared complete: the hub's (everything it received and sent), or the buyer's imports.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from enduse.worlds.check_recipes import CONTRADICTED, OPEN, PARTLY, SUPPORTED
from enduse.worlds.press_names import Draw, Namer

if TYPE_CHECKING:
    from enduse.worlds.check_cases import CheckCases

Row = dict[str, Any]
PLACES: dict[str, tuple[str, str]] = {
    "hub-and-buyer": ("GE", "KZ"), "hub": ("GE", "RU"), "buyer": ("AM", "KZ"), "neither": ("AM", "RU"),
}  # fmt: skip
"""Whose records are declared complete -> the countries of hub and buyer (GE: both directions; KZ: imports)."""


@dataclass(frozen=True)
class Way:
    """One hub's lots in kilograms, the claim, and the verdict by what is complete: hub, buyer, hub or buyer, nothing."""

    own: float
    others: float
    sold: float
    says: Row
    hub: str
    uncovered: str
    either: str | None = None
    """The verdict when hub or buyer is complete, where that is enough."""
    named: bool = True
    direct: float | None = None
    sold_on: str = "2023-09-09"
    stance: str = "asserted"
    maybe_hub: bool = False
    """The goods went through another company, which an open question joins to the one named."""
    elsewhere: float | None = None
    """What the buyer received from somebody else."""
    cited: tuple[str, ...] = ("own", "sold", "direct")

    def verdict(self, place: str) -> str:
        """Return what must come out."""
        if self.either is not None and place != "neither":
            return self.either
        return self.hub if place.startswith("hub") else self.uncovered


def _kg(amount: float, bound: str = "exact", unit: str = "kg") -> Row:
    return {"quantity": round(amount, 3), "unit": unit, "bound": bound}


def _lots(draw: Draw, *, sure: bool) -> tuple[float, float, float]:
    """Return own, others and sold: some of what was sold must be the seller's (`sure`), or need not be."""
    own, sold = float(draw.between(60, 90)), float(draw.between(40, 59))
    return own, float(draw.between(1, 20)) if sure else sold + float(draw.between(1, 30)), sold


def _way(draw: Draw, sure: bool, says: Callable[[float, float], Row], **more: Any) -> Way:
    own, others, sold = _lots(draw, sure=sure)
    least, most = max(0.0, sold - others), min(own, sold)
    return Way(own, others, sold, says(least, most), **more)


WAYS: dict[str, Callable[[Draw], Way]] = {
    "must-have-passed": lambda draw: _way(draw, True, lambda *_: {}, hub=SUPPORTED, uncovered=PARTLY),
    "may-have-passed": lambda draw: _way(draw, False, lambda *_: {}, hub=PARTLY, uncovered=PARTLY),
    "at-least-met": lambda draw: _way(draw, True, lambda least, _: _kg(least * 0.9, "at_least"), hub=SUPPORTED, uncovered=PARTLY),
    "tonnes-met": lambda draw: _way(
        draw, True, lambda least, _: _kg(least * 0.5 / 1000, "over", "tonnes"), hub=SUPPORTED, uncovered=PARTLY
    ),
    "within": lambda draw: _way(draw, False, lambda _, most: _kg(most * 0.5), hub=PARTLY, uncovered=PARTLY),
    "too-much": lambda draw: _way(draw, True, lambda _, most: _kg(most * 4), hub=CONTRADICTED, uncovered=PARTLY, either=CONTRADICTED),
    "at-most-kept": lambda draw: _way(draw, True, lambda _, most: _kg(most * 1.3, "at_most"), hub=SUPPORTED, uncovered=OPEN),
    "at-most-broken": lambda draw: _way(draw, True, lambda least, _: _kg(least * 0.4, "at_most"), hub=OPEN, uncovered=OPEN),
    "sold-before-bought": lambda draw: _way(draw, True, lambda *_: {}, hub=OPEN, uncovered=OPEN, sold_on="2023-01-09"),
    "bought-elsewhere": lambda draw: Way(
        float(draw.between(60, 90)), 5.0, 0.0, {}, CONTRADICTED, OPEN, cited=("own",), elsewhere=7.0
    ),
    "never-sold-on": lambda draw: Way(
        float(draw.between(60, 90)), 5.0, 0.0, {}, CONTRADICTED, OPEN, either=CONTRADICTED, cited=("own",)
    ),
    "maybe-another-hub": lambda draw: _way(draw, True, lambda *_: {}, hub=OPEN, uncovered=OPEN, maybe_hub=True),
    "denied": lambda draw: _way(draw, True, lambda *_: {}, hub=OPEN, uncovered=OPEN, stance="denied"),
    "any-way-direct": lambda draw: _way(
        draw, True, lambda *_: {}, hub=SUPPORTED, uncovered=SUPPORTED, named=False, direct=9.0, cited=("direct",)
    ),
    "any-way-must": lambda draw: _way(draw, True, lambda *_: {}, hub=SUPPORTED, uncovered=PARTLY, named=False),
    "any-way-may": lambda draw: _way(draw, False, lambda *_: {}, hub=PARTLY, uncovered=PARTLY, named=False),
    "any-way-direct-reaches": lambda draw: _way(
        draw, True, lambda *_: _kg(8.0, "at_least"), hub=SUPPORTED, uncovered=SUPPORTED, named=False, direct=9.0
    ),
}  # fmt: skip


def way_cases(draw: Draw, namer: Namer, cases: CheckCases) -> None:
    """Add each kind of way under each place whose records are complete."""
    number = 0
    for name, make in WAYS.items():
        for place in PLACES:
            number += 1
            _case(draw, namer, cases, (f"delivered-via-{name}-{place}", f"{847000 + number}", place), make(draw))


def _case(draw: Draw, namer: Namer, cases: CheckCases, named: tuple[str, str, str], way: Way) -> None:
    name, hs_code, place = named
    hub_country, buyer_country = PLACES[place]
    seller = cases.company(f"Invented {namer.brand()} Works", "CN")
    other = cases.company(f"Invented {namer.brand()} Factory", "CN")
    hub = cases.company(f"Invented {namer.brand()} Transit", hub_country)
    buyer = cases.company(f"Example {namer.brand()} Trading", buyer_country)
    shadow = cases.company(f"Invented {namer.brand()} Depot", hub_country) if way.maybe_hub else hub
    if way.maybe_hub:
        left, right = sorted((hub, shadow))
        cases.add("possible_matches", {"left_entity_id": left, "right_entity_id": right})
    lots = (
        ("own", seller, shadow, f"2023-03-{draw.between(1, 28):02d}", way.own), ("others", other, shadow, "2023-04-04", way.others),
        ("sold", shadow, buyer, way.sold_on, way.sold), ("direct", seller, buyer, "2023-05-05", way.direct),
        ("elsewhere", other, buyer, "2023-06-06", way.elsewhere),
    )  # fmt: skip
    cited = []
    for lot, left, right, day, kg in lots:
        if kg:
            shipment = f"s {name} {lot}"
            cases.ship(shipment, {"on": day, "usd": None, "kg": kg}, (left, right, hs_code))
            if lot in way.cited:
                cited.append(shipment)
    says: Row = {"supplier": seller, "consignee": buyer, "goods": [hs_code], "since": "2023", "until": "2023", **way.says}
    says |= {"via": [hub]} if way.named else {"route": "any"}
    word = way.verdict(place)
    truth = {"verdict": word, "template": "delivered via", "covered": word == CONTRADICTED, "rows": cited}
    cases.claim(name, {"delivered": says}, way.stance, truth)
