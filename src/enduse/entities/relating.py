"""How the texts of two names relate: equal, spelled otherwise, one says less, or a word of each denies the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from enduse.entities.clerks_forms import NO_COMPANY, PART_MIN, all_form, form_at_an_end, form_beside, like_a_form
from enduse.entities.lexicon import english_sound, near
from enduse.entities.mending import maybe_another, mend, stands_for
from enduse.entities.once import DOUBLED, said_once
from enduse.entities.renderings import is_pinyin
from enduse.entities.spelling import umlauts_apart
from enduse.entities.texts import Text
from enduse.entities.vocabulary import BODY, BRAND, NUMBER, PLACE, TRADE, Token
from enduse.terms.territories import is_country

_ALIKE, NEARLY_FROM, _FAR = 85.0, 75.0, 60.0
_TELLING_MIN = 5
"""A brand of fewer letters (of one Chinese character) is met by chance."""
_SHORT_TELLING_MIN, _BESIDE_SHORT = 3, 2
"""A shorter brand still tells where so many words of trade and place beside it are equal as well."""
_SLIP_FROM, _SLIP_TELLING, _SLIPS_FROM = 5, 7, 12
"""One letter may be wrong in so many letters, and says who is meant in so many; two may be wrong in so many."""
_SOUNDING_MIN = 6
"""Letters of a brand from which another spelling of its sound is the same brand: Vydik and Vydijk are two."""
_BEFORE_NAMES = frozenset({"van", "von", "der", "den", "ten", "ter", "het", "del", "della", "dos", "san", "sri", "shri", "bin", "abu"})
_BEGINNING = 3
_VOWELS = re.compile("[aeiouy]")
_OWNERS = frozenset({"holding", "group"})
"""Kinds of body of which one owner has several, each under another word: Beheer, Holding, Participaties."""
_INITIALS = 2
"""What is left of a mistyped form beside its long words: s, co. Initials of one sound and other letters are another's: J., J.J."""


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
    left, right, tied = _left_over(one, other)
    exact = not any(it.kind in (BRAND, TRADE) for it, _ in tied)
    if not one.han and any(map(like_a_form, (*left, *right))):
        left, right = _without_forms(left), _without_forms(right)
        exact = False
    found = _said(left, right, exact, one, other)
    if not one.han and found < Relation.MISTYPED:
        found = _mended(left, right, found, one, other)
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


def _said(left: list[Token], right: list[Token], exact: bool, one: Text, other: Text) -> Relation:
    """Return what the words say that are left over; on neither side, they are equal."""
    if left and right:
        return _both(left, right, one, other)
    if left or right:
        return _one_sided(left or right)
    return Relation.SAME if exact else Relation.SOUND


def _mended(left: list[Token], right: list[Token], found: Relation, one: Text, other: Text) -> Relation:
    """Return how two names relate when known words that are mistyped, cut or run together are read as they were meant."""
    if len(left) == 1 and len(right) == 1 and _whole(left[0], right[0]):
        return found
    if found == Relation.CONFLICT and (_numbered(left, right) or (_stands_alone(left, right) and _stands_alone(right, left))):
        # Most pairs: no mending gives a name another number, or makes these brands answer to anything of the other name.
        return found
    mended = mend(left, right, one, other)
    again = _said(mended.left, mended.right, False, one, other)
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


def _left_over(ours: Text, theirs: Text) -> tuple[list[Token], list[Token], list[tuple[Token, Token]]]:
    """Return the words of each that answer to no equal word of the other, and the words that are equal, but not in letters."""
    # A name has few words: looking at all of them is faster than making a set of them.
    numbers = theirs.numbers
    left = [one for one, number in zip(ours.tokens, ours.numbers, strict=True) if number not in numbers]
    if len(left) == len(ours.tokens):
        right = list(theirs.tokens)
    else:
        numbers = ours.numbers
        right = [one for one, number in zip(theirs.tokens, theirs.numbers, strict=True) if number not in numbers]
    tied: list[tuple[Token, Token]] = []
    # Most pairs share no word more: that is seen without looking at each word beside each.
    if not left or not right or (len(left) == len(right) == 1 and not _equal(left[0], right[0])):
        return left, right, tied
    if {one.sound for one in right}.intersection([one.sound for one in left]):
        _tie(left, right, "sound", tied)
    if {one.means for one in right if one.means is not None}.intersection([one.means for one in left]):
        _tie(left, right, "means", tied)
    return left, right, tied


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
            elif ours.kind == TRADE and (one.han or (english_sound(ours.sound) and english_sound(theirs.sound))):
                # Two words of one language for one trade: no translator stands between them.
                most = min(most, Relation.SPELLED)
    return most


def _abbreviates(one: str, other: str) -> bool:
    """Tell whether one of two words has the other's consonants, or some of them in their order: hldgs, holdings; grup, group."""
    short, long = sorted((_VOWELS.sub("", one), _VOWELS.sub("", other)), key=len)
    letters = iter(long)
    return one[0] == other[0] and len(short) > _INITIALS and all(letter in letters for letter in short)


def _equal(one: Token, other: Token) -> bool:
    return one.sound == other.sound or (one.means is not None and one.means == other.means)


def _tie(left: list[Token], right: list[Token], by: str, tied: list[tuple[Token, Token]]) -> None:
    """Take from both sides each word that has its equal on the other, and note the two."""
    for one in list(left):
        value = getattr(one, by)
        found = next((it for it in right if getattr(it, by) == value), None) if value is not None else None
        if found is not None:
            left.remove(one)
            right.remove(found)
            tied.append((one, found))


