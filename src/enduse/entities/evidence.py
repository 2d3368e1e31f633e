"""What speaks for two clusters being one: how their names relate, and what stands beside the names, in arrays over all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.entities.beside import COMMON_WEIGHT, bits_of, distinct_pairs, each_pair, stated_values
from enduse.entities.bridging import Answers, answers
from enduse.entities.clusters import Clusters
from enduse.entities.mentions import Mentions
from enduse.entities.namesakes import Namesakes, namesakes
from enduse.entities.pairing import alike, sharing
from enduse.entities.placing import settle_places
from enduse.entities.relation import Relation
from enduse.entities.retelling import Retold
from enduse.entities.values import NONE
from enduse.store import among, distinct, distinct_at, numbered, ordered, starts_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_BEARERS_MAX = 30
"""A text that more clusters than this bear brings none of them together."""
_SHARERS_MAX = 60
"""A telephone, domain, address or number that more clusters share brings none of them together."""
_TEXTS_COMPARED = 4
"""Of each of two clusters that share a telephone, domain, address or number so many texts are compared."""


class Weights(NamedTuple):
    """What each piece of evidence adds to the log-odds that two clusters are one.

    Set on the development half of benchmarks/names (resolving), rounded; figures on that half are not a test.
    """

    conflict: float = -9.0
    unknown: float = -4.0
    weak: float = -5.0
    more: float = -3.0
    nearly: float = 0.3
    less: float = -1.5
    short: float = 0.0
    spelled: float = 2.0
    placed: float = 2.0
    slip: float = 3.7
    rendered: float = 0.7
    meant: float = 4.2
    heard: float = 4.6
    mistyped: float = 4.6
    sound: float = 4.6
    same: float = 4.6
    some_conflict: float = -3.0
    """Some of the texts of the two deny each other, most do not."""
    telephone: float = 4.5
    domain: float = 4.5
    address: float = 4.0
    doubtful: float = 4.0
    """The same number whose check digits fail or whose kind is not known."""
    common: float = COMMON_WEIGHT
    """Of the weight of a telephone, domain, address or number that more than a few names share."""
    address_differs: float = -2.0
    country: float = 1.0
    country_differs: float = -8.0
    bodies_differ: float = -5.0
    kept_apart: float = -4.0
    """Equal names that the rules of names kept apart, because several companies bear them."""
    contacts_differ: float = -1.0
    """Each of telephone and domain that both state and of which they share none."""
    numbers_differ: float = -3.0
    slip_of_many: float = -1.5
    """A letter differs, and each of the two names stands on more records than a mistype does."""


WEIGHTS = Weights()
BESIDE = ("telephone", "domain", "address", "doubtful")
_SAME = ("same telephone", "same domain", "same address", "same number")


@dataclass
class Pairs:
    """Pairs of clusters with what speaks for and against each; one row a pair, sorted. Clusters go by their positions in `roots`."""

    left: Ints
    right: Ints
    relation: NDArray[np.int8]
    """The closest relation of two of their texts."""
    agreeing: Ints
    denying: Ints
    """How many compared texts are at least nearly alike, and how many deny each other."""
    beside: dict[str, Floats]
    """Of each of BESIDE: 1 for a value that both state, less for a common one, 0 without."""
    country: NDArray[np.int8]
    bodies: NDArray[np.int8]
    address: NDArray[np.int8]
    """1 agree, 0 not stated on both sides, -1 differ."""
    apart: NDArray[np.bool_]
    """True where two bear one normalised name and were kept apart."""
    differing: NDArray[np.int8]
    """How many of telephone and domain both state, and share none."""
    numbers: NDArray[np.int8]
    """-1 where both state numbers and share none, else 0."""
    mentions: Ints
    """Mentions of the smaller of the two."""

    def shared(self, chosen: Ints) -> Ints:
        """Return of some of the pairs what both state beside their names, as bits in the order of BESIDE."""
        found = np.zeros(len(chosen), np.int64)
        for at, name in enumerate(BESIDE):
            found |= (self.beside[name][chosen] > 0).astype(np.int64) << at
        return found

    def scores(self, mistyped_max: int, weights: Weights = WEIGHTS) -> Floats:
        """Return the log-odds of each pair; `mistyped_max` is how many mentions a mistyped name stands on at most."""
        of_relation = np.array(
            [
                weights.conflict, weights.unknown, weights.weak, weights.more, weights.nearly, weights.less, weights.short, weights.spelled,
                weights.placed, weights.slip, weights.rendered, weights.meant, weights.heard, weights.mistyped, weights.sound, weights.same,
            ]
        )  # fmt: skip
        total = of_relation[self.relation]
        total = np.where(self.denying > self.agreeing, np.minimum(total, weights.conflict), total)
        total += weights.some_conflict * ((self.denying > 0) & (self.denying <= self.agreeing))
        for name in BESIDE:
            total += getattr(weights, name) * self.beside[name]
        total += np.where(self.country > 0, weights.country, np.where(self.country < 0, weights.country_differs, 0.0))
        total += np.where(self.bodies < 0, weights.bodies_differ, 0.0)
        total += np.where((self.address < 0) & (self.beside["address"] == 0), weights.address_differs, 0.0)
        total += weights.kept_apart * self.apart + weights.contacts_differ * self.differing
        total += np.where(self.numbers < 0, weights.numbers_differ, 0.0)
        total += weights.slip_of_many * ((self.relation == Relation.SLIP) & (self.mentions > mistyped_max))
        rounded: Floats = np.round(total, 4)
        return rounded


def shared_in_words(shared: int) -> list[str]:
    """Return what two state beside their names, given as bits in the order of BESIDE.

    >>> shared_in_words(9)
    ['same telephone', 'same number']
    """
    return [words for at, words in enumerate(_SAME) if shared >> at & 1]


def gather(mentions: Mentions, clusters: Clusters, block_max: int, characters_min: int) -> tuple[Ints, Pairs]:
    """Return the clusters by their smallest position, and the evidence of every pair that shares a key or a value."""
    roots, cluster = numbered(clusters.roots())
    text = mentions.named.text[mentions.names.of].astype(np.int64)
    stated = text != NONE
    bearing = distinct_pairs(text[stated], cluster[stated])
    values = stated_values(mentions, cluster)
    answered = answers(mentions.named.texts, characters_min, mentions.known)
    retold = Retold(answered, len(mentions.named.texts))
    found = _by_names(mentions, bearing, block_max, retold)
    across = _by_text(bearing, *_across(answered, retold), len(mentions.named.texts))
    beside: dict[str, tuple[Ints, Floats]] = {}
    for name, (value, holder, weight) in values.items():
        beside[name] = _by_value(value, holder, weight, len(roots))
    codes = distinct(np.concatenate([one[0] for one in beside.values()])) if beside else np.empty(0, np.int64)
    more = _of_texts(mentions, bearing, codes, len(roots), retold)
    return roots, _put_together(
        mentions,
        cluster,
        len(roots),
        [found, across, more],
        beside,
        _stating(mentions, cluster, len(roots), values),
        _of_one_name(mentions, cluster, namesakes(mentions, clusters), len(roots)),
    )


def _by_names(mentions: Mentions, bearing: tuple[Ints, Ints], block_max: int, retold: Retold) -> tuple[Ints, Ints, NDArray[np.int8]]:
    """Return (cluster, cluster, relation) of clusters whose texts are alike or equal."""
    table = mentions.named.texts
    texts, holders = bearing
    lefts, rights = alike(table, block_max, mentions.known)
    kinds = mentions.named.related.of(lefts, rights)
    retold.excuse(lefts, rights, kinds)
    kinds = retold.read(lefts, rights, kinds)
    first, second, found = _by_text(bearing, lefts, rights, kinds, len(table))
    same = sharing(texts, holders, _BEARERS_MAX)
    equal = np.full(len(same[0]), Relation.SAME, np.int8)
    return np.concatenate([first, same[0]]), np.concatenate([second, same[1]]), np.concatenate([found, equal])


def _across(answered: Answers, retold: Retold) -> tuple[Ints, Ints, NDArray[np.int8]]:
    """Return (text, text, relation) of a Chinese name and one that answers it word for word, and of two names that answer one."""
    more = retold.pairs()
    rendered = np.full(len(more[0]), Relation.RENDERED, np.int8)
    sides = (np.concatenate([answered.chinese, more[0]]), np.concatenate([answered.latin, more[1]]))
    return *sides, np.concatenate([answered.relation, rendered])


def _by_text(
    bearing: tuple[Ints, Ints], lefts: Ints, rights: Ints, kinds: NDArray[np.int8], size: int
) -> tuple[Ints, Ints, NDArray[np.int8]]:
    """Return (cluster, cluster, relation) of the clusters that bear two texts that relate; texts of very many clusters are left out."""
    texts, holders = bearing
    starts = starts_of(texts, size)
    starts, counts = starts[:-1], np.diff(starts)
    few = (counts[lefts] <= _BEARERS_MAX) & (counts[rights] <= _BEARERS_MAX)
    lefts, rights, kinds = lefts[few], rights[few], kinds[few]
    ours, theirs, owner = each_pair(starts[lefts], counts[lefts], starts[rights], counts[rights])
    return holders[ours], holders[theirs], kinds[owner]


def _of_texts(
    mentions: Mentions, bearing: tuple[Ints, Ints], codes: Ints, size: int, retold: Retold
) -> tuple[Ints, Ints, NDArray[np.int8]]:
    """Return (cluster, cluster, relation) of the first texts of clusters that share a value."""
    order = ordered(bearing[1], bearing[0])
    texts, holders = bearing[0][order], bearing[1][order]
    starts = starts_of(holders, size)
    starts, counts = starts[:-1], np.minimum(np.diff(starts), _TEXTS_COMPARED)
    left, right = codes // max(size, 1), codes % max(size, 1)
    ours, theirs, owner = each_pair(starts[left], counts[left], starts[right], counts[right])
    low, high = np.minimum(texts[ours], texts[theirs]), np.maximum(texts[ours], texts[theirs])
    width = len(mentions.named.texts) + 1
    pairs, place = numbered(low * width + high)
    kinds = retold.read(pairs // width, pairs % width, mentions.named.related.of(pairs // width, pairs % width))
    return left[owner], right[owner], kinds[place]


def _stating(mentions: Mentions, cluster: Ints, size: int, values: dict[str, tuple[Ints, Ints, Floats]]) -> dict[str, NDArray[np.bool_]]:
    """Return which clusters state a telephone, a domain (not a generic one), a number at all."""
    found = {}
    for name in ("telephone", "domain"):
        value, holder, weight = values[name]
        found[name] = np.bincount(holder[weight[value] > 0], minlength=size) > 0
    numbered = np.flatnonzero(mentions.said_of != NONE)
    found["number"] = np.bincount(cluster[numbered], minlength=size) > 0
    return found


def _by_value(value: Ints, holder: Ints, weight: Floats, size: int) -> tuple[Ints, Floats]:
    """Return the pairs of clusters that share a value that is not generic, as codes, and the weight of the heaviest one shared."""
    telling = weight[value] > 0 if len(value) else np.empty(0, bool)
    codes: list[Ints] = []
    weights: list[Floats] = []
    for each in sorted(set(weight[value[telling]].tolist()), reverse=True):
        chosen = telling & (weight[value] == each)
        left, right = sharing(value[chosen], holder[chosen], _SHARERS_MAX)
        codes.append(left * size + right)
        weights.append(np.full(len(left), each))
    if not codes:
        return np.empty(0, np.int64), np.empty(0)
    every, first = distinct_at(np.concatenate(codes))
    return every, np.concatenate(weights)[first]


def _put_together(
    mentions: Mentions,
    cluster: Ints,
    size: int,
    related: Sequence[tuple[Ints, Ints, NDArray[np.int8]]],
    beside: dict[str, tuple[Ints, Floats]],
    stating: dict[str, NDArray[np.bool_]],
    of_one_name: Ints,
) -> Pairs:
    width = max(size, 1)
    low = np.concatenate([np.minimum(left, right) for left, right, _ in related])
    high = np.concatenate([np.maximum(left, right) for left, right, _ in related])
    kinds = np.concatenate([kind for _, _, kind in related])
    apart = low != high
    codes, place = numbered(low[apart] * width + high[apart])
    kinds = kinds[apart]
    relation = np.zeros(len(codes), np.int8)
    np.maximum.at(relation, place, kinds)
    agreeing = np.bincount(place, kinds >= Relation.NEARLY, len(codes)).astype(np.int64)
    denying = np.bincount(place, kinds == Relation.CONFLICT, len(codes)).astype(np.int64)
    left, right = codes // width, codes % width
    relation = settle_places(mentions, cluster, left, right, relation)
    shared = {}
    for name, (found, weight) in beside.items():
        shared[name] = np.zeros(len(codes))
        if len(found):
            at = np.minimum(np.searchsorted(found, codes), len(found) - 1)
            shared[name] = np.where(found[at] == codes, weight[at], 0.0)
    country = agreement(mentions.country.of, cluster, size, left, right)
    of_name = mentions.names.of
    bodies = _agreement_of_bits(mentions.named.bodies[of_name], cluster, size, left, right)
    national = mentions.named.national[of_name].astype(np.int32) - 1
    bodies = np.minimum(bodies, agreement(national, cluster, size, left, right))
    places_of = np.append(mentions.site, np.int32(NONE))[mentions.address.of]
    stated = np.bincount(cluster[places_of != NONE], minlength=size) > 0
    address = np.where(shared["address"] > 0, 1, np.where(stated[left] & stated[right], -1, 0)).astype(np.int8)
    # Translators write Co., Ltd. for every Chinese form.
    across = (relation >= Relation.RENDERED) & (relation <= Relation.HEARD)
    bodies = np.where(across, np.int8(0), bodies).astype(np.int8)
    differing = np.zeros(len(codes), np.int8)
    for name in ("telephone", "domain"):
        differing += (stating[name][left] & stating[name][right] & (shared[name] == 0)).astype(np.int8)
    numbers = -(stating["number"][left] & stating["number"][right] & (shared["doubtful"] == 0)).astype(np.int8)
    sizes = np.bincount(cluster, minlength=size)
    return Pairs(
        left, right, relation, agreeing, denying, shared, country, bodies, address, among(codes, of_one_name), differing,
        numbers, np.minimum(sizes[left], sizes[right]),
    )  # fmt: skip


def _of_one_name(mentions: Mentions, cluster: Ints, borne: Namesakes, size: int) -> Ints:
    """Return the pairs of clusters, as codes, that bear one normalised name, or one that two companies bear, in whatever language."""
    equal = sharing(mentions.key.astype(np.int64), cluster, _BEARERS_MAX)
    rival = sharing(borne.said[borne.contested], cluster[borne.contested], _BEARERS_MAX)
    left, right = np.concatenate([equal[0], rival[0]]), np.concatenate([equal[1], rival[1]])
    found: Ints = left * max(size, 1) + right
    return found


def agreement(values: NDArray[np.int32], cluster: Ints, size: int, left: Ints, right: Ints) -> NDArray[np.int8]:
    """Return 1 where two clusters state a value in common, -1 where both state some and none in common, else 0."""
    return _compared(bits_of(values, cluster, size), left, right)


def _agreement_of_bits(bits: NDArray[np.uint8], cluster: Ints, size: int, left: Ints, right: Ints) -> NDArray[np.int8]:
    word = np.zeros(size, np.uint64)
    np.bitwise_or.at(word, cluster, bits.astype(np.uint64))
    return _compared([word], left, right)


def _compared(words: Iterable[NDArray[np.uint64]], left: Ints, right: Ints) -> NDArray[np.int8]:
    agree, ours, theirs = (np.zeros(len(left), bool) for _ in range(3))
    for word in words:
        agree |= (word[left] & word[right]) != 0
        ours |= word[left] != 0
        theirs |= word[right] != 0
    return np.where(agree, 1, np.where(ours & theirs, -1, 0)).astype(np.int8)
