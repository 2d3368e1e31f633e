"""How the texts of two names relate: equal, spelled otherwise, one says less, or a word of each denies the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from enduse.entities.clerks_forms import PART_MIN, all_form, form_at_an_end, like_a_form
from enduse.entities.english_words import two_for_one
from enduse.entities.form_or_brand import OF_FAMILIES
from enduse.entities.left_over import left_over, said_by
from enduse.entities.mending import mend, stands_for
from enduse.entities.once import DOUBLED, said_once
from enduse.entities.relation import Relation
from enduse.entities.text import Text, fixed_words
from enduse.entities.vocabulary import BODY, BRAND, NUMBER, PLACE, TRADE, Token
from enduse.terms.territories import is_country

_FAR = 60.0
"""A word less alike to another than this (0 to 100) is no mistype of it."""
_TELLING_MIN = 5
"""A brand of fewer letters (of one Chinese character) is met by chance."""
_SHORT_TELLING_MIN, _BESIDE_SHORT = 3, 2
"""A shorter brand still tells where so many words of trade and place beside it are equal as well."""
_SOUNDING_MIN = 6
"""Letters of a brand from which another spelling of its sound is the same brand: Vydik and Vydijk are two."""
_BEFORE_NAMES = OF_FAMILIES | {"del", "della", "dos", "san", "sri", "shri", "bin", "abu"}
_BEGINNING = 3
_VOWELS = re.compile("[aeiouy]")
_OWNERS = frozenset({"holding", "group"})
"""Kinds of body of which one owner has several, each under another word: Beheer, Holding, Participaties."""
_INITIALS = 2
"""What is left of a mistyped form beside its long words: s, co. Initials of one sound and other letters are another's: J., J.J."""


def relate(one: Text, other: Text) -> Relation:
    """Return how two texts relate. Where words may be mended in two ways the first one holds: `Related` asks in one order."""
    if one.han != other.han:
        return Relation.UNKNOWN
    found = _relate(one, other)
    if found >= Relation.PLACED or not (one.behind or other.behind) or _elsewhere(one, other):
        return found
    alone = _relate(one.name_alone, other.name_alone)
    if alone >= Relation.MISTYPED:
        return Relation.PLACED
    return alone if alone == Relation.SHORT else found


def _elsewhere(one: Text, other: Text) -> bool:
    """Tell whether two texts name two countries or two cities behind their names: Kestrel LLC, Perm; Kestrel LLC, Kazan."""
    if not (one.behind and other.behind):
        return False
    countries = [is_country(text.printed[-1].means or "") for text in (one, other)]
    return countries[0] == countries[1]


def _relate(one: Text, other: Text) -> Relation:
    left, right, tied = left_over(one, other)
    exact = not any(it.kind in (BRAND, TRADE) for it, _ in tied)
    if not one.han and any(map(like_a_form, (*left, *right))):
        left, right = _without_forms(left), _without_forms(right)
        exact = False
    found = said_by(left, right, exact, one, other)
    if not one.han and found < Relation.MISTYPED:
        found = _mended(left, right, found, one, other)
    if (turned := _turned(one, other)) is not None:
        return min(found, turned)
    most = _at_most(tied, one, other)
    sounding = found >= Relation.MISTYPED and most == Relation.SPELLED
    found = min(found, most)
    if one.han and found < Relation.SPELLED and (undoubled := _undoubled(one, other)) is not None:
        found = undoubled
    equal = sounding or found >= Relation.MISTYPED
    if Relation.SLIP <= found < Relation.SAME and not one.han:
        rare = min(_rare(one), _rare(other))
        if rare < _SHORT_TELLING_MIN or (rare < _TELLING_MIN and _beside(one, other) < _BESIDE_SHORT):
            # Spelled otherwise, and no rare word that would say who is meant: Phoenix Electronics, JSC Compel.
            found = Relation.SPELLED
    telling = min(one.telling, other.telling)
    if telling >= _TELLING_MIN:
        return found
    if found >= Relation.MISTYPED and telling >= _SHORT_TELLING_MIN and _beside(one, other) >= _BESIDE_SHORT:
        return found
    if equal:
        return Relation.SHORT
    return Relation.WEAK if found >= Relation.SPELLED else Relation.UNKNOWN


def _turned(one: Text, other: Text) -> Relation | None:
    """Return the closest that two texts relate which are the same words in another order; null where no order is needed.

    Numbers and initials in another order are others. Where all words are of trade the order is the brand, and says little.
    """
    if one.han or one.numbers != other.numbers or one.printed == other.printed:
        return None
    ours, theirs = ([it.number for it in fixed_words(text.printed)] for text in (one, other))
    if ours == theirs:
        return None
    return Relation.SHORT if len(ours) == len(one.printed) else Relation.CONFLICT


def _mended(left: list[Token], right: list[Token], found: Relation, one: Text, other: Text) -> Relation:
    """Return how two names relate when known words that are mistyped, cut or run together are read as they were meant."""
    if len(left) == 1 and len(right) == 1 and _whole(left[0], right[0]):
        return found
    if found == Relation.CONFLICT and (_numbered(left, right) or (_stands_alone(left, right) and _stands_alone(right, left))):
        # Most pairs: no mending gives a name another number, or makes these brands answer to anything of the other name.
        return found
    mended = mend(left, right, one, other)
    again = said_by(mended.left, mended.right, False, one, other)
    if mended.doubtful:
        again = min(again, Relation.SPELLED)
    elif mended.mistyped:
        again = min(again, Relation.MISTYPED)
    # Brands that deny each other still do when a trade beside them is alike.
    return max(found, again) if found >= Relation.SPELLED else again


