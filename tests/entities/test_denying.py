"""What is told of pairs of texts in arrays is what laying them side by side word by word tells."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from enduse.entities.denying import denying
from enduse.entities.known import Known
from enduse.entities.names import analyse
from enduse.entities.related import Related
from enduse.entities.relating import relate
from enduse.entities.relation import Relation
from enduse.entities.text import said_in
from enduse.entities.texts import TextTable

_BRANDS = (
    "Kestrel", "Kestral", "Merlinova", "Kestrelon", "Petrel", "Kes", "Limitd", "Kestrel 5", "Kestrel5", "Bearngs", "Merlin Kestrel",
    "Trading Kestrel", "Kestrelltd", "Ningbopetrel", "Sparrowhawk", "Fengyun", "Hawk", "Novikest",
)  # fmt: skip
_TRADES = ("Bearings", "Podshipniki", "Trading", "Torgovy Dom", "Technology", "Tekhnologii", "5", "")
_PLACES = ("Moscow", "Moskva", "Ningbo", "")


def _table(seed: int) -> TextTable:
    rng = random.Random(seed)
    names = {" ".join(rng.sample([rng.choice(_BRANDS), rng.choice(_TRADES), rng.choice(_PLACES)], 3)) for _ in range(180)}
    return TextTable(sorted({line for name in names if (line := said_in(name, analyse(name)))}))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_denies_in_arrays_denies_word_by_word(seed: int) -> None:
    """No pair is told to deny that does not, whichever side stands first, and most of those that differ by a brand are told."""
    table = _table(seed)
    left, right = (np.array(side) for side in zip(*combinations(range(len(table)), 2), strict=True))
    told = denying(table, left, right)
    assert (denying(table, right, left) == told).all()
    kinds = np.array([relate(table.texts[one], table.texts[other]) for one, other in zip(left.tolist(), right.tolist(), strict=True)])
    assert (kinds[told] == Relation.CONFLICT).all()
    assert told.sum() > 200
    assert (Related(table, Known()).of(left[told], right[told]) == Relation.CONFLICT).all()


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("kestrel bearings", "merlinova bearings", True),
        ("kestrel bearings", "merlinova podshipniki", True),
        ("kestrel bearings", "kestral bearings", False),
        ("kestrel bearings", "merlinova trading", False),
        ("kestrel bearings bearings", "merlinova bearings", False),
        ("kes bearings", "merlinova bearings", False),
        ("novikest bearings", "kest bearings", False),
    ],
)
def test_only_two_whole_brands_that_are_not_alike_are_told(one: str, other: str, said: bool) -> None:
    """A brand beside another denies; one that is alike, short or part of the other, or another word more, is looked at word by word."""
    table = TextTable([one, other])
    assert denying(table, np.array([0]), np.array([1])).tolist() == [said]
