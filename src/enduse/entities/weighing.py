"""How probable it is that two entities are one company: what agrees, what differs, and what each is worth.

The score is the logarithm of the odds (natural, 0 means even): evidence adds up and never saturates, so that ranking holds far
above a probability of 0.99. Legal forms are told and weigh nothing. Two different valid numbers of one kind forbid.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import itemgetter, mul
from typing import Any

from enduse.entities import brackets, in_full
from enduse.entities.aligning import align
from enduse.entities.contacting import explain_contacts, shared_worth, sharings
from enduse.entities.kinds import PERSON, Manner, apart, manner_of
from enduse.entities.outcomes import IN_BRACKETS, Compared, Outcome
from enduse.entities.person_names import is_given, like_a_person, printed_names
from enduse.entities.pieces import PIECES, evidence
from enduse.entities.read_words import Word
from enduse.entities.reading import Reading, analyse
from enduse.entities.sides import Alignment, Tie
from enduse.entities.stated_entity import Entity
from enduse.entities.traders import two_traders
from enduse.entities.weighing_beside import FORBIDDEN, explain_beside, weigh_beside
from enduse.entities.weighing_people import explain_people, weigh_people
from enduse.entities.weighing_ships import explain_ships, weigh_ships
from enduse.entities.weights import weights

Telling = Callable[[], tuple[Compared, ...]]


_MOST = math.nextafter(1.0, 0.0)
"""No evidence is certainty: the highest probability there is."""
BOTH_IN_BRACKETS = 5.0
"""What two names that stand in brackets only lose: Kestrel Stores (Samara) and Osprey Stores (Samara)."""
_TURNED = 3.0
"""What two names lose that are the same general words in another order: it is these that companies of one market are named by."""
_TRADE_MIN = 6
"""Letters of a word of trade that is no name of a person: Vymyslov Industries."""
_EITHER = "LegalEntity"
_OF_PEOPLE = frozenset({"brand", "word"})
"""Kinds of words that people's names are made of as well."""


@dataclass(frozen=True)
class Comparison:
    """How probable it is that two entities are one, by which names, and why.

    `score` is the log of the odds, `probability` the same between 0 and 1; `left` and `right` are the names that met. The reasons
    are put into words when they are asked for.
    """

    score: float
    probability: float
    left: str
    right: str
    telling: Telling = field(repr=False, compare=False)

    @cached_property
    def explanation(self) -> tuple[Compared, ...]:
        """What agrees, what differs and what only one side states, with the two values."""
        return self.telling()

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
    weighing = _MANNERS[manner_of(one.schema, other.schema)]
    if one.schema == other.schema == _EITHER and not (_says_body(one) or _says_body(other)):
        weighing = _either
    score, a, b, named = weighing(one, other)
    beside = weigh_beside(one, other)
    shared = sharings(one.contacts, other.contacts)
    contacts = shared_worth(shared, named()) if shared else 0.0
    total = round(FORBIDDEN if beside <= FORBIDDEN else score + beside + contacts, 4)

    def telling() -> tuple[Compared, ...]:
        return (*named(), *explain_beside(one, other), *explain_contacts(one.contacts, other.contacts, shared))

    return Comparison(total, probability(total), a, b, telling)


def _companies(one: Entity, other: Entity) -> tuple[float, str, str, Telling]:
    """Return the score of the best pair of names, the two names, and what says what of them agrees and differs."""
    sides = one.readings, other.readings
    pairs = [
        (weigh(a, b) - in_brackets(one, other, a, b) - brackets.less(one.asides, other.asides, a, b), a, b)
        for a in sides[0]
        for b in sides[1]
    ] or [(FORBIDDEN, analyse(""), analyse(""))]
    score, a, b = max(pairs, key=_first)
    lost = in_full.doubt(sides, (a, b), score, weigh)
    return score - lost, a.name, b.name, lambda: (*explain(a, b), *_told_in_brackets(one, other, a, b), *in_full.told(sides, lost))


def in_brackets(one: Entity, other: Entity, ours: Reading, theirs: Reading) -> float:
    """Return what the score of two names loses because both stand in brackets only, behind names of their own."""
    if len(one.readings) == 1 or len(other.readings) == 1:
        return 0.0
    return BOTH_IN_BRACKETS if ours.name in one.parts and theirs.name in other.parts else 0.0


def _told_in_brackets(one: Entity, other: Entity, ours: Reading, theirs: Reading) -> tuple[Compared, ...]:
    only = (Compared(IN_BRACKETS, "unknown", ours.name, theirs.name),) if in_brackets(one, other, ours, theirs) else ()
    return (*only, *brackets.told(one.asides, other.asides, ours, theirs))


def _people(one: Entity, other: Entity) -> tuple[float, str, str, Telling]:
    """Return the same of two people; a company and a person are never one."""
    people = one.schema == other.schema == PERSON
    ours, theirs = ([part for name in side.names for part in printed_names(name)] for side in (one, other))
    named = ((a, b) for a in ours for b in theirs if people or not of_two_kinds(one, other, analyse(a), analyse(b)))
    pairs = [(weigh_people(a, b), a, b) for a, b in named]
    if not pairs or apart(one.schema, other.schema):
        names = [side.names[0] if side.names else "" for side in (one, other)]
        return FORBIDDEN, names[0], names[1], lambda: (Compared("kind", "differ", one.schema, other.schema),)
    score, a, b = max(pairs, key=_first)
    return score, a, b, lambda: explain_people(a, b)


