"""Which words of two names answer to each other, and by what: the same letters, sound, meaning, initials, or nearly so.

Names in Latin and Cyrillic letters are aligned word by word. A Chinese name has no words apart: words of the other name are
found in it as stretches of characters, by pinyin or by gloss, each character answering to one word only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from enduse.entities import chinese
from enduse.entities.chinese import Span, glossed
from enduse.entities.hearing import PINYIN, SYLLABLES, heard, told_by
from enduse.entities.lexicon import near
from enduse.entities.reading import SYLLABLE, Brand, Reading, Word, brand_stem
from enduse.entities.shortening import glued, initials, mistyped, syllables
from enduse.terms.sounds import coarse

How = Literal["sound", "meaning", "inflected", "joined", "alike", "abbreviated", "initials", "pinyin", "gloss", "characters", "translated"]
_ALIKE_MIN = 0.72
_SLIPS_SHORT, _SLIPS, _SLIPS_LONG = 1.0, 2.0, 3.0
_SHORT_MAX, _LONG_MIN = 6, 11
"""Letters up to which a word bears one slip, and from which it bears three."""
_INITIALS_SURE, _SYLLABLES_SURE, _JOINED_SURE, _DOUBLED_SURE, _NEAR_SURE = 0.7, 0.9, 0.97, 0.7, 0.7
_ROOT_MIN, _CUT_MIN, _SCHEME_MIN = 4, 5, 5
_INITIALS_MAX = 8
# Words of trade that brands end with, as they sound.
_ENDS = (
    "komplekt",
    "pribor",
    "eksport",
    "invest",
    "servis",
    "impeks",
    "trans",
    "stroi",
    "bank",
    "prom",
    "snab",
    "torg",
    "neft",
    "mash",
    "teh",
    "gaz",
)
_VOWELS = re.compile("[aeiouy]")
# What may follow a common root: Russian endings and adjectives of places (Дубна / Дубненский, Казань / Казанский).
_TAIL = re.compile(
    r"^(?:ia|ie|iu|[aoeiu])?$|^(?:in|en|an|ov|ev|n|i|e|a|o)?s?k(?:i|a|aia|oi|oie|ogo|om|im|ih|oe)?$|^n?(?:i|aia|oi|oie|oe|ogo|om|im|ih|ov|ami|am|ei)$|^n$"
)
_GLOSS_SURE, _PINYIN_SURE = 0.9, 1.0
_HOMOPHONES_MAX, _HOMOPHONES = 2, 1.5
"""Characters of a brand up to which many companies' brands sound alike, and what of their sound that takes off."""


class Tie(NamedTuple):
    """Words of the two names that answer to each other: as printed, of which kind, by what, how alike (0 to 1), how telling."""

    left: str
    right: str
    kind: str
    how: How
    alike: float
    weight: float


@dataclass
class Alignment:
    """The ties of two names, and the words of each that answer to nothing."""

    ties: list[Tie] = field(default_factory=list)
    left: list[Word] = field(default_factory=list)
    right: list[Word] = field(default_factory=list)


@lru_cache(maxsize=1024)
def align(left: Reading, right: Reading) -> Alignment:
    """Return how two names answer to each other; the same whichever is first, but for the sides."""
    if left.brands and right.brands:
        return _characters(left, right)
    if left.brands:
        return _stretches(left, right)
    if right.brands:
        return _turned(_stretches(right, left))
    found = Alignment(left=list(left.words), right=list(right.words))
    _same(found)
    if found.left and found.right:
        _joined(found)
        _shortened(found)
        _nearly(found)
        if left.script != right.script:
            _translated(found)
    return found


def _shortened(found: Alignment) -> None:
    """Tie words that are made of the other's first letters or syllables, and words written onto another word."""
    for turned in (False, True):
        first, second = (found.right, found.left) if turned else (found.left, found.right)
        for one in [word for word in first if word.means is None and word.kind == "brand"]:
            how: How = "initials"
            run, sure = initials(one, second), _INITIALS_SURE
            if not run:
                how, run, sure = "abbreviated", syllables(one, second), _SYLLABLES_SURE
            if run:
                text = " ".join(word.text for word in run)
                found.ties.append(_tie(one.text, text, turned, "brand", how, sure, one.weight))
                first.remove(one)
                for word in run:
                    second.remove(word)
                continue
            for other in second if not any(mistyped(one, other) for other in second) else ():
                if (rest := glued(one, other)) is not None:
                    found.ties.append(_tie(one.text, other.text, turned, other.kind, "joined", _JOINED_SURE, other.weight))
                    first[first.index(one)] = rest
                    second.remove(other)
                    break


def _tie(left: str, right: str, turned: bool, kind: str, how: How, alike: float, weight: float) -> Tie:
    return Tie(right, left, kind, how, alike, weight) if turned else Tie(left, right, kind, how, alike, weight)


