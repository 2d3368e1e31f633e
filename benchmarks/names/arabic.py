"""People's names in Arabic letters asked of Latin ones: persons the EU lists, among their like and invented people."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

from names.crossing import Asked, asked_of_latin, item, score
from names.lists import Subject, eu, script_of
from names.table import Table

_ARABIC = re.compile("[\u0600-\u06ff]+(?:[ -]+[\u0600-\u06ff]+)+")


def arabic(data: Path) -> tuple[list[Asked], list[dict[str, Any]], dict[str, int]]:
    """Return the Arabic names of two words and more, the pool of every Latin name and of people who do not exist, and the groups."""
    people = [one for one in eu(data) if one.schema == "Person"]
    asked, pool, owner = asked_of_latin(people, _printed, lambda *_: "Latin", "Person")
    with (data / "matching" / "yente" / "negatives_global_every4th.csv").open(encoding="utf-8", newline="") as file:
        invented = dict.fromkeys(row["full_name"] for row in csv.DictReader(file) if script_of(row["full_name"]) == "Latin")
    pool += [item(f"invented:{number}", name, "Person") for number, name in enumerate(invented)]
    return asked, pool, owner


def _printed(one: Subject) -> list[str]:
    return list(dict.fromkeys(found for name in one.names for found in _ARABIC.findall(name)))


def run_arabic(table: Table, data: Path, rounds: int) -> None:
    """Add the figures of people's names in Arabic letters asked of Latin ones."""
    asked, pool, owner = arabic(data)
    table.notes.append(
        f"arabic: {len(asked)} Arabic names of {len({one.group for one in asked})} people, pool of {len(pool):,} Latin names"
    )
    score(table, "arabic", asked, pool, owner, {"logic-v2": 0.7}, {"any alias": None}, rounds)
