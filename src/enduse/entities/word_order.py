"""Which words of a name stand in their order. Clerks print the others as they come: Works Vymport is Vymport Works."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from enduse.entities.english_words import english_sound
from enduse.entities.meaning import meanings

_SEVERAL = 2


def fixed(sounds: Sequence[str], numbers: Sequence[bool]) -> list[int]:
    """Return the places of the words that stand in their order, by their sounds and by which of them are numbers.

    Numbers and initials, where there are several: R S Example is no S R Example. All words, where all are English ones of trade or
    place, so that their order is the brand: Finance Shop is no Shop Finance.

    >>> from enduse.terms.sounds import sound_of
    >>> fixed(["r", "s", "vimport"], [False] * 3), fixed(["vimport", "5"], [False, True])
    ([0, 1], [])
    >>> fixed([sound_of(word) for word in ("finance", "shop")], [False, False])
    [0, 1]
    """
    if all(map(_of_trade, sounds)):
        return [*range(len(sounds))]
    if True not in numbers and 1 not in map(len, sounds):
        return []
    found = [at for at, (sound, number) in enumerate(zip(sounds, numbers, strict=True)) if number or len(sound) == 1]
    return found if len(found) >= _SEVERAL else []


@lru_cache(maxsize=200_000)
def _of_trade(sound: str) -> bool:
    """Tell whether a word is an English one of trade or place."""
    means = meanings(sound) if english_sound(sound) else ()
    return bool(means) and means[0].kind in ("trade", "place")
