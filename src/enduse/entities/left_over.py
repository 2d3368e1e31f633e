"""Words of two names that have no equal in the other one: which they are, and how the names relate by what these words say."""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from enduse.entities.clerks_forms import NO_COMPANY, form_beside
from enduse.entities.lexicon import near
from enduse.entities.mending import maybe_another
from enduse.entities.relation import Relation
from enduse.entities.renderings import is_pinyin
from enduse.entities.spelling import umlauts_apart
from enduse.entities.text import Text
from enduse.entities.vocabulary import BODY, BRAND, NUMBER, PLACE, TRADE, Token

_ALIKE, NEARLY_FROM = 85.0, 75.0
"""How alike words that differ are, in letters (0 to 100), which may be spellings of each other, and which are somewhat alike."""
_SLIP_FROM, _SLIP_TELLING, _SLIPS_FROM = 5, 7, 12
"""One letter may be wrong in so many letters, and says who is meant in so many; two may be wrong in so many."""


def said_by(left: list[Token], right: list[Token], exact: bool, one: Text, other: Text) -> Relation:
    """Return what the words say that are left over; on neither side, they are equal."""
    if left and right:
        return _both(left, right, one, other)
    if left or right:
        return _one_sided(left or right)
    return Relation.SAME if exact else Relation.SOUND


def left_over(ours: Text, theirs: Text) -> tuple[list[Token], list[Token], list[tuple[Token, Token]]]:
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
