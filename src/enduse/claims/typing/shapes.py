"""Shapes that typing fills; no work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from enduse.claims.extracted import Mention
from enduse.claims.typing.goods import Goods

Why = Literal["missing_parameter", "ambiguous_parameter", "not_testable"]


@dataclass(frozen=True)
class Undecided:
    """Why a claim cannot be put to a template: which part is missing or ambiguous, in one sentence."""

    reason: Why
    sentence: str


@dataclass(frozen=True)
class Party:
    """One company of a claim as its words name it; `countries` are those that its words state for it."""

    mention: Mention
    countries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Typed:
    """One claim as a template wants it. `says` has everything but companies, goods and numbers.

    A party of a field that holds several names stands under the field, a dot and its place: `via.1`. `goods` empty: goods of any
    kind. `numbers`: one mapping of proposition fields for each number stated; none: no number. `may_contradict` False: what is
    stated (a sale, say) need not show in the rows. `started`: the days on which a listing is said to have begun, both included;
    None when no beginning is stated. `unchecked`: what the words say besides and rows do not answer (a reason, a city), in words.
    `hedged`: the words themselves doubt it, whatever the stance. `unless`: other readings of the wording, as fields; rows contradict
    the claim only if they contradict each.
    """

    kind: str
    says: Mapping[str, Any]
    parties: Mapping[str, Party]
    goods: tuple[Goods, ...] = ()
    numbers: tuple[Mapping[str, Any], ...] = ()
    may_contradict: bool = True
    started: tuple[str, str] | None = None
    unchecked: tuple[str, ...] = ()
    hedged: bool = False
    unless: tuple[Mapping[str, Any], ...] = ()
