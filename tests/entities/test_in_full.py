"""Initials that meet, and the names in full that each side states."""

from __future__ import annotations

import pytest

from enduse.entities import Entity, Pool, compare

NATIONAL = Entity(("JSC NVD", "National Vymysel Depository"), id="national")
INDEPENDENT = Entity(("NVD", "Independent Kestrel Dealers"), id="independent")


def test_names_in_full_decide() -> None:
    """Two companies with one set of initials are two when what these stand for differs, and the explanation says so."""
    found = compare(NATIONAL, INDEPENDENT)
    assert found.probability < 0.5 < compare("JSC NVD", "NVD").probability
    told = next(one for one in found.explanation if one.comparison == "names in full")
    assert told[1:] == ("differ", "National Vymysel Depository", "Independent Kestrel Dealers")


def test_initials_alone_still_meet() -> None:
    """A side that states nothing but its initials contradicts nobody."""
    assert compare(Entity(("NVD",)), NATIONAL).probability > 0.5


def test_a_pool_says_the_same() -> None:
    """Asked of a pool, the two get the score that they get as a pair."""
    hit = Pool([INDEPENDENT]).ask(NATIONAL, threshold=0.0)[0]
    assert hit.score == pytest.approx(compare(NATIONAL, INDEPENDENT).score)
    assert Pool([INDEPENDENT]).ask(NATIONAL) == []
