"""How well claims are read, grouped and checked: made presses and made checks against their truth.

python benchmarks/claims_accuracy.py [SEEDS [ORIGINS [PART [MISNAMED]]]]: development used even seeds; this reports odd ones
(1, 3, 5 ...). PART: `press` or `checks` for one of the two, `all` for both. MISNAMED: the share of retellings that name a wrong
source (0; nothing is asked of a press with such but that origins are not counted twice). Exits 1 when a target is missed.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from enduse import worlds
from enduse.claims import check_file
from enduse.claims.lineage import group
from enduse.claims.reading import read_paths, told
from enduse.engine.duckdb import DuckDBEngine
from enduse.model import TABLES
from enduse.settings import Settings
from enduse.store import Archive, StageRun, Tables
from enduse.terms.propositions import Claim
from enduse.worlds.measures import Measure

TARGETS: dict[str, tuple[str, float]] = {
    "origin_claims_f1": (">=", 0.95), "origin_articles_f1": (">=", 0.95), "origins_overcounted": ("<=", 0), "same_claim_f1": (">=", 0.85),
    "attribution_root": (">=", 0.90), "stance": (">=", 0.95), "denials_found": (">=", 1.0), "denials_precision": (">=", 1.0),
    "denial_scope": (">=", 1.0), "claims_in_furniture": ("<=", 0), "check_accuracy": (">=", 0.95), "check_rows_f1": (">=", 0.95),
    "contradicted_without_coverage": ("<=", 0), "contradicted_without_citation": ("<=", 0),
}  # fmt: skip
"""What must be reached in every seed."""
MISNAMED_TARGETS = {"origins_overcounted": ("<=", 0.0), "claims_in_furniture": ("<=", 0.0)}
PARTS = ("press", "checks")


def press(folder: Path, seed: int, origins: int, misnamed: float = 0.0) -> tuple[Measure, ...]:
    """Return the measures of one made press, read and grouped as the command does, with the CPU seconds of grouping."""
    corpus = worlds.press_corpus(folder / f"press-{seed}", seed, origins, misnamed)
    truth = json.loads(corpus.truth.read_text(encoding="utf-8"))
    articles, unread = read_paths([corpus.articles])
    assert not unread, unread
    began = time.process_time()
    lineage = group(articles)
    seconds = Measure("grouping_cpu_seconds", time.process_time() - began, len(articles), "CPU seconds of grouping, by article.")
    return (*worlds.score_press(truth, told(articles, lineage)), seconds)


def checks(folder: Path, seed: int) -> tuple[Measure, ...]:
    """Return the measures of the made checks of one seed."""
    cases = worlds.check_cases(seed)
    engine = DuckDBEngine(folder / f"checks-{seed}-tmp")
    run = StageRun(folder, Tables(folder / f"checks-{seed}"), Archive(folder / "archive"), engine, Settings())
    for name, rows in cases.tables.items():
        run.write(TABLES[name], rows)
    verdicts: list[dict[str, Any]] = [one.as_json() for one in check_file(run, [Claim.model_validate(one) for one in cases.claims])]
    engine.close()
    return worlds.score_checks(cases.truth, verdicts)


def main(seeds: Sequence[int], origins: int, parts: Sequence[str] = PARTS, misnamed: float = 0.0) -> int:
    """Print the median, least and most of each measure, and whether its target is reached; return 1 when one is not."""
    values: dict[str, list[float]] = defaultdict(list)
    cases: dict[str, int] = defaultdict(int)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            found = press(Path(folder), seed, origins, misnamed) if "press" in parts else ()
            for one in (*found, *(checks(Path(folder), seed) if "checks" in parts else ())):
                if one.value is not None:
                    values[one.measure].append(one.value)
                    cases[one.measure] += one.n
    print(f"seeds {', '.join(map(str, seeds))}; {origins} origins each; {time.monotonic() - began:.0f} s: median (least to most), cases")
    missed = 0
    for name, numbers in values.items():
        sign, target = (MISNAMED_TARGETS if misnamed else TARGETS).get(name, ("", 0.0))
        reached = not sign or (min(numbers) >= target if sign == ">=" else max(numbers) <= target)
        missed += not reached
        mark = f"  target {sign} {target:g}: {'reached' if reached else 'MISSED'}" if sign else ""
        print(f"  {name}: {statistics.median(numbers):.3f} ({min(numbers):.3f} to {max(numbers):.3f}), {cases[name]}{mark}")
    return 1 if missed else 0


if __name__ == "__main__":
    count, origins, part, misnamed = [*sys.argv[1:], *("5", "40", "all", "0")[len(sys.argv) - 1 :]]
    chosen = PARTS if part == "all" else (part,)
    sys.exit(main([2 * number + 1 for number in range(int(count))], int(origins), chosen, float(misnamed)))
