"""How well claims are read and grouped: made presses against their truth. How well they are checked: check_accuracy.py.

python benchmarks/claims_accuracy.py [SEEDS [ORIGINS [MISNAMED]]]: development used even seeds; this reports odd ones
(1, 3, 5 ...). MISNAMED: the share of retellings that name a wrong source (0; nothing is asked of a press with such but that origins
are not counted twice). Exits 1 when a target is missed.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from enduse import worlds
from enduse.claims.lineage import group
from enduse.claims.reading import read_paths, told
from enduse.worlds.measures import Measure
from reaching import Targets, missed

TARGETS: Targets = {
    "origin_claims_f1": (">=", 0.95), "origin_articles_f1": (">=", 0.95), "origins_overcounted": ("<=", 0), "same_claim_f1": (">=", 0.85),
    "attribution_root": (">=", 0.90), "stance": (">=", 0.95), "denials_found": (">=", 1.0), "denials_precision": (">=", 1.0),
    "denial_scope": (">=", 1.0), "claims_in_furniture": ("<=", 0),
}  # fmt: skip
"""What must be reached in every seed."""
MISNAMED_TARGETS: Targets = {"origins_overcounted": ("<=", 0.0), "claims_in_furniture": ("<=", 0.0)}


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


def main(seeds: Sequence[int], origins: int, misnamed: float = 0.0) -> int:
    """Print the median, least and most of each measure, and whether its target is reached; return 1 when one is not."""
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        found = [press(Path(folder), seed, origins, misnamed) for seed in seeds]
    spent = time.process_time() - began
    print(f"seeds {', '.join(map(str, seeds))}; {origins} origins each; {spent:.0f} CPU s: median (least to most), cases")
    return min(1, missed(MISNAMED_TARGETS if misnamed else TARGETS, found))


if __name__ == "__main__":
    count, origins, misnamed = [*sys.argv[1:], *("5", "40", "0")[len(sys.argv) - 1 :]]
    sys.exit(main([2 * number + 1 for number in range(int(count))], int(origins), float(misnamed)))
