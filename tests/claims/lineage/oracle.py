"""A made press read perfectly: its truth as the shapes that reading yields. Lineage alone is judged with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from enduse.claims.extracted import ArticleClaims, ArticleView, ChainNode, ClaimType, ExtractedClaim, Quantity
from enduse.worlds.press_names import INSTITUTES, OUTLETS


def read(folder: Path, truth: dict[str, Any]) -> list[ArticleClaims]:
    """Return the articles of a made press with the claims that the truth holds."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    made = []
    for one in truth["articles"]:
        text = texts[one["article"]]
        view = ArticleView(one["article"], one["article"], text, one["outlet"], published=one["published"])
        story = next(origin for origin in truth["origins"] if origin["id"] == one["origin"])
        claims = [claim for claim in truth["claims"] if claim["article"] == one["article"]]
        made.append(ArticleClaims(view, tuple(_claim(claim, text, one["outlet"], story["first_publisher"]) for claim in claims)))
    return made


def _claim(one: dict[str, Any], text: str, outlet: str, first: str) -> ExtractedClaim:
    chain = [ChainNode("outlet", outlet)]
    quote = text[one["start"] : one["end"]]
    cited = [name for name in OUTLETS if name in quote and name != outlet and ("cit" in quote or "report" in quote)]
    cited.sort(key=lambda name: (name == first, quote.index(name)))
    chain += [ChainNode("outlet", name) for name in cited]
    if one["roots"] is not None and one["roots"][0] != ["outlet", outlet]:
        kind, name = one["roots"][0]
        if kind != "outlet" or all(node.name != name for node in chain):
            affiliation = next((one for one in INSTITUTES if one in quote), None) if kind == "person" else None
            chain.append(ChainNode(kind, name, affiliation=affiliation))
    quantities = tuple(
        Quantity(q["start"], q["end"], text[q["start"] : q["end"]], q["value"], q["unit"], q["currency"], q["bound"])
        for q in one["quantities"]
    )
    of_type: ClaimType = "denial" if one["stance"] == "denied" else "statement"
    knows = bool(one["denial"]) and one["denial"]["kind"] == "knowledge"
    return ExtractedClaim(
        one["id"], one["article"], one["start"], one["end"], quote, tuple(chain), one["stance"], "positive", of_type, quantities=quantities,
        of_knowledge=knows,
    )  # fmt: skip