def of_two_kinds(one: Entity, other: Entity, ours: Reading, theirs: Reading) -> bool:
    """Tell whether one of two names has the form or a line of business of a company, which the other, a person's, does not print.

    A family name may read as a form: Joao de Sa, de Sá.
    """
    sides = (one.schema, ours, theirs), (other.schema, theirs, ours)
    return any(schema != PERSON and of_company(name, beside) for schema, name, beside in sides)


def of_company(name: Reading, person: Reading) -> bool:
    """Tell whether a name has the form or a line of business of a company, which the other, a person's, does not print."""
    said = person.taken.union(word.text for word in person.words)
    trades = {word.text for word in name.words if word.kind == "trade" and len(word.text) >= _TRADE_MIN}
    return not trades <= said or (name.commercial and not name.taken <= said)


def _either(one: Entity, other: Entity) -> tuple[float, str, str, Telling]:
    """Return the same of two that may be people or companies: as people where each name holds a given name; else the lower score."""
    if all(like_a_person(name) for side in (one, other) for name in side.names):
        return _people(one, other)
    return min(_people(one, other), _companies(one, other), key=_first)


def _says_body(entity: Entity) -> bool:
    """Tell whether a name says that a company or another body bears it: by its legal form, or a word of trade, place or number."""
    return any(
        each.forms or each.national or each.brands or any(word.kind not in _OF_PEOPLE and not is_given(word.text) for word in each.words)
        for each in entity.readings
    )


_first = itemgetter(0)


def _ships(one: Entity, other: Entity) -> tuple[float, str, str, Telling]:
    """Return the same of two ships."""
    score, a, b = max(((weigh_ships(a, b), a, b) for a in one.names for b in other.names), default=(FORBIDDEN, "", ""))
    return score, a, b, lambda: explain_ships(a, b)


_MANNERS: dict[Manner, Callable[[Entity, Entity], tuple[float, str, str, Telling]]] = {
    "bodies": _companies, "people": _people, "ships": _ships,
}  # fmt: skip


def probability(score: float) -> float:
    """Return a score as a probability.

    >>> probability(0.0), probability(100.0) < 1
    (0.5, True)
    """
    return min(1 / (1 + math.exp(-score)), _MOST) if score > -700 else 0.0


def weigh(left: Reading, right: Reading) -> float:
    """Return the log of the odds that two names are one company's, by the names alone."""
    if left.key is None or right.key is None:
        return FORBIDDEN
    if (people := two_traders(left, right)) is not None:
        return weigh_people(*people)
    if right.name < left.name and bool(left.runs) == bool(right.runs):
        # In one order, whoever asks: where two ways to tie words are equally good the first is taken.
        left, right = right, left
    found = align(left, right)
    score = float(sum(map(mul, evidence(found), _worth())))
    return score - _TURNED if _turned(found, left, right) else score


def _turned(found: Alignment, left: Reading, right: Reading) -> bool:
    """Tell whether two names are the same words, and stand in an order of which a key keeps account (`word_order.fixed`)."""
    if found.same or found.left or found.right:
        return False
    ours, theirs = left.key or "", right.key or ""
    return len(ours) == len(theirs) and sorted(ours.split()) == sorted(theirs.split())


@cache
def _worth() -> tuple[float, ...]:
    worth = weights("companies")
    return tuple(worth[piece] for piece in PIECES)


_LABELS = {"brand": "brand", "place": "place", "trade": "line of business", "number": "number"}


def explain(left: Reading, right: Reading) -> tuple[Compared, ...]:
    """Return what of two names agrees, differs or stands on one side only."""
    if left.key is None or right.key is None:
        return (Compared("name", "unknown", left.name if left.key else None, right.name if right.key else None),)
    if (people := two_traders(left, right)) is not None:
        return explain_people(*people)
    found = align(left, right)
    told = [Compared(f"{_tied_label(tie)}, {_how(tie)}", "agree", tie.left, tie.right) for tie in found.ties if tie.kind != "body"]
    for kind, label in _LABELS.items():
        kinds = ("brand", "word") if kind == "brand" else (kind,)
        ours, theirs = _texts(found.left, kinds), _texts(found.right, kinds)
        if ours or theirs:
            told.append(Compared(label, "differ" if ours and theirs else "unknown", ours, theirs))
    if _turned(found, left, right):
        told.append(Compared("order of the words", "differ", left.key, right.key))
    forms = ["/".join(sorted(one.national | one.forms)) or None for one in (left, right)]
    outcome: Outcome = "unknown" if not (forms[0] and forms[1]) else "agree" if left.forms & right.forms else "differ"
    told.append(Compared("legal form (weighs nothing)", outcome, forms[0], forms[1]))
    return tuple(told)


def _tied_label(tie: Tie) -> str:
    return "brand" if tie.kind == "word" else _LABELS[tie.kind]


def _how(tie: Tie) -> str:
    """Return by what two words agree. A word in signs or letters that are not spelled out here is known by what it means: 进口, import."""
    spelled = tie.left == tie.right or (tie.left.isascii() and tie.right.isascii())
    return "meaning" if tie.how == "sound" and tie.kind == "trade" and not spelled else tie.how


def _texts(words: Iterable[Word], kinds: tuple[str, ...]) -> str | None:
    return " ".join(dict.fromkeys(one.text for one in words if one.kind in kinds)) or None
