"""Prints how long `simulate` takes for N rows and how much memory it needs at most.

python benchmarks/simulate_speed.py 1000000
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from enduse.worlds import simulate


def main() -> None:
    """Write a world of N rows (default 1,000,000) to a temporary folder and measure it."""
    shipments = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        world = simulate(Path(folder) / "world", shipments, seed=1)
        seconds = time.monotonic() - begun
        size = sum(path.stat().st_size for path in world.folder.iterdir())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{sum(world.rows.values()):,} rows, {size / 1e6:,.0f} MB: {seconds:.1f} s, peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()
