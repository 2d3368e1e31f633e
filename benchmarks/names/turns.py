"""The anchor and enduse in turns in one run, each in a process of its own, on the same input, and what each used."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]


@dataclass(frozen=True)
class Side:
    """One method on one side: `module` is run by `python`, `method` names what it does there."""

    name: str
    python: str
    module: str
    method: str


@dataclass(frozen=True)
class Turns:
    """What one side did in its turns: medians of its costs, and the answer, which must be the same in each turn."""

    side: Side
    cpu_seconds: float
    """Median processor time of the work itself; loading libraries is not counted, preparing the data is."""
    seconds: float
    peak_mb: float
    """Median peak of the whole process."""
    rounds: int
    answer: dict[str, Any]


@cache
def anchor_python() -> str | None:
    """Return the interpreter that has the anchors; null when there is none.

    It is named by ENDUSE_BENCH_PYTHON, else it is that of an environment `.venv-bench` in the checkout.
    """
    named = os.environ.get("ENDUSE_BENCH_PYTHON")
    own = CHECKOUT / ".venv-bench" / "bin" / "python"
    found = named or (str(own) if own.exists() else None)
    if found is None or subprocess.run([found, "-c", "import nomenklatura, splink"], capture_output=True, check=False).returncode:
        return None
    return found


def why_no_anchor() -> str:
    """Return the reason to print when the anchors cannot run."""
    return "anchor skipped: set ENDUSE_BENCH_PYTHON to an interpreter with the `bench` packages (docs/measured-names.md says which)"


def ours(method: str = "enduse") -> Side:
    """Return our side."""
    return Side(method, sys.executable, "names.ours", method)


def anchor(method: str) -> Side | None:
    """Return the anchor's side; null when its interpreter is absent."""
    python = anchor_python()
    return Side(method, python, "names.anchor", method) if python else None


def in_turns(task: str, given: Mapping[str, Any], sides: list[Side | None], rounds: int = 3) -> list[Turns]:
    """Run the sides in turns (first, second, first, second ...) and return what each did; sides that are null are left out."""
    present = [side for side in sides if side is not None]
    done: dict[str, list[dict[str, Any]]] = {side.name: [] for side in present}
    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as folder:
        question = Path(folder) / "given.json"
        question.write_text(json.dumps({"task": task, **given}, ensure_ascii=False), encoding="utf-8")
        for _ in range(rounds):
            for side in present:
                done[side.name].append(_turn(side, question, Path(folder)))
    return [_median(side, done[side.name]) for side in present]


def _turn(side: Side, question: Path, folder: Path) -> dict[str, Any]:
    answer = folder / "answer.json"
    answer.unlink(missing_ok=True)
    began = time.monotonic()
    path = os.pathsep.join([str(HERE.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": path}
    command = [side.python, "-m", side.module, side.method, str(question), str(answer)]
    code = subprocess.run(command, stdout=sys.stderr, env=environment, cwd=folder, check=False).returncode
    if code or not answer.exists():
        raise SystemExit(f"{side.name} failed (exit {code}) after {time.monotonic() - began:.0f} s")
    return dict(json.loads(answer.read_text(encoding="utf-8")))


def _median(side: Side, done: list[dict[str, Any]]) -> Turns:
    first = done[0]
    if any(answer["result"] != first["result"] for answer in done[1:]):
        print(f"warning: {side.name} did not give the same answer twice", file=sys.stderr)
    return Turns(
        side,
        statistics.median(answer["cpu_seconds"] for answer in done),
        statistics.median(answer["seconds"] for answer in done),
        statistics.median(answer["peak_mb"] for answer in done),
        len(done),
        first,
    )
