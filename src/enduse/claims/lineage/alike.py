"""How alike two claims are: shared weighted words, names, numbers and doings; and which claims say the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from enduse.claims.extracted import Quantity
from enduse.claims.lineage.features import ROUNDED_MAX, Told, stem
from enduse.claims.lineage.lexicon import NEAR, goods
from enduse.claims.lineage.nearness import Least, near
from enduse.claims.lineage.weights import Weights, cosine

Pair = tuple[str, str]
COMPARED_MIN = 0.35
"""Claims of two origins that are less alike have nothing to do with each other."""
_EQUAL, _UNEQUAL, _ONE_SIDED, _SAME_PERIOD = 0.15, 0.08, 0.1, 0.05
"""What an equal number or period adds to the likeness of words; what another number, or one that only one of them gives, takes off."""
_LEAST, _AHEAD = 0.12, 0.2
_TELLING = 12
"""A count above this is hardly shared by accident within one story."""


def comparable(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers count the same kind of thing: money in one currency, or one noun (or one family of goods)."""
    if one.currency or other.currency:
        return one.currency == other.currency
    if one.unit is None or other.unit is None:
        return True
    left, right = one.unit.casefold().split()[-1], other.unit.casefold().split()[-1]
    return stem(left) == stem(right) or (goods(left) is not None and goods(left) == goods(right))


