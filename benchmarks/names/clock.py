"""What a turn cost, measured alike on both sides. Imports nothing that the anchors' environment has not."""

from __future__ import annotations

import re
import resource
import time
from pathlib import Path
from typing import Any


class Clock:
    """Processor and wall time since it was made."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.monotonic()

    def cpu(self) -> float:
        """Return the processor seconds of this process so far."""
        return time.process_time() - self._cpu

    def answer(self, result: Any) -> dict[str, Any]:
        """Return the answer with what it cost."""
        return {"cpu_seconds": self.cpu(), "seconds": time.monotonic() - self._wall, "peak_mb": peak_mb(), "result": result}


def peak_mb() -> float:
    """Return the most memory that this process has held.

    Linux says it of the program itself; what `getrusage` says there begins at the peak of the program that started it.
    """
    status = Path("/proc/self/status")
    said = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    return (int(said[1]) if said else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024
