"""What speaks for and against two strands being one origin: citations and roots first, then numbers, quotations, words, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from enduse.claims.lineage.alike import Pair, numbers_agree, same_number
from enduse.claims.lineage.features import Told, stem
from enduse.claims.lineage.lexicon import TOPICS
from enduse.claims.lineage.scripts import words_of
from enduse.claims.lineage.sources import alike_unnamed, one_root
from enduse.claims.lineage.strands import Strand
from enduse.claims.lineage.weights import Weights

_SAME_WORDS = 0.35
"""Claims at least this alike would be the same, were it not for their numbers."""
_QUOTED_WORDS, _QUOTED_WEIGHT = 5, 12.0
_WIDE = 40
"""A word that more strands hold finds no pairs of strands by itself."""


@dataclass
class Ties:
    """What two strands share. `links`: claims that say the same; `inside`: the shared words' part of the shorter one's, 0 to 1."""

    links: int = 0
    names: int = 0
    inside: float = 0.0
    shared: float = 0.0
    """Weight of the words both hold."""
    numbers: int = 0
    others: int = 0
    """Claims of the same words whose numbers or periods differ."""
    unlike: int = 0
    """When no number is shared: how many numbers the one that gives fewer gives; a retelling hardly gets all of them wrong."""
    quotes: int = 0
    apart: bool = False
    """Each names somebody whom the other does not, and nobody is named by both."""
    days: int | None = None
    rival: float = 0.0
    """How much more the article resembles another one of the outlet it cites."""


@dataclass(frozen=True)
class Weighed:
    """A strand with what is compared."""

    strand: Strand
    words: Mapping[str, float]
    total: float
    names: frozenset[str]
    numbers: frozenset[tuple[float, str]]
    quotes: frozenset[str]


def weigh(strand: Strand, weights: Weights) -> Weighed:
    """Return a strand with its words' weights, its names that tell stories apart, its numbers and verbatim quotations."""
    words = {word: weights.of(word) ** 2 for word in strand.words}
    numbers = frozenset(
        (one.value, one.currency or "") for claim in strand.claims for one in claim.numbers if one.value is not None and one.value > 2
    )
    quotes = frozenset(
        " ".join(text)
        for claim in strand.claims
        for start, end in claim.claim.quoted
        for text in (words_of(claim.claim.quote[start - claim.claim.start : end - claim.claim.start]),)
        if len(text) >= _QUOTED_WORDS and sum(weights.of(stem(word)) for word in text if stem(word) not in TOPICS) >= _QUOTED_WEIGHT
    )
    return Weighed(strand, words, sum(words.values()), frozenset(name for name in strand.names if weights.rare(name)), numbers, quotes)


@dataclass
class Shared:
    """The ties between strands of different articles that share anything."""

    strands: Mapping[str, Weighed]
    ties: dict[Pair, Ties] = field(default_factory=dict)


def ties_of(strands: Sequence[Strand], likes: Mapping[Pair, float], links: Mapping[Pair, float], weights: Weights) -> Shared:
    """Return the ties of every pair of strands that share an outlet, a root's word, a rare word or a number."""
    weighed = {one.id: weigh(one, weights) for one in strands}
    shared = Shared(weighed)
    for pair in sorted(_pairs(weighed, weights)):
        shared.ties[pair] = _tie(weighed[pair[0]], weighed[pair[1]])
    home = {one.id: strand.id for strand in strands for one in strand.claims}
    claims = {one.id: one for strand in strands for one in strand.claims}
    for (a, b), score in likes.items():
        pair = (min(home[a], home[b]), max(home[a], home[b]))
        tie = shared.ties.get(pair)
        if tie is not None:
            tie.links += (a, b) in links
            tie.others += score >= _SAME_WORDS and _differ(claims[a], claims[b])
    _rivals(shared)
    return shared


def _differ(one: Told, other: Told) -> bool:
    """Tell whether two claims give other numbers for one thing, or other periods."""
    return numbers_agree(one, other) is False or bool(one.periods and other.periods and not one.periods & other.periods)


