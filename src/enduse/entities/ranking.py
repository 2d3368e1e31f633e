"""In which order answers of one score are told: those that say more or less come last, then those of another legal form or met by meaning.

Legal forms and general words weigh nothing, and namesakes that differ in nothing else are equally probable. Which of them is named
first is another matter: asked for ООО Вымысел, OOO Vymysel stands before Vymysel Holding, before Vymysel, which states no form, and
that one before OAO Vymysel; asked for Вымысел Телеком, Vymysel Telekom stands before Vymysel Svyaz, which means the same. Where nothing of
this tells two apart, the one printed as the question is comes first: asked for ОАО «Вымысел», OJSC Vymysel stands before Vymysel OJSC,
and both before Open Joint Stock Company Vymysel. The score stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Self

from rapidfuzz import fuzz

from enduse.entities.aligning import align
from enduse.entities.reading import Reading
from enduse.terms.legal_forms import openness
from enduse.terms.sounds import in_latin

Place = tuple[float, float, int, int, float, int, float, str, int]
_APART = 2
_NOT_HEARD = frozenset({"meaning", "translated", "gloss"})
_SAME = (0.0, 0, 0, 0.0, 0, 0.0)
_IN_FULL = 5
"""Letters of a word that a legal form printed in full has: stock, limited, общество."""


def ranked(met: Iterable[tuple[int, float, Reading, Reading]], ids: Sequence[str]) -> list[Place]:
    """Return what is sorted by, best first, for (position, score, name asked, name that answers); the position stands last.

    Forms are looked at only where two have one score.
    """
    found = [(at, round(score, 4), ours, theirs) for at, score, ours, theirs in met]
    scores = Counter(score for _, score, _, _ in found)
    return sorted((-score, *(_apart(ours, theirs) if scores[score] > 1 else _SAME), ids[at], at) for at, score, ours, theirs in found)


def _apart(ours: Reading, theirs: Reading) -> tuple[float, int, int, float, int, float]:
    """Return how much of two names is left over, how far their forms agree, and on open and closed, and what meets by meaning.

    Last stands how unlike the two are in print: where the form stands and whether it is in full, then the letters of the rest (0 to 100).
    """
    found = align(ours, theirs)
    over = sum(one.weight for one in (*found.left, *found.right))
    translated = sum(tie.weight for tie in found.ties if tie.how in _NOT_HEARD)
    kinds = _differ(ours.forms | ours.national, theirs.forms | theirs.national)
    return (
        round(over, 4), kinds, _differ(openness(ours.name), openness(theirs.name)), round(translated, 4),
        *_unlike(_Print.of(ours), _Print.of(theirs)),
    )  # fmt: skip


class _Print(NamedTuple):
    """How a name is printed, in Latin letters: the words that are no legal form, and of the form where it stands and how."""

    rest: str
    in_front: bool
    in_full: bool
    stated: bool

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, name: Reading) -> Self:
        """Return how a name is printed; one that was asked is asked of each namesake."""
        words = [in_latin(word) for word in re.findall(r"\w+", name.name.casefold())]
        form = [word in name.taken for word in words]
        full = any(len(word) >= _IN_FULL for word in name.taken)
        # The first word of a form may be known under another spelling: Открытое акционерное общество.
        in_front = form[:1] == [True] or (len(words) > _APART and form[1])
        return cls(" ".join(word for word, of_form in zip(words, form, strict=True) if not of_form), in_front, full, bool(name.taken))


def _unlike(ours: _Print, theirs: _Print) -> tuple[int, float]:
    forms = (ours.in_front != theirs.in_front) + (ours.in_full != theirs.in_full) if ours.stated and theirs.stated else 0
    return forms, round(100 - fuzz.ratio(ours.rest, theirs.rest), 4)


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """Return 0 where both state one thing or neither states any, 1 where only one does, 2 where they state two."""
    return _APART if ours and theirs and ours.isdisjoint(theirs) else int(bool(ours) != bool(theirs))
