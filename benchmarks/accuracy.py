"""Measure accuracy on invented worlds with known truth: several seeds, the median and the range of each measure.

python benchmarks/accuracy.py [N] [SEEDS]      (default 5,000 shipments, 5 seeds)
"""

from __future__ import annotations

import statistics
import sys
from collections import defaultdict

from measuring import filled


def main(shipments: int, seeds: int) -> None:
    """Simulate, run and score one world a seed; print each measure."""
    values: dict[str, list[float]] = defaultdict(list)
    for case, truth in filled(shipments, seeds):
        case.run()
        for one in case.score(truth).as_json()["measures"]:
            if one["value"] is not None:
                values[one["measure"]].append(float(one["value"]))
    print(f"{seeds} worlds of {shipments:,} shipments: median (least to most)")
    for measure, found in values.items():
        print(f"  {measure}: {statistics.median(found):.3f} ({min(found):.3f} to {max(found):.3f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
