"""How often Python looks for reference cycles while millions of values are held."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (1_000_000, 20, 50)
"""Rows on their way into columns are gone before a million more are made; of 200,000 most were still there, and looked at in vain."""


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Look for reference cycles less often: a stage or an index of names keeps millions of values, and each look passes over all.

    It took a quarter of a stage's time, and a second in the midst of a screening. For whoever owns the process: the setting is its own.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
