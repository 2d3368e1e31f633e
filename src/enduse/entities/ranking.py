"""In which order answers of one score are told: those whose legal form is another come last, and then those met by meaning only.

Legal forms weigh nothing, and namesakes that differ in nothing else are equally probable. Which of them is named first is another
matter: asked for ООО Вымысел, OOO Vymysel stands before OAO Vymysel; asked for Вымысел Телеком, Vymysel Telekom stands before Vymysel
Svyaz, which means the same. The score stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from enduse.entities.aligning import align
from enduse.entities.reading import Reading
from enduse.terms.legal_forms import openness

Place = tuple[float, bool, bool, float, str, int]
_NOT_HEARD = frozenset({"meaning", "translated", "gloss"})
_SAME = (False, False, 0.0)


def ranked(met: Iterable[tuple[int, float, Reading, Reading]], ids: Sequence[str]) -> list[Place]:
    """Return what is sorted by, best first, for (position, score, name asked, name that answers); the position stands last.

    Forms are looked at only where two have one score.
    """
    found = [(at, round(score, 4), ours, theirs) for at, score, ours, theirs in met]
    scores = Counter(score for _, score, _, _ in found)
    return sorted((-score, *(_apart(ours, theirs) if scores[score] > 1 else _SAME), ids[at], at) for at, score, ours, theirs in found)


def _apart(ours: Reading, theirs: Reading) -> tuple[bool, bool, float]:
    """Tell whether two names state two kinds of body, whether two kinds of joint-stock company, and how much meets by meaning only."""
    translated = sum(tie.weight for tie in align(ours, theirs).ties if tie.how in _NOT_HEARD)
    kinds = _differ(ours.forms | ours.national, theirs.forms | theirs.national)
    return kinds, _differ(openness(ours.name), openness(theirs.name)), round(translated, 4)


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)
