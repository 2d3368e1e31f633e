"""Pairs of names as customs files print them, from invented companies with known truth; sister companies told apart.

Three kinds of pairs: two prints of one company; a company and its sister (same brand, other city, number or line of business);
a company and a stranger of the same city and trade. Names only: no number, address or country is told.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from names.costs import costs
from names.counts import best_threshold, decided
from names.invented import Company, company, dirty, printed, sister
from names.labelled import LOGIC_THRESHOLD, named
from names.lists import script_of
from names.ours import THRESHOLD
from names.split import HALVES, half
from names.table import Row, Table
from names.turns import anchor, in_turns, ours

SEED = "dirty-pairs-1"
BATCH, LARGE_BATCH = 120, 500
"""Names of each side in a batch; in the large one single pairs are left to the anchor."""


@dataclass(frozen=True)
class Pair:
    """One pair; `kind` is same, sister or stranger, `scripts` the scripts of the two names in order."""

    key: str
    left: str
    right: str
    kind: str
    scripts: str


def pairs(number: int, seed: str = SEED) -> list[Pair]:
    """Return that many pairs: half of one company, a quarter sisters, a quarter strangers; the half hangs on the company."""
    found = []
    for at in range(number):
        one = company(at, seed)
        rng = random.Random(f"{seed}/pair/{at}")
        kind = ("same", "sister", "same", "stranger")[at % 4]
        other = {"same": one, "sister": sister(one, seed), "stranger": _stranger(one, seed)}[kind]
        left, right = dirty(one, rng), dirty(other, rng)
        if kind != "same" and (left == right or not _told_apart(one, other)):
            continue
        found.append(Pair(f"{seed}:{at}", left, right, kind, "-".join(sorted((script_of(left), script_of(right))))))
    return found


def _told_apart(one: Company, other: Company) -> bool:
    """Tell whether careful prints of the two differ: a plant's name does not print the trade that its sister has another of."""
    prints = {printed(company, "own", random.Random(0)) for company in (one, replace(other, number=one.number))}
    return len(prints) == 2


def _stranger(one: Company, seed: str) -> Company:
    """Return a company of the same city, trade and country under another brand: of some others the one most like it."""
    others = [company(1_000_000 + 60 * abs(one.number) + step, seed) for step in range(60)]
    alike = [other for other in others if other.country == one.country and other.brand != one.brand and " " not in other.brand]
    alike = alike or others[:1]
    near = max(alike, key=lambda other: (len(set(other.sound) & set(one.sound)), other.number))
    if one.country != near.country:
        return near
    return replace(one, number=near.number, brand=near.brand, sound=near.sound, meaning=near.meaning)


def run(table: Table, number: int, rounds: int) -> None:
    """Add F1, recall by scripts, and the share of sisters and strangers called one company."""
    made = pairs(number)
    given = {
        "entities": [{"schema": "Company", "name": [name]} for pair in made for name in (pair.left, pair.right)],
        "pairs": [[2 * at, 2 * at + 1] for at in range(len(made))],
    }
    anchors = {"logic-v2": LOGIC_THRESHOLD, "token-sort": 0.8}
    turns = in_turns("pairs", given, [ours(), *(anchor(name) for name in anchors)], rounds)
    for done in turns:
        name, threshold = named(done, anchors)
        scores = dict(zip([pair.key for pair in made], done.answer["result"], strict=True))
        dev = [pair for pair in made if half(pair.key) == "dev"]
        best = best_threshold([scores[pair.key] for pair in dev], [pair.kind == "same" for pair in dev])
        for part in ("all", *HALVES):
            chosen = [pair for pair in made if part in ("all", half(pair.key))]
            _score(table, name, part, chosen, scores, threshold)
            if name in anchors:
                counts = decided([scores[pair.key] for pair in chosen], [pair.kind == "same" for pair in chosen], best)
                table.add(Row("dirty_pairs", f"F1 at the best threshold of dev ({best:.2f})", name, part, len(chosen), counts.f1))
    costs(table, "dirty_pairs", turns, len(made))
    for size in (BATCH, LARGE_BATCH):
        _batch(table, made[:size], rounds, each=size == BATCH)


def _batch(table: Table, chosen: Sequence[Pair], rounds: int, *, each: bool) -> None:
    """Add what a pair costs where each name meets many others, as in a table matched against a table: reading names is shared.

    `each` also has our side compare every pair.
    """
    entities = [{"schema": "Company", "name": [name]} for pair in chosen for name in (pair.left, pair.right)]
    pairs = [[2 * left, 2 * right + 1] for left in range(len(chosen)) for right in range(len(chosen))]
    label = f"dirty_pairs, {len(chosen)} names with {len(chosen)}"
    compared = in_turns("pairs", {"entities": entities, "pairs": pairs}, [*([ours()] if each else ()), anchor("logic-v2")], rounds)
    if each:
        costs(table, label, compared, len(pairs))
    given = {
        "queries": [{**one, "id": str(at)} for at, one in enumerate(entities[::2])],
        "pool": [{**one, "id": str(at)} for at, one in enumerate(entities[1::2])],
        "top": 5, "threshold": THRESHOLD,
    }  # fmt: skip
    matched = in_turns("match", given, [ours()], rounds)[0]
    table.add(Row(label, "CPU us a pair by `match`", "enduse", "all", len(pairs), 1e6 * matched.cpu_seconds / len(pairs)))
    for other in [one for one in compared if one.side.name != "enduse"]:
        ratio = matched.cpu_seconds / other.cpu_seconds
        table.add(Row(label, "CPU by `match`, ratio to logic-v2", "enduse", "all", len(pairs), ratio, 0.1, at_most=True))


def _score(table: Table, name: str, part: str, chosen: Sequence[Pair], scores: dict[str, float], threshold: float) -> None:
    own = name.startswith("enduse")
    counts = decided([scores[pair.key] for pair in chosen], [pair.kind == "same" for pair in chosen], threshold)
    table.add(Row("dirty_pairs", "F1", name, part, len(chosen), counts.f1, 0.85 if own else None))
    for kind in ("sister", "stranger"):
        members = [pair for pair in chosen if pair.kind == kind]
        false = sum(scores[pair.key] >= threshold for pair in members) / len(members)
        reach = 0.05 if own and kind == "sister" else None
        table.add(Row("dirty_pairs", f"{kind} companies called one", name, part, len(members), false, reach, at_most=True))
    for scripts in sorted({pair.scripts for pair in chosen}):
        members = [pair for pair in chosen if pair.kind == "same" and pair.scripts == scripts]
        if len(members) >= 20:
            recall = sum(scores[pair.key] >= threshold for pair in members) / len(members)
            reach = 0.75 if own and scripts == "Han-Latin" else None
            table.add(Row("dirty_pairs", f"recall {scripts}", name, part, len(members), recall, reach))
