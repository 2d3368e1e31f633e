"""Words of their own that look like a slip of a word everybody knows: marina and marine, two given names of which one is a trade.

A clerk who mistypes a word of trade seldom makes another word of it. So such a word is asked about and never taken for the other.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

import yaml

from enduse.entities.english_words import english_sound
from enduse.entities.two_names import borne
from enduse.terms.sounds import sound_of


@lru_cache(maxsize=100_000)
def word_of_its_own(word: str) -> bool:
    """Tell whether a word that no lexicon knows is one all the same, or a name that people bear; by its letters or by its sound.

    >>> word_of_its_own("wafer"), word_of_its_own("arman"), word_of_its_own("watre")
    (True, True, False)
    """
    return known_elsewhere(word) or bool(borne(word))


@lru_cache(maxsize=100_000)
def known_elsewhere(word: str) -> bool:
    """Tell whether a word stands in the file or is a common English one, by its letters or by its sound."""
    return word in _listed() or english_sound(sound_of(word))


@cache
def _listed() -> frozenset[str]:
    """Return the words of the file, as they are printed and as they sound, with their plurals."""
    text = (resources.files("enduse.entities") / "other_words.yml").read_text(encoding="utf-8")
    words = [word for line in yaml.safe_load(text).values() for word in line.split()]
    # A plural may sound as another word does: brackets, brake.
    return frozenset(form for word in words for form in (word, f"{word}s", sound_of(word)))
