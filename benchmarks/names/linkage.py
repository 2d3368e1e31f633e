"""OFAC, EU, UK and BIS linked to each other: truth is a valid number that two lists print, and all numbers are hidden.

A pair of entries of two lists is true when both print one valid INN, OGRN, USCC or LEI; false when both print valid numbers
of one scheme and share none; every other pair cannot be judged and is not counted. BIS prints no numbers: its entries only
distract. Each entry with a number is asked of the pool of all entries of the other lists: by `link`, and by `match`, which sees
each alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from names.costs import costs
from names.counts import Shares
from names.labelled import LOGIC_THRESHOLD, named
from names.lists import Subject, bis, eu, ofac, uk
from names.split import HALVES, half, pair_key
from names.table import Row, Table
from names.turns import anchor, in_turns, ours

Pair = tuple[str, str]
TOP = 10
ALONE = "enduse, each alone"


def entries(data: Path) -> list[Subject]:
    """Return the organisations of the four lists."""
    return [one for read in (ofac, eu, uk, bis) for one in read(data) if one.organisation]


def truth(subjects: Iterable[Subject]) -> set[Pair]:
    """Return the pairs of entries of two lists that print one valid number."""
    bearers: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for one in subjects:
        for number in one.numbers:
            bearers[number].append(one)
    return {
        _pair(left.key, right.key)
        for found in bearers.values() for left in found for right in found
        if left.list_id < right.list_id
    }  # fmt: skip


def judged_false(left: Subject, right: Subject) -> bool:
    """Tell whether two entries print valid numbers of one scheme and share none."""
    schemes = {scheme for scheme, _ in left.numbers} & {scheme for scheme, _ in right.numbers}
    return bool(schemes) and not left.numbers & right.numbers


def run(table: Table, data: Path, rounds: int) -> None:
    """Add pairwise precision, recall and F1 at the fixed threshold, and at the anchor's best threshold on dev."""
    subjects = entries(data)
    by_key = {one.key: one for one in subjects}
    true = truth(subjects)
    asking = [one for one in subjects if one.numbers]
    stated = {one.key: {**one.entity(), "source": one.list_id} for one in subjects}
    given = {"queries": [stated[one.key] for one in asking], "pool": [*stated.values()], "top": TOP + 5, "threshold": 0.0}
    told = f"{len(subjects):,} organisations, {len(asking):,} with a valid number, {len(true):,} true pairs between lists"
    table.notes.append(f"linkage: {told}")
    anchors = {"logic-v2": LOGIC_THRESHOLD}
    found: dict[str, float | None] = {}
    linked = replace(ours("link"), name="enduse")
    turns = in_turns("match", given, [linked, *(anchor(name) for name in anchors), replace(ours(), name=ALONE)], rounds)
    for done in turns:
        name, threshold = named(done, anchors)
        scored: dict[Pair, float] = {}
        for query, hits in done.answer["result"]["hits"].items():
            for item, probability in hits:
                if by_key[query].list_id != by_key[item].list_id:
                    pair = _pair(query, item)
                    scored[pair] = max(scored.get(pair, 0.0), probability)
        known = {pair: score for pair, score in scored.items() if pair in true or judged_false(by_key[pair[0]], by_key[pair[1]])}
        dev = {pair for pair in set(known) | true if half(pair_key(*pair)) == "dev"}
        best = max((step / 50 for step in range(20, 51)), key=lambda at: (_counts(known, true, dev, at).f1 or 0.0, -at))
        for part in ("all", *HALVES):
            chosen = {pair for pair in set(known) | true if part in ("all", half(pair_key(*pair)))}
            counts = _counts(known, true, chosen, threshold)
            for measure, value in (("F1", counts.f1), ("precision", counts.precision), ("recall", counts.recall)):
                table.add(Row("linkage", measure, name, part, len(chosen), value))
            if part == "all":
                found[done.side.name] = counts.f1
            counts = _counts(known, true, chosen, best)
            table.add(Row("linkage", f"F1 at the best threshold of dev ({best:.2f})", name, part, len(chosen), counts.f1))
    costs(table, "linkage", turns, len(asking))
    own, other = found.get("enduse"), found.get("logic-v2")
    if own is not None and other is not None:
        table.add(Row("linkage", "F1 over the anchor's", "enduse", "all", len(true), own - other, 0.05))


def _counts(known: dict[Pair, float], true: set[Pair], chosen: set[Pair], threshold: float) -> Shares:
    said = {pair for pair in chosen if known.get(pair, -1.0) >= threshold}
    right = len(said & true)
    return Shares(right, len(said) - right, len(chosen & true) - right)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
