"""The ledger as schema.org JSON-LD: a Claim for each claim, a ClaimReview for each verdict.

The vocabulary has no relation between claims: same claim, contradicts and denies stand under `enduse:`. A verdict that is not
decidable is a review too and says so; no number is given for it, because the words are no scale.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from enduse.claims.extracted import ArticleClaims, ArticleView, ChainNode, ExtractedClaim, Lineage
from enduse.claims.naming import article_id, as_bytes, without_nulls

CONTEXT: list[Any] = ["https://schema.org", {"enduse": "urn:enduse:"}]
_TYPES = {"person": "Person", "outlet": "NewsMediaOrganization", "organisation": "Organization"}


def as_claim_review(
    articles: Sequence[ArticleClaims],
    lineage: Lineage,
    verdicts: Mapping[str, Mapping[str, Any]] | None = None,
    reviewer: str | None = None,
    grades: Mapping[str, Mapping[str, Any]] | None = None,
) -> bytes:
    """Return the JSON-LD document. `verdicts`: by claim id, as `Verdict.as_json()` gives them; `reviewer`: who publishes the reviews.

    `grades`: rows of table grades by claim id; a person's decision stands beside the proposal.
    """
    first = _first(articles, lineage)
    views = {one.view.article: one.view for one in articles}
    graph: list[dict[str, Any]] = [_article(one.view) for one in articles]
    for article in articles:
        for claim in article.claims:
            earliest = first.get(claim.id, article.view)
            graph.append(_claim(claim, article.view, earliest, lineage) | _graded((grades or {}).get(claim.id)))
            if verdicts and claim.id in verdicts:
                graph.append(_review(claim, views[claim.article], verdicts[claim.id], reviewer))
    return as_bytes({"@context": CONTEXT, "@graph": graph})


def _first(articles: Sequence[ArticleClaims], lineage: Lineage) -> dict[str, ArticleView]:
    """Return for each claim the article in which an equal claim of its origin was published first, as far as dates say."""
    best: dict[tuple[str, str], ArticleView] = {}
    keys: dict[str, tuple[str, str]] = {}
    for article in articles:
        for claim in article.claims:
            group, origin = lineage.same_as.get(claim.id), lineage.origin.get(claim.id)
            if group is None or origin is None or article.view.published is None:
                continue
            keys[claim.id] = (group, origin)
            held = best.setdefault((group, origin), article.view)
            if (article.view.published, article.view.article) < (held.published or "", held.article):
                best[group, origin] = article.view
    return {claim: best[key] for claim, key in keys.items()}


def _article(view: ArticleView) -> dict[str, Any]:
    return without_nulls(
        {
            "@id": f"enduse:{article_id(view)}", "@type": "NewsArticle", "headline": view.title, "name": view.article, "url": view.url,
            "datePublished": view.published, "inLanguage": view.language,
            "publisher": {"@type": "NewsMediaOrganization", "name": view.outlet} if view.outlet else None,
        }
    )  # fmt: skip


def _claim(claim: ExtractedClaim, view: ArticleView, first: ArticleView, lineage: Lineage) -> dict[str, Any]:
    return without_nulls(
        {
            "@id": f"enduse:{claim.id}", "@type": "Claim", "text": claim.quote, "appearance": {"@id": f"enduse:{article_id(view)}"},
            "firstAppearance": {"@id": f"enduse:{article_id(first)}"}, "author": _who(claim.root),
            "claimInterpreter": {"@type": "NewsMediaOrganization", "name": view.outlet} if view.outlet and len(claim.chain) > 1 else None,
            "enduse:stance": claim.stance, "enduse:origin": lineage.origin.get(claim.id), "enduse:sameClaim": lineage.same_as.get(claim.id),
            "enduse:contradicts": _ids(lineage.contradicts.get(claim.id)), "enduse:denies": _ids(lineage.denies.get(claim.id)),
        }
    )  # fmt: skip


def _review(claim: ExtractedClaim, view: ArticleView, verdict: Mapping[str, Any], reviewer: str | None) -> dict[str, Any]:
    rating = {"@type": "Rating", "alternateName": str(verdict["verdict"]).replace("_", " "), "ratingExplanation": verdict["explanation"]}
    return without_nulls(
        {
            "@id": f"enduse:review-{claim.id}", "@type": "ClaimReview", "claimReviewed": claim.quote,
            "itemReviewed": {"@id": f"enduse:{claim.id}"},
            "reviewRating": rating, "author": {"@type": "Organization", "name": reviewer} if reviewer else None, "url": view.url,
            "enduse:reason": verdict["reason"], "enduse:rows": [f"{row['kind']}:{row['ref_id']}" for row in verdict.get("rows", ())],
        }
    )  # fmt: skip


def _graded(row: Mapping[str, Any] | None) -> dict[str, Any]:
    if row is None:
        return {}
    grade = {"grade": row["grade"], "proposed": row["proposed"], "proposedBecause": row["proposed_because"]}
    decided = {"overriddenBy": row["overridden_by"], "overriddenOn": row["overridden_on"], "overriddenBecause": row["overridden_because"]}
    return {"enduse:grade": without_nulls({f"enduse:{name}": value for name, value in (grade | decided).items()})}


def _who(node: ChainNode | None) -> dict[str, Any] | None:
    return None if node is None or not node.name else {"@type": _TYPES.get(node.type, "Thing"), "name": node.name}


def _ids(found: Sequence[str] | None) -> list[dict[str, str]] | None:
    return [{"@id": f"enduse:{one}"} for one in found] if found else None
