"""Which words of two names are tied one to one: the same sound or meaning, nearly the same, or used for each other by translators.

Each function ties what it can and takes it away from both sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz.distance import OSA

from enduse.entities.english_words import two_for_one
from enduse.entities.lexicon import near
from enduse.entities.other_words import known_elsewhere
from enduse.entities.read_words import FURTHER_PART, Word
from enduse.entities.shortening import another_letter
from enduse.entities.sides import Alignment, How, Tie, kind_of, turned_round
from enduse.entities.spelling import is_initials, nearly
from enduse.entities.two_names import known_as_two
from enduse.terms.romanising import spells

GLOSS_SURE = 0.9
_DOUBLED_SURE, _NEAR_SURE, _SPELLED_SURE, _ENDED_SURE, _SYNONYM_SURE = 0.7, 0.7, 0.97, 0.74, 0.5
_SHORT_MAX = 6
_ROMANISED = (("kh", "h"), ("ts", "c"), ("j", "i"), ("y", "i"), ("ii", "i"), ("ie", "e"), ("w", "v"))
_VOWEL = re.compile("[aeiou]")
_FOUR, _LONG_BRAND, _SLIP_SURE = 4, 6.0, 0.75


def same(found: Alignment) -> None:
    """Tie words of one sound or one meaning."""
    if not (found.left and found.right):
        return
    free = list(found.right)
    rest: list[Word] = []
    numbers: list[tuple[Word, Word, Tie]] = []
    apart = _kinds_apart(found)
    for one in found.left:
        other, how = _same(one, [it for it in free if (one.text, it.text) not in apart] if apart else free)
        if other is None:
            rest.append(one)
            continue
        free.remove(other)
        sure = 1.0 if how == "sound" or "word" not in (one.kind, other.kind) else GLOSS_SURE
        if (
            one.text != other.text
            and how == "sound"
            and (_doubled_apart(one, other) or _letters_apart(one, other) or _plural_apart(one, other))
        ):
            sure = _DOUBLED_SURE
        if how == "meaning" and one.kind == other.kind == "trade" and two_for_one(one.sound, other.sound):
            sure = _SYNONYM_SURE
        # Of one word whose letters are known on one side only the two tell no more than the known one.
        weight, kind = min((one.weight, one.kind), (other.weight, other.kind))
        if one.kind != other.kind and (
            (kinds := {one.kind, other.kind}) == {"word", "place"} or (how == "sound" and kinds == {"word", "trade"})
        ):
            # The same word, in quotation marks or behind a hyphen on one side only: it is the brand of both.
            weight, kind = max(one.weight, other.weight), "word"
        tie = Tie(one.text, other.text, kind, how, sure, weight)
        if one.kind == other.kind == "number":
            numbers.append((one, other, tie))
        found.ties.append(tie)
    if len(numbers) > 1 and not _in_order([other for _, other, _ in numbers], found.right):
        found.ties = [tie for tie in found.ties if not any(tie is it for *_, it in numbers)]
        rest = sorted(rest + [one for one, *_ in numbers], key=found.left.index)
        free = sorted(free + [other for _, other, _ in numbers], key=found.right.index)
    found.left, found.right = rest, free


def _in_order(numbers: list[Word], printed: list[Word]) -> bool:
    """Tell whether numbers stand in the order in which they are printed: 14-15 is no 15-14."""
    ahead = iter(printed)
    return all(number in ahead for number in numbers)


def _kinds_apart(found: Alignment) -> frozenset[tuple[str, str]]:
    """Return the pairs of first letters that say two kinds of company in as many words: an НПП is no НПО of the same brand."""
    ours = _spelled_in_letters(found.left)
    theirs = _spelled_in_letters(found.right) if ours else {}
    if not theirs:
        return frozenset()
    return frozenset(
        (one, other)
        for one, said in ours.items()
        for other, there in theirs.items()
        if said != there and len(said) == len(there) and one not in theirs and other not in ours
    )


def _spelled_in_letters(words: list[Word]) -> dict[str, set[str | None]]:
    """Return what first letters say that stand for several words, by the letters."""
    found: dict[str, set[str | None]] = {}
    for text, _sound, means, kind, _weight in words:
        if means is not None and len(text) <= _FOUR and kind != "place":
            found.setdefault(text, set()).add(means)
    return {text: said for text, said in found.items() if len(said) > 1}


def _same(one: Word, free: list[Word]) -> tuple[Word | None, How]:
    """Return the first word of one sound, else the first of one meaning; null where there is none."""
    sound, means = one.sound, one.means
    for other in free:
        if other.sound == sound:
            return other, "sound"
    for other in free if means is not None else ():
        if other.means == means:
            return other, "meaning"
    return None, "sound"


def _doubled_apart(one: Word, other: Word) -> bool:
    """Tell whether two short words sound alike only because doubled letters are folded.

    NIIP and NIIPP are two institutes; Kestl and Kestll are one name with a slip.
    """
    a, b = one.text, other.text
    return (
        None in (one.means, other.means)
        and is_initials(a, b)
        and len(a) != len(b)
        and max(len(a), len(b)) <= _SHORT_MAX
        and a[:1] == b[:1]
        and sorted(set(a)) == sorted(set(b))
    )


def _plural_apart(one: Word, other: Word) -> bool:
    """Tell whether two short brands sound alike only because a last s is taken for a plural: Kestro, Kestros."""
    a, b = sorted((one.text, other.text), key=len)
    return one.means is None and "brand" in (one.kind, other.kind) and len(a) < _SHORT_MAX and b == f"{a}s"


def _letters_apart(one: Word, other: Word) -> bool:
    """Tell whether two words of a few letters share their sound and not their letters, as no two ways to write Russian explain."""
    a, b = one.text, other.text
    if a == b or "brand" not in (one.kind, other.kind) or max(len(a), len(b)) > _FOUR:
        return False
    # What has no vowel is spelled letter by letter: JM is not JYM.
    return _romanised(a) != _romanised(b) or not (_VOWEL.search(a) and _VOWEL.search(b))


def _romanised(text: str) -> str:
    for one, written in _ROMANISED:
        text = text.replace(one, written)
    # First letters are spelled, words are spoken: MKS is not MCS, and TEK may be TEC.
    return text.replace("c", "k") if _VOWEL.search(text) else text


def romanised(found: Alignment, cyrillic_left: bool, spells: Callable[[str, str], bool] = spells) -> None:
    """Tie words of which one spells the other in some system of romanisation: Жолы, Joly; ЗНТЦ, ZNTC. Korean ones by `hangul.spells`."""
    cyrillic, latin = (found.left, found.right) if cyrillic_left else (found.right, found.left)
    for one in list(cyrillic):
        if one.kind == "number" or one not in cyrillic:
            continue
        other = next(
            (it for it in latin if (it.means is None or one.means is None or len(it.text) > _FOUR) and spells(it.text, one.text)), None
        )
        if other is None or other.kind == "number":
            continue
        ours, theirs = ([it for it in side if it.text == word.text] for side, word in ((cyrillic, one), (latin, other)))
        kinds = {it.kind for it in (*ours, *theirs) if it.means is not None}
        pair = turned_round(one.text, other.text, not cyrillic_left)
        sure = _SPELLED_SURE if min(len(one.text), len(other.text)) >= _FOUR else GLOSS_SURE
        weight = min(sum(it.weight for it in ours), sum(it.weight for it in theirs))
        found.ties.append(Tie(*pair, next((kind for kind in ("word", *sorted(kinds)) if kind in kinds), one.kind), "sound", sure, weight))
        cyrillic[:] = [it for it in cyrillic if it not in ours]
        latin[:] = [it for it in latin if it not in theirs]


def nearly_tied(found: Alignment, *, one_script: bool) -> None:
    """Tie words that are nearly the same: another ending, a typing mistake, an abbreviation, words written in one."""
    pairs: list[tuple[float, int, int, How]] = []
    right = list(enumerate(found.right))
    for at, one in enumerate(found.left):
        known, begun = one.means is not None, one.sound[:3]
        for to, other in right:
            if known and other.means is not None and begun != other.sound[:3]:
                continue
            alike, how = nearly(one, other)
            if one_script and how == "inflected" and one.means is None and other.means is None:
                # Only Russian gives a brand other endings, and only a translator takes them off: Vymanti, Vymantika.
                alike = min(alike, _ENDED_SURE)
            if alike:
                pairs.append((-alike, at, to, how))
    if pairs:
        _tie_pairs(found, pairs)
    _slip_beside(found)


def _tie_pairs(found: Alignment, pairs: list[tuple[float, int, int, How]]) -> None:
    """Tie pairs of words that are nearly the same, the likest first, each word once."""
    alone = not any(tie.kind in ("brand", "word") for tie in found.ties)
    pairs = [pair for pair in pairs if not _another_word(found.left[pair[1]], found.right[pair[2]], alone, pair[3])]
    used_left: set[int] = set()
    used_right: set[int] = set()
    for alike, at, to, how in sorted(pairs):
        if at in used_left or to in used_right:
            continue
        used_left.add(at)
        used_right.add(to)
        one, other = found.left[at], found.right[to]
        # What either language uses as a kind of body is no brand: центральный, Central.
        kind = "body" if one.means and other.means and "body" in (one.kind, other.kind) else kind_of(one, other)
        found.ties.append(Tie(one.text, other.text, kind, how, -alike, min(one.weight, other.weight)))
    found.left = [one for at, one in enumerate(found.left) if at not in used_left]
    found.right = [one for at, one in enumerate(found.right) if at not in used_right]


def _another_word(one: Word, other: Word, alone: bool, how: How) -> bool:
    """Tell whether a word is no known one mistyped: the only brand of its name with another letter, or near to a translation only.

    Karvo Service is not Cargo Service, and Kovyo no industry, which is kogyo in one language. Nor are two names that people bear one
    (Arslan, Aslan), nor a word of trade and another word (marine, marina), nor two common words (lime, line).
    """
    if known_as_two(one.text, other.text):
        return True
    if how != "alike":
        return False
    unknown = [it for it in (one, other) if it.means is None]
    if unknown and all(known_elsewhere(it.text) for it in unknown):
        return True
    if not another_letter(one, other):
        return False
    compound = FURTHER_PART in one.sound + other.sound
    return alone or (not compound and one.sound[:1] != other.sound[:1] and OSA.distance(one.sound, other.sound) > 1)


def _slip_beside(found: Alignment) -> None:
    """Tie two words of four letters, one of them wrong, that stand beside a long brand: Benz, Benn. Alone they are two names."""
    if not found.ties:
        return
    ours, theirs = ([one for one in side if one.kind == "brand"] for side in (found.left, found.right))
    if len(ours) != 1 or len(theirs) != 1:
        return
    one, other = ours[0], theirs[0]
    if len(one.text) != _FOUR or len(other.text) != _FOUR or (known_elsewhere(one.text) and known_elsewhere(other.text)):
        return
    if OSA.distance(one.text, other.text) > 1 or is_initials(one.text, other.text):
        return
    if sum(tie.weight for tie in found.ties if tie.kind == "brand") >= _LONG_BRAND:
        found.ties.append(Tie(one.text, other.text, "brand", "alike", _SLIP_SURE, min(one.weight, other.weight)))
        found.left.remove(one)
        found.right.remove(other)


def translated(found: Alignment) -> None:
    """Tie words that translators use for each other: technology and science, freight and logistics."""
    for one in list(found.left):
        # A word of brands is no word of trade that is near to it: «Сигнал» is not Svyaz.
        free = [it for it in found.right if (one.kind == "word") == (it.kind == "word")]
        other = next((it for it in free if one.means and it.means and (one.means, it.means) in near()), None)
        if other is not None:
            found.ties.append(Tie(one.text, other.text, kind_of(one, other), "translated", _NEAR_SURE, min(one.weight, other.weight)))
            found.left.remove(one)
            found.right.remove(other)
