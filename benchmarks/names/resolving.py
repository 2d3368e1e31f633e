"""Resolving dirty company records with known truth: Splink 5 with tight rules beside the stage `resolve`; and one more per cent.

Records are prints of invented companies: several scripts, mistypes, numbers and addresses often missing, some wrong, a few
values that many share (a forwarder's address and telephone). One record in seven belongs to a company with a sister.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from names.counts import b_cubed, largest_false_cluster, pairwise
from names.invented import Company, dirty, soiled, world
from names.split import HALVES, half
from names.table import Row, Table
from names.turns import Turns, anchor, in_turns, ours

SEED = "resolving-1"
COLUMNS = ("record_id", "name", "country", "address", "phone", "email", "tax_id")
THRESHOLDS = (0.05, 0.2, 0.5, 0.9, 0.99, 0.999, 0.9999)
"""The anchor's clusterings; the best of them on dev is the one that is compared."""
MEAN = 5.0
"""Records a company, on average: most have one or two, few have very many."""


def records(number: int, seed: str = SEED) -> Iterator[dict[str, Any]]:
    """Yield that many records with the company they belong to in `truth`, company after company."""
    made = 0
    for one in world(number, seed):
        rng = random.Random(f"{seed}/records/{one.number}")
        for _ in range(min(int(rng.paretovariate(1.25)), 200) + int(rng.expovariate(1 / (MEAN - 3.4)))):
            if made == number:
                return
            made += 1
            yield {**_print(one, rng), "truth": one.number}


def _print(one: Company, rng: random.Random) -> dict[str, Any]:
    address: str | None = one.address if rng.random() < 0.6 else None
    if address and rng.random() < 0.4:
        address = soiled(address, rng)
    number: str | None = one.tax_id if rng.random() < 0.4 else None
    if number and rng.random() < 0.03:
        at = rng.randrange(len(number))
        number = number[:at] + rng.choice("0123456789") + number[at + 1 :]
    record = {
        "name": dirty(one, rng), "country": one.country if rng.random() < 0.8 else None, "address": address,
        "phone": one.phone if rng.random() < 0.3 else None, "email": f"sales@{one.email}" if rng.random() < 0.15 else None,
        "tax_id": number,
    }  # fmt: skip
    if rng.random() < 0.01:
        record |= {"address": "1 Forwarders House, Free Zone", "phone": "+10000000000"}
    return record


def write(number: int, folder: Path) -> tuple[Path, list[int]]:
    """Write the records in a shuffled order without their truth, and return the file and the truth in the order of record ids."""
    rows = list(records(number))
    random.Random(f"{SEED}/order").shuffle(rows)
    truth = [row.pop("truth") for row in rows]
    columns = {name: [row[name] for row in rows] for name in COLUMNS[1:]}
    ids = {"record_id": [f"R{at:08d}" for at in range(len(rows))]}
    path = folder / f"records-{number}.parquet"
    pq.write_table(pa.table({name: pa.array(values, pa.string()) for name, values in (ids | columns).items()}), path)
    return path, truth


def run(table: Table, sizes: Sequence[int], rounds: int) -> None:
    """Add the figures for each number of records, the loss from the smallest to the largest, and the increment."""
    lost: dict[str, list[float]] = {}
    for number in sizes:
        with tempfile.TemporaryDirectory(prefix="enduse-bench-") as text:
            path, truth = write(number, Path(text))
            given = {"records": str(path), "thresholds": THRESHOLDS}
            label = f"resolving {number:,}"
            table.notes.append(f"{label}: {len(truth):,} records of {len(set(truth)):,} companies")
            done = in_turns("resolve", given, [ours(), anchor("splink")], rounds)
            found = {one.side.name: _score(table, label, one, truth) for one in done}
            for name, value in found.items():
                lost.setdefault(name, []).append(value)
            _compare(table, label, done, found, number)
            _increment(table, label, path, number)
    for name, values in lost.items():
        if len(values) > 1:
            reach, measure = 0.02 if name == "enduse" else None, "B-cubed F1 lost, smallest to largest"
            table.add(Row("resolving", measure, name, "all", len(values), values[0] - values[-1], reach, at_most=True))


def _score(table: Table, label: str, done: Turns, truth: list[int]) -> float:
    """Add the figures of one side and return its B-cubed F1 over all records."""
    parts = {part: [at for at, one in enumerate(truth) if part in ("all", half(f"{SEED}:{one}"))] for part in ("all", *HALVES)}
    clusterings: dict[str, list[Any]] = done.answer["result"]
    dev = parts["dev"]
    best = max(clusterings, key=lambda name: b_cubed([clusterings[name][at] for at in dev], [truth[at] for at in dev])[2])
    clusters, name = clusterings[best], done.side.name
    method = name if best == "own" else f"{name} ({best})"
    overall = 0.0
    for part, chosen in parts.items():
        ours_, real = [clusters[at] for at in chosen], [truth[at] for at in chosen]
        precision, recall, f1 = b_cubed(ours_, real)
        pairs = pairwise(ours_, real)
        overall = f1 if part == "all" else overall
        figures = (("B-cubed F1", f1), ("B-cubed precision", precision), ("B-cubed recall", recall), ("pairwise F1", pairs.f1))
        table.add(*(Row(label, measure, method, part, len(chosen), value) for measure, value in figures))
    largest = largest_false_cluster(clusters, truth)
    table.add(
        Row(label, "largest false cluster", method, "all", len(truth), largest, 500.0 if name == "enduse" else None, at_most=True),
        Row(label, "CPU seconds", method, "all", len(truth), done.cpu_seconds),
        Row(label, "of them preparing", method, "all", len(truth), done.answer["preparing_cpu_seconds"]),
        Row(label, "wall seconds", method, "all", len(truth), done.seconds),
        Row(label, "peak MB", method, "all", len(truth), done.peak_mb),
    )
    return overall


def _compare(table: Table, label: str, done: list[Turns], found: dict[str, float], number: int) -> None:
    if len(done) == 2:
        own, other = done
        table.add(
            Row(label, "B-cubed F1 over the anchor's", "enduse", "all", number, found["enduse"] - found["splink"], 0.06),
            Row(label, "CPU, ratio", "enduse", "all", number, own.cpu_seconds / other.cpu_seconds, 0.33, at_most=True),
            Row(label, "memory, ratio", "enduse", "all", number, own.peak_mb / other.peak_mb, 0.5, at_most=True),
        )


def _increment(table: Table, label: str, path: Path, number: int) -> None:
    """Add what one per cent of new records costs beside a full run, and whether the clusters are the same."""
    (done,) = in_turns("increment", {"records": str(path), "share": 0.01}, [ours()], 1)
    costs = done.answer["result"]
    table.add(
        Row(label, "1 % new: CPU, share of a full run", "enduse", "all", number, costs["share_of_full_run"], 0.05, at_most=True),
        Row(label, "1 % new: records in another cluster", "enduse", "all", number, costs["different"], 0.0, at_most=True),
    )
