"""Quantities of the legs as whole thousandths, and what they are worth: goods are conserved, money never is.

For dollars the goods are followed in kilograms (in pieces, for a class of goods whose rows state no kilograms), and what
arrived is then valued at the suppliers' price and at the end users' purchase price; the lower gives `low`, the higher
`high`, the mean of both `middle`. Direct sales are valued at what their rows state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from enduse.graph.question import Unit
from enduse.graph.reach import Core
from enduse.graph.rows import Flags, Ints, numbers
from enduse.store import StageRun

Floats = NDArray[np.float64]
How = Literal["low", "middle", "high"]
THOUSANDTHS = 1000
LARGEST = 1e9
"""Kilograms or pieces; a row that states more (or less than nothing) is treated as stating nothing: no ship carries it."""


@dataclass(frozen=True)
class Measured:
    """`quantity` of each leg in thousandths, -1 where it states none; `usd` NaN where it states none."""

    quantity: Ints
    usd: Floats

    def lacking(self, core: Core, unit: Unit) -> Flags:
        """Return the legs on a way that do not state what `unit` needs."""
        direct = core.from_supplier & core.to_end_user
        missing = self.quantity < 0
        return core.on_path & (np.where(direct, np.isnan(self.usd), missing) if unit == "usd" else missing)


def measure(run: StageRun, core: Core, unit: Unit, classes: int) -> Measured:
    """Return what the legs of the core state in the unit that is conserved, and in dollars when those are asked for."""
    none = np.full(core.position.size, np.nan)
    usd = _plausible(numbers(run, "usd", core.position), np.inf) if unit == "usd" else none
    kg = _plausible(numbers(run, "kg", core.position), LARGEST) if unit != "pieces" else none
    in_pieces = np.full(classes, unit == "pieces", dtype=np.bool_)
    if unit == "usd":
        stated = core.goods[core.on_path & ~np.isnan(kg)]
        in_pieces[:] = True
        in_pieces[stated] = False
    pieces = _plausible(numbers(run, "pieces", core.position), LARGEST) if in_pieces.any() else none
    quantity = np.where(in_pieces[core.goods], pieces, kg)
    whole = np.where(np.isnan(quantity), -1, np.rint(np.nan_to_num(quantity) * THOUSANDTHS)).astype(np.int64)
    return Measured(whole, usd)


def largest_stated(run: StageRun, positions: Ints, unit: Unit) -> Ints:
    """Return the most that these legs can state in the unit that is conserved, in thousandths; 0 where they state nothing."""
    names = {"kg": ("kg",), "pieces": ("pieces",), "usd": ("kg", "pieces")}[unit]
    stated = [np.nan_to_num(_plausible(numbers(run, name, positions), LARGEST)) for name in names]
    most: Ints = np.rint(np.maximum.reduce(stated) * THOUSANDTHS).astype(np.int64)
    return most


@dataclass(frozen=True)
class Prices:
    """What the goods of each class are worth in the unit asked for.

    `low` and `high` are dollars for one kilogram or piece, NaN where no row states both; `direct` is what is already valued by its
    own rows. For kilograms and pieces the price is 1 and nothing is direct.
    """

    low: Floats
    high: Floats
    direct: Ints
    direct_usd: float

    def worth(self, amount: Ints | Floats, how: How) -> float | None:
        """Return what arrived in all, direct sales included; None when some of it has no price (for `low`: what has one)."""
        indirect = self.indirect(amount - self.direct, how)
        return None if indirect is None else round(self.direct_usd + indirect, 3)

    def indirect(self, amount: Ints | Floats, how: How) -> float | None:
        """Return what goods that arrived through intermediaries are worth; None when some have no price (for `low`: 0)."""
        price = {"low": self.low, "high": self.high, "middle": (self.low + self.high) / 2}[how]
        present = amount > 0
        if how == "low":
            price = np.nan_to_num(price)
        if np.isnan(price[present]).any():
            return None
        if (price == 1.0).all():
            return round(float(amount.sum()) / THOUSANDTHS, 3)
        # Added up in the order of the classes, so that the sum is the same everywhere.
        return round(sum(float(a) * float(p) for a, p in zip(amount[present], price[present], strict=True)) / THOUSANDTHS, 3)


def plain(classes: int) -> Prices:
    """Return the prices that leave kilograms and pieces as they are."""
    one = np.ones(classes)
    return Prices(one, one, np.zeros(classes, dtype=np.int64), 0.0)


def prices(core: Core, measured: Measured, direct: Ints, direct_rows: Flags) -> Prices:
    """Return the suppliers' and the end users' prices of each class, from rows of the core that state quantity and dollars."""
    classes = direct.size
    both = core.on_path & (measured.quantity > 0) & ~np.isnan(measured.usd)
    sold = _unit_values(core, measured, both & core.from_supplier & ~core.to_end_user, classes)
    bought = _unit_values(core, measured, both & core.to_end_user & ~core.from_supplier, classes)
    stated = measured.usd[direct_rows & ~np.isnan(measured.usd)]
    return Prices(np.fmin(sold, bought), np.fmax(sold, bought), direct, cents(stated))


def wider(one: float | None, other: float | None, widest: Callable[[float, float], float]) -> float | None:
    """Return the lesser or the greater of two bounds; None where one cannot be told."""
    return None if one is None or other is None else widest(one, other)


def cents(usd: Floats) -> float:
    """Return the exact sum of dollar amounts, each rounded to a cent; the order of the rows does not matter."""
    whole: int = sum(round(one * 100) for one in usd.tolist())
    return whole / 100


def _unit_values(core: Core, measured: Measured, chosen: Flags, classes: int) -> Floats:
    """Return dollars for one kilogram (or piece) of each class; NaN for a class without such rows."""
    quantity, value = np.zeros(classes, dtype=np.int64), np.zeros(classes, dtype=np.int64)
    np.add.at(quantity, core.goods[chosen], measured.quantity[chosen])
    np.add.at(value, core.goods[chosen], np.rint(measured.usd[chosen] * 100).astype(np.int64))
    found = np.full(classes, np.nan)
    known = quantity > 0
    found[known] = value[known] / 100 / (quantity[known] / THOUSANDTHS)
    return found


def _plausible(stated: Floats, largest: float) -> Floats:
    return np.where((stated >= 0) & (stated <= largest) & np.isfinite(stated), stated, np.nan)
