"""One article read whole: pieces handed to speakers, frames carried over, clauses judged, and what cannot be right pointed out."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from enduse.claims.extracted import ArticleClaims, ArticleView, ChainNode, DateSpan, ExtractedClaim, Mention, Quantity
from enduse.claims.reading.attribution import Piece, backwards, masked, pieces
from enduse.claims.reading.chaining import Chaining
from enduse.claims.reading.clauses import atoms
from enduse.claims.reading.dates import find_dates
from enduse.claims.reading.doubting import headline_problems, quantity_problems
from enduse.claims.reading.judging import (
    hedges_of,
    is_denial,
    is_of_knowledge,
    polarity_of,
    predicate_of,
    stage_of,
    stance_of,
    type_of,
)
from enduse.claims.reading.layout import lay_out
from enduse.claims.reading.mentions import coordinated, find_mentions
from enduse.claims.reading.page import Layout
from enduse.claims.reading.quantities import find_quantities
from enduse.claims.reading.sentences import Quotation, quotations, split
from enduse.claims.reading.turns import turns_of
from enduse.claims.words.across import RETRACTION
from enduse.claims.words.english import FINITE
from enduse.terms.ids import hash_of

_NO_CLAIM = re.compile(r"(?:as for whether|how|why|what|who|when|where)\b[^.]*\Z|[^.]*\?\Z", re.IGNORECASE)
_CORRECTED = re.compile(
    r"(?:correction|clarification|editor[’']?s note)\s*:|an earlier version of this (?:article|story|report)\b", re.IGNORECASE
)
Stated = dict[str, str]
_Spanned = TypeVar("_Spanned", Mention, Quantity, DateSpan)


@dataclass
class _Reading:
    """What is known while the sentences of one article are read in order."""

    text: str
    view: ArticleView
    quotes: list[Quotation]
    language: str
    hidden: str
    before: tuple[int, int] | None = field(default=None, init=False)
    chaining: Chaining
    claims: list[ExtractedClaim] = field(default_factory=list)


def read_text(article: str, text: str, stated: Stated | None = None) -> ArticleClaims:
    """Return one article's view and claims; nothing is guessed.

    `stated`: outlet, title, url, published_on, language as the file states them.
    """
    known = stated or {}
    page = lay_out(text, known.get("language"))
    published = known.get("published_on") or page.published
    blocks = page.blocks()
    sentences = split(text, blocks)
    prose = [*([page.headline] if page.headline else []), *sentences]
    dates, impossible = find_dates(text, published)
    ends = sorted(prose)
    shown = [one for one in dates if _inside(ends, one.start)]
    view = ArticleView(
        article,
        hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text,
        known.get("outlet") or page.outlet,
        known.get("title") or page.title,
        known.get("url"),
        published,
        page.language,
        tuple(page.furniture),
        tuple(sentences),
        tuple(coordinated(text, find_mentions(text, prose))),
        tuple(find_quantities(text, prose, dates)),
        tuple(shown),
    )
    quotes = quotations(text, blocks)
    language = page.language or "en"
    chaining = Chaining(view, turns_of(text, blocks, view.mentions))
    reading = _Reading(text, view, quotes, language, masked(text, quotes, 6 if language == "zh" else 24), chaining)
    _headline(reading, page)
    begins = [first for first, _ in blocks]
    for start, end in sentences:
        place = bisect_right(begins, start) - 1
        _sentence(reading, start, end, place, begins[place])
    claims = _once(reading.claims)
    problems = (
        *[one for one in impossible if _inside(ends, one.start)],
        *quantity_problems(view, claims),
        *headline_problems(claims),
    )
    return ArticleClaims(replace(view, problems=problems), tuple(claims))


def _inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, place, key=lambda one: one[0]) - 1
    return at >= 0 and place < spans[at][1]


def _headline(reading: _Reading, page: Layout) -> None:
    if page.headline is None:
        return
    start, end = page.headline
    lead = re.match(
        r"(?:Report|Exclusive|Analysis|Opinion|Breaking|Update|Investigation|INVENTED ARTICLE)\s*[:|]\s*", reading.text[start:end]
    )
    begin = start + (lead.end() if lead else 0)
    quotes = quotations(reading.text, [(begin, end)])
    aside = Chaining(reading.view)
    found = pieces(reading.text, masked(reading.text, quotes), (begin, end), quotes, reading.language)
    said = found[0] if len(found) == 1 and found[0].sources and found[0].kind in ("say", "deny", "believe") else None
    # A headline's speaker counts only when it is named outright ("..., officials say"); its frame is not carried into the text.
    chain = aside.chain(said, reading.text[begin:end]) if said else aside.published()
    if said and len(chain) > 1:
        _claim(reading, said.start, said.end, said, chain, headline=True)
    else:
        _claim(reading, begin, end, Piece(begin, end), aside.published(), headline=True)


def _sentence(reading: _Reading, start: int, end: int, block: int, begins: int) -> None:
    chaining = reading.chaining
    chaining.enter(block, begins)
    if chaining.turn is not None and start == begins and begins in chaining.turns:
        start = chaining.turn.begin
    told = backwards(reading.hidden, (start, end), reading.language)
    if told and reading.before:
        _said_before(reading, told, (start, end), reading.before)
        return
    first = len(reading.claims)
    if _CORRECTED.match(reading.text, start, end):
        _claim(reading, start, end, Piece(start, end), chaining.published())
        reading.before = (first, len(reading.claims))
        return
    found = pieces(reading.text, reading.hidden, (start, end), _touching(reading.quotes, start, end), reading.language)
    for said in found:
        piece = replace(said, direct=True, kind="quote") if chaining.answers and said.kind == "none" else said
        words = reading.text[piece.start : piece.end]
        chain = chaining.chain(piece, reading.text[start:end])
        if _NO_CLAIM.match(words) or (len(words.split()) < 2 and len(words) < (8 if words.isascii() else 4)):
            continue
        spans = [(piece.start, piece.end)] if piece.kind == "no_comment" else atoms(reading.text, piece.start, piece.end)
        for first, last in spans:
            if last - first > 3:
                _claim(reading, first, last, piece, chain)
    reading.before = (first, len(reading.claims))
    if reading.language == "en":
        chaining.about(start, end, any(one.sources or one.direct for one in found))


def _said_before(reading: _Reading, told: tuple[int, int], span: tuple[int, int], before: tuple[int, int]) -> None:
    """Hand the claims of the sentence before, as far as nobody is named for them there, to whom this sentence names."""
    chain = reading.chaining.chain(Piece(*span, (told,), "said", "say"), reading.text[slice(*span)])
    for place in range(*before):
        one = reading.claims[place]
        if all(node.implied or node.type == "outlet" for node in one.chain):
            reading.claims[place] = replace(one, chain=chain)


def _claim(reading: _Reading, start: int, end: int, piece: Piece, chain: tuple[ChainNode, ...], headline: bool = False) -> None:
    text = reading.text[start:end]
    kind = piece.kind
    root = chain[-1] if chain else None
    denial = kind != "no_comment" and is_denial(text, kind, root)
    hedges = hedges_of(text, piece.cue, kind)
    stance = stance_of(denial, hedges, kind)
    quantities = _within(reading.view.quantities, start, end)
    dates = _within(reading.view.dates, start, end)
    predicate = predicate_of(text)
    claimed = type_of(text, stance, kind, predicate, any(one.value is not None for one in quantities), piece.cue)
    if kind == "no_comment":
        claimed = "no_comment"
    elif RETRACTION.search(text):
        claimed = "retraction"
    reading.claims.append(
        ExtractedClaim(
            "C-" + hash_of([reading.view.sha256, start, end, text]),
            reading.view.article,
            start,
            end,
            text,
            chain,
            stance,
            "negative" if denial else polarity_of(text),
            claimed,
            None if polarity_of(text) == "negative" or denial else stage_of(text),
            hedges,
            quantities,
            dates,
            _with_roles(_within(reading.view.mentions, start, end), text, start),
            predicate,
            piece.direct,
            headline,
            next((one for one in dates if one.until), None) if claimed in ("forecast", "plan") else None,
            denial and is_of_knowledge(text),
            tuple((max(one.start, start), min(one.end, end)) for one in _touching(reading.quotes, start, end)),
        )
    )


def _within(found: Sequence[_Spanned], start: int, end: int) -> tuple[_Spanned, ...]:
    first = bisect_left(found, start, key=lambda one: one.start)
    last = bisect_left(found, end, key=lambda one: one.start)
    return tuple(one for one in found[first:last] if one.end <= end)


def _touching(quotes: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """Return the quotations that stand in a span or reach into it; they are in order and do not overlap."""
    first = max(bisect_right(quotes, start, key=lambda one: one.start) - 1, 0)
    return [one for one in quotes[first : bisect_left(quotes, end, key=lambda one: one.start)] if one.end > start]


def _with_roles(mentions: tuple[Mention, ...], text: str, start: int) -> tuple[Mention, ...]:
    """Return the mentions as subject (before the first verb of a clause) or object (after it); None when no verb is known."""
    verb = FINITE.search(text)
    if verb is None:
        return mentions
    place = start + verb.start()
    return tuple(replace(one, role="subject" if one.end <= place else "object") for one in mentions)


def _once(claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    found = {one.id: one for one in reversed(claims)}
    return sorted(found.values(), key=lambda one: (one.start, one.end))
