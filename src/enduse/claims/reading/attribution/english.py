"""Who an English sentence hands its content to: each rule in turn, and what is left belongs to nobody named here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from enduse.claims.reading.attribution.content import complete, has_number_or_verb, has_verb
from enduse.claims.reading.attribution.openings import (
    according,
    after_question,
    believed,
    beside,
    colon,
    convinced,
    nominal,
    passive,
    quoted_as,
    rejected,
    trailing,
)
from enduse.claims.reading.attribution.piece import MARKS, QUOTED, Piece, Span, Stretch, mark_direct, trim, within
from enduse.claims.reading.attribution.verbs import verbal
from enduse.claims.reading.sentences import Quotation
from enduse.claims.words.across import NO_COMMENT
from enduse.claims.words.english import ADVERBS, INFERRING, OCCASION, PARTICIPLE, SAY, SEEN

_LEAD = re.compile(
    r"\s*(?:(?:However|Furthermore|Moreover|Meanwhile|Additionally|Besides|But|And|Yet|Still|Instead|Also|In addition|For (?:its|"
    r"his|her|their) part|Separately|Earlier|Later|On \w+day|On [A-Z][a-z]+ \d+|"
    rf"(?:In|During|At) (?:an?|the|its|his|her|their) (?:[\w’'-]+ ){{0,4}}(?:{OCCASION})"
    rf"(?: (?:with|to|on|for|by|dated|published|issued|of) [^,]{{1,40}})?(?:, (?:which|(?:{SEEN}) by) "
    r"[^,]{3,60})?|(?:In|At) (?:comments|remarks|testimony|statements|interviews|emails|letters) [^,]{2,80}|Speaking [^,]{2,90}|"
    r"Writing (?:in|on) [^,]{2,60}|Recently|Yesterday|Last \w+|Thus|Therefore|So|Then),?\s+)*"
)
_EXTRA = re.compile(
    rf",\s+(?:(?:but|and|while)\s+)?(?:also\s+)?(?:(?P<part>{PARTICIPLE})|(?P<infer>{INFERRING}))\s*,?\s*(?:that\s+)?(?=\S)", re.IGNORECASE
)
_TAIL = re.compile(
    rf"(?P<content>[{MARKS}\"']?\x01{{12,}}[{MARKS}\"'],?)\s+(?:(?P<src>(?:[A-Z]|(?:an?|the|one|his|her|its|their|"
    rf"another)\s)[^\x01,.;]{{1,50}}?|he|she|they)\s+(?P<verb>[a-z]{{3,}}(?:s|ed))(?:,? [^\x01,.;]{{2,60}})?|(?:[a-z]{{3,}}(?:s|"
    rf"ed))\s+(?P<inverted>(?:[A-Z]|(?:an?|the|one|his|her|its|their|another)\s)[^\x01;]{{1,90}}?))\s*\.?\s*"
)
_POINTS_BACK = re.compile(
    r"\s*(?:it|he|she|they|we|this|that)\s+(?:did|does|do|had|has|have|was|is|were|are|would|will|could|can)(?:\s+not|n[’']t|"
    r"\s+so)?(?:\s+(?:so|it|"
    r"true|false|the case|all|wrong|right|nonsense))?[.!]?\s*",
    re.IGNORECASE,
)
_RULES = (convinced, rejected, according, trailing, passive, quoted_as, believed, colon, verbal, nominal)


def pieces(text: str, hidden: str, start: int, end: int, quotes: Sequence[Quotation]) -> list[Piece]:
    """Return the pieces of one English sentence in order. `hidden`: the text masked; `quotes`: those that touch the sentence."""
    if NO_COMMENT.search(hidden, start, end):
        return [trim(text, mark_direct(one, quotes)) for one in _no_comment(hidden, start, end)]
    going_on = next((one for one in quotes if one.start < start < one.end < end - 3), None)
    if going_on is not None and going_on.end - start > 3:
        rest = [one for one in _read(Stretch(hidden, going_on.end, end)) if len(text[one.start : one.end].split()) >= 4]
        return [trim(text, one) for one in (Piece(start, going_on.end, (), "", "quote", True), *rest)]
    found = _dashed(hidden, start, end) or _halves(hidden, start, end) or _read(Stretch(hidden, start, end))
    if not any(one.sources for one in found):
        found = _floating(hidden, start, end) or found
    found = [piece for one in found for piece in _extras(hidden, one)]
    return [trim(text, mark_direct(_told(text, one), quotes)) for one in found if one.end - one.start > 3]


def _dashed(hidden: str, start: int, end: int) -> list[Piece] | None:
    """Return both sides of a sentence's only dash when each says something; what follows belongs to who said what comes before."""
    cuts = [one.span() for one in re.finditer(r"\s[–—]\s", hidden[start:end])]
    if len(cuts) != 1:
        return None
    left, right = start + cuts[0][0], start + cuts[0][1]
    if not complete(hidden, start, left) or not has_number_or_verb(hidden[right:end]) or len(hidden[right:end].split()) < 4:
        return None
    first = _read(Stretch(hidden, start, left))
    rest = _read(Stretch(hidden, right, end))
    if first[-1].end < left - 3 or not first[-1].sources:
        # "CONTENT, SRC said – CONTENT": the same speaker goes on. Without a speaker before the dash the sentence stays whole.
        return (
            [*first, *[one if one.sources else replace(one, sources=first[-1].sources, kind=first[-1].kind) for one in rest]]
            if first[-1].sources
            else None
        )
    return None


