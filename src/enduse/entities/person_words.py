"""How alike two words of people's names are, and by what: sound, spelling, familiar forms, first letters, another script."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Literal

from rapidfuzz.distance import OSA
from rigour.names import NameTypeTag, SymbolCategory, analyze_names

from enduse.entities.person_names import NameWord, familiar_forms
from enduse.entities.person_sounds import coarse_sound, consonants, is_arabic, plain_arabic, spelled, unlike_print
from enduse.entities.pinyin import PINYIN
from enduse.entities.romanisations import in_wade_giles
from enduse.entities.two_names import another_name, fathers, one_name, two_names
from enduse.terms.hangul import one_syllable

How = Literal["same", "short form", "initial", "alike", "joined", "other script", "differ"]
VOWELS, _NO_VOWELS = re.compile(r"[aeiouh]"), str.maketrans("", "", "aeiouh")
_SAME, _ROMANISED, _CONSONANTS, _SPELLINGS, ALIKE_MIN = 1.0, 0.95, 0.9, 0.9, 0.68
"""How alike two words are by each way in which they are one; less alike than the last they differ."""
_TYPED_MIN = 5
"""Letters from which a vowel more or less is half a slip; in shorter words the first letter must answer."""
_SLIP_IN_ARABIC = 0.8
"""How alike two words in Arabic letters are with one letter in five wrong."""
_OF = "ي"
"""What makes of a name one who is of it."""
_CONSONANTS_MIN = 4
"""Consonants from which one may be another in an Arabic print."""
_BEGINS_WITH_VOWEL = frozenset("aiu")
_WRITTEN_AS_F = frozenset("fw")
"""Arabic has no v: Vladimir begins with its f."""
_ARTICLE = re.compile(r"[ae](?:l(?=\w{4})|([rnstdz])(?=\1\w{2}))")
_RUSSIAN_INITIALS = frozenset({"yu", "ya", "ye", "yo", "iu", "ia", "zh", "kh", "ch", "sh", "ts"})
_N_ENDS = re.compile("ng$")
"""Russian and Spanish ears hear one n."""


@lru_cache(maxsize=200_000)
def likeness(one: NameWord, other: NameWord) -> tuple[float, How]:
    """Return how alike two words are (0 to 1) and by what; below ALIKE_MIN they differ. A given name is not a father's name."""
    alike, how = _likeness(one, other)
    return (alike, "differ") if how == "alike" and one.patronymic != other.patronymic else (alike, how)


def alike_in_syllables(one: NameWord, other: NameWord) -> tuple[float, How]:
    """Return the same of two words of names of syllables: another syllable is another name, but for an n that ends two of them."""
    alike, how = likeness(one, other)
    if PINYIN.fullmatch(one.text) and _N_ENDS.sub("n", one.text) == _N_ENDS.sub("n", other.text):
        return alike, how
    # Yu begins Yury, but not Yuzhen.
    begins = how == "initial" and min(len(one.text), len(other.text)) > 1
    return (ALIKE_MIN / 2, "differ") if how == "alike" or begins else (alike, how)


def alike_in_korean(one: NameWord, other: NameWord) -> tuple[float, How]:
    """Return the same of two words of Korean names in Latin letters: they are one only where a word in Korean letters may be both."""
    alike, how = likeness(one, other)
    return (ALIKE_MIN / 2, "differ") if how == "alike" and not one_syllable(one.text, other.text) else (alike, how)


def alike_in_characters(one: NameWord, other: NameWord) -> tuple[float, How]:
    """Return the same of a name in Chinese characters: none is a slip, and familiar forms are few: Yu and Liu are one family in Korea."""
    alike, how = alike_in_syllables(one, other)
    # Jun sounds like Yun where j is read as in German.
    begins = one.text[:1] == other.text[:1] or other.text == in_wade_giles(one.text) or one.text == in_wade_giles(other.text)
    return (alike, how) if how != "differ" and (begins or how == "other script") else (0.0, "differ")


