"""How memory is kept in order while millions of values are held: how often Python looks for reference cycles, who gives Arrow memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa

_SELDOM = (5_000_000, 20, 50)
"""A stage holds some million values that it still needs: each look at a million took a third of a second, and found next to nothing."""


@contextmanager
def holding_much() -> Iterator[None]:
    """Look for reference cycles less often, and let Arrow ask the system for memory. For whoever owns the process: both are its own.

    A stage or an index of names keeps millions of values, and each look for cycles passes over all. Arrow's own store of memory gives
    pages back at once and takes them empty again: to clear them took a tenth of the time of a stage of which little is new.
    """
    before, pool = gc.get_threshold(), pa.default_memory_pool()
    gc.set_threshold(*_SELDOM)
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        gc.set_threshold(*before)
        pa.set_memory_pool(pool)
