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
from enduse.entities.births import births_worth, born, explain_births
from enduse.entities.brackets import Asides, asides
from enduse.entities.clusters import contradict
from enduse.entities.contacting import Contact, contacts_in, explain_contacts, shared_worth, sharings
from enduse.entities.kinds import PERSON, Manner, apart, manner_of
from enduse.entities.names import KINDS_OF_BODY
from enduse.entities.outcomes import IN_BRACKETS, Compared, Outcome
from enduse.entities.person_names import is_given, like_a_person, printed_names
from enduse.entities.pieces import COUNTRY_PIECES, PIECES, evidence
from enduse.entities.reading import Reading, Word, analyse, readings
from enduse.entities.sides import Tie
from enduse.entities.traders import two_traders
from enduse.entities.weighing_people import explain_people, weigh_people
from enduse.entities.weighing_ships import explain_ships, weigh_ships
from enduse.entities.weights import weights
from enduse.terms.identifiers import TAX_ID, Identifier, identify, is_filler
from enduse.terms.periods import Period
from enduse.terms.territories import country_code

Telling = Callable[[], tuple[Compared, ...]]
FORBIDDEN = -30.0
"""The score of two entities whose valid numbers of one kind differ, and of a name that says nothing but a legal form."""


IDENTIFIER_AGREES, DOUBTFUL_AGREES, DOUBTFUL_DIFFERS = 13.0, 3.0, -0.7
"""What numbers add, set by hand: a valid number that two sides print is chance once in a million; pairs to fit it to are too few."""
_MOST = math.nextafter(1.0, 0.0)
"""No evidence is certainty: the highest probability there is."""
BOTH_IN_BRACKETS = 5.0
"""What two names that stand in brackets only lose: Kestrel Stores (Samara) and Osprey Stores (Samara)."""
_TRADE_MIN = 6
"""Letters of a word of trade that is no name of a person: Vymyslov Industries."""
_EITHER = "LegalEntity"
_OF_PEOPLE = frozenset({"brand", "word"})
"""Kinds of words that people's names are made of as well."""


@dataclass(frozen=True)
class Entity:
    """A company as somebody states it: its names, countries (codes or names), and numbers, addresses, telephones, e-mail as printed.

    `schema` is its FollowTheMoney kind, when stated; `id` the asker's own; `source` the list or table that it stands in;
    `birth_dates` are a person's, as printed.
    """

    names: tuple[str, ...]
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    id: str | None = None
    schema: str | None = None
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    source: str | None = None
    birth_dates: tuple[str, ...] = ()

    @cached_property
    def born(self) -> tuple[Period, ...]:
        """The dates of birth, as days that they admit."""
        return born(self.birth_dates)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Addresses, telephones and e-mail as they are compared."""
        if not (self.addresses or self.phones or self.emails):
            return ()
        return contacts_in(self.addresses, self.phones, self.emails)

    @cached_property
    def parts(self) -> frozenset[str]:
        """Names that stand only in brackets behind another name."""
        read = [readings(name) for name in self.names]
        own = {one.name for name, found in zip(self.names, read, strict=True) for one in (found if " / " in name else found[:1])}
        return frozenset(one.name for found in read for one in found[1:]) - own

    @cached_property
    def asides(self) -> Asides:
        """What stands in brackets behind its names."""
        return asides(self.names) if any("(" in name or "[" in name or "（" in name for name in self.names) else {}

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The names as they read, each once."""
        return tuple(dict.fromkeys(one for name in self.names for one in readings(name)))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Kinds of body (llc, jsc ...) that its names state."""
        return frozenset(form for one in self.readings for form in one.forms & KINDS_OF_BODY)

    @cached_property
    def codes(self) -> frozenset[str]:
        """ISO codes of the countries that are known."""
        return frozenset(code for one in self.countries if (code := country_code(one)))

    @cached_property
    def numbers(self) -> tuple[Identifier, ...]:
        """The identifiers, told apart and checked; without fillers, which strangers share."""
        if not self.identifiers:
            return ()
        country = next(iter(self.codes)) if len(self.codes) == 1 else None
        found = {one for printed in self.identifiers for one in identify(printed, None, country) if not is_filler(one.value)}
        return tuple(sorted(found, key=lambda one: (one.scheme, one.value)))

    @cached_property
    def strong(self) -> dict[str, frozenset[str]]:
        """Valid numbers that mean one company, by scheme."""
        found: dict[str, frozenset[str]] = {}
        for one in self.numbers:
            if one.means_one:
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
    return float(sum(map(mul, evidence(align(left, right)), _worth())))


@cache
def _worth() -> tuple[float, ...]:
    worth = weights("companies")
    return tuple(worth[piece] for piece in PIECES)


@cache
def _country_worth() -> tuple[float, float]:
    agrees, differs = (weights("companies")[piece] for piece in COUNTRY_PIECES)
    return agrees, differs


def weigh_beside(left: Entity, right: Entity) -> float:
    """Return what countries, dates of birth and numbers add to the score; FORBIDDEN when two valid numbers of one kind differ."""
    total = births_worth(left.born, right.born) if left.birth_dates and right.birth_dates else 0.0
    if not ((left.identifiers and right.identifiers) or (left.countries and right.countries)):
        return total
    shared = {pair for scheme, values in left.strong.items() for pair in values & right.strong.get(scheme, frozenset())}
    if shared:
        total += IDENTIFIER_AGREES
    if contradict(left.strong, right.strong):
        return FORBIDDEN if not shared else total - IDENTIFIER_AGREES / 2
    if not shared:
        ours = left.doubtful | frozenset(value for values in left.strong.values() for value in values)
        theirs = right.doubtful | frozenset(value for values in right.strong.values() for value in values)
        if ours & theirs:
            total += DOUBTFUL_AGREES
        elif left.doubtful and right.doubtful and _one_scheme(left, right):
            total += DOUBTFUL_DIFFERS
    if left.codes and right.codes:
        total += _country_worth()[not left.codes & right.codes]
    return total


def _one_scheme(left: Entity, right: Entity) -> bool:
    return bool({one.scheme for one in left.numbers} & {one.scheme for one in right.numbers} - {TAX_ID})


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


def explain_beside(left: Entity, right: Entity) -> tuple[Compared, ...]:
    """Return what of countries, dates of birth and numbers agrees, differs or stands on one side only; nothing where neither says."""
    told = []
    if left.countries or right.countries:
        outcome: Outcome = "unknown" if not (left.codes and right.codes) else "agree" if left.codes & right.codes else "differ"
        told.append(Compared("country", outcome, *(_said(side.codes) or _not_understood(side.countries) for side in (left, right))))
    if left.birth_dates or right.birth_dates:
        told += explain_births(left.born, right.born)
    schemes = sorted({one.scheme for one in (*left.numbers, *right.numbers)})
    for scheme in schemes:
        ours, theirs = (frozenset(one.value for one in side.numbers if one.scheme == scheme) for side in (left, right))
        met: Outcome = "unknown" if not (ours and theirs) else "agree" if ours & theirs else "differ"
        told.append(Compared(scheme, met, _said(ours), _said(theirs)))
    return tuple(told)


def _not_understood(countries: Iterable[str]) -> str | None:
    printed = "/".join(" ".join(one.split()) for one in countries)
    return f"{printed} (not understood)" if printed else None


def _said(values: frozenset[str]) -> str | None:
    return "/".join(sorted(values)) or None
