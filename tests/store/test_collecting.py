"""Looking for reference cycles less often, and as before afterwards."""

from __future__ import annotations

import gc

import pytest

from enduse.store import rarely_collecting


def _fail_within(before: tuple[int, int, int]) -> None:
    with rarely_collecting():
        assert gc.get_threshold() > before
        raise ValueError("within")


def test_the_setting_comes_back() -> None:
    """Within, cycles are looked for less often; afterwards, and after a failure, as before."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="within"):
        _fail_within(before)
    assert gc.get_threshold() == before