def _whole(one: Token, other: Token) -> bool:
    """Tell whether nothing of two words can be mended: both known, or both brands in letters of which none holds the other or a form."""
    if one.means is not None and other.means is not None:
        return " " not in one.means + other.means
    return (
        one.means is None
        and other.means is None
        and one.sound not in other.sound
        and other.sound not in one.sound
        and unmended(one)
        and unmended(other)
    )


def unmended(one: Token) -> bool:
    """Tell whether an unknown word is long enough to tell who is meant, and neither a legal form nor one with a number written onto it."""
    return len(one.sound) >= _TELLING_MIN and one.sound.isalpha() and not all_form(one.sound)


def _numbered(left: list[Token], right: list[Token]) -> bool:
    """Tell whether a number is left over, and no digit is written onto another word."""
    words = (*left, *right)
    return NUMBER in [it.kind for it in words] and all(it.kind == NUMBER or it.sound.isalpha() for it in words)


def _stands_alone(words: list[Token], others: list[Token]) -> bool:
    """Tell whether some brand word is nothing that the other words say, neither whole, nor in part, nor mistyped."""
    for one in words:
        if one.kind == BRAND and len(one.sound) >= _TELLING_MIN and one.sound.isalpha() and not form_at_an_end(one.sound):
            for it in others:
                if _may_be(one, it):
                    break
            else:
                return True
    return False


@lru_cache(maxsize=200_000)
def _may_be(one: Token, other: Token) -> bool:
    """Tell whether mending may make a brand word out of another word, or out of a part of it, or it out of the brand word."""
    ours, theirs = one.sound, other.sound
    if ours in theirs or (len(theirs) >= PART_MIN and theirs in ours) or fuzz.ratio(ours, theirs, score_cutoff=_FAR):
        return True
    if one.means is None:
        return stands_for(ours, other)
    return other.means is not None and one.means in other.means.split()


def _rare(text: Text) -> int:
    """Return the letters of brand words that no lexicon knows, without those that stand before family names; 0 for a name of one word."""
    words = letters = 0
    for it in text.tokens:
        if it.kind == BRAND:
            words += 1
            if it.means is None and it.sound not in _BEFORE_NAMES:
                letters += len(it.sound)
        elif it.kind != BODY:
            words += 1
    return letters if words > 1 else 0


def _undoubled(one: Text, other: Text) -> Relation | None:
    """Return how two Chinese texts relate of which one has a character typed twice; null when that is not all that differs."""
    said = said_once(one.joined)
    if sorted(said) != sorted(said_once(other.joined)):
        return None
    brands = {what for kind, what in said if kind == "brand"}
    doubled = {it.sound for text in (one, other) for it in text.tokens if it.kind == BRAND and DOUBLED.search(it.sound)}
    return Relation.SLIP if any(DOUBLED.sub(r"\1", brand) in brands for brand in doubled) else Relation.MISTYPED


def _beside(one: Text, other: Text) -> int:
    """Return how many words of trade and place stand in the shorter of two texts."""
    return min(sum([it.kind in (TRADE, PLACE) for it in text.tokens]) for text in (one, other))


def _without_forms(words: list[Token]) -> list[Token]:
    return [it for it in words if not like_a_form(it) and (it.kind == NUMBER or len(it.sound) > _INITIALS)]


def unlike(texts: Iterable[Text], steps: Sequence[int], related: Callable[[Text, Text], int] | None = None) -> int:
    """Return how many texts there are when those that only a mistype or a spelling parts count once.

    Counted only until it is certain which of the ascending `steps` are exceeded: what is returned exceeds the same ones. `related` may
    know how two of them relate.
    """
    related = related or relate
    ordered = sorted(texts, key=lambda one: (-len(one.letters), one.letters, one.joined))
    leaders: list[Text] = []
    for at, text in enumerate(ordered):
        if bisect_left(steps, len(leaders)) == bisect_left(steps, len(leaders) + len(ordered) - at):
            break
        if not any(related(text, one) >= Relation.SPELLED for one in leaders):
            leaders.append(text)
    return len(leaders)


def _at_most(tied: Iterable[tuple[Token, Token]], one: Text, other: Text) -> Relation:
    """Return the closest that two texts relate of which some words are equal by sound or meaning, and not in letters."""
    most = Relation.SAME
    for ours, theirs in tied:
        same_sound = ours.sound == theirs.sound
        if ours.kind == BRAND and not same_sound:
            most = min(most, Relation.RENDERED)
        elif ours.kind == BRAND and not one.han and (len(ours.sound) <= _INITIALS or min(_rare(one), _rare(other)) < _SOUNDING_MIN):
            most = min(most, Relation.SPELLED)
        elif not same_sound and ours.sound[:_BEGINNING] != theirs.sound[:_BEGINNING]:
            if ours.kind == BODY and ours.means in _OWNERS:
                most = min(most, Relation.SOUND if _abbreviates(ours.sound, theirs.sound) else Relation.LESS)
            elif ours.kind == TRADE and (one.han or two_for_one(ours.sound, theirs.sound)):
                # Two words of one language for one trade: no translator stands between them.
                most = min(most, Relation.SPELLED)
    return most


def _abbreviates(one: str, other: str) -> bool:
    """Tell whether one of two words has the other's consonants, or some of them in their order: hldgs, holdings; grup, group."""
    short, long = sorted((_VOWELS.sub("", one), _VOWELS.sub("", other)), key=len)
    letters = iter(long)
    return one[0] == other[0] and len(short) > _INITIALS and all(letter in letters for letter in short)
