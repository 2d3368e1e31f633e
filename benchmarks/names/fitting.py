"""Fit what each piece of evidence is worth, on development halves only, and write it where the product reads it.

    python benchmarks/names/fitting.py            # print the weights and how well they do
    python benchmarks/names/fitting.py --write    # and write src/enduse/entities/weights.yml

A logistic regression with a small quadratic penalty; the sign of each weight is given beforehand, and where few pairs speak a
bound keeps it cautious: evidence against may be stronger than the pairs ask for, evidence for may not be weaker than nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from enduse.entities.people import meet_people, read_person
from enduse.entities.weighing_people import people_evidence
from names import lists
from names.counts import decided
from names.labelled import Pair, entity_checks, name_bench
from names.split import half

Floats = NDArray[np.float64]
Bounds = Mapping[str, tuple[float | None, float | None]]
PENALTY = 0.001
PEOPLE: Bounds = {
    "base": (None, None), "tied": (0.3, None), "letters": (0.3, None), "one_word": (None, -1.0), "slips": (None, 0.0),
    "differ": (None, -1.0), "nearly": (0.0, None), "beside": (None, -0.1), "initials": (None, 0.0), "short_form": (None, 0.0),
    "turned": (None, -0.6),
}  # fmt: skip
"""The least and the greatest weight of each piece of evidence; null: as the pairs say."""


@dataclass
class Cases:
    """Pairs as numbers: what each piece of evidence holds, whether the pair is one, how much it counts."""

    pieces: tuple[str, ...]
    rows: list[list[float]] = field(default_factory=list)
    truth: list[bool] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)

    def add(self, evidence: Mapping[str, float], match: bool, count: float = 1.0) -> None:
        """Add one pair."""
        self.rows.append([evidence[piece] for piece in self.pieces])
        self.truth.append(match)
        self.counts.append(count)


def fit(cases: Cases, bounds: Bounds) -> dict[str, float]:
    """Return the weights that make the truth of the cases likeliest within the bounds, rounded."""
    rows, truth, counts = (np.array(values, dtype=float) for values in (cases.rows, cases.truth, cases.counts))
    free = np.array([0.0 if piece == "base" else PENALTY for piece in cases.pieces])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = rows @ weights
        wrong = counts * (1 / (1 + np.exp(-odds)) - truth)
        value = float((counts * (np.logaddexp(0, odds) - truth * odds)).sum() / counts.sum() + (free * weights**2).sum() / 2)
        return value, rows.T @ wrong / counts.sum() + free * weights

    start = np.array([_inside(0.0, *bounds[piece]) for piece in cases.pieces])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[bounds[piece] for piece in cases.pieces])
    return {piece: round(float(weight), 2) + 0.0 for piece, weight in zip(cases.pieces, found.x, strict=True)}


def _inside(value: float, least: float | None, most: float | None) -> float:
    return min(max(value, least if least is not None else value), most if most is not None else value)


def judged(data: Path) -> list[Pair]:
    """Return the pairs of the development halves of name_bench and entity_checks that are in no test half.

    The two files share pairs, and each is divided by keys of its own: a pair may be dev in one and test in the other.
    """
    pairs = [*name_bench(data), *entity_checks(data)]
    tested = {_names(pair) for pair in pairs if half(pair.key) == "test"}
    return list({_names(pair): pair for pair in pairs if _names(pair) not in tested}.values())


def _names(pair: Pair) -> frozenset[str]:
    return frozenset(" ".join(side["name"][0].casefold().split()) for side in (pair.left, pair.right))


def people(data: Path) -> Cases:
    """Return the judged pairs of people of the development halves of name_bench and entity_checks."""
    cases = Cases(tuple(PEOPLE))
    for pair in judged(data):
        if pair.left["schema"] == "Person":
            met = meet_people(*(read_person(side["name"][0]) for side in (pair.left, pair.right)))
            cases.add(people_evidence(met), pair.match)
    return cases


def told(cases: Cases, weights: Mapping[str, float]) -> str:
    """Return in words how well the weights do on the cases they were fitted to."""
    odds = (np.array(cases.rows) @ np.array(list(weights.values()))).tolist()
    counts = decided(odds, cases.truth, 0.0)
    return f"{len(odds):,} pairs of the development halves, F1 {counts.f1:.3f} on them, which is no test"


def main(arguments: Sequence[str]) -> None:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(description="Fit the weights of the name score on the development halves.")
    parser.add_argument("--write", action="store_true", help="write src/enduse/entities/weights.yml")
    asked = parser.parse_args(arguments)
    data = lists.shared()
    if data is None:
        raise SystemExit("the real lists are not beside the checkout (../shared/data), and ENDUSE_SHARED does not name their folder")
    lines = ["# Written by benchmarks/names/fitting.py; how pieces of evidence are counted stands in weighing.py and weighing_people.py."]
    for name, cases, bounds in (("people", people(data), PEOPLE),):
        weights = fit(cases, bounds)
        lines += [f"# Fitted to {told(cases, weights)}.", f"{name}:", *(f"  {piece}: {weight}" for piece, weight in weights.items())]
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if asked.write:
        (lists.CHECKOUT / "src" / "enduse" / "entities" / "weights.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
