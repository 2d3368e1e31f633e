"""How the texts of two names may relate, from denying each other to equal, and the words for it."""

from __future__ import annotations

from enum import IntEnum


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
    SHORT = 6
    """Equal by sound or meaning, or but for a known word mistyped; too short or too generic to say who is meant."""
    SPELLED = 7
    """Another letter stands in a brand, or two in a long one, or it may be another spelling."""
    PLACED = 8
    """Equal but for a place behind one of them that says where the company is, or behind each: a country and a city."""
    SLIP = 9
    """A letter of a brand is lost, added or has changed places."""
    RENDERED = 10
    """One may translate the Chinese name that the other spells, or spells several."""
    MEANT = 11
    """In two scripts: every word answers, some of the brand by what it means."""
    HEARD = 12
    """In two scripts: every word answers, the brand by its sound."""
    MISTYPED = 13
    """The brand is equal; a letter of a known word (a trade, a place, a legal form) differs, or it is cut short."""
    SOUND = 14
    """Equal by sound or meaning, word by word, or but for a space."""
    SAME = 15


WORDS = {
    Relation.CONFLICT: "names deny each other", Relation.UNKNOWN: "names do not tell",
    Relation.WEAK: "short or generic names, nearly equal", Relation.MORE: "one name says more",
    Relation.NEARLY: "names somewhat alike", Relation.LESS: "one name says less", Relation.SPELLED: "names spelled otherwise",
    Relation.SHORT: "short or generic names, equal",
    Relation.PLACED: "same name but for the place behind it",
    Relation.SLIP: "names differ by one letter", Relation.RENDERED: "one name may translate the other",
    Relation.MEANT: "names in two scripts mean and sound the same", Relation.HEARD: "names in two scripts sound the same",
    Relation.MISTYPED: "same brand, another word mistyped", Relation.SOUND: "names sound or mean the same",
    Relation.SAME: "same name but for notes and forms",
}  # fmt: skip
