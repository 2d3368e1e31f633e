"""The ledger as rows: grain and columns as model/published.py says them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from enduse.claims.casefile.kept import Kept
from enduse.claims.extracted import ArticleClaims, ChainNode, DateSpan, ExtractedClaim, Lineage, Quantity
from enduse.claims.naming import name_id
from enduse.model import Table, published
from enduse.terms.ids import canonical, hash_of

Row = dict[str, Any]


def tables(kept: Kept, read_by: str) -> dict[Table, list[Row]]:
    """Return the rows of every table of the ledger, without name candidates and grades."""
    ids = kept.article_ids
    claims = [(ids[one.view.article], claim) for one in kept.articles for claim in one.claims]
    return {
        published.ARTICLE_READINGS: [_reading(one, ids[one.view.article], read_by) for one in kept.articles],
        published.ARTICLE_FURNITURE: [
            {"article_id": ids[one.view.article], "span_start": piece.start, "span_end": piece.end, "kind": piece.kind}
            for one in kept.articles
            for piece in one.view.furniture
        ],
        published.ARTICLE_PROBLEMS: [row for one in kept.articles for row in _problems(one, ids[one.view.article])],
        published.ARTICLE_MENTIONS: _mentions(kept),
        published.EXTRACTED_CLAIMS: [_claim(claim, article, kept.lineage) for article, claim in claims],
        published.CLAIM_SPEAKERS: [
            _speaker(node, claim.id, position) for _, claim in claims for position, node in enumerate(claim.chain, 1)
        ],
        published.CLAIM_QUANTITIES: _once(_quantity(one, claim.id) for _, claim in claims for one in claim.quantities),
        published.CLAIM_DATES: _once({**_date(one), "claim_id": claim.id} for _, claim in claims for one in claim.dates),
        published.CLAIM_MENTIONS: _once(
            {"claim_id": claim.id, "span_start": one.start, "span_end": one.end, "name_id": name_id(one.kind, one.text), "role": one.role}
            for _, claim in claims
            for one in claim.mentions
        ),
        published.CLAIM_ORIGINS: _origins(kept.lineage),
        published.STORIES: [_story(one) for one in kept.lineage.more.get("stories", ())],
        published.CLAIM_RELATIONS: _relations(kept.lineage),
        published.LEDGER_NOTES: [{"name": name, "content": canonical(value)} for name, value in sorted(kept.lineage.more.items())],
    }


def story_id(origins: Iterable[str]) -> str:
    """Return the id of the story that these origins make."""
    return "S-" + hash_of(["story", *sorted(origins)], 12)


def candidate_row(
    name: str, said: tuple[str, str], candidate: tuple[str, str, str], grade: str, score: float | None, evidence: str
) -> dict[str, Any]:  # fmt: skip
    """Return a row of table name_candidates that nobody has judged: `said` is (kind, name as printed), `candidate` (kind, id, name)."""
    kind, text = said
    candidate_kind, candidate_id, printed = candidate
    return {
        "name_id": name, "name": text, "kind": kind, "candidate_kind": candidate_kind, "candidate_id": candidate_id,
        "candidate": printed, "grade": grade, "score": score, "evidence": evidence, "judged_by": None,
    }  # fmt: skip


def _span(one: DateSpan | None) -> str | None:
    return canonical(asdict(one)) if one else None


def _reading(one: ArticleClaims, article_id: str, read_by: str) -> Row:
    view = one.view
    return {
        "article_id": article_id, "article": view.article, "sha256": view.sha256, "outlet": view.outlet, "title": view.title,
        "url": view.url, "published_on": view.published, "language": view.language, "text_offset": view.text_offset,
        "sentences": canonical([list(place) for place in view.sentences]), "claims": len(one.claims), "read_by": read_by,
    }  # fmt: skip


def _problems(one: ArticleClaims, article_id: str) -> list[Row]:
    return [
        {
            "article_id": article_id, "ordinal": ordinal, "kind": problem.kind, "span_start": problem.start, "span_end": problem.end,
            "explanation": problem.explanation, "claims": canonical(list(problem.claims)),
        }
        for ordinal, problem in enumerate(one.view.problems, 1)
    ]  # fmt: skip


def _mentions(kept: Kept) -> list[Row]:
    found: dict[tuple[str, int, int], Row] = {}
    for one in kept.articles:
        article = kept.article_ids[one.view.article]
        for mention in (*one.view.mentions, *(inner for claim in one.claims for inner in claim.mentions)):
            found.setdefault(
                (article, mention.start, mention.end),
                {
                    "article_id": article, "span_start": mention.start, "span_end": mention.end,
                    "name_id": name_id(mention.kind, mention.text), "name": mention.text, "kind": mention.kind,
                    "country": mention.country,
                },
            )  # fmt: skip
    return list(found.values())


def _claim(claim: ExtractedClaim, article_id: str, lineage: Lineage) -> Row:
    return {
        "claim_id": claim.id, "article_id": article_id, "article": claim.article, "quote": claim.quote, "quote_start": claim.start,
        "quote_end": claim.end, "stance": claim.stance, "polarity": claim.polarity, "type": claim.type, "stage": claim.stage,
        "predicate": claim.predicate, "hedges": canonical(list(claim.hedges)), "direct": claim.direct, "headline": claim.headline,
        "of_knowledge": claim.of_knowledge, "due": _span(claim.due), "quoted": canonical([list(one) for one in claim.quoted]),
        "origin_id": lineage.origin.get(claim.id), "same_as": lineage.same_as.get(claim.id),
    }  # fmt: skip


def _speaker(node: ChainNode, claim_id: str, position: int) -> Row:
    return {
        "claim_id": claim_id, "position": position, "type": node.type, "name": node.name, "implied": node.implied,
        "span_start": node.start, "span_end": node.end, "source_class": node.source_class, "affiliation": node.affiliation,
        "number": node.number, "access": node.access, "said_on": _span(node.said_on), "affirmed": node.affirmed,
    }  # fmt: skip


def _quantity(one: Quantity, claim_id: str) -> Row:
    return {
        "claim_id": claim_id, "span_start": one.start, "span_end": one.end, "text": one.text, "value": one.value, "upper": one.upper,
        "unit": one.unit, "currency": one.currency, "bound": one.bound, "per": one.per, "period": _span(one.period),
        "per_month": one.per_month,
    }  # fmt: skip


def _date(one: DateSpan) -> Row:
    return {
        "span_start": one.start, "span_end": one.end, "text": one.text, "since": one.since, "until": one.until, "basis": one.basis,
        "month_day": one.month_day,
    }  # fmt: skip


def _once(found: Iterable[Row]) -> list[Row]:
    unique: dict[tuple[str, int, int], Row] = {}
    for row in found:
        unique.setdefault((row["claim_id"], row["span_start"], row["span_end"]), row)
    return list(unique.values())


def _origins(lineage: Lineage) -> list[Row]:
    stories = {origin: story_id(one["origins"]) for one in lineage.more.get("stories", ()) for origin in one["origins"]}
    return [
        {
            "origin_id": one.id, "story_id": stories.get(one.id), "first_publisher": one.first_publisher, "root": one.root,
            "articles": canonical(list(one.articles)), "claims": canonical(list(one.claims)), "independent": one.independent,
        }
        for one in lineage.origins
    ]  # fmt: skip


def _story(one: dict[str, Any]) -> Row:
    counts = {name: one[name] for name in ("publications", "origins_strict", "origins_lenient", "origins_by_data")}
    rest = {name: value for name, value in one.items() if name not in counts and name != "articles"}
    return {"story_id": story_id(one["origins"]), "articles": canonical(one["articles"]), **counts, "detail": canonical(rest)}


def _relations(lineage: Lineage) -> list[Row]:
    found: dict[tuple[str, str, str], Row] = {}

    def add(kind: str, left: str, right: str, detail: Any = None) -> None:
        told = None if detail is None else canonical(detail)
        found[kind, left, right] = {"kind": kind, "left_id": left, "right_id": right, "detail": told}

    for kind, pairs in (("contradicts", lineage.contradicts), ("denies", lineage.denies)):
        for left, rights in pairs.items():
            for right in rights:
                add(kind, left, right)
    for line in lineage.more.get("drift", ()):
        add("retells", line["claim"], line["against"], line["changed"])
    for line in lineage.more.get("corroborates", ()):
        for origin in line["origins"]:
            add("corroborates", line["same_as"], origin)
    return list(found.values())
