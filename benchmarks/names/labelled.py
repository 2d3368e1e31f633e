"""name_bench (826 judged pairs of names) and entity_checks (228 judged pairs of entities): F1 at one fixed threshold."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from names.costs import costs
from names.counts import Shares, best_threshold, decided
from names.ours import THRESHOLD
from names.split import HALVES, half, pair_key
from names.table import Row, Table
from names.turns import Turns, anchor, in_turns, ours

LOGIC_THRESHOLD = 0.7
"""Where nomenklatura's documentation draws the line for its logic matchers."""
REACH = {"name_bench": {"all": 0.84, "companies": 0.905, "group synth_companies": 0.905}, "entity_checks": {"all": 0.915}}
"""F1 that must be reached, by group; beside it no group may stand below logic-v2."""
COMPANIES = frozenset({"Company", "Organization", "LegalEntity"})


@dataclass(frozen=True)
class Pair:
    """One judged pair; `key` names it for good."""

    key: str
    group: str
    left: dict[str, Any]
    right: dict[str, Any]
    match: bool

    @property
    def company(self) -> bool:
        """True when it is about bodies, not people or ships."""
        return self.left["schema"] in COMPANIES


def name_bench(data: Path) -> list[Pair]:
    """Return the pairs of name_bench_cases.csv."""
    with (data / "matching" / "name_bench_cases.csv").open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                pair_key(row["name1"], row["name2"]), row["case_group"], {"schema": row["schema"], "name": [row["name1"]]},
                {"schema": row["schema"], "name": [row["name2"]]}, row["is_match"] == "true",
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def entity_checks(data: Path) -> list[Pair]:
    """Return the pairs of entity_checks.yml; names given in parts stay in parts, and joined for who takes names only."""
    import yaml

    checks = yaml.safe_load((data / "matching" / "entity_checks.yml").read_text(encoding="utf-8"))["checks"]
    found = []
    for check in checks:
        left, right = (_entity(check["schema"], check[side]) for side in ("query", "candidate"))
        found.append(Pair(pair_key(str(check["query"]), str(check["candidate"])), check["schema"], left, right, bool(check["match"])))
    return found


def _entity(schema: str, printed: dict[str, Any]) -> dict[str, Any]:
    parts = {name: [str(value)] for name, value in printed.items() if name != "name"}
    joined = " ".join(str(printed[name]) for name in ("firstName", "middleName", "fatherName", "lastName") if name in printed)
    # Where only parts stand they are joined too: the anchor does best when told both ways.
    return {"schema": schema, "name": [str(printed["name"])] if "name" in printed else [joined], **parts}


def score(table: Table, benchmark: str, pairs: Sequence[Pair], methods: dict[str, float], rounds: int) -> None:
    """Add the figures of one file: all, companies apart, by group, each on both halves and on all of it."""
    given = {
        "entities": [side for pair in pairs for side in (pair.left, pair.right)],
        "pairs": [[2 * number, 2 * number + 1] for number in range(len(pairs))],
    }
    done = in_turns("pairs", given, [ours(), *(anchor(method) for method in methods)], rounds)
    by_group: dict[str, dict[str, float | None]] = {}
    for one in done:
        by_group[one.side.name] = _score_side(table, benchmark, pairs, one, methods)
    own, other = by_group["enduse"], by_group.get("logic-v2")
    if other is not None:
        below = [group for group, value in own.items() if (value or 0.0) < (other[group] or 0.0)]
        table.add(Row(benchmark, "groups below logic-v2", "enduse", "all", len(own), len(below), 0.0, at_most=True))
    costs(table, benchmark, done, len(pairs))


def _score_side(table: Table, benchmark: str, pairs: Sequence[Pair], done: Turns, methods: dict[str, float]) -> dict[str, float | None]:
    """Add the figures of one side and return its F1 by group."""
    name, threshold = named(done, methods)
    groups = {"all": pairs, "companies": [pair for pair in pairs if pair.company]}
    groups |= {f"group {group}": [pair for pair in pairs if pair.group == group] for group in sorted({pair.group for pair in pairs})}
    scores = {id(pair): score for pair, score in zip(pairs, done.answer["result"], strict=True)}
    found: dict[str, float | None] = {}
    for group, members in groups.items():
        for part in ("all", *HALVES) if group in ("all", "companies") else ("all",):
            chosen = [pair for pair in members if part in ("all", half(pair.key))]
            counts = decided([scores[id(pair)] for pair in chosen], [pair.match for pair in chosen], threshold)
            table.add(*_shares(benchmark, group, name, part, counts, len(chosen)))
            if part == "all":
                found[group] = counts.f1
    dev = [pair for pair in pairs if half(pair.key) == "dev"]
    best = best_threshold([scores[id(pair)] for pair in dev], [pair.match for pair in dev])
    table.notes.append(f"{benchmark}, {name}: threshold {threshold}; the best F1 of the dev half would be at {best:.3f}")
    return found


def named(done: Turns, methods: dict[str, float]) -> tuple[str, float]:
    """Return the name and the threshold of a side; ours has one threshold everywhere."""
    return done.side.name, methods.get(done.side.name, THRESHOLD)


def _shares(benchmark: str, group: str, method: str, part: str, counts: Shares, cases: int) -> list[Row]:
    own = method.startswith("enduse")
    reach = REACH[benchmark].get(group) if own else None
    rows = [Row(benchmark, f"F1 {group}", method, part, cases, counts.f1, reach)]
    if group == "all":
        rows.append(Row(benchmark, "precision", method, part, cases, counts.precision))
        rows.append(Row(benchmark, "recall", method, part, cases, counts.recall))
    return rows


def run_name_bench(table: Table, data: Path, rounds: int) -> None:
    """Add the figures of name_bench."""
    score(table, "name_bench", name_bench(data), {"logic-v2": LOGIC_THRESHOLD, "logic-v1": LOGIC_THRESHOLD}, rounds)


def run_entity_checks(table: Table, data: Path, rounds: int) -> None:
    """Add the figures of entity_checks."""
    score(table, "entity_checks", entity_checks(data), {"logic-v2": LOGIC_THRESHOLD}, rounds)
