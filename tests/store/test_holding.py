"""Memory while much is held, and as before afterwards."""

from __future__ import annotations

import gc

import pyarrow as pa
import pytest

from enduse.store import holding_much


def _fail_within(before: tuple[int, int, int]) -> None:
    with holding_much():
        assert gc.get_threshold() > before
        assert pa.default_memory_pool().backend_name == "system"
        raise ValueError("within")


def test_the_setting_comes_back() -> None:
    """Within, cycles are looked for less often and the system gives memory; afterwards, and after a failure, as before."""
    before, pool = gc.get_threshold(), pa.default_memory_pool().backend_name
    with pytest.raises(ValueError, match="within"):
        _fail_within(before)
    assert gc.get_threshold() == before
    assert pa.default_memory_pool().backend_name == pool