def _pairs(weighed: Mapping[str, Weighed], weights: Weights) -> set[Pair]:
    holders: dict[str, set[str]] = defaultdict(set)
    for name, one in weighed.items():
        source = one.strand.source
        keys = {f"outlet {key}" for key in source.path | ({one.strand.publisher} if one.strand.publisher else set())}
        keys |= {f"root {word}" for word in source.key or () if source.named}
        keys |= {f"number {value} {currency}" for value, currency in one.numbers}
        keys |= {word for word in one.words if ":" not in word and weights.rare(word)}
        for key in keys:
            holders[key].add(name)
    found: set[Pair] = set()
    for key, names in holders.items():
        wide = len(names) > _WIDE * (4 if key.startswith(("outlet ", "root ")) else 1)
        listed = sorted(names)
        for place, left in enumerate(listed):
            for right in listed[place + 1 :] if not wide else ():
                if weighed[left].strand.article != weighed[right].strand.article:
                    found.add((left, right))
    return found


def _tie(one: Weighed, other: Weighed) -> Ties:
    days = abs((one.strand.day - other.strand.day).days) if one.strand.day and other.strand.day else None
    both = [word for word in one.words if word in other.words]
    shared = sum(one.words[word] for word in both)
    names = one.names & other.names
    numbers = _numbers(one, other)
    return Ties(
        names=len(names),
        inside=shared / max(min(one.total, other.total), 25.0),
        shared=shared,
        numbers=numbers,
        unlike=0 if numbers else min(len(one.numbers), len(other.numbers)),
        quotes=len(one.quotes & other.quotes),
        apart=not names and bool(one.names - set(other.words)) and bool(other.names - set(one.words)),
        days=days,
    )


def _numbers(one: Weighed, other: Weighed) -> int:
    return sum(any(mark == sign and same_number(value, number) for number, sign in other.numbers) for value, mark in one.numbers)


def cites(one: Strand, other: Strand) -> bool:
    """Tell whether either cites the outlet that published the other, or both cite one outlet."""
    return bool(
        {one.publisher} & other.source.path
        or {other.publisher} & one.source.path
        or (one.source.via and one.source.via == other.source.via)
    )


def _rivals(shared: Shared) -> None:
    """Set how much better another article of the cited outlet fits: an outlet has many stories, of which a retelling retells one."""
    best: dict[tuple[str, str], float] = {}
    found: list[tuple[Ties, str, str, float]] = []
    for (left, right), tie in shared.ties.items():
        for own, other in ((left, right), (right, left)):
            cited = shared.strands[other].strand
            if cited.publisher in shared.strands[own].strand.source.path:
                score = tie.inside + 0.3 * tie.links + 0.3 * tie.numbers
                key = (own, cited.publisher or "")
                best[key] = max(best.get(key, 0.0), score)
                found.append((tie, *key, score))
    for tie, own, publisher, score in found:
        tie.rival = max(tie.rival, best[own, publisher] - score)


def evidence(one: Strand, other: Strand, tie: Ties, window: int) -> float:
    """Return what speaks for one origin less what speaks against it, as log odds (weights set by judgement, checked on made presses)."""
    root = one_root(one.source, other.source)
    score = -3.2
    cited = cites(one, other)
    if cited:
        score += 2.6 - min(4.0 * tie.rival, 3.0)
    elif one.first and other.first and one.first != other.first:
        # Whoever names a public source without an outlet does not claim to be the first.
        public = any(told.source.via is None and told.source.named for told in (one, other))
        score -= 1.6 if one.source.via and other.source.via else 0.0 if public or root else 0.8
        # A named source of another publisher may say the same independently; a retelling hardly finds a name for an unnamed one.
        if one.source.key is not None and other.source.key is not None and one.source.named != other.source.named:
            score -= 0.8 if tie.days is not None and tie.days <= window // 2 + 1 else 2.0
    if root:
        score += 3.5 if tie.numbers or tie.names else 2.5
    unnamed = alike_unnamed(one.source, other.source)
    score += 0.4 if unnamed else -0.7 if unnamed is False else 0.0
    foreign = one.language is not None and other.language is not None and one.language != other.language
    score += 7.0 * min(max(tie.inside - 0.2, 0.0 if foreign else -0.2), 0.6)
    score += 0.8 * min(tie.numbers, 3) + 0.7 * min(tie.links, 3) + 2.5 * min(tie.quotes, 1)
    score -= 0.75 * min(tie.unlike, 3)
    score -= (1.5 if tie.apart else 0.0) + 0.6 * min(tie.others, 3)
    return score + _days(tie.days, window)


def _days(days: int | None, window: int) -> float:
    if days is None:
        return 0.0
    return 0.3 if days <= window else -1.2 if days <= 3 * window else -3.0


__all__ = ["Shared", "Ties", "Weighed", "cites", "evidence", "ties_of", "weigh"]
