"""Sentences of invented articles from their words to a verdict: nothing decided wrongly, whatever is typed."""

from __future__ import annotations

import pytest

from enduse.store import StageRun
from enduse.worlds import Came, Told, score_told, went_wrong
from told_claims import came, came_in, sentences

TRUE = Told("en-delivered-01", "en", "delivered", "delivered", "supported", "A sentence.")
NEAR = Told("en-near-01", "en", "near", None, "not_decidable", "Another sentence.")


def test_some_of_the_sentences_come_to_their_truth(desk: StageRun) -> None:
    """Every ninth development sentence: typed as its template or left alone, and decided as it must be."""
    chosen = sentences("development")[::9]
    found = came_in(desk, chosen)
    assert [(one.name, wrong) for one in chosen if (wrong := went_wrong(one, found[one.name]))] == []


@pytest.mark.slow
def test_nothing_is_decided_wrongly() -> None:
    """All development sentences: no wrong supported, no wrong contradicted, nearly all that a template covers typed."""
    asked = sentences("development")
    found = {one.measure: one.value or 0.0 for one in score_told(asked, came(asked))}
    assert found["told_wrong_supported"] == found["told_wrong_partly_supported"] == found["told_wrong_contradicted"] == 0
    assert found["told_typed"] >= 0.97
    assert found["told_left_alone"] == 1


def test_both_sets_hold_every_kind_of_sentence() -> None:
    """Every template, three languages, at least twenty sentences of each, and as many that must be left alone."""
    kinds = {"delivered", "listed", "trade_total", "share", "suppliers", "first_last", "declared_as", "linked", "based", "component", None}
    for name in ("development", "held_back"):
        asked = sentences(name)
        assert {one.template for one in asked} == kinds
        assert min(sum(one.language == language for one in asked) for language in ("en", "ru", "zh")) >= 20
        assert sum(one.template is None for one in asked) > len(asked) / 3
        assert len({one.sentence for one in asked}) == len(asked)


def test_no_sentence_stands_in_both_sets() -> None:
    """What is held back was not developed on."""
    assert not {one.sentence for one in sentences("development")} & {one.sentence for one in sentences("held_back")}


@pytest.mark.parametrize(
    ("told", "done", "wrong", "accurate"),
    [
        (TRUE, [Came("delivered", "supported", "rows_agree", "")], None, 1.0),
        (TRUE, [Came("trade_total", "supported", "rows_agree", "")], "decided wrongly", 1.0),
        (TRUE, [Came("delivered", "contradicted", "rows_differ", "")], "decided wrongly", 0.0),
        (TRUE, [Came("delivered", "not_decidable", "no_coverage", "")], "typed, not decided", 0.0),
        (TRUE, [Came(None, "not_decidable", "missing_parameter", "")], "not typed", 0.0),
        (NEAR, [Came(None, "not_decidable", "missing_parameter", "")], None, 1.0),
        (NEAR, [Came("delivered", "not_decidable", "no_coverage", "")], "typed, must not be", 1.0),
        (NEAR, [Came("delivered", "supported", "rows_agree", "")], "decided wrongly", 0.0),
    ],
)
def test_what_goes_wrong_is_seen(told: Told, done: list[Came], wrong: str | None, accurate: float) -> None:
    """A wrong verdict, a wrong template, and typing what must be left alone each show; a wrong verdict lowers the accuracy."""
    assert went_wrong(told, done) == wrong
    found = {one.measure: one.value for one in score_told([told], {told.name: done})}
    assert found["told_accuracy"] == accurate
    assert found["told_wrong_contradicted"] == float(done[0].verdict == "contradicted")
