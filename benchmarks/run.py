"""Run in turn the benchmarks that a release is measured by: make bench. The others are named beside their figures in docs/measured*.md."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
LISTS = HERE.parent.parent / "shared" / "data" / "watchlists"


def main() -> None:
    """Print each benchmark's figures; a benchmark that needs the shared lists is skipped with a reason when they are absent."""
    jobs: list[list[str]] = [["simulate_speed.py", "1000000"], ["pipeline_speed.py"], ["accuracy.py"], ["check_accuracy.py", "1"]]
    if LISTS.is_dir():
        jobs.append(["list_counts.py", str(LISTS)])
    else:
        print(f"list_counts.py skipped: the shared lists are not at {LISTS}")
    for job in jobs:
        print(f"== {' '.join(job)}", flush=True)
        subprocess.run([sys.executable, str(HERE / job[0]), *job[1:]], check=True)


if __name__ == "__main__":
    main()
