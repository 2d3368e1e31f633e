"""Columns of shipments as arrays: one batch is many shipments, one place in each array is one of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

FIRST_DAY = dt.date(2020, 1, 1)
LAST_DAY = dt.date(2024, 12, 31)
DAYS = (LAST_DAY - FIRST_DAY).days + 1
CONTROL_START = (dt.date(2022, 2, 24) - FIRST_DAY).days
NEW_EDITION = (dt.date(2022, 1, 1) - FIRST_DAY).days

CN_RU, KZ_RU, OTHER_RU, CN_KZ, CN_US = range(5)
LANES: tuple[tuple[str, str], ...] = (("CN", "RU"), ("KZ", "RU"), ("", "RU"), ("CN", "KZ"), ("CN", "US"))
"""Country of consignor and consignee of each lane; '' is any other country."""


def day(text: str) -> int:
    """Return an ISO day as days since the first day of every world."""
    return (dt.date.fromisoformat(text) - FIRST_DAY).days


def iso(number: int) -> str:
    """Return a day number as an ISO day."""
    return (FIRST_DAY + dt.timedelta(days=int(number))).isoformat()


@dataclass
class Batch:
    """Shipments as they truly were. `serial` numbers them; items of one declaration share `declaration`.

    `good` is what was in the box, `declared` the goods row whose code and words stand on the form. `net` and `gross` are kg,
    `usd` dollars, `pieces` 0 when the good is sold by mass. `mirrored`: also in the exporter's data. `copied`: its row stands
    twice in the importer's file. `agent` is the company on whose behalf the consignor sent, -1 for none. `draw_*` (0 to 1) choose
    the printed name; `gap`: the importer's file lacks the month.
    """

    serial: Ints
    declaration: Ints
    day: Ints
    lane: Ints
    seller: Ints
    buyer: Ints
    agent: Ints
    good: Ints
    declared: Ints
    pieces: Ints
    net: Floats
    gross: Floats
    usd: Floats
    origin: Ints
    dispatch: Ints
    draw_seller: Floats
    draw_buyer: Floats
    mirrored: Flags
    copied: Flags
    gap: Flags
    numberless: Flags

    def __len__(self) -> int:
        return len(self.serial)

    def where(self, chosen: Any) -> Batch:
        """Return the chosen shipments (a mask or places)."""
        return Batch(**{one.name: getattr(self, one.name)[chosen] for one in fields(self)})

    @staticmethod
    def of(rows: list[dict[str, Any]]) -> Batch:
        """Return a batch of single shipments given as dictionaries."""
        kinds: dict[str, Any] = {"Ints": np.int64, "Floats": np.float64, "Flags": np.bool_}
        return Batch(**{one.name: np.array([row[one.name] for row in rows], dtype=kinds[str(one.type)]) for one in fields(Batch)})


def record_id(file_number: int, serial: int, version: int = 0, seed: int = 1) -> str:
    """Return the RECORD_ID a file prints: its last twelve digits are the shipment's serial, its fourth part the version.

    >>> record_id(1, 42)
    '00000001-0001-4000-8000-000000000042'
    """
    return f"{seed:08d}-{file_number:04d}-4000-{8000 + version:04d}-{serial:012d}"


def record_ids(file_number: int, serials: Ints, seed: int, version: int = 0) -> pa.Array:
    """Return `record_id` of many serials."""
    return pc.binary_join_element_wise(f"{seed:08d}-{file_number:04d}-4000-{8000 + version:04d}-", padded(serials, 12), "")


def padded(numbers: Ints, width: int) -> pa.Array:
    """Return numbers as text, with zeros in front up to `width`."""
    return pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), width=width, padding="0")


def taken(values: list[str] | tuple[str, ...], places: Ints) -> pa.Array:
    """Return the value at each place."""
    return _pool(tuple(values)).take(pa.array(places)) if len(values) < 5_000 else pa.array(values, pa.string()).take(pa.array(places))


@cache
def _pool(values: tuple[str, ...]) -> pa.Array:
    return pa.array(values, pa.string())


@cache
def _dates(pattern: str) -> tuple[str, ...]:
    return tuple((FIRST_DAY + dt.timedelta(days=number)).strftime(pattern) for number in range(DAYS + 90))


def dates(days: Ints, pattern: str = "%Y-%m-%d") -> pa.Array:
    """Return day numbers as text."""
    return taken(_dates(pattern), days)


def months(first: str, last: str) -> tuple[int, int]:
    """Return the first and last day numbers of a span of months (`2023-11`, `2023-11`)."""
    start = dt.date.fromisoformat(first + "-01")
    end = dt.date.fromisoformat(last + "-01")
    following = (end.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return (start - FIRST_DAY).days, (following - FIRST_DAY).days - 1
