"""Names that two companies of the records bear, as their numbers say: there a name alone does not say who is meant."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from enduse.entities.clusters import Clusters, Numbers, contradict
from enduse.entities.mentions import Mentions
from enduse.entities.values import NONE
from enduse.store import among

Ints = NDArray[np.int64]
_SLIPS = 2
"""Numbers that so many digits part may be one number mistyped."""
_OWN = 4
"""A name is a company's own where it stands on one of so many of its mentions at least: a row with a stranger's number contests nothing."""
_MOST = 30
"""So many companies of one name are laid side by side."""


class Namesakes(NamedTuple):
    """What each mention says, as a number, in whatever language and wherever it says it is; NONE for a name that says nothing."""

    said: Ints
    contested: NDArray[np.bool_]
    """Which mentions bear a name that two companies bear whose numbers differ."""


def namesakes(mentions: Mentions, clusters: Clusters) -> Namesakes:
    """Return which names are contested among the clusters as they are now."""
    text = mentions.named.text[mentions.names.of]
    letters = mentions.named.texts.said
    said = np.append(letters, NONE)[text]
    roots = clusters.roots()
    stated = np.flatnonzero(among(roots, np.array(clusters.numbered(), np.int64)) & (said != NONE))
    sizes = np.bincount(roots, minlength=len(roots))
    width = max(len(roots), 1)
    codes, count = np.unique(said[stated] * width + roots[stated], return_counts=True)
    codes = codes[count * _OWN >= sizes[codes % width]]
    names, starts, several = np.unique(codes // width, return_index=True, return_counts=True)
    found = np.zeros(len(letters) + 1, bool)
    for name, start, held in zip(names[several > 1].tolist(), starts[several > 1].tolist(), several[several > 1].tolist(), strict=True):
        numbers = [clusters.numbers(root) for root in (codes[start : start + min(held, _MOST)] % width).tolist()]
        found[name] = any(_differ(one, other) for one, other in combinations(numbers, 2))
    return Namesakes(said, found[said])


def _differ(ours: Numbers, theirs: Numbers) -> bool:
    """Tell whether two companies bear numbers of one kind of which none is another mistyped."""
    return contradict(ours, theirs) and any(_far(ours[scheme], theirs[scheme]) for scheme in ours.keys() & theirs.keys())


def _far(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return all(OSA.distance(left, right, score_cutoff=_SLIPS) > _SLIPS for left in ours for right in theirs)
