"""Small records with known answers, and the writing of them onto a desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from enduse.graph.question import EPOCH
from enduse.model.companies import ENTITIES, LEGS
from enduse.store import StageRun

Row = tuple[str, str, str, int, float]
"""Shipment id, consignor, consignee, day, kilograms."""

NINE_ROWS: list[Row] = [
    ("1", "S", "E", 5, 20),
    ("9", "A", "E", 8, 10),
    ("2", "S", "A", 10, 100),
    ("3", "X", "A", 20, 60),
    ("4", "A", "E", 30, 50),
    ("5", "A", "B", 40, 80),
    ("7", "B", "E", 60, 70),
    ("6", "S", "B", 90, 40),
    ("8", "B", "F", 100, 30),
]


def day(number: int) -> dt.date:
    """Return the day counted from 1970-01-01."""
    return EPOCH + dt.timedelta(days=number)


def leg(row: Row, **more: Any) -> dict[str, Any]:
    """Return a row of `legs`; `more` replaces columns."""
    shipment, left, right, number, kg = row
    made = {"shipment_id": shipment, "consignor_id": left, "consignee_id": right, "kg": float(kg), "hs_code": "854231", "source_id": "s"}
    return {**made, "date_from": day(number), "date_until": day(number), **more}


def lay(desk: StageRun, legs: Iterable[dict[str, Any]]) -> StageRun:
    """Write `legs` and their companies onto the desk."""
    listed = list(legs)
    desk.write(LEGS, listed)
    names = sorted({one[end] for one in listed for end in ("consignor_id", "consignee_id")} | {"S", "E"})
    desk.write(ENTITIES, [{"entity_id": one, "name": f"Invented {one} Works", "name_latin": f"Invented {one} Works"} for one in names])
    return desk
