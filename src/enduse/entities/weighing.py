"""How probable it is that two entities are one company: what agrees, what differs, and what each is worth.

The score is the logarithm of the odds (natural, 0 means even): evidence adds up and never saturates, so that ranking holds far
above a probability of 0.99. Legal forms are told and weigh nothing. Two different valid numbers of one kind forbid.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from enduse.entities.aligning import Alignment, Tie, align
from enduse.entities.clusters import contradict
from enduse.entities.outcomes import Compared, Outcome
from enduse.entities.reading import Reading, Word, analyse, readings
from enduse.entities.weighing_people import explain_people, weigh_people
from enduse.terms.identifiers import STRONG, TAX_ID, UNCHECKED, Identifier, identify
from enduse.terms.territories import country_code

FORBIDDEN = -30.0
"""The score of two entities whose valid numbers of one kind differ, and of a name that says nothing but a legal form."""


class Weights(NamedTuple):
    """What each piece of evidence adds to the log-odds.

    Set by hand, then moved by a random search on the development halves of benchmarks/names (dirty pairs, companies of
    name_bench), rounded, and capped where few pairs spoke. Figures on those halves are therefore not a test.
    """

    base: float = -6.0
    brand: float = 0.94
    brand_more: float = 0.35
    brand_full: float = 12.0
    place: float = 0.64
    trade: float = 0.62
    plain: float = 1.05
    """Of place and trade in a name that has no brand."""
    body: float = 0.3
    body_plain: float = 1.2
    number: float = 0.6
    whole: float = 3.6
    """Nothing is left over on either side."""
    brand_differs: float = -0.65
    brand_more_one_side: float = -0.3
    brand_conflict: float = -1.7
    """Each side has a telling word that the other lacks."""
    place_differs: float = -8.0
    trade_differs: float = -2.3
    number_differs: float = -8.0
    sister: float = -0.4
    sister_trade: float = -0.14
    """Of the brand's evidence, where place or number differ, and where trade does: sister companies share the brand."""
    place_one_side: float = -1.0
    trade_one_side: float = -0.35
    number_one_side: float = -6.0
    country_agrees: float = 0.6
    country_differs: float = -1.6
    identifier_agrees: float = 13.0
    doubtful_agrees: float = 3.0
    doubtful_differs: float = -0.7
    body_differs: float = -0.8


WEIGHTS = Weights()
_PERSON = "Person"
_BODIES = frozenset({"Company", "Organization", "PublicBody", "Vessel", "Airplane", "Vehicle"})
"""Kinds of FollowTheMoney that are no person."""
_SURE = 0.75
_UNIT = {"place": 2.5, "number": 2.5, "trade": 1.0, "body": 0.6}
_TELLING = 3.0
Side = Literal["left", "right"]


@dataclass(frozen=True)
class Entity:
    """A company as somebody states it: any of its names, its countries (codes or names) and its numbers as printed.

    `schema` is its FollowTheMoney kind, when stated; `id` the asker's own.
    """

    names: tuple[str, ...]
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    id: str | None = None
    schema: str | None = None

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The names as they read, each once."""
        return tuple(dict.fromkeys(one for name in self.names for one in readings(name)))

    @cached_property
    def codes(self) -> frozenset[str]:
        """ISO codes of the countries that are known."""
        return frozenset(code for one in self.countries if (code := country_code(one)))

    @cached_property
    def numbers(self) -> tuple[Identifier, ...]:
        """The identifiers, told apart and checked."""
        if not self.identifiers:
            return ()
        country = next(iter(self.codes)) if len(self.codes) == 1 else None
        found = {one for printed in self.identifiers for one in identify(printed, None, country)}
        return tuple(sorted(found, key=lambda one: (one.scheme, one.value)))

    @cached_property
    def strong(self) -> dict[str, frozenset[str]]:
        """Valid numbers that mean one company, by scheme."""
        found: dict[str, frozenset[str]] = {}
        for one in self.numbers:
            if one.scheme in STRONG and (one.valid or (one.valid is None and one.scheme in UNCHECKED)):
                found[one.scheme] = found.get(one.scheme, frozenset()) | {one.value}
        return found

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Numbers that fail their check, or of which nothing says what they are."""
        sure = {value for values in self.strong.values() for value in values}
        return frozenset(one.value for one in self.numbers if one.value not in sure and len(one.value) >= 5)


