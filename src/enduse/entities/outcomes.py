"""What a comparison says: the two values agree, differ, or one side does not state its own."""

from __future__ import annotations

from typing import Literal, NamedTuple

Outcome = Literal["agree", "differ", "unknown"]


class Compared(NamedTuple):
    """One thing compared: its two values as printed, null where one side does not state it."""

    comparison: str
    outcome: Outcome
    left: str | None
    right: str | None


IN_BRACKETS = "name in brackets only"
"""The line of an explanation where a name stands in brackets behind another: it tells less than a name of its own."""
