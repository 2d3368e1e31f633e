"""How much of the marks in made articles is read: claims found, roots, stance, quantities, nothing from furniture, nothing invented."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from enduse.claims.extracted import ArticleClaims, ExtractedClaim
from enduse.claims.reading import read_paths, read_text

CASES = Path(__file__).resolve().parents[2] / "cases" / "articles" / "made"
OVERLAP_MIN = 0.5
_MARK = re.compile(r"⟦(?P<claim>[^¦⟧]+)¦(?P<root>[^¦⟧]+)¦(?P<stance>[aud/]+)(?:¦(?P<more>[^⟧]*))?⟧|⟪(?P<furniture>[^⟫]*)⟫")
_STANCES = {"a": "asserted", "u": "uncertain", "d": "denied"}


@dataclass(frozen=True)
class Marked:
    """One claim as marked: its words, accepted roots and stances, and what else is said of it (stage, type, polarity)."""

    words: str
    roots: tuple[str, ...]
    stances: tuple[str, ...]
    more: dict[str, str]


@dataclass
class Score:
    """Counts over articles; `missed` holds (article, kind, words) for whoever mends."""

    claims: int = 0
    found: int = 0
    roots: int = 0
    stances: int = 0
    details: int = 0
    details_right: int = 0
    quantities: int = 0
    quantities_right: int = 0
    problems: int = 0
    problems_found: int = 0
    read: int = 0
    beside: int = 0
    in_furniture: int = 0
    not_verbatim: int = 0
    invented: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)

    def told(self) -> str:
        """Return the figures in one line."""
        return (
            f"{self.claims} claims: found {self.found / self.claims:.3f}, root {self.roots / self.found:.3f}, "
            f"stance {self.stances / self.found:.3f}, stage/type/polarity {self.details_right}/{self.details}, "
            f"quantities {self.quantities_right}/{self.quantities}, problems {self.problems_found}/{self.problems}; {self.read} read, "
            f"{self.beside} beside every mark, {self.in_furniture} in furniture, {self.not_verbatim} not verbatim, {self.invented} invented"
        )


def score(half: str) -> Score:
    """Return the counts over the made articles of `half` (seen or held)."""
    said = Score()
    for case in yaml.safe_load((CASES / f"{half}.yml").read_text(encoding="utf-8")):
        marked, furniture, text = unmarked(case["text"])
        read = _read(case, text)
        _claims(said, case["name"], read, marked)
        _quantities(said, case["name"], read, case.get("quantities", ()))
        _guards(said, case["name"], read, furniture)
        for kind in case.get("problems", ()):
            said.problems += 1
            said.problems_found += any(one.kind == kind for one in read.view.problems)
    return said


def unmarked(text: str) -> tuple[list[Marked], list[str], str]:
    """Return the marks of a text, its furniture, and the text without them."""
    marked, furniture = [], []
    for one in _MARK.finditer(text):
        if one["furniture"] is not None:
            furniture.append(one["furniture"].strip())
            continue
        more = dict(pair.split("=") for pair in (one["more"] or "").split()) if one["more"] else {}
        stances = tuple(_STANCES[letter] for letter in one["stance"].split("/"))
        marked.append(Marked(one["claim"], tuple(one["root"].split("/")), stances, more))
    return marked, furniture, _MARK.sub(lambda one: one["claim"] or one["furniture"] or "", text)


def _read(case: dict[str, Any], text: str) -> ArticleClaims:
    if not case.get("html"):
        return read_text(case["name"], text, {key: str(case[key]) for key in ("outlet", "published_on") if key in case})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(text, encoding="utf-8")
        ((read,), _) = read_paths([file])
    return read


def _claims(said: Score, name: str, read: ArticleClaims, marked: Sequence[Marked]) -> None:
    place, covered = 0, []
    for one in marked:
        start = read.view.text.find(one.words, place)
        start = start if start >= 0 else read.view.text.find(one.words)
        assert start >= 0, (name, one.words)
        place, span = start, (start, start + len(one.words))
        covered.append(span)
        said.claims += 1
        best = max(read.claims, key=lambda claim: _iou(span, (claim.start, claim.end)))
        if _iou(span, (best.start, best.end)) < OVERLAP_MIN:
            said.missed.append((name, "not found", f"{one.words} <> {best.quote}"))
            continue
        said.found += 1
        _judge(said, name, one, best)
    said.read += len(read.claims)
    beside = [one for one in read.claims if not one.headline and not any(_shared(span, (one.start, one.end)) for span in covered)]
    said.beside += len(beside)
    said.missed += [(name, "beside", one.quote) for one in beside]


def _judge(said: Score, name: str, one: Marked, claim: ExtractedClaim) -> None:
    if any(_is_root(claim, root) for root in one.roots):
        said.roots += 1
    else:
        said.missed.append((name, f"root {[node.name for node in claim.chain]} not {one.roots}", one.words))
    if claim.stance in one.stances:
        said.stances += 1
    else:
        said.missed.append((name, f"stance {claim.stance} not {one.stances}", one.words))
    for key, value in one.more.items():
        said.details += 1
        if str(getattr(claim, key)) == value:
            said.details_right += 1
        else:
            said.missed.append((name, f"{key} {getattr(claim, key)} not {value}", one.words))


def _is_root(claim: ExtractedClaim, root: str) -> bool:
    if root == "pub":
        return len(claim.chain) == 1
    named = (claim.root.name or "").casefold() if claim.root else ""
    return bool(named) and len(claim.chain) > 0 and (root.casefold() in named or named.removeprefix("the ") in root.casefold())


def _quantities(said: Score, name: str, read: ArticleClaims, expected: Sequence[Sequence[Any]]) -> None:
    for printed, value, unit, currency, bound in expected:
        start = read.view.text.find(printed)
        assert start >= 0, (name, printed)
        said.quantities += 1
        here = [one for one in read.view.quantities if _shared((start, start + len(printed)), (one.start, one.end))]
        if any((one.value, one.currency, one.bound) == (value, currency, bound) and unit in (None, one.unit) for one in here):
            said.quantities_right += 1
        else:
            got = [(one.text, one.value, one.unit, one.currency, one.bound) for one in here]
            said.missed.append((name, f"quantity {got}", printed))


def _guards(said: Score, name: str, read: ArticleClaims, furniture: Sequence[str]) -> None:
    text = read.view.text
    for words in furniture:
        start = text.find(words)
        if start < 0:
            continue
        inside = [one for one in read.claims if _shared((start, start + len(words)), (one.start, one.end))]
        said.in_furniture += len(inside)
        said.missed += [(name, "in furniture", one.quote) for one in inside]
    for one in read.claims:
        said.not_verbatim += text[one.start : one.end] != one.quote
        years = {year for date in one.dates for bound in (date.since, date.until) if bound for year in [bound[:4]]}
        # A year comes from the page itself: printed there, or reckoned from the day it says it was published.
        allowed = {*re.findall(r"\d{4}", text), *(str(int((read.view.published or "0000")[:4]) + shift) for shift in (-1, 0, 1))}
        wrong = (years - allowed) | {q.text for q in one.quantities if q.text not in one.quote}
        said.invented += len(wrong)
        said.missed += [(name, "invented", words) for words in sorted(wrong)]


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _iou(one: Sequence[int], other: Sequence[int]) -> float:
    both = _shared(one, other)
    return both / ((one[1] - one[0]) + (other[1] - other[0]) - both)