def equal(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers are the same but for rounding."""
    if one.value is None or other.value is None:
        return False
    return same_number(one.value, other.value)


def same_number(one: float, other: float) -> bool:
    """Tell whether one number is the other, or the other rounded to two digits or more.

    >>> same_number(3_478_000, 3_500_000), same_number(791_000, 789_000), same_number(120, 120.0)
    (True, False, True)
    """
    if one == other:
        return True
    if one <= 0 or other <= 0 or max(one, other) > ROUNDED_MAX * min(one, other):
        return False
    fewer, more = sorted((one, other), key=_digits)
    digits = _digits(fewer)
    return 2 <= digits < _digits(more) and float(f"{more:.{digits - 1}e}") == fewer


def _digits(value: float) -> int:
    """Return how many digits of a number are more than its size."""
    return len(f"{value:.9e}".split("e", maxsplit=1)[0].replace(".", "").rstrip("0"))


def numbers_agree(one: Told, other: Told) -> bool | None:
    """Tell whether comparable numbers of two claims are equal; None when none can be compared."""
    pairs = [(a, b) for a in one.numbers for b in other.numbers if comparable(a, b)]
    return any(equal(a, b) for a, b in pairs) if pairs else None


def others_named(one: Told, other: Told, weights: Weights) -> bool:
    """Tell whether each of two claims names somebody whom the other does not: then they are hardly about the same."""
    left, right = ({name for name in told.names if weights.rare(name)} for told in (one, other))
    return bool(left - right - set(other.words)) and bool(right - left - set(one.words))


def likeness(one: Told, other: Told, weights: Weights) -> float:
    """Return how alike two claims are, about 0 to 1.2: words first, then numbers, periods, doings."""
    if one.denied != other.denied:
        return 0.0
    score = weights.cosine(one.words, other.words)
    agree = numbers_agree(one, other)
    if agree is not None:
        score += _EQUAL if agree else -_UNEQUAL
    elif bool(one.numbers) != bool(other.numbers):
        score -= _ONE_SIDED
    elif one.numbers and other.numbers:
        score -= 0.2
    if one.periods and other.periods:
        score += _SAME_PERIOD if one.periods & other.periods else -0.2
    score -= _unlike(one, other)
    if not _strangers(one, other) and others_named(one, other, weights):
        score -= 0.15
    return score


def _unlike(one: Told, other: Told) -> float:
    """Return what other doings, other goods and nobody named by both take off."""
    off = 0.0
    if one.actions and other.actions and not one.actions & other.actions:
        near_by = any(frozenset((a, b)) in NEAR for a in one.actions for b in other.actions)
        off += 0.03 if near_by else 0.2
    if _strangers(one, other):
        off += 0.3
    if one.goods and other.goods and not one.goods & other.goods:
        off += 0.25
    return off


def _strangers(one: Told, other: Told) -> bool:
    return bool(one.names and other.names and not one.names & other.names)


def candidates(claims: Sequence[Told], weights: Weights) -> dict[Pair, float]:
    """Return the pairs of claims of different articles that share a rare word and are at least `COMPARED_MIN` alike; smaller id first."""
    found: dict[Pair, float] = {}
    alone = COMPARED_MIN - _SAME_PERIOD
    # Sentences that many articles print word for word are compared once.
    kinds: dict[Hashable, int] = {}
    kind = [kinds.setdefault(_compared(one), len(kinds)) for one in claims]
    known: dict[tuple[int, int], float] = {}
    for a, b in near(claims, weights, Least(alone, alone + _ONE_SIDED, alone - _EQUAL, alone + _UNEQUAL)):
        score = known.get((kind[a], kind[b]))
        if score is None:
            score = known[kind[a], kind[b]] = likeness(claims[a], claims[b], weights)
        if score >= COMPARED_MIN:
            found[min(claims[a].id, claims[b].id), max(claims[a].id, claims[b].id)] = score
    return dict(sorted(found.items()))


def _compared(one: Told) -> Hashable:
    """Return all of a claim that its likeness rests on."""
    numbers = tuple((amount.value, amount.unit, amount.currency) for amount in one.numbers)
    return (tuple(one.words), one.names, one.actions, one.goods, numbers, one.periods, one.denied)


def within(claims: Sequence[Told], origin: Mapping[str, str], likes: Mapping[Pair, float], weights: Weights) -> dict[Pair, float]:
    """Return `likes` with those of claims of one origin judged anew: there no rare word is needed, and what all share says little."""
    members: dict[str, list[Told]] = defaultdict(list)
    for one in claims:
        members[origin[one.id]].append(one)
    found = dict(likes)
    for told in members.values():
        held = Counter(word for one in told for word in one.words)
        local = {word: weights.of(word) * (1 - 0.8 * (count - 1) / len(told)) for word, count in held.items()}
        for place, one in enumerate(told):
            for other in told[place + 1 :]:
                if one.article != other.article:
                    found[min(one.id, other.id), max(one.id, other.id)] = retold(one, other, local)
    inside = {pair: score for pair, score in found.items() if origin[pair[0]] == origin[pair[1]]}
    return found | _clear(inside, {one.id: one.article for one in claims})


def _clear(likes: Mapping[Pair, float], article: Mapping[str, int]) -> dict[Pair, float]:
    """Return the pairs that are each other's best by far, with what they are ahead of all others added, a fifth at most."""
    best: dict[tuple[str, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for (a, b), score in likes.items():
        for own, other in ((a, b), (b, a)):
            first, second = best[own, article[other]]
            best[own, article[other]] = [score, first] if score > first else [first, max(second, score)]
    raised = {}
    for (a, b), score in likes.items():
        tops = (best[a, article[b]], best[b, article[a]])
        if score >= _LEAST and all(score >= first for first, _ in tops):
            raised[a, b] = score + min(score - max(second for _, second in tops), _AHEAD)
    return raised


def retold(one: Told, other: Told, local: Mapping[str, float]) -> float:
    """Return how alike two claims of one origin are: an equal number says most, whatever it is said to count."""
    if one.denied != other.denied:
        return 0.0
    score = cosine(one.words, other.words, local)
    if one.numbers and other.numbers:
        score += _numbers_retold(one, other)
    elif one.numbers or other.numbers:
        score -= 0.1
    if one.periods and other.periods:
        score += 0.1 if one.periods & other.periods else -0.2
    return score - _unlike(one, other)


def _numbers_retold(one: Told, other: Told) -> float:
    pairs = [(a, b) for a in one.numbers for b in other.numbers if a.currency == b.currency]
    if any(equal(a, b) and (a.currency or (a.value or 0.0) > _TELLING) for a, b in pairs):
        return 0.45
    if any(equal(a, b) for a, b in pairs):
        return 0.25
    return -0.05 if any(comparable(a, b) for a, b in pairs) else -0.15


def mutual(likes: Mapping[Pair, float], claims: Mapping[str, Told], least: float) -> dict[Pair, float]:
    """Return the pairs of at least this likeness of which each is the other's best in its article."""
    best: dict[tuple[str, int], float] = {}
    for (a, b), score in likes.items():
        for own, other in ((a, b), (b, a)):
            key = (own, claims[other].article)
            best[key] = max(best.get(key, 0.0), score)
    return {
        (a, b): score
        for (a, b), score in likes.items()
        if score >= least and score >= best[a, claims[b].article] and score >= best[b, claims[a].article]
    }


class Groups:
    """Things joined into groups, refusing what `allowed` refuses."""

    def __init__(self, things: Iterable[str]) -> None:
        self._top = {thing: thing for thing in things}
        self.members: dict[str, list[str]] = {thing: [thing] for thing in self._top}

    def top(self, thing: str) -> str:
        """Return the name of the thing's group: the smallest of its members."""
        while self._top[thing] != thing:
            thing = self._top[thing]
        return thing

    def join(self, one: str, other: str, allowed: Callable[[Sequence[str], Sequence[str]], bool] | None = None) -> bool:
        """Join two groups and tell whether they now are one."""
        left, right = sorted((self.top(one), self.top(other)))
        if left == right:
            return True
        if allowed is not None and not allowed(self.members[left], self.members[right]):
            return False
        self._top[right] = left
        self.members[left] += self.members.pop(right)
        return True


def same(claims: Mapping[str, Told], likes: Mapping[Pair, float], origin: Mapping[str, str], limits: tuple[float, float]) -> dict[str, str]:
    """Return for each claim that has an equal one its group: the smallest id in it.

    `limits`: the likeness needed within one origin and across. Groups join when they are alike on average, and hold one
    claim of each article unless these are alike too.
    """
    inside, across = limits
    wanted = mutual(likes, claims, min(limits))
    groups = Groups(claims)

    def needed(a: str, b: str) -> float:
        return inside if origin.get(a) is not None and origin.get(a) == origin.get(b) else across

    def allowed(left: Sequence[str], right: Sequence[str]) -> bool:
        if {claims[a].article for a in left} & {claims[b].article for b in right}:
            return False
        pairs = [(min(a, b), max(a, b)) for a in left for b in right]
        margin = sum(likes.get(pair, 0.0) - needed(*pair) for pair in pairs)
        return margin >= 0

    for pair in sorted(wanted, key=lambda one: (-(wanted[one] - needed(*one)), one)):
        a, b = pair
        if wanted[pair] < needed(a, b):
            continue
        if needed(a, b) == across and not _across(claims[a], claims[b]):
            continue
        groups.join(a, b, allowed)
    return {one: top for top, found in groups.members.items() if len(found) > 1 for one in found}


def _across(one: Told, other: Told) -> bool:
    """Tell whether claims of two origins may be the same: no number, period or name of theirs differs, and two names are shared."""
    alike = any(a.currency == b.currency and equal(a, b) for a in one.numbers for b in other.numbers)
    if (one.numbers and other.numbers and not alike) or (one.periods and other.periods and not one.periods & other.periods):
        return False
    if one.names - set(other.words) - other.names and other.names - set(one.words) - one.names:
        return False
    return len(one.names & other.names) >= 2 or (len(one.names & other.names) == 1 and numbers_agree(one, other) is True)
