"""What several benchmarks need: figures of a whole process as the system accounts them, and cases filled from invented worlds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from enduse import Workspace, worlds


@dataclass(frozen=True)
class Measured:
    """What one finished process used."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    exit_code: int


def measure(arguments: Sequence[str]) -> Measured:
    """Run `python ARGUMENTS` to its end and return what it used; its output goes to standard error."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, *arguments], stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    return Measured(
        seconds=time.monotonic() - began,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_mb=usage.ru_maxrss / 1024,
        exit_code=os.waitstatus_to_exitcode(status),
    )


def filled(shipments: int, seeds: int) -> Iterator[tuple[Workspace, Path]]:
    """Yield a case filled from an invented world, and the file of its truth, for each seed from 1; both are gone with the next."""
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            world = Path(folder) / "world"
            worlds.simulate(world, shipments, seed)
            case = Workspace.create(Path(folder) / "case")
            case.fill(world)
            yield case, world / "truth.json"
