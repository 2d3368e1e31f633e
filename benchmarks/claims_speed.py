"""How fast articles are read, how long a command takes to start, and whether it is repeatable and offline.

python benchmarks/claims_speed.py [FOLDER]     (default: an invented press of 40 origins, seed 1)

Words are runs of letters and digits, Chinese characters one each; punctuation does not count. Exits 1 when a target is missed.
"""

from __future__ import annotations

import hashlib
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from enduse import worlds
from enduse.claims.extracting import gate
from enduse.claims.lineage import group
from enduse.claims.reading import read_paths, told

WORDS_PER_S, START_S, STARTS = 1500, 4.0, 5
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
_WALLED = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"a socket was opened: {event}")
sys.addaudithook(refuse)
from enduse.cli import main
main(sys.argv[1:])
"""
_SHORT = "Two officials said that Example Trading delivered 40 engines to Invented Kestrel Works in 2023.\n"


def reading(folder: Path) -> bool:
    """Print words a CPU second of reading, of the gate and of grouping; tell whether reading reaches the target."""
    began = time.process_time()
    articles, _ = read_paths([folder])
    read = time.process_time() - began
    words = sum(len(_WORD.findall(one.view.text)) for one in articles)
    offers = told(articles)["claims"]
    began = time.process_time()
    refused = sum(len(gate(one, [claim for claim in offers if claim["article"] == one.view.article])[1]) for one in articles)
    gated = time.process_time() - began
    began = time.process_time()
    group(articles)
    grouped = time.process_time() - began
    reached = words / read >= WORDS_PER_S
    print(f"{len(articles)} articles, {words:,} words, {len(offers):,} claims, one core")
    print(f"  read: {words / read:,.0f} words/s  target >= {WORDS_PER_S:,}: {'reached' if reached else 'MISSED'}")
    print(f"  gate over the rules' own claims: {len(offers) / gated:,.0f} claims/s, {refused} refused; grouping by origin: {grouped:.2f} s")
    return reached


def starting(folder: Path) -> bool:
    """Print wall and CPU time of `enduse claims FILE --json` on one sentence; tell whether the slowest is below the target."""
    file = folder / "short.txt"
    file.write_text(_SHORT, encoding="utf-8")
    wall, cpu = [], []
    for _ in range(STARTS):
        began, used = time.monotonic(), _used()
        _command(file, "0", walled=False)
        wall.append(time.monotonic() - began)
        cpu.append(_used() - used)
    reached = max(wall) < START_S
    print(f"start to end of `enduse claims FILE` on one sentence, {STARTS} runs, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"  wall: first {wall[0]:.2f} s, median {statistics.median(wall):.2f} s, slowest {max(wall):.2f} s", end="")
    print(f"  target < {START_S:g} s: {'reached' if reached else 'MISSED'}; CPU: median {statistics.median(cpu):.2f} s")
    return reached


def _used() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def repeating(folder: Path) -> bool:
    """Print whether two processes with other hash seeds, without sockets, print the same bytes."""
    sums = {hashlib.sha256(_command(folder, seed, walled=True)).hexdigest() for seed in ("1", "2", "31337")}
    same = "the same bytes" if len(sums) == 1 else "DIFFERENT bytes"
    print(f"three runs with sockets refused and other hash seeds: {same}, sha256 {min(sums)[:16]}")
    return len(sums) == 1


def _command(path: Path, seed: str, walled: bool) -> bytes:
    program = ["-c", _WALLED] if walled else ["-m", "enduse.cli"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, *program, "claims", str(path), "--json"], env=environment, check=True, stdout=subprocess.PIPE
    ).stdout


def main(folder: Path | None) -> int:
    """Print every figure; return 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as made:
        articles = folder or worlds.press_corpus(Path(made) / "press", 1, 40).articles
        reached = [reading(articles), starting(Path(made)), repeating(articles)]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
