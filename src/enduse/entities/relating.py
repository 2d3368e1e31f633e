"""How the texts of two names relate: equal, spelled otherwise, one says less, or a word of each denies the other."""

from __future__ import annotations

from enum import IntEnum

from rapidfuzz import fuzz

from enduse.entities.lexicon import near
from enduse.entities.texts import BODY, BRAND, NUMBER, PLACE, TRADE, Text, Token

_ALIKE, _NEARLY = 85.0, 75.0
_TELLING_MIN = 5
"""A brand of fewer letters (of one Chinese character) is met by chance."""


class Relation(IntEnum):
    """How two names relate, the closest last."""

    CONFLICT = 0
    """A number, place, line of business or telling word of each denies the other."""
    UNKNOWN = 1
    """Written in two scripts, or too short to tell."""
    WEAK = 2
    """Nearly equal, but too little in the names tells companies apart."""
    MORE = 3
    """One has a telling word more."""
    NEARLY = 4
    """What differs is somewhat alike."""
    LESS = 5
    """One says less: a line of business or a place is missing."""
    SPELLED = 6
    """What differs is a mistype or another spelling."""
    SOUND = 7
    """Equal by sound or meaning, word by word."""
    SAME = 8


WORDS = {
    Relation.CONFLICT: "names deny each other", Relation.UNKNOWN: "names do not tell",
    Relation.WEAK: "short or generic names, nearly equal", Relation.MORE: "one name says more",
    Relation.NEARLY: "names somewhat alike", Relation.LESS: "one name says less", Relation.SPELLED: "names spelled otherwise",
    Relation.SOUND: "names sound or mean the same", Relation.SAME: "same name but for notes and forms",
}  # fmt: skip


def relate(one: Text, other: Text) -> Relation:
    """Return how two texts relate; the same whichever comes first."""
    if one.han != other.han:
        return Relation.UNKNOWN
    left, right, exact = _left_over(one.tokens, other.tokens)
    if min(one.telling, other.telling) < _TELLING_MIN:
        found = _both(left, right) if left and right else Relation.SAME
        alike = found is Relation.SPELLED or not (left or right)
        return Relation.WEAK if alike else Relation.UNKNOWN
    if not left and not right:
        return Relation.SAME if exact else Relation.SOUND
    if not left or not right:
        return _one_sided(left or right)
    return _both(left, right)


def _left_over(ours: tuple[Token, ...], theirs: tuple[Token, ...]) -> tuple[list[Token], list[Token], bool]:
    """Return the words of each that answer to no equal word of the other, and whether the rest is equal letter by letter."""
    numbers = {one.number for one in ours} & {one.number for one in theirs}
    left = [one for one in ours if one.number not in numbers]
    right = [one for one in theirs if one.number not in numbers]
    exact = True
    for by in ("sound", "means"):
        for one in list(left):
            value = getattr(one, by)
            found = next((it for it in right if getattr(it, by) == value), None) if value is not None else None
            if found is not None:
                left.remove(one)
                right.remove(found)
                exact = exact and one.kind != BRAND
    return left, right, exact


def _one_sided(words: list[Token]) -> Relation:
    kinds = {one.kind for one in words}
    if NUMBER in kinds:
        return Relation.CONFLICT
    if BRAND in kinds:
        return Relation.MORE
    return Relation.SOUND if kinds == {BODY} else Relation.LESS


def _both(left: list[Token], right: list[Token]) -> Relation:
    """Return what the words that differ say; they stand on both sides."""
    ours, theirs = "".join(one.sound for one in left), "".join(one.sound for one in right)
    counted = [sorted(one.sound for one in side if one.kind == NUMBER) for side in (left, right)]
    if counted[0] or counted[1]:
        return Relation.SPELLED if ours == theirs else Relation.CONFLICT
    ratio = max(fuzz.ratio(ours, theirs), fuzz.ratio("".join(_printed(left)), "".join(_printed(right))))
    for kind in (PLACE, TRADE):
        here, there = ([one for one in side if one.kind == kind] for side in (left, right))
        if here and there and not _translated(here, there) and ratio < _ALIKE:
            return Relation.CONFLICT
    shorter = min(len(ours), len(theirs))
    if shorter < 3:
        return Relation.CONFLICT if shorter > 1 else Relation.MORE
    if ratio >= _ALIKE or _one_slip(ours, theirs):
        return Relation.SPELLED
    if ratio >= _NEARLY:
        return Relation.NEARLY
    brands = [[one for one in side if one.kind == BRAND] for side in (left, right)]
    if brands[0] and brands[1]:
        alike = fuzz.ratio("".join(one.sound for one in brands[0]), "".join(one.sound for one in brands[1]))
        return Relation.NEARLY if alike >= _ALIKE else Relation.CONFLICT
    return Relation.MORE if brands[0] or brands[1] else Relation.LESS


def _printed(words: list[Token]) -> list[str]:
    return [one.sound for one in sorted(words, key=lambda one: one.number)]


def _one_slip(ours: str, theirs: str) -> bool:
    """Tell whether one letter of a word of five and more is wrong, lost, added or has changed places."""
    if min(len(ours), len(theirs)) < 5 or abs(len(ours) - len(theirs)) > 1:
        return False
    if len(ours) == len(theirs):
        wrong = [at for at, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
        if len(wrong) == 1:
            return True
        return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and ours[wrong[0]] == theirs[wrong[1]] and ours[wrong[1]] == theirs[wrong[0]]
    short, long = sorted((ours, theirs), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _translated(here: list[Token], there: list[Token]) -> bool:
    pairs = near()
    return all(any((one.means, it.means) in pairs or _shares(one, it) for it in there) for one in here)


def _shares(one: Token, other: Token) -> bool:
    """Tell whether two words of several meanings have one in common: electronic technology, electronics."""
    return bool(set((one.means or "").split()) & set((other.means or "").split()))
