"""Worlds made once for all tests of this room, and their raw rows read without the package's own readers."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest

from enduse.worlds import World, demo_case, simulate

Row = dict[str, str]
BANNER_ROWS = 5


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a simulated world of 8,000 rows (two families of planted stories)."""
    return simulate(tmp_path_factory.mktemp("world") / "small", 8_000, seed=3)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return the demo case."""
    return demo_case(tmp_path_factory.mktemp("world") / "demo")


def truth_of(world: World) -> dict[str, Any]:
    """Return the truth of a world."""
    truth: dict[str, Any] = json.loads(world.truth.read_text(encoding="utf-8"))
    return truth


def rows_of(world: World, name: str) -> list[Row]:
    """Return the data rows of one customs file, found by its header."""
    with (world.folder / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        lines = list(csv.reader(source))
    start = 0 if name.startswith("cn_") else BANNER_ROWS
    return [dict(zip(lines[start], line, strict=True)) for line in lines[start + 1 :]]


def serial_of(record_id: str) -> int:
    """Return the shipment's serial in a RECORD_ID."""
    return int(record_id[-12:])


class Book:
    """Who a printed name is, by the truth's own list."""

    def __init__(self, truth: dict[str, Any]) -> None:
        self.by_name: dict[str, set[str]] = {}
        for one in truth["entities"]:
            if one["in_data"]:
                for text in (*(name["text"] for name in one["names"]), *one["cells"]):
                    self.by_name.setdefault(text, set()).add(one["true"])

    def who(self, cell: str) -> str:
        """Return the company of a consignor's or consignee's cell (its first name)."""
        first = cell.partition(" ON BEHALF OF ")[0].partition(" ПО ПОРУЧЕНИЮ ")[0]
        (company,) = self.by_name[first]
        return company