def _halves(hidden: str, start: int, end: int) -> list[Piece] | None:
    """Return both sides of a semicolon when each is a clause; the second goes on with the first one's speaker unless it names its own."""
    cut = re.search(r";\s", hidden[start:end])
    if cut is None:
        return None
    left, right = start + cut.start(), start + cut.end()
    if not complete(hidden, start, left) or not complete(hidden, right, end):
        return None
    first, rest = _read(Stretch(hidden, start, left)), pieces(hidden, hidden, right, end, ())
    last = first[-1]
    return [
        *first,
        *[one if one.sources or not last.sources else replace(one, sources=last.sources, kind=last.kind, cue=last.cue) for one in rest],
    ]


def _floating(hidden: str, start: int, end: int) -> list[Piece] | None:
    """Return a quotation with "one officer sighs" after it: whatever the verb, who stands there says it."""
    found = _TAIL.fullmatch(hidden, start, end)
    if not found:
        return None
    return [Piece(*found.span("content"), (found.span("src" if found["src"] else "inverted"),), "said", "say", True)]


def _told(text: str, piece: Piece) -> Piece:
    """Return "expressed concern about this" and "insists it did not" whole: what points back says nothing by itself."""
    if piece.sources and piece.sources[-1][0] < piece.start and _POINTS_BACK.fullmatch(text, piece.start, piece.end):
        return replace(piece, start=piece.sources[-1][0])
    if piece.kind == "concern" and piece.sources and len(text[piece.start : piece.end].split()) <= 6 and piece.sources[-1][0] < piece.start:
        return replace(piece, start=piece.sources[-1][0])
    return piece


def _read(said: Stretch) -> list[Piece]:
    nobody = said.whole("", "say" if said.sources else "none")
    if said.too_deep:
        return [nobody]
    lead = _LEAD.match(said.text, said.start, said.end)
    trimmed = after_question(replace(said, start=lead.end() if lead else said.start))
    for rule in _RULES:
        found = rule(trimmed, _read)
        if found is not None:
            return found
    inside = beside(trimmed)
    return [replace(inside, start=said.start) if inside else nobody]


def _no_comment(hidden: str, start: int, end: int) -> list[Piece]:
    """Return who does not answer, and what the sentence says before or after that: "confirmed it but would not elaborate"."""
    found = NO_COMMENT.search(hidden, start, end)
    subject = _no_comment_subject(hidden, start, end)
    sources = (subject,) if subject else ()
    if found is None:
        return []
    lead = re.search(r",?\s+(?:but|and|though|although)\s+(?:(?:it|he|she|they|who)\s+)?(?:also\s+)?\Z", hidden[start : found.start()])
    if lead and complete(hidden, start, start + lead.start()):
        front = _read(Stretch(hidden, start, start + lead.start()))
        return [*front, Piece(found.start(), end, front[-1].sources or sources, "no comment", "no_comment")]
    more = re.compile(rf"[^\x01;]{{0,80}}?,?\s+(?:but|and)\s+(?:{ADVERBS}\s+)*(?P<cue>{SAY})\s+(?:that\s+)?").match(
        hidden, found.end(), end
    )
    if subject and more and has_verb(hidden[more.end() : end]):
        rest = within(_read(Stretch(hidden, more.end(), end, (subject,), 1)), "say", more["cue"].casefold())
        return [Piece(start, found.end(), sources, "no comment", "no_comment"), *rest]
    return [Piece(start, end, sources, "no comment", "no_comment")]


def _no_comment_subject(text: str, start: int, end: int) -> Span | None:
    asked = re.search(
        r"\b(?:comments?|requests?|response) (?:from|to|by|at)\s+(?P<who>[^.,;]{3,120}?)(?=\s+(?:went|were|was|did|has|have|"
        r"remained)\b|[.,;])",
        text[start:end],
    )
    if asked:
        return start + asked.start("who"), start + asked.end("who")
    found = NO_COMMENT.search(text, start, end)
    if found is None or found.start() - start < 3:
        return None
    return start, start + len(re.sub(r"(?:\s+(?:has|have|had|also))*\s*\Z", "", text[start : found.start()]))


def _extras(text: str, piece: Piece) -> list[Piece]:
    """Cut off ", indicating that ..." and ", adding that ..." as pieces of the same speaker."""
    if piece.direct:
        return [piece]
    found = _EXTRA.search(text, piece.start + 1, piece.end)
    if not found or QUOTED in text[piece.start : found.start()] or not has_verb(text[found.end() : piece.end]):
        return [piece]
    kind = "inference" if found["infer"] else piece.kind
    return [
        replace(piece, end=found.start()),
        replace(piece, start=found.end(), kind=kind, cue=(found["infer"] or found["part"]).casefold()),
    ]
