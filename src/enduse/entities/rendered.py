"""Which texts may be two forms of one Chinese name: found by what is left of them when a brand is taken off, in arrays over all texts.

What is left is a sum of numbers of words, whatever their order; two that are equal by chance only cost a comparison more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.known import Known
from enduse.entities.renderings import (
    CORE_MAX,
    MOVED_MAX,
    Meeting,
    Rendering,
    meetings,
    settled,
    spelled_sound,
    syllable_pattern,
)
from enduse.entities.texts import TextTable
from enduse.entities.translating import Translating
from enduse.entities.vocabulary import BRAND, TRADE
from enduse.store import among, distinct, numbered

Ints = NDArray[np.int64]
Rests = NDArray[np.uint64]
Bools = NDArray[np.bool_]
_TOLD = ["rest", "sound", "syllables", "told"]
_SCHEMA = pa.schema(
    [
        ("translated", pa.int32()), ("spelled", pa.int32()), ("open", pa.uint64()), ("rest", pa.string()), ("sound", pa.string()),
        ("syllables", pa.int64()), ("told", pa.string()),
    ]
)  # fmt: skip


class Rendered:
    """Which texts may be two forms of one Chinese name: pairs that an earlier run looked at are not looked at again."""

    def __init__(self, table: TextTable, known: Known) -> None:
        self._table, self._known = table, known
        self.translating = Translating(known)

    def among(self, chosen: NDArray[np.bool_]) -> Iterator[Rendering]:
        """Yield the pairs of the `chosen` texts in letters, by what both say beside the name and in the order of numbers."""
        chosen = chosen & ~self._table.han
        parts = _parted(self._table, chosen)
        # A name in syllables stands beside one with another word, and all else that the two say is equal.
        open_ = np.intersect1d(parts.rests[parts.spelled], parts.rests[parts.foreign])
        parts = parts.where(among(parts.rests, open_))
        found = self._earlier(chosen, open_)
        fresh = self._fresh(parts)
        asking = parts.where(fresh)
        spelled = parts.where(parts.spelled)
        found += self._met(asking, spelled.where(among(spelled.rests, asking.rests)))
        new = parts.where(fresh & parts.spelled)
        old = parts.where(~fresh & among(parts.rests, new.rests))
        found += self._met(old, new)
        self._keep(found, parts, open_)
        return settled(found)

    def _met(self, entries: _Parts, spellers: _Parts) -> list[Meeting]:
        """Return where texts parted so meet spelled ones; beside what is left of each of them stands a spelled one."""
        entries = entries.where(self._may_begin(entries, spellers))
        spellers = spellers.where(among(spellers.rests, entries.rests))
        texts = self._table.texts
        asked, spelling = ([(at, texts[at]) for at in distinct(side.texts).tolist()] for side in (entries, spellers))
        return list(meetings(asked, spelling, self.translating))

    def _may_begin(self, parts: _Parts, spellers: _Parts) -> Bools:
        """Tell which of these begin with a word that may begin one of the spelled names beside which the same stands."""
        if not len(parts.texts) or not len(spellers.texts):
            return np.zeros(len(parts.texts), bool)
        wanted: dict[int, set[str]] = defaultdict(set)
        for text, rest in zip(spellers.texts.tolist(), spellers.rests.tolist(), strict=True):
            wanted[rest].add(spelled_sound(self._table.texts[text]))
        spelled = {rest: sorted(sounds) for rest, sounds in wanted.items()}
        rests, rest_of = numbered(parts.rests)
        width = max(len(rests), 1)
        pairs, place = numbered(parts.begins * width + rest_of)
        words = self._table.words
        plain = self.plain_words()
        sounds = words.sounds.take(pa.array(pairs // width)).to_pylist()
        told = np.zeros(len(pairs), bool)
        # Few words begin many names: a word is led to its syllables once, and looked at once beside what stands with it.
        last, ways = -1, frozenset[str]()
        for at, (word, rest) in enumerate(zip((pairs // width).tolist(), rests[pairs % width].tolist(), strict=True)):
            if plain[word]:
                told[at] = _begins(sounds[at], spelled[rest])
                continue
            if word != last:
                last, ways = word, self.translating.may_be(words[word])
            told[at] = any(_begins(way, spelled[rest]) for way in ways)
        return told[place]

    def plain_words(self) -> Bools:
        """Tell which words, by what is kept of them, translate nothing: such a word may only be kept."""
        words = self._table.words
        leading = pc.is_in(words.stems, value_set=self.translating.stems).to_numpy(zero_copy_only=False)
        unknown = words.means.is_null().to_numpy(zero_copy_only=False)
        # The stem of a word of a brand that no lexicon knows is what leads to its syllables.
        told: Bools = (words.kinds == BRAND) & unknown & ~leading
        return told

    def _fresh(self, parts: _Parts) -> NDArray[np.bool_]:
        """Tell which ways to part a text no earlier run has seen beside the others: of a new text, or where nothing stood open."""
        seen, stood = self._known.get("rendered texts"), self._known.get("rendered rests")
        if seen is None or stood is None or not len(self._table.earlier):
            return np.ones(len(parts.texts), bool)
        old = np.zeros(len(self._table) + 1, bool)
        old[self._table.earlier[seen["row"].to_numpy()]] = True
        fresh: NDArray[np.bool_] = ~(old[parts.texts] & among(parts.rests, stood["rest"].to_numpy()))
        return fresh

    def _earlier(self, chosen: NDArray[np.bool_], open_: Rests) -> list[Meeting]:
        """Return what the earlier run found of texts that are still chosen, where it may still be asked."""
        rows = self._known.get("renderings")
        if rows is None or not len(self._table.earlier):
            return []
        sides = [self._table.earlier[rows[side].to_numpy()] for side in ("translated", "spelled")]
        there = among(rows["open"].to_numpy(), open_)
        for side in sides:
            there &= (side >= 0) & np.append(chosen, False)[side]
        told = rows.filter(pa.array(there)).select(_TOLD).to_pylist()
        return [Meeting(*pair, **one) for *pair, one in zip(*(side[there].tolist() for side in sides), told, strict=True)]

    def _keep(self, found: list[Meeting], parts: _Parts, open_: Rests) -> None:
        row = self._table.line.astype(np.int32)
        columns = {name: [getattr(one, name) for one in found] for name in Meeting._fields}
        sides = {name: row[np.array(columns[name], np.int64)] for name in ("translated", "spelled")}
        # A name that is spelled is parted in one way: that says what stands beside it.
        beside = dict(zip(parts.texts[parts.spelled].tolist(), parts.rests[parts.spelled].tolist(), strict=True))
        rests = np.array([beside[one.spelled] for one in found], np.uint64)
        self._known.put("renderings", pa.table({**sides, "open": rests, **{name: columns[name] for name in _TOLD}}, _SCHEMA))
        self._known.put("rendered texts", pa.table({"row": row[distinct(parts.texts)]}))
        self._known.put("rendered rests", pa.table({"rest": open_}))


def _begins(way: str, spelled: Sequence[str]) -> bool:
    """Tell whether one of these sounds, which stand in the order of the alphabet, begins so."""
    at = bisect_left(spelled, way)
    return at < len(spelled) and spelled[at].startswith(way)


@dataclass
class _Parts:
    """Ways to part texts, a row each: the text, what is left as a number, whether the brand is a spelled one, or holds a foreign word.

    `begins` is the first word of what may be translated.
    """

    texts: Ints
    rests: Rests
    spelled: Bools
    foreign: Bools
    begins: Ints

    def where(self, chosen: Bools) -> _Parts:
        return _Parts(*(column[chosen] for column in vars(self).values()))


def _parted(table: TextTable, chosen: Bools) -> _Parts:
    """Return each way to part each of the chosen texts into what may be translated and the rest."""
    words, of, texts = table.words, table.word_of, table.word_texts
    size = len(table)
    pinyin = pc.match_substring_regex(words.sounds, f"^(?:{syllable_pattern()})$").to_numpy(zero_copy_only=False)
    said = words.said
    brand, trade = words.kinds == BRAND, words.kinds == TRADE
    rest = np.zeros(size, np.uint64)
    np.add.at(rest, texts[~brand[of]], said[of[~brand[of]]])
    brands, left = (np.bincount(texts[mask[of]], minlength=size) for mask in (brand, ~brand))
    spelled, foreign = (np.bincount(texts[mask[of]], minlength=size) > 0 for mask in (brand & pinyin, brand & ~pinyin))
    first = np.full(size, len(of), np.int64)
    np.minimum.at(first, texts[brand[of]], np.flatnonzero(brand[of]))
    at = np.flatnonzero(chosen & (brands > 0))
    plain = at[(brands[at] <= CORE_MAX) & (left[at] > 0)]
    found = [(plain, rest[plain], spelled[plain], foreign[plain], of[first[plain]].astype(np.int64))]
    where = np.flatnonzero(trade[of])
    for every, places in _moved(texts[where].astype(np.int64), where):
        count = places.shape[1]
        worth = among(every, at) & (left[every] > count) & (brands[every] + count <= CORE_MAX)
        holders, moved = every[worth], of[places[worth]]
        begins = of[np.minimum(first[holders], places[worth].min(axis=1))]
        less = rest[holders] - said[moved].sum(axis=1, dtype=np.uint64)
        found.append((holders, less, np.zeros(len(holders), bool), foreign[holders] | ~pinyin[moved].all(axis=1), begins.astype(np.int64)))
    return _Parts(*(np.concatenate(part) for part in zip(*found, strict=True)))


def _moved(texts: Ints, where: Ints) -> list[tuple[Ints, NDArray[np.int64]]]:
    """Return (text, places of words) of every one, and every two, of the words at `where`, which are those of `texts`, sorted."""
    starts = np.flatnonzero(np.diff(texts, prepend=-1))
    counts = np.diff(np.append(starts, len(texts)))
    found: list[tuple[Ints, NDArray[np.int64]]] = []
    for count in range(1, MOVED_MAX + 1):
        holders, places = [np.empty(0, np.int64)], [np.empty((0, count), np.int64)]
        for size in distinct(counts[counts >= count]).tolist():
            begin = starts[counts == size]
            for chosen in combinations(range(size), count):
                holders.append(texts[begin])
                places.append(where[begin[:, None] + np.array(chosen)])
        found.append((np.concatenate(holders), np.concatenate(places)))
    return found
