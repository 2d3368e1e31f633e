"""Clusters joined on evidence: names nearly equal together with a telephone, an address, a domain or a doubtful number.

What the evidence does not carry stays a question.
"""

from __future__ import annotations

import numpy as np

from enduse.entities.clusters import Clusters
from enduse.entities.evidence import BESIDE, Pairs, gather
from enduse.entities.contracting import contract
from enduse.entities.mentions import Mentions
from enduse.entities.merging import Questions
from enduse.entities.parameters import BLOCK_MAX, EVIDENCE_MIN, SUSPICIOUS_SIZE
from enduse.entities.relating import WORDS, Relation
from enduse.store import StageRun

EVIDENCE = "evidence"
_ASK_MIN = Relation.NEARLY


def join_likely(run: StageRun, mentions: Mentions, clusters: Clusters, questions: Questions) -> None:
    """Join the clusters that evidence says are one."""
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


def _told(pairs: Pairs, at: int) -> str:
    said = [WORDS[Relation(int(pairs.relation[at]))]]
    said += [f"same {name}" for name in BESIDE if pairs.beside[name][at] > 0]
    return "; ".join(said)
