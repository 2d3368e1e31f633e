"""The names of a pool as questions find them, and which of those found are worth weighing.

Names that are worth comparing share a key (`keying`). Keys that very many names share are left out, rare ones count more. Of the
names that share most, those whose letters are most alike are chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from operator import eq, itemgetter

import numpy as np
import pyarrow as pa

from enduse.entities.arabic_brands import keys_of_brands
from enduse.entities.by_consonants import ByConsonants, with_those
from enduse.entities.by_syllables import BySyllables
from enduse.entities.index import NameIndex, Near
from enduse.entities.keying import key_weight, keys
from enduse.entities.kinds import ANY, PERSON, apart, bits_of
from enduse.entities.likeness import alike, letters_of
from enduse.entities.pool_names import PoolNames
from enduse.entities.reading import Reading
from enduse.entities.spelled_names import Shelf

BLOCK_MAX = 1000
"""A key that more names than this share brings nothing together."""
_NEAR = 32
_NEAR_HAN = 64
"""So many of the names that share most with one asked are looked at; of Chinese ones more, for their letters cannot say which are alike."""
_WEIGHED = 8
_WEIGHED_ACROSS = 24
_WEIGHED_HAN = 32
"""So many of these are weighed: of one asked in Latin letters, in other ones, in Chinese characters."""
_ALIKE_MIN = 40.0
"""A name whose letters are less alike than this (0 to 100) is not worth weighing; Chinese names are asked whatever their letters."""
_LETTERS, _LIKELY_MIN = 3.0, 2.1
"""What a name shares of the most that any shares (0 to 1), and so many times how alike its letters are (0 to 1): together they reach
this, or it is not worth weighing either. Of 16,500 names weighed for other dirtied names of the dev half a sixth falls short, none of
them the best answer to what was asked."""
_LETTERS_OF_BODIES, _LIKELY_BODY_MIN = 4.0, 3.0
"""The same of what may be a company and is asked as one. For 15,000 dirtied and unlisted names of the dev half, and 9,800 that one list
prints and another was asked, a tenth fewer names are weighed than by the values above, with `pool._PATIENCE` at five where it was at four
with those, and less is missed that weighing more would find: 77 hits, not 85, of 14,640 (122 and 131 of the lists' 7,381), 21 best
answers, not 25 (41 and 60)."""
Asking = tuple[Reading, int]
"""A name asked, and what its bearer may be, as bits."""
_PEOPLE, _BODY = bits_of(PERSON), bits_of("Company")
_SPELLED = ("consonants", "syllables", "brands")


class NamesToAsk:
    """The distinct names of a pool, under keys, and as questions in Arabic and Korean letters find them."""

    def __init__(self) -> None:
        self.names = PoolNames()
        self._index = NameIndex(key_weight, BLOCK_MAX, lambda at: self.names.texts[at])
        self._spelled = ByConsonants(), BySyllables()
        """People's names as a question in Arabic or Korean letters finds them."""
        self._bodies = ByConsonants(keys_of_brands)
        """Companies' names as one in Arabic letters does."""

    def kept(self) -> dict[str, pa.Table]:
        """Return what makes the same again with `of`."""
        keys_of, keys_of_names = self._index.kept()
        return {"names": self.names.kept(), "keys": keys_of, "keys of names": keys_of_names}

    @classmethod
    def of(cls, kept: Mapping[str, pa.Table], bearers: int, shelf: Shelf | None = None) -> NamesToAsk:
        """Return the names that were kept, of so many bearers; raises ValueError for what cannot have been kept.

        What is made at the first question in Arabic or Korean letters is laid on the shelf.
        """
        found = cls()
        found.names = PoolNames.of(kept["names"], bearers)
        found._index.fill(kept["keys"], kept["keys of names"])
        if len(found._index) != len(found.names):
            raise ValueError("the names are not those that have keys")
        people = [at for at, kinds in enumerate(found.names.kinds) if kinds & _PEOPLE]
        bodies = [at for at, kinds in enumerate(found.names.kinds) if kinds & ~_PEOPLE]
        for spelled, names, part in zip((*found._spelled, found._bodies), (people, people, bodies), _SPELLED, strict=True):
            spelled.wait(names, shelf, part)
        return found

    def add(self, reading: Reading, schema: str | None) -> int:
        """Put a name in that a bearer of this kind has, and return its number; who bears it is not noted here."""
        names = self.names
        at = names.place.get(reading.name)
        if at is None:
            at = names.add(reading)
            self._index.add(keys(reading))
        elif not names.bearers[at]:
            self._index.restore(at)
        if not apart(schema, PERSON):
            for spelled in self._spelled:
                spelled.add(at)
        if schema != PERSON:
            self._bodies.add(at)
        return at

    def remove(self, at: int) -> None:
        """Take out a name that nobody bears any more."""
        self._index.remove(at)

    def refresh(self) -> None:
        """Put under keys what came since."""
        self._index.refresh()

    def make_ready(self) -> None:
        """Make now what the first questions would make; answers do not depend on it."""
        self.refresh()
        for spelled in (*self._spelled, self._bodies):
            spelled.read(self.names)

    def near(self, asked: Sequence[Asking]) -> list[Near]:
        """Return the names of the pool that share most with each name asked."""
        wanted = [[*keys(one)] for one, _ in asked]
        kinds = self.names.kinds_in_array()
        meant = {bits: None if bits == ANY else ((kinds & bits) > 0).astype(np.float32) for bits in {bits for _, bits in asked}}
        found = self._index.near(wanted, [_NEAR_HAN if one.runs else _NEAR for one, _ in asked], [meant[bits] for _, bits in asked])
        return [self._with_spelled(one, bits, near) for (one, bits), near in zip(asked, found, strict=True)]

    def _with_spelled(self, asked: Reading, bits: int, near: Near) -> Near:
        for spelled in (*(self._spelled if bits & _PEOPLE else ()), *((self._bodies,) if bits != _PEOPLE else ())):
            near = with_those(spelled.near(asked, self.names), near)
        return near

    def chosen(self, asked: Sequence[Asking]) -> Iterator[list[int]]:
        """Yield for each name asked the names to weigh: of those that share most, the ones whose letters are most alike too."""
        if not asked:
            return
        met = self.near(asked)
        names, shared = map(np.concatenate, zip(*met, strict=True))
        sizes, known = [len(one.names) for one in met], names.tolist()
        ours = [*chain.from_iterable(map(repeat, [letters_of(one) for one, _ in asked], sizes))]
        found = alike(ours, [*map(self.names.letters.__getitem__, known)])
        chinese = np.frombuffer(bytes(self.names.chinese), dtype=np.bool_)
        # The most that a name shares, and what is asked of letters, beside each name that it met.
        most = np.repeat(np.array([one.shared.max(initial=0.0) for one in met], np.float32), sizes)
        strict = np.repeat(np.array([one.script == "latin" for one, _ in asked], np.bool_), sizes)
        near, letters = shared / most, found / 100
        likely = np.round(near + letters, 5)
        body = (self.names.kinds_in_array()[names] & np.repeat(np.array([bits for _, bits in asked], np.uint8), sizes) & _BODY) > 0
        unlike = near + np.where(body, _LETTERS_OF_BODIES, _LETTERS) * letters < np.where(body, _LIKELY_BODY_MIN, _LIKELY_MIN)
        likely[strict & ((found < _ALIKE_MIN) | unlike) & ~chinese[names]] = 0.0
        less, start = (-likely).tolist(), 0
        for (one, _), size in zip(asked, sizes, strict=True):
            yield self._best(less[start : start + size], known[start : start + size], _most_weighed(one))
            start += size

    def _best(self, less: Sequence[float], names: Sequence[int], most: int) -> list[int]:
        """Return the likeliest names, of which `less` is lowest, the first first; among equals in alphabetical order.

        Whatever the order of the pool. What is not likely at all is left out.
        """
        found = sorted([one for one in zip(less, names, strict=True) if one[0] < 0])
        end = most
        while end < len(found) and found[end][0] == found[most - 1][0]:
            end += 1
        found = found[:end]
        if any(map(eq, map(_first, found), map(_first, found[1:]))):
            found.sort(key=lambda one: (one[0], self.names.texts[one[1]]))
        return [name for _, name in found[:most]]


_first = itemgetter(0)


def _most_weighed(asked: Reading) -> int:
    """Return how many names are weighed: more where the letters cannot say which are alike."""
    return _WEIGHED_HAN if asked.runs else _WEIGHED if asked.script == "latin" else _WEIGHED_ACROSS
