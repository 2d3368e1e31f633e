"""How much of a person's annotation of real articles is read: found by overlap, root, stance, quantities, furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from enduse.claims.extracted import ArticleClaims, ExtractedClaim
from enduse.claims.reading import read_paths

CASES = Path(__file__).resolve().parents[2] / "cases" / "articles"
OVERLAP_MIN = 0.5
Span = Sequence[int]


@dataclass
class Tally:
    """Counts over all articles; `missed` holds (article, span, what) for a report."""

    claims: int = 0
    found: int = 0
    roots: int = 0
    stances: int = 0
    quantities: int = 0
    quantities_found: int = 0
    in_furniture: int = 0
    missed: list[tuple[str, tuple[int, int], str]] = field(default_factory=list)


def tally(shared: Path) -> Tally:
    """Return the counts over every annotated article."""
    said = Tally()
    for file in sorted(CASES.glob("*.yml")):
        case = yaml.safe_load(file.read_text(encoding="utf-8"))
        ((read,), _) = read_paths([shared / "articles" / case["article"]])
        assert len(read.view.text) == case["characters"]
        for one in case["claims"]:
            _claim(said, read, one)
        for one in case["quantities"]:
            said.quantities += 1
            said.quantities_found += any(
                _iou(one["span"], (q.start, q.end)) > 0.4 and q.value == one["value"] and q.currency == one["currency"]
                for q in read.view.quantities
            )
        said.in_furniture += sum(_shared(span, (claim.start, claim.end)) > 0 for span in case["furniture"] for claim in read.claims)
    return said


def _claim(said: Tally, read: ArticleClaims, one: dict[str, Any]) -> None:
    said.claims += 1
    best = max(read.claims, key=lambda claim: _iou(one["span"], (claim.start, claim.end)))
    if _iou(one["span"], (best.start, best.end)) < OVERLAP_MIN:
        said.missed.append((read.view.article, tuple(one["span"]), "not found"))
        return
    said.found += 1
    if any(right for right in _roots(read.view.text, best, one["roots"])):
        said.roots += 1
    else:
        said.missed.append((read.view.article, tuple(one["span"]), "root"))
    if best.stance in one["stance"]:
        said.stances += 1
    else:
        said.missed.append((read.view.article, tuple(one["span"]), f"stance {best.stance}"))


def _roots(text: str, claim: ExtractedClaim, accepted: Sequence[Any]) -> Iterator[bool]:
    root = claim.root
    for one in accepted:
        if one == "publisher":
            yield len(claim.chain) == 1
        else:
            # A speaker named again by the same name is the same right answer.
            named = text[slice(*one)].casefold()
            stands = root is not None and root.start is not None and root.end is not None and _shared(one, (root.start, root.end)) > 0
            yield stands or (
                root is not None and root.name is not None and (root.name.casefold() in named or named in root.name.casefold())
            )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _iou(one: Span, other: Span) -> float:
    both = _shared(one, other)
    return both / ((one[1] - one[0]) + (other[1] - other[0]) - both)
