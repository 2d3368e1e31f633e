"""Names of a pool that answer to one Chinese name at once: where one explains more of it, the others are less likely.

Two syllables are many companies' brand, and a translation may be chance: whether a name is the one meant is seen beside the others.
Nothing is ever raised by this.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from enduse.entities.aligning import align
from enduse.entities.reading import Reading

_BRAND, _BESIDE = 1.5, 0.5
"""What a name loses for each unit that a brand word of it tells and that is left over, and a word of place or trade, where another name
leaves less over: a brand of four letters is enough to fall below one half."""
_MORE = 1.0
"""How much more a name must explain to count as the better one."""
_EQUAL = 1.0
"""Scores so near each other are equal: names that contradict each other then share the probability."""
_WORTH_MIN = -2.0
"""A name with a lower score is nobody's rival."""


class Weighed(NamedTuple):
    """The score of a name of the pool beside the name asked."""

    score: float
    ours: Reading
    theirs: Reading


class Rival(NamedTuple):
    """What a name's score loses, and the name of the pool because of which."""

    less: float
    name: str


def rivals(weighed: Mapping[int, Weighed]) -> dict[int, Rival]:
    """Return what each name loses to the others; names that lose nothing are left out, and so is all that no Chinese name is asked of."""
    asked = {at: one for at, one in weighed.items() if one.ours.brands or one.ours.script == "han"}
    worth = {at: one for at, one in asked.items() if one.score >= _WORTH_MIN and not one.theirs.brands}
    if len(worth) < 2:
        return {}
    over = {at: _left_over(one) for at, one in worth.items()}
    found: dict[int, Rival] = {}
    for at, one in worth.items():
        others = [(to, other) for to, other in worth.items() if to != at and other.ours is one.ours]
        better = [(sum(over[to]), other.theirs.name) for to, other in others if sum(over[to]) + _MORE <= sum(over[at])]
        if better:
            least, name = min(better)
            brand, beside = over[at]
            less = _BRAND * min(brand, sum(over[at]) - least) + _BESIDE * min(beside, sum(over[at]) - least)
            found[at] = Rival(round(less, 4), name)
            continue
        equal = sorted(
            other.theirs.name for _, other in others if abs(other.score - one.score) <= _EQUAL and _contradict(one.theirs, other.theirs)
        )
        if equal:
            found[at] = Rival(round(math.log(len(equal) + 1), 4), equal[0])
    return found


def _left_over(one: Weighed) -> tuple[float, float]:
    """Return how much is left over of brands, and of places, trades and numbers, on both sides."""
    found = align(one.ours, one.theirs)
    words = (*found.left, *found.right)
    brand = sum(word.weight for word in words if word.kind in ("brand", "word"))
    return brand, sum(word.weight for word in words if word.kind in ("place", "trade", "number"))


def _contradict(one: Reading, other: Reading) -> bool:
    return bool(one.places and other.places and set(one.places).isdisjoint(other.places)) or one.joined != other.joined