def _one_sided(words: list[Token]) -> Relation:
    kinds = {one.kind for one in words}
    if NUMBER in kinds:
        return Relation.CONFLICT
    if BRAND in kinds:
        return Relation.MORE
    # A group or a holding is another company than the one it is named after; 'number' and 'limited' say nothing.
    return Relation.SOUND if kinds == {BODY} and all(one.means in NO_COMPANY for one in words) else Relation.LESS


def _both(left: list[Token], right: list[Token], one: Text, other: Text) -> Relation:
    """Return what the words that differ say; they stand on both sides."""
    ours, theirs = _run_together(left, one), _run_together(right, other)
    # II and II run together as III and I do.
    counted = all(any(it.kind == NUMBER for it in side) for side in (left, right))
    if (ours == theirs and not counted) or form_beside(ours, theirs):
        return Relation.SOUND
    our_brand, their_brand = _brand_of(left), _brand_of(right)
    if our_brand is None or their_brand is None:
        return Relation.CONFLICT
    shorter = min(len(ours), len(theirs))
    ratio = fuzz.ratio(ours, theirs, score_cutoff=NEARLY_FROM)
    if ratio and our_brand and their_brand and umlauts_apart(ours, theirs):
        # Who has no ü prints ue, or u.
        return Relation.SLIP if shorter >= _SLIP_TELLING else Relation.SPELLED
    if not ratio and shorter >= _SLIP_FROM and our_brand and their_brand and not fuzz.ratio(our_brand, their_brand, score_cutoff=_ALIKE):
        # Most pairs: nothing is alike. One letter's difference in five would be more than NEARLY_FROM.
        return Relation.CONFLICT
    known = [all(it.kind != BRAND or it.means for it in side) for side in (left, right)]
    slips = OSA.distance(ours, theirs, score_cutoff=2)
    if slips == 1 and shorter >= _SLIP_FROM:
        # A known word against an unknown one a letter away: the unknown one is the known one mistyped.
        if known[0] != known[1]:
            return Relation.SPELLED if _another_word(left, right) else Relation.MISTYPED
        # Of two words in well-formed Chinese syllables neither is the other mistyped.
        if _in_syllables(left, right):
            return Relation.NEARLY
        if known[0] and _apart(left, right):
            return Relation.CONFLICT
        # Another letter makes another name (Sinopec, Sinotec); lost, added and swapped ones seldom do, but for the first of a name.
        swapped = sorted(ours) == sorted(theirs) or len(ours) != len(theirs)
        return Relation.SLIP if swapped and ours[0] == theirs[0] and shorter >= _SLIP_TELLING else Relation.SPELLED
    if ratio < _ALIKE and _apart(left, right):
        return Relation.CONFLICT
    if shorter < 3:
        return Relation.CONFLICT if shorter > 1 else Relation.MORE
    if slips == 2 and shorter >= _SLIPS_FROM:
        return Relation.MISTYPED if known[0] != known[1] else Relation.SPELLED
    if ratio >= _ALIKE and _spelled_otherwise(left, right):
        return Relation.SPELLED
    if ratio >= NEARLY_FROM:
        return Relation.NEARLY
    if our_brand and their_brand:
        return Relation.NEARLY if fuzz.ratio(our_brand, their_brand) >= _ALIKE else Relation.CONFLICT
    return Relation.MORE if our_brand or their_brand else Relation.LESS


def _brand_of(words: list[Token]) -> str | None:
    """Return the brand among the words as it sounds; null when one of them is a number."""
    brand = ""
    for it in words:
        if it.kind == NUMBER:
            return None
        if it.kind == BRAND:
            brand += it.sound
    return brand


def _another_word(left: list[Token], right: list[Token]) -> bool:
    """Tell whether of two words, one of which is known, the other may be a word of its own."""
    if len(left) != 1 or len(right) != 1:
        return False
    return maybe_another(left[0], right[0]) if left[0].means is None else maybe_another(right[0], left[0])


def _in_syllables(left: list[Token], right: list[Token]) -> bool:
    return all(is_pinyin(one.sound) for one in (*left, *right))


def _apart(left: list[Token], right: list[Token]) -> bool:
    """Tell whether places or lines of business stand on both sides and none translates the other."""
    for kind in (PLACE, TRADE):
        here, there = ([it for it in side if it.kind == kind] for side in (left, right))
        if here and there and not _translated(here, there):
            return True
    return False


def _spelled_otherwise(left: list[Token], right: list[Token]) -> bool:
    """Tell whether each word that differs is alike to one of the other side: not two brands before one long ending."""
    short, long = sorted((left, right), key=len)
    return all(max(fuzz.ratio(one.sound, it.sound) for it in long) >= _ALIKE for one in short)


def _run_together(words: list[Token], text: Text) -> str:
    """Return the sounds of some words of a text in printed order and in one piece."""
    if len(words) == 1:
        number = words[0].number
        return "".join([one.sound for one in text.printed if one.number == number]) or words[0].sound
    numbers = {one.number for one in words}
    if min(numbers) < 0:
        # Words that were mended are in no name as they are.
        return "".join([one.sound for one in words])
    return "".join([one.sound for one in text.printed if one.number in numbers])


def _translated(here: list[Token], there: list[Token]) -> bool:
    pairs = near()
    return all(any((one.means, it.means) in pairs or _shares(one, it) for it in there) for one in here)


def _shares(one: Token, other: Token) -> bool:
    """Tell whether two words of several meanings have one in common: electronic technology, electronics."""
    return bool(set((one.means or "").split()) & set((other.means or "").split()))
