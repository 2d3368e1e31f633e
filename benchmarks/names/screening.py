"""Screening: dirtied names of listed companies and names of unlisted ones, asked of some 30,000 listed entities.

Positives: names of listed organisations, mistyped, shortened, turned, without or with another legal form (seeded by the
entry). Negatives: companies of GLEIF of which no list prints the name. Right: a hit on the entry asked about, or on one that
shares a valid number or a printed name with it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from names.counts import percentile
from names.invented import soiled
from names.labelled import LOGIC_THRESHOLD, named
from names.lists import Subject, eu, groups, ofac, plain, uk
from names.ours import THRESHOLD
from names.split import HALVES, half
from names.table import Row, Table
from names.turns import Turns, anchor, in_turns, ours

SEED = "screening-1"
TOP = 5


@dataclass(frozen=True)
class Query:
    """One name asked; `group` is null for a name that no list bears."""

    key: str
    name: str
    country: list[str]
    group: int | None


def listed(data: Path) -> list[Subject]:
    """Return every entry of the lists of OFAC, the UK and the EU: people and ships stand in the pool too."""
    return [one for read in (ofac, uk, eu) for one in read(data)]


def queries(data: Path, subjects: Sequence[Subject], number: int) -> list[Query]:
    """Return the queries, as many negatives as positives."""
    import pyarrow.parquet as pq

    group = groups(subjects)
    rng = random.Random(SEED)
    companies = sorted((one for one in subjects if one.organisation), key=lambda one: one.key)
    asked = []
    for one in rng.sample(companies, number // 2):
        own = random.Random(f"{SEED}/{one.key}")
        name = soiled(own.choice(one.names[:3]), own)
        asked.append(Query(one.key, name, one.countries[:1] if own.random() < 0.5 else [], group[one.key]))
    printed = {plain(name) for one in subjects for name in one.names}
    table = pq.read_table(data / "registry" / "gleif_names.parquet")
    column = next(name for name in ("name", "legal_name", "entity_name") if name in table.column_names)
    names = sorted({str(name) for name in table[column].to_pylist() if name and plain(str(name)) not in printed})
    asked += [Query(f"gleif:{name}", name, [], None) for name in rng.sample(names, number - number // 2)]
    return asked


def run(table: Table, data: Path, number: int, rounds: int) -> None:
    """Add queries per processor second, recall, blocking recall, false hits and the time of a single query."""
    subjects = listed(data)
    asked = queries(data, subjects, number)
    group = groups(subjects)
    wire = [{"id": str(at), "schema": "Organization", "name": [one.name], "country": one.country} for at, one in enumerate(asked)]
    given: dict[str, Any] = {"queries": wire, "pool": [one.entity() for one in subjects], "top": TOP, "threshold": THRESHOLD}
    names = sum(len(one.names) for one in subjects)
    table.notes.append(f"screening: {len(subjects):,} listed entries, {names:,} names, {len(asked):,} queries")
    anchors = {"logic-v2": LOGIC_THRESHOLD}
    speeds = []
    for done in in_turns("match", given, [ours(), *(anchor(name) for name in anchors)], rounds):
        name, threshold = named(done, anchors)
        speeds.append((name, _speed(table, done, name, len(asked))))
        for part in ("all", *HALVES):
            _accuracy(table, done, name, part, threshold, asked, group)
    if len(speeds) > 1:
        table.add(Row("screening", "queries per CPU second, ratio", speeds[0][0], "all", len(asked), speeds[0][1] / speeds[1][1], 20.0))
    for done in in_turns("warm", {**given, "queries": wire[:300]}, [ours()], 1):
        each = done.answer.get("each")
        value = 1e3 * percentile(each, 0.95) if each else None
        table.add(Row("screening", "one query warm, p95 ms", "enduse", "all", len(each or ()), value, 10.0, at_most=True))


def _speed(table: Table, done: Turns, name: str, asked: int) -> float:
    """Add the costs; the anchor's index is built once for all queries, so that its asking is counted alone as well."""
    speed = asked / float(done.answer.get("asking_cpu_seconds", done.cpu_seconds))
    table.add(Row("screening", "queries per CPU second (index ready)", name, "all", asked, speed))
    table.add(Row("screening", "CPU seconds in all", name, "all", asked, done.cpu_seconds))
    table.add(Row("screening", "peak MB", name, "all", asked, done.peak_mb))
    return speed


def _accuracy(table: Table, done: Turns, name: str, part: str, threshold: float, asked: Sequence[Query], group: dict[str, int]) -> None:
    result = done.answer["result"]
    own = name.startswith("enduse")
    chosen = [(str(at), one) for at, one in enumerate(asked) if part in ("all", half(one.key))]
    positives = [(at, one) for at, one in chosen if one.group is not None]
    negatives = [at for at, one in chosen if one.group is None]
    found = sum(any(group[item] == one.group and score >= threshold for item, score in result["hits"][at]) for at, one in positives)
    table.add(Row("screening", "recall of dirtied companies", name, part, len(positives), found / len(positives), 0.92 if own else None))
    if result["candidates"]:
        met = sum(any(group[item] == one.group for item in result["candidates"][at]) for at, one in positives)
        table.add(Row("screening", "blocking recall", name, part, len(positives), met / len(positives), 0.985 if own else None))
    false = sum(any(score >= threshold for _, score in result["hits"][at]) for at in negatives)
    reach = 0.01 if own else None
    table.add(Row("screening", "negatives with a hit", name, part, len(negatives), false / len(negatives), reach, at_most=True))
