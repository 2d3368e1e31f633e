"""The case's own company names found in the articles, beside those that the reader's rules find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from enduse.claims.casefile.names_known import CaseNames, Known
from enduse.claims.extracted import ArticleClaims, ArticleView, ExtractedClaim, Mention
from enduse.terms.scripts import HAN

_WORD = r"[A-ZА-ЯЁÀ-Þ0-9][\w’'&.-]*"
_RUN = re.compile(rf"(?<![\w-])[A-ZА-ЯЁÀ-Þ][\w’'&.-]*(?: (?:(?:of|and|for|the|de) )?{_WORD}){{0,7}}")
_LEADING = re.compile(
    r"(?:The|A|An|In|On|At|By|For|From|With|As|But|And|However|When|After|Before|Since|While|Both|Its|Their|According to|Another)\s+"
)
_HAN = re.compile(rf"[{HAN}]{{4,}}")
_SINGLE_MIN = 5
"""A single word of fewer letters names no company by itself."""
_KINDS = ("company", "organisation", "person", "outlet")


def recognise(case: CaseNames, articles: Sequence[ArticleClaims]) -> list[ArticleClaims]:
    """Return the articles with a mention wherever a run of capitals (or of Chinese characters) is a name of the case word for word."""
    found = [(one, _runs(one.view)) for one in articles]
    asked = {words for _, runs in found for _, words in runs}
    known = Known(case.like(asked))
    return [_with(one, runs, known) for one, runs in found]


def _runs(view: ArticleView) -> list[tuple[int, str]]:
    """Return (offset, words) of the runs that may be names, longest first at each place."""
    runs: list[tuple[int, str]] = []
    for start, end in view.sentences:
        piece = view.text[start:end]
        for match in _RUN.finditer(piece):
            runs += _within(start + match.start(), match[0])
        runs += [(start + match.start(), match[0]) for match in _HAN.finditer(piece)]
    return runs


def _within(offset: int, words: str) -> Iterable[tuple[int, str]]:
    """Yield a run and what is left of it without leading small words, and its parts beside an 'and'."""
    found = [(offset, words)]
    while (lead := _LEADING.match(words)) and lead.end() < len(words):
        offset, words = offset + lead.end(), words[lead.end() :]
        found.append((offset, words))
    place = words.find(" and ")
    if place > 0:
        found += [(offset, words[:place]), (offset + place + 5, words[place + 5 :])]
    for start, one in found:
        plain = one.rstrip(".,-’'")
        plain = plain.removesuffix("'s").removesuffix("’s")
        if " " in plain or len(plain) >= _SINGLE_MIN:
            yield start, plain


def _with(article: ArticleClaims, runs: Sequence[tuple[int, str]], known: Known) -> ArticleClaims:
    held = [one for one in article.view.mentions if one.kind in _KINDS]
    added: list[Mention] = []
    for start, words in sorted(runs, key=lambda one: (-len(one[1]), one[0])):
        for first, last in known.places(words):
            new = Mention(start + first, start + last, words[first:last], "company")
            if not any(one.start < new.end and new.start < one.end for one in (*held, *added)):
                added.append(new)
    if not added:
        return article
    view = replace(article.view, mentions=_merged(article.view.mentions, added))
    return ArticleClaims(view, tuple(_claim_with(one, added) for one in article.claims))


def _claim_with(claim: ExtractedClaim, added: Sequence[Mention]) -> ExtractedClaim:
    own = [one for one in added if claim.start <= one.start and one.end <= claim.end]
    return replace(claim, mentions=_merged(claim.mentions, own)) if own else claim


def _merged(mentions: Sequence[Mention], added: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return both, in order; goods and places that are words of an added name are no mentions of their own."""
    left = [one for one in mentions if not any(new.start <= one.start and one.end <= new.end for new in added)]
    return tuple(sorted([*left, *added], key=lambda one: (one.start, one.end)))
