"""Articles, mentions and what claims say as FollowTheMoney statements, one JSON object a line.

What a claim says goes out with `origin` = its id and `external` = true, so that an importer keeps it apart from evidence. Each
printed name is an entity of its own; denials, opinions and claims without two parties make no link.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from followthemoney.statement import Statement

from enduse.claims.extracted import ArticleClaims, ArticleView, ExtractedClaim, Mention
from enduse.claims.naming import article_id, name_id
from enduse.terms.ids import hash_of, unbroken

DATASET = "claims"
SCHEMAS: dict[str, str] = {"company": "Company", "organisation": "Organization", "person": "Person"}
"""Kinds of mentions that are somebody."""
_NO_LINK = ("denial", "no_comment", "retraction", "opinion", "forecast")


def as_statements(
    articles: Sequence[ArticleClaims],
    dataset: str = DATASET,
    verdicts: Mapping[str, Mapping[str, Any]] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """Return the statements of all articles, sorted by entity, property and value; values are as printed.

    `verdicts` by claim id stand on the claim's link in words; `links` are the companies that names surely are, by name id: a mention
    is then resolved to one, as the ledger's statement and not as evidence.
    """
    made = [
        one for article in articles for one in (*_article(article.view, dataset), *_claims(article, dataset, verdicts or {}, links or {}))
    ]
    # A name printed in many claims is one statement: the format makes its id of the value, not of where it was said.
    unique: dict[str, Statement] = {}
    for one in sorted(made, key=lambda one: (one.id or "", one.origin or "", one.first_seen or "")):
        unique.setdefault(one.id or "", one)
    lines = sorted(json.dumps(one.to_dict(), ensure_ascii=False, sort_keys=True, default=str) for one in unique.values())
    return unbroken("".join(line + "\n" for line in lines)).encode("utf-8", "replace")


def _article(view: ArticleView, dataset: str) -> Iterable[Statement]:
    entity = article_id(view)
    values = (
        ("fileName", view.article), ("title", view.title), ("publisher", view.outlet), ("publishedAt", view.published),
        ("sourceUrl", view.url), ("language", view.language),
    )  # fmt: skip
    for prop, value in values:
        if value:
            yield Statement(entity, prop, "Article", value, dataset, first_seen=view.published)


def _claims(
    article: ArticleClaims, dataset: str, verdicts: Mapping[str, Mapping[str, Any]], links: Mapping[str, str]
) -> Iterable[Statement]:
    for claim in article.claims:
        for mention in claim.mentions:
            if mention.kind in SCHEMAS:
                yield from _mention(article.view, claim, mention, dataset)
                if company := links.get(name_id(mention.kind, mention.text)):
                    place = _place(article.view, mention)
                    yield _external(place, "resolved", "Mention", company, (article.view, claim, dataset))
        made = list(_link(article.view, claim, dataset))
        yield from made
        if made and claim.id in verdicts:
            told = verdicts[claim.id]
            words = f"Verdict: {str(told['verdict']).replace('_', ' ')} ({told['reason']}). {told['explanation']}"
            yield _external("link-" + hash_of([claim.id]), "description", "UnknownLink", words, (article.view, claim, dataset))


def _place(view: ArticleView, mention: Mention) -> str:
    return "mention-" + hash_of([view.sha256, mention.start, mention.end])


def _mention(view: ArticleView, claim: ExtractedClaim, mention: Mention, dataset: str) -> Iterable[Statement]:
    schema = SCHEMAS[mention.kind]
    place = _place(view, mention)
    for prop, value in (("document", article_id(view)), ("name", mention.text), ("detectedSchema", schema)):
        yield Statement(place, prop, "Mention", value, dataset, first_seen=view.published)
    yield _external(name_id(mention.kind, mention.text), "name", schema, mention.text, (view, claim, dataset))


def _link(view: ArticleView, claim: ExtractedClaim, dataset: str) -> Iterable[Statement]:
    subject, other = (
        next((one for one in claim.mentions if one.role == role and one.kind in SCHEMAS), None) for role in ("subject", "object")
    )
    if subject is None or other is None or claim.type in _NO_LINK or claim.stance == "denied" or claim.polarity == "negative":
        return
    entity = "link-" + hash_of([claim.id])
    since = next((one.since for one in claim.dates if one.since), None)
    until = next((one.until for one in claim.dates if one.until), None)
    values = (
        ("subject", name_id(subject.kind, subject.text)), ("object", name_id(other.kind, other.text)),
        ("role", claim.predicate or claim.type),
        ("summary", claim.quote), ("status", claim.stance), ("startDate", since), ("endDate", until), ("publisher", view.outlet),
        ("sourceUrl", view.url), ("proof", article_id(view)),
    )  # fmt: skip
    for prop, value in values:
        if value:
            yield _external(entity, prop, "UnknownLink", value, (view, claim, dataset))


def _external(entity: str, prop: str, schema: str, value: str, of: tuple[ArticleView, ExtractedClaim, str]) -> Statement:
    view, claim, dataset = of
    return Statement(
        entity, prop, schema, value, dataset, original_value=claim.quote, first_seen=view.published, external=True, origin=claim.id
    )
