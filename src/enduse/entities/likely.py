"""Clusters joined on evidence: names nearly equal together with a telephone, an address, a domain or a doubtful number.

What the evidence does not carry stays a question.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from enduse.entities.clusters import Clusters
from enduse.entities.contracting import contract
from enduse.entities.evidence import BESIDE, Pairs, gather
from enduse.entities.mentions import NONE, Mentions
from enduse.entities.parameters import BLOCK_MAX, EVIDENCE_MIN, MISTYPED_MENTIONS_MAX, SOUND_CHARACTERS_MIN, SUSPICIOUS_SIZE
from enduse.entities.relating import WORDS, Relation
from enduse.store import StageRun

EVIDENCE = "alike name and shared evidence"
ALIKE = "alike name, nothing against it"
ACROSS = "same name in another script, word by word"


def join_likely(run: StageRun, mentions: Mentions, clusters: Clusters) -> tuple[NDArray[np.int64], Pairs]:
    """Join the clusters that evidence says are one; return the clusters as they were before, and the evidence of each pair."""
    roots, pairs = gather(mentions, clusters, run.parameter(BLOCK_MAX), run.parameter(SOUND_CHARACTERS_MIN))
    scores = pairs.scores(run.parameter(MISTYPED_MENTIONS_MAX))
    worth = np.flatnonzero((scores > 0) | (pairs.relation == Relation.CONFLICT) | (pairs.denying > pairs.agreeing))
    edges = list(zip(pairs.left[worth].tolist(), pairs.right[worth].tolist(), scores[worth].tolist(), strict=True))
    nodes = roots.tolist()
    countries = _countries(mentions, clusters, roots)

    def forbidden(left: int, right: int) -> bool:
        if countries[left] and countries[right] and not countries[left] & countries[right]:
            return True
        return clusters.refusal(nodes[left], nodes[right]) is not None

    groups = contract(edges, run.parameter(EVIDENCE_MIN), forbidden, run.parameter(SUSPICIOUS_SIZE))
    group_of = np.full(len(roots), -1, np.int64)
    for number, group in enumerate(groups):
        group_of[list(group)] = number
    basis = _basis(pairs, scores, group_of)
    for group in groups:
        for other in group[1:]:
            clusters.join(nodes[group[0]], nodes[other], basis[other])
    return roots, pairs


def _countries(mentions: Mentions, clusters: Clusters, roots: NDArray[np.int64]) -> list[int]:
    """Return the countries that the mentions of each cluster state, as bits."""
    found = [0] * len(roots)
    cluster = np.searchsorted(roots, np.array(clusters.roots(), np.int64))
    stated = np.flatnonzero(mentions.country.of != NONE)
    codes = np.unique(cluster[stated].astype(np.int64) * len(mentions.country.values) + mentions.country.of[stated])
    for code in codes.tolist():
        found[code // len(mentions.country.values)] |= 1 << code % len(mentions.country.values)
    return found


def _basis(pairs: Pairs, scores: NDArray[np.float64], group_of: NDArray[np.int64]) -> dict[int, str]:
    """Return why each cluster stands in its group: the strongest evidence that ties it to another of the group, in words."""
    ours, theirs = group_of[pairs.left], group_of[pairs.right]
    inside = np.flatnonzero((ours == theirs) & (ours >= 0) & (scores > 0))
    best: dict[int, int] = {}
    for at in inside[np.lexsort((-inside, scores[inside]))].tolist():
        best[int(pairs.left[at])] = best[int(pairs.right[at])] = at
    return {node: _in_words(pairs, at) for node, at in best.items()}


def _in_words(pairs: Pairs, at: int) -> str:
    relation = Relation(int(pairs.relation[at]))
    shared = [name for name in BESIDE if pairs.beside[name][at] > 0]
    kind = ACROSS if relation in (Relation.HEARD, Relation.MEANT) else EVIDENCE if shared else ALIKE
    return "; ".join([f"{kind}: {WORDS[relation]}", *(f"same {'number' if name == 'doubtful' else name}" for name in shared)])