@dataclass(frozen=True)
class Comparison:
    """How probable it is that two entities are one, by which names, and why.

    `score` is the log of the odds, `probability` the same between 0 and 1; `left` and `right` are the names that met.
    """

    score: float
    probability: float
    left: str
    right: str
    explanation: tuple[Compared, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as plain values."""
        return {
            "score": self.score, "probability": self.probability, "left": self.left, "right": self.right,
            "explanation": [one._asdict() for one in self.explanation],
        }  # fmt: skip


def compare(left: Entity | str, right: Entity | str) -> Comparison:
    """Return how probable it is that the two are one company, with each comparison and the two values that met.

    Needs no workspace; the best pair of names counts. A text is an entity of that one name. Two entities, one of which is a
    `Person`, are compared as people: word for word.

    >>> compare("АО Уральский завод гражданской авиации", "Ural Civil Aviation Plant").probability > 0.9
    True
    >>> compare("ООО Ромашка", "ООО Василёк").probability < 0.05
    True
    """
    one = Entity((left,)) if isinstance(left, str) else left
    other = Entity((right,)) if isinstance(right, str) else right
    score, a, b, explanation = _people(one, other) if _PERSON in (one.schema, other.schema) else _companies(one, other)
    beside, more = weigh_beside(one, other), explain_beside(one, other)
    total = round(FORBIDDEN if beside <= FORBIDDEN else score + beside, 4)
    return Comparison(total, probability(total), a, b, (*explanation, *more))


def _companies(one: Entity, other: Entity) -> tuple[float, str, str, tuple[Compared, ...]]:
    """Return the score of the best pair of names, the two names, and what of them agrees and differs."""
    pairs = [(weigh(a, b), a, b) for a in one.readings for b in other.readings]
    if not pairs:
        pairs = [(WEIGHTS.base, analyse(""), analyse(""))]
    score, a, b = max(pairs, key=lambda pair: pair[0])
    return score, a.name, b.name, explain(a, b)


def _people(one: Entity, other: Entity) -> tuple[float, str, str, tuple[Compared, ...]]:
    """Return the same of two people; a company and a person are never one."""
    pairs = [(weigh_people(a, b), a, b) for a in one.names for b in other.names]
    if not pairs or {one.schema, other.schema} & _BODIES:
        names = [side.names[0] if side.names else "" for side in (one, other)]
        return FORBIDDEN, names[0], names[1], (Compared("kind", "differ", one.schema, other.schema),)
    score, a, b = max(pairs, key=lambda pair: pair[0])
    return score, a, b, explain_people(a, b)


def probability(score: float) -> float:
    """Return a score as a probability.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


def weigh(left: Reading, right: Reading, weights: Weights = WEIGHTS) -> float:
    """Return the log of the odds that two names are one company's, by the names alone."""
    if left.key is None or right.key is None:
        return FORBIDDEN
    return sum(value * weight for value, weight in evidence(align(left, right), weights))


def evidence(found: Alignment, weights: Weights = WEIGHTS) -> list[tuple[float, float]]:
    """Return each piece of evidence in an alignment with its weight."""
    tied = {"brand": 0.0, "word": 0.0, "place": 0.0, "trade": 0.0, "body": 0.0, "number": 0.0}
    for tie in found.ties:
        tied[tie.kind] += tie.weight * tie.alike**3
    brand = tied["brand"] + tied["word"]
    left, right = _missing(found.left), _missing(found.right)
    brands = (left["brand"], right["brand"])
    one_sided = abs(brands[0] - brands[1])
    plain = brand == 0.0 and brands == (0.0, 0.0)
    whole = not any(one.kind != "body" for one in (*found.left, *found.right)) and all(tie.alike >= _SURE for tie in found.ties)
    pieces = [
        (1.0, weights.base),
        (min(brand, weights.brand_full), weights.brand),
        (max(brand - weights.brand_full, 0.0), weights.brand_more),
        (tied["place"], weights.plain if plain else weights.place),
        (tied["trade"], weights.plain if plain else weights.trade),
        (tied["body"], weights.body_plain if plain else weights.body),
        (tied["number"], weights.number),
        (float(whole and bool(found.ties)), weights.whole),
        (min(brands), weights.brand_differs),
        (float(min(brands) > _TELLING), weights.brand_conflict),
        (min(one_sided, 10.0), weights.brand_more_one_side),
    ]
    for kind, differs, one_side in (
        ("place", weights.place_differs, weights.place_one_side), ("trade", weights.trade_differs, weights.trade_one_side),
        ("number", weights.number_differs, weights.number_one_side), ("body", weights.body_differs, 0.0),
    ):  # fmt: skip
        ours, theirs = left[kind], right[kind]
        if kind != "body" and ours and theirs:
            pieces.append((brand, weights.sister if kind != "trade" else weights.sister_trade))
        unit = _UNIT[kind]
        pieces += [(min(ours, theirs, 5.0) / unit, differs), (min(abs(ours - theirs), 7.5) / unit, one_side)]
    return pieces


def _missing(words: Iterable[Word]) -> dict[str, float]:
    found = {"brand": 0.0, "place": 0.0, "trade": 0.0, "number": 0.0, "body": 0.0}
    for one in words:
        found["brand" if one.kind == "word" else one.kind] += one.weight
    return found


def weigh_beside(left: Entity, right: Entity, weights: Weights = WEIGHTS) -> float:
    """Return what countries and numbers add to the score; FORBIDDEN when two valid numbers of one kind differ."""
    total = 0.0
    shared = {pair for scheme, values in left.strong.items() for pair in values & right.strong.get(scheme, frozenset())}
    if shared:
        total += weights.identifier_agrees
    if contradict(left.strong, right.strong):
        return FORBIDDEN if not shared else total - weights.identifier_agrees / 2
    if not shared:
        ours = left.doubtful | frozenset(value for values in left.strong.values() for value in values)
        theirs = right.doubtful | frozenset(value for values in right.strong.values() for value in values)
        if ours & theirs:
            total += weights.doubtful_agrees
        elif left.doubtful and right.doubtful and _one_scheme(left, right):
            total += weights.doubtful_differs
    if left.codes and right.codes:
        total += weights.country_agrees if left.codes & right.codes else weights.country_differs
    return total


def _one_scheme(left: Entity, right: Entity) -> bool:
    return bool({one.scheme for one in left.numbers} & {one.scheme for one in right.numbers} - {TAX_ID})


_LABELS = {"brand": "brand", "place": "place", "trade": "line of business", "number": "number"}


def explain(left: Reading, right: Reading) -> tuple[Compared, ...]:
    """Return what of two names agrees, differs or stands on one side only."""
    if left.key is None or right.key is None:
        return (Compared("name", "unknown", left.name if left.key else None, right.name if right.key else None),)
    found = align(left, right)
    told = [Compared(f"{_tied_label(tie)}, {tie.how}", "agree", tie.left, tie.right) for tie in found.ties if tie.kind != "body"]
    for kind, label in _LABELS.items():
        kinds = ("brand", "word") if kind == "brand" else (kind,)
        ours, theirs = _texts(found.left, kinds), _texts(found.right, kinds)
        if ours or theirs:
            told.append(Compared(label, "differ" if ours and theirs else "unknown", ours, theirs))
    forms = ["/".join(sorted(one.national | one.forms)) or None for one in (left, right)]
    outcome: Outcome = "unknown" if not (forms[0] and forms[1]) else "agree" if left.forms & right.forms else "differ"
    told.append(Compared("legal form (weighs nothing)", outcome, forms[0], forms[1]))
    return tuple(told)


def _tied_label(tie: Tie) -> str:
    return "brand" if tie.kind == "word" else _LABELS[tie.kind]


def _texts(words: Iterable[Word], kinds: tuple[str, ...]) -> str | None:
    return " ".join(dict.fromkeys(one.text for one in words if one.kind in kinds)) or None


def explain_beside(left: Entity, right: Entity) -> tuple[Compared, ...]:
    """Return what of countries and numbers agrees, differs or is stated on one side only; nothing where neither says anything."""
    told = []
    if left.codes or right.codes:
        outcome: Outcome = "unknown" if not (left.codes and right.codes) else "agree" if left.codes & right.codes else "differ"
        told.append(Compared("country", outcome, _said(left.codes), _said(right.codes)))
    schemes = sorted({one.scheme for one in (*left.numbers, *right.numbers)})
    for scheme in schemes:
        ours, theirs = (frozenset(one.value for one in side.numbers if one.scheme == scheme) for side in (left, right))
        met: Outcome = "unknown" if not (ours and theirs) else "agree" if ours & theirs else "differ"
        told.append(Compared(scheme, met, _said(ours), _said(theirs)))
    return tuple(told)


def _said(values: frozenset[str]) -> str | None:
    return "/".join(sorted(values)) or None
