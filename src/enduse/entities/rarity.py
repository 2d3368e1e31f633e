"""What is common among very many names tells little: words that many entities of a pool bear, general words on one side only.

Two names alone cannot say how common their words are; a pool of many can. What is taken off here, and why, stands in the
explanation of a hit. Chinese names are left as they are: their words are characters, and few are shared.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

import pyarrow as pa

from enduse.entities.columns import checked, numbers_of
from enduse.entities.outcomes import Compared
from enduse.entities.read_words import Word
from enduse.entities.reading import Reading

_BEARERS_MIN = 5
"""A word that fewer entities than this bear is nobody's general word."""
_ENTITIES = 13_000
"""A pool of fewer entities is taken for one of so many: a few names say nothing about how common a word is."""
_WORTH, _TOLD_LESS = 0.5, 1.0
"""What a word too common takes off: half of what it was thought to tell more than its rarity, less one natural log unit."""
_GENERAL = 1.0
"""What each general word (group, industries, investment) that stands on one side only takes off; set on a development half."""
_TRADE_ALONE = 1.0
"""What a line of business on one side takes off where a single word is all the two may share: companies of many trades bear it.
Set on companies of a register that no list names, of a development half."""
WORDS = pa.schema({"sound": pa.string(), "bearers": pa.int32()})


class Commonness:
    """How many entities of a pool bear each word that may be a brand."""

    def __init__(self) -> None:
        self._entities = 0
        self._bearers: Counter[str] = Counter()

    def add(self, readings: Iterable[Reading]) -> None:
        """Count one more entity with all its names."""
        self._entities += 1
        self._bearers.update({one.sound for reading in readings for one in _telling(reading)})

    def remove(self, readings: Iterable[Reading]) -> None:
        """Forget an entity that was counted."""
        self._entities -= 1
        self._bearers.subtract({one.sound for reading in readings for one in _telling(reading)})

    def kept(self) -> pa.Table:
        """Return how many bear each word, as it is kept."""
        return pa.table([pa.array(self._bearers, pa.string()), pa.array(self._bearers.values(), pa.int32())], WORDS)

    @classmethod
    def of(cls, rows: pa.Table, entities: int) -> Commonness:
        """Return what was kept of so many entities; raises ValueError for what cannot have been kept."""
        rows = checked(rows, WORDS)
        found = cls()
        found._entities = entities
        found._bearers = Counter(dict(zip(rows["sound"].to_pylist(), numbers_of(rows["bearers"], entities + 1).tolist(), strict=True)))
        return found

    def less(self, ours: Reading, theirs: Reading) -> float:
        """Return what two names' score loses because what they share is common, or general words stand on one side: never negative."""
        if ours.brands or theirs.brands:
            return 0.0
        common = sum(max(one.weight - self._tells(one) + _TOLD_LESS, 0.0) for one in self._common(ours, theirs))
        alone = _TRADE_ALONE if _trade_alone(ours, theirs) else 0.0
        return _WORTH * common + _GENERAL * (sum(map(len, _general(ours, theirs)))) + alone

    def told(self, ours: Reading, theirs: Reading) -> Iterator[Compared]:
        """Yield what `less` takes off, as lines of an explanation; nothing where it takes nothing."""
        if ours.brands or theirs.brands:
            return
        words = self._common(ours, theirs)
        if words:
            most = max(self._bearers[one.sound] for one in words)
            text = " ".join(dict.fromkeys(one.text for one in words))
            yield Compared(f"common words, borne by up to {most:,} of {self._entities:,} entities", "unknown", text, text)
        left, right = _general(ours, theirs)
        if left or right:
            yield Compared("general words", "differ" if left and right else "unknown", " ".join(left) or None, " ".join(right) or None)
        if sides := _trade_alone(ours, theirs):
            yield Compared("one brand, and a line of business on one side only", "unknown", *sides)

    def _common(self, ours: Reading, theirs: Reading) -> list[Word]:
        shared = {one.sound for one in _telling(theirs)}
        return [one for one in _telling(ours) if one.sound in shared and self._bearers[one.sound] >= _BEARERS_MIN]

    def _tells(self, one: Word) -> float:
        return math.log(max(self._entities, _ENTITIES) / self._bearers[one.sound])


def _telling(reading: Reading) -> Iterator[Word]:
    return (one for one in reading.words if one.kind in ("brand", "word"))


def _general(ours: Reading, theirs: Reading) -> tuple[list[str], list[str]]:
    """Return the general words that stand on one side only, of names in one script: translators add and drop them."""
    if ours.script != theirs.script:
        return [], []
    left, right = ({one.means or one.sound for one in reading.words if one.kind == "body"} for reading in (ours, theirs))
    return sorted(left - right), sorted(right - left)


def _trade_alone(ours: Reading, theirs: Reading) -> tuple[str | None, str | None] | None:
    """Return the lines of business of both sides where only one states any and only one brand word can tie them; else null."""
    if ours.script != theirs.script or bool(ours.trades) == bool(theirs.trades):
        return None
    if min(sum(1 for _ in _telling(ours)), sum(1 for _ in _telling(theirs))) != 1:
        return None
    if set(ours.places) & set(theirs.places) or set(ours.numbers) & set(theirs.numbers):
        return None
    return " ".join(ours.trades) or None, " ".join(theirs.trades) or None
