"""How a Chinese name answers to another: stretches of its characters by pinyin or by gloss, or the characters themselves.

A Chinese brand has no words apart: words of the other name are found in it as stretches, each character answering to one word only.
"""

from __future__ import annotations

import math

from enduse.entities import chinese, chinese_sounds, glosses
from enduse.entities.chinese import Span
from enduse.entities.coined import tie_coined
from enduse.entities.glosses import glossed
from enduse.entities.hearing import heard, told_by
from enduse.entities.pinyin import PINYIN, SYLLABLES, plain
from enduse.entities.read_words import Word, brand_stem
from enduse.entities.reading import SYLLABLE, Brand, Reading
from enduse.entities.sides import Alignment, How, Tie, kind_of
from enduse.entities.transcribed import tie_transcribed_han
from enduse.entities.tying import GLOSS_SURE, nearly_tied, same, translated
from enduse.entities.whole import tie_across, tie_initials
from enduse.terms.sounds import sound_of

_PINYIN_SURE = 1.0
_TRADE_SURE = 0.7
_RUN_MAX = 4
_EXPLAINED, _EXPLAINED_FEW = 0.6, 4
"""What a character's meaning loses for each e-fold of its explanations beyond a few."""
_HOMOPHONES_MAX, _HOMOPHONES = 2, 1.5
"""Characters of a brand up to which many companies' brands sound alike, and what of their sound that takes off."""


def stretches(han: Reading, latin: Reading) -> Alignment:
    """Return how a Chinese name (left) and one in letters (right) answer to each other."""
    found = Alignment(left=list(han.words), right=list(latin.words))
    same(found)
    free = [[True] * len(brand.text) for brand in han.brands]
    rest: list[Word] = []
    if latin.script == "cyrillic":
        tie_transcribed_han(han, free, found, latin)
    _syllables_apart(han.brands, free, found)
    _numerals(han.brands, free, found)
    ordered = sorted(found.right, key=lambda one: -len(one.sound))
    for one in ordered:
        tie = None if one.text.isdigit() else _stretch(han.brands, free, one)
        if tie is None:
            rest.append(one)
        else:
            found.ties.append(tie)
    found.right = [one for one in found.right if one in rest]
    tie_across(han, free, found)
    _glossed(found)
    _pinyin_alike(han.brands, free, found)
    tie_coined(han, free, found)
    tie_initials(han, found)
    _homophones(found, sum(map(sum, free)))
    if found.left and found.right:
        nearly_tied(found, one_script=False)
        translated(found)
    found.characters_left = sum(map(sum, free))
    found.other_syllables = any(one.kind == "brand" and PINYIN.fullmatch(one.text) for one in found.right)
    for brand, covered in zip(han.brands, free, strict=True):
        found.left += [Word(brand.text[at], brand.text[at], None, "brand", SYLLABLE) for at, is_free in enumerate(covered) if is_free]
    return found


def _homophones(found: Alignment, left_over: int) -> None:
    """Take off what syllables tell less than their number says.

    Two of them are many companies' brand where no place and no meaning stands beside; and a part of a longer brand is another brand.
    """
    spoken = [tie for tie in found.ties if tie.kind in ("brand", "word")]
    syllables = sum(len(tie.left) for tie in spoken)
    if syllables <= _HOMOPHONES_MAX and len(spoken) == len(found.ties) and all(tie.how == "gloss" and len(tie.left) == 1 for tie in spoken):
        # Two characters each of which may mean the word, and nothing beside them.
        found.ties = [tie._replace(alike=min(tie.alike, _TRADE_SURE)) for tie in found.ties]
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
            found.ties.append(Tie(one.text, other.text, kind_of(one, other), "gloss", GLOSS_SURE, max(one.weight, other.weight)))
            found.left.remove(one)
            found.right.remove(other)


def _syllables_apart(brands: tuple[Brand, ...], free: list[list[bool]], found: Alignment) -> None:
    """Tie words side by side that spell a stretch together in another system than pinyin: Sun Wing Fung.

    Alone each may look like a syllable of pinyin, and be none.
    """
    for length in range(min(_RUN_MAX, len(found.right)), 1, -1):
        for start in range(len(found.right) - length + 1):
            run = found.right[start : start + length]
            text = "".join(one.text for one in run)
            if len(run) < length or not all(one.kind in ("brand", "word") for one in run) or SYLLABLES.fullmatch(text):
                continue
            sound = sound_of(text)
            for brand, covered in zip(brands, free, strict=True):
                span = next((one for one in brand.sounds.get(sound, ()) if all(covered[one.start : one.end])), None)
                if span is not None and span.end - span.start >= length:
                    covered[span.start : span.end] = [False] * (span.end - span.start)
                    part = brand.text[span.start : span.end]
                    found.ties.append(Tie(part, " ".join(one.text for one in run), "brand", "pinyin", _PINYIN_SURE, SYLLABLE * len(part)))
                    found.right = found.right[:start] + found.right[start + length :]
                    break


