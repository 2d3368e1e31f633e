"""In which order answers of one score are told: those that say more or less come last, then those of another legal form or met by meaning.

Legal forms and general words weigh nothing, and namesakes that differ in nothing else are equally probable. Which of them is named
first is another matter: asked for ООО Вымысел, OOO Vymysel stands before Vymysel Holding, before Vymysel, which states no form, and
that one before OAO Vymysel; asked for Вымысел Телеком, Vymysel Telekom stands before Vymysel Svyaz, which means the same. The score
stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from enduse.entities.aligning import align
from enduse.entities.reading import Reading
from enduse.terms.legal_forms import openness

Place = tuple[float, float, int, bool, float, str, int]
_APART = 2
_NOT_HEARD = frozenset({"meaning", "translated", "gloss"})
_SAME = (0.0, 0, False, 0.0)


def ranked(met: Iterable[tuple[int, float, Reading, Reading]], ids: Sequence[str]) -> list[Place]:
    """Return what is sorted by, best first, for (position, score, name asked, name that answers); the position stands last.

    Forms are looked at only where two have one score.
    """
    found = [(at, round(score, 4), ours, theirs) for at, score, ours, theirs in met]
    scores = Counter(score for _, score, _, _ in found)
    return sorted((-score, *(_apart(ours, theirs) if scores[score] > 1 else _SAME), ids[at], at) for at, score, ours, theirs in found)


def _apart(ours: Reading, theirs: Reading) -> tuple[float, int, bool, float]:
    """Return how much of two names is left over, how far their forms agree, whether these are of two kinds, and what meets by meaning."""
    found = align(ours, theirs)
    over = sum(one.weight for one in (*found.left, *found.right))
    translated = sum(tie.weight for tie in found.ties if tie.how in _NOT_HEARD)
    kinds = _differ(ours.forms | ours.national, theirs.forms | theirs.national)
    return round(over, 4), kinds, _differ(openness(ours.name), openness(theirs.name)) == _APART, round(translated, 4)


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """Return 0 where both state one thing or neither states any, 1 where only one does, 2 where they state two."""
    return _APART if ours and theirs and ours.isdisjoint(theirs) else int(bool(ours) != bool(theirs))