def _translated(found: Alignment) -> None:
    """Tie words that translators use for each other: technology and science, freight and logistics."""
    for one in list(found.left):
        other = next((it for it in found.right if one.means and it.means and (one.means, it.means) in near()), None)
        if other is not None:
            found.ties.append(Tie(one.text, other.text, _kind(one, other), "translated", _NEAR_SURE, min(one.weight, other.weight)))
            found.left.remove(one)
            found.right.remove(other)


def _turned(found: Alignment) -> Alignment:
    return Alignment([Tie(one.right, one.left, *one[2:]) for one in found.ties], found.right, found.left)


def _same(found: Alignment) -> None:
    """Tie words of one sound or one meaning."""
    if not (found.left and found.right):
        return
    free = list(found.right)
    rest: list[Word] = []
    for one in found.left:
        other = next((it for it in free if it.sound == one.sound), None)
        how: How = "sound"
        if other is None and one.means is not None:
            other = next((it for it in free if it.means == one.means), None)
            how = "meaning"
        if other is None:
            rest.append(one)
            continue
        free.remove(other)
        sure = 1.0 if how == "sound" or one.kind != "word" else _GLOSS_SURE
        if how == "sound" and _doubled_apart(one, other):
            sure = _DOUBLED_SURE
        found.ties.append(Tie(one.text, other.text, one.kind, how, sure, min(one.weight, other.weight)))
    found.left, found.right = rest, free


def _doubled_apart(one: Word, other: Word) -> bool:
    """Tell whether two short words sound alike only because doubled letters are folded: NIIP and NIIPP are two institutes."""
    a, b = one.text, other.text
    return (
        one.means is None and len(a) != len(b) and max(len(a), len(b)) <= _SHORT_MAX and a[:1] == b[:1] and sorted(set(a)) == sorted(set(b))
    )


def _nearly(found: Alignment) -> None:
    """Tie words that are nearly the same: another ending, a typing mistake, an abbreviation, words written in one."""
    pairs: list[tuple[float, int, int, How]] = []
    for at, one in enumerate(found.left):
        for to, other in enumerate(found.right):
            alike, how = nearly(one, other)
            if alike:
                pairs.append((-alike, at, to, how))
    used_left: set[int] = set()
    used_right: set[int] = set()
    for alike, at, to, how in sorted(pairs):
        if at in used_left or to in used_right:
            continue
        used_left.add(at)
        used_right.add(to)
        one, other = found.left[at], found.right[to]
        found.ties.append(Tie(one.text, other.text, _kind(one, other), how, -alike, min(one.weight, other.weight)))
    found.left = [one for at, one in enumerate(found.left) if at not in used_left]
    found.right = [one for at, one in enumerate(found.right) if at not in used_right]


def nearly(one: Word, other: Word) -> tuple[float, How]:
    """Return how alike two words that are not the same are (0: not at all), and in what way."""
    if "number" in (one.kind, other.kind):
        return 0.0, "alike"
    a, b = one.sound, other.sound
    shorter = min(len(a), len(b))
    if shorter >= _ROOT_MIN and a[:3] == b[:3] and _inflected(a, b):
        return 0.92, "inflected"
    if shorter >= _SCHEME_MIN and coarse(a) == coarse(b):
        return 0.95, "alike"
    if one.means is not None and other.means is not None:
        return 0.0, "alike"
    if (one.means or other.means) and (mistyped(one, other) or mistyped(other, one)):
        return 0.9, "alike"
    if shorter < 3:
        return 0.0, "alike"
    if a.startswith(b) or b.startswith(a):
        # An abbreviated word of trade; a brand cut short must keep most of its letters: VNIIR and VNIIRA are two.
        if one.means or other.means:
            return 0.75 if shorter >= _ROOT_MIN else 0.6, "abbreviated"
        if shorter >= _CUT_MIN and 3 * shorter >= 2 * max(len(a), len(b)):
            return 0.85, "abbreviated"
    return _spelled_alike(one, other), "alike"


@lru_cache(maxsize=200_000)
def _spelled_alike(one: Word, other: Word) -> float:
    """Return how alike two words are in sound and letters, 0 below what a slip explains; a wrong vowel is half a slip."""
    a, b = _without_shared_end(one.sound, other.sound)
    longer = max(len(a), len(b))
    if _is_initials(one.text) or _is_initials(other.text):
        # Another letter is another institute.
        return 0.0
    slips = float(OSA.distance(a, b, score_cutoff=4))
    if len(a) == len(one.sound):
        slips = min(slips, float(OSA.distance(one.text, other.text, score_cutoff=4)))
    if PINYIN.fullmatch(one.text) and PINYIN.fullmatch(other.text) and slips > 1:
        # Two well-formed Chinese words: another syllable is another name.
        return 0.0
    if longer >= _ROOT_MIN and (bare := _VOWELS.sub("", a)) == _VOWELS.sub("", b) and len(bare) > 1:
        slips /= 2
    letters = max(len(one.text), len(other.text))
    most = 0.0 if letters < _CUT_MIN else _SLIPS_SHORT if longer < _SHORT_MAX else _SLIPS_LONG if longer >= _LONG_MIN else _SLIPS
    alike = 1 - slips / longer
    return alike if slips <= most and alike >= _ALIKE_MIN else 0.0


