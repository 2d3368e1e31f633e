"""Measure `enduse run` on N simulated shipments: seconds by stage, peak memory, and a second run with nothing changed.

python benchmarks/pipeline_speed.py [N] [FOLDER]      (default 1,000,000 shipments in bench-out/)
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from enduse import Workspace
from measuring import measure


def main(shipments: int, folder: Path) -> None:
    """Simulate, run twice, and print the figures."""
    world, case = folder / "world", folder / "case"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made = measure(["-m", "enduse.cli", "simulate", str(world), "--shipments", str(shipments), "--seed", "1", "--json"])
    print(f"simulate {shipments:,}: {made.seconds:.1f} s, {made.cpu_seconds:.1f} CPU s, peak {made.peak_mb:,.0f} MB")
    Workspace.create(case, title="Benchmark").fill(world)
    first = measure(["-m", "enduse.cli", "run", str(case), "--json"])
    print(f"run: {first.seconds:.1f} s, {first.cpu_seconds:.1f} CPU s, peak {first.peak_mb:,.0f} MB, exit {first.exit_code}")
    record = json.loads(max((case / "runs").glob("*.json")).read_text())
    for stage in record["stages"]:
        print(f"  {stage['stage']}: {stage['seconds']:.1f} s, rows {sum(stage.get('rows', {}).values()):,}")
    again = measure(["-m", "enduse.cli", "run", str(case), "--json"])
    print(f"run again, nothing changed: {again.seconds:.1f} s, peak {again.peak_mb:,.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, Path(sys.argv[2] if len(sys.argv) > 2 else "bench-out"))
