"""Loads every watchlist of a folder and prints, per file, what the reader wrote beside what plain code counts.

    python benchmarks/list_counts.py ../shared/data/watchlists

`!` marks a number that differs from the independent count. The last lines give the time and the peak memory of the whole load.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from enduse.model.sources import DESIGNATIONS, GOODS_ITEMS, REJECTS, STATEMENTS
from enduse.sources.catalog import definition_of, reader_of
from enduse.sources.emitting import Emission, InputFile
from enduse.store import TableWriter
from independent_lists import Counts, count, files, unread

NAME_PROPS = ("name", "alias", "weak_alias", "previous_name")
COLUMNS = ("subjects", "designations", "names", "identifiers", "addresses")


@dataclass(frozen=True)
class Loaded:
    """One file as its reader understood it."""

    path: Path
    source: str
    counter: str
    found: Counts
    seconds: float
    notes: tuple[str, ...]


def load(path: Path, source: str, counter: str, spare: Path) -> Loaded:
    """Read one file alone and count what was written."""
    with TableWriter(GOODS_ITEMS, spare) as writer:
        emit = Emission(writer)
        emit.begin(path.name)
        definition = definition_of(source)
        started = time.process_time()
        file = InputFile(path, path.name, "", path.stat().st_size, path.name, "")
        reader_of(definition).read(definition, file, emit)
        designations = emit.arrow(DESIGNATIONS).to_pylist()
        statements = emit.arrow(STATEMENTS).to_pylist()
        seconds = time.process_time() - started
    found = counted(designations, statements)
    found["rejects"] = emit.arrow(REJECTS).num_rows
    found["designations"] = emit.counts[DESIGNATIONS.name]
    return Loaded(path, source, counter, found, seconds, tuple(emit.notes))


def counted(designations: list[dict[str, Any]], statements: list[dict[str, Any]]) -> Counts:
    """Return the reader's counts: a second form in brackets is no further name, two numbers of one printed text are one place."""
    names = [row for row in statements if row["prop"] in NAME_PROPS]
    numbers = {(row["subject_id"], row["locator"].split(" #")[0]) for row in statements if row["prop"] == "identifier"}
    return {
        "subjects": len({row["subject_id"] for row in (*designations, *statements)}),
        "designations": len(designations),
        "names": sum("in brackets" not in row["locator"] for row in names),
        "aliases": sum(row["prop"] != "name" and "in brackets" not in row["locator"] for row in names),
        "identifiers": len(numbers),
        "identifier_values": sum(row["prop"] == "identifier" for row in statements),
        # Addresses printed inside an alias are found too, but plain code counts the address cells.
        "addresses": sum(row["prop"] == "address" and " alias " not in row["locator"] for row in statements),
        "statements": len(statements),
    }


def lines(folder: Path) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'file':52} {'source':24} " + " ".join(f"{column:>17}" for column in COLUMNS) + f" {'statements':>10} {'rejects':>7} {'s':>6}"
    total = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for number, (path, source, counter) in enumerate(files(folder)):
            one = load(path, source, counter, Path(temporary) / f"{number}.parquet")
            plain = count(path, counter)
            total += one.seconds
            cells = []
            for column in COLUMNS:
                other = plain.get(column)
                mark = " " if other is None or other == one.found[column] else "!"
                cells.append(f"{one.found[column]}/{'-' if other is None else other}{mark}".rjust(17))
            yield (
                f"{path.relative_to(folder)!s:52} {source:24} "
                + " ".join(cells)
                + f" {one.found['statements']:>10} {one.found['rejects']:>7} {one.seconds:>6.2f}"
            )
    for path in unread(folder):
        yield f"not a list: {path.relative_to(folder)}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yield f"each cell: written by the reader / counted by plain code. {total:.1f} s of processor time in all, {peak} MB at the peak."


def main() -> None:
    """Print the table for the folder named on the command line."""
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/list_counts.py FOLDER")
    for line in lines(Path(sys.argv[1])):
        print(line)


if __name__ == "__main__":
    main()
