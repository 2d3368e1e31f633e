"""Who a sentence hands its content to: direct, indirect and mixed quotations, "according to", passives, nouns, participles, nested cues."""

from __future__ import annotations

import re
from collections.abc import Sequence

from enduse.claims.reading.attribution import chinese, english, russian
from enduse.claims.reading.attribution.piece import Piece, Span, masked
from enduse.claims.reading.sentences import Quotation

__all__ = ["Piece", "backwards", "masked", "pieces"]
_BACKWARDS = re.compile(
    r"\s*(?:(?:That|This|It)(?: all)? (?:is|was|comes|came)(?: all)? (?:according to|reported by|first reported by|from|based "
    r"on)\s+(?P<src>[^\x01.]{2,120}?)|"
    r"(?P<said>[^\x01.,]{2,80}?) (?:first |was (?:the )?first to )?(?:reported|broke|report) (?:this|that|the (?:news|story)|"
    r"it)(?: (?:first|earlier|on \w+))?)\.?\s*"
)


def pieces(text: str, hidden: str, span: Span, quotes: Sequence[Quotation], language: str) -> list[Piece]:
    """Return the pieces of one sentence in order. `hidden`: the text masked; `quotes`: those that touch the sentence."""
    if language == "zh":
        return chinese.pieces(text, hidden, *span, quotes)
    if language in ("ru", "uk"):
        return russian.pieces(text, hidden, *span, quotes)
    return english.pieces(text, hidden, *span, quotes)


def backwards(hidden: str, span: Span, language: str) -> Span | None:
    """Return who said the sentence before, when this one only says so ("That is according to ..."); else None."""
    rule = russian.BACKWARDS if language in ("ru", "uk") else _BACKWARDS
    found = rule.fullmatch(hidden, *span)
    if not found:
        return None
    return found.span("src" if found["src"] else "said")
