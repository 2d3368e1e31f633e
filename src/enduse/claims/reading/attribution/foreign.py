"""Patterns of a sentence whole, tried in order: what Russian and Chinese attribution share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from enduse.claims.reading.attribution.piece import Piece, Span, mark_direct, trim
from enduse.claims.reading.sentences import Quotation
from enduse.claims.words.across import NO_COMMENT

_DEEPEST = 3


@dataclass(frozen=True)
class Rule:
    """A pattern of a whole sentence with groups content, src and, when it cites another, outer (who cites); further groups: rest."""

    pattern: re.Pattern[str]
    kind: str = "say"


def pieces(
    text: str, hidden: str, start: int, end: int, quotes: Sequence[Quotation], rules: Sequence[Rule], guard: re.Pattern[str]
) -> list[Piece]:
    """Return the pieces of one sentence: content with the phrases of its sources, nested as deep as they cite each other."""
    refused = NO_COMMENT.search(hidden, start, end)
    if refused:
        return [Piece(start, end, ((start, refused.start()),), "no comment", "no_comment")]
    found = _read(hidden, start, end, (), rules, guard)
    return [trim(text, mark_direct(one, quotes)) for one in found if one.end - one.start > 2]


def _read(text: str, start: int, end: int, outer: tuple[Span, ...], rules: Sequence[Rule], guard: re.Pattern[str]) -> list[Piece]:
    for rule in rules if len(outer) < _DEEPEST else ():
        found = rule.pattern.fullmatch(text, start, end)
        if not found or "\x01" in found["src"] or guard.search(found["src"]):
            continue
        groups = found.groupdict()
        if found.span("content") == (start, end):
            # The sentence whole: its subject is who says it.
            return [Piece(start, end, (*outer, found.span("src")), "said", rule.kind)]
        named = tuple(found.span(name) for name in ("outer", "src") if groups.get(name))
        inner = _read(text, *found.span("content"), (*outer, *named), rules, guard)
        cue = (groups.get("cue") or "said").casefold()
        handed = [_cued(one, rule.kind, cue) for one in inner]
        if groups.get("rest"):
            handed.append(Piece(*found.span("rest"), (*outer, *named), cue, rule.kind))
        return handed
    return [Piece(start, end, outer, "", "say" if outer else "none")]


def _cued(one: Piece, kind: str, cue: str) -> Piece:
    if one.cue:
        return one
    return replace(one, cue=cue, kind=kind if one.kind in ("none", "say") else one.kind)
