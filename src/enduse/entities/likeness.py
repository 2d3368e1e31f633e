"""How alike the letters of a name asked and of names near it are: seen of many pairs at once, before names are weighed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from enduse.entities.read_words import FURTHER_PART
from enduse.entities.reading import Reading

Floats = NDArray[np.float32]


class Letters(NamedTuple):
    """What of a name is compared: known words as what they mean, in alphabetical order, and the sounds as they are printed, in a row."""

    by_meaning: str
    in_a_row: str


def letters_of(reading: Reading) -> Letters:
    """Return the letters of a name without general words and numbers."""
    telling = [one for one in reading.words if one.kind not in ("body", "number")]
    brands = [one.sound for one in reading.brands]
    words = sorted(one.means or one.sound for one in telling)
    in_a_row = "".join([*brands, *(one.sound for one in reading.words if FURTHER_PART not in one.sound)])
    return Letters(" ".join([*brands, *words]), in_a_row)


def alike(ours: Sequence[Letters], theirs: Sequence[Letters]) -> Floats:
    """Return how alike the letters of each pair are, 0 to 100: by what words mean, or as they sound in a row where that is more."""
    if not ours:
        return np.empty(0, np.float32)
    ways = [[list(map(itemgetter(way), side)) for side in (ours, theirs)] for way in range(2)]
    by_meaning, in_a_row = (process.cpdist(here, there, scorer=fuzz.ratio, dtype=np.float32) for here, there in ways)
    found: Floats = np.maximum(by_meaning, in_a_row)
    return found
