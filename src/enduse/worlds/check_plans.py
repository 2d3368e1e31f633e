"""What one made case is: which shipments happened, what is claimed of them, and what must come out.

A plan is written from the events themselves. Where it counts as covered follows from what was declared complete for the two
countries of the case, never from the checks: `covered_under` names the regimes in which the claim's rows could not be missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from enduse.worlds.press_names import Draw

Row = dict[str, Any]
IMPORTS, EXPORTS = frozenset({"whole"}), frozenset({"export"})
"""Regimes in which all that the buyer's country imported, or the seller's exported, is declared complete."""
BOTH = IMPORTS | EXPORTS
FIRST_HALF = BOTH | {"partial"}
"""Regimes in which everything up to June 2023 is declared complete."""
NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Cast:
    """The companies of one case, and the code its goods are declared under."""

    seller: str
    rivals: tuple[str, ...]
    buyer: str
    bystander: str
    """Another buyer in the buyer's country."""
    hs_code: str


@dataclass(frozen=True)
class Plan:
    """Shipments {from, to, on, usd, kg, text, cited}, the claim, and the verdicts with coverage and without."""

    rows: list[Row]
    says: Row
    covered: str
    uncovered: str
    covered_under: frozenset[str] = BOTH
    stance: str = "asserted"
    maybe_same: tuple[tuple[str, str], ...] = ()


Planner = Callable[[Draw, Cast], Plan]


@dataclass
class Planners:
    """The kinds of cases of one template, by name."""

    kind: str
    made: dict[str, Planner] = field(default_factory=dict)

    def add(self, planner: Planner) -> Planner:
        """Take a planner under its own name, underscores made hyphens."""
        self.made[planner.__name__.strip("_").replace("_", "-")] = planner
        return planner


def row(seller: str, buyer: str, on: str, usd: float | None = None, **more: Any) -> Row:
    """Return one shipment of a plan; it is cited by the verdict unless `cited` is False."""
    return {"from": seller, "to": buyer, "on": on, "usd": usd, "kg": None, "cited": True, **more}


def some_day(draw: Draw, first: int = 1, last: int = 12) -> str:
    """Return a day of 2023 in the months `first` to `last`."""
    return f"2023-{draw.between(first, last):02d}-{draw.between(1, 28):02d}"


def sales(draw: Draw, seller: str, buyer: str, count: int, **more: Any) -> list[Row]:
    """Return `count` sales of 2023 with values."""
    return [
        row(seller, buyer, some_day(draw), float(draw.between(10, 900) * 100), kg=float(draw.between(5, 500)), **more) for _ in range(count)
    ]


def total(rows: list[Row], seller: str | None = None) -> float:
    """Return the dollars of the rows (of one seller)."""
    return float(sum(one["usd"] or 0 for one in rows if seller in (None, one["from"])))
