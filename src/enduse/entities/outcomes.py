"""What a comparison says: the two values agree, differ, or one side does not state its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Outcome = Literal["agree", "differ", "unknown"]


class Compared(NamedTuple):
    """One thing compared: its two values as printed, null where one side does not state it."""

    comparison: str
    outcome: Outcome
    left: str | None
    right: str | None


def in_words(told: Iterable[Compared]) -> str:
    """Return what agrees and what differs as one line; what is not stated or weighs nothing is left out."""
    said = (one for one in told if one.outcome != "unknown" and "weighs nothing" not in one.comparison)
    return "; ".join(f"{one.comparison}: {one.left} / {one.right}" + (" differ" if one.outcome == "differ" else "") for one in said)


IN_BRACKETS = "name in brackets only"
"""The line of an explanation where a name stands in brackets behind another: it tells less than a name of its own."""
