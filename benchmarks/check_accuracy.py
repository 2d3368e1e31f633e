"""How well claims are checked: made cases over every template, and sentences of invented articles, against their truth.

python benchmarks/check_accuracy.py [SEEDS [FIRST]]: development used even seeds; this reports odd ones (1, 3, 5 ...). Prints every
measure, what was answered instead of what, and each case that went wrong; exits 1 when a target is missed.
python benchmarks/check_accuracy.py told [development|held_back ...]: only the sentences (tests/cases/told): read from an article, typed
and put to the rows. Development used the first set; the second was written before and kept back.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
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
from reaching import Targets, missed
from told_claims import came, sentences

TARGETS: Targets = {
    "check_accuracy": (">=", 0.95), "check_rows_f1": (">=", 0.95), "contradicted_without_coverage": ("<=", 0),
    "contradicted_without_citation": ("<=", 0),
}  # fmt: skip
"""What must be reached in every seed."""
TOLD_TARGETS: Targets = {"told_wrong_supported": ("<=", 0), "told_wrong_contradicted": ("<=", 0)}
"""What must be reached by every set of sentences."""
SETS = ("development", "held_back")


def answered(folder: Path, cases: worlds.CheckCases) -> list[dict[str, Any]]:
    """Return the verdicts on the claims of the cases, from tables written as the earlier stages leave them."""
    engine = DuckDBEngine(folder / "tmp")
    run = StageRun(folder, Tables(folder / "tables"), Archive(folder / "archive"), engine, Settings())
    for name, rows in cases.tables.items():
        run.write(TABLES[name], rows)
    verdicts = [one.as_json() for one in check_file(run, [Claim.model_validate(one) for one in cases.claims])]
    engine.close()
    return verdicts


def told(name: str) -> int:
    """Print the measures over one set of sentences, by language too, and what went wrong; return how many targets are missed."""
    asked = sentences(name)
    began = time.process_time()
    found = came(asked)
    print(f"sentences {name}: {len(asked)}; {time.process_time() - began:.0f} CPU s")
    count = missed(TOLD_TARGETS, [worlds.score_told(asked, found)])
    for language in sorted({one.language for one in asked}):
        print(f"in {language}:")
        missed({}, [worlds.score_told([one for one in asked if one.language == language], found)])
    for one in asked:
        if (wrong := worlds.went_wrong(one, found[one.name])) is not None:
            answers = "; ".join(f"{done.template or 'not typed'}: {done.verdict} ({done.reason})" for done in found[one.name])
            print(f"  {one.name} {wrong}: must be {one.template or 'left alone'}, {one.verdict}; came {answers or 'no claim'}")
    return count


def made(seeds: Sequence[int]) -> int:
    """Print the measures over the made cases of the seeds and what went wrong; return how many targets are missed."""
    words: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    measures = []
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
                told_so = f"{one['verdict']} ({one['reason']}), not {true['verdict']}: {one['explanation']}"
                wrong.append(f"seed {seed} {one['claim_id']}: {told_so}")
            elif said != sorted(true["rows"]):
                wrong.append(f"seed {seed} {one['claim_id']}: cites {said}, not {sorted(true['rows'])}")
        measures.append(worlds.score_checks(cases.truth, verdicts))
    spent = f"{sum(words.values())} claims; {time.process_time() - began:.0f} CPU s"
    print(f"seeds {', '.join(map(str, seeds))}; {spent}: median (least to most), cases")
    count = missed(TARGETS, measures)
    print("true verdict -> verdict given: cases")
    for (true_word, word), number in sorted(words.items()):
        print(f"  {true_word} -> {word}: {number}")
    print("\n".join(wrong[:40] if wrong else ["every case came out as it must, with the rows it must"]))
    return count


def main(arguments: Sequence[str]) -> int:
    """Measure what the arguments name; return 1 when a target is missed."""
    if arguments[:1] == ["told"]:
        return min(1, sum(told(name) for name in arguments[1:] or SETS))
    number = int(arguments[0]) if arguments else 5
    first = int(arguments[1]) if len(arguments) > 1 else 1
    return min(1, made([first + 2 * place for place in range(number)]) + sum(told(name) for name in SETS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
