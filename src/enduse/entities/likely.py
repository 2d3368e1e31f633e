"""Clusters joined on evidence: names nearly equal together with a telephone, an address, a domain or a doubtful number.

What the evidence does not carry stays a question.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from enduse.entities.beside import bits_of, numbers_of
from enduse.entities.clusters import Clusters
from enduse.entities.evidence import Pairs, gather, shared_in_words
from enduse.entities.fingerprints import Prints, prints_of, summed
from enduse.entities.mentions import Mentions
from enduse.entities.parameters import BLOCK_MAX, EVIDENCE_MIN, MISTYPED_MENTIONS_MAX, SOUND_CHARACTERS_MIN, SUSPICIOUS_SIZE
from enduse.entities.relation import WORDS, Relation
from enduse.entities.settling import Edges, Nodes, settle
from enduse.entities.values import NONE
from enduse.store import StageRun, among, distinct, numbered, ordered

Ints = NDArray[np.int64]
EVIDENCE = "alike name and shared evidence"
ALIKE = "alike name, nothing against it"
ACROSS = "same name in another script, word by word"


def join_likely(run: StageRun, mentions: Mentions, clusters: Clusters) -> tuple[Ints, Pairs]:
    """Join the clusters that evidence says are one; return the clusters as they were before, and the evidence of each pair."""
    roots, pairs = gather(mentions, clusters, run.parameter(BLOCK_MAX), run.parameter(SOUND_CHARACTERS_MIN))
    # Texts were laid side by side; few of them are looked at again.
    mentions.named.texts.forget_made()
    scores = pairs.scores(run.parameter(MISTYPED_MENTIONS_MAX))
    worth = np.flatnonzero((scores > 0) | (pairs.relation == Relation.CONFLICT) | (pairs.denying > pairs.agreeing))
    edges = Edges(pairs.left[worth], pairs.right[worth], scores[worth])
    nodes = roots.tolist()
    countries, stated = _countries(mentions, clusters, roots)
    touched = distinct(np.concatenate([edges.left, edges.right]))
    stated[touched] += clusters.prints(roots[touched])
    judged = among(roots, np.array(clusters.judged(), np.int64))

    def forbidden(left: int, right: int) -> bool:
        if countries[left] and countries[right] and not countries[left] & countries[right]:
            return True
        return clusters.refusal_of(nodes[left], nodes[right]) is not None

    read = Nodes(mentions.id_column.take(pa.array(roots)), stated, judged)
    group_of = settle(edges, read, run.parameter(EVIDENCE_MIN), run.parameter(SUSPICIOUS_SIZE), forbidden, mentions.known)
    _join(clusters, roots, group_of, _basis(pairs, scores, group_of))
    return roots, pairs


def _join(clusters: Clusters, roots: Ints, group_of: Ints, basis: Sequence[str]) -> None:
    """Join the clusters of each group to its first, each with the reason for which it stands there."""
    members = np.flatnonzero(group_of >= 0)
    members = members[ordered(group_of[members])]
    first = np.flatnonzero(np.diff(group_of[members], prepend=-1))
    firsts = np.repeat(members[first], np.diff(np.append(first, len(members))))
    other = firsts != members
    # No group holds two that anything forbids to join.
    clusters.join_sure(roots[firsts[other]], roots[members[other]], [basis[at] for at in members[other].tolist()])


def _countries(mentions: Mentions, clusters: Clusters, roots: Ints) -> tuple[list[int], Prints]:
    """Return the countries that the mentions of each cluster state, as bits, and as a number that is the same in every run."""
    cluster = np.searchsorted(roots, clusters.roots())
    country = mentions.country.of
    stated = np.flatnonzero(country != NONE)
    width = max(len(mentions.country), 1)
    codes = distinct(cluster[stated].astype(np.int64) * width + country[stated])
    found = numbers_of(bits_of(country, cluster, len(roots)))
    return found, summed(prints_of(mentions.country.values)[codes % width], codes // width, len(roots))


def _basis(pairs: Pairs, scores: NDArray[np.float64], group_of: Ints) -> Sequence[str]:
    """Return why each cluster stands in its group: the strongest evidence that ties it to another of the group, in words; else ''."""
    inside = np.flatnonzero((group_of[pairs.left] == group_of[pairs.right]) & (group_of[pairs.left] >= 0) & (scores > 0))
    # The strongest last; of equal ones the first pair.
    inside = inside[np.lexsort((-inside, scores[inside]))]
    strongest = np.full(len(group_of), NONE, np.int64)
    for side in (pairs.left, pairs.right):
        np.maximum.at(strongest, side[inside], np.arange(len(inside)))
    kinds, of = numbered(pairs.shared(inside) * len(Relation) + pairs.relation[inside])
    words = [_in_words(Relation(kind % len(Relation)), kind // len(Relation)) for kind in kinds.tolist()]
    return [words[kind] if kind >= 0 else "" for kind in np.append(of, NONE)[strongest].tolist()]


def _in_words(relation: Relation, shared: int) -> str:
    beside = shared_in_words(shared)
    kind = ACROSS if relation in (Relation.HEARD, Relation.MEANT) else EVIDENCE if beside else ALIKE
    return "; ".join([f"{kind}: {WORDS[relation]}", *beside])
