"""How well articles are read: real ones annotated by a person, and made ones: five sets the reader was mended by, and one held aside.

python -m benchmarks.claims_reading [SHARED]: SHARED is the folder that holds articles/ (left out: made articles only). Speed is
measured on the made articles, one process. `-v` lists what is missed, never in the set held aside.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import yaml
from tests.claims.reading.annotated import tally
from tests.claims.reading.made import CASES, score, unmarked

from enduse.claims.reading import read_text

SETS = ("seen", "more", "third", "fourth", "fresh", "held")


def main(arguments: list[str]) -> None:
    """Print the figures."""
    folders = [one for one in arguments if not one.startswith("-")]
    if folders:
        said = tally(Path(folders[0]))
        print(
            f"annotated: {said.claims} claims: found {said.found}, roots {said.roots}, stances {said.stances}; "
            f"quantities {said.quantities_found} of {said.quantities}; in furniture {said.in_furniture}"
        )
    for half in SETS:
        result = score(half)
        print(f"{half}: {result.told()}")
        if half != "held" and "-v" in arguments:
            print("\n".join("  " + " | ".join(one) for one in result.missed))
    texts = [unmarked(case["text"])[2] for half in SETS for case in yaml.safe_load((CASES / f"{half}.yml").read_text("utf-8"))]
    words = sum(len(one.split()) for one in texts)
    began = time.process_time()
    for one in texts:
        read_text("made.txt", one)
    print(f"speed: {words / (time.process_time() - began):,.0f} words a second ({words} words, each article by itself)")


if __name__ == "__main__":
    main(sys.argv[1:])
