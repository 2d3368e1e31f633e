"""name_bench (826 judged pairs of names) and entity_checks (228 judged pairs of entities): F1 at one fixed threshold."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from names.counts import Shares, best_threshold, decided
from names.split import HALVES, half, pair_key
from names.table import Row, Table
from names.turns import Turns, anchor, in_turns, ours

LOGIC_THRESHOLD = 0.7
"""Where nomenklatura's documentation draws the line for its logic matchers."""
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
    anchors = [anchor(method) for method in methods]
    for done in in_turns("pairs", given, [ours(), *anchors], rounds):
        name, threshold = named(done, methods)
        scores = done.answer["result"]
        groups = {"all": pairs, "companies": [pair for pair in pairs if pair.company]}
        groups |= {f"group {group}": [pair for pair in pairs if pair.group == group] for group in sorted({pair.group for pair in pairs})}
        by_key = {id(pair): one for pair, one in zip(pairs, scores, strict=True)}
        for group, members in groups.items():
            for part in ("all", *HALVES) if group in ("all", "companies") else ("all",):
                chosen = [pair for pair in members if part in ("all", half(pair.key))]
                counts = decided([by_key[id(pair)] for pair in chosen], [pair.match for pair in chosen], threshold)
                table.add(*_shares(benchmark, group, name, part, counts, len(chosen)))
        table.add(Row(benchmark, "CPU us a pair", name, "all", len(pairs), 1e6 * done.cpu_seconds / len(pairs)))
        table.add(Row(benchmark, "peak MB", name, "all", len(pairs), done.peak_mb))
        best = best_threshold(scores, [pair.match for pair in pairs])
        table.notes.append(f"{benchmark}, {name}: threshold {threshold}; best F1 would be at {best:.3f}")


def named(done: Turns, methods: dict[str, float]) -> tuple[str, float]:
    """Return the name to print and the threshold of a side: a stand-in is called so."""
    from names.ours import STAND_IN, THRESHOLD

    if done.side.name in methods:
        return done.side.name, methods[done.side.name]
    return ("enduse (stand-in)", STAND_IN) if done.answer.get("stand_in") else ("enduse", THRESHOLD)


def _shares(benchmark: str, group: str, method: str, part: str, counts: Shares, cases: int) -> list[Row]:
    own = method.startswith("enduse")
    reach = {"name_bench": {"all": 0.84, "companies": 0.905, "group synth_companies": 0.905}, "entity_checks": {"all": 0.915}}[benchmark].get(group) if own else None
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
