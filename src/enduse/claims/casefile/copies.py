"""Verbatim copies: one text printed by several outlets is several publications of one origin, whatever its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from enduse.claims import lineage
from enduse.claims.extracted import ArticleClaims, ArticleView, Lineage, with_id
from enduse.settings import Parameter, ParameterValue
from enduse.terms.ids import hash_of

Value = Callable[[Parameter], ParameterValue]


def told_apart(articles: Sequence[ArticleClaims]) -> list[ArticleClaims]:
    """Return the articles with ids of their own for the claims of verbatim copies.

    The copy published first (then by outlet and name) keeps the ids that its text gives.
    """
    first = _first(articles)
    return [one if first[one.view.sha256] is one.view else _with_own_ids(one) for one in articles]


def grouped(articles: Sequence[ArticleClaims], parameter: Value | None = None) -> Lineage:
    """Return the lineage of articles told apart: of each text once, its copies standing beside the claims of the first."""
    first = _first(articles)
    found = [one for one in articles if first[one.view.sha256] is one.view]
    told = lineage.group(found, parameter) if parameter else lineage.group(found)
    own = {one.view.sha256: one for one in found}
    twins = {
        copy.id: claim.id
        for one in articles
        if first[one.view.sha256] is not one.view
        for copy, claim in zip(one.claims, own[one.view.sha256].claims, strict=True)
    }
    return _with_copies(told, articles, twins, first) if twins else told


def _first(articles: Sequence[ArticleClaims]) -> dict[str, ArticleView]:
    copies: dict[str, list[ArticleView]] = defaultdict(list)
    for one in articles:
        copies[one.view.sha256].append(one.view)
    return {sha256: min(views, key=_order) for sha256, views in copies.items()}


def _order(view: ArticleView) -> tuple[str, str, str]:
    return (view.published or "9999", view.outlet or "", view.article)


def _with_own_ids(article: ArticleClaims) -> ArticleClaims:
    view = article.view
    ids = {claim.id: "C-" + hash_of([claim.id, view.outlet, view.published, view.url, view.article]) for claim in article.claims}
    problems = tuple(replace(one, claims=tuple(ids.get(claim, claim) for claim in one.claims)) for one in view.problems)
    return ArticleClaims(replace(view, problems=problems), tuple(with_id(claim, ids[claim.id]) for claim in article.claims))


def _with_copies(told: Lineage, articles: Sequence[ArticleClaims], twins: Mapping[str, str], first: Mapping[str, ArticleView]) -> Lineage:
    copies: dict[str, list[str]] = defaultdict(list)
    for copy, claim in twins.items():
        copies[claim].append(copy)
    also: dict[str, list[str]] = defaultdict(list)
    for one in articles:
        if first[one.view.sha256] is not one.view:
            also[first[one.view.sha256].article].append(one.view.article)
    groups = tuple(
        replace(
            one,
            articles=tuple(sorted({*one.articles, *(copy for name in one.articles for copy in also[name])})),
            claims=tuple(sorted({*one.claims, *(copy for name in one.claims for copy in copies[name])})),
        )
        for one in told.origins
    )
    same_as = _same(told.same_as, twins)
    more = {**told.more, "stories": [_story(one, also) for one in told.more.get("stories", ())]}
    more["corroborates"] = [{**one, "same_as": same_as.get(one["same_as"], one["same_as"])} for one in told.more.get("corroborates", ())]
    if "denial_scopes" in more:
        scopes = more["denial_scopes"]
        more["denial_scopes"] = {**scopes, **{copy: scopes[claim] for copy, claim in twins.items() if claim in scopes}}
    return replace(
        told,
        origins=groups,
        origin={**told.origin, **{copy: told.origin[claim] for copy, claim in twins.items() if claim in told.origin}},
        same_as=same_as,
        contradicts={**told.contradicts, **{copy: told.contradicts[claim] for copy, claim in twins.items() if claim in told.contradicts}},
        denies={**told.denies, **{copy: told.denies[claim] for copy, claim in twins.items() if claim in told.denies}},
        more=more,
    )


def _same(same_as: Mapping[str, str], twins: Mapping[str, str]) -> dict[str, str]:
    """Return the groups of equal claims with the copies in them, each under its smallest id."""
    members: dict[str, set[str]] = defaultdict(set)
    for claim, top in same_as.items():
        members[top].add(claim)
    for copy, claim in twins.items():
        members[same_as.get(claim, claim)] |= {copy, claim}
    return {claim: min(found) for found in members.values() for claim in found}


def _story(one: Mapping[str, Any], also: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    articles = sorted({*one["articles"], *(copy for name in one["articles"] for copy in also.get(name, ()))})
    return {**one, "articles": articles, "publications": one["publications"] + len(articles) - len(one["articles"])}
