"""Which Chinese syllables an English word may translate: made of the whole dictionary, and kept from run to run."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property, lru_cache

import pyarrow as pa

from enduse.entities.glosses import gloss_stem, meanings_by_sound
from enduse.entities.known import Known
from enduse.entities.vocabulary import Token
from enduse.terms.sounds import sound_of

_PART = "translating"
_SCHEMA = pa.schema([("stem", pa.string()), ("ways", pa.list_(pa.string())), ("syllables", pa.list_(pa.int8()))])
Ways = dict[str, list[tuple[int, str, int]]]


class Translating:
    """To which syllables words lead; what an earlier run made of the dictionary is taken."""

    def __init__(self, known: Known) -> None:
        self._known, self._had = known, known.get(_PART)
        if self._had is not None:
            known.put(_PART, self._had)
        self.ways = lru_cache(maxsize=50_000)(self._ways)
        self.translates = lru_cache(maxsize=200_000)(self._translates)

    @cached_property
    def _rows(self) -> pa.Table:
        # Made when somebody asks: where no name may be a Chinese one, nobody does.
        if self._had is not None:
            return self._had
        made = _made()
        self._known.put(_PART, made)
        return made

    @cached_property
    def stems(self) -> pa.Array:
        """The stems of English words that explain some Chinese word."""
        return self._rows["stem"].combine_chunks()

    @cached_property
    def _place(self) -> dict[str, int]:
        return {stem: at for at, stem in enumerate(self.stems.to_pylist())}

    def _ways(self, sound: str, means: str | None) -> Ways:
        """Return the word itself and every pinyin that it may translate, by first letter: (place in the order, pinyin, its syllables)."""
        found: dict[str, int] = {}
        for at in self._places(sound, means):
            if at is not None:
                ways, lengths = (self._rows[name][at].as_py() for name in ("ways", "syllables"))
                for way, syllables in zip(ways, lengths, strict=True):
                    found[way] = min(syllables, found.get(way, syllables))
        by_letter: Ways = defaultdict(list)
        for place, (way, syllables) in enumerate(((sound, 0), *sorted(found.items()))):
            by_letter[way[:1]].append((place, way, syllables))
        return dict(by_letter)

    def _translates(self, sound: str, means: str | None) -> bool:
        """Tell whether a word may translate any syllables."""
        return any(at is not None for at in self._places(sound, means))

    def _places(self, sound: str, means: str | None) -> list[int | None]:
        return [self._place.get(stem) for stem in (gloss_stem(sound), *((sound_of(means),) if means else ()))]

    def may_be(self, one: Token) -> frozenset[str]:
        """Return the word itself and every pinyin that it may translate, as they sound."""
        return frozenset(way for ways in self.ways(one.sound, one.means).values() for _, way, _ in ways if way)


@cache
def _made() -> pa.Table:
    found = meanings_by_sound()
    columns = list(found), [list(ways) for ways in found.values()], [list(ways.values()) for ways in found.values()]
    return pa.table([pa.array(column, kind) for column, kind in zip(columns, _SCHEMA.types, strict=True)], _SCHEMA)
