"""The index of claims worth comparing: what it leaves out is less alike than what counts."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

from enduse.claims.lineage.alike import COMPARED_MIN, candidates, likeness
from enduse.claims.lineage.features import told
from enduse.claims.lineage.weights import Weights
from enduse.worlds import press_corpus
from tests.claims.lineage.oracle import read


def test_the_index_finds_what_comparing_all_pairs_finds(tmp_path: Path) -> None:
    """Every pair that shares a rare word and is alike enough is among the candidates, and no other pair is."""
    corpus = press_corpus(tmp_path, 4, 8)
    claims = told(read(corpus.articles, json.loads(corpus.truth.read_text(encoding="utf-8"))))
    weights = Weights(claims)
    rare = [{word for word in {*one.words} if weights.rare(word) and not word.startswith(("action:", "goods:"))} for one in claims]
    wanted = {
        (min(one.id, other.id), max(one.id, other.id)): score
        for (place, one), (at, other) in combinations(enumerate(claims), 2)
        if one.article != other.article and rare[place] & rare[at]
        for score in [likeness(one, other, weights)]
        if score >= COMPARED_MIN
    }
    found = candidates(claims, weights)
    assert len(wanted) > 100
    assert {pair: round(score, 9) for pair, score in found.items() if pair in wanted} == {
        pair: round(score, 9) for pair, score in wanted.items()
    }
    assert all(score >= COMPARED_MIN for score in found.values())
