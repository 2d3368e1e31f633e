"""A ledger read from a made press against its truth. Pure: two JSON documents in, numbers out.

The ledger is what `enduse claims --json` prints: `claims` with article, start, end, speaker_chain, stance, quantities, origin,
same_as, denies; `articles`; `origins` with id and independent. Claims meet the truth by where they stand; headlines and shared
background are not judged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from enduse.worlds.measures import Measure, agreement, share
from enduse.worlds.press_score_claims import denials, quantities, root_right

OVERLAP_MIN = 0.5
"""A claim meets the truth when they share this part of the shorter span."""
Json = Mapping[str, Any]


class Aligned:
    """Claims of a ledger beside the true ones: `best` the one that overlaps most, `all` every one that stands in the same place."""

    def __init__(self, truth: Json, ledger: Json) -> None:
        self.truth = truth
        self.claims: list[Json] = [one for one in ledger["claims"] if not one.get("headline")]
        self.by_id: dict[str, Json] = {one["id"]: one for one in self.claims}
        own: dict[str, list[Json]] = defaultdict(list)
        for claim in self.claims:
            own[claim["article"]].append(claim)
        self.all: dict[str, list[Json]] = {one["id"]: [] for one in truth["claims"]}
        self.true_of: dict[str, Json] = {}
        places: dict[str, list[Json]] = defaultdict(list)
        for one in truth["claims"]:
            places[one["article"]].append(one)
        for article, found in own.items():
            for claim in found:
                met = max(places[article], key=lambda one: _overlap(one, claim), default=None)
                if met is not None and _overlap(met, claim) >= OVERLAP_MIN * min(_length(met), _length(claim)):
                    self.all[met["id"]].append(claim)
                    self.true_of[claim["id"]] = met
        self.best: dict[str, Json] = {
            one["id"]: max(self.all[one["id"]], key=lambda claim: _overlap(one, claim)) for one in truth["claims"] if self.all[one["id"]]
        }

    def in_furniture(self) -> int:
        """How many claims stand in furniture by half or more."""
        noise = {one["article"]: one["furniture"] for one in self.truth["articles"]}
        return sum(any(_overlap(place, claim) * 2 >= _length(claim) for place in noise.get(claim["article"], ())) for claim in self.claims)


def score_press(truth: Json, ledger: Json) -> tuple[Measure, ...]:
    """Return the measures of one ledger, in a fixed order."""
    met = Aligned(truth, ledger)
    found = [(one, met.best[one["id"]]) for one in truth["claims"] if one["id"] in met.best]
    rooted = [(one, claim) for one, claim in found if one["roots"] is not None]
    right = sum(root_right(one["roots"], claim) for one, claim in rooted)
    stances = sum(claim["stance"] == one["stance"] for one, claim in found)
    same = _same_claim(met)
    return (
        share("claims_found", len(found), len(truth["claims"]), "Of the claims made, the share found."),
        *_origins(met),
        Measure(
            "origins_overcounted", float(_overcounted(met, ledger)), len(truth["origins"]), "Origins counted strictly that are another's."
        ),
        *same,
        share("attribution_root", right, len(rooted), "Of the claims found whose text names a root, the share with that root."),
        share("stance", stances, len(found), "Of the claims found, the share with the right stance."),
        *denials(truth, met.all, met.true_of),
        *quantities(found),
        Measure("claims_in_furniture", float(met.in_furniture()), len(met.claims), "Claims that stand in page furniture."),
        *_drift(met, ledger),
    )


def _origins(met: Aligned) -> list[Measure]:
    """Return how well claims, and articles by their main origin, are grouped."""
    labels: list[tuple[object, object]] = []
    for one in met.truth["claims"]:
        claim = met.best.get(one["id"])
        labels.append(((claim or {}).get("origin") or f"none {one['id']}", one["origin"]))
    by_article: dict[str, Counter[str]] = defaultdict(Counter)
    for one in met.truth["claims"]:
        claim = met.best.get(one["id"])
        if claim is not None and claim.get("origin") and one["drift"] is not None:
            by_article[one["article"]][claim["origin"]] += 1
    articles = [
        ((by_article[one["article"]].most_common(1) or [(f"none {one['article']}", 0)])[0][0], one["origin"])
        for one in met.truth["articles"]
    ]
    return [*_pairwise("origin_claims", labels, "claims of one origin"), *_pairwise("origin_articles", articles, "articles of one origin")]


def _pairwise(name: str, labels: Iterable[tuple[object, object]], what: str) -> list[Measure]:
    found = agreement(labels)
    precision, recall = found.pairwise_precision, found.pairwise_recall
    return [
        Measure(f"{name}_precision", precision, found.said_pairs, f"Of pairs said to be {what}, the share that are."),
        Measure(f"{name}_recall", recall, found.true_pairs, f"Of pairs of {what}, the share found."),
        Measure(f"{name}_f1", f1(precision, recall), found.true_pairs, f"F1 of pairs of {what}."),
    ]


def f1(precision: float | None, recall: float | None) -> float | None:
    """Return the harmonic mean; None when either is undefined.

    >>> f1(1.0, 0.5), f1(None, 1.0), f1(0.0, 0.0)
    (0.6666666666666666, None, 0.0)
    """
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _overcounted(met: Aligned, ledger: Json) -> int:
    """Return how many origins are counted strictly beyond one for each true origin."""
    strict = {one["id"] for one in ledger["origins"] if one.get("independent")}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in met.claims:
        if claim.get("origin") in strict:
            true = met.true_of.get(claim["id"])
            votes[claim["origin"]][true["origin"] if true else "background"] += 1
    # Shared background that a group took along says nothing about which origin it is; a group of nothing else is one too many.
    counted: Counter[str] = Counter(max(vote, key=lambda one: (one != "background", vote[one], one)) for vote in votes.values())
    return sum(count if origin == "background" else count - 1 for origin, count in counted.items())


def _same_claim(met: Aligned) -> list[Measure]:
    """Return precision, recall and F1 of pairs of claims that say the same, within and across origins."""
    groups: dict[str, list[str]] = defaultdict(list)
    for one in met.truth["claims"]:
        groups[one["group"]].append(one["id"])
    true = {pair for ids in groups.values() for pair in combinations(sorted(ids), 2)}
    said_groups: dict[str, list[str]] = defaultdict(list)
    for claim in met.claims:
        if claim.get("same_as") and claim["id"] in met.true_of:
            said_groups[claim["same_as"]].append(met.true_of[claim["id"]]["id"])
    said = {pair for ids in said_groups.values() for pair in combinations(sorted(set(ids)), 2)}
    precision = len(true & said) / len(said) if said else None
    recall = len(true & said) / len(true) if true else None
    return [
        Measure("same_claim_precision", precision, len(said), "Of pairs said to be the same claim, the share that are."),
        Measure("same_claim_recall", recall, len(true), "Of pairs of the same claim, the share found."),
        Measure("same_claim_f1", f1(precision, recall), len(true), "F1 of pairs of the same claim."),
    ]


def _drift(met: Aligned, ledger: Json) -> list[Measure]:
    """Return how many changed numbers are pointed out, and how many of those pointed out were changed."""
    known: dict[tuple[str, float], int] = Counter()
    for one in met.truth["claims"]:
        for amount in one["quantities"]:
            known[one["fact"], amount["value"]] += 1
    told: Sequence[Json] = ledger.get("drift") or []
    said = {one["claim"] for one in told if "number" in one["changed"]}
    facts = {met.true_of[claim]["id"] for claim in said if claim in met.true_of}
    true = {one["id"] for one in met.truth["claims"] if one["drift"] and one["drift"]["number"] and one["quantities"]}
    others = {one["fact"] for one in met.truth["claims"] if one["drift"] and not one["drift"]["number"]}
    findable = {one["id"] for one in met.truth["claims"] if one["id"] in true and one["fact"] in others}
    return [
        share("number_drift_precision", len(facts & true), len(facts), "Of claims said to change a number, the share that do."),
        share(
            "number_drift_recall", len(facts & findable), len(findable), "Of changed numbers whose original is told too, the share found."
        ),
    ]


def _overlap(one: Json, other: Json) -> int:
    return max(0, min(int(one["end"]), int(other["end"])) - max(int(one["start"]), int(other["start"])))


def _length(place: Json) -> int:
    return int(place["end"]) - int(place["start"])
