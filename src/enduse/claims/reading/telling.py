"""Articles, claims and origins as JSON values: the public contract of `enduse claims --json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from enduse.claims.extracted import ArticleClaims, ArticleView, ChainNode, DateSpan, ExtractedClaim, Lineage, Mention, Quantity


def told(articles: Sequence[ArticleClaims], lineage: Lineage | None = None) -> dict[str, Any]:
    """Return what the command prints. Offsets count characters of the file as decoded (of the page's text for HTML)."""
    known = lineage or Lineage()
    origins: dict[str, list[str]] = {}
    for group in known.origins:
        for name in group.articles:
            origins.setdefault(name, []).append(group.id)
    return {
        "articles": [_article(one.view, sorted(origins.get(one.view.article, []))) for one in articles],
        "claims": [_claim(claim, one.view.text_offset, known) for one in articles for claim in one.claims],
        "origins": [
            {
                "id": one.id,
                "first_publisher": one.first_publisher,
                "root": one.root,
                "articles": list(one.articles),
                "claims": list(one.claims),
                "independent": one.independent,
            }
            for one in known.origins
        ],
        **known.more,
    }


def _article(view: ArticleView, origins: list[str]) -> dict[str, Any]:
    shift = view.text_offset
    heading = [{"start": 0, "end": shift, "kind": "heading"}] if shift else []
    return {
        "article": view.article,
        "sha256": view.sha256,
        "outlet": view.outlet,
        "title": view.title,
        "url": view.url,
        "published": view.published,
        "language": view.language,
        "origins": origins,
        **_text(view),
        "furniture": heading + [{"start": one.start + shift, "end": one.end + shift, "kind": one.kind} for one in view.furniture],
        "mentions": [_mention(one, shift) for one in view.mentions],
        "problems": [
            {
                "kind": one.kind,
                "start": one.start + shift,
                "end": one.end + shift,
                "explanation": one.explanation,
                "claims": list(one.claims),
            }
            for one in view.problems
        ],
    }


def _text(view: ArticleView) -> dict[str, str]:
    """Return the page's text when the file holds more than it: offsets count its characters."""
    return {} if view.article.casefold().endswith(".txt") else {"text": view.text}


def _claim(claim: ExtractedClaim, shift: int, lineage: Lineage) -> dict[str, Any]:
    return {
        "id": claim.id,
        "article": claim.article,
        "start": claim.start + shift,
        "end": claim.end + shift,
        "quote": claim.quote,
        "speaker_chain": [_node(one, shift) for one in claim.chain],
        "stance": claim.stance,
        "polarity": claim.polarity,
        "type": claim.type,
        "stage": claim.stage,
        "hedges": list(claim.hedges),
        "quantities": [_quantity(one, shift) for one in claim.quantities],
        "dates": [_date(one, shift) for one in claim.dates],
        "entities": [_mention(one, shift) for one in claim.mentions],
        "predicate": claim.predicate,
        "direct": claim.direct,
        "headline": claim.headline,
        "of_knowledge": claim.of_knowledge,
        "due": _date(claim.due, shift) if claim.due else None,
        "origin": lineage.origin.get(claim.id),
        "same_as": lineage.same_as.get(claim.id),
        "contradicts": list(lineage.contradicts.get(claim.id, ())),
        "denies": list(lineage.denies.get(claim.id, ())),
    }


def _node(node: ChainNode, shift: int) -> dict[str, Any]:
    said: dict[str, Any] = {"type": node.type, "name": node.name, "implied": node.implied}
    if node.start is not None and node.end is not None:
        said |= {"start": node.start + shift, "end": node.end + shift}
    said |= {
        key: value
        for key, value in (
            ("class", node.source_class),
            ("affiliation", node.affiliation),
            ("number", node.number),
            ("access", node.access),
        )
        if value is not None
    }
    if node.said_on is not None:
        said["said_on"] = _date(node.said_on, shift)
    return said


def _quantity(one: Quantity, shift: int) -> dict[str, Any]:
    return {
        "value": _plain(one.value),
        "upper": _plain(one.upper),
        "unit": one.unit,
        "currency": one.currency,
        "bound": one.bound,
        "per": one.per,
        "period": _date(one.period, shift) if one.period else None,
        "per_month": _plain(one.per_month),
        "text": one.text,
        "start": one.start + shift,
        "end": one.end + shift,
    }


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _date(one: DateSpan, shift: int) -> dict[str, Any]:
    return {
        "text": one.text,
        "since": one.since,
        "until": one.until,
        "month_day": one.month_day,
        "basis": one.basis,
        "start": one.start + shift,
        "end": one.end + shift,
    }


def _mention(one: Mention, shift: int) -> dict[str, Any]:
    moved = replace(one, start=one.start + shift, end=one.end + shift)
    said: dict[str, Any] = {"name": moved.text, "kind": moved.kind, "start": moved.start, "end": moved.end}
    if moved.role:
        said["role"] = moved.role
    if moved.country:
        said["country"] = moved.country
    return said
