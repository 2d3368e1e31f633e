"""The gate every offered claim passes alone, whoever offered it: what is not in the text is refused, and nothing is repaired."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from enduse.claims.extracted import ArticleClaims, ChainNode, DateSpan, ExtractedClaim, Mention, Quantity
from enduse.claims.extracting import amounts, telling, wording
from enduse.claims.extracting.offers import Offer, offered
from enduse.claims.extracting.page import Page
from enduse.claims.extracting.placing import Place, place
from enduse.claims.extracting.refusals import Refusal, Reject
from enduse.claims.reading.judging import is_of_knowledge, predicate_of
from enduse.claims.reading.telling import told
from enduse.terms.ids import hash_of

_SHOWN = 2000


def gate(article: ArticleClaims, offers: Iterable[object]) -> tuple[ArticleClaims, list[Reject]]:
    """Return the article with the offered claims that pass, in the order of the text, and why each other one does not.

    `article` is what the rules read (its text, furniture, numbers and dates are what offers are compared with); `offers` are JSON
    values in the ledger's shape. Offsets, ids, rates by month and the like are computed here, never taken from an offer.
    """
    page = Page(article)
    passed: dict[str, ExtractedClaim] = {}
    rejects: list[Reject] = []
    for value in offers:
        claim = _judged(page, value)
        if isinstance(claim, ExtractedClaim) and claim.id in passed:
            claim = Refusal("repeated", "the reply has claimed this quote before")
        if isinstance(claim, Refusal):
            rejects.append(Reject(page.view.article, claim.reason, claim.detail, shown(value)))
        else:
            passed[claim.id] = claim
    claims = sorted(passed.values(), key=lambda one: (one.start, one.end))
    return _without(article, tuple(claims)), rejects


def grounded(article: ArticleClaims) -> tuple[ArticleClaims, list[Reject]]:
    """Return the article with those of its own claims, as they are, that pass the gate, and why each other one does not."""
    page = Page(article)
    kept: list[ExtractedClaim] = []
    rejects: list[Reject] = []
    for claim, value in zip(article.claims, told([article])["claims"], strict=True):
        found = _judged(page, value)
        if isinstance(found, Refusal):
            rejects.append(Reject(page.view.article, found.reason, found.detail, shown(value)))
        else:
            kept.append(claim)
    return _without(article, tuple(kept)), rejects


def _without(article: ArticleClaims, claims: tuple[ExtractedClaim, ...]) -> ArticleClaims:
    """Return the article with these claims; what is pointed out in it names no other."""
    known = {one.id for one in claims}
    problems = tuple(replace(one, claims=tuple(claim for claim in one.claims if claim in known)) for one in article.view.problems)
    return ArticleClaims(replace(article.view, problems=problems), claims)


def shown(value: object) -> str:
    """Return an offered value as JSON on one line, cut at 2,000 characters."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except (RecursionError, ValueError):
        text = f"a {type(value).__name__} that cannot be shown"
    return cleaned(text)


def cleaned(text: str) -> str:
    """Return text cut at 2,000 characters, without the halves of letters that no file can hold."""
    return text[:_SHOWN].encode("utf-8", "backslashreplace").decode("utf-8")


def _judged(page: Page, value: object) -> ExtractedClaim | Refusal:
    offer = offered(value)
    if not isinstance(offer, Offer):
        return Refusal(*offer)
    found = place(page, offer)
    if isinstance(found, Refusal):
        return found
    refused = wording.judge(page, offer, found)
    if refused is not None:
        return refused
    chain = telling.chain(page, offer, found)
    if isinstance(chain, Refusal):
        return chain
    span = found.start, found.end
    quantities = _all(amounts.quantity(page, one, span, found.sentence) for one in offer.quantities)
    dates = _all(amounts.date(page, one, found.sentence) for one in offer.dates)
    mentions = _all(telling.entity(page, one, found, chain) for one in offer.entities)
    for part in (quantities, dates, mentions):
        if isinstance(part, Refusal):
            return part
    return _claim(page, offer, found, chain, (quantities, dates, mentions))  # type: ignore[arg-type]


def _all(found: Iterable[Any]) -> tuple[Any, ...] | Refusal:
    kept: list[Any] = []
    for one in found:
        if isinstance(one, Refusal):
            return one
        kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def _claim(
    page: Page,
    offer: Offer,
    found: Place,
    chain: Sequence[ChainNode],
    read: tuple[tuple[Quantity, ...], tuple[DateSpan, ...], tuple[Mention, ...]],
) -> ExtractedClaim:
    text = page.view.text[found.start : found.end]
    quantities, dates, mentions = read
    quoted = tuple(
        (max(one.start, found.start), min(one.end, found.end)) for one in page.quotations if one.start < found.end and found.start < one.end
    )
    return ExtractedClaim(
        "C-" + hash_of([page.view.sha256, found.start, found.end, text]),
        page.view.article,
        found.start,
        found.end,
        text,
        tuple(chain),
        offer.stance,
        offer.polarity,
        offer.type,
        offer.stage,
        offer.hedges,
        quantities,
        dates,
        mentions,
        predicate_of(text),
        direct=bool(quoted) and len(chain) > 1,
        headline=page.headline(found.start, found.end),
        due=next((one for one in dates if one.until), None) if offer.type in ("forecast", "plan") else None,
        of_knowledge=offer.stance == "denied" and is_of_knowledge(text),
        quoted=quoted,
    )