def _without_shared_end(a: str, b: str) -> tuple[str, str]:
    """Return two words without an ending of trade that both have: Sovcombank and Novikombank differ in what stands before the bank."""
    for end in _ENDS:
        if a.endswith(end) and b.endswith(end) and min(len(a), len(b)) >= len(end) + _ROOT_MIN:
            return a[: -len(end)], b[: -len(end)]
    return a, b


def _is_initials(text: str) -> bool:
    """Tell whether a word looks like first letters: no vowel, or an institute's НИИ."""
    return len(text) <= _INITIALS_MAX and ("nii" in text or not _VOWELS.search(text))


def _inflected(a: str, b: str) -> bool:
    common = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        common += 1
    while common >= _ROOT_MIN:
        if _TAIL.match(a[common:]) and _TAIL.match(b[common:]):
            return True
        # The root may end before the common letters do: Балашиха, Балашихинский.
        common -= 1
        if common < max(len(a), len(b)) - 6:
            break
    return False


def _joined(found: Alignment) -> None:
    """Tie runs of words that are one word on the other side: 'Strong Link' and 'Stronglink', 'A B C' and 'ABC'."""
    for first, second, turned in ((found.left, found.right, False), (found.right, found.left, True)):
        for other in list(second):
            if other.kind == "number" or len(other.sound) < 2:
                continue
            run = _run(first, other.sound)
            if not run:
                continue
            text = " ".join(one.text for one in run)
            weight = min(other.weight, sum(one.weight for one in run))
            kind = _kind(other, *run)
            found.ties.append(Tie(*((other.text, text) if turned else (text, other.text)), kind, "joined", 0.97, weight))
            second.remove(other)
            for one in run:
                first.remove(one)


def _run(words: list[Word], sound: str) -> list[Word]:
    for start in range(len(words) - 1):
        text = words[start].sound
        if not sound.startswith(text[:2]):
            continue
        for end in range(start + 1, len(words)):
            text += words[end].sound
            if len(text) > len(sound) + 2:
                break
            if text == sound or (len(sound) >= 6 and abs(len(text) - len(sound)) <= 1 and fuzz.ratio(text, sound) >= 92):
                return words[start : end + 1]
    return []


def _kind(*words: Word) -> str:
    kinds = {one.kind for one in words}
    return next(kind for kind in ("brand", "word", "place", "trade", "body", "number") if kind in kinds)


def _stretches(han: Reading, latin: Reading) -> Alignment:
    """Return how a Chinese name (left) and one in letters (right) answer to each other."""
    found = Alignment(left=list(han.words), right=list(latin.words))
    _same(found)
    free = [[True] * len(brand.text) for brand in han.brands]
    rest: list[Word] = []
    ordered = sorted(found.right, key=lambda one: -len(one.sound))
    for one in ordered:
        tie = None if one.kind == "number" else _stretch(han.brands, free, one)
        if tie is None:
            rest.append(one)
        else:
            found.ties.append(tie)
    found.right = [one for one in found.right if one in rest]
    _glossed(found)
    _pinyin_alike(han.brands, free, found)
    _homophones(found, sum(map(sum, free)))
    if found.left and found.right:
        _nearly(found)
        _translated(found)
    for brand, covered in zip(han.brands, free, strict=True):
        found.left += [Word(brand.text[at], brand.text[at], None, "brand", SYLLABLE) for at, is_free in enumerate(covered) if is_free]
    return found


def _homophones(found: Alignment, left_over: int) -> None:
    """Take off what syllables tell less than their number says.

    Two of them are many companies' brand where no place and no meaning stands beside; and a part of a longer brand is another brand.
    """
    spoken = [tie for tie in found.ties if tie.kind in ("brand", "word")]
    syllables = sum(len(tie.left) for tie in spoken)
    if not spoken or any(tie.how != "pinyin" for tie in spoken):
        return
    share = syllables / (syllables + left_over)
    if syllables <= _HOMOPHONES_MAX and not any(tie.kind == "place" for tie in found.ties):
        share *= 1 - _HOMOPHONES / (SYLLABLE * syllables)
    found.ties = [tie._replace(weight=tie.weight * share) if tie in spoken else tie for tie in found.ties]


