"""Lineage of a made press that was read perfectly: what grouping alone can do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from enduse.claims.lineage import group
from enduse.claims.reading import told
from enduse.worlds import press_corpus, score_press
from tests.claims.lineage.oracle import read


@pytest.fixture(scope="module")
def measures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float | None]:
    """Return the score of one made press (an odd seed: not used in development)."""
    corpus = press_corpus(tmp_path_factory.mktemp("press"), 7, 24)
    truth = json.loads(Path(corpus.truth).read_text(encoding="utf-8"))
    articles = read(corpus.articles, truth)
    return {one.measure: one.value for one in score_press(truth, told([replace(one) for one in articles], group(articles)))}


@pytest.mark.parametrize(
    ("measure", "least"),
    [
        ("origin_claims_f1", 0.95),
        ("origin_articles_f1", 0.95),
        ("same_claim_f1", 0.85),
        ("denial_scope", 0.95),
        ("number_drift_recall", 0.7),
    ],
)
def test_grouping_reaches_its_targets(measures: dict[str, float | None], measure: str, least: float) -> None:
    """Origins, same claims, scopes and drift are found as well as asked for."""
    assert (measures[measure] or 0.0) >= least


def test_origins_are_never_overcounted(measures: dict[str, float | None]) -> None:
    """No true origin is counted twice in the strict count."""
    assert measures["origins_overcounted"] == 0
