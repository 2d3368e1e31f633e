"""Measures over several seeds beside the targets that each seed must reach."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence

from enduse.worlds.measures import Measure

Targets = Mapping[str, tuple[str, float]]
"""Measure -> (">=" or "<=", what must be reached in every seed)."""


def missed(targets: Targets, seeds: Sequence[Iterable[Measure]]) -> int:
    """Print median, least and most of each measure and whether its target is reached; return how many targets are missed.

    A target that no seed measured is missed too.
    """
    values: dict[str, list[float]] = {}
    cases: dict[str, int] = {}
    for one in (one for measures in seeds for one in measures if one.value is not None):
        values.setdefault(one.measure, []).append(one.value or 0.0)
        cases[one.measure] = cases.get(one.measure, 0) + one.n
    count = 0
    for name, found in values.items():
        sign, target = targets.get(name, ("", 0.0))
        reached = not sign or (min(found) >= target if sign == ">=" else max(found) <= target)
        count += not reached
        mark = f"  target {sign} {target:g}: {'reached' if reached else 'MISSED'}" if sign else ""
        print(f"  {name}: {statistics.median(found):.3f} ({min(found):.3f} to {max(found):.3f}), {cases[name]}{mark}")
    unmeasured = sorted(targets.keys() - values.keys())
    for name in unmeasured:
        print(f"  {name}: not measured in any seed: MISSED")
    return count + len(unmeasured)
