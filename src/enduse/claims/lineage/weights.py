"""How much a shared word says: much when few articles hold it, little when every story of the field does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from enduse.claims.lineage.features import Told, stem
from enduse.claims.lineage.lexicon import TOPICS, WELL_KNOWN

_PRIOR = 12.0
"""As many articles as what is known of words beforehand weighs."""
_COMMON, _TOPIC, _OTHER = 0.3, 0.15, 0.02
"""The share of articles that hold a class of doing, goods or a country; a word of the field; any other word: before any is read."""


class Weights:
    """How much a word says, from what is known beforehand and from how many of the articles hold it."""

    def __init__(self, claims: Iterable[Told]) -> None:
        held: dict[str, set[int]] = {}
        for one in claims:
            for word in {*one.words, *(stem(name) for name in one.names)}:
                held.setdefault(word, set()).add(one.article)
        self.articles = max(len({article for found in held.values() for article in found}), 1)
        self._held = {word: len(found) for word, found in held.items()}
        self._weight: dict[str, float] = {}

    def share(self, word: str) -> float:
        """Return the share of articles that are expected to hold a word."""
        known = _COMMON if ":" in word else _TOPIC if word in TOPICS or word in WELL_KNOWN else _OTHER
        return (self._held.get(word, 1) + _PRIOR * known) / (self.articles + _PRIOR)

    def of(self, word: str) -> float:
        """Return the weight of a word."""
        known = self._weight.get(word)
        if known is None:
            known = self._weight[word] = -math.log(min(self.share(word), 0.95)) * (0.5 if word.startswith("action:") else 1.0)
        return known

    def rare(self, word: str) -> bool:
        """Tell whether so few articles hold the word that sharing it is no accident: a sixth of them, or a dozen; never a known name."""
        return word not in WELL_KNOWN and self._held.get(stem(word), 1) <= max(12, self.articles // 6)

    def cosine(self, one: Mapping[str, int], other: Mapping[str, int]) -> float:
        """Return how alike two sets of words are, 0 to 1."""
        return cosine(one, other, {word: self.of(word) for word in {*one, *other}})


def cosine(one: Mapping[str, int], other: Mapping[str, int], weight: Mapping[str, float]) -> float:
    """Return how alike two sets of words of these weights are, 0 to 1."""
    shared = sum(weight[word] ** 2 for word in one if word in other)
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(weight[word] ** 2 for word in one) * sum(weight[word] ** 2 for word in other))
