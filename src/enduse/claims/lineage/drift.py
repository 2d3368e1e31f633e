"""What a retelling changed against the earliest telling of the same claim: attribution, number, strength, wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enduse.claims.extracted import STAGES
from enduse.claims.lineage.alike import comparable, equal
from enduse.claims.lineage.features import Told
from enduse.claims.lineage.lexicon import LADDER
from enduse.claims.lineage.sources import Source, one_root
from enduse.claims.lineage.weights import Weights

_NEARLY_WORDED = 0.9


def rung(one: Told) -> int | None:
    """Return how far the deed of a claim has come, by the stage read or by its words; None when it says nothing of the kind."""
    if one.claim.stage is not None:
        return STAGES.index(one.claim.stage)
    rungs = [place for place, kinds in enumerate(LADDER) if one.actions & set(kinds)]
    return min(rungs) if rungs else None


def drift(
    found: Sequence[Told], sources: Mapping[str, Source], order: Mapping[int, tuple[str, int]], weights: Weights
) -> list[dict[str, Any]]:
    """Return what each claim of a group of equal claims changed against the earliest one; those that changed nothing are left out."""
    told = sorted(found, key=lambda one: (order[one.article], one.place))
    base = _base(told)
    lines = []
    for one in told:
        if one is base or one.article == base.article:
            continue
        changed = _changed(base, one, sources, weights)
        if changed:
            lines.append({"claim": one.id, "against": base.id, "changed": changed})
    return lines


def _base(told: Sequence[Told]) -> Told:
    """Return the telling that others are measured against: the earliest; else the earliest of those that agree on a number."""
    first = told[0]
    votes = [
        sum(any(equal(a, b) for a in one.numbers for b in other.numbers if comparable(a, b)) for other in told if other is not one)
        for one in told
    ]
    if len(told) > 2 and first.numbers and not votes[0] and max(votes) > 0:
        return told[votes.index(max(votes))]
    return first


def _changed(base: Told, one: Told, sources: Mapping[str, Source], weights: Weights) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    before, after = sources[base.id], sources[one.id]
    attribution = _attribution(before, after)
    if attribution:
        changed["attribution"] = attribution
    number = _number(base, one)
    if number:
        changed["number"] = number
    strength = _strength(base, one)
    if strength:
        changed["strength"] = strength
    if weights.cosine(base.words, one.words) < _NEARLY_WORDED:
        changed["wording"] = "reworded"
    return changed


def _attribution(before: Source, after: Source) -> str | None:
    if before.key is not None and after.key is None:
        return "outlet_only" if after.via else "dropped"
    if before.key is not None and after.key is not None and one_root(before, after) is not True and before.key != after.key:
        return "another_root" if not before.key & after.key else "reworded_root"
    return None


def _number(base: Told, one: Told) -> dict[str, Any] | None:
    """Return the first two comparable numbers when no comparable ones are equal but for rounding; None otherwise."""
    pairs = [(a, b) for a in base.numbers for b in one.numbers if comparable(a, b)]
    if not pairs:
        return None
    same = [(a, b) for a, b in pairs if equal(a, b)]
    if not same:
        a, b = pairs[0]
        return {"from": a.value, "to": b.value, "from_text": a.text, "to_text": b.text}
    return None


def _strength(base: Told, one: Told) -> str | None:
    if base.claim.stance == "uncertain" and one.claim.stance == "asserted":
        return "stronger: the hedge is gone"
    if base.claim.stance == "asserted" and one.claim.stance == "uncertain":
        return "weaker: hedged"
    before, after = rung(base), rung(one)
    if before is None or after is None or before == after or base.denied:
        return None
    return "stronger: further along" if after > before else "weaker: less far along"
