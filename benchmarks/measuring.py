"""Whole-process figures: seconds and peak memory of a child process, as the system accounts them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


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