def _numerals(brands: tuple[Brand, ...], free: list[list[bool]], found: Alignment) -> None:
    """Tie digits with numerals of a brand: 101 and 一零一."""
    for one in [word for word in found.right if word.text.isdigit() and len(word.text) > 1]:
        for brand, covered in zip(brands, free, strict=True):
            at = brand.text.replace("零", "〇").find("".join(chinese.DIGITS[int(digit)] for digit in one.text))
            if at >= 0 and all(covered[at : at + len(one.text)]):
                covered[at : at + len(one.text)] = [False] * len(one.text)
                part = brand.text[at : at + len(one.text)]
                found.ties.append(Tie(part, one.text, "brand", "meaning", 1.0, SYLLABLE * len(part)))
                found.right.remove(one)
                break


def _stretch(brands: tuple[Brand, ...], free: list[list[bool]], one: Word) -> Tie | None:
    """Return the tie of a word with the longest free stretch that sounds so or means so, and take the stretch."""
    stem = brand_stem(one)
    best: tuple[float, int, Span, How] | None = None
    for number, brand in enumerate(brands):
        options: list[tuple[Span, How, float]] = [
            (span, "pinyin", _PINYIN_SURE)
            for span in brand.sounds.get(one.sound, ())
            if plain(one.text) in chinese_sounds.read(brand.text, span) or not SYLLABLES.fullmatch(one.text)
        ]
        options += [
            (span, "gloss", GLOSS_SURE)
            for span in brand.glosses.get(stem, ())
            if one.means or not PINYIN.fullmatch(one.text) or glosses.says(brand.text[span.start : span.end], one.text)
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
    if how == "pinyin":
        return Tie(text, one.text, "brand", how, _PINYIN_SURE, weight)
    if len(text) == 1:
        # What explains a character in many ways says little; and a word of trade hardly ever stands for a character of a brand.
        weight -= _EXPLAINED * max(0.0, math.log(len(glossed(text)) / _EXPLAINED_FEW))
        return Tie(text, one.text, "brand", how, _TRADE_SURE if one.kind in ("trade", "body") else GLOSS_SURE, weight)
    return Tie(text, one.text, "brand", how, GLOSS_SURE, max(weight, one.weight * 0.8))


def _pinyin_alike(brands: tuple[Brand, ...], free: list[list[bool]], found: Alignment) -> None:
    """Tie what is left of a brand with words that sound nearly so: 欧赛 and Ausay, 西门子 and Siemens."""
    for brand, covered in zip(brands, free, strict=True):
        left = "".join(letter for letter, is_free in zip(brand.text, covered, strict=True) if is_free)
        # A well-formed Chinese word of other syllables is another name, not this one misspelt.
        words = [one for one in found.right if one.kind in ("brand", "word") and not PINYIN.fullmatch(one.text)]
        if len(left) < 2 or not words:
            continue
        spoken = tuple(one for one, is_free in zip(chinese_sounds.syllables(brand.text), covered, strict=True) if is_free)
        options = [words, *([one] for one in words if len(words) > 1)]
        alike, _, chosen = max((heard(spoken, "".join(one.text for one in run)), -at, run) for at, run in enumerate(options))
        if not alike:
            continue
        text = " ".join(one.text for one in chosen)
        found.ties.append(Tie(left, text, "brand", "alike", alike, min(SYLLABLE * len(left), told_by(spoken))))
        covered[:] = [False] * len(covered)
        found.right = [one for one in found.right if one not in chosen]


def characters(left: Reading, right: Reading) -> Alignment:
    """Return how two Chinese names answer to each other, character by character, then by sound."""
    found = Alignment(left=list(left.words), right=list(right.words))
    same(found)
    if found.left and found.right:
        nearly_tied(found, one_script=False)
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
    best = ""
    for start in range(len(ours)):
        while len(longer := ours[start : start + len(best) + 1]) > len(best) and longer in theirs:
            best = longer
    return best if len(best) > 1 else ""
