"""First letters prove little where both sides say what they stand for: NSD is a national depository, and an independent one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from enduse.entities.outcomes import Compared
from enduse.entities.reading import Reading

_LETTERS_MAX = 4
_DOUBT = 4.0
"""What initials that meet lose at most when no two names in full do; set on the development half of linkage."""
_COMPARED_MAX = 12
"""Of each side so many names in full are compared."""


def brief(reading: Reading) -> bool:
    """Tell whether a name is nothing but a short brand, such as first letters are.

    >>> from enduse.entities import analyse
    >>> brief(analyse("JSC NSD")), brief(analyse("NSD Plant")), brief(analyse("Kestrel"))
    (True, False, False)
    """
    telling = [one for one in reading.words if one.kind != "body"]
    return not reading.brands and len(telling) == 1 and telling[0].kind == "brand" and len(telling[0].text) <= _LETTERS_MAX


def doubt(sides: tuple[Sequence[Reading], Sequence[Reading]], met: tuple[Reading, Reading], score: float, weigh: Weigh) -> float:
    """Return what the score of two entities loses because only their short names meet: 0 where one has no other, never negative.

    `sides` are all the names of each, `met` the two names that gave the score.
    """
    if not (brief(met[0]) and brief(met[1])):
        return 0.0
    ours, theirs = (list(_in_full(side))[:_COMPARED_MAX] for side in sides)
    if not (ours and theirs):
        return 0.0
    best = max(weigh(one, other) for one in ours for other in theirs)
    return min(max(score - best, 0.0), _DOUBT)


def told(sides: tuple[Sequence[Reading], Sequence[Reading]], lost: float) -> tuple[Compared, ...]:
    """Return the line of an explanation that says so, with the longest name of each side; empty when nothing was lost."""
    if not lost:
        return ()
    ours, theirs = (max(_in_full(side), key=lambda one: (one.telling, one.name)).name for side in sides)
    return (Compared("names in full", "differ", ours, theirs),)


def _in_full(side: Sequence[Reading]) -> Iterator[Reading]:
    return (one for one in side if one.key is not None and not brief(one))


Weigh = Callable[[Reading, Reading], float]
