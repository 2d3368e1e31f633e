"""How well claims are checked: made cases over every template, with and without coverage, against their truth.

python benchmarks/check_accuracy.py [SEEDS [FIRST]]: development used even seeds; this reports odd ones (1, 3, 5 ...). Prints every
measure, what was answered instead of what, and each case that went wrong; exits 1 when a target is missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from enduse import worlds
from enduse.claims import check_file
from enduse.engine.duckdb import DuckDBEngine
from enduse.model import TABLES
from enduse.settings import Settings
from enduse.store import Archive, StageRun, Tables
from enduse.terms.propositions import Claim

TARGETS: dict[str, tuple[str, float]] = {
    "check_accuracy": (">=", 0.95), "check_rows_f1": (">=", 0.95), "contradicted_without_coverage": ("<=", 0),
    "contradicted_without_citation": ("<=", 0),
}  # fmt: skip
"""What must be reached in every seed."""


def answered(folder: Path, cases: worlds.CheckCases) -> list[dict[str, Any]]:
    """Return the verdicts on the claims of the cases, from tables written as the earlier stages leave them."""
    engine = DuckDBEngine(folder / "tmp")
    run = StageRun(folder, Tables(folder / "tables"), Archive(folder / "archive"), engine, Settings())
    for name, rows in cases.tables.items():
        run.write(TABLES[name], rows)
    verdicts = [one.as_json() for one in check_file(run, [Claim.model_validate(one) for one in cases.claims])]
    engine.close()
    return verdicts


def main(seeds: Sequence[int]) -> int:
    """Print the measures over the seeds and what went wrong; return 1 when a target is missed."""
    values: dict[str, list[float]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    words: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    began = time.process_time()
    for seed in seeds:
        cases = worlds.check_cases(seed)
        with tempfile.TemporaryDirectory() as folder:
            verdicts = answered(Path(folder), cases)
        for one in verdicts:
            true = cases.truth[one["claim_id"]]
            words[true["verdict"], one["verdict"]] += 1
            said = sorted(row["ref_id"] for row in one["rows"] if row["kind"] != "coverage")
            if one["verdict"] != true["verdict"]:
                wrong.append(
                    f"seed {seed} {one['claim_id']}: {one['verdict']} ({one['reason']}), not {true['verdict']}: {one['explanation']}"
                )
            elif said != sorted(true["rows"]):
                wrong.append(f"seed {seed} {one['claim_id']}: cites {said}, not {sorted(true['rows'])}")
        for measure in worlds.score_checks(cases.truth, verdicts):
            if measure.value is not None:
                values[measure.measure].append(measure.value)
                counts[measure.measure] += measure.n
    spent = f"{sum(words.values())} claims; {time.process_time() - began:.0f} CPU s"
    print(f"seeds {', '.join(map(str, seeds))}; {spent}: median (least to most), cases")
    missed = 0
    for name, found in values.items():
        sign, target = TARGETS.get(name, ("", 0.0))
        reached = not sign or (min(found) >= target if sign == ">=" else max(found) <= target)
        missed += not reached
        mark = f"  target {sign} {target:g}: {'reached' if reached else 'MISSED'}" if sign else ""
        print(f"  {name}: {statistics.median(found):.3f} ({min(found):.3f} to {max(found):.3f}), {counts[name]}{mark}")
    print("true verdict -> verdict given: cases")
    for (true_word, word), count in sorted(words.items()):
        print(f"  {true_word} -> {word}: {count}")
    print("\n".join(wrong[:40] if wrong else ["every case came out as it must, with the rows it must"]))
    return 1 if missed else 0


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sys.exit(main([first + 2 * place for place in range(number)]))
