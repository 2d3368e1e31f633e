"""Single claims against the truth of a made press: the root's name, denials with their scope, quantities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from enduse.worlds.measures import Measure, share

Json = Mapping[str, Any]
_WORDS = re.compile(r"[^\W_]+")
_EMPTY = {"a", "an", "the", "of", "by", "for", "to", "in", "and", "with", "s", "who", "two", "three", "several", "seen"}


def root_right(accepted: Sequence[Sequence[str]], claim: Json) -> bool:
    """Tell whether the last node of a claim's chain is one of the (type, name) that the text admits.

    Names agree when the words of one, articles and counts aside, are all among the other's; types are not compared.
    """
    chain = claim.get("speaker_chain") or ()
    if not chain:
        return False
    said = _words(chain[-1]["name"] or "")
    for _, name in accepted:
        wanted = _words(name)
        if said and wanted and (said <= wanted or wanted <= said):
            return True
    return False


def _words(name: str) -> set[str]:
    words = [word.rstrip("s") for word in _WORDS.findall(name.casefold()) if word not in _EMPTY]
    return set(words)


def denials(truth: Json, placed: Mapping[str, Sequence[Json]], true_of: Mapping[str, Json]) -> list[Measure]:
    """Return the shares of denials found as such, of claims called denials that are, and of scopes exactly right.

    A scope is right when the denial denies every claim of its own article that it speaks against, and no other one.
    """
    wanted = [one for one in truth["claims"] if one["stance"] == "denied"]
    found = [one for one in wanted if any(claim["stance"] == "denied" for claim in placed[one["id"]])]
    called = {one["id"]: one for ids in placed.values() for one in ids if one["stance"] == "denied"}
    right = sum(true_of[name]["stance"] == "denied" for name in called if name in true_of)
    scoped = sum(_scope_right(one, truth, placed, true_of) for one in wanted)
    return [
        share("denials_found", len(found), len(wanted), "Of the denials, the share found as denials."),
        share("denials_precision", right, len(called), "Of the claims called denials, the share that are."),
        share("denial_scope", scoped, len(wanted), "Of the denials, the share that deny exactly what they speak against."),
    ]


def _scope_right(one: Json, truth: Json, placed: Mapping[str, Sequence[Json]], true_of: Mapping[str, Json]) -> bool:
    said = {name for claim in placed[one["id"]] if claim["stance"] == "denied" for name in claim.get("denies") or ()}
    if not any(claim["stance"] == "denied" for claim in placed[one["id"]]):
        return False
    group = {other["fact"]: other["group"] for other in truth["claims"]}
    wanted, may = ({group[fact] for fact in one["denial"][name] if fact in group} for name in ("denies", "may"))
    groups = {true_of[name]["group"] for name in said if name in true_of}
    own = {other["group"] for other in truth["claims"] if other["article"] == one["article"] and placed[other["id"]]}
    return groups <= wanted | may and (wanted & own) <= groups


def quantities(found: Sequence[tuple[Json, Json]]) -> list[Measure]:
    """Return the share of true quantities found with their value and currency, and of those with the right bound."""
    total = met = bound = 0
    for one, claim in found:
        for wanted in one["quantities"]:
            total += 1
            for said in claim.get("quantities") or ():
                if said["value"] == wanted["value"] and said.get("currency") == wanted["currency"]:
                    met += 1
                    bound += said["bound"] == wanted["bound"]
                    break
    return [
        share("quantities_found", met, total, "Of the quantities of claims found, the share found with value and currency."),
        share("quantity_bounds", bound, met, "Of the quantities found, the share with the right bound."),
    ]
