"""Fit what each piece of evidence is worth, on development halves only, and write it where the product reads it.

    python benchmarks/names/fitting.py            # print the weights and how well they do
    python benchmarks/names/fitting.py --write    # and write src/enduse/entities/weights.yml

A logistic regression with a small quadratic penalty; the sign of each weight is given beforehand, and where few pairs speak a
bound keeps it cautious: evidence against may be stronger than the pairs ask for, evidence for may not be weaker than nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from enduse.entities.aligning import align
from enduse.entities.people import meet_people
from enduse.entities.person_names import read_person
from enduse.entities.pieces import COUNTRY_PIECES, PIECES, evidence
from enduse.entities.weighing_people import people_evidence
from enduse.entities.weights import weights
from names import fitted_cases, lists
from names.counts import decided
from names.fitted_cases import Case

Floats = NDArray[np.float64]
Bounds = Mapping[str, tuple[float | None, float | None]]
PENALTY = 0.001
PEOPLE: Bounds = {
    "base": (None, -1.6), "tied": (0.3, None), "letters": (0.3, None), "one_word": (None, -1.3), "slips": (None, 0.0),
    "differ": (None, -1.0), "nearly": (0.0, 3.5), "beside": (None, -0.1), "initials": (None, 0.0), "short_form": (None, 0.0),
    "turned": (None, -2.0), "son_turned": (None, -6.0), "child": (-8.0, -8.0), "beside_many": (None, -0.3),
}  # fmt: skip
"""The least and the greatest weight of each piece of evidence; null: as the pairs say. `child` stands by hand, for no judged pair shows a
father's whole name within his child's: it outweighs all that three words can tell.
"""


UP, DOWN, FREE = (0.0, None), (None, 0.0), (None, None)
COMPANIES: Bounds = {
    "base": (None, -2.5), "brand": (0.0, 0.66), "brand_more": (0.15, 0.3), "brand_full": (0.1, 0.3), "slips": (None, -0.2),
    "by_meaning": DOWN, "initials": (None, 0.5), "place": (0.0, 0.8), "trade": (0.0, 0.6), "body": (0.0, 0.7), "number": (0.0, 0.6),
    "plain": (None, 2.0), "generic": (None, -3.0), "plain_place": UP, "plain_trade": (0.0, 0.45), "plain_body": (0.0, 0.7), "whole": UP,
    "plain_whole": (0.0, 2.8), "conflict": (None, -0.45), "conflict_any": (None, -1.0), "brand_one_side": DOWN,
    "place_differs": (None, -6.0), "trade_differs": (None, -0.8), "number_differs": (None, -6.0), "place_one_side": DOWN,
    "trade_one_side": DOWN, "number_one_side": (None, -7.0), "plain_one_side": DOWN, "body_differs": DOWN, "sister_place": DOWN,
    "sister_trade": DOWN, "sister_number": DOWN, "nation_one_side": (None, -2.0), "plain_same": (0.0, 1.5),
    "other_syllables": (None, -2.0), "trade_alone": (None, -2.2), "characters_left": (None, -0.8), "country_agrees": (0.2, 1.0),
    "country_differs": (None, -0.5), "long_apart": (-0.3, -0.3), "nation_alone": (None, -1.0), "bodies_differ": (None, -6.0),
    "plain_meant": (-4.0, -4.0), "common_more": (-2.5, -2.5), "brand_unmet": (-2.0, -2.0),
}  # fmt: skip
"""Evidence for is bound where few pairs speak: the kinds of body and what names without a brand share would else be worth too much; a
place or a number that differs, and a country or a line of business on one side only (a subsidiary), are bound against: sisters differ
in nothing else. A brand alone is bound too: words that are all the same (`whole`) say more. What a long name shares is taken back
where names say different things, and no more than that (`long_apart`): two judged pairs that differ in a number (V, VI) would undo it.
`brand_unmet` stands by hand: of 1,871 pairs of the development half in which no brand or place met 30 were one, and none reached one half.
"""
SAY = {"judged": 2.0, "dirty": 1.0, "linked": 1.0, "listed": 1.0, "cyrillic": 1.0, "han": 0.7}
"""How much the pairs of one kind say together: those that people judged most."""
_REAL = frozenset({"cyrillic", "han", "linked"})
HEAD = """\
# What each piece of evidence is worth, in natural log-odds. Written by `python benchmarks/names/fitting.py --write`: a logistic regression
# with signs and bounds given beforehand, on development halves only. What the pieces are stands in pieces.py and weighing_people.py.
# The figures below are those of the pairs fitted to, and so no test; the tests stand in docs/measured-names.md.
"""


@dataclass
class Cases:
    """Pairs as numbers: what each piece of evidence holds, whether the pair is one, how much it counts."""

    pieces: tuple[str, ...]
    rows: list[list[float]] = field(default_factory=list)
    truth: list[bool] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, held: Mapping[str, float], match: bool, count: float, kind: str) -> None:
        """Add one pair."""
        self.rows.append([held[piece] for piece in self.pieces])
        self.truth.append(match)
        self.counts.append(count)
        self.kinds.append(kind)


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


def people(data: Path) -> Cases:
    """Return the judged pairs of people of the development halves of name_bench and entity_checks."""
    cases = Cases(tuple(PEOPLE))
    for pair in fitted_cases.judged(data):
        if pair.left["schema"] == "Person":
            met = meet_people(*(read_person(side["name"][0]) for side in (pair.left, pair.right)))
            cases.add(people_evidence(met), pair.match, 1.0, "judged")
    return cases


def companies(cases: Sequence[Case], worth: Mapping[str, float]) -> Cases:
    """Return the pairs of companies as numbers; of several names the two count that answer best by the weights given."""
    rows = Cases((*PIECES, *COUNTRY_PIECES))
    size = Counter(one.kind for one in cases)
    for one in cases:
        held = [
            dict(zip(PIECES, evidence(align(ours, theirs)), strict=True))
            for ours in one.left.readings
            for theirs in one.right.readings
            if ours.key is not None and theirs.key is not None
        ]
        if held:
            best = max(held, key=lambda pieces: sum(worth.get(piece, 0.0) * value for piece, value in pieces.items()))
            if one.match and one.kind in _REAL and not (best["brand"] or best["plain"]):
                # Initials of other words, trade names: no comparison of names can know that they are one.
                continue
            stated = bool(one.left.codes and one.right.codes)
            shared = bool(one.left.codes & one.right.codes)
            country = dict(zip(COUNTRY_PIECES, (float(stated and shared), float(stated and not shared)), strict=True))
            rows.add({**best, **country}, one.match, SAY[one.kind] / size[one.kind], one.kind)
    return rows


def told(cases: Cases, worth: Mapping[str, float]) -> list[str]:
    """Return in words how well the weights do on each kind of the cases they were fitted to."""
    odds = np.array(cases.rows) @ np.array(list(worth.values()))
    lines = []
    for kind in sorted(set(cases.kinds)):
        chosen = [at for at, one in enumerate(cases.kinds) if one == kind]
        counts = decided([float(odds[at]) for at in chosen], [cases.truth[at] for at in chosen], 0.0)
        lines.append(f"{kind}: {len(chosen):,} pairs, F1 {counts.f1:.3f}, precision {counts.precision or 0.0:.3f}")
    return lines


def main(arguments: Sequence[str]) -> None:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(description="Fit the weights of the name score on the development halves.")
    parser.add_argument("--write", action="store_true", help="write src/enduse/entities/weights.yml")
    asked = parser.parse_args(arguments)
    data = lists.needed()
    met = people(data)
    given = fitted_cases.companies(data)
    # Which two of several names answer best hangs on the weights of the last time: run again until nothing moves.
    held = companies(given, weights("companies"))
    worth = fit(held, COMPANIES)
    text = HEAD
    for name, cases, found in (("people", met, fit(met, PEOPLE)), ("companies", held, worth)):
        lines = [f"# {line}" for line in told(cases, found)]
        text += "\n".join([*lines, f"{name}:", *(f"  {piece}: {value}" for piece, value in found.items())]) + "\n"
    print(text, end="")
    if asked.write:
        (lists.CHECKOUT / "src" / "enduse" / "entities" / "weights.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
