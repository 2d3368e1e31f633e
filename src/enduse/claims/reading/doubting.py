"""What cannot be right in an article, or says more than its own text bears out: pointed out, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from enduse.claims.extracted import STAGES, ArticleView, ExtractedClaim, Problem, Quantity

_PART = re.compile(
    r"[,(]?\s*(?:including|among (?:them|which|these)|of (?:which|these|them|whom)|в том числе|из них|其中)\W*\Z|\b(?:out )?of "
    r"(?:the |its |their |those |these |all )?\Z",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:[Oo]f|[Aa]mong|[Oo]ut of) (?:the |its |their |all |those |these )?\Z")
_SHARE = re.compile(r"\s*(?:of|from) (?:the|its|all|their|those|these|imports|exports|shipments|total)\b", re.IGNORECASE)
_GROWTH = re.compile(r"\b(?:rose|grew|increase[ds]?|jump(?:ed)?|up|surged?|higher|growth|climbed|soared|more)\b", re.IGNORECASE)
_CERTAIN = re.compile(r"\b(?:confirm(?:s|ed)?|prove[sdn]?|exposed?|reveal(?:s|ed)?|caught|admits?|secret(?:ly)?)\b", re.IGNORECASE)

_Kind = Literal["part_larger_than_whole", "percent_over_100"]


def quantity_problems(view: ArticleView, claims: Sequence[ExtractedClaim]) -> Iterator[Problem]:
    """Yield parts larger than their whole and shares over 100 percent, with the claims they stand in."""
    for left, right in pairwise(view.quantities):
        between = view.text[left.end : right.start]
        if left.value is None or right.value is None or len(between) > 60 or re.search(r"[.!?]\s", between):
            continue
        found = _PART.search(between)
        if not found or not _alike(left, right):
            continue
        part, whole = (
            (left, right)
            if re.search(r"\bof (?:the |its |their |those |these |all )?\Z", between) and "which" not in between
            else (right, left)
        )
        if part.value is not None and whole.value is not None and part.value > whole.value and whole.bound not in ("at_least", "vague"):
            yield _problem("part_larger_than_whole", part, whole, f"{part.text!r} is said to be part of {whole.text!r}", claims)
    for left, right in pairwise(view.quantities):
        said = _OF_ALL.search(view.text[max(0, left.start - 24) : left.start])
        if (
            said
            and left.value is not None
            and right.value is not None
            and right.value > left.value
            and right.per is None
            and left.bound in ("exact", "at_most")
            and _alike(left, right)
            and re.fullmatch(r"[^.!?;]{0,40},\s(?:(?:only|just|some|about|at least|more than|over)\s)?", view.text[left.end : right.start])
        ):
            yield _problem("part_larger_than_whole", right, left, f"{right.text!r} is said to be part of {left.text!r}", claims)
    for part, whole in _near(view.quantities):
        if (
            part is whole
            or part.value is None
            or whole.value is None
            or abs(part.start - whole.start) > 240
            or not _alike(part, whole)
            or not _inside(part, whole)
        ):
            continue
        if (
            part.value > whole.value
            and whole.bound not in ("at_least", "vague", "range")
            and part.bound != "at_most"
            and part.per is None
            and whole.per is None
        ):
            yield _problem("part_larger_than_whole", part, whole, f"{part.text!r} in a part of the period of {whole.text!r}", claims)
    for one in view.quantities:
        if (
            one.unit == "percent"
            and (one.value or 0) > 100
            and _SHARE.match(view.text, one.end)
            and not _GROWTH.search(view.text[max(0, one.start - 60) : one.start])
        ):
            yield _problem("percent_over_100", one, one, f"{one.text!r} of a whole", claims)


def _near(found: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield quantities that stand within 240 characters, each pair both ways."""
    for place, one in enumerate(found):
        for other in found[place + 1 : place + 12]:
            if other.start - one.start <= 240:
                yield one, other
                yield other, one


def _alike(left: Quantity, right: Quantity) -> bool:
    return left.currency == right.currency and (
        (left.unit or "").casefold().rstrip("s") == (right.unit or "").casefold().rstrip("s") or left.unit is None or right.unit is None
    )


def _inside(part: Quantity, whole: Quantity) -> bool:
    """Tell whether one period is a true part of the other."""
    if part.period is None or whole.period is None or part.unit != whole.unit:
        return False
    first, last, since, until = part.period.since, part.period.until, whole.period.since, whole.period.until
    if not (first and last and since and until) or (first, last) == (since, until):
        return False
    return first[: len(since)] >= since and last[: len(until)] <= until and len(first) > len(since)


def _problem(
    kind: _Kind,
    part: Quantity,
    whole: Quantity,
    explanation: str,
    claims: Sequence[ExtractedClaim],
) -> Problem:
    start, end = min(part.start, whole.start), max(part.end, whole.end)
    return Problem(kind, start, end, explanation, tuple(one.id for one in claims if one.start < end and start < one.end))


def headline_problems(claims: Sequence[ExtractedClaim]) -> Iterator[Problem]:
    """Yield a headline that stands on a higher rung, or is surer, than every claim of the text about the same things."""
    body = [one for one in claims if not one.headline]
    for head in (one for one in claims if one.headline):
        words = _words(head.quote)
        about = [one for one in body if len(words & _words(one.quote)) >= 2]
        if not about:
            continue
        rungs = [STAGES.index(one.stage) for one in about if one.stage is not None and one.stance != "denied"]
        firm = [one for one in about if one.stance == "asserted" and one.polarity == "positive"]
        attributed = all(one.root is not None and one.root.type == "anonymous" for one in firm)
        if head.stage is not None and rungs and STAGES.index(head.stage) > max(rungs):
            yield Problem(
                "headline_stronger",
                head.start,
                head.end,
                f"the headline says {head.stage}, the text at most {STAGES[max(rungs)]}",
                (head.id,),
            )
        elif head.stance == "asserted" and head.polarity == "positive" and not firm:
            yield Problem(
                "headline_stronger", head.start, head.end, "the headline asserts what the text only holds possible or disputes", (head.id,)
            )
        elif (
            head.stance == "asserted"
            and any(one.stance == "denied" for one in body)
            and attributed
            and not re.search(r"\b(?:says?|said|report|sources?|officials?|according)\b", head.quote, re.IGNORECASE)
        ):
            yield Problem(
                "headline_stronger",
                head.start,
                head.end,
                "the headline asserts what only unnamed sources say and the accused side denies",
                (head.id,),
            )
        elif _CERTAIN.search(head.quote) and firm and all(one.hedges for one in firm):
            yield Problem("headline_stronger", head.start, head.end, "the headline is surer than the text", (head.id,))


def _words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w{4,}", text.casefold())} - {"report", "says", "said", "from", "that", "with", "over"}
