"""How many registered companies are taken for one by their names alone? Names of GLEIF's register, resolved without their numbers.

python benchmarks/registered_names.py [N] [--told]      (default all 325,000 that are no fund or branch; `--told` prints what was merged)

Every company of the register has a number of its own (LEI), so that those merged under two names are strangers, or one company registered
twice. The names stand as consignees of invented shipments. A name equal but for case, signs, `the` or `M/s` is not counted: to tell such
namesakes apart needs more than names. What differs in the legal form only is counted apart: forms weigh nothing between names, and
forms that say two kinds of body are asked about.
"""

from __future__ import annotations

import csv
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

from enduse import Workspace
from enduse.entities.names import analyse
from names.lists import needed
from names.split import HALVES, half

_COLUMNS = """columns:
  item_number: {header: "no"}
  consignor_name: {header: from}
  consignee_name: {header: to}
  consignee_country: country
  declared_on: {header: day, format: "%Y-%m-%d"}
  net_mass_kg: {header: kg, decimal: "."}
"""
_SUPPLIER = "Zephyrline Invented Export BV"
_SIGNS = re.compile(r"[\W_]|\bTHE\b|^M/?S\b")


def main(number: int | None, told: bool) -> None:
    """Resolve each half alone and print what was merged."""
    data = needed()
    table = pq.read_table(data / "registry" / "gleif_names.parquet").to_pylist()
    for part in HALVES:
        rows = sorted((one["lei"], one["name"], one["country"]) for one in table if one["category"] == "GENERAL" and one["name"])
        chosen = [one for one in rows if half(one[0]) == part][:number]
        merged = [names for names in clusters(chosen) if len({_SIGNS.sub("", name.upper()) for name in names}) > 1]
        forms = [names for names in merged if len({" ".join(analyse(name).tokens) for name in names}) == 1]
        print(f"{part}: {len(chosen):,} registered companies; {len(merged):,} merged under several names, {len(forms):,} by forms only")
        for names in sorted(merged) if told else ():
            print("  " + " | ".join(names))


def clusters(rows: list[tuple[str, str, str]]) -> list[list[str]]:
    """Return the names of each company that bears several after resolving."""
    with tempfile.TemporaryDirectory() as folder:
        extract, layout = Path(folder, "rows.csv"), Path(folder, "map.yml")
        with extract.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["no", "from", "to", "country", "day", "kg"])
            writer.writerows([lei, _SUPPLIER, name, country, "2023-01-01", 10] for lei, name, country in rows)
        layout.write_text(_COLUMNS, encoding="utf-8")
        case = Workspace.create(Path(folder, "case"), title="Registered names")
        case.add("customs/generic", extract, column_map=layout)
        case.run(last="resolve")
        name = dict(zip(*(case.table("mentions")[column].to_pylist() for column in ("mention_id", "name")), strict=True))
        found: dict[str, set[str]] = defaultdict(set)
        for member in case.table("entity_mentions").select(["entity_id", "mention_id"]).to_pylist():
            found[member["entity_id"]].add(name[member["mention_id"]])
    return [sorted(names) for names in found.values() if len(names) > 1]


if __name__ == "__main__":
    asked = [int(one) for one in sys.argv[1:] if one.isdigit()]
    main(asked[0] if asked else None, "--told" in sys.argv)
