"""Three real articles, annotated by offsets: what is found, what is right, nothing from furniture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.reading.annotated import tally


@pytest.mark.shared
def test_most_of_a_persons_annotation_is_found(shared: Path) -> None:
    """At least 85 % of claims, 85 % of roots, 95 % of stances among those found, every quantity, no claim from furniture."""
    said = tally(shared)
    assert said.claims == 91
    assert said.found >= 0.85 * said.claims, said.missed
    assert said.roots >= 0.85 * said.found, said.missed
    assert said.stances >= 0.95 * said.found, said.missed
    assert (said.quantities_found, said.in_furniture) == (said.quantities, 0)