def _likeness(one: NameWord, other: NameWord) -> tuple[float, How]:
    a, b = one.sound, other.sound
    if min(len(one.text), len(other.text)) == 1:
        return (0.9, "initial") if one.text[:1] == other.text[:1] or a[:1] == b[:1] else (0.0, "differ")
    if is_arabic(one.printed) and is_arabic(other.printed):
        return _in_arabic(one.printed, other.printed)
    if a == b or one.text == other.text:
        return _SAME, "same"
    if _russian_initial(one, other) or _russian_initial(other, one):
        return 0.9, "initial"
    if one.text == in_wade_giles(other.text) or other.text == in_wade_giles(one.text):
        return _ROMANISED, "same"
    if not one.printed and not other.printed and one_name(one.text, other.text):
        return max(_SPELLINGS, 1 - OSA.distance(a, b) / max(len(a), len(b))), "alike"
    if familiar_forms().get(a, frozenset()) & familiar_forms().get(b, frozenset()):
        return 0.85, "short form"
    if bool(one.printed) != bool(other.printed):
        return _across(one, other)
    if one.patronymic and other.patronymic:
        ours, theirs = fathers(one.text), fathers(other.text)
        if ours and theirs:
            return (ALIKE_MIN / 2, "differ") if ours.isdisjoint(theirs) else (_SPELLINGS, "alike")
    elif not one.patronymic and not other.patronymic and two_names(one.text, other.text):
        return ALIKE_MIN / 2, "differ"
    slips = float(min(OSA.distance(a, b), OSA.distance(one.text, other.text)))
    if coarse_sound(one.text) == coarse_sound(other.text) or spelled(one.text) == spelled(other.text):
        # What only habits of romanising part is half a difference.
        slips = min(slips, 0.5 * OSA.distance(a, b))
    if len(a) >= _TYPED_MIN and len(b) >= _TYPED_MIN and (bare := a.translate(_NO_VOWELS)) == b.translate(_NO_VOWELS) and len(bare) > 1:
        slips = min(slips, 0.5 * OSA.distance(a, b))
    alike = 1 - slips / max(len(a), len(b))
    begins = {coarse_sound(one.text)[:1], coarse_sound(other.text)[:1]}
    if max(len(a), len(b)) < _TYPED_MIN and len(begins - _BEGINS_WITH_VOWEL) == 2:
        # Tong is not Song, and Zare not Yare; Emad may be Imad.
        return min(alike, ALIKE_MIN / 2), "differ"
    another = slips >= 1 and not (one.patronymic or other.patronymic) and another_name(one.text, other.text, slips, alike)
    if (another or alike < ALIKE_MIN) and _but_for_article(one.text, other.text):
        return (alike if alike >= ALIKE_MIN else _CONSONANTS), "alike"
    if another:
        return min(alike, ALIKE_MIN / 2), "differ"
    return (alike, "alike") if alike >= ALIKE_MIN else (max(alike, 0.0), "differ")


def _in_arabic(one: str, other: str) -> tuple[float, How]:
    """Return how alike two words in Arabic letters are: another letter is another name, but for a slip in a long one."""
    a, b = plain_arabic(one), plain_arabic(other)
    if a == b:
        return _SAME, "same"
    alike = 1 - OSA.distance(a, b) / max(len(a), len(b), 1)
    # Of Muhammad is who is called Muhammadi.
    of_one = a.removesuffix(_OF) == b.removesuffix(_OF)
    return (alike, "alike") if alike >= _SLIP_IN_ARABIC and not of_one else (min(alike, ALIKE_MIN / 2), "differ")


def _russian_initial(short: NameWord, long: NameWord) -> bool:
    """Tell whether one word is the other's first letter in Russian, where that is two letters in Latin: Yu. for Yury."""
    return short.text in _RUSSIAN_INITIALS and len(long.text) > len(short.text) + 1 and long.text.startswith(short.text)


def _across(one: NameWord, other: NameWord) -> tuple[float, How]:
    """Return how alike a word in letters that are read is to one that is not: by its consonants, by a dictionary of names, by sound."""
    printed, latin = (one.printed, other) if one.printed else (other.printed, one)
    arabic = is_arabic(printed)
    ours, theirs = consonants(printed), consonants(latin.text)
    begins = ours[:1] == theirs[:1] or {ours[:1], theirs[:1]} == _WRITTEN_AS_F
    ways = product(_ways_of_print(printed), (way for bare in _without_article(latin.text) for way in _two_letters(bare)))
    slips = min(unlike_print(print_, way) for print_, way in ways) if arabic else 0
    if arabic and (not slips or (slips == 1 and begins and min(len(ours), len(theirs)) >= _CONSONANTS_MIN)):
        return _CONSONANTS - slips / 10, "other script"
    if (begins or not arabic) and _names_of(printed) & _names_of(latin.text):
        return _CONSONANTS, "other script"
    if arabic:
        return 0.0, "differ"
    slips = min(OSA.distance(one.sound, other.sound), OSA.distance(one.text, other.text))
    alike = 1 - slips / max(len(one.sound), len(other.sound))
    return (alike, "alike") if alike >= ALIKE_MIN else (max(alike, 0.0), "differ")


def _ways_of_print(printed: str) -> tuple[str, ...]:
    """Return a word in Arabic letters as Persians and as Arabs read it: ض is z or d, ج in Egypt a g, ظ and ذ a th."""
    ways = printed, printed.replace("ض", "د"), printed.replace("ج", "گ"), printed.replace("ظ", "ث").replace("ذ", "ث")
    return tuple(dict.fromkeys(ways))


def _without_article(word: str) -> tuple[str, ...]:
    """Return a word and what it is when its beginning is the Arabic article: Essaadi is es-Saadi."""
    found = _ARTICLE.match(word)
    return (word, word[found.end() :]) if found else (word,)


def _but_for_article(one: str, other: str) -> bool:
    """Tell whether two words sound alike but for the Arabic article that is written onto one of them."""
    ways = product(_without_article(one), _without_article(other))
    return any(coarse_sound(ours) == coarse_sound(theirs) for ours, theirs in ways)


def _two_letters(word: str) -> tuple[str, ...]:
    """Return a word and what it is when its sh is s and h: Ishaq is اسحاق."""
    return (word, word.replace("sh", "sah")) if "sh" in word else (word,)


@lru_cache(maxsize=50_000)
def _names_of(word: str) -> frozenset[str]:
    """Return the names that a word may be a form of, in any script, as rigour's dictionary numbers them.

    It is read when first asked, for some seconds: only words are asked that no rule reads.
    """
    names = analyze_names(NameTypeTag.PER, [word], phonetics=False, numerics=False, rewrite=False)
    return frozenset(str(span.symbol) for name in names for span in name.spans if span.symbol.category == SymbolCategory.NAME)
