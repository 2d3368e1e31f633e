"""How far a company answers to a listed subject: one scorer for the pipeline and for screening, with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from enduse.entities.clusters import Numbers, contradict
from enduse.entities.english_words import real_word
from enduse.entities.listed import Listed, ListedIndex, ListedName
from enduse.entities.names import Named, analyse
from enduse.entities.outcomes import Compared, Outcome
from enduse.entities.parting import known_as
from enduse.entities.reading import analyse as analyse_words
from enduse.entities.weighing import of_company
from enduse.entities.whereabouts import cities_in, meaning_of_place, without_place
from enduse.terms.territories import country_code, is_country

Grade = Literal["confirmed", "likely", "possible"]
How = Literal["same", "sound", "alike", "across"]
_GRADES: dict[Grade, int] = {"possible": 0, "likely": 1, "confirmed": 2}
_OWN_WORDS, _TELLING_WORDS = 2, 3
"""Words of its own, or of place and trade where it has none, from which a name is more than one common word."""
FORMS_DIFFER = "legal forms differ"
CONTESTED = "companies of the records bear the name under different numbers"
ELSEWHERE = "a place behind the name that the list does not state"
FURTHER_NAME = "one of several names that are printed together"
CRAFT_NAME = "a ship's or aircraft's name, which others bear"


@dataclass(frozen=True)
class Asked:
    """The side that is asked about: a company of the workspace, or a line of a screening file."""

    names: tuple[tuple[str, Named], ...]
    countries: frozenset[str]
    numbers: Numbers
    merging: frozenset[tuple[str, str]]
    unnamed: frozenset[str] = frozenset()
    """Numbers of which nothing says the scheme: they meet a listed number by being equal to it."""
    contested: frozenset[str] = frozenset()
    """Normalised names that two companies of the records bear, as their numbers say: such a name alone does not say which is listed."""

    def shared(self, subject: Listed) -> bool:
        """Tell whether a number that means one company stands on both sides."""
        return any(pair in self.merging or pair[1] in self.unnamed for pair in subject.merging)


@dataclass(frozen=True)
class Match:
    """One company answering to one listed subject."""

    subject: int
    grade: Grade
    score: float
    name: str
    listed_name: str
    comparisons: tuple[Compared, ...]

    @property
    def rank(self) -> tuple[int, float, str, str]:
        """Best last."""
        return (_GRADES[self.grade], self.score, self.name, self.listed_name)

    @property
    def evidence(self) -> str:
        """What agrees and what differs, in words."""
        return "; ".join(_in_words(one) for one in self.comparisons)


def _in_words(one: Compared) -> str:
    if one.left is None and one.right is None and one.comparison != "country":
        return one.comparison
    values = "" if one.outcome == "agree" else f" ({one.left or 'not stated'} / {one.right or 'not stated'})"
    return f"{one.comparison}: {one.outcome}{values}"


class Met(NamedTuple):
    """A printed name that met a listed name: in which way, and how alike (0 to 1)."""

    name: str
    named: Named
    listed: ListedName
    how: How
    similarity: float
    told: tuple[Compared, ...] = ()
    """What agrees and differs, word by word, where names met across scripts."""


def compare(asked: Asked, subject: Listed, position: int, met: Met | None, index: ListedIndex, rare_max: int) -> Match | None:
    """Return how the company answers to the subject; null when two valid numbers of one kind say that it does not.

    `met` is null when only a number brought the two together.
    """
    shared = asked.shared(subject)
    contradicted = contradict(asked.numbers, subject.numbers)
    if contradicted and not shared:
        return None
    comparisons = [*_numbers(asked, subject), _countries(asked, subject)]
    if met is None:
        first = subject.names[0].printed if subject.names else subject.subject_id
        name = asked.names[0][0] if asked.names else ""
        comparisons.insert(0, Compared("name", "differ", name, first))
        grade: Grade = "likely" if contradicted else "confirmed"
        return Match(position, grade, 0.8 if contradicted else 0.95, name, first, tuple(comparisons))
    comparisons = [*_names(met), *comparisons]
    if shared:
        agreed: tuple[Grade, float] = ("likely", 0.85) if contradicted else ("confirmed", 0.99)
        return Match(position, *agreed, met.name, met.listed.printed, tuple(comparisons))
    if subject.person and of_company(analyse_words(met.name), analyse_words(met.listed.printed)):
        # A company that bears a person's name is not that person.
        return None
    grade, score, why = _by_name(asked, subject, met, index, rare_max)
    if why and why != FORMS_DIFFER:
        comparisons.append(Compared(why, "unknown", None, None))
    return Match(position, grade, round(score, 4), met.name, met.listed.printed, tuple(comparisons))


def _by_name(asked: Asked, subject: Listed, met: Met, index: ListedIndex, rare_max: int) -> tuple[Grade, float, str | None]:
    """Return grade, score and the reason for doubt (null without one) of a match on names alone."""
    country = _countries(asked, subject).outcome
    lift = {"agree": 0.05, "unknown": 0.0, "differ": -0.25}[country]
    if met.how != "same":
        contested = CONTESTED if (met.named.key or "") in asked.contested else None
        return "possible", 0.75 * met.similarity + lift, CRAFT_NAME if subject.craft else contested
    named = met.named
    doubt = _doubt(asked, subject, met, index, rare_max, country)
    if doubt is None and country != "differ":
        return "likely", 0.9 + lift, None
    base = 0.4 if named.generic else 0.5 if named.short else 0.7
    return "possible", base + lift, doubt


def _doubt(asked: Asked, subject: Listed, met: Met, index: ListedIndex, rare_max: int, country: Outcome) -> str | None:
    """Return why an equal name alone is not a likely match; null when nothing speaks against it."""
    named = met.named
    if named.generic:
        return "generic name, which many companies may bear"
    if named.short:
        return "short name, which chance may repeat"
    if _is_further(met):
        return FURTHER_NAME
    if (named.key or "") in asked.contested:
        return CONTESTED
    if met.listed.weak:
        return "weak alias, says the list"
    if subject.person:
        return "a person's name, which others bear"
    if subject.craft:
        return CRAFT_NAME
    if (count := index.homonyms(named.key or "", subject)) > 1:
        return f"{count} entries of this list bear the name"
    if _forms_differ(_named(met), met.listed.named):
        return FORMS_DIFFER
    if not _stands_there(met, asked, subject):
        return ELSEWHERE
    if country != "agree" and (
        _one_common_word(met.name) or (len(named.informative) < 2 and index.bearers.get(named.informative[0], 0) > rare_max)
    ):
        return "one common word"
    return None


def _named(met: Met) -> Named:
    """Return what the printed name says; without the notes and places around it where that is what met."""
    if _is_further(met):
        return met.named
    printed = analyse(met.name)
    return printed if met.how == "across" or printed.key == met.named.key else analyse(without_place(met.name)[0])


def _is_further(met: Met) -> bool:
    """Tell whether what met is one of several names of one cell: an earlier one, or one the company trades under."""
    return met.how != "across" and any(analyse(part).key == met.named.key for part in known_as(met.name)[1:])


def _stands_there(met: Met, asked: Asked, subject: Listed) -> bool:
    """Tell whether nothing stands behind the name that met, or a place where the subject is, as its list says."""
    if analyse(met.name).key == met.named.key:
        return True
    meant = meaning_of_place(without_place(met.name)[1])
    if meant is None:
        return True
    if is_country(meant):
        return country_code(meant) in (subject.countries or asked.countries)
    return any(meant in cities_in(address) for address in subject.addresses)


def _forms_differ(named: Named, listed: Named) -> bool:
    """Tell whether two names state different kinds of body, or one a form of its own country's law where the other states another.

    No list prints the GmbH that it means as a limited liability company.
    """
    if named.forms_differ(listed):
        return True
    one_sided = bool(named.national) != bool(listed.national)
    return one_sided and bool(named.taken) and bool(listed.taken) and named.taken.isdisjoint(listed.taken)


def _one_common_word(name: str) -> bool:
    """Tell whether a name has no word of its own and says little else, or a single one that is a common English word: Plaza Hotel."""
    reading = analyse_words(name)
    own = [one for one in reading.words if one.kind in ("brand", "word")]
    if not own and sum(one.kind != "body" for one in reading.words) >= _TELLING_WORDS:
        # A place and two lines of business tell as much as a brand: Ural Civil Aviation Plant.
        return False
    return not reading.brands and len(own) < _OWN_WORDS and all(one.kind == "word" or real_word(one.text) for one in own)


def _names(met: Met) -> Iterable[Compared]:
    label = {
        "same": "normalised name",
        "sound": "sound of the name",
        "alike": f"spelling, alike by {met.similarity:.2f}",
        "across": f"sound and meaning, probability {met.similarity:.2f}",
    }[met.how]
    yield Compared(label, "agree", met.name, met.listed.printed)
    yield from met.told
    named = _named(met)
    if _forms_differ(named, met.listed.named):
        left, right = ("/".join(sorted(one.national | one.classes or one.taken)) for one in (named, met.listed.named))
        yield Compared("legal form", "differ", left, right)


def _countries(asked: Asked, subject: Listed) -> Compared:
    left, right = "/".join(sorted(asked.countries)) or None, "/".join(sorted(subject.countries)) or None
    outcome: Outcome = "unknown" if not left or not right else "agree" if asked.countries & subject.countries else "differ"
    return Compared("country", outcome, left, right)


def _numbers(asked: Asked, subject: Listed) -> list[Compared]:
    found = []
    for scheme in sorted(asked.numbers.keys() | subject.numbers.keys()):
        theirs = subject.numbers.get(scheme)
        ours = asked.numbers.get(scheme, frozenset()) | (asked.unnamed & (theirs or frozenset()))
        outcome: Outcome = "unknown" if not ours or not theirs else "agree" if ours & theirs else "differ"
        found.append(Compared(scheme, outcome, _said(ours), _said(theirs)))
    return found


def _said(values: frozenset[str] | None) -> str | None:
    return "/".join(sorted(values)) if values else None