def _glossed(found: Alignment) -> None:
    """Tie words of trade and place with words that the dictionary gives for them: 通用 is 'general' as well as 'universal'."""
    for one in list(found.left):
        meant = glossed(one.text)
        other = next((it for it in found.right if it.kind != "number" and brand_stem(it) in meant), None) if meant else None
        if other is not None:
            found.ties.append(Tie(one.text, other.text, _kind(one, other), "gloss", _GLOSS_SURE, max(one.weight, other.weight)))
            found.left.remove(one)
            found.right.remove(other)


def _stretch(brands: tuple[Brand, ...], free: list[list[bool]], one: Word) -> Tie | None:
    """Return the tie of a word with the longest free stretch that sounds so or means so, and take the stretch."""
    stem = brand_stem(one)
    best: tuple[float, int, Span, How] | None = None
    for number, brand in enumerate(brands):
        options: list[tuple[Span, How, float]] = [
            (span, "pinyin", _PINYIN_SURE)
            for span in brand.sounds.get(one.sound, ())
            if one.text in chinese.read(brand.text, span) or not SYLLABLES.fullmatch(one.text)
        ]
        options += [
            (span, "gloss", _GLOSS_SURE)
            for span in brand.glosses.get(stem, ())
            if one.means or not PINYIN.fullmatch(one.text) or chinese.says(brand.text[span.start : span.end], one.text)
        ]
        for span, how, sure in options:
            length = span.end - span.start
            if all(free[number][span.start : span.end]) and (best is None or length * sure > best[0]):
                best = (length * sure, number, span, how)
    if best is None:
        return None
    _, number, span, how = best
    free[number][span.start : span.end] = [False] * (span.end - span.start)
    weight = SYLLABLE * (span.end - span.start)
    text = brands[number].text[span.start : span.end]
    if how == "gloss":
        weight = max(weight, one.weight * 0.8)
    return Tie(text, one.text, "brand", how, _PINYIN_SURE if how == "pinyin" else _GLOSS_SURE, weight)


def _pinyin_alike(brands: tuple[Brand, ...], free: list[list[bool]], found: Alignment) -> None:
    """Tie what is left of a brand with words that sound nearly so: 欧赛 and Ausay, 西门子 and Siemens."""
    for brand, covered in zip(brands, free, strict=True):
        left = "".join(letter for letter, is_free in zip(brand.text, covered, strict=True) if is_free)
        # A well-formed Chinese word of other syllables is another name, not this one misspelt.
        words = [one for one in found.right if one.kind in ("brand", "word") and not PINYIN.fullmatch(one.text)]
        if len(left) < 2 or not words:
            continue
        spoken = tuple(one for one, is_free in zip(chinese.syllables(brand.text), covered, strict=True) if is_free)
        options = [words, *([one] for one in words if len(words) > 1)]
        alike, _, chosen = max((heard(spoken, "".join(one.text for one in run)), -at, run) for at, run in enumerate(options))
        if not alike:
            continue
        text = " ".join(one.text for one in chosen)
        found.ties.append(Tie(left, text, "brand", "alike", alike, min(SYLLABLE * len(left), told_by(spoken))))
        covered[:] = [False] * len(covered)
        found.right = [one for one in found.right if one not in chosen]


def _characters(left: Reading, right: Reading) -> Alignment:
    """Return how two Chinese names answer to each other, character by character, then by sound."""
    found = Alignment(left=list(left.words), right=list(right.words))
    _same(found)
    if found.left and found.right:
        _nearly(found)
    ours, theirs = "".join(one.text for one in left.brands), "".join(one.text for one in right.brands)
    if ours == theirs:
        found.ties.append(Tie(ours, theirs, "brand", "characters", 1.0, SYLLABLE * 1.2 * len(ours)))
        return found
    same_sound = "".join(one.sound for one in left.brands) == "".join(one.sound for one in right.brands)
    if same_sound:
        # Other characters of one sound: a typist's slip, or another company. A question at best.
        found.ties.append(Tie(ours, theirs, "brand", "sound", 0.6, SYLLABLE * len(ours)))
        return found
    common = _common(ours, theirs)
    if common:
        found.ties.append(Tie(common, common, "brand", "characters", 1.0, SYLLABLE * len(common)))
    for text, words in ((ours, found.left), (theirs, found.right)):
        rest = text.replace(common, "", 1) if common else text
        words += [Word(letter, letter, None, "brand", SYLLABLE) for letter in rest]
    return found


def _common(ours: str, theirs: str) -> str:
    """Return the longest stretch of two and more characters that both hold; empty without one."""
    for length in range(min(len(ours), len(theirs)), 1, -1):
        for start in range(len(ours) - length + 1):
            if ours[start : start + length] in theirs:
                return ours[start : start + length]
    return ""
