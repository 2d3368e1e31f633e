"""The command: which benchmarks there are, what they need, and the table they print."""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from names import crossing, dirty_pairs, labelled, linkage, lists, own_letters, people, resolving, screening
from names.table import Table
from names.turns import anchor_python, why_no_anchor


@dataclass(frozen=True)
class Options:
    """What the command line asks for."""

    rounds: int
    records: list[int]
    queries: int
    pool: int
    pairs: int


Benchmark = Callable[[Table, Path, Options], None]


def benchmarks() -> dict[str, Benchmark]:
    """Return the benchmarks by name, in the order of the issue's table."""
    return {
        "name_bench": lambda table, data, options: labelled.run_name_bench(table, data, options.rounds),
        "entity_checks": lambda table, data, options: labelled.run_entity_checks(table, data, options.rounds),
        "han": lambda table, data, options: crossing.run_han(table, data, options.pool, options.rounds),
        "cyrillic": lambda table, data, options: crossing.run_cyrillic(table, data, options.rounds),
        "arabic": lambda table, data, options: own_letters.run_own_letters(table, data, options.rounds, "arabic"),
        "korean": lambda table, data, options: own_letters.run_own_letters(table, data, options.rounds, "korean"),
        "arabic_bodies": lambda table, data, options: own_letters.run_arabic_bodies(table, data, options.rounds),
        "people": lambda table, data, options: people.run_people(table, data, options.rounds),
        "dirty_pairs": lambda table, _, options: dirty_pairs.run(table, options.pairs, options.rounds),
        "linkage": lambda table, data, options: linkage.run(table, data, options.rounds),
        "screening": lambda table, data, options: screening.run(table, data, options.queries, options.rounds),
        "resolving": lambda table, _, options: resolving.run(table, options.records, options.rounds),
    }


def main() -> None:
    """Run the benchmarks asked for and print the table."""
    known = benchmarks()
    parser = argparse.ArgumentParser(description="Accuracy and cost of the room of companies, beside the best open tools.")
    parser.add_argument("names", nargs="*", metavar="BENCHMARK", help=f"one or more of: {', '.join(known)}; none: all")
    parser.add_argument("--rounds", type=int, default=3, help="turns of each side (default 3)")
    sizes = "sizes of `resolving` (default 100000; 1000000 takes minutes)"
    parser.add_argument("--records", type=int, nargs="+", default=[100_000], help=sizes)
    parser.add_argument("--queries", type=int, default=1000, help="queries of `screening` (default 1,000)")
    parser.add_argument("--pool", type=int, default=50_000, help="pool of `han` (default 50,000)")
    parser.add_argument("--pairs", type=int, default=4000, help="pairs of `dirty_pairs` (default 4,000)")
    parser.add_argument("--out", type=Path, help="write the figures there as JSON")
    asked = parser.parse_args()
    unknown = sorted(set(asked.names) - set(known))
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}")
    data = lists.needed()
    table = Table()
    table.notes.append(f"Python {platform.python_version()}; enduse and the anchors in turns, medians of {asked.rounds}")
    if anchor_python() is None:
        table.notes.append(why_no_anchor())
    options = Options(asked.rounds, asked.records, asked.queries, asked.pool, asked.pairs)
    for name in asked.names or known:
        began = time.monotonic()
        known[name](table, data, options)
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    for line in table.lines():
        print(line)
    if asked.out:
        table.write(asked.out)
