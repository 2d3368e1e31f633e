"""What countries, dates of birth and numbers that two entities state beside their names add to the score, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from enduse.entities.births import births_worth, explain_births
from enduse.entities.clusters import contradict
from enduse.entities.outcomes import Compared, Outcome
from enduse.entities.pieces import COUNTRY_PIECES
from enduse.entities.stated_entity import Entity
from enduse.entities.weights import weights
from enduse.terms.identifiers import TAX_ID

FORBIDDEN = -30.0
"""The score of two entities whose valid numbers of one kind differ, and of a name that says nothing but a legal form."""
IDENTIFIER_AGREES, DOUBTFUL_AGREES, DOUBTFUL_DIFFERS = 13.0, 3.0, -0.7
"""What numbers add, set by hand: a valid number that two sides print is chance once in a million; pairs to fit it to are too few."""


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
