"""Made articles in many manners, marked by hand: the half the reader was mended by, and the half nobody looked into."""

from __future__ import annotations

import pytest

from tests.claims.reading.made import Score, score


@pytest.mark.parametrize("half", ["seen", "held"])
def test_most_marks_are_read_and_nothing_is_made_up(half: str) -> None:
    """Claims, roots and stances are read; quotes are verbatim, no year or number is invented."""
    said = score(half)
    assert said.claims >= 100
    assert (said.not_verbatim, said.invented) == (0, 0), said.told()
    assert min(*_shares(said)) >= 0.80, said.told()


def _shares(said: Score) -> tuple[float, float, float, float]:
    return (said.found / said.claims, said.roots / said.found, said.stances / said.found, said.quantities_right / said.quantities)
