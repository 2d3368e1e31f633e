"""What kinds of thing can be one, and how the names of two are compared."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from enduse.entities.weighing_ships import SHIP

Manner = Literal["bodies", "people", "ships"]
_BODIES = frozenset({"body"})
_KINDS = {
    **dict.fromkeys(("Company", "Organization", "PublicBody"), _BODIES), "LegalEntity": _BODIES | {"person"},
    "Person": frozenset({"person"}), "Vessel": frozenset({"ship"}), "Airplane": frozenset({"aircraft"}),
    "Vehicle": frozenset({"ship", "aircraft"}), "Address": frozenset({"place"}),
}  # fmt: skip
"""What a FollowTheMoney kind can be."""
_BITS = {kind: 1 << at for at, kind in enumerate(sorted(frozenset[str]().union(*_KINDS.values())))}
ANY = sum(_BITS.values())
"""The bits of what is not stated: it may be any."""
NO_BODIES = frozenset(kind for kind, can_be in _KINDS.items() if "body" not in can_be)
"""Kinds that are no company and no other body."""
PERSON = "Person"


def bits_of(schema: str | None) -> int:
    """Return what a FollowTheMoney kind can be as bits: two kinds that share none are apart.

    >>> bits_of("Person") & bits_of("LegalEntity") > 0, bits_of("Person") & bits_of("Company"), bits_of(None) == ANY
    (True, 0, True)
    """
    return sum(_BITS[kind] for kind in _KINDS[schema]) if schema in _KINDS else ANY


def manner_of(one: str | None, other: str | None) -> Manner:
    """Return how the names of two kinds that are not apart are compared; what is not stated is taken for what the other is."""
    return "people" if PERSON in (one, other) else "ships" if SHIP in (one, other) else "bodies"


@lru_cache(maxsize=1024)
def apart(one: str | None, other: str | None) -> bool:
    """Tell whether two FollowTheMoney kinds cannot be one thing: a company is no ship and no person; what is not stated may be any.

    >>> apart("Company", "Vessel"), apart("Organization", "Company"), apart("LegalEntity", "Person"), apart(None, "Vessel")
    (True, False, False, False)
    """
    return not bits_of(one) & bits_of(other)
