"""Names in Latin and Arabic letters by the consonants of their words: how a question in Arabic ones, without vowels, finds them.

Made at the first such question, and only as far as there are names. A person's words are all names; of a company's those count that
may be spelled (`arabic_brands`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np

from enduse.entities.index import Near
from enduse.entities.person_names import read_person
from enduse.entities.person_sounds import consonants, is_arabic
from enduse.entities.pool_names import PoolNames
from enduse.entities.reading import Reading
from enduse.entities.spelled_names import SpelledNames

_NEAR = 60
_MIN = 2
"""Consonants from which a word is looked up."""


def keys_of_person(name: str) -> frozenset[str]:
    """Return the consonants of the words of a person's name."""
    found = (consonants(one.printed or one.text) for one in read_person(name).words if not one.particle)
    return frozenset(key for key in found if len(key) >= _MIN)


class ByConsonants(SpelledNames):
    """Positions of names by the consonants of each of their words; `keys` says which these are."""

    def __init__(self, keys: Callable[[str], frozenset[str]] = keys_of_person) -> None:
        super().__init__()
        self._keys_of = keys

    def read(self, names: PoolNames) -> None:
        """Put the names that wait under their consonants."""
        for at in self._unread():
            if names.scripts[at] == "latin" or is_arabic(names.texts[at]):
                self._put(at, self._keys_of(names.texts[at]))

    def near(self, asked: Reading, names: PoolNames) -> Near:
        """Return the names that share most consonants, in whole words, with one in Arabic letters; none with a name in others.

        What is shared is the part of the letters asked. A name that nobody bears any more is passed over.
        """
        wanted = self._keys_of(asked.name) if asked.script != "latin" and is_arabic(asked.name) else frozenset()
        if not wanted:
            return Near(np.empty(0, np.int32), np.empty(0, np.float32))
        self.read(names)
        shared: Counter[int] = Counter()
        for key in wanted:
            for at in self._rows.get(key, ()):
                if names.bearers[at]:
                    shared[at] += len(key)
        best = sorted(shared, key=lambda at: (-shared[at], names.texts[at]))[:_NEAR]
        whole = sum(map(len, wanted))
        return Near(np.array(best, np.int32), np.array([shared[at] / whole for at in best], np.float32))


def with_those(found: Near, by_keys: Near) -> Near:
    """Return the names found by consonants and those found by the keys of every script, whose letters were made up and count half."""
    if not len(found.names):
        return by_keys
    shared = dict(zip(found.names.tolist(), found.shared.tolist(), strict=True))
    most = float(by_keys.shared.max(initial=0.0))
    for name, value in zip(by_keys.names.tolist(), by_keys.shared.tolist(), strict=True):
        shared[name] = max(shared.get(name, 0.0), value / most / 2)
    return Near(np.array(list(shared), np.int32), np.array(list(shared.values()), np.float32))
