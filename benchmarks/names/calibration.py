"""How far the probabilities can be trusted, on the test halves only: reliability table, Brier score, expected calibration error.

    python benchmarks/names/calibration.py

Judged pairs (name_bench, entity_checks), dirty pairs, and entries of two lists whose hidden numbers say whether they are one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from enduse.entities import Entity, Pool, compare
from names import dirty_pairs, linkage, lists
from names.labelled import entity_checks, name_bench
from names.ours import query
from names.split import half, pair_key

BINS = (0.0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 0.99, 1.0)
DIRTY = 4000
Said = tuple[str, float, bool]


def said(data: Path) -> Iterator[Said]:
    """Yield (kind of pair, probability, truth) of each pair of a test half."""
    for kind, pairs in (("name_bench", name_bench(data)), ("entity_checks", entity_checks(data))):
        for pair in pairs:
            if half(pair.key) == "test":
                yield kind, compare(query(pair.left), query(pair.right)).probability, pair.match
    for made in dirty_pairs.pairs(DIRTY):
        if half(made.key) == "test":
            yield "dirty_pairs", compare(made.left, made.right).probability, made.kind == "same"
    subjects = linkage.entries(data)
    by_key = {one.key: one for one in subjects}
    true = linkage.truth(subjects)
    entities: dict[str, Entity] = {one.key: query(one.entity()) for one in subjects}
    pool = Pool(list(entities.values()))
    pairs_met: set[linkage.Pair] = set()
    for one in subjects:
        for at in pool.candidates(entities[one.key]) if one.numbers else ():
            other = by_key[str(pool.entities[at].id)]
            met = (min(one.key, other.key), max(one.key, other.key))
            if one.list_id != other.list_id and (met in true or linkage.judged_false(one, other)):
                pairs_met.add(met)
    for left, right in sorted(pairs_met):
        if half(pair_key(left, right)) == "test":
            yield "linkage", compare(entities[left], entities[right]).probability, (left, right) in true


def brier(pairs: Sequence[Said]) -> float:
    """Return the mean squared distance of probability and truth; 0 is best, .25 what one half for everything gives."""
    return sum((probability - truth) ** 2 for _, probability, truth in pairs) / len(pairs)


def table(pairs: Sequence[Said]) -> tuple[list[tuple[float, float, int, float, float]], float]:
    """Return the rows (from, to, pairs, mean probability, share that is true), and the expected calibration error."""
    rows, error = [], 0.0
    for low, high in pairwise(BINS):
        chosen = [one for one in pairs if low <= one[1] < high or (high == 1.0 and one[1] == 1.0)]
        if chosen:
            mean, share = sum(one[1] for one in chosen) / len(chosen), sum(one[2] for one in chosen) / len(chosen)
            rows.append((low, high, len(chosen), mean, share))
            error += abs(mean - share) * len(chosen) / len(pairs)
    return rows, error


def main() -> None:
    """Print the table of all pairs, and one line for each kind."""
    data = lists.needed()
    pairs = list(said(data))
    rows, _ = table(pairs)
    print("| probability | pairs | mean | true |\n| --- | --- | --- | --- |")
    for low, high, number, mean, share in rows:
        print(f"| {low:.2f} to {high:.2f} | {number:,} | {mean:.3f} | {share:.3f} |")
    print("\n| pairs of the test half | number | Brier | ECE |\n| --- | --- | --- | --- |")
    for kind in ("all", *dict.fromkeys(one[0] for one in pairs)):
        chosen = [one for one in pairs if kind in ("all", one[0])]
        print(f"| {kind} | {len(chosen):,} | {brier(chosen):.3f} | {table(chosen)[1]:.3f} |")


if __name__ == "__main__":
    main()
