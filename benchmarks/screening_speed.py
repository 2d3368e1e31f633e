"""Screen many names with `enduse screen` and print what it took: processor and wall seconds, peak memory, names and hits.

    python benchmarks/screening_speed.py [ROWS ...]          (default 100000)

The lists are those of OFAC, the UK and the EU, the names companies of GLEIF, one row in twenty a dirtied name of a listed
company, in the order of a hash; from the first 400,000 rows on names repeat, as they do in files of shipments. The real data lie
in `../shared` or where ENDUSE_SHARED says.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from enduse import Workspace
from enduse.engine.duckdb import DuckDBEngine
from enduse.model.sources import DESIGNATION_SNAPSHOTS, DESIGNATIONS, SNAPSHOTS, STATEMENTS
from enduse.settings import Settings
from enduse.store import StageRun
from names import lists
from names.invented import soiled
from names.screening import listed

_LISTED_EVERY = 20
# A process starts with the peak of the one that starts it: a small one stands between.
_LAUNCHER = """
import os, subprocess, sys
_, status, used = os.wait4(subprocess.Popen(sys.argv[1:]).pid, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def case(folder: Path, subjects: list[lists.Subject]) -> Path:
    """Make a workspace whose tables hold these listed subjects."""
    workspace = Workspace.create(folder / "case", title="Screening speed")
    statements, designations = [], []
    for one in subjects:
        given: list[tuple[str, str | None, str]] = [("name" if at == 0 else "alias", None, name) for at, name in enumerate(one.names)]
        given += [("country", None, value) for value in one.countries] + [
            ("identifier", scheme, value) for scheme, value in sorted(one.numbers)
        ]
        statements += [
            {
                "statement_id": f"{one.key}/{at}", "subject_id": one.key, "snapshot_id": one.list_id, "list_id": one.list_id,
                "schema": one.schema, "prop": prop, "scheme": scheme, "value": value, "value_as_published": value, "locator": str(at),
            }
            for at, (prop, scheme, value) in enumerate(given)
        ]  # fmt: skip
        designations.append(
            {
                "designation_id": one.key, "subject_id": one.key, "snapshot_id": one.list_id, "list_id": one.list_id, "locator": "1",
                "subject_type": one.schema,
            }
        )  # fmt: skip
    run = StageRun(workspace.path, workspace.tables, workspace.archive, DuckDBEngine(folder / "tmp"), Settings())
    run.write(STATEMENTS, statements)
    run.write(DESIGNATIONS, designations)
    run.write(DESIGNATION_SNAPSHOTS, [{name: row[name] for name in DESIGNATION_SNAPSHOTS.column_names} for row in designations])
    run.write(SNAPSHOTS, [{"snapshot_id": name, "sha256": "0" * 64, "as_of": dt.date(2026, 8, 1)} for name in ("eu", "ofac", "uk")])
    run.finish()
    workspace.tables.commit("read", {"key": "benchmark"})
    run.engine.close()
    return workspace.path


def names(data: Path, subjects: list[lists.Subject]) -> Iterator[str]:
    """Yield names without end."""
    import pyarrow.parquet as pq

    column = pq.read_table(data / "registry" / "gleif_names.parquet", columns=["name"])["name"]
    others = sorted({str(name) for name in column.to_pylist() if name}, key=lambda name: hashlib.sha256(name.encode()).digest())
    companies = [one for one in subjects if one.organisation]
    dirtied = cycle(soiled(one.names[0], random.Random(one.key)) for one in companies)
    for number, name in enumerate(cycle(others)):
        yield next(dirtied) if number % _LISTED_EVERY == 0 else name


def measure(folder: Path, place: Path, data: Path, subjects: list[lists.Subject], rows: int) -> dict[str, float]:
    """Screen so many rows in a process of its own and return what it took."""
    asked = folder / "names.csv"
    with asked.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "name", "type"))
        writer.writerows((number, name, "company") for number, name in enumerate(islice(names(data, subjects), rows), 1))
    answers = folder / "answers.jsonl"
    began = time.monotonic()
    command = [sys.executable, "-c", _LAUNCHER, sys.executable, "-m", "enduse.cli", "screen", str(place), str(asked), "--json"]
    with answers.open("wb") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    if done.returncode:
        raise SystemExit(f"enduse screen failed ({done.returncode}): {done.stderr.decode(errors='replace')}")
    cpu, peak = map(float, done.stderr.split()[-2:])
    with answers.open(encoding="utf-8") as stream:
        found = [bool(json.loads(line)["hits"]) for line in stream]
    return {
        "rows": len(found), "names with hits": sum(found), "CPU seconds": round(cpu, 1), "wall seconds": round(time.monotonic() - began, 1),
        "names per CPU second": round(len(found) / cpu), "peak MB": round(peak),
    }  # fmt: skip


def main() -> None:
    """Measure each number of rows asked for."""
    parser = argparse.ArgumentParser(description="Cost of `enduse screen` over many names.")
    parser.add_argument("rows", type=int, nargs="*", default=[100_000], metavar="ROWS")
    data = lists.needed()
    subjects = listed(data)
    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as text:
        place = case(Path(text), subjects)
        for rows in parser.parse_args().rows:
            said = measure(Path(text), place, data, subjects, rows)
            print(", ".join(f"{name} {value:,}" for name, value in said.items()), flush=True)


if __name__ == "__main__":
    main()
