"""Names in brackets behind another name: an alias, which tells less than a name of its own, or what parts two sisters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enduse.entities.aligning import align
from enduse.entities.in_full import brief
from enduse.entities.outcomes import Compared
from enduse.entities.reading import Reading, in_brackets, readings

_DIFFER = 6.0
"""What names lose that are one but for their brackets: as much as for two cities or two numbers, which brackets often hold."""
Asides = Mapping[str, tuple[Reading, ...]]
"""By a name what stands in brackets behind it; names that stand without brackets too are left out."""


def asides(names: Iterable[str]) -> Asides:
    """Return what stands in brackets behind each name that is never printed without.

    >>> {name: [one.name for one in found] for name, found in asides(["Kestrel Works (Vymysel)", "Osprey (Obrazets)", "Osprey"]).items()}
    {'Kestrel Works': ['Vymysel']}
    """
    found: dict[str, tuple[Reading, ...]] = {}
    bare: set[str] = set()
    for name in names:
        if bracketed := in_brackets(name):
            outside, inside = bracketed
            found[outside.name] = (*found.get(outside.name, ()), inside)
        else:
            bare.update(one.name for one in readings(name))
    return {name: inside for name, inside in found.items() if name not in bare}


def less(left: Asides, right: Asides, ours: Reading, theirs: Reading) -> float:
    """Return what the score of two names loses because what stands in brackets behind each is another."""
    return _DIFFER if told(left, right, ours, theirs) else 0.0


def told(left: Asides, right: Asides, ours: Reading, theirs: Reading) -> tuple[Compared, ...]:
    """Return the line of an explanation with the brackets that tell two names apart: Kestrel (North Yard), Kestrel (South Quay).

    Empty where one name has none, where anything in them agrees, and where one is first letters or in another script.
    """
    here, there = left.get(ours.name, ()), right.get(theirs.name, ())
    for one in here:
        for other in there:
            if brief(one) or brief(other) or one.script != other.script or align(one, other).ties:
                return ()
    return (Compared("names in brackets", "differ", here[0].name, there[0].name),) if here and there else ()
