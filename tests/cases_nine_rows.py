"""The nine-row worked example as files: day 5 of the example is 2023-01-05, and so on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

ROWS = (
    (1, "S", "E", 5, 20),
    (9, "A", "E", 8, 10),
    (2, "S", "A", 10, 100),
    (3, "X", "A", 20, 60),
    (4, "A", "E", 30, 50),
    (5, "A", "B", 40, 80),
    (7, "B", "E", 60, 70),
    (6, "S", "B", 90, 40),
    (8, "B", "F", 100, 30),
)
MAP = """columns:
  item_number: {header: "no"}
  consignor_name: {header: from}
  consignee_name: {header: to}
  declared_on: {header: day, format: "%Y-%m-%d"}
  net_mass_kg: {header: kg, decimal: "."}
"""


def write(folder: Path, order: tuple[int, ...] | None = None) -> tuple[Path, Path]:
    """Write rows.csv and map.yml into `folder`; `order` permutes the rows. Return both paths."""
    rows = ROWS if order is None else tuple(ROWS[number] for number in order)
    lines = ["no,from,to,day,kg"]
    for number, sender, receiver, day, kg in rows:
        lines.append(f"{number},{sender},{receiver},{dt.date(2022, 12, 31) + dt.timedelta(days=day)},{kg}")
    data, column_map = folder / "rows.csv", folder / "map.yml"
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    column_map.write_text(MAP, encoding="utf-8")
    return data, column_map
