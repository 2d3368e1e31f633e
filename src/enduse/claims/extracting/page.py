"""The article as the gate looks at it: where words stand whole, which sentences hold a quote, what is furniture."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from enduse.claims.extracted import ArticleClaims, ArticleView, ExtractedClaim
from enduse.claims.reading.layout import lay_out
from enduse.claims.reading.sentences import Quotation, quotations
from enduse.terms.scripts import is_han

Span = tuple[int, int]
_NEAR_LEAST = 0.5


@dataclass(frozen=True)
class Page:
    """One article with what the rules read in it. `flat` is its text with line ends as spaces: the same length, the same offsets."""

    read: ArticleClaims
    flat: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "flat", self.read.view.text.replace("\n", " "))

    @property
    def view(self) -> ArticleView:
        """The article's view."""
        return self.read.view

    @cached_property
    def quotations(self) -> list[Quotation]:
        """What stands between quotation marks, in order."""
        return quotations(self.view.text, self.blocks)

    @cached_property
    def blocks(self) -> list[Span]:
        """The paragraphs of the article's own prose; the headline is none of them."""
        return lay_out(self.view.text, self.view.language).blocks()

    def places(self, words: str, start: int = 0, end: int | None = None) -> list[int]:
        """Return where `words` stand whole between `start` and `end`: not inside a longer word or number."""
        found: list[int] = []
        stop = len(self.flat) if end is None else end
        words = words.replace("\n", " ")
        at = self.flat.find(words, start, stop) if words.strip() else -1
        while at >= 0:
            if not self.cuts(at, at + len(words)):
                found.append(at)
            at = self.flat.find(words, at + 1, stop)
        return found

    def cuts(self, start: int, end: int) -> bool:
        """Tell whether a span begins or ends inside a word or number."""
        before, after = self.flat[max(0, start - 2) : start], self.flat[end : end + 2]
        inside = self.flat[start:end]
        return (
            (bool(before) and _joined(before[-1], inside[0]))
            or (bool(after) and _joined(inside[-1], after[0]))
            or (
                # "1,240": 240 is no number of its own; nor is 1.5 of "1.55".
                inside[0].isdigit() and len(before) == 2 and before[1] in ".," and before[0].isdigit()
            )
            or (inside[-1].isdigit() and len(after) == 2 and after[0] in ".," and after[1].isdigit())
        )

    def in_furniture(self, start: int, end: int) -> str | None:
        """Return the kind of furniture the span touches; None when it touches none."""
        return next((one.kind for one in self.view.furniture if one.start < end and start < one.end), None)

    def around(self, start: int, end: int) -> Span:
        """Return the sentences a span touches, as one stretch; its own line for a headline."""
        sentences = self.view.sentences
        first = max(bisect_right(sentences, start, key=lambda one: one[0]) - 1, 0)
        touched = [one for one in sentences[first : first + 20] if one[0] < end and start < one[1]]
        if touched:
            return min(start, touched[0][0]), max(end, touched[-1][1])
        line = self.view.text.rfind("\n", 0, start) + 1, self.view.text.find("\n", end)
        return line[0], line[1] if line[1] >= 0 else len(self.flat)

    def headline(self, start: int, end: int) -> bool:
        """Tell whether a span stands in no sentence of the body."""
        return not any(one[0] < end and start < one[1] for one in self.view.sentences)

    def nearest(self, start: int, end: int) -> ExtractedClaim | None:
        """Return the claim the rules read from (nearly) the same words; None when they read none."""
        best, most = None, _NEAR_LEAST
        for one in self.read.claims:
            both = min(end, one.end) - max(start, one.start)
            share = both / (max(end, one.end) - min(start, one.start)) if both > 0 else 0.0
            if share >= most and (share > most or best is None):
                best, most = one, share
        return best


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not (is_han(left) or is_han(right))
