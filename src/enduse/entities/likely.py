"""Clusters joined on evidence: names nearly equal together with a telephone, an address, a domain or a doubtful number.

What the evidence does not carry stays a question.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from enduse.entities.clusters import Clusters
from enduse.entities.contracting import contract
from enduse.entities.evidence import Pairs, gather
from enduse.entities.mentions import Mentions
from enduse.entities.parameters import BLOCK_MAX, EVIDENCE_MIN, SUSPICIOUS_SIZE
from enduse.entities.relating import Relation
from enduse.store import StageRun

EVIDENCE = "alike name and shared evidence"


def join_likely(run: StageRun, mentions: Mentions, clusters: Clusters) -> tuple[NDArray[np.int64], Pairs]:
    """Join the clusters that evidence says are one; return the clusters as they were before, and the evidence of each pair."""
    roots, pairs = gather(mentions, clusters, run.parameter(BLOCK_MAX))
    scores = pairs.scores()
    worth = np.flatnonzero((scores > 0) | (pairs.relation == Relation.CONFLICT) | (pairs.denying > pairs.agreeing))
    edges = list(zip(pairs.left[worth].tolist(), pairs.right[worth].tolist(), scores[worth].tolist(), strict=True))
    nodes = roots.tolist()

    def forbidden(left: int, right: int) -> bool:
        return clusters.refusal(nodes[left], nodes[right]) is not None

    for group in contract(edges, run.parameter(EVIDENCE_MIN), forbidden, run.parameter(SUSPICIOUS_SIZE)):
        for other in group[1:]:
            clusters.join(nodes[group[0]], nodes[other], EVIDENCE)
    return roots, pairs
