"""The distinct words of all texts, each with what is asked of it: worked out once for a word, and kept in columns.

A text is then a row of numbers, and what is asked of every text is asked of arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from enduse.entities.fingerprints import Prints, prints_of
from enduse.entities.glosses import gloss_key, gloss_stem
from enduse.entities.lexicon import by_sound
from enduse.entities.meaning import meaning_alone
from enduse.terms.sounds import sound_alone, sound_of

BRAND, PLACE, TRADE, NUMBER, BODY = range(5)
_BEGINNING, _PART_MIN = 3, 2
_NO_PLACE = "congo"
"""A word of so many names of rivers, wars and dances that it does not say where a company is."""
_SCHEMA = pa.schema(
    [
        ("number", pa.uint64()), ("sound", pa.string()), ("kind", pa.int8()), ("means", pa.string()), ("stem", pa.string()),
        ("glosses", pa.list_(pa.string())), ("said", pa.uint64()),
    ]
)  # fmt: skip


@dataclass(slots=True)
class Token:
    """One word: its sound, its kind, what it means (null: the lexicon does not know it), a number that no other word has."""

    sound: str
    kind: int
    means: str | None
    number: int

    def __hash__(self) -> int:
        return self.number

    @property
    def said(self) -> str:
        """What it means, else how it sounds."""
        return self.means or self.sound


@lru_cache(maxsize=100_000)
def together(left: str, right: str) -> str | None:
    """Return what two words written in one mean; null when they are no known word."""
    found = meaning_alone(sound_alone(left + right))
    return found.meaning if found is not None else None


@lru_cache(maxsize=100_000)
def gloss_keys(sound: str, means: str | None) -> tuple[str, ...]:
    """Return under which keys a word meets a gloss: how it sounds, then each word of what it means."""
    return tuple(dict.fromkeys(gloss_key(word) for word in (sound, *(means or "").split())))


def place_of(printed: Iterable[Token]) -> str | None:
    """Return where a text says that a company is: its first place, else a place of two words; null without one."""
    words = list(printed)
    for one in words:
        if one.kind == PLACE and one.means != _NO_PLACE:
            return one.means
    return next((said for left, right in pairwise(words) if (said := _place_together(left.sound, right.sound))), None)


def _place_together(left: str, right: str) -> str | None:
    """Return the place that two words are, written in one; null where they are none: real estate is no place, nor are two letters."""
    if min(len(left), len(right)) < _PART_MIN or (sound := sound_alone(left + right))[:_BEGINNING] not in _places_begin():
        # Most words: no place begins so.
        return None
    found = meaning_alone(sound)
    return found.meaning if found is not None and found.kind == "place" else None


@cache
def _places_begin() -> frozenset[str]:
    """Return the first letters of all places as they sound."""
    return frozenset(sound[:_BEGINNING] for words in by_sound() for sound, means in words.items() if means[0].kind == "place")


class Words(Sequence[Token]):
    """Distinct words in columns; a `Token` is made when one is looked at."""

    def __init__(self, rows: pa.Table) -> None:
        self.rows = rows
        self.sounds, self.means, self.stems, self.glosses = (
            rows[name].combine_chunks() for name in ("sound", "means", "stem", "glosses")
        )  # fmt: skip
        self.kinds: NDArray[np.int8] = rows["kind"].to_numpy()
        self.said: Prints = rows["said"].to_numpy()
        """Of each word a number for what it says: sums of them hardly meet."""
        self._made: dict[int, Token] = {}

    def __len__(self) -> int:
        return len(self.kinds)

    @cached_property
    def _plain(self) -> tuple[list[str], list[str | None], list[int]]:
        return self.sounds.to_pylist(), self.means.to_pylist(), self.rows["number"].to_pylist()

    def __getitem__(self, at: Any) -> Any:
        found = self._made.get(at)
        if found is None:
            sounds, means, numbers = self._plain
            found = self._made[at] = Token(sounds[at], int(self.kinds[at]), means[at], numbers[at])
        return found

    def several(self, places: Sequence[int]) -> tuple[Token, ...]:
        """Return the words at some places."""
        made = self._made
        return tuple([made.get(at) or self[at] for at in places])

    @cached_property
    def numbered(self) -> NDArray[np.bool_]:
        """Which words are numbers."""
        found: NDArray[np.bool_] = self.kinds == NUMBER
        return found

    @cached_property
    def meanings(self) -> tuple[NDArray[np.int32], pa.Array]:
        """What each word means as a number in alphabetical order (-1: not known, or a number), and the meanings themselves."""
        encoded = pc.if_else(pa.array(self.numbered), pa.scalar(None, pa.string()), self.means).dictionary_encode()
        order = pc.array_sort_indices(encoded.dictionary).to_numpy()
        place = np.empty(len(order) + 1, np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        place[-1] = -1
        of = place[pc.fill_null(encoded.indices, len(order)).to_numpy(zero_copy_only=False)]
        return of, encoded.dictionary.take(pa.array(order))

    def among(self, column: pa.Array, wanted: pa.Array) -> NDArray[np.int64]:
        """Return of each word where its value stands in `wanted`; -1 where it does not, or has none."""
        found = pc.fill_null(pc.index_in(column, value_set=wanted, skip_nulls=True), -1)
        place: NDArray[np.int64] = found.to_numpy(zero_copy_only=False).astype(np.int64)
        return place


class Vocabulary:
    """Gathers words and numbers them as they come; begins with the words of an earlier run."""

    def __init__(self, known: pa.Table | None = None) -> None:
        self._had = known if known is not None else _SCHEMA.empty_table()
        self._places: dict[tuple[int, str], int] | None = None
        self._new: list[Token] = []

    def place(self, one: Token) -> int:
        """Return the number of a word. Two of one number and two sounds are two: a text in characters may hold letters."""
        if self._places is None:
            had = zip(self._had["number"].to_pylist(), self._had["sound"].to_pylist(), strict=True)
            self._places = {word: at for at, word in enumerate(had)}
        at = self._places.setdefault((one.number, one.sound), len(self._places))
        if at == self._had.num_rows + len(self._new):
            self._new.append(one)
        return at

    def words(self, used: NDArray[np.int64]) -> Words:
        """Return the words with these numbers, in their order."""
        columns = list(zip(*map(_row, self._new), strict=True)) or [()] * len(_SCHEMA)
        new = pa.table([pa.array(column, kind) for column, kind in zip(columns, _SCHEMA.types, strict=True)], _SCHEMA)
        return Words(pa.concat_tables([self._had, new]).take(pa.array(used)).combine_chunks())


def _row(one: Token) -> tuple[Any, ...]:
    stem = None if one.kind in (NUMBER, TRADE) else sound_of(one.means) if one.means else gloss_stem(one.sound)
    glosses = [] if one.kind == NUMBER else gloss_keys(one.sound, one.means)
    return one.number, one.sound, one.kind, one.means, stem, glosses, int(prints_of([one.said])[0])
