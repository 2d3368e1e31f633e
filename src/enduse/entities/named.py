"""Every distinct printed name analysed once, in columns: the key that merges, and what the rules of merging ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from enduse.entities.names import KINDS_OF_BODY, Named, analyse
from enduse.entities.texts import TextTable

_KEPT = 100_000
"""Of fewer distinct names the analysis is kept; of more it is made again where one is looked at."""
_BIT = {kind: 1 << at for at, kind in enumerate(sorted(KINDS_OF_BODY))}


class NameTable:
    """What each distinct name says. Numbers of keys and texts follow the order of names, which is alphabetical."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._kept: list[Named] | None = [] if len(names) <= _KEPT else None
        self.keys: list[str] = []
        """Normalised names; a name that is nothing but a legal form or signs stands as its letters behind a null character."""
        self.texts = TextTable()
        number: dict[str, int] = {}
        nationals: dict[frozenset[str], int] = {frozenset(): 0}
        size = len(names)
        self.key = np.empty(size, np.int32)
        self.text = np.empty(size, np.int32)
        """What is compared when names are not equal, a position in `texts`."""
        self.bodies = np.zeros(size, np.uint8)
        """Kinds of body as bits: two names without a bit in common, both with some, are two kinds."""
        self.national = np.zeros(size, np.int16)
        self.inner: dict[int, str] = {}
        """Key of a second name in brackets, for names that have one."""
        generic: list[bool] = []
        one_word: list[bool] = []
        for at, name in enumerate(names):
            named = analyse(name)
            key = named.key or "\0" + "".join(filter(str.isalnum, name.casefold()))
            found = number.get(key)
            if found is None:
                found = number[key] = len(self.keys)
                self.keys.append(key)
                generic.append(named.generic)
                one_word.append(len(named.informative) <= 1 and not named.han)
            self.key[at] = found
            self.text[at] = self.texts.add(name, named)
            if named.classes:
                self.bodies[at] = sum(_BIT[kind] for kind in named.classes & KINDS_OF_BODY)
            if named.national:
                self.national[at] = nationals.setdefault(named.national, len(nationals))
            if named.inner:
                self.inner[at] = named.inner
            if self._kept is not None:
                self._kept.append(named)
        self.generic: NDArray[np.bool_] = np.array(generic, bool)
        """By key: nothing in the name tells one company from another."""
        self.one_word: NDArray[np.bool_] = np.array(one_word, bool)
        """By key: one word, or none, tells the company apart."""
        self._again = lru_cache(maxsize=_KEPT)(analyse)

    def of(self, at: int) -> Named:
        """Return the analysis of one name."""
        return self._kept[at] if self._kept is not None else self._again(self._names[at])
