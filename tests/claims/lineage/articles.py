"""Small invented articles as reading would yield them."""

from __future__ import annotations

from typing import Any

from enduse.claims.extracted import ArticleClaims, ArticleView, ChainNode, ExtractedClaim, Mention, Quantity

OFFICIALS = ChainNode("anonymous", "two invented officials", source_class="official")
INSTITUTE = ChainNode("organisation", "Zubrivel Institute")
DELIVERY = "Kestrelvan Works sent 120 engines to Dobrimun Plant in May 2023"
SALE = "Dobrimun Plant received engines from Kestrelvan Works in May 2023, 120 of them"


def outlet(name: str) -> ChainNode:
    """Return an outlet's node."""
    return ChainNode("outlet", name)


def article(name: str, publisher: str, day: str | None, *claims: dict[str, Any]) -> ArticleClaims:
    """Return an article whose text is its claims; a claim is {quote, chain, stance ...}, its chain without the publisher."""
    text, made = "", []
    for number, one in enumerate(claims, 1):
        quote = one.pop("quote")
        start = len(text)
        text += quote + ". "
        numbers = one.pop("numbers", ())
        fields: dict[str, Any] = {"stance": "asserted", "polarity": "positive", "type": "statement", **one}
        chain = (outlet(publisher), *fields.pop("chain", ()))
        quantities = tuple(Quantity(start, start + 1, f"{value:g}", value, unit) for value, unit in numbers)
        made.append(
            ExtractedClaim(f"{name}-{number}", name, start, start + len(quote), quote, chain, quantities=quantities, **fields),
        )
    return ArticleClaims(ArticleView(name, f"sha of {name}", text, publisher, published=day), tuple(made))


def engines(quote: str = DELIVERY, count: float = 120, **fields: Any) -> dict[str, Any]:
    """Return a claim about a delivery of engines."""
    return {"quote": quote, "numbers": ((count, "engines"),), **fields}


def company(text: str, name: str) -> Mention:
    """Return a mention of a company in a text."""
    start = text.index(name)
    return Mention(start, start + len(name), name, "company")
