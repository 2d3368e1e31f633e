"""The whole of lineage in one call: articles as read in, origins and relations of their claims out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from enduse.claims.extracted import ArticleClaims, Lineage, OriginGroup
from enduse.claims.lineage import joining
from enduse.claims.lineage.alike import Groups, Pair, candidates, comparable, mutual, numbers_agree, others_named, same, within
from enduse.claims.lineage.denying import denies, scope_of
from enduse.claims.lineage.drift import drift
from enduse.claims.lineage.evidence import ties_of
from enduse.claims.lineage.features import Told, day_of, told
from enduse.claims.lineage.outlets import Outlets, outlet_key
from enduse.claims.lineage.parameters import SAME_IN_ORIGIN_MIN, SAME_MIN, WINDOW_DAYS
from enduse.claims.lineage.sources import Source, is_hearsay, source_of
from enduse.claims.lineage.strands import near_outlets, strands
from enduse.claims.lineage.weights import Weights
from enduse.settings import Parameter, ParameterValue
from enduse.terms.ids import hash_of

Value = Callable[[Parameter], ParameterValue]


def _default(parameter: Parameter) -> ParameterValue:
    return parameter.default


def group(articles: Sequence[ArticleClaims], parameter: Value = _default) -> Lineage:
    """Return the origins of all claims and how claims relate; the order of the articles changes nothing.

    Joined by first publisher and date, by named root and date, then by corresponding claims with shared rare names. A claim whose
    root nobody states keeps its place in a group but never adds to a count. `more` holds stories, drift, scopes of denials and
    corroborations, as JSON values.
    """
    listed = sorted(articles, key=lambda one: (one.view.article, one.view.sha256))
    claims = told(listed)
    by_id = {one.id: one for one in claims}
    weights = Weights(claims)
    likes = candidates(claims, weights)
    links = mutual(likes, by_id, float(parameter(SAME_MIN)))
    outlets = Outlets(listed)
    found = strands(listed, claims, outlets)
    shared = ties_of(found, likes, links, weights)
    window = int(parameter(WINDOW_DAYS))
    origins = joining.join(found, shared, window)
    joining.judge(origins, shared, window)
    names = {one.key: _id(one, listed) for one in origins}
    origin = {claim.id: names[one.key] for one in origins for strand in one.strands for claim in strand.claims}
    likes = within(claims, origin, likes, weights)
    same_as = same(by_id, likes, origin, (float(parameter(SAME_IN_ORIGIN_MIN)), float(parameter(SAME_MIN))))
    by_article: dict[int, list[Told]] = defaultdict(list)
    for one in claims:
        by_article[one.article].append(one)
    denied = denies([one for one in claims if one.denied], by_article, same_as, origin, weights)
    near = [near_outlets(one, outlets) for one in listed]
    sources = {
        one.id: source_of(one.claim.chain, outlet_key(listed[one.article].view.outlet), outlets, near[one.article]) for one in claims
    }
    return Lineage(
        tuple(_group(one, names[one.key], listed) for one in origins),
        origin,
        same_as,
        _contradicts(by_id, likes, origin, weights),
        {name: tuple(ids) for name, ids in denied.items()},
        {
            "stories": _stories(origins, names, listed),
            "drift": _drift(by_id, same_as, origin, sources, (listed, weights)),
            "denial_scopes": {one.id: _scope(one, weights) for one in claims if one.denied},
            "corroborates": _corroborates(same_as, origin, origins, names),
        },
    )


def _id(one: joining.Origin, articles: Sequence[ArticleClaims]) -> str:
    first = min(claim.id for strand in one.strands for claim in strand.claims)
    return "O-" + hash_of(["origin", articles[one.strands[0].article].view.sha256, first], 12)


def _group(one: joining.Origin, name: str, articles: Sequence[ArticleClaims]) -> OriginGroup:
    return OriginGroup(
        name,
        _first_publisher(one),
        _root(one),
        tuple(sorted({articles[strand.article].view.article for strand in one.strands})),
        tuple(sorted(claim.id for strand in one.strands for claim in strand.claims)),
        one.independent,
    )


def _most(words: Sequence[str]) -> str | None:
    return max(sorted(set(words)), key=lambda word: (words.count(word), len(word))) if words else None


def _first_publisher(one: joining.Origin) -> str | None:
    """Return whom most articles name as first publisher; the outlet of the earliest article that has a source of its own, else."""
    cited = [strand.source.outlet_name for strand in one.strands if strand.source.outlet_name]
    own = sorted(
        (strand.day.isoformat() if strand.day else "9", strand.publisher_name or "")
        for strand in one.strands
        if strand.source.key is not None
    )
    return _most(cited) or (own[0][1] or None if own else None)


def _root(one: joining.Origin) -> str | None:
    """Return the root that most of its claims rest on, a named one before the nameless; None when no root is stated.

    "Media reports" and the like are no root while another is stated.
    """
    named: list[str] = []
    nameless: list[str] = []
    for strand in one.strands:
        told = [node.name for claim in strand.claims for node in claim.claim.chain[-1:] if node.name in strand.roots]
        (named if strand.source.named else nameless).extend(name for name in (*strand.roots, *told) if name)
    return _most(_stated(named)) or _most(_stated(nameless))


def _stated(roots: Sequence[str]) -> list[str]:
    return [root for root in roots if not is_hearsay(root)] or list(roots)


def _stories(origins: Sequence[joining.Origin], names: Mapping[str, str], articles: Sequence[ArticleClaims]) -> list[dict[str, Any]]:
    """Return origins that speak of one matter together, with their counts: strict, lenient, by shared data; and why they differ."""
    components = Groups(one.key for one in origins)
    for one in origins:
        for other in one.maybe:
            components.join(one.key, other)
    by_key = {one.key: one for one in origins}
    lines = []
    for found in components.members.values():
        own = [by_key[key] for key in sorted(found)]
        known = [one for one in own if not one.unknown]
        why = sorted(
            {
                f"{names[one.key]} and {names[other]}: {joining.WHY[reason]}"
                for one in own
                for other, reason in one.maybe.items()
                if one.key < other
            }
        )
        lines.append(
            {
                "articles": sorted({articles[strand.article].view.article for one in own for strand in one.strands}),
                "publications": len({strand.article for one in own for strand in one.strands}),
                "origins": [names[one.key] for one in own],
                "origins_strict": sum(one.independent is True for one in own),
                "origins_lenient": len(known),
                "origins_by_data": _by_data(known),
                "roots": sorted({root for one in own for strand in one.strands for root in strand.roots}),
                "why": why,
            }
        )
    return sorted(lines, key=lambda line: (line["articles"], line["origins"]))


def _by_data(known: Sequence[joining.Origin]) -> int:
    """Return how many origins there are when those that rest on the same document or data are one."""
    keys = {one.key for one in known}
    groups = Groups(keys)
    for one in known:
        for other, reason in one.maybe.items():
            if reason == joining.SAME_DATA and other in keys:
                groups.join(one.key, other)
    return len(groups.members)


def _drift(
    by_id: Mapping[str, Told], same_as: Mapping[str, str], origin: Mapping[str, str], sources: Mapping[str, Source],
    context: tuple[Sequence[ArticleClaims], Weights],
) -> list[dict[str, Any]]:  # fmt: skip
    articles, weights = context
    order = {number: ((day_of(one.view) or "9999"), number) for number, one in enumerate(articles)}
    dated = {number: (str(day), place) for number, (day, place) in order.items()}
    members: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for name, top in same_as.items():
        members[top, origin[name]].append(by_id[name])
    return [line for key in sorted(members) if len(members[key]) > 1 for line in drift(members[key], sources, dated, weights)]


def _scope(one: Told, weights: Weights) -> dict[str, Any]:
    scope = scope_of(one, weights)
    return {"kind": scope.kind, "goods": list(scope.goods), "names": list(scope.names), "actions": list(scope.actions)}


def _contradicts(
    by_id: Mapping[str, Told], likes: Mapping[Pair, float], origin: Mapping[str, str], weights: Weights
) -> dict[str, tuple[str, ...]]:  # fmt: skip
    """Return claims of different origins that cannot both be true: same names, doing and period, other number or opposite polarity."""
    found: dict[str, set[str]] = defaultdict(set)
    for (a, b), score in likes.items():
        one, other = by_id[a], by_id[b]
        if origin[a] == origin[b] or score < 0.4 or one.denied or other.denied or len(one.names & other.names) < 2:
            continue
        if others_named(one, other, weights):
            continue
        flipped = one.claim.polarity != other.claim.polarity
        if one.actions != other.actions or (one.periods and other.periods and not one.periods & other.periods):
            continue
        if flipped or (numbers_agree(one, other) is False and _incompatible(one, other)):
            found[a].add(b)
            found[b].add(a)
    return {name: tuple(sorted(ids)) for name, ids in sorted(found.items())}


def _incompatible(one: Told, other: Told) -> bool:
    """Tell whether every comparable pair of numbers excludes the other, bounds considered; rounding and 'about' leave a tenth."""
    for a, b in ((a, b) for a in one.numbers for b in other.numbers if comparable(a, b)):
        assert a.value is not None
        assert b.value is not None
        low, high = sorted((a, b), key=lambda q: q.value or 0.0)
        if low.bound in ("at_least", "vague") or high.bound in ("at_most", "vague") or (high.value or 0) <= 1.1 * (low.value or 0):
            return False
    return True


def _corroborates(
    same_as: Mapping[str, str], origin: Mapping[str, str], origins: Sequence[joining.Origin], names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return groups of equal claims that at least two origins carry; strictly when two of them are independent."""
    strict = {names[one.key] for one in origins if one.independent}
    known = {names[one.key] for one in origins if not one.unknown}
    members: dict[str, set[str]] = defaultdict(set)
    for name, top in same_as.items():
        members[top].add(origin[name])
    lines = []
    for top in sorted(members):
        lenient = sorted(members[top] & known)
        if len(lenient) >= 2:
            lines.append(
                {"same_as": top, "origins": lenient, "origins_strict": len(members[top] & strict), "origins_lenient": len(lenient)}
            )
    return lines


__all__ = ["group"]
