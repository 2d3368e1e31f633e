"""Made articles in many manners, marked by hand: three sets the reader was mended by, and one nobody looked into."""

from __future__ import annotations

import pytest

from tests.claims.reading.made import Score, score


@pytest.mark.parametrize(
    ("name", "least"), [("seen", 0.92), ("more", 0.92), ("third", 0.92), ("fourth", 0.92), ("fresh", 0.92), ("held", 0.85)]
)
def test_most_marks_are_read_and_nothing_is_made_up(name: str, least: float) -> None:
    """Claims, roots, stances and quantities are read; quotes are verbatim, no year or number is invented."""
    said = score(name)
    assert said.claims >= (40 if name == "fresh" else 50)
    assert (said.not_verbatim, said.invented) == (0, 0), said.told()
    assert min(*_shares(said)) >= least, said.told()


@pytest.mark.parametrize("name", ["seen", "more", "third", "fourth", "fresh", "held"])
def test_nothing_is_claimed_from_furniture(name: str) -> None:
    """Menus, captions, teasers, comments and forms of the made pages hold no claim."""
    assert score(name).in_furniture == 0


def _shares(said: Score) -> tuple[float, float, float, float]:
    return (said.found / said.claims, said.roots / said.found, said.stances / said.found, said.quantities_right / said.quantities)
