"""Lists that ship with the package and are read in every workspace, without an input."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from importlib import resources
from typing import Any

from enduse.sources.goods_lists.coded import CodeList, code_row

COMMON_HIGH_PRIORITY = CodeList("common_high_priority_list", "2024-02-23", "2022")
_FILE = "common_high_priority_list.csv"


def shipped_goods_codes() -> list[dict[str, Any]]:
    """Return the Common High Priority List of 2024-02-23 as rows of goods_codes, with no snapshot.

    `valid_from` is null for every code. The version of that day has 50 codes; a first version of September 2023 had 45 of
    them, and which five are new is not known here. The version's day as the first day would say of 45 codes that they were
    not yet listed in 2023, which is wrong; so the start stays unknown, and a reader of the list has to take a code as 'on
    this version, start not known'. Source: publication of the US Bureau of Industry and Security of 2024-02-23.
    """
    return [dict(row) for row in _rows()]


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    text = (resources.files("enduse.resources") / _FILE).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        code_row(
            COMMON_HIGH_PRIORITY,
            row["code"],
            hs_edition=row["hs_edition"],
            snapshot_id=None,
            tier=row["tier"] or None,
            valid_from=dt.date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
            valid_until=dt.date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
            description=None,
        )
        for row in csv.DictReader(lines)
    )
